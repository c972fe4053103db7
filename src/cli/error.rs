//! What can go wrong on the command line.

use std::io;
use std::path::PathBuf;

/// Why a command, or one line of a batch, could not be carried out.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or the standard input could not be read.
    #[error("cannot read {}: {source}", path.display())]
    Read {
        /// Which one; `-` is the standard input.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// The output could not be written.
    #[error("cannot write: {0}")]
    Write(#[from] io::Error),
    /// An address is not one.
    #[error("not an address: {url:?} ({source})")]
    Url {
        /// As given.
        url: String,
        /// Why.
        source: url::ParseError,
    },
    /// A line of a list is not what it should be.
    #[error("not a line of a list: {0}")]
    Line(#[from] serde_json::Error),
    /// A line of a list is longer than any list needs.
    #[error("the line is longer than {0} bytes")]
    LongLine(u64),
    /// A list holds nothing to measure.
    #[error("{} holds no page that fits", .0.display())]
    Empty(PathBuf),
}
