//! Prints what the extension costs a page, in both browsers, as a table.

use std::path::Path;

use anyhow::Result;
use ringfence_browser_tests::browser::{Engine, Setup};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::measure::{Cost, Timing, cold, cost, instrumented, median, warm};
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::Stage;

/// Loads of a page for one median.
const LOADS: usize = 21;

#[tokio::main]
async fn main() -> Result<()> {
    println!("| figure | Chromium | Firefox | at most |");
    println!("|---|---:|---:|---:|");
    let chromium = figures(Engine::Chromium).await?;
    let firefox = figures(Engine::Firefox).await?;
    for (one, other) in chromium.iter().zip(&firefox) {
        let (name, limit, unit) = one.0;
        println!(
            "| {name} | {:.1}{unit} | {:.1}{unit} | {limit} |",
            one.1, other.1
        );
    }
    Ok(())
}

type Figure = ((&'static str, &'static str, &'static str), f64);

async fn figures(engine: Engine) -> Result<Vec<Figure>> {
    let copy = instrumented(engine)?;
    let stage = stage(engine, copy.path()).await?;
    let quiet = cost(&stage, &article(10_000)).await?;
    let shop = cost(&stage, &format!("{}{}", article(9_900), checkout())).await?;
    stage.clear().await?;
    let mut figures = costs(quiet, shop);

    let fixture = Fixture::load("scam/fake-payment")?;
    let late = "https://settled.example/";
    stage.server.put(late, Page::html(late_form()));
    let form = "https://settled.example/form";
    stage.server.put(form, fixture.page());
    stage.show(&fixture.url, fixture.page()).await?;
    warm(&stage, &fixture.url).await?;
    let (mut at_once, mut cold_at_once) = (Vec::new(), Vec::new());
    let (mut warmed, mut colds) = (Vec::new(), Vec::new());
    for _ in 0..LOADS {
        at_once.push(warm(&stage, &fixture.url).await?);
        warmed.push(warm(&stage, late).await?);
    }
    // Afterwards: a background that has just been started is still slow.
    for _ in 0..LOADS {
        cold_at_once.push(cold(&stage, &fixture.url).await?);
        colds.push(cold(&stage, late).await?);
    }
    stage.browser.quit().await;
    let of = |loads: &[Timing], get: fn(&Timing) -> f64| median(loads.iter().map(get).collect());
    let verdict = |load: &Timing| load.answered - load.settled;
    figures.push((
        ("page settled to verdict, warm", "20 ms", " ms"),
        of(&warmed, verdict),
    ));
    figures.push((
        ("page settled to verdict, cold", "150 ms", " ms"),
        of(&colds, verdict),
    ));
    figures.push((
        (
            "`DOMContentLoaded` to verdict, the page's own first rendering in between",
            "",
            " ms",
        ),
        of(&at_once, |load| load.answered - load.loaded),
    ));
    figures.push((
        ("the same, cold", "", " ms"),
        of(&cold_at_once, |load| load.answered - load.loaded),
    ));
    figures.push((
        ("verdict to painted warning", "50 ms", " ms"),
        of(&warmed, |load| load.painted - load.answered),
    ));
    Ok(figures)
}

/// A page that has come to rest, and has told the background nothing, before
/// its form is put in.
fn late_form() -> String {
    format!(
        "<!doctype html><title>Weather</title><body><p>{}<script>
        onload = async () => {{
          const form = await (await fetch('/form')).text();
          setTimeout(() => document.body.innerHTML = form, 500);
        }}</script>",
        "Rain will move in from the west later. ".repeat(10)
    )
}

fn costs(quiet: Cost, shop: Cost) -> Vec<Figure> {
    vec![
        (
            ("`body.textContent`, 10,000 elements", "", " ms"),
            quiet.text,
        ),
        (("gate, article", "", " ms"), quiet.gate),
        (
            ("gate / `body.textContent`, article", "1.5", ""),
            quiet.gate / quiet.text,
        ),
        (("gate, checkout", "", " ms"), shop.gate),
        (
            ("gate / `body.textContent`, checkout", "1.5", ""),
            shop.gate / shop.text,
        ),
        (
            ("gate and collector, article", "12 ms", " ms"),
            quiet.gate + quiet.collect,
        ),
        (("the same at best", "", " ms"), quiet.best),
        (
            ("gate and collector, checkout", "12 ms", " ms"),
            shop.gate + shop.collect,
        ),
        (("the same at best", "", " ms"), shop.best),
    ]
}

async fn stage(engine: Engine, extension: &Path) -> Result<Stage> {
    let setup = Setup {
        extension: Some(extension.to_owned()),
        ..Setup::default()
    };
    Stage::with(engine, setup).await
}

/// An article with its navigation: `elements` elements, text in half of them.
fn article(elements: usize) -> String {
    let block = "<section><h2>Weather</h2><p>Rain will <b>move</b> in from the <i>west</i> \
        later, with <a href='/wind'>wind</a> on the coast.</p><ul><li>Dry <span>by noon</span>\
        <li><img src='data:,' alt='A cloud'></ul></section>";
    block.repeat(elements / 11) // that many stand in a block
}

/// A form that asks for a card, as on any shop.
fn checkout() -> String {
    let field = |name: &str| format!("<p><label>{name} <input name='{name}'></label></p>");
    let names = [
        "card number",
        "expiry",
        "security code",
        "name on card",
        "postcode",
    ];
    let fields: String = names.iter().map(|name| field(name)).collect();
    format!("<form action='/pay' method=post>{fields}<button>Pay</button></form>").repeat(5)
}
