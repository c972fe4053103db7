//! The reader's weights are of these training pages and of this code: pages
//! written down with the scores that `training/fit.py` gave them are read again.

use std::path::Path;

use ringfence::page::{View, html};
use ringfence::{reader, signals};
use serde::Deserialize;

/// How far two sums of the same numbers in another order may lie apart.
const NEAR: f32 = 0.02;

#[derive(Deserialize)]
struct Model {
    checks: Vec<Check>,
}

#[derive(Deserialize)]
struct Check {
    file: String,
    url: String,
    score: f32,
    family: String,
}

#[test]
fn pages_score_as_they_did_in_training() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let model = std::fs::read_to_string(root.join("src/catalogue/reader/model.toml"));
    let model: Model = toml::from_str(&model.expect("a model")).expect("checks in it");
    assert!(model.checks.len() > 20);
    for check in model.checks {
        let html = std::fs::read(root.join("training/pages").join(&check.file));
        let facts = html::collect(&html.expect("a training page"), &check.url);
        let view = View::new(&facts[0]);
        let vector = reader::vector(&view, &signals::all(&view));
        let score = reader::score(&vector);
        let family = serde_json::to_value(reader::family(&vector)).expect("a name");
        let apart = (score - check.score).abs();
        assert!(
            apart < NEAR && family == check.family,
            "{} scores {} as {family}, but {} as {} in training: run training/retrain.sh",
            check.file,
            score,
            check.score,
            check.family,
        );
    }
}
