//! The command `ringfence`; see [`ringfence::cli`].

use std::process::ExitCode;

/// The command exists only where there are files to read.
fn main() -> ExitCode {
    #[cfg(not(target_arch = "wasm32"))]
    return ringfence::cli::main();
    #[cfg(target_arch = "wasm32")]
    ExitCode::SUCCESS
}
