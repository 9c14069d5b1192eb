//! Sizes of what is shipped, against the budgets.

use crate::Result;
use crate::pack::{compressed, packed_path, wasm_path};
use crate::run::{at, read};
use crate::wasm::Profile;

/// Largest size of each shipped file: name, bytes as compressed for the page.
const BUDGETS: [(&str, usize); 3] = [("core", 400_000), ("workbook", 650_000), ("rosterwell.html", 2_200_000)];

/// A shipped file.
pub(super) struct Size {
    pub file: &'static str,
    /// As compressed for the page; the page itself as it is.
    pub bytes: usize,
    pub budget: usize,
}

/// Builds what is shipped and measures it.
pub(super) fn sizes() -> Result<Vec<Size>> {
    let packed = crate::pack::build(Profile::Release)?;
    let bytes = |name: &str| -> Result<usize> {
        match name {
            "rosterwell.html" => Ok(packed.html.len()),
            module => Ok(compressed(&read(&wasm_path(&at("target/page/glue"), module))?)?.len()),
        }
    };
    BUDGETS
        .into_iter()
        .map(|(file, budget)| {
            let bytes = bytes(file)?;
            Ok(Size { file, bytes, budget })
        })
        .collect()
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
