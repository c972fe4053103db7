//! Pictures of every surface, in both browsers, light and dark, wide and
//! narrow, at 200% and 400%, in forced colours, and the main ones in a language
//! of long words, one that runs from the right and one whose letters not every
//! font has: `screenshots DIRECTORY`.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, Result};
use ringfence_browser_tests::browser::{Engine, Setup};
use ringfence_browser_tests::fixture::Fixture;
use ringfence_browser_tests::server::Page;
use ringfence_browser_tests::shipped::speaking;
use ringfence_browser_tests::stage::Stage;
use ringfence_browser_tests::view::View;

/// One page for each warning that differs; none that opens a dialog, which would
/// cost it its tab in the midst.
const WARNINGS: [(&str, &str); 6] = [
    ("payment", "scam/fake-payment"),
    ("sign-in", "scam/fake-sign-in"),
    ("contact", "scam/call-this-number"),
    ("tool-push", "scam/remote-tool-push"),
    ("scare", "scam/scare-quiet-en"),
    ("caution", "benign/vendor-download"),
];
/// The languages besides English.
const LANGUAGES: [&str; 3] = ["de", "ar", "ur"];
/// Until a change of view has been painted.
const PAINTED: Duration = Duration::from_millis(300);

#[tokio::main]
async fn main() -> Result<()> {
    let dir = std::env::args_os()
        .nth(1)
        .context("usage: screenshots DIRECTORY")?;
    let dir = PathBuf::from(dir);
    std::fs::create_dir_all(&dir)?;
    for engine in [Engine::Chromium, Engine::Firefox] {
        let stage = Stage::start(engine).await?;
        let name = engine.name();
        let album = Album {
            stage,
            files: dir.join(name),
        };
        album.warnings(&WARNINGS).await?;
        album.steps().await?;
        album.own_pages().await?;
        album.stage.browser.quit().await;
        for language in LANGUAGES {
            let extension = speaking(engine, language)?;
            let setup = Setup {
                extension: Some(extension.path().to_owned()),
                ..Setup::default()
            };
            let album = Album {
                stage: Stage::with(engine, setup).await?,
                files: dir.join(format!("{name}-{language}")),
            };
            album.warnings(&[WARNINGS[3], WARNINGS[5]]).await?;
            album.own_pages().await?;
            album.stage.browser.quit().await;
        }
    }
    Ok(())
}

/// A browser, and what its pictures' names begin with.
struct Album {
    stage: Stage,
    files: PathBuf,
}

impl Album {
    /// The current tab in every view, as `BEGIN-SURFACE-VIEW.png`.
    async fn take(&self, surface: &str) -> Result<()> {
        let views = [
            ("light", View::WIDE),
            ("dark", View::WIDE.dark()),
            ("narrow", View::NARROW),
            ("narrow-dark", View::NARROW.dark()),
            ("large", View::LARGE),
            ("huge", View::HUGE),
            ("forced", View::WIDE.forced()),
        ];
        for (name, view) in views {
            self.picture(surface, name, view).await?;
        }
        View::WIDE.apply(&self.stage.browser).await
    }

    /// The whole of a long page, wide and narrow.
    async fn whole(&self, surface: &str) -> Result<()> {
        for (name, view) in [("whole", View::WIDE), ("whole-narrow", View::NARROW.dark())] {
            view.apply(&self.stage.browser).await?;
            let script = "return document.documentElement.scrollHeight";
            let height = self.stage.browser.web.execute(script, vec![]).await?;
            let view = view.tall(height.convert()?);
            self.picture(surface, name, view).await?;
        }
        View::WIDE.apply(&self.stage.browser).await
    }

    async fn picture(&self, surface: &str, name: &str, view: View) -> Result<()> {
        view.apply(&self.stage.browser).await?;
        tokio::time::sleep(PAINTED).await;
        let file = format!("{}-{surface}-{name}.png", self.files.display());
        let web = &self.stage.browser.web;
        Ok(web.screenshot(file.as_ref()).await?)
    }

    async fn warnings(&self, warnings: &[(&str, &str)]) -> Result<()> {
        for (surface, name) in warnings {
            let fixture = Fixture::load(name)?;
            self.stage.show(&fixture.url, fixture.page()).await?;
            self.stage.warning().await.context(surface.to_string())?;
            self.take(surface).await?;
            self.stage.clear().await?;
        }
        Ok(())
    }

    /// The steps of passing a danger.
    async fn steps(&self) -> Result<()> {
        let fixture = Fixture::load("scam/fake-payment")?;
        self.stage.show(&fixture.url, fixture.page()).await?;
        for (button, surface) in [("button_pass", "question"), ("button_no", "pause")] {
            self.stage.press(button).await?;
            tokio::time::sleep(PAINTED).await;
            self.take(surface).await?;
        }
        self.stage.clear().await
    }

    async fn own_pages(&self) -> Result<()> {
        let stage = &self.stage;
        let fixture = Fixture::load("scam/fake-payment")?;
        let tab = stage.show(&fixture.url, fixture.page()).await?;
        stage.warning().await?;
        for page in ["warning", "recovery", "options"] {
            stage
                .open_own(&format!("{page}.html?tab={}", tab.id))
                .await?;
            self.take(page).await.context(page)?;
            self.whole(page).await.context(page)?;
        }
        self.panel(tab.id).await?;
        stage.clear().await?;
        let file = "https://files.example/AnyDesk.exe";
        let program = Page::new("application/octet-stream", vec![0; 999]);
        stage.server.put(file, program);
        stage.held_download(file, "AnyDesk").await?;
        self.take("download").await
    }

    async fn panel(&self, tab: i64) -> Result<()> {
        let stage = &self.stage;
        stage.panel(tab).await?;
        self.picture("popup", "light", View::PANEL).await?;
        self.picture("popup", "dark", View::PANEL.dark()).await?;
        self.picture("popup", "forced", View::PANEL.forced())
            .await?;
        View::WIDE.apply(&stage.browser).await
    }
}
