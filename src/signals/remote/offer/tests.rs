use super::*;

#[test]
fn names_that_promise_something_to_read() {
    for name in [
        "Tax_Return_ID_45_pdf.msi",
        "ViewEventsPrograms.msi",
        "INV.pdf.exe",
        "invoice-20418.exe",
        "Rechnung.scr",
        "W2_2025.js",
    ] {
        let offer = offer(name, None, false).expect(name);
        assert!(offer.is_disguised(), "{name}");
        assert_eq!(offer.is_masked(), name == "INV.pdf.exe", "{name}");
    }
    for name in [
        "PDFCreatorSetup.exe",
        "AnyDesk.exe",
        "Quillnote-2.8.1.msi",
        "SumatraPDF-3.5-install.exe",
        "IPS_Setup_6.2.exe",
    ] {
        let offer = offer(name, None, false).expect(name);
        assert!(!offer.is_disguised(), "{name}");
    }
}

#[test]
fn archives_that_hide_a_program() {
    let masked = |name| offer(name, None, false).map(|offer| offer.is_masked());
    assert_eq!(masked("Reader_en_Install.vbs.zip"), Some(true));
    assert_eq!(masked("statement.exe.zip"), Some(true));
    assert_eq!(
        masked("https://a.example/get?f=Rechnung.scr.7z"),
        Some(true)
    );
    assert_eq!(masked("PrinterDriver.exe.zip"), Some(false));
    assert_eq!(masked("pdf.js.zip"), None);
    assert_eq!(masked("site.com.zip"), None);
    assert_eq!(masked("invoice.zip"), None);
}

#[test]
fn programs_and_where_they_lie() {
    let at = |href| offer(href, None, false).map(|offer| (offer.file.into_owned(), offer.foreign));
    let host = "https://www.mediafire.com/file/q1/Aviso.pdf.exe/file";
    assert_eq!(at(host), Some(("Aviso.pdf.exe".into(), true)));
    assert_eq!(
        at("http://45.61.136.9/x/a.msi"),
        Some(("a.msi".into(), true))
    );
    assert_eq!(
        at("https://dl.inkwell.example/S.exe"),
        Some(("S.exe".into(), false))
    );
    assert_eq!(
        at("https://github.com/a/b/releases/download/v1/b.exe"),
        Some(("b.exe".into(), false))
    );
    assert_eq!(
        at("https://github.com/a/b/raw/main/b.exe"),
        Some(("b.exe".into(), true))
    );
    assert_eq!(at("https://example.com"), None);
    assert_eq!(at("https://shop.example/paper.pdf"), None);
}

#[test]
fn a_tool_under_another_name() {
    let renamed = |href| offer(href, None, false).is_some_and(|offer| offer.is_renamed());
    assert!(renamed(
        "https://x.example/Bin/Zoom.ClientSetup.exe?e=Access&y=Guest"
    ));
    assert!(!renamed(
        "https://x.example/Bin/ScreenConnect.ClientSetup.exe?e=Access&y=Guest"
    ));
    assert!(!renamed("https://download.anydesk.com/AnyDesk.exe"));
    assert!(!renamed(
        "https://download.teamviewer.com/download/TeamViewerQS.exe"
    ));
}
