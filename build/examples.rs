//! Writes one test for each file of the catalogue: its own examples.

use std::fmt::Write;

use crate::entries::Catalogue;
use crate::formats::{BrandExamples, ToolExamples};

/// The tests, to be included below `src/catalogue/examples.rs`, which has the
/// functions they call.
pub fn emit(catalogue: &Catalogue) -> String {
    let mut out = String::new();
    for (number, brand) in catalogue.brands.iter().enumerate() {
        let content = &brand.content;
        let mut examples = brand_examples(&content.should, true);
        examples.extend(brand_examples(&content.should_not, false));
        test(
            &mut out,
            &brand.path,
            &format!("brand(&BRANDS[{number}]"),
            &examples,
        );
    }
    for (number, tool) in catalogue.remote_tools.iter().enumerate() {
        let content = &tool.content;
        let mut examples = tool_examples(&content.should);
        examples.push(("any", false, &content.should_not));
        test(
            &mut out,
            &tool.path,
            &format!("remote_tool(&REMOTE_TOOLS[{number}]"),
            &examples,
        );
    }
    for (number, bank) in catalogue.banks.iter().enumerate() {
        let content = &bank.content;
        let examples = [
            ("host", true, &content.should),
            ("host", false, &content.should_not),
        ];
        test(
            &mut out,
            &bank.path,
            &format!("bank(&BANKS[{number}]"),
            &examples,
        );
    }
    for hosting in &catalogue.hosting {
        let content = &hosting.content;
        let examples = [
            ("host", true, &content.should),
            ("host", false, &content.should_not),
        ];
        let kind = crate::entries::camel(&hosting.id);
        test(
            &mut out,
            &hosting.path,
            &format!("open(Open::{kind}"),
            &examples,
        );
    }
    for (entry, patterns) in catalogue.phrases.iter().zip(phrase_ranges(catalogue)) {
        let content = &entry.content;
        let examples = [
            ("text", true, &content.should),
            ("text", false, &content.should_not),
        ];
        test(
            &mut out,
            &entry.path,
            &format!("phrases({patterns}"),
            &examples,
        );
    }
    out
}

type Examples<'e> = (&'static str, bool, &'e Vec<String>);

fn brand_examples(examples: &BrandExamples, expected: bool) -> Vec<Examples<'_>> {
    vec![
        ("own", expected, &examples.own),
        ("hosting", expected, &examples.hosting),
        ("resemble", expected, &examples.resemble),
        ("named", expected, &examples.named),
        ("logo", expected, &examples.logo),
        ("copyright", expected, &examples.copyright),
        ("wording", expected, &examples.wording),
        ("membership", expected, &examples.membership),
    ]
}

fn tool_examples(examples: &ToolExamples) -> Vec<Examples<'_>> {
    vec![
        ("vendor", true, &examples.vendor),
        ("download", true, &examples.download),
        ("session", true, &examples.session),
        ("installer", true, &examples.installer),
        ("scheme", true, &examples.scheme),
        ("words", true, &examples.words),
    ]
}

/// The numbers of each phrase file's patterns; they come first, in order.
fn phrase_ranges(catalogue: &Catalogue) -> impl Iterator<Item = String> {
    catalogue.phrases.iter().scan(0, |start, entry| {
        let first = *start;
        *start += entry.content.phrases.len();
        Some(format!("{first}..{start}"))
    })
}

fn test(out: &mut String, path: &str, check: &str, examples: &[Examples]) {
    let name: String = path
        .trim_start_matches("src/catalogue/")
        .trim_end_matches(".toml")
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' })
        .collect();
    let mut list = String::new();
    for (kind, expected, texts) in examples {
        for text in *texts {
            write!(list, "({kind:?}, {expected}, {text:?}),").expect("writing to a string");
        }
    }
    writeln!(
        out,
        "#[test] fn {name}() {{ report({path:?}, {check}, &[{list}])); }}"
    )
    .expect("writing to a string");
}
