//! `ringfence features`: pages as the numbers that the reader weighs, for
//! `training/`.

use std::io::{self, Write};
use std::path::PathBuf;

use serde::Serialize;

use super::eval::corpus::{self, Expect, Page};
use super::page::read;
use super::{Error, Outcome};
use crate::page::{View, html};
use crate::reader::{self, Family};
use crate::signals;
use crate::verdict::{self, Level};

/// Which pages.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A directory with pages.jsonl, or with sets that have index.jsonl
    dir: PathBuf,
}

/// A page's line of the list, and what is known of it without the reader.
#[derive(Debug, Serialize)]
struct About<'p> {
    #[serde(flatten)]
    page: &'p Page,
    /// The level that the rules give.
    rules: Level,
    /// Whether the reader would read it.
    read: bool,
    /// The families that could be a danger on it.
    hard: Vec<Family>,
}

/// Writes a line a page in the format of libsvm, with what is known [`About`]
/// it behind as a comment: `0` for an honest page, else the number of its
/// family.
pub(super) fn run(args: &Args) -> Result<Outcome, Error> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for page in corpus::load(&args.dir, "")? {
        let Some(label) = label(&page) else { continue };
        let html = read(&args.dir.join(&page.file))?;
        let Some(facts) = html::collect(&html, &page.url).into_iter().next() else {
            continue;
        };
        let view = View::new(&facts);
        let signals = signals::all(&view);
        let vector = reader::vector(&view, &signals);
        let mut values: Vec<(usize, f32)> = vector.values().collect();
        values.sort_unstable_by_key(|&(bucket, _)| bucket);
        write!(out, "{label}")?;
        for (bucket, value) in values {
            write!(out, " {bucket}:{value}")?;
        }
        let about = About {
            page: &page,
            rules: verdict::by_rules(&view, &signals).level,
            read: view.host.owner.is_none() && reader::has_anything(&view),
            hard: Family::ALL
                .into_iter()
                .filter(|&family| verdict::reader::hard(family, &signals).is_some())
                .collect(),
        };
        writeln!(out, " # {}", serde_json::to_string(&about)?)?;
    }
    out.flush()?;
    Ok(Outcome::Done)
}

/// What the page is to be taken for; `None` for one that may be taken either way.
fn label(page: &Page) -> Option<usize> {
    match page.expect {
        Expect::Alarm => {
            let mut families = reader::Family::ALL.iter();
            let place = families.position(|family| super::name_of(family) == page.family);
            Some(1 + place?)
        }
        Expect::Quiet => Some(0),
        _ => None,
    }
}
