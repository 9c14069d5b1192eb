//! The page's own programs, built by the tools of `www/`.

use crate::Result;
use crate::run::{at, command, read_text, run, write};
use crate::setup;

/// What `npm run build` leaves in `www/dist`.
pub(crate) struct Page {
    /// `app.js`: one classic script.
    pub app: String,
    /// `worker.js`: one classic script.
    pub worker: String,
    /// The style sheet, if there is one.
    pub style: String,
}

/// Builds the page.
pub(crate) fn build() -> Result<Page> {
    setup::npm_packages()?;
    run(command("npm", &["run", "--silent", "build"]).current_dir(at("www")))?;
    let part = |name: &str| read_text(&at("www/dist").join(name));
    Ok(Page {
        app: part("app.js")?,
        worker: part("worker.js")?,
        style: part("style.css").unwrap_or_default(),
    })
}

/// What of the npm package the tools of `www/` build: the name of each file, and its text.
pub(crate) fn package() -> Result<Vec<(&'static str, String)>> {
    setup::npm_packages()?;
    run(command("npm", &["run", "--silent", "build:package"]).current_dir(at("www")))?;
    let print =
        "const { manifest } = await import('./dist/manifest.js'); console.log(JSON.stringify(manifest(), null, 2))";
    let mut node = command("node", &["--input-type=module", "--eval", print]);
    let manifest = node
        .current_dir(at("www"))
        .output()
        .map_err(|error| error.to_string())?;
    if !manifest.status.success() {
        return Err(String::from_utf8_lossy(&manifest.stderr).into_owned());
    }
    let mut files = vec![
        ("index.js", read_text(&at("www/dist/package/index.js"))?),
        ("define.js", read_text(&at("www/dist/package/define.js"))?),
        (
            "custom-elements.json",
            String::from_utf8_lossy(&manifest.stdout).into_owned(),
        ),
    ];
    for (from, to) in [
        ("package/index", "index.d.ts"),
        ("package/define", "define.d.ts"),
        ("elements/rw-planner/contract", "contract.d.ts"),
        ("portal/messages", "messages.d.ts"),
    ] {
        let text = read_text(&at("www/dist/types").join(format!("{from}.d.ts")))?;
        files.push((to, side_by_side(&text)));
    }
    Ok(files)
}

/// Declarations that refer to each other from folder to folder, as they do when they lie in one.
fn side_by_side(text: &str) -> String {
    let mut out = String::new();
    for (at, piece) in text.split('"').enumerate() {
        let name = piece.rsplit('/').next().and_then(|file| file.strip_suffix(".ts"));
        match name {
            Some(name) if at % 2 == 1 && piece.starts_with('.') => out.push_str(&format!("\"./{name}.js\"")),
            _ if at % 2 == 1 => out.push_str(&format!("\"{piece}\"")),
            _ => out.push_str(piece),
        }
    }
    out
}

/// A classic script made small; what it declares at the top keeps its name.
pub(crate) fn minified(script: &str) -> Result<String> {
    let file = at("target/page/worker.js");
    write(&file, script.as_bytes())?;
    run(command("node", &["minify.mjs"]).arg(&file).current_dir(at("www")))?;
    read_text(&file)
}

#[cfg(test)]
mod tests {
    #[test]
    fn declarations_find_each_other() {
        assert_eq!(
            super::side_by_side("import type { A } from \"../../engine/types.ts\";\nexport type B = \"x\" | A;"),
            "import type { A } from \"./types.js\";\nexport type B = \"x\" | A;"
        );
    }
}
