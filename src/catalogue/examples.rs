//! The examples that stand in the catalogue's own files: a test per file, made
//! by the build. Below are the functions that these call.

use std::ops::Range;

use super::tables::{BANKS, BRANDS, PHRASE_SUBJECTS, REMOTE_TOOLS};
use super::*;
use crate::page::{Address, Hit, PageFacts, View};

include!(concat!(env!("OUT_DIR"), "/examples.rs"));

/// What the example tests, whether it should be found, the example.
type Example = (&'static str, bool, &'static str);

/// Fails with every example of the file that is not as it should be.
fn report(path: &str, wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{path}:\n{}", wrong.join("\n"));
}

fn check(examples: &[Example], finds: impl Fn(&str, &str) -> bool) -> Vec<String> {
    examples
        .iter()
        .filter(|(kind, expected, text)| finds(kind, text) != *expected)
        .map(|(kind, expected, text)| {
            let should = if *expected { "should" } else { "should not" };
            format!("  {should} be found ({kind}): {text}")
        })
        .collect()
}

fn with_text<T>(text: &str, ask: impl Fn(&View) -> T) -> T {
    let facts = PageFacts {
        text: text.to_owned(),
        ..PageFacts::default()
    };
    ask(&View::new(&facts))
}

fn brand(brand: &'static Brand, examples: &[Example]) -> Vec<String> {
    check(examples, |kind, text| match kind {
        "own" => matches!(owner_of(text), Some(Owner::Brand(owner)) if owner.id == brand.id),
        "hosting" => matches!(owner_of(text), Some(Owner::Hosting(owner)) if owner.id == brand.id),
        "resemble" => crate::host::inspect(text)
            .resembles
            .is_some_and(|r| r.brand == brand.id),
        "named" => with_text(text, |view| view.has(brand.named)),
        "copyright" => with_text(text, |view| view.has(brand.copyright)),
        "wording" => with_text(text, |view| view.has(brand.wording)),
        "membership" => with_text(text, |view| view.has(brand.membership)),
        "logo" => brand.look.is_logo(&Address::parse(text)),
        other => panic!("unknown kind of example: {other}"),
    })
}

fn remote_tool(tool: &'static RemoteTool, examples: &[Example]) -> Vec<String> {
    let by_url = |text: &str| {
        let (found, by) = tool_for_url(&Address::parse(text))?;
        (found.id == tool.id).then_some(by)
    };
    let by_file = |text: &str| tool_for_file(text).is_some_and(|found| found.id == tool.id);
    let named = |text: &str| with_text(text, |view| view.has(tool.named));
    check(examples, |kind, text| match kind {
        "vendor" => by_url(text) == Some(Found::Vendor),
        "download" => by_url(text) == Some(Found::Download),
        "session" => by_url(text) == Some(Found::Session),
        "scheme" => by_url(text) == Some(Found::Scheme),
        "installer" => by_url(text) == Some(Found::Installer) || by_file(text),
        "words" => named(text),
        "any" if text.contains(' ') => named(text),
        "any" => by_url(text).is_some() || by_file(text),
        other => panic!("unknown kind of example: {other}"),
    })
}

fn bank(bank: &'static Bank, examples: &[Example]) -> Vec<String> {
    check(
        examples,
        |_, host| matches!(owner_of(host), Some(Owner::Bank(owner)) if owner.id == bank.id),
    )
}

fn open(kind: Open, examples: &[Example]) -> Vec<String> {
    check(
        examples,
        |_, host| matches!(owner_of(host), Some(Owner::Anyone(found)) if found == kind),
    )
}

/// A text that should be found may be claimed by the same words in another
/// language's file of the topic; one that should not is the file's own matter.
fn phrases(patterns: Range<u16>, examples: &[Example]) -> Vec<String> {
    let hit = |text: &str, of: &dyn Fn(&Hit) -> bool| {
        with_text(text, |view| view.all_hits().iter().any(of))
    };
    let topic = Subject(PHRASE_SUBJECTS[usize::from(patterns.start)]);
    let (should, should_not): (Vec<Example>, Vec<Example>) =
        examples.iter().partition(|(_, expected, _)| *expected);
    let mut wrong = check(&should, |_, text| hit(text, &|hit| hit.subject == topic));
    wrong.extend(check(&should_not, |_, text| {
        hit(text, &|hit| patterns.contains(&hit.phrase))
    }));
    wrong
}

/// What is asked, whether it should be found, the label or ident.
type FieldExample = (Ask, bool, &'static str);

fn fields(find: fn(&str) -> Option<Ask>, examples: &[FieldExample]) -> Vec<String> {
    examples
        .iter()
        .filter(|(ask, expected, text)| (find(text) == Some(*ask)) != *expected)
        .map(|(ask, expected, text)| {
            let should = if *expected { "should" } else { "should not" };
            format!("  {should} be {ask:?}: {text} ({:?})", find(text))
        })
        .collect()
}
