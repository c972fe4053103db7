//! Checks the catalogue and compiles it into tables, so that nothing is parsed
//! or built when the background worker starts.
//!
//! A mistake in an entry stops the build with the file's name and the reason.

mod automaton;
mod confusables;
mod emit;
mod entries;
mod examples;
mod fields;
mod files;
mod formats;
mod hints;
mod phrases;
mod reader;
mod suffixes;
mod tools;
mod words;

#[path = "../src/page/fold/mod.rs"]
#[allow(dead_code)]
mod fold;
#[path = "../src/catalogue/automaton.rs"]
#[allow(dead_code)]
mod tables;

use std::{env, fs, path::Path, process::ExitCode};

/// The public suffix list, as its maintainers publish it.
const SUFFIXES: &str = "src/host/public_suffix_list.dat";

fn main() -> ExitCode {
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-changed=src/catalogue");
    println!("cargo:rerun-if-changed=src/page/fold");
    println!("cargo:rerun-if-changed={SUFFIXES}");
    match compile() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn compile() -> Result<(), Vec<String>> {
    let owned = confusables::table();
    let strings: Vec<&str> = owned.strings.iter().map(String::as_str).collect();
    let table = fold::Table {
        index: &owned.index,
        blocks: &owned.blocks,
        strings: &strings,
    };
    let catalogue = entries::read(Path::new("src/catalogue"), &table)?;
    let fields = fields::read(Path::new("src/catalogue/fields"), &table)?;
    let mut tables = emit::catalogue(&catalogue);
    tools::emit(&mut tables, &catalogue);
    fields.emit(&mut tables);
    files::read(Path::new("src/catalogue/files"))?.emit(&mut tables);
    let mut tests = examples::emit(&catalogue);
    fields.emit_examples(&mut tests);
    let reader = reader::read(Path::new("src/catalogue/reader"))?;
    let words = words::read(Path::new("src/catalogue/words"), &table)?;
    words.emit(&mut tables);
    let hints = hints::emit(Path::new("src/catalogue"), &catalogue)?;
    let out = env::var("OUT_DIR").map_err(|error| vec![error.to_string()])?;
    suffixes::compile(Path::new(SUFFIXES), &Path::new(&out).join("suffixes.fst"))
        .map_err(|error| vec![format!("{SUFFIXES}: {error}")])?;
    words
        .write(&Path::new(&out).join("words.fst"))
        .map_err(|error| vec![format!("words.fst: {error}")])?;
    for (file, text) in [
        ("fold.rs", emit::fold_table(&table)),
        ("catalogue.rs", tables),
        ("reader.rs", reader.emit()),
        ("examples.rs", tests),
        ("hints.js", hints),
    ] {
        fs::write(Path::new(&out).join(file), text)
            .map_err(|error| vec![format!("{file}: {error}")])?;
    }
    Ok(())
}
