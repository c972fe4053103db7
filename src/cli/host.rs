//! `ringfence host`: what is known of host names.

use std::io::{self, BufRead, Write};

use super::{Error, Outcome};

/// Which hosts.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Hosts; "-" or none: one a line from the standard input
    hosts: Vec<String>,
}

pub(super) fn run(args: &Args) -> Result<Outcome, Error> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut say = |host: &str| -> Result<(), Error> {
        serde_json::to_writer(&mut out, &crate::host::inspect(host)).map_err(io::Error::from)?;
        Ok(writeln!(out)?)
    };
    if args.hosts.is_empty() || args.hosts == ["-"] {
        for line in io::stdin().lock().split(b'\n') {
            let line = line.map_err(|source| Error::Read {
                path: "-".into(),
                source,
            })?;
            // What is no text is no host, and must not stop the rest.
            let line = String::from_utf8_lossy(&line);
            let host = line.trim();
            if !host.is_empty() {
                say(host)?;
            }
        }
    } else {
        args.hosts.iter().try_for_each(|host| say(host))?;
    }
    out.flush()?;
    Ok(Outcome::Done)
}
