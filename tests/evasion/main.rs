//! The evasion matrix: every page that the tests hold for a scam, changed in
//! every way a scammer might, and still alarmed?
//!
//! `cargo test --test evasion -- --nocapture` prints the matrix.
#![allow(
    clippy::expect_used,
    reason = "a test that cannot read its pages has failed"
)]

mod markup;
mod scam;
mod tricks;

use scam::Scam;

/// Least share, in percent, of the pages that each trick must leave alarmed,
/// and that all tricks must leave alarmed together.
const ROW: usize = 85;
const ALL: usize = 97;

#[test]
fn tricks_do_not_hide_scams() {
    let scams = Scam::all();
    let mut failed = Vec::new();
    let (mut all, mut kept) = (0, 0);
    for trick in tricks::all() {
        let hidden: Vec<&str> = scams
            .iter()
            .filter(|scam| !trick.on(scam).alarms())
            .map(|scam| scam.name.as_str())
            .collect();
        let seen = scams.len() - hidden.len();
        println!(
            "{:38} {seen:3} of {:3}  {:5.1}%  {}",
            trick.name,
            scams.len(),
            percent(seen, scams.len()),
            hidden.join(" ")
        );
        all += scams.len();
        kept += seen;
        if seen * 100 < ROW * scams.len() {
            failed.push(trick.name);
        }
    }
    println!("all {kept} of {all}  {:.1}%", percent(kept, all));
    assert!(failed.is_empty(), "under {ROW}%: {failed:?}");
    assert!(kept * 100 >= ALL * all, "{kept} of {all} is under {ALL}%");
}

fn percent(part: usize, whole: usize) -> f64 {
    part as f64 * 100.0 / whole as f64
}

/// A trick that leaves most pages alone would flatter the matrix.
#[test]
fn every_trick_changes_what_it_is_for() {
    let scams = Scam::all();
    for trick in tricks::all().filter(|trick| trick.name != tricks::UNCHANGED) {
        let changed = scams.iter().filter(|scam| {
            let after = trick.on(scam);
            after.html != scam.html || after.url != scam.url
        });
        let changed = changed.count();
        assert!(
            changed >= tricks::LEAST_CHANGED,
            "{}: {changed}",
            trick.name
        );
    }
}
