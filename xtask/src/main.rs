//! Build, serve, test and measure rosterwell: `cargo xtask`.
fn main() {
    let arguments: Vec<std::ffi::OsString> = std::env::args_os().collect();
    if let Err(error) = wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments) {
        eprintln!("{error}");
    }
}
