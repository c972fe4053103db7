//! The command line: the same engine over files.
//!
//! Exit status: 0 done, 1 done but not all (a line of a batch failed, a bar of
//! `eval` was not met), 2 could not be done (wrong use, unreadable input).

mod batch;
mod clock;
mod error;
mod eval;
mod features;
mod host;
mod page;
mod scan;

use std::io;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use serde::Serialize;

pub use error::Error;

/// Says which pages push remote access or pose as a brand, on this machine alone.
#[derive(Debug, Parser)]
#[command(
    version,
    after_help = "Exit status: 0 done; 1 done but not all (a line of a batch \
    failed, a bar of eval was not met); 2 could not be done."
)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Judge a page, or many.
    Scan(scan::Args),
    /// Say who owns a host and whom it resembles, a JSON line each.
    Host(host::Args),
    /// Measure detection on labelled pages.
    Eval(eval::Args),
    /// Write labelled pages as numbers, for training the reader.
    Features(features::Args),
}

/// How a command that could be carried out ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    /// All of it.
    Done,
    /// Something in it failed, as its output says.
    Partly,
}

/// The name of a unit variant as JSON has it.
fn name_of(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// Runs the command with the arguments of this process.
pub fn main() -> ExitCode {
    let result = match Args::parse().command {
        Command::Scan(args) => scan::run(&args),
        Command::Host(args) => host::run(&args),
        Command::Eval(args) => eval::run(&args),
        Command::Features(args) => features::run(&args),
    };
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Partly) => ExitCode::from(1),
        // Whoever read our output has seen enough (`ringfence … | head`).
        Err(Error::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("ringfence: {error}");
            ExitCode::from(2)
        }
    }
}
