//! One self-contained HTML file: shell, jail, page, worker and all modules, under a policy of exact hashes.
//!
//! The shell is a frame, and a small script that keeps ciphertext for it (`docs/storage.md`). The frame has no origin,
//! storage or way to navigate; what runs in it is pinned by hash in both policies. The worker is made of a data block, so that it inherits the policy.

use std::io::Write as _;
use std::num::NonZeroU64;
use std::path::{Path, PathBuf};

use flate2::{Compression, GzBuilder};

use crate::Result;
use crate::hash::{base64, hex};
use crate::hosting;
use crate::policy::policy;
use crate::run::{at, read, read_text};
use crate::wasm::{self, MODULES, Profile};

const APP: &str = include_str!("templates/app.html");
const SHELL: &str = include_str!("templates/shell.html");
const GUARD: &str = include_str!("templates/guard.js");
const SHELL_STYLE: &str = include_str!("templates/shell.css");
const SHELL_SCRIPT: &str = include_str!("templates/shell.js");

/// More rounds cost seconds and gain less than a thousandth.
const SLOWLY: zopfli::Options = zopfli::Options {
    iteration_count: NonZeroU64::new(5).unwrap(),
    iterations_without_improvement: NonZeroU64::MAX,
    maximum_block_splits: 15,
};

/// The packed page.
pub(crate) struct Packed {
    /// The whole file.
    pub html: String,
    /// The policy of the shell, for the server's header.
    pub policy: String,
    /// The worker's program with the glue of all modules before it.
    pub worker: String,
    /// Name of each module, and its bytes compressed as they are in the page.
    pub modules: Vec<(String, Vec<u8>)>,
}

/// Everything that goes into the page.
pub(crate) struct Parts {
    /// The page's program, one classic script.
    pub app: String,
    /// The page's style sheet; may be empty.
    pub style: String,
    /// The worker's program with the glue of all modules before it.
    pub worker: String,
    /// Name and gzipped bytes of each module.
    pub modules: Vec<(String, Vec<u8>)>,
}

/// Where the packed page of the last build lies.
pub(crate) fn packed_path() -> PathBuf {
    at("target/page/rosterwell.html")
}

/// Builds everything and packs it; the file is also written to [`packed_path`].
pub(crate) fn build(profile: Profile) -> Result<Packed> {
    wasm::build(profile)?;
    let page = crate::page::build()?;
    let mut glue = String::new();
    let mut modules = Vec::new();
    let folder = at("target/page/glue");
    for module in &MODULES {
        wasm::bind(module, "no-modules", &folder)?;
        glue.push_str(&read_text(&folder.join(format!("{}.js", module.name)))?);
        glue.push('\n');
        let bytes = read(&wasm_path(&folder, module.name))?;
        modules.push((module.name.to_owned(), compressed(&bytes, profile)?));
    }
    let worker = glue + &page.worker;
    let packed = pack(&Parts {
        app: page.app,
        style: page.style,
        worker: match profile {
            Profile::Release => crate::page::minified(&worker)?,
            Profile::Dev => worker,
        },
        modules,
    })?;
    crate::run::write(&packed_path(), packed.html.as_bytes())?;
    // For the page's tests: what a host sends, and how it is told to.
    let headers = hosting::as_json(&packed.policy)?;
    crate::run::write(&at("target/page/headers.json"), headers.as_bytes())?;
    hosting::write_examples(&packed.policy, &at("target/page/hosting"))?;
    Ok(packed)
}

/// Where the bindings tool puts a module.
pub(crate) fn wasm_path(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}_bg.wasm"))
}

/// Packs the parts.
pub(crate) fn pack(parts: &Parts) -> Result<Packed> {
    let mut blocks = block("worker", "text/plain", "", &parts.worker)?;
    for (name, bytes) in &parts.modules {
        let text = base64(bytes);
        blocks.push_str(&block(
            name,
            "application/octet-stream",
            " data-encoding=\"gzip\"",
            &text,
        )?);
    }
    for (what, text) in [("the page's program", &parts.app), ("the page's style", &parts.style)] {
        refuse_markup(what, text)?;
    }
    let inner = policy(&[GUARD, &parts.app], &[&parts.style]);
    let app = fill(
        APP,
        &[
            ("policy", &inner),
            ("build", &build_of(parts)),
            ("style", &parts.style),
            ("guard", GUARD),
            ("blocks", &blocks),
            ("app", &parts.app),
        ],
    );
    // Policies add up: the shell's must allow what runs in the frame too.
    let policy = policy(&[GUARD, &parts.app, SHELL_SCRIPT], &[SHELL_STYLE, &parts.style]);
    let escaped = app.replace('&', "&amp;").replace('"', "&quot;");
    let html = fill(
        SHELL,
        &[
            ("policy", &policy),
            ("style", SHELL_STYLE),
            ("script", SHELL_SCRIPT),
            ("app", &escaped),
        ],
    );
    Ok(Packed {
        html,
        policy,
        worker: parts.worker.clone(),
        modules: parts.modules.clone(),
    })
}

