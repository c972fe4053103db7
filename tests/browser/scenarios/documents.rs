//! A scam in a document that is not plain HTML: the warning stands over it, or,
//! where none can stand, the tab is on our own warning page.

use anyhow::{Context, Result, ensure};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::{APPEARS, Stage};
use ringfence_browser_tests::words::words;
use thirtyfour::By;

/// Where the pages of this file stand.
const URL: &str = "https://amazon-prime-refund.example/pay";

/// The scam as well-formed elements, to stand in a document of any kind.
const FORM: &str = r##"<div xmlns="http://www.w3.org/1999/xhtml">
    <img src="/img/amazon_logo.png" alt="Amazon" />
    <h1>Cancel Amazon Prime and get £95.00 back</h1>
    <p>Your Amazon Prime membership renews today. To stop the payment, confirm the card.</p>
    <form action="/pay.php" method="post">
      <label>Card number <input name="cardnumber" autocomplete="cc-number" /></label>
      <label>Expiry date <input name="exp" autocomplete="cc-exp" placeholder="MM/YY" /></label>
      <label>Security code (CVV) <input name="cvv" autocomplete="cc-csc" maxlength="4" /></label>
      <button>Confirm refund</button>
    </form>
    <p>© 1996-2026, Amazon.com, Inc. or its affiliates</p>
  </div>"##;

/// The overlay stands over the page.
async fn covered(stage: &Stage, kind: &str, source: String) -> Result<()> {
    stage.show(URL, Page::new(kind, source)).await?;
    let surface = stage.warning().await?;
    let headline = words("headline_pay", &[])?;
    ensure!(surface.name == headline, "it says {:?}", surface.name);
    let out = surface.control(&words("button_leave", &[])?)?;
    ensure!(out.reachable && out.focused, "the way out: {out:?}");
    Ok(())
}

/// The tab is taken to our warning page.
async fn taken_away(stage: &Stage, kind: &str, source: String) -> Result<()> {
    stage.show(URL, Page::new(kind, source)).await?;
    let taken = stage.until("our warning page", APPEARS, async || {
        Ok(stage.on_own_page().await?.then_some(()))
    });
    taken.await?;
    let headline = words("headline_pay", &[])?;
    let said = stage.until(&headline, APPEARS, async || {
        let said = stage.browser.web.find(By::Tag("h1")).await?.text().await?;
        Ok((said == headline).then_some(()))
    });
    said.await
}

/// XHTML, as its own type and as plain XML.
pub async fn xhtml(stage: &Stage) -> Result<()> {
    let source = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
        <html xmlns="http://www.w3.org/1999/xhtml"><head><title>Amazon Prime</title></head>
        <body>{FORM}</body></html>"#
    );
    for kind in ["application/xhtml+xml", "application/xml"] {
        let shown = covered(stage, kind, source.clone()).await;
        shown.context(kind)?;
        stage.clear().await?;
    }
    Ok(())
}

/// An SVG picture with a form in it.
pub async fn svg(stage: &Stage) -> Result<()> {
    let source = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600"><title>Amazon Prime</title>
        <foreignObject width="800" height="600">{FORM}</foreignObject></svg>"#
    );
    taken_away(stage, "image/svg+xml", source).await
}

/// XML of no known kind, with the scam somewhere in it.
pub async fn xml(stage: &Stage) -> Result<()> {
    let source = format!(r#"<?xml version="1.0"?><refund><step>{FORM}</step></refund>"#);
    taken_away(stage, "text/xml", source).await
}

/// A frameset has no body; the scam is in one of its frames.
pub async fn frameset(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    stage.server.put(&fixture.url, fixture.page());
    let source = format!(
        "<!doctype html><title>Amazon Prime</title>
        <frameset rows='80,*'><frame src='about:blank'><frame src='{}'></frameset>",
        fixture.url
    );
    covered(stage, "text/html; charset=utf-8", source).await
}

/// `object` and `embed` show a document as a frame does, here one of the page's own.
pub async fn object_and_embed(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    let url = format!("{URL}/step2");
    stage.server.put(&url, fixture.page());
    for element in [
        format!("<object data='{url}' type='text/html' width=600 height=400></object>"),
        format!("<embed src='{url}' type='text/html' width=600 height=400>"),
    ] {
        let source = format!("<!doctype html><title>Parcels</title><h1>Your parcel</h1>{element}");
        let shown = covered(stage, "text/html; charset=utf-8", source).await;
        shown.context(element)?;
        stage.clear().await?;
    }
    Ok(())
}
