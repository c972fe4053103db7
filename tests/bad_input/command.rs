//! The command on what it cannot read or write: a clear error and its status.

use std::process::{Command, Stdio};

use crate::{URL, ringfence, scan};

#[test]
fn an_address_that_is_none() {
    for url in [
        "",
        "no address",
        "http://",
        "https://[::1",
        "//half",
        "\u{202e}",
    ] {
        let output = scan(url, b"<p>Hello");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{url:?}: {said}");
        assert!(said.starts_with("ringfence: not an address"), "{said}");
    }
}

/// What the command says when it cannot do anything.
#[track_caller]
fn refused(args: &[&str]) -> String {
    let output = ringfence(args, b"");
    let said = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
    assert!(output.stdout.is_empty(), "{args:?}");
    said
}

#[test]
fn what_cannot_be_read() {
    let dir = env!("CARGO_MANIFEST_DIR");
    for args in [
        &["scan", "--url", URL, "/no/such/page"][..],
        &["scan", "--url", URL, dir],
        &["scan", "--batch", "/no/such/list"],
        &["eval", "/no/such/corpus"],
    ] {
        let said = refused(args);
        assert!(said.starts_with("ringfence: cannot read /"), "{said}");
    }
}

#[test]
fn wrong_use() {
    for args in [&["scan"][..], &["scna"], &[]] {
        assert!(refused(args).contains("Usage: "), "{args:?}");
    }
}

#[test]
fn a_list_of_hosts_with_bytes_that_are_no_text() {
    let list = b"a.example\n\xFF\xFE\n\n amazon.co.uk \n".to_vec();
    let output = ringfence(&["host"], &[list, vec![b'a'; 10_000_000]].concat());
    assert!(output.status.success());
    let said = String::from_utf8(output.stdout).expect("text");
    let owners: Vec<bool> = said
        .lines()
        .map(|line| line.contains("\"amazon\""))
        .collect();
    assert_eq!(owners, [false, false, true, false]);
}

#[test]
fn a_bad_line_of_a_list_is_answered_and_the_rest_goes_on() {
    let list = b"not JSON\n{\"id\":1}\n\xFF\n{\"id\":2,\"url\":\"x\",\"file\":\"/\"}\n";
    let output = ringfence(&["scan", "--batch", "-"], list);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).expect("text");
    assert_eq!(said.matches("\"error\":").count(), 4, "{said}");
}

/// Whoever reads has seen enough: that is no failure, and nothing to say.
#[test]
fn a_pipe_that_is_closed() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ringfence"))
        .args(["host", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    drop(child.stdout.take());
    let mut input = child.stdin.take().expect("a pipe");
    let hosts = b"a.example\n".repeat(100_000);
    std::io::Write::write_all(&mut input, &hosts).ok();
    drop(input);
    let output = child.wait_with_output().expect("the command ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{:?}: {said}", output.status);
    assert_eq!(said, "");
}

/// A full disk is a failure.
#[cfg(target_os = "linux")]
#[test]
fn a_place_that_takes_nothing() {
    let full = std::fs::File::options().write(true).open("/dev/full");
    let output = Command::new(env!("CARGO_BIN_EXE_ringfence"))
        .args(["host", "a.example"])
        .stdout(full.expect("a device"))
        .output()
        .expect("the command ends");
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.starts_with("ringfence: cannot write"), "{said}");
}
