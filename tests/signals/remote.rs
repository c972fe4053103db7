//! Marks of a page that offers or pushes a remote tool.

use ringfence::signals::remote::*;
use ringfence::signals::scam_advice::{ADVICE, ADVICE_IN_TEXT};

use crate::{Case, case, case_at};

pub(super) const CASES: &[Case] = &[
    case_at(
        VENDOR_PAGE,
        [
            "https://anydesk.com/en/downloads",
            "https://anydesk.com/en/about",
        ],
        "<p>x",
        "<p>x",
    ),
    case(
        OFFERED,
        "<a href=https://download.anydesk.com/AnyDesk.exe>x</a>",
        "<a href=https://anydesk.com/en/about>x</a>",
    ),
    case(
        OFFERED,
        "<a href='https://www.google.com/url?q=https%3A%2F%2Fanydesk.com%2Fen%2Fdownloads&sa=D'>x</a>",
        "<a href='https://www.google.com/url?q=https%3A%2F%2Fanydesk.com%2Fen%2Fabout&sa=D'>x</a>",
    ),
    // A picture of a code to scan.
    case(
        OFFERED,
        "<img src='https://qr.example/?data=https%3A%2F%2Fanydesk.com%2Fen%2Fdownloads'>",
        "<img src='https://anydesk.com/en/downloads.png'>",
    ),
    case(
        BANK,
        "<p>AnyDesk. Then open your banking app",
        "<p>AnyDesk. Then open the bank statement",
    ),
    case(
        NAMED,
        "<p>Start AnyDesk",
        "<p>Ask at the help desk, any day",
    ),
    case(
        PROGRAM,
        "<a href=/files/setup.exe>x</a>",
        "<a href=/files/setup.pdf>x</a>",
    ),
    case(
        STARTED,
        "<meta http-equiv=refresh content='3;url=/v/tool.msi'>",
        "<a href=/v/tool.msi>x</a>",
    ),
    case(
        STARTS,
        "<a href=/a.exe>x</a><p>Your download should start in a few seconds",
        "<a href=/a.exe>x</a><p>Downloads of this paper: 12",
    ),
    case(
        DISGUISED,
        "<a href=/INV-20418.pdf.exe>x</a>",
        "<a href=/PDFCreatorSetup.exe>x</a>",
    ),
    case(
        MASKED,
        "<a href=/INV-20418.pdf.exe>x</a>",
        "<a href=/INV-20418_pdf.exe>x</a>",
    ),
    case(
        MISSING,
        "<h1>Please sign NDA_2025.docx</h1><a href=/a.exe>x</a>",
        "<h1>Please sign NDA_2025.docx</h1><a href=/a.exe>x</a><a href=/NDA_2025.docx>y</a>",
    ),
    case(
        UNSAID,
        "<a href='https://get.teamviewer.com/6abc'>Open your invitation</a>",
        "<a href='https://get.teamviewer.com/6abc'>Start support</a><p>Open your invitation",
    ),
    case(
        RENAMED,
        "<a href='https://x.example/Bin/Zoom.ClientSetup.exe?e=Access&y=Guest'>x</a>",
        "<a href='https://x.example/Bin/ScreenConnect.ClientSetup.exe?e=Access&y=Guest'>x</a>",
    ),
    case(
        FOREIGN,
        "<a href=https://www.mediafire.com/file/q1/Setup.exe/file>x</a>",
        "<a href=https://files.harbour-lane.example/Setup.exe>x</a>",
    ),
    case(
        BORROWED,
        "<a href=/ZoomInstaller.msi>x</a>",
        "<a href=https://cdn.zoom.us/ZoomInstaller.msi>x</a>",
    ),
    case(
        LURE,
        "<a href=/a.exe>x</a><h1>Verify you are human</h1>",
        "<a href=/a.exe>x</a><h1>Human voices, a plug-in</h1>",
    ),
    case(
        UPDATE,
        "<a href=/a.exe>x</a><p>Your client is out of date",
        "<a href=/a.exe>x</a><p>The latest release, of this date",
    ),
    case(
        CLONE,
        "<title>AnyDesk – The Fast Remote Desktop Application</title><h1>Discover AnyDesk</h1>\
         <img alt=AnyDesk src=anydesk-logo.svg><a href=/AnyDesk.msi>Download</a>\
         <p>© 2026 AnyDesk Software GmbH",
        "<title>Harbour Lane IT</title><h1>Remote help</h1><p>We use AnyDesk.</p>\
         <a href=/AnyDesk.msi>Download</a><p>© 2026 Harbour Lane IT",
    ),
    case(
        POSED,
        "<title>HSBC Support</title><p>AnyDesk</p><p>© 2026 HSBC",
        "<title>HSBC Support</title><p>AnyDesk</p><p>© 2026 Harbour Lane IT",
    ),
    case(
        PASTE,
        "<p>Press Windows + R, then Ctrl + V, then Enter",
        "<p>Ctrl + V pastes the picture",
    ),
    case(
        STORY,
        "<p>AnyDesk. Stay on the line with your advisor",
        "<p>AnyDesk. The line is open from nine to five",
    ),
    case(
        STEP,
        "<p>AnyDesk. Read this code to our agent",
        "<p>AnyDesk. Read the code of conduct",
    ),
    // A desk that is called what it is for; a name on its host.
    case(
        NOBODYS,
        "<title>Cancellation Desk</title><h1>Cancellation Desk</h1><p>AnyDesk",
        "<title>Remote help</title><h1>Harbour Lane</h1><p>AnyDesk",
    ),
    case_at(
        PROMISED,
        ["https://a.example/", "https://a.example/"],
        "<h1>Invoice 7</h1><a href=/Invoice_Reader.msi>Open invoice</a>",
        "<h1>Invoice 7</h1><a href=/desk-setup.msi>Download statement viewer</a>",
    ),
    case(
        ADVICE,
        "<title>AnyDesk scams: how to recognise them</title>",
        "<title>AnyDesk: how to set it up</title>",
    ),
    case(
        ADVICE_IN_TEXT,
        "<title>News</title><p>AnyDesk scams: how to recognise them",
        "<title>News</title><p>AnyDesk: how to set it up",
    ),
];
