//! `ringfence scan --batch`: a stream of pages. Memory holds one page at a time.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::page::{judge, read};
use super::{Error, Outcome};
use crate::verdict::{Level, Threat};

/// Bytes of one line of a list.
const MAX_LINE: u64 = 1024 * 1024;

/// A line of the list.
#[derive(Debug, Deserialize)]
struct Job {
    url: String,
    file: PathBuf,
}

/// A line of the output.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Answer {
    Judged {
        id: Value,
        level: Level,
        threats: Vec<Threat>,
        micros: u64,
    },
    Failed {
        id: Value,
        error: String,
    },
}

/// Judges every page of the list, in its order.
pub(super) fn run(list: &Path, out: &mut impl Write) -> Result<Outcome, Error> {
    let fail = |source| Error::Read {
        path: list.to_owned(),
        source,
    };
    let mut from: Box<dyn BufRead> = match list.to_str() {
        Some("-") => Box::new(io::stdin().lock()),
        _ => Box::new(BufReader::new(File::open(list).map_err(fail)?)),
    };
    let mut outcome = Outcome::Done;
    let mut line = Vec::new();
    while read_line(&mut from, &mut line).map_err(fail)? {
        if line.trim_ascii().is_empty() {
            continue;
        }
        let answer = answer(&line);
        if matches!(answer, Answer::Failed { .. }) {
            outcome = Outcome::Partly;
        }
        serde_json::to_writer(&mut *out, &answer).map_err(io::Error::from)?;
        writeln!(out)?;
    }
    Ok(outcome)
}

/// Reads a line, of an overlong one only its start; false at the end.
fn read_line(from: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let read = from.by_ref().take(MAX_LINE + 1).read_until(b'\n', line)?;
    if read as u64 > MAX_LINE && !line.ends_with(b"\n") {
        from.skip_until(b'\n')?;
    }
    Ok(read > 0)
}

fn answer(line: &[u8]) -> Answer {
    let parsed = match line.len() as u64 > MAX_LINE {
        true => Err(Error::LongLine(MAX_LINE)),
        false => serde_json::from_slice::<Value>(line).map_err(Error::Line),
    };
    // Whatever is wrong with the rest, the answer carries the line's own id.
    let id = parsed
        .as_ref()
        .ok()
        .and_then(|line| line.get("id"))
        .cloned()
        .unwrap_or_default();
    let judged = parsed
        .and_then(|line| Ok(serde_json::from_value::<Job>(line)?))
        .and_then(|job| judge(&read(&job.file)?, &job.url));
    match judged {
        Ok(judged) => Answer::Judged {
            id,
            level: judged.verdict.level,
            threats: judged.verdict.threats,
            micros: judged.time.as_micros().try_into().unwrap_or(u64::MAX),
        },
        Err(error) => Answer::Failed {
            id,
            error: error.to_string(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::{MAX_LINE, run};
    use crate::cli::Outcome;

    #[test]
    fn a_bad_line_does_not_stop_the_rest() {
        let dir = std::env::temp_dir().join(format!("ringfence-batch-{}", std::process::id()));
        std::fs::create_dir_all(&dir).expect("a directory for the test");
        let page = dir.join("page.html");
        std::fs::write(&page, "<title>Hello</title>").expect("a page");
        let good = format!("{{\"id\":7,\"url\":\"https://a.example/\",\"file\":{page:?}}}");
        let list = [
            good.clone(),
            "{\"id\":\"gone\",\"url\":\"https://a.example/\",\"file\":\"/no/such/page\"}"
                .to_owned(),
            "nonsense".to_owned(),
            "x".repeat(MAX_LINE as usize + 9),
            format!("{{\"id\":9,\"url\":\"no address\",\"file\":{page:?}}}"),
            String::new(),
            good,
        ];
        let file = dir.join("list");
        std::fs::write(&file, list.join("\n")).expect("a list");
        let mut out = Vec::new();
        let outcome = run(&file, &mut out).expect("the batch to run");
        std::fs::remove_dir_all(&dir).expect("to clear up");

        assert_eq!(outcome, Outcome::Partly);
        let lines: Vec<serde_json::Value> = String::from_utf8(out)
            .expect("text")
            .lines()
            .map(|line| serde_json::from_str(line).expect("JSON"))
            .collect();
        let ids: Vec<_> = lines.iter().map(|line| line["id"].to_string()).collect();
        assert_eq!(ids, ["7", "\"gone\"", "null", "null", "9", "7"]);
        let failed: Vec<_> = lines.iter().map(|line| line["error"].is_string()).collect();
        assert_eq!(failed, [false, true, true, true, true, false]);
        assert_eq!(lines[0]["level"], "none");
    }
}
