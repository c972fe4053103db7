//! `ringfence eval`: detection measured on labelled pages.
//!
//! A corpus is a directory with `pages.jsonl`, a line a page: `id`, `file`
//! (relative to the directory), `url` to assume, `set`, `label`, `group` (pages
//! of one kit or family) and `expect`; or one with sets, each a directory with
//! an `index.jsonl` of the same, in which `family` (a name of
//! [`crate::reader::Family`]) stands for the label, and `lang` for the language:
//!
//! | `expect` | caution or danger is | nothing or a notice is |
//! |---|---|---|
//! | `alarm` | right | a miss |
//! | `quiet` | a false alarm | right |
//! | `vendor` | right on a download or session page, else a false alarm | right |
//! | `either`, `ignore` | counted | counted |
//!
//! Pages of forms may have `labels` too: what the fields ask for, and how many
//! do (`{"cardNumber": 1}`; [`fields`] has the names). Lists of hosts may
//! stand beside them ([`hosts`]).

mod ablation;
pub(super) mod corpus;
mod fields;
mod hosts;
mod leave_one_out;
mod scams;
mod table;
mod wilson;

use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Instant;

use super::{Error, Outcome};
use corpus::{Expect, Page, Result as Judged};

/// What to measure, and the bars to meet.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A directory with pages.jsonl
    dir: PathBuf,
    /// Only pages whose set/label starts with this
    #[arg(long, value_name = "PREFIX", default_value = "")]
    only: String,
    /// List the pages that should have been alarmed, and fields told wrongly
    #[arg(long)]
    misses: bool,
    /// List the alarms that should not have been, with their evidence
    #[arg(long)]
    false_alarms: bool,
    /// Judge each group of `alarm` pages without the phrases that stand in no
    /// other group, and name the worst group
    #[arg(long)]
    leave_one_out: bool,
    /// Judge the `alarm` pages without one part of them, or one sort of mark,
    /// at a time
    #[arg(long)]
    ablate: bool,
    /// Least share of `alarm` pages alarmed, in percent
    #[arg(long, value_name = "PERCENT")]
    min_recall: Option<f64>,
    /// Largest share of `quiet` pages alarmed, in percent
    #[arg(long, value_name = "PERCENT")]
    max_false: Option<f64>,
}

pub(super) fn run(args: &Args) -> Result<Outcome, Error> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let pages = corpus::load(&args.dir, &args.only)?;
    let start = Instant::now();
    let results = corpus::judge_all(&args.dir, &pages);
    let elapsed = start.elapsed();

    table::print(&results, &mut out)?;
    fields::print(&results, args.misses || args.false_alarms, &mut out)?;
    if args.only.is_empty() {
        hosts::print(&args.dir, &mut out)?;
    }
    let engine: f64 = results.iter().map(|result| result.time.as_secs_f64()).sum();
    writeln!(
        out,
        "\n{} pages in {:.1} s; the engine alone {:.2} s of one core, {:.0} pages a second",
        results.len(),
        elapsed.as_secs_f64(),
        engine,
        results.len() as f64 / engine.max(f64::EPSILON),
    )?;
    let amazon = results
        .iter()
        .filter(|result| result.page.set == "C-other" && result.names("amazon"));
    let others: Vec<&str> = amazon.map(|result| result.page.id.as_str()).collect();
    writeln!(
        out,
        "pages of C-other called Amazon: {} {}",
        others.len(),
        others.join(" ")
    )?;
    for failed in results.iter().filter(|result| result.error.is_some()) {
        let error = failed.error.as_deref().unwrap_or_default();
        writeln!(out, "failed: {} {error}", failed.page.id)?;
    }

    if args.misses {
        writeln!(out, "\nMissed")?;
        list(results.iter().filter(|result| result.is_miss()), &mut out)?;
    }
    if args.false_alarms {
        writeln!(out, "\nFalse alarms")?;
        list(
            results.iter().filter(|result| result.is_false_alarm()),
            &mut out,
        )?;
    }
    if args.leave_one_out || args.ablate {
        let scams = scams::load(&args.dir, &pages);
        if args.leave_one_out {
            leave_one_out::print(&scams, &mut out)?;
        }
        if args.ablate {
            ablation::print(&scams, &mut out)?;
        }
    }
    let met = bars_met(args, &results, &mut out)?;
    out.flush()?;
    let all_read = results.iter().all(|result| result.error.is_none());
    Ok(if met && all_read {
        Outcome::Done
    } else {
        Outcome::Partly
    })
}

fn list<'a>(results: impl Iterator<Item = &'a Judged<'a>>, out: &mut impl Write) -> io::Result<()> {
    for result in results {
        let Page {
            id,
            set,
            label,
            group,
            url,
            ..
        } = result.page;
        writeln!(out, "{id} {set}/{label} {group} {url}")?;
        for threat in &result.verdict.threats {
            let (level, kind) = (
                crate::cli::name_of(&threat.level),
                crate::cli::name_of(&threat.kind),
            );
            let evidence = threat.evidence.join(" | ");
            writeln!(out, "    {level} {kind}: {evidence}")?;
        }
    }
    Ok(())
}

/// Says which bars were not met.
fn bars_met(args: &Args, results: &[Judged], out: &mut impl Write) -> io::Result<bool> {
    let share = |expect| {
        let of: Vec<_> = results
            .iter()
            .filter(|result| result.page.expect == expect)
            .collect();
        let alarmed = of.iter().filter(|result| result.is_alarmed()).count();
        100.0 * alarmed as f64 / of.len().max(1) as f64
    };
    let (recall, wrong) = (share(Expect::Alarm), share(Expect::Quiet));
    let mut met = true;
    if let Some(bar) = args.min_recall.filter(|&bar| recall < bar) {
        writeln!(out, "recall {recall:.2}% is under the bar of {bar}%")?;
        met = false;
    }
    if let Some(bar) = args.max_false.filter(|&bar| wrong > bar) {
        writeln!(out, "false alarms {wrong:.2}% are over the bar of {bar}%")?;
        met = false;
    }
    Ok(met)
}
