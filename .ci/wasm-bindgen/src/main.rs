//! Runs wasm-bindgen at the very version that `Cargo.lock` pins, so that the
//! generated glue always fits the library.

fn main() -> Result<(), anyhow::Error> {
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(std::env::args_os())
}
