//! Sizes of what is shipped, against the budgets.

use crate::Result;
use crate::pack::packed_path;
use crate::wasm::Profile;

/// Largest size of each shipped file: name, bytes as compressed for the page, or by gzip.
const BUDGETS: [(&str, usize); 5] = [
    ("core", 400_000),
    ("records", 400_000),
    ("workbook", 650_000),
    (ELEMENT, 300_000),
    ("rosterwell.html", 2_200_000),
];

/// The element of the npm package without its engine.
const ELEMENT: &str = "define.js";

/// A shipped file.
pub(super) struct Size {
    pub file: &'static str,
    /// As compressed for the page, or by gzip; the page itself as it is.
    pub bytes: usize,
    pub budget: usize,
}

/// Builds what is shipped and measures it.
pub(super) fn sizes() -> Result<Vec<Size>> {
    let packed = crate::pack::build(Profile::Release)?;
    let package = crate::page::package()?;
    let element = package.iter().find(|(name, _)| *name == ELEMENT);
    let element = element.map_or("", |(_, text)| text);
    let element = crate::pack::compressed(element.as_bytes(), Profile::Release)?.len();
    let bytes = |file: &str| {
        if file == ELEMENT {
            return element;
        }
        let module = packed.modules.iter().find(|(name, _)| name == file);
        module.map_or(packed.html.len(), |(_, bytes)| bytes.len())
    };
    let sizes = BUDGETS.into_iter().map(|(file, budget)| Size {
        file,
        bytes: bytes(file),
        budget,
    });
    Ok(sizes.collect())
}

/// One JSON line per shipped file; an error if one is over its budget.
pub(super) fn print() -> Result<()> {
    let sizes = sizes()?;
    for Size { file, bytes, budget } in &sizes {
        println!(
            "{}",
            serde_json::json!({ "file": file, "bytes": bytes, "budget": budget })
        );
    }
    let over: Vec<&str> = sizes
        .iter()
        .filter(|size| size.bytes > size.budget)
        .map(|size| size.file)
        .collect();
    if over.is_empty() {
        return Ok(());
    }
    let page = packed_path();
    Err(format!("over budget: {} (see {})", over.join(", "), page.display()))
}
