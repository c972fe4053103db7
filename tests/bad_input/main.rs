//! Input that no honest page or caller gives: what comes out is a verdict or a
//! clear error, within bounded time and memory, and never a panic.

mod command;
mod messages;
mod pages;

use std::io::Write;
use std::process::{Command, Output, Stdio};

/// Where the bad pages stand.
const URL: &str = "https://bad.example/";
/// Seconds of processor time that the command may take: far above what any of
/// these takes in a debug build, and no matter how busy the machine is.
const SECONDS: u32 = 60;
/// KiB of address space that the command may take, the page of 50 MB included.
const MEMORY: u32 = 2 * 1024 * 1024;

/// `ringfence scan --json` on `page`.
fn scan(url: &str, page: &[u8]) -> Output {
    ringfence(&["scan", "--json", "--url", url], page)
}

/// The command with `input` on its standard input, within bounded memory and
/// time.
fn ringfence(args: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new("sh")
        .arg("-c")
        .arg(format!(
            "ulimit -v {MEMORY}; ulimit -t {SECONDS}; exec \"$0\" \"$@\""
        ))
        .arg(env!("CARGO_BIN_EXE_ringfence"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut pipe = child.stdin.take().expect("a pipe");
    // It may refuse its arguments before it has read the input.
    pipe.write_all(input).ok();
    drop(pipe);
    child.wait_with_output().expect("the command ends")
}
