//! What a page consists of, whatever its words: links and where they lead,
//! programs, fields, numbers, pictures, what the catalogue's phrases tell, and
//! the signals that were found.

use std::collections::HashSet;

use super::vector::{Block, Vector};
use super::words;
use crate::catalogue::{FileTrait, Topic, ending_is};
use crate::page::{Address, Link, View};
use crate::signals::{Signal, brand, phone};

/// Counts each of them at most once.
pub(super) fn add(view: &View, signals: &[Signal], words: usize, vector: &mut Vector) {
    let mut shape = Shape {
        vector,
        seen: HashSet::new(),
    };
    links(view, &mut shape);
    fields(view, &mut shape);
    shape.many("words", words);
    parts(view, &mut shape);
    behaviour(view, &mut shape);
    for (topic, name) in Topic::ALL {
        if view.has(*topic) {
            shape.is("topic", name);
        }
    }
    for signal in signals {
        shape.is("signal", signal.smell);
    }
}

/// Whether the page has anything to fill in, press, follow, fetch or ring.
pub(super) fn offers_anything(view: &View) -> bool {
    let facts = view.facts;
    view.fields().next().is_some()
        || !(facts.links.is_empty() && facts.buttons.is_empty() && facts.script_links.is_empty())
        || !phone::on_page(view).is_empty()
        || view.has(Topic::PasteCommand)
}

struct Shape<'v> {
    vector: &'v mut Vector,
    seen: HashSet<u64>,
}

impl Shape<'_> {
    /// The page has something of this name.
    fn is(&mut self, what: &str, name: &str) {
        self.push(words::pair(
            words::hash(what.as_bytes()),
            words::hash(name.as_bytes()),
        ));
    }

    /// The page has so many of these.
    fn many(&mut self, what: &str, count: usize) {
        let magnitude = u64::from(usize::BITS - count.leading_zeros());
        self.push(words::hash(what.as_bytes()).wrapping_add(magnitude << 7));
    }

    fn push(&mut self, hash: u64) {
        if self.seen.insert(hash) {
            self.vector.count(Block::Shape, hash);
        }
    }
}

fn links(view: &View, shape: &mut Shape) {
    let (mut own, mut others, mut dialled, mut programs) = (0, 0, 0, 0);
    for Link { href, download, .. } in &view.facts.links {
        let url = Address::parse(href);
        match url.scheme.as_ref() {
            "tel" => dialled += 1,
            "http" | "https" | "" if view.is_own_site(&url) => own += 1,
            "http" | "https" | "" => others += 1,
            scheme => shape.is("scheme", scheme),
        }
        if download.is_some() {
            shape.is("link", "download");
        }
        if let Some(ending) = program_ending(&url) {
            programs += 1;
            shape.is("program", &ending);
        }
    }
    for link in &view.facts.script_links {
        let ending = program_ending(&Address::parse(link));
        shape.is("by-script", ending.as_deref().unwrap_or("other"));
    }
    shape.many("own-links", own);
    shape.many("other-links", others);
    shape.many("dialled", dialled);
    shape.many("programs", programs);
}

/// Files that run, install, or carry what does.
const CARRY: [FileTrait; 3] = [FileTrait::Program, FileTrait::Opens, FileTrait::Archive];

/// The ending of the file that an address names, if it is one of a program,
/// script, package or archive.
fn program_ending(url: &Address) -> Option<String> {
    let names = std::iter::once(url.path).chain(url.query.split(['=', '&']));
    let endings = names.filter_map(|name| name.rsplit_once('.').map(|(_, ending)| ending));
    let mut known = endings
        .map(str::to_ascii_lowercase)
        .filter(|ending| CARRY.iter().any(|&what| ending_is(ending, what)));
    known.next()
}

fn fields(view: &View, shape: &mut Shape) {
    let mut count = 0;
    for field in view.fields() {
        count += 1;
        shape.is("field", &field.kind);
        shape.is("autocomplete", &field.autocomplete);
        if (1..13).contains(&field.maxlength) {
            shape.many(LENGTHS[field.maxlength as usize], 1);
        }
        for name in [&field.name, &field.id] {
            for word in name.split(|c: char| !c.is_ascii_alphabetic()) {
                if word.len() > 1 {
                    shape.is("field-name", &word.to_ascii_lowercase());
                }
            }
        }
    }
    shape.many("fields", count);
    for form in &view.facts.forms {
        shape.is("method", &form.method);
        let to = match Address::parse(&form.action) {
            url if url.path.is_empty() && url.host.is_empty() => "itself",
            url if !url.host.is_empty() && !view.is_own_site(&url) => "another's",
            url if url.path.ends_with(".php") => "php",
            _ => "own",
        };
        shape.is("action", to);
    }
}

/// Names of the fields' greatest lengths.
const LENGTHS: [&str; 13] = [
    "max-0", "max-1", "max-2", "max-3", "max-4", "max-5", "max-6", "max-7", "max-8", "max-9",
    "max-10", "max-11", "max-12",
];

fn parts(view: &View, shape: &mut Shape) {
    let facts = view.facts;
    shape.many("pictures", facts.images.len());
    shape.many("headings", facts.headings.len());
    shape.many("frames", facts.frames.len());
    for (what, is_there) in [
        ("description", !facts.description.is_empty()),
        ("site-name", !facts.site_name.is_empty()),
        ("hosting", view.host.hosting),
        ("language", !facts.lang.is_empty()),
        ("names-host", brand::is_host_named(view)),
        ("signed", brand::is_signed(view)),
        ("anonymous", brand::is_nobodys(view)),
    ] {
        shape.is(what, if is_there { "yes" } else { "no" });
    }
}

fn behaviour(view: &View, shape: &mut Shape) {
    let (api, media) = (&view.facts.api, &view.facts.media);
    for (what, is_so) in [
        ("fullscreen", api.fullscreen),
        ("keyboard-lock", api.keyboard_lock),
        ("beforeunload", api.beforeunload),
        ("dialogs", api.dialogs > 0),
        ("display-media", api.display_media),
        ("blocks-keys", api.blocks_keys),
        ("hides-pointer", api.hides_pointer),
        ("traps-history", api.traps_history),
        ("sound", api.sound),
        ("starts-download", api.starts_download),
        ("autoplay", media.autoplay),
    ] {
        if is_so {
            shape.is("api", what);
        }
    }
}
