//! `bench`: measurements. What runs in Rust is one native program, `tests/bench`; sizes are read from the files.

use crate::Result;
use crate::pack::{compressed, packed_path, wasm_path};
use crate::run::{at, cargo, read, run};

/// Largest size of each shipped file: name, bytes as compressed for the page, budget.
const BUDGETS: [(&str, usize); 3] = [("core", 400_000), ("workbook", 650_000), ("rosterwell.html", 2_200_000)];

/// Runs one measurement.
pub(crate) fn bench(arguments: &[String]) -> Result<()> {
    match arguments.first().map(String::as_str) {
        None => Err("bench needs a name: see docs/benchmarks.md".into()),
        Some("size") => size(),
        Some(_) => {
            let options = [
                "run",
                "--quiet",
                "--locked",
                "--profile",
                "measure",
                "--example",
                "bench",
                "--",
            ];
            let mut command = cargo(&options);
            run(command.args(arguments))
        }
    }
}

/// One JSON line per shipped file: its size in the page and its budget.
fn size() -> Result<()> {
    let packed = crate::pack::build(crate::wasm::Profile::Release)?;
    let mut over = Vec::new();
    for (name, budget) in BUDGETS {
        let bytes = match name {
            "rosterwell.html" => packed.html.len(),
            module => compressed(&read(&wasm_path(&at("target/page/glue"), module))?)?.len(),
        };
        println!(
            "{}",
            serde_json::json!({ "file": name, "bytes": bytes, "budget": budget })
        );
        if bytes > budget {
            over.push(name);
        }
    }
    if over.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "over budget: {} (see {})",
            over.join(", "),
            packed_path().display()
        ))
    }
}
