//! The collector in the page and its native twin see the same facts.

use anyhow::{Context, Result, ensure};
use ringfence::page::{PageFacts, html};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::plain::Plain;
use ringfence_browser_tests::shipped::gate_and_collector;
use ringfence_browser_tests::stage::Stage;
use serde_json::{Map, Value, json};

/// On every fixture page, its scripts kept from running: the twin runs none.
pub async fn collector_equals_native_twin(stage: &Stage) -> Result<()> {
    let collect = gate_and_collector(stage.browser.engine)?;
    let script = format!(
        "{collect}
        return JSON.stringify(ringfenceCollect(document, {{
          url: location.href, baseUrl: '', frame: 'top', shadowRootOf: (element) => element.shadowRoot,
        }}));"
    );
    let plain = Plain::start(stage.browser.engine).await?;
    let mut wrong = Vec::new();
    for class in ["scam", "benign", "hostile"] {
        for fixture in Fixture::all(class)? {
            let page = fixture
                .page()
                .header("content-security-policy", "script-src 'none'");
            plain.show(&fixture.url, page).await?;
            let facts = plain.browser.web.execute(script.as_str(), vec![]).await?;
            let facts = facts.json().as_str().context("no facts")?;
            let in_page = members(&serde_json::from_str(facts)?)?;
            let native = html::collect(&fixture.html, &fixture.url);
            let native = members(native.first().context("the twin found no page")?)?;
            for (member, value) in &native {
                if in_page[member] != *value {
                    let (page, twin) = (&in_page[member], value);
                    wrong.push(format!(
                        "{} {member}:\n  page {page}\n  twin {twin}",
                        fixture.name
                    ));
                }
            }
        }
    }
    plain.quit().await;
    ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
    Ok(())
}

fn members(facts: &PageFacts) -> Result<Map<String, Value>> {
    match json!(facts) {
        Value::Object(members) => Ok(members),
        other => anyhow::bail!("facts are an object, not {other}"),
    }
}
