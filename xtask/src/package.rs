//! The npm package: the element, the engine's modules, types, and the page as one file.

use std::path::Path;

use crate::Result;
use crate::dist::version;
use crate::hash::base64;
use crate::hosting;
use crate::pack::Packed;
use crate::run::{at, read, write};
use crate::wasm::{self, MODULES};

/// Files copied as they are.
const COPIED: [(&str, &str); 4] = [
    ("LICENSE-MIT", "LICENSE-MIT"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("www/engine/types.ts", "types.d.ts"),
    ("README.md", "README.md"),
];

/// Types of the module that holds the engine as bytes.
const ENGINE_TYPES: &str =
    "import type { EngineParts } from \"./contract.js\";\nexport declare const engine: EngineParts;\n";

/// Writes all of it into a folder, without its bill of materials and its sums.
pub(crate) fn write_into(folder: &Path, packed: &Packed) -> Result<()> {
    for module in &MODULES {
        wasm::bind(module, "web", folder)?;
    }
    let put = |name: &str, text: &str| write(&folder.join(name), text.as_bytes());
    for (name, text) in crate::page::package()? {
        put(name, &text)?;
    }
    put("engine.js", &engine(packed)?)?;
    put("engine.d.ts", ENGINE_TYPES)?;
    put("worker.js", &packed.worker)?;
    for (from, to) in COPIED {
        write(&folder.join(to), &read(&at(from))?)?;
    }
    put("package.json", &manifest()?)?;
    put("rosterwell.html", &packed.html)?;
    hosting::write_examples(&packed.policy, folder)
}

/// The engine as a script module, so that it takes no request of its own and no setting of any bundler.
fn engine(packed: &Packed) -> Result<String> {
    let worker = serde_json::to_string(&packed.worker).map_err(|error| error.to_string())?;
    let mut text = String::from(
        "// The engine as bytes: its worker's program, and its modules by gzip.\n\
         const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));\n",
    );
    text.push_str(&format!(
        "export const engine = /* @__PURE__ */ (() => ({{\n  worker: {worker},\n"
    ));
    for (name, gzip) in &packed.modules {
        text.push_str(&format!("  {name}: bytes(\"{}\"),\n", base64(gzip)));
    }
    text.push_str("}))();\n");
    Ok(text)
}

/// `package.json`.
pub(crate) fn manifest() -> Result<String> {
    // Types lie beside what they are of, under the same name.
    let mut exports = serde_json::json!({
        ".": "./index.js",
        "./define": "./define.js",
        "./engine": "./engine.js",
        "./worker": "./worker.js",
        "./single.html": "./rosterwell.html",
        "./types": { "types": "./types.d.ts" },
        "./custom-elements.json": "./custom-elements.json",
        "./package.json": "./package.json",
    });
    for module in &MODULES {
        exports[format!("./{}", module.name)] = format!("./{}.js", module.name).into();
        exports[format!("./{}.wasm", module.name)] = format!("./{}_bg.wasm", module.name).into();
    }
    let package = serde_json::json!({
        "name": "rosterwell",
        "version": version(),
        "description": "Plans sessions, visits and staffing for health-recovery care, in the browser",
        "license": "MIT OR Apache-2.0",
        "type": "module",
        "main": "index.js",
        "types": "index.d.ts",
        "exports": exports,
        "customElements": "custom-elements.json",
        // Lit is inside `define`; whoever takes the element without registering it brings Lit along.
        "dependencies": { "lit": lit()? },
        "sideEffects": ["./define.js"],
    });
    serde_json::to_string_pretty(&package)
        .map(|text| text + "\n")
        .map_err(|error| error.to_string())
}

/// The release of Lit that the page is built and tested with.
fn lit() -> Result<String> {
    let text = crate::run::read_text(&at("www/package.json"))?;
    let page: serde_json::Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let lit = page["dependencies"]["lit"].as_str();
    lit.map(str::to_owned)
        .ok_or_else(|| "www/package.json has no Lit".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_registers_has_side_effects() {
        let manifest: serde_json::Value = serde_json::from_str(&manifest().unwrap()).unwrap();
        assert_eq!(manifest["sideEffects"], serde_json::json!(["./define.js"]));
        let exports = manifest["exports"].as_object().unwrap();
        for name in [
            ".",
            "./define",
            "./engine",
            "./worker",
            "./core",
            "./core.wasm",
            "./records",
            "./workbook.wasm",
            "./single.html",
            "./types",
            "./custom-elements.json",
        ] {
            assert!(exports.contains_key(name), "{name}");
        }
    }

    #[test]
    fn the_engine_is_one_module() {
        let packed = Packed {
            html: String::new(),
            policy: String::new(),
            worker: "const quoted = \"a\";\n".into(),
            modules: vec![("core".into(), b"\x1f\x8b".to_vec())],
        };
        let text = engine(&packed).unwrap();
        assert!(text.contains(r#"worker: "const quoted = \"a\";\n","#), "{text}");
        assert!(text.contains("core: bytes(\"H4s=\")"), "{text}");
    }
}
