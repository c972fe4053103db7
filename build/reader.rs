//! Reads what `training/` wrote of the reader: the numbers beside its weights.

use std::path::Path;

use serde::Deserialize;

use crate::entries;

/// `reader/model.toml`.
#[derive(Debug, Deserialize)]
pub struct Model {
    families: Vec<String>,
    scale: f32,
    intercept: f32,
    family_scales: Vec<f32>,
    family_intercepts: Vec<f32>,
    caution: f32,
    danger: f32,
}

/// The families in the order of their weights: `reader::Family::ALL`.
const FAMILIES: [&str; 4] = ["brand", "callback", "remote", "scare"];

/// Reads and checks the file of `dir`. That the weights are as many as there are
/// buckets, the compiler sees.
pub fn read(dir: &Path) -> Result<Model, Vec<String>> {
    let path = dir.join("model.toml");
    let model: Model = entries::read_file(&path).map_err(|problem| vec![problem])?;
    let whole = model.families == FAMILIES
        && model.family_scales.len() == FAMILIES.len()
        && model.family_intercepts.len() == FAMILIES.len();
    match whole {
        true => Ok(model),
        false => Err(vec![format!(
            "{}: it must have the families {FAMILIES:?}, a scale and an intercept for each",
            path.display()
        )]),
    }
}

impl Model {
    /// The constants of `src/reader/weights.rs`.
    pub fn emit(&self) -> String {
        format!(
            "const SCALE: f32 = {:?};\n\
             const INTERCEPT: f32 = {:?};\n\
             const FAMILY_SCALES: [f32; {families}] = {:?};\n\
             const FAMILY_INTERCEPTS: [f32; {families}] = {:?};\n\
             pub(super) const CAUTION: f32 = {:?};\n\
             pub(super) const DANGER: f32 = {:?};\n",
            self.scale,
            self.intercept,
            self.family_scales,
            self.family_intercepts,
            self.caution,
            self.danger,
            families = FAMILIES.len(),
        )
    }
}
