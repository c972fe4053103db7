//! A threat that stands elsewhere than in the page's own first document.

use anyhow::{Context, Result};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::stage::Stage;

/// Where the pages of this file stand.
const URL: &str = "https://parcel-notice.example/";

/// A page as a JavaScript string for use inside `<script>`.
fn threat(name: &str) -> Result<String> {
    let html = String::from_utf8(Fixture::load(name)?.html)?;
    Ok(serde_json::to_string(&html)?.replace("</", "<\\/"))
}

/// Shows a page whose script has the threat in `threat`; first nothing may be
/// said, then `trigger` (a script of the person's doing) brings the warning.
async fn appears(stage: &Stage, script: &str, click: bool) -> Result<()> {
    let threat = threat("scam/fake-payment")?;
    let html = format!(
        "<!doctype html><title>Parcels</title><h1>Your parcel</h1>
        <button style='position:fixed;inset:0'>Where is it?</button>
        <script>const threat = {threat};
        const inner = () => new DOMParser().parseFromString(threat, 'text/html');
        {script}</script>"
    );
    stage.show(URL, Page::html(html)).await?;
    if click {
        stage.quiet().await?;
        stage
            .browser
            .web
            .action_chain()
            .move_to(400, 300)
            .click()
            .perform()
            .await?;
    }
    stage.warning().await?;
    Ok(())
}

/// The form comes with a click, long after the page had settled.
pub async fn form_appears_late(stage: &Stage) -> Result<()> {
    let script = "document.querySelector('button').onclick = () => {
        document.title = inner().title;
        document.body.replaceWith(document.adoptNode(inner().body));
    };";
    appears(stage, script, true).await
}

/// The same on a page that stops every timer, ours among them if it could.
pub async fn timers_are_stopped(stage: &Stage) -> Result<()> {
    let script = "const stop = () => {
        const last = setTimeout(() => 0);
        for (let id = last - 200; id <= last; id++) clearTimeout(id);
        requestAnimationFrame(stop);
      };
      stop();
      document.querySelector('button').onclick = () => {
        document.title = inner().title;
        document.body.replaceWith(document.adoptNode(inner().body));
      };";
    appears(stage, script, true).await
}

/// The page builds itself, one small element after the other.
pub async fn page_builds_itself(stage: &Stage) -> Result<()> {
    let script = "document.body.replaceChildren();
        const source = document.createNodeIterator(inner().body);
        const copies = new Map([[source.nextNode(), document.body]]);
        const timer = setInterval(() => {
          for (let i = 0; i < 4; i++) {
            const node = source.nextNode();
            if (!node) return clearInterval(timer);
            const copy = document.importNode(node, false);
            copies.set(node, copy);
            copies.get(node.parentNode).append(copy);
          }
        }, 10);";
    appears(stage, script, false).await
}

/// An open shadow root hides a form from `querySelector` and `textContent`.
pub async fn open_shadow_root(stage: &Stage) -> Result<()> {
    let script = "const root = document.createElement('x-app');
        root.attachShadow({ mode: 'open' }).append(...inner().body.childNodes);
        document.body.replaceChildren(root);";
    appears(stage, script, false).await
}

/// One in the midst of a text so long that nobody reads it to the end.
pub async fn shadow_root_in_a_long_page(stage: &Stage) -> Result<()> {
    let script = "const root = document.createElement('div');
        root.attachShadow({ mode: 'open' }).append(...inner().body.childNodes);
        const news = Array.from({ length: 900 }, (_, day) => {
          const said = document.createElement('p');
          said.append(`On day ${day} rain moved in from the west, with wind on the coast.`);
          return said;
        });
        news.splice(600, 0, root);
        document.title = inner().title;
        document.body.replaceChildren(...news);
        root.scrollIntoView();";
    appears(stage, script, false).await
}

/// A closed one hides it from the page's own scripts too; the words beside it,
/// which its host has, are not shown.
pub async fn closed_shadow_root(stage: &Stage) -> Result<()> {
    let script = "const host = document.createElement('div');
        host.append('Rain will move in from the west later.');
        host.attachShadow({ mode: 'closed' }).append(...inner().body.childNodes);
        document.body.replaceChildren(host);";
    appears(stage, script, false).await
}

/// A frame of `srcdoc` has no address of its own.
pub async fn frame_from_srcdoc(stage: &Stage) -> Result<()> {
    let script = "const frame = document.createElement('iframe');
        frame.srcdoc = threat;
        document.body.replaceChildren(frame);";
    appears(stage, script, false).await
}

/// A frame of another site: the warning must stand over the page itself.
pub async fn threat_in_a_frame(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    stage.server.put(&fixture.url, fixture.page());
    let html = format!(
        "<!doctype html><title>Parcels</title><h1>Your parcel</h1>
        <iframe src='{}' style='position:fixed;inset:0;width:100%;height:100%'></iframe>",
        fixture.url
    );
    stage.show(URL, Page::html(html)).await?;
    stage.warning().await?;
    Ok(())
}

/// The strictest policy a page can send; no WebAssembly would start in it.
pub async fn policy_forbids_everything(stage: &Stage) -> Result<()> {
    let fixture = Fixture::load("scam/fake-payment")?;
    let policy = "default-src 'none'; sandbox allow-scripts allow-forms";
    let page = fixture.page().header("content-security-policy", policy);
    stage.show(&fixture.url, page).await?;
    stage.warning().await?;
    Ok(())
}

/// Shadow roots that are attached when the page has long settled, to what was
/// there before.
pub async fn late_shadow_roots(stage: &Stage) -> Result<()> {
    let text = "Rain will move in from the west. ".repeat(9);
    for late in [
        "host.attachShadow({ mode: 'closed' }).append(...inner().body.childNodes)",
        "full.attachShadow({ mode: 'open' }).append(...inner().body.childNodes)",
        "nested.attachShadow({ mode: 'closed' }).append(...inner().body.childNodes)",
        "host.setHTMLUnsafe(`<div><template shadowrootmode=closed>${inner().body.innerHTML}
          </template></div>`)",
    ] {
        let script = format!(
            "const [host, full, nested] = ['div', 'section', 'div'].map((name) =>
              document.createElement(name));
            const outer = document.createElement('div');
            outer.attachShadow({{ mode: 'closed' }}).append(nested);
            full.append('{text}');
            document.body.append(full, host, outer);
            setTimeout(() => {late}, 2500);"
        );
        appears(stage, &script, false).await.context(late)?;
        stage.clear().await?;
    }
    Ok(())
}

/// A text that comes three letters at a time says nothing by its pieces.
pub async fn text_in_pieces(stage: &Stage) -> Result<()> {
    let threat = threat("scam/call-this-number")?;
    let html = format!(
        "<!doctype html><title>News</title><h1>The weather</h1>
        <p>{}</p><p id=more></p><script>
        const {{ body }} = new DOMParser().parseFromString({threat}, 'text/html');
        const text = body.textContent.replace(/\\s+/g, ' ');
        let at = 0;
        const timer = setInterval(() => {{
          for (let i = 0; i < 50 && at < text.length; i++) {{
            const piece = document.createElement('span');
            piece.textContent = text.slice(at, (at += 3));
            more.append(piece);
          }}
          if (at >= text.length) clearInterval(timer);
        }}, 1500);</script>",
        "Rain will move in from the west. ".repeat(9)
    );
    stage.show(URL, Page::html(html)).await?;
    stage.warning().await?;
    Ok(())
}
