//! `ringfence features`: pages as the numbers that the reader weighs, for
//! `training/`.

use std::io::{self, Write};
use std::path::PathBuf;

use super::eval::corpus::{self, Expect, Page};
use super::page::read;
use super::{Error, Outcome};
use crate::page::{View, html};
use crate::{reader, signals};

/// Which pages.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A directory with pages.jsonl, or with sets that have index.jsonl
    dir: PathBuf,
}

/// Writes a line a document in the format of libsvm, the page's line of the
/// list behind it as a comment: `0` for an honest page, else the number of its
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
        let vector = reader::vector(&view, &signals::all(&view));
        let mut values: Vec<(usize, f32)> = vector.values().collect();
        values.sort_unstable_by_key(|&(bucket, _)| bucket);
        write!(out, "{label}")?;
        for (bucket, value) in values {
            write!(out, " {bucket}:{value}")?;
        }
        writeln!(out, " # {}", serde_json::to_string(&page)?)?;
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
