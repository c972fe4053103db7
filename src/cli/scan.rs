//! `ringfence scan`: one page in words or JSON, or a batch of them.

use std::io::{self, Write};
use std::path::PathBuf;

use super::page::{Judged, judge, read};
use super::{Error, Outcome, batch};

/// What to scan.
#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("what").required(true).args(["url", "batch"])))]
pub(super) struct Args {
    /// The address that the page was found at
    #[arg(long)]
    url: Option<String>,
    /// Print the verdict as JSON
    #[arg(long, requires = "url")]
    json: bool,
    /// Print what the page shows instead of judging it: the facts as JSON, a
    /// line a document
    #[arg(long, requires = "url", conflicts_with = "json")]
    facts: bool,
    /// Judge a list: JSON lines {"id","url","file"} in, JSON lines out in the
    /// same order
    #[arg(long, value_name = "LIST", conflicts_with = "file")]
    batch: Option<PathBuf>,
    /// The page; "-" is the standard input
    #[arg(default_value = "-")]
    file: PathBuf,
}

pub(super) fn run(args: &Args) -> Result<Outcome, Error> {
    let mut out = io::stdout().lock();
    if let Some(list) = &args.batch {
        return batch::run(list, &mut out);
    }
    let url = args.url.as_deref().unwrap_or_default();
    let judged = judge(&read(&args.file)?, url)?;
    if args.facts {
        for facts in &judged.facts {
            serde_json::to_writer(&mut out, facts).map_err(io::Error::from)?;
            writeln!(out)?;
        }
    } else if args.json {
        serde_json::to_writer(&mut out, &judged.verdict).map_err(io::Error::from)?;
        writeln!(out)?;
    } else {
        report(&judged, url, &mut out)?;
    }
    Ok(Outcome::Done)
}

/// Says a verdict in words.
fn report(judged: &Judged, url: &str, out: &mut impl Write) -> Result<(), Error> {
    let level = super::name_of(&judged.verdict.level);
    writeln!(out, "{level}: {url}")?;
    for threat in &judged.verdict.threats {
        let who = [&threat.brand, &threat.tool].into_iter().flatten();
        let who: String = who.map(|name| format!(", {name}")).collect();
        let (level, kind) = (super::name_of(&threat.level), super::name_of(&threat.kind));
        writeln!(out, "\n  {level}: {kind}{who}")?;
        for evidence in &threat.evidence {
            writeln!(out, "    - {}", harmless(evidence))?;
        }
    }
    if judged.facts.iter().any(|facts| facts.truncated) {
        writeln!(out, "\nThe page is longer than what is looked at.")?;
    }
    writeln!(out, "\nJudged in {} µs.", judged.time.as_micros())?;
    Ok(())
}

/// The page's own words without what could steer a terminal.
fn harmless(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control()).collect()
}
