//! Build, serve, test and measure rosterwell: `cargo xtask COMMAND`.
//!
//! Every command sets up what is missing where it can, and says exactly what to install where it cannot.

mod audit;
mod bench;
mod browser;
mod dist;
mod hash;
mod hosting;
mod pack;
mod page;
mod policy;
mod reproduce;
mod run;
mod serve;
mod setup;
mod test;
mod wasm;

use std::ffi::OsString;
use std::process::ExitCode;

/// What went wrong, and what to do about it.
type Result<T> = std::result::Result<T, String>;

const HELP: &str = "\
cargo xtask COMMAND

  serve [--port N] [--dev]     build the page and serve it on this machine; --dev builds sooner, runs slower
  test [--dev] [PART…]         run every test, or only: lint, native, schema, wasm, page
  dist                         write pkg/: the npm package and rosterwell.html; the same bytes every time
  reproduce [--shipped]        build the committed sources in two folders and compare what they ship
  audit [--update]             check licences, bans, advisories and ages of everything that is locked
  bench NAME [ARGUMENT…]       measure: see docs/benchmarks.md; `bench size` for what is shipped
  schema                       write docs/schema/*.json and www/engine/types.ts from the Rust types
";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let text: Vec<String> = arguments.iter().map(|a| a.to_string_lossy().into_owned()).collect();
    let rest = text.get(1..).unwrap_or_default();
    let outcome = match text.first().map(String::as_str) {
        Some("serve") => serve::serve(rest),
        Some("test") => test::test(rest),
        Some("dist") => dist::dist(),
        Some("reproduce") => reproduce::reproduce(rest),
        Some("audit") => audit::audit(rest),
        Some("bench") => bench::bench(rest),
        Some("schema") => test::write_schema(),
        Some("test-runner") => wasm::test_runner(&arguments),
        Some("--help" | "-h" | "help") => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(HELP.into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
