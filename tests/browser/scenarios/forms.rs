//! A scam's words in another form than plain HTML weigh the same.

use anyhow::Result;
use ringfence_browser_tests::browser::Engine;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::{APPEARS, Stage};
use serde_json::json;

/// The words, a block each.
const SCAMS: [&[&str]; 2] = [
    &[
        "Windows Defender Security Center",
        "Your computer is locked. Trojan spyware was found.",
        "Do not close this window or restart your computer. Your bank passwords, photos and credit card details are being stolen.",
        "Call Microsoft Windows support at once: +1-888-555-0121 (toll free)",
    ],
    &[
        "Live help",
        "Read this code to our agent for your refund. Start cancellation, press Accept.",
        "Download AnyDesk from anydesk.com/download and stay on the line. Do not tell your bank about this.",
        "Your money is moved to a safe account by our officer.",
    ],
];

fn each(blocks: &[&str], form: impl Fn(&str) -> String) -> String {
    blocks.iter().map(|block| form(block)).collect()
}

/// The same words in so many forms: name, media type, document.
fn forms(blocks: &[&str]) -> Vec<(&'static str, &'static str, String)> {
    let html = "text/html; charset=utf-8";
    let xml = "application/xml; charset=utf-8";
    let title = blocks[0];
    let page = |body: String| format!("<!doctype html><title>{title}</title>{body}");
    let paragraphs = each(blocks, |block| format!("<p>{block}</p>"));
    vec![
        ("html", html, page(paragraphs.clone())),
        (
            "svg text",
            html,
            page(format!(
                "<svg width=900 height=400>{}</svg>",
                each(blocks, |block| format!("<text x=9 y=40>{block}</text>"))
            )),
        ),
        (
            "mathml",
            html,
            page(each(blocks, |block| {
                format!("<math display=block><mtext>{block}</mtext></math>")
            })),
        ),
        (
            "plain text",
            "text/plain; charset=utf-8",
            each(blocks, |block| format!("{block}\n\n")),
        ),
        (
            "json",
            "application/json",
            json!({ "title": title, "text": blocks }).to_string(),
        ),
        (
            "xhtml",
            "application/xhtml+xml; charset=utf-8",
            format!(
                "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>{title}</title></head>
                <body>{paragraphs}</body></html>"
            ),
        ),
        (
            "svg alone",
            "image/svg+xml; charset=utf-8",
            format!(
                "<svg xmlns='http://www.w3.org/2000/svg'><title>{title}</title>{}</svg>",
                each(blocks, |block| format!("<text x='9' y='40'>{block}</text>"))
            ),
        ),
        (
            "xml",
            xml,
            format!("<a>{}</a>", each(blocks, |block| format!("<b>{block}</b>"))),
        ),
        (
            "xslt",
            xml,
            format!(
                "<?xml-stylesheet type='text/xsl' href='#x'?><xsl:stylesheet id='x' version='1.0'
                xmlns:xsl='http://www.w3.org/1999/XSL/Transform'><xsl:template match='/'><html>
                <head><title>{title}</title></head><body>{paragraphs}</body></html>
                </xsl:template></xsl:stylesheet>"
            ),
        ),
    ]
}

/// Whether the browser shows it by means of its own: Firefox has a viewer for JSON,
/// Chromium transforms no page by itself.
fn is_the_browsers(engine: Engine, name: &str) -> bool {
    match engine {
        Engine::Chromium => name == "xslt",
        Engine::Firefox => name == "json",
    }
}

/// Each is a danger, as it is in plain HTML.
pub async fn weighs_the_same(stage: &Stage) -> Result<()> {
    for (number, scam) in SCAMS.iter().enumerate() {
        for (name, kind, source) in forms(scam) {
            if is_the_browsers(stage.browser.engine, name) {
                continue;
            }
            let url = format!("https://words{number}.example/{}", name.replace(' ', "-"));
            let tab = stage.show(&url, Page::new(kind, source)).await?;
            let body = "const all = await chrome.storage.session.get(null);
                const is = ({ url, verdict }) => url === args.url && verdict?.level === 'danger';
                return Object.values(all).some(is) || null";
            let what = format!("a danger in {name} {number}, tab {}", tab.id);
            let danger = stage.until(&what, APPEARS, async || {
                let args = json!({ "url": url });
                let is = stage.desk.call(&stage.browser, body, args).await?;
                Ok(is.as_bool())
            });
            danger.await?;
        }
        stage.clear().await?;
    }
    Ok(())
}
