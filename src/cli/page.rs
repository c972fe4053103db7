//! One page from bytes to verdict.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::time::Duration;

use url::Url;

use super::{Error, clock};
use crate::page::{PageFacts, html};
use crate::verdict::{Level, Threat, Verdict};

/// Bytes of a page that are read; the rest is left.
const MAX_PAGE: u64 = 64 * 1024 * 1024;

/// A judged page.
#[derive(Debug)]
pub(super) struct Judged {
    /// Of the page and the frames in it together.
    pub(super) verdict: Verdict,
    /// The time that the engine took of a core, parsing left out.
    pub(super) time: Duration,
    /// The facts that it judged, the page itself first.
    pub(super) facts: Vec<PageFacts>,
}

/// Reads a file, or the standard input when it is `-`.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, Error> {
    let fail = |source| Error::Read {
        path: path.to_owned(),
        source,
    };
    let mut bytes = Vec::new();
    let from: Box<dyn Read> = match path.to_str() {
        Some("-") => Box::new(io::stdin().lock()),
        _ => Box::new(File::open(path).map_err(fail)?),
    };
    from.take(MAX_PAGE).read_to_end(&mut bytes).map_err(fail)?;
    Ok(bytes)
}

/// Judges the page in `html`, found at `url`.
pub(super) fn judge(html: &[u8], url: &str) -> Result<Judged, Error> {
    if let Err(source) = Url::parse(url) {
        return Err(Error::Url {
            url: url.to_owned(),
            source,
        });
    }
    let facts = html::collect(html, url);
    let before = clock::spent();
    let verdicts: Vec<Verdict> = facts.iter().map(crate::judge).collect();
    let time = clock::spent().saturating_sub(before);
    Ok(Judged {
        verdict: together(verdicts),
        time,
        facts,
    })
}

/// One verdict over the documents of a page: each threat once, at its loudest.
fn together(verdicts: Vec<Verdict>) -> Verdict {
    let mut threats: Vec<Threat> = verdicts
        .into_iter()
        .flat_map(|verdict| verdict.threats)
        .collect();
    threats.sort_by_key(|threat| std::cmp::Reverse(threat.level));
    let mut seen = Vec::new();
    threats.retain(|threat| {
        let what = (threat.kind, threat.brand.clone(), threat.tool.clone());
        let new = !seen.contains(&what);
        seen.push(what);
        new
    });
    Verdict {
        level: threats.first().map_or(Level::None, |loudest| loudest.level),
        threats,
    }
}