/// The version, and the SHA-256 over the sums of all parts: what the page says of itself, as it cannot see its own file.
fn build_of(parts: &Parts) -> String {
    let texts = [GUARD, &parts.app, &parts.style, &parts.worker].map(|text| hex(text.as_bytes()));
    let modules = parts.modules.iter().map(|(_, bytes)| hex(bytes));
    let sums: Vec<String> = texts.into_iter().chain(modules).collect();
    format!("{} {}", crate::dist::version(), hex(sums.join("\n").as_bytes()))
}

/// A data block: a script element of a type that is never executed.
fn block(id: &str, kind: &str, attributes: &str, text: &str) -> Result<String> {
    refuse_markup(id, text)?;
    Ok(format!(
        "<script type=\"{kind}\" id=\"{id}\"{attributes}>{text}</script>\n"
    ))
}

/// What would end an element early, or change under the parser's hands so that its hash no longer fits.
fn refuse_markup(what: &str, text: &str) -> Result<()> {
    let lower = text.to_ascii_lowercase();
    for wrong in ["</script", "</style", "<!--", "\r", "\0"] {
        if lower.contains(wrong) {
            return Err(format!(
                "{what} contains {wrong:?}, which cannot stand inside an HTML element"
            ));
        }
    }
    Ok(())
}

/// Replaces `@name@` in one pass, so that nothing inside a part is taken for a place.
fn fill(template: &str, parts: &[(&str, &str)]) -> String {
    let mut filled = String::new();
    let mut pieces = template.split('@');
    filled.push_str(pieces.next().unwrap_or_default());
    while let (Some(name), Some(text)) = (pieces.next(), pieces.next()) {
        let part = parts
            .iter()
            .find(|(key, _)| *key == name)
            .map_or("", |(_, value)| value);
        filled.push_str(part);
        filled.push_str(text);
    }
    filled
}

/// Gzip without a time stamp: the same bytes for the same input. What is shipped is worth some seconds.
pub(crate) fn compressed(bytes: &[u8], profile: Profile) -> Result<Vec<u8>> {
    let mut gzip = Vec::new();
    let written = match profile {
        Profile::Release => zopfli::compress(SLOWLY, zopfli::Format::Gzip, bytes, &mut gzip),
        Profile::Dev => {
            let mut writer = GzBuilder::new().mtime(0).write(&mut gzip, Compression::default());
            writer.write_all(bytes).and_then(|()| writer.finish().map(drop))
        }
    };
    written.map_err(|error| format!("cannot compress a module: {error}"))?;
    Ok(gzip)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hash::source;
    use flate2::read::GzDecoder;
    use std::io::Read as _;

    fn parts(app: &str) -> Parts {
        Parts {
            app: app.into(),
            style: "p{}".into(),
            worker: "const quoted = \"a\" && 'b';".into(),
            modules: vec![("core".into(), b"\0asm".to_vec())],
        }
    }

    #[test]
    fn both_policies_pin_what_runs() {
        let packed = pack(&parts("main()")).unwrap();
        for text in [GUARD, "main()", "p{}"] {
            assert_eq!(packed.html.matches(&source(text)).count(), 2, "{text}");
        }
        assert!(packed.html.contains("const quoted = &quot;a&quot; &amp;&amp; 'b';"));
        assert_eq!(packed.html, pack(&parts("main()")).unwrap().html);
    }

    #[test]
    fn both_ways_of_compressing_read_back_and_repeat() {
        let bytes = b"rosterwell ".repeat(1_000);
        for profile in [Profile::Release, Profile::Dev] {
            let gzip = compressed(&bytes, profile).unwrap();
            assert_eq!(gzip, compressed(&bytes, profile).unwrap());
            assert!(gzip.len() < 200, "{}", gzip.len());
            let mut read = Vec::new();
            GzDecoder::new(&*gzip).read_to_end(&mut read).unwrap();
            assert_eq!(read, bytes);
        }
    }

    #[test]
    fn the_build_tells_any_part_apart() {
        let build = build_of(&parts("main()"));
        assert_eq!(build, build_of(&parts("main()")));
        assert!(
            pack(&parts("main()"))
                .unwrap()
                .html
                .contains(&format!("content=&quot;{build}&quot;"))
        );
        assert_ne!(build, build_of(&parts("main( )")));
        let mut other = parts("main()");
        other.modules[0].1.push(0);
        assert_ne!(build, build_of(&other));
    }

    #[test]
    fn what_would_break_out_is_refused() {
        for wrong in ["x = '</SCRIPT>'", "x = '<!-- '", "a\r\nb"] {
            assert!(pack(&parts(wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn parts_are_not_searched_for_places() {
        assert_eq!(fill("<@a@|@b@>", &[("a", "@b@"), ("b", "x")]), "<@b@|x>");
    }
}
