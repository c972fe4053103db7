//! The toolbar's panel: what is known of this page, and why.

use gloo::utils::document;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

use super::dom::{self, El, button, el};
use super::{ask, parts};
use crate::browser::api::{self, object};
use crate::browser::tabs;
use crate::message::{Reply, ToBackground, Warning};
use crate::verdict::{Kind, Level, Verdict, words};

/// Makes the page.
///
/// # Errors
/// When the background does not answer.
pub async fn open() -> Result<El, JsValue> {
    let Reply::Tab {
        host,
        verdict,
        warning,
        passed,
    } = ask(ToBackground::Tab {
        tab: tabs::in_front().await?,
    })
    .await?
    else {
        return Err(JsValue::from_str("not an answer to what was asked"));
    };
    if host.is_empty() {
        accent("caution");
        let contents = el("div").with(off().await);
        return Ok(contents.with([to_recovery(), to_options()]));
    }
    accent(match verdict.level {
        Level::None => "calm",
        Level::Notice | Level::Caution => "caution",
        Level::Danger => "danger",
    });
    let shown_host = el("p").class("host").say_with("warning_host", &[&host]);
    let contents = match warning {
        // The way to help must not lie below what a panel shows at once.
        Some(warning) => el("div")
            .with(headline(&warning, passed))
            .with([to_recovery()])
            .with(details(&warning))
            .with([shown_host]),
        None => el("div")
            .with(state(&verdict))
            .with([shown_host, to_recovery()]),
    };
    Ok(contents.with([to_options()]))
}

/// The colour of the heading.
fn accent(class: &str) {
    if let Some(body) = document().body() {
        body.set_class_name(&format!("ringfence {class}"));
    }
}

/// What is known of a page that nobody was warned of.
fn state(verdict: &Verdict) -> Vec<El> {
    if verdict.level == Level::None {
        let lines = ["popup_quiet_how", "popup_unseen"].map(|id| el("p").say(id));
        return std::iter::once(el("h1").say("popup_quiet"))
            .chain(lines)
            .collect();
    }
    let reasons = verdict
        .threats
        .iter()
        .map(|threat| el("li").say(reason(threat.kind)));
    let mut contents = vec![
        el("h1").say("popup_notice"),
        el("ul").class("reasons").with(reasons),
    ];
    contents.extend(parts::seen(&words::evidence(verdict)));
    contents
}

/// What to do about the page that was warned of.
fn headline(warning: &Warning, passed: bool) -> Vec<El> {
    let mut contents = vec![el("h1").text(&parts::words(&warning.headline))];
    contents.extend(passed.then(|| el("p").with(el("strong").say("popup_passed"))));
    contents.extend(parts::trusted(warning.trusted.as_ref()));
    contents
}

/// Why.
fn details(warning: &Warning) -> Vec<El> {
    let mut contents = vec![parts::reasons(&warning.reasons)];
    contents.extend(parts::seen(&warning.evidence));
    contents
}

/// Why there is no protection here, and what to do.
async fn off() -> Vec<El> {
    let mut contents = vec![el("h1").say("popup_off")];
    if may_look().await {
        contents.push(el("p").say("popup_off_page"));
    } else {
        contents.push(el("p").say("popup_off_sites"));
        contents.push(
            el("div").class("actions").with(
                button("popup_allow", || {
                    let asked = api::permission_request(&every_site());
                    dom::run(async {
                        JsFuture::from(asked?).await?;
                        Ok(())
                    });
                })
                .class("primary"),
            ),
        );
    }
    contents
}

fn reason(kind: Kind) -> &'static str {
    match kind {
        Kind::FakeBrandPayment => "popup_fake_payment",
        Kind::FakeBrandSignIn => "popup_fake_sign_in",
        Kind::FakeBrandContact => "popup_fake_contact",
        Kind::RemoteToolPush => "popup_tool_push",
        Kind::RemoteToolVendor => "popup_tool_vendor",
        Kind::ScareScreen => "popup_scare",
        Kind::LookAlikeHost => "popup_look_alike",
        Kind::RemoteSessionMoney => "popup_session_money",
    }
}

/// Plain links, so that they work whatever else has failed.
fn link(id: &str, page: &str) -> El {
    el("a").attr("href", page).attr("target", "_blank").say(id)
}

fn to_recovery() -> El {
    let link = link("button_recover", "recovery.html").class("button");
    el("p").class("actions").with([link])
}

fn to_options() -> El {
    el("p").with([link("popup_options", "options.html")])
}

/// Whether the browser lets the extension see the sites that are visited
/// (Firefox lets people take that away).
async fn may_look() -> bool {
    let allowed = api::permission_contains(&every_site()).await;
    allowed.is_ok_and(|allowed| allowed.is_truthy())
}

fn every_site() -> JsValue {
    object! { "origins": ["<all_urls>"] }
}
