//! What the extension says, from its English messages.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Deserialize;

#[derive(Deserialize)]
struct Message {
    message: String,
}

/// The message `id` with `args` for its placeholders, in the order in which
/// they stand in the sentence.
pub fn words(id: &str, args: &[&str]) -> Result<String> {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../extension/_locales/en/messages.json");
    let messages: HashMap<String, Message> = serde_json::from_slice(&std::fs::read(file)?)?;
    let message = &messages
        .get(id)
        .with_context(|| format!("no message {id}"))?
        .message;
    let mut said = String::new();
    for (index, part) in message.split('$').enumerate() {
        // Odd parts are the names of placeholders.
        said += if index % 2 == 0 {
            part
        } else {
            args.get(index / 2).copied().unwrap_or_default()
        };
    }
    Ok(said)
}
