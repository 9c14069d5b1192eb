//! Benchmarks on public instances: `cargo xtask bench NAME FILE… [--seconds S] [--seed N] [--out FILE]`.
//!
//! An adapter turns a file into a `Problem`; the product's own engine solves it; the product's own checker accepts
//! the plan before a figure is printed. Seconds are CPU seconds of the process.

mod attendance;
#[path = "../suite/attended.rs"]
#[allow(clippy::unwrap_used, reason = "the tests use it too")]
mod attended;
#[path = "../suite/builders.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod builders;
mod claims;
mod clinic;
mod clock;
mod common;
mod example;
mod facility;
mod forecast;
#[path = "../suite/generator.rs"]
#[allow(
    dead_code,
    clippy::unwrap_used,
    reason = "the tests use the rest, and say what they expect by unwrapping"
)]
mod generator;
mod hhcrsp;
mod import;
mod invariants;
#[path = "../suite/null_pilots.rs"]
#[allow(dead_code, clippy::unwrap_used, reason = "the tests use the rest")]
mod null_pilots;
mod oddities;
mod pilot;
#[path = "../suite/referrals.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod referrals;
mod run;
mod same;
mod scale;
mod uhhc;
mod vrptw;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if let Err(message) = run::run(&args) {
        eprintln!("{message}");
        std::process::exit(1);
    }
}
