//! Reads what `training/` wrote of the reader: the numbers beside its weights.

use std::{fs, path::Path};

use serde::Deserialize;

/// `reader/model.toml`.
#[derive(Debug, Deserialize)]
pub struct Model {
    families: Vec<String>,
    buckets: usize,
    scales: Vec<f32>,
    intercepts: Vec<f32>,
    caution: f32,
    danger: f32,
}

/// The families in the order of the weights' columns: `reader::Family::ALL`.
const FAMILIES: [&str; 4] = ["brand", "callback", "remote", "scare"];

/// Reads and checks the files of `dir`.
pub fn read(dir: &Path) -> Result<Model, Vec<String>> {
    let path = dir.join("model.toml");
    let model: Model = fs::read_to_string(&path)
        .map_err(|error| error.to_string())
        .and_then(|text| toml::from_str(&text).map_err(|error| error.to_string()))
        .map_err(|error| vec![format!("{}: {error}", path.display())])?;
    let weights = fs::metadata(dir.join("weights.bin")).map_or(0, |file| file.len());
    let columns = 1 + FAMILIES.len();
    let whole = model.families == FAMILIES
        && model.scales.len() == columns
        && model.intercepts.len() == columns
        && weights == (model.buckets * columns) as u64;
    match whole {
        true => Ok(model),
        false => Err(vec![format!(
            "{}: it must have the families {FAMILIES:?}, {columns} scales and intercepts, \
             and so many bytes for each bucket in weights.bin",
            path.display()
        )]),
    }
}

impl Model {
    /// The constants of `src/reader/weights.rs`.
    pub fn emit(&self) -> String {
        format!(
            "const SCALES: [f32; COLUMNS] = {:?};\n\
             const INTERCEPTS: [f32; COLUMNS] = {:?};\n\
             pub(super) const CAUTION: f32 = {:?};\n\
             pub(super) const DANGER: f32 = {:?};\n",
            self.scales, self.intercepts, self.caution, self.danger
        )
    }
}
