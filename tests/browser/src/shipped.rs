//! The extension as it was built.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::Value;
use tempfile::TempDir;

use crate::browser::Engine;

/// The directory of the unpacked extension for `engine`.
pub fn dist(engine: Engine) -> PathBuf {
    let root = std::env::var_os("RINGFENCE_DIST").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist"),
        PathBuf::from,
    );
    root.join(match engine {
        Engine::Chromium => "chrome",
        Engine::Firefox => "firefox",
    })
}

/// A copy of it, to be changed.
pub fn copy(engine: Engine) -> Result<TempDir> {
    let copy = tempfile::tempdir()?;
    copy_all(&dist(engine), copy.path())?;
    Ok(copy)
}

/// A copy of it that speaks `language` whatever the browser speaks.
pub fn speaking(engine: Engine, language: &str) -> Result<TempDir> {
    let copy = copy(engine)?;
    let mut manifest = manifest(copy.path())?;
    manifest["default_locale"] = language.into();
    std::fs::write(copy.path().join("manifest.json"), manifest.to_string())?;
    for locale in std::fs::read_dir(copy.path().join("_locales"))? {
        let locale = locale?;
        if locale.file_name() != language {
            std::fs::remove_dir_all(locale.path())?;
        }
    }
    Ok(copy)
}

fn copy_all(from: &Path, to: &Path) -> Result<()> {
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy_all(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// The manifest in `dir`.
pub fn manifest(dir: &Path) -> Result<Value> {
    let file = dir.join("manifest.json");
    let text = std::fs::read_to_string(&file)
        .with_context(|| format!("no {}: run `./build.sh build` first", file.display()))?;
    Ok(serde_json::from_str(&text)?)
}

/// The content scripts that `wanted` picks by their path, in the manifest's
/// order, each with its source.
pub fn content_scripts(
    engine: Engine,
    wanted: impl Fn(&str) -> bool,
) -> Result<Vec<(String, String)>> {
    let dir = dist(engine);
    let manifest = manifest(&dir)?;
    let groups = manifest["content_scripts"].as_array().into_iter().flatten();
    let files = groups.flat_map(|group| group["js"].as_array().into_iter().flatten());
    let files = files.filter_map(Value::as_str).filter(|file| wanted(file));
    let read = |file: &str| Ok((file.to_owned(), std::fs::read_to_string(dir.join(file))?));
    files.map(read).collect()
}

/// Gate and collector, as one script that defines `ringfenceGate` and
/// `ringfenceCollect`.
pub fn gate_and_collector(engine: Engine) -> Result<String> {
    let wanted = |file: &str| {
        !file.contains("overlay") && !file.contains("warning") && !file.ends_with("main.js")
    };
    let scripts = content_scripts(engine, wanted)?;
    Ok(scripts
        .into_iter()
        .map(|(_, source)| source + "\n")
        .collect())
}
