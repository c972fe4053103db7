//! The try-it page (`www/`), which needs no install: pick one of our samples or
//! paste a page and its address, see the verdict, its evidence and the time.
//!
//! It is no page of the extension and speaks English alone.

use std::rc::Rc;

use gloo::utils::{document, window};
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Document, DomParser, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Response,
    SupportedType,
};

use super::dom::{El, Place, el, main};
use crate::browser::api;
use crate::page::PageFacts;
use crate::verdict::{Threat, Verdict};

#[wasm_bindgen]
extern "C" {
    /// The extension's own collector (`content/collect.js`).
    #[wasm_bindgen(js_name = ringfenceCollect, catch)]
    fn collect(page: &Document, options: &JsValue) -> Result<JsValue, JsValue>;
}

/// One of our test pages, as `samples/index.json` lists it.
#[derive(Debug, Clone, Deserialize)]
struct Sample {
    name: String,
    set: String,
    url: String,
    level: String,
    why: String,
}

/// Fills the try-it page.
///
/// # Errors
/// When the samples cannot be read or the page has no `<main>`.
#[wasm_bindgen]
pub async fn try_it() -> Result<(), JsValue> {
    let list = fetch("samples/index.json").await?;
    let samples: Vec<Sample> =
        serde_json::from_str(&list).map_err(|error| JsValue::from_str(&error.to_string()))?;
    let page = Page::new();
    main()?.show(page.contents(samples));
    Ok(())
}

/// The parts of the page that are read or changed later.
#[derive(Clone)]
struct Page {
    address: Rc<El>,
    source: Rc<El>,
    about: Rc<Place>,
    result: Rc<Place>,
}

impl Page {
    fn new() -> Self {
        Self {
            address: Rc::new(labelled(el("input").attr("type", "url"), "address")),
            source: Rc::new(labelled(el("textarea").attr("rows", "12"), "source")),
            about: Place::of(el("p").class("about").attr("aria-live", "polite")),
            result: Place::of(el("section").attr("aria-live", "polite")),
        }
    }

    fn contents(&self, samples: Vec<Sample>) -> Vec<El> {
        let groups = ["scam", "benign"].map(|set| {
            let of_set = samples.iter().enumerate();
            let of_set = of_set.filter(|(_, sample)| sample.set == set);
            el("optgroup")
                .attr("label", set)
                .with(of_set.map(|(at, sample)| {
                    el("option")
                        .attr("value", &at.to_string())
                        .text(&sample.name)
                }))
        });
        let first = el("option").attr("value", "").text("Choose a sample …");
        let select = labelled(el("select"), "sample").with(first).with(groups);
        let chosen: HtmlSelectElement = select.node();
        let page = self.clone();
        let select = select.on("change", move || {
            let picked = chosen.value().parse::<usize>().ok();
            if let Some(sample) = picked.and_then(|at| samples.get(at)).cloned() {
                let page = page.clone();
                spawn_local(async move { page.open(sample).await });
            }
        });
        let page = self.clone();
        vec![
            row("sample", "One of our own pages", select),
            el("div").place(&self.about),
            row("address", "The address to assume", shown(&self.address)),
            row("source", "Or paste a page’s HTML", shown(&self.source)),
            el("button")
                .attr("type", "button")
                .class("primary")
                .text("Judge it")
                .on("click", move || page.judge()),
            el("div").place(&self.result),
        ]
    }

    async fn open(&self, sample: Sample) {
        self.address
            .node::<HtmlInputElement>()
            .set_value(&sample.url);
        let file = format!("samples/{}.html", sample.name);
        let html = fetch(&file).await.unwrap_or_default();
        self.source.node::<HtmlTextAreaElement>().set_value(&html);
        self.about
            .say(&format!("{} (expected: {})", sample.why, sample.level));
        self.judge();
    }

    fn judge(&self) {
        let html = self.source.node::<HtmlTextAreaElement>().value();
        let url = self.address.node::<HtmlInputElement>().value();
        match judge(&html, &url) {
            Ok(judged) => self.result.show(judged.contents()),
            Err(error) => self
                .result
                .say(&format!("It could not be judged: {error:?}")),
        }
    }
}

/// A verdict and what it took, in milliseconds.
struct Judged {
    verdict: Verdict,
    collecting: f64,
    judging: f64,
}

fn judge(html: &str, url: &str) -> Result<Judged, JsValue> {
    // An inert document: nothing in it runs, loads or is shown.
    let page = DomParser::new()?.parse_from_string(html, SupportedType::TextHtml)?;
    let options = api::object! { "url": url, "baseUrl": url, "frame": "top" };
    let started = now();
    let facts: PageFacts = serde_wasm_bindgen::from_value(collect(&page, &options)?)?;
    let collected = now();
    let verdict = crate::judge(&facts);
    Ok(Judged {
        verdict,
        collecting: collected - started,
        judging: now() - collected,
    })
}

impl Judged {
    fn contents(&self) -> Vec<El> {
        let level = format!("{:?}", self.verdict.level).to_lowercase();
        let time = format!(
            "{:.1} ms to collect, {:.1} ms to judge",
            self.collecting, self.judging
        );
        let mut shown = vec![
            el("p")
                .class(&format!("level {level}"))
                .with(el("strong").text(&level)),
            el("p").class("time").text(&time),
        ];
        shown.extend(self.verdict.threats.iter().map(threat));
        shown
    }
}

fn threat(threat: &Threat) -> El {
    let name = serde_json::to_value(threat.kind).unwrap_or_default();
    let about = [&threat.brand, &threat.tool].into_iter().flatten();
    let title = about.fold(name.as_str().unwrap_or_default().to_owned(), |title, id| {
        format!("{title} · {id}")
    });
    let quotes = threat.evidence.iter();
    el("section")
        .class("threat")
        .with(el("h2").text(&title))
        .with(el("ul").with(quotes.map(|words| el("li").attr("dir", "auto").text(words))))
}

fn labelled(field: El, id: &str) -> El {
    field.attr("id", id)
}

fn row(id: &str, label: &str, field: El) -> El {
    el("p")
        .class("row")
        .with(el("label").attr("for", id).text(label))
        .with(field)
}

/// A field that the page keeps hold of, to be shown.
fn shown(field: &El) -> El {
    El::around(field.node())
}

fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

/// Reads a file that lies beside the page.
async fn fetch(file: &str) -> Result<String, JsValue> {
    let base = document().base_uri()?.unwrap_or_default();
    let url = web_sys::Url::new_with_base(file, &base)?.href();
    let response: Response = JsFuture::from(window().fetch_with_str(&url)).await?.into();
    if !response.ok() {
        return Err(JsValue::from_str(&format!("{file}: {}", response.status())));
    }
    let text = JsFuture::from(response.text()?).await?;
    text.as_string().ok_or(JsValue::NULL)
}
