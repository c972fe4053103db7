use super::*;

fn tool(threat: Option<Threat>) -> Option<String> {
    threat.map(|threat| threat.tool.unwrap_or_default())
}

#[test]
fn links_that_let_someone_in() {
    assert_eq!(
        tool(for_link("https://download.anydesk.com/AnyDesk.exe", None)).as_deref(),
        Some("anydesk")
    );
    assert_eq!(
        tool(for_link("anydesk:123456789", None)).as_deref(),
        Some("anydesk")
    );
    assert_eq!(
        tool(for_link(
            "https://x.example/f?id=1",
            Some("TeamViewerQS.exe")
        ))
        .as_deref(),
        Some("teamviewer")
    );
    assert_eq!(for_link("https://anydesk.com/en/pricing", None), None);
    assert_eq!(for_link("https://shop.example/setup.exe", None), None);
}

#[test]
fn downloads_that_let_someone_in() {
    let ask = |url, file| tool(for_download(url, file, "https://x.example/"));
    assert_eq!(
        ask(
            "https://x.example/a",
            "C:\\Users\\me\\Downloads\\AnyDesk (3).exe"
        )
        .as_deref(),
        Some("anydesk")
    );
    assert_eq!(
        ask(
            "https://x.example/Bin/Zoom.exe?e=Access&y=Guest",
            "Zoom.exe"
        )
        .as_deref(),
        Some("screenconnect")
    );
    assert_eq!(
        ask("https://x.example/Invoice_pdf.msi", "Invoice_pdf.msi").as_deref(),
        Some("")
    );
    assert_eq!(
        ask("https://x.example/FirefoxSetup.exe", "FirefoxSetup.exe"),
        None
    );
    assert_eq!(ask("https://x.example/invoice.pdf", "invoice.pdf"), None);
    let genuine = for_download(
        "https://download.anydesk.com/AnyDesk.exe",
        "AnyDesk.exe",
        "",
    );
    assert_eq!(
        genuine.map(|threat| threat.kind),
        Some(Kind::RemoteToolVendor)
    );
}
