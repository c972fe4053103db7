//! How fast the engine is, on generated pages.
//!
//! - `cargo bench --bench engine` prints, for each size of page and each step,
//!   the median time and what it makes in pages and megabytes a second.
//! - `cargo bench --bench engine -- once judge 50` does one step once. Its
//!   instruction count is the same on every machine and in every run, so that
//!   is what a change is measured by:
//!   `valgrind --tool=cachegrind --cache-sim=no target/release/deps/engine-* once judge 50`
//!
//! Steps: `parse` (JSON to facts), `fold`, `view` (fold and find phrases) and
//! `judge` (all of it). Sizes are in KB of text.

use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use ringfence::page::{Field, Form, Image, Link, PageFacts, View, fold};

const STEPS: [&str; 4] = ["parse", "fold", "view", "judge"];
const SIZES: [usize; 4] = [5, 30, 50, 500];

fn main() -> ExitCode {
    // Cargo adds `--bench`.
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| a != "--bench")
        .collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [] => table(),
        ["once", step, size] => match size.parse() {
            Ok(size) if STEPS.contains(&step) => run(step, &Page::of(size)),
            _ => return usage(),
        },
        _ => return usage(),
    }
    ExitCode::SUCCESS
}

fn usage() -> ExitCode {
    eprintln!(
        "usage: engine [once STEP KILOBYTES], steps: {}",
        STEPS.join(", ")
    );
    ExitCode::from(2)
}

fn table() {
    println!(
        "{:>7} {:>6} {:>11} {:>9} {:>7}",
        "text", "step", "median", "pages/s", "MB/s"
    );
    for size in SIZES {
        let page = Page::of(size);
        for step in STEPS {
            let time = median(|| run(step, &page)).as_secs_f64();
            println!(
                "{size:>4} KB {step:>6} {:>8.1} µs {:>9.0} {:>7.0}",
                time * 1e6,
                1.0 / time,
                size as f64 / 1024.0 / time,
            );
        }
    }
}

fn run(step: &str, page: &Page) {
    match step {
        "parse" => drop(black_box(serde_json::from_str::<PageFacts>(&page.json))),
        "fold" => drop(black_box(fold(&page.text))),
        "view" => drop(black_box(View::new(&page.facts))),
        _ => drop(black_box(ringfence::judge(&page.facts))),
    }
}

/// Median of as many runs as fit into half a second, at least five.
fn median(run: impl Fn()) -> Duration {
    let mut times = Vec::new();
    let start = Instant::now();
    while times.len() < 5 || start.elapsed() < Duration::from_millis(500) {
        let before = Instant::now();
        run();
        times.push(before.elapsed());
    }
    times.sort();
    times[times.len() / 2]
}

/// A made-up shop: its text, the facts as a message, and as cut to the limits.
struct Page {
    text: String,
    json: String,
    facts: PageFacts,
}

impl Page {
    fn of(kilobytes: usize) -> Self {
        let mut words = Words(1);
        let text = words.text(kilobytes * 1024);
        let all = PageFacts {
            url: "https://www.shop.example/basket?step=2".into(),
            title: words.text(60),
            text: text.clone(),
            headings: (0..20).map(|_| words.text(40)).collect(),
            forms: vec![Form {
                action: "https://www.shop.example/pay".into(),
                method: "post".into(),
                fields: (0..12).map(|_| words.field()).collect(),
                buttons: vec!["Continue".into()],
            }],
            links: (0..200).map(|_| words.link()).collect(),
            images: (0..60).map(|_| words.image()).collect(),
            idents: (0..300).map(|_| words.text(12)).collect(),
            ..PageFacts::default()
        };
        let json = serde_json::to_string(&all).expect("facts are serialisable");
        let facts = serde_json::from_str(&json).expect("and come back");
        Self { text, json, facts }
    }
}

/// Words of everyday and of warnings, drawn by a linear congruential generator.
struct Words(u64);

const STOCK: [&str; 64] = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "your",
    "a",
    "is",
    "for",
    "on",
    "account",
    "with",
    "you",
    "order",
    "delivery",
    "it",
    "this",
    "from",
    "we",
    "amazon",
    "are",
    "please",
    "be",
    "sign",
    "as",
    "by",
    "have",
    "card",
    "our",
    "not",
    "or",
    "call",
    "support",
    "can",
    "will",
    "Windows",
    "all",
    "computer",
    "new",
    "more",
    "if",
    "AnyDesk",
    "an",
    "was",
    "payment",
    "free",
    "read",
    "code",
    "Garantie",
    "prêt-à-porter",
    "größer",
    "ürün",
    "цена",
    "価格を確認",
    "£24.99,",
    "now.",
    "—",
    "warning",
    "download",
    "update",
    "help",
    "basket",
    "email",
    "password",
];

impl Words {
    fn next(&mut self) -> &'static str {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        STOCK[(self.0 >> 58) as usize]
    }

    fn text(&mut self, bytes: usize) -> String {
        let mut text = String::new();
        while text.len() < bytes {
            text.push_str(self.next());
            text.push(' ');
        }
        text
    }

    fn field(&mut self) -> Field {
        Field {
            kind: "text".into(),
            name: self.next().into(),
            label: self.text(12),
            ..Field::default()
        }
    }

    fn link(&mut self) -> Link {
        Link {
            href: format!("https://www.shop.example/{}/{}", self.next(), self.next()),
            text: self.text(20),
            download: None,
        }
    }

    fn image(&mut self) -> Image {
        Image {
            src: format!("https://img.shop.example/{}.jpg", self.next()),
            alt: self.text(30),
            ..Image::default()
        }
    }
}
