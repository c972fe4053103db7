//! trial
use ringfence_browser_tests::{browser::{Engine,Setup,dist}, server::Page, stage::Stage};
#[tokio::main]
async fn main(){
  for engine in [Engine::Chromium, Engine::Firefox] {
    if let Err(e) = run(engine).await { println!("{engine:?} FAIL {e:?}"); }
  }
}
async fn run(engine: Engine) -> anyhow::Result<()> {
    let t = std::time::Instant::now();
    let mut stage = Stage::with(engine, Setup{extension: Some(dist(engine)),..Default::default()}).await?;
    println!("{engine:?} started {:?}", t.elapsed());
    for (url, html) in [("https://www.amazon.co.uk/", "<h1>Honest</h1>"), ("https://pay-amazon.example/a", "<h1>SCAM</h1>")] {
        let t = std::time::Instant::now();
        let tab = stage.show(url, Page::html(html).header("content-security-policy","default-src 'none'; sandbox allow-scripts allow-forms")).await?;
        println!("opened {:?}", t.elapsed());
        if html.contains("SCAM") {
            let s = stage.warning().await?;
            println!("{:?} {s:?}", t.elapsed());
            println!("badge {}", stage.desk.badge(&stage.browser, tab.id).await?);
            stage.browser.web.switch_to_window(tab.window.clone()).await?;
            stage.click(s.control("Get me out")?).await?;
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
            println!("now at {}", stage.browser.web.current_url().await?);
        } else { stage.quiet().await?; println!("url {} title {}", stage.browser.web.current_url().await?, stage.browser.web.source().await?); }
        println!("{:?}", t.elapsed());
    }
    stage.clear().await?;
    println!("{:#?}", stage.server.asked());
    stage.browser.quit().await;
    Ok(())
}
