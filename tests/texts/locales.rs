//! Every string is there, used, explained to translators, and in every language.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use crate::messages::{messages, repository, token, translations};

/// Ids that the sources name: quoted, or `__MSG_id__` in the manifest.
fn named_ids() -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for folder in ["src", "extension"] {
        read_into(&repository(folder), &mut ids);
    }
    ids
}

fn read_into(folder: &Path, ids: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            if !path.ends_with("_locales") {
                read_into(&path, ids);
            }
            continue;
        }
        let text = || fs::read_to_string(&path).expect("a source in UTF-8");
        match path.extension().and_then(OsStr::to_str) {
            Some("rs" | "js" | "html") => {
                ids.extend(
                    text()
                        .split(['"', '\'', '`'])
                        .filter(is_id)
                        .map(str::to_owned),
                );
            }
            Some("json") => ids.extend(
                text()
                    .split("__MSG_")
                    .skip(1)
                    .filter_map(|rest| rest.split("__").next())
                    .map(str::to_owned),
            ),
            _ => {}
        }
    }
}

fn is_id(word: &&str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    word.contains('_') && word.chars().all(fits)
}

#[test]
fn every_string_is_used() {
    let named = named_ids();
    let mut unused: Vec<_> = messages("en").into_keys().collect();
    unused.retain(|id| !named.contains(id));
    assert!(unused.is_empty(), "in no source: {unused:?}");
}

#[test]
fn every_string_that_is_named_is_there() {
    let english = messages("en");
    // Many other things have an underscore in their name; ids begin like ours.
    let mut starts: BTreeSet<_> = english
        .keys()
        .filter_map(|id| id.split('_').next())
        .collect();
    starts.extend(["extension", "toolbar", "command", "notify"]);
    let mut missing: Vec<_> = named_ids().into_iter().collect();
    missing.retain(|id| {
        !english.contains_key(id)
            && id
                .split('_')
                .next()
                .is_some_and(|start| starts.contains(start))
    });
    assert!(missing.is_empty(), "not in _locales/en: {missing:?}");
}

#[test]
fn every_english_string_is_explained() {
    for (id, message) in messages("en") {
        assert!(!message.message.is_empty(), "{id} is empty");
        assert!(
            !message.description.is_empty(),
            "{id} has no note for translators"
        );
    }
}

#[test]
fn every_placeholder_is_declared_and_used() {
    for language in translations().into_iter().chain(["en".to_owned()]) {
        for (id, message) in messages(&language) {
            let mut rest = message.message.clone();
            for name in message.placeholders.keys() {
                let token = token(name);
                assert!(
                    rest.contains(&token),
                    "{language}/{id} does not use {token}"
                );
                rest = rest.replace(&token, "");
            }
            assert!(
                !rest.contains('$'),
                "{language}/{id}: {rest:?} has a stray $"
            );
        }
    }
}

#[test]
fn every_language_has_every_string_and_no_other() {
    let english = messages("en");
    for language in translations() {
        let translated = messages(&language);
        for (id, message) in &english {
            let Some(theirs) = translated.get(id) else {
                panic!("{language} lacks {id}");
            };
            assert!(!theirs.message.is_empty(), "{language}/{id} is empty");
            assert_eq!(theirs.placeholders, message.placeholders, "{language}/{id}");
        }
        let strangers: Vec<_> = translated
            .keys()
            .filter(|id| !english.contains_key(*id))
            .collect();
        assert!(strangers.is_empty(), "{language} has {strangers:?}");
    }
}

#[test]
fn every_language_is_listed_with_who_has_read_it() {
    let list = fs::read_to_string(repository("docs/languages.md")).expect("docs/languages.md");
    for language in translations() {
        assert!(
            list.contains(&format!("| `{language}` |")),
            "docs/languages.md lacks {language}"
        );
    }
}

/// French sets a space before `?`, `!`, `:`, `;` and inside its quotation marks;
/// at a plain one the line may break, and the mark stands alone on the next.
#[test]
fn no_french_mark_begins_a_line() {
    for (id, message) in messages("fr") {
        for torn in [" ?", " !", " :", " ;", " »", "« "] {
            assert!(!message.message.contains(torn), "fr/{id} has {torn:?}");
        }
    }
}
