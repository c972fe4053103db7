//! Copyright lines: whose page is this by its own words?

use super::named::comes_second;
use super::own::names_somebody;
use super::{CLAIM, LOOK, Marks, OWN_NAME};
use crate::page::fold;

/// Characters of a copyright line that are read.
const LINE: usize = 70;

pub(super) fn find(marks: &mut Marks) {
    let lines = lines(&marks.view.facts.text);
    let (brands, others): (Vec<&str>, Vec<&str>) =
        lines.iter().partition(|line| is_brands(marks, line));
    let brands_line = brands.last();
    if let Some(line) = brands_line {
        // Quoted in a page whose own line stands below.
        let quoted = lines.last() != Some(line) || marks.is_long && !others.is_empty();
        let (smell, weight) = if quoted { (CLAIM, 2) } else { (LOOK, 3) };
        marks.add(smell, weight, *line);
    }
    let last = others.last().filter(|line| names_somebody(line));
    if let Some(line) = last
        && lines.last() == last
    {
        marks.add(OWN_NAME, 2, *line);
    }
}

/// The last copyright line of a page's text.
pub(crate) fn last_copyright(text: &str) -> Option<&str> {
    lines(text).pop()
}

/// From each copyright sign on. The name may also stand just before the sign.
pub(super) fn lines(text: &str) -> Vec<&str> {
    let signs = ["©", "Ⓒ", "ⓒ", "(c) ", "(C) ", "Copyright ", "COPYRIGHT "];
    let is_sign = |at: &usize| signs.iter().any(|sign| text[*at..].starts_with(sign));
    // A search for one character is several times as fast as one for any of them.
    let mut starts: Vec<usize> = ['©', 'Ⓒ', 'ⓒ', '(', 'C']
        .iter()
        .flat_map(|&first| text.match_indices(first))
        .map(|(at, _)| at)
        .filter(is_sign)
        .collect();
    starts.sort_unstable();
    let line = |start: usize| {
        let rest = &text[start..];
        let end = rest
            .char_indices()
            .nth(LINE)
            .map_or(rest.len(), |(at, _)| at);
        &rest[..end]
    };
    starts.into_iter().map(line).collect()
}

/// Names the brand as the holder of the right, or ends like its own line with
/// the name left out ("© 1996 - 2022, Inc. or its affiliates").
fn is_brands(marks: &Marks, line: &str) -> bool {
    // "© 2025 CardPlanet. Not affiliated with Amazon": the holder comes first.
    let holder: String = line
        .split(['.', '|', '·'])
        .next()
        .unwrap_or(line)
        .to_owned();
    let is_holder = marks
        .called(&holder)
        .is_some_and(|named| named.other_words <= 6)
        && !comes_second(marks.brand, &holder);
    is_holder || fold(line).contains(" 1996 ") && has_its_ending(marks)
}

fn has_its_ending(marks: &Marks) -> bool {
    marks.view.has(marks.brand.copyright)
}
