//! Is a single mark needed? The `alarm` pages judged with one part of the
//! page taken away, then with one sort of signal.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::scams::{Scam, alarms, sets};
use crate::page::{Api, Field, Media, PageFacts, View};
use crate::signals::{self, Signal};

/// A part of a page, and how to take it away.
type Part = (&'static str, fn(&mut PageFacts));

const PARTS: [Part; 11] = [
    ("its host and address", |facts| {
        facts.url = "https://left-out.example/".to_owned();
    }),
    ("title, site name, description", |facts| {
        facts.title.clear();
        facts.site_name.clear();
        facts.description.clear();
    }),
    ("headings", |facts| facts.headings.clear()),
    ("running text", |facts| facts.text.clear()),
    ("pictures and icons", |facts| {
        facts.images.clear();
        facts.icons.clear();
    }),
    ("ids and class names", |facts| facts.idents.clear()),
    ("style sheets and scripts", |facts| facts.assets.clear()),
    ("comments", |facts| facts.comments.clear()),
    ("links", |facts| facts.links.clear()),
    ("labels, names and ids of fields", |facts| {
        let loose = facts.fields.iter_mut();
        let fields = facts.forms.iter_mut().flat_map(|form| &mut form.fields);
        for field in fields.chain(loose) {
            *field = Field {
                kind: std::mem::take(&mut field.kind),
                ..Field::default()
            };
        }
    }),
    ("what its scripts use", |facts| {
        facts.api = Api::default();
        facts.media = Media::default();
    }),
];

/// Prints a row for each part and each sort of signal, a column for each set.
pub(super) fn print(scams: &[Scam], out: &mut impl Write) -> io::Result<()> {
    let sets = sets(scams);
    write!(out, "\n{:<38}", "alarmed pages (groups)")?;
    for set in &sets {
        write!(out, " {set:>22}")?;
    }
    writeln!(out)?;
    let mut row = |name: &str, survives: &dyn Fn(&Scam) -> bool| -> io::Result<()> {
        write!(out, "{name:<38}")?;
        for set in &sets {
            let of_set = || scams.iter().filter(|scam| scam.set() == *set);
            let kept: Vec<&Scam> = of_set().filter(|scam| survives(scam)).collect();
            let groups: BTreeSet<&str> = kept.iter().map(|scam| &*scam.page.group).collect();
            let cell = format!("{} ({})", kept.len(), groups.len());
            write!(out, " {cell:>22}")?;
        }
        writeln!(out)
    };
    row("with everything", &|scam| scam.alarms_by(&scam.signals()))?;
    for (name, without) in PARTS {
        row(&format!("without {name}"), &|scam| {
            let mut facts = scam.facts.clone();
            facts.iter_mut().for_each(without);
            let scam = Scam { facts, ..*scam };
            scam.alarms_by(&scam.signals())
        })?;
    }
    for smell in smells(scams) {
        row(&format!("without {smell}"), &|scam| {
            let mut signals = scam.signals();
            for signals in &mut signals {
                signals.retain(|signal| signal.smell != smell);
            }
            scam.alarms_by(&signals)
        })?;
    }
    row("whichever one signal is missing", &survives_any)
}

/// Every sort of signal that the pages show.
fn smells(scams: &[Scam]) -> BTreeSet<&'static str> {
    let signals = scams.iter().flat_map(Scam::signals).flatten();
    signals.map(|signal| signal.smell).collect()
}

/// Whether the page stays alarmed whichever single signal it loses.
fn survives_any(scam: &Scam) -> bool {
    let views: Vec<View> = scam.facts.iter().map(View::new).collect();
    let signals: Vec<Vec<Signal>> = views.iter().map(signals::all).collect();
    let documents = || views.iter().zip(&signals);
    let alarmed = documents().filter(|(view, all)| alarms(view, all)).count();
    documents().all(|(view, all)| {
        let others = alarmed - usize::from(alarms(view, all));
        others > 0
            || (0..all.len())
                .all(|place| alarms(view, &[&all[..place], &all[place + 1..]].concat()))
    })
}
