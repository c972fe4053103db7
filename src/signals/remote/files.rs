//! What files are called and where they lie: the tables behind `offer`.

/// What a browser saves and a double click runs.
pub(super) const PROGRAMS: [&str; 24] = [
    "exe",
    "msi",
    "msix",
    "msixbundle",
    "appx",
    "appxbundle",
    "appinstaller",
    "application",
    "dmg",
    "pkg",
    "apk",
    "scr",
    "bat",
    "cmd",
    "ps1",
    "vbs",
    "js",
    "wsf",
    "hta",
    "jar",
    "lnk",
    "iso",
    "img",
    "com",
];

/// What programs are packed in to be handed out.
pub(super) const ARCHIVES: [&str; 7] = ["zip", "rar", "7z", "gz", "tar", "ace", "cab"];

/// Programs that are packed one by one and called by both endings. Developers
/// pack `.js`, `.jar` and images of disks so.
pub(super) const PACKED: [&str; 12] = [
    "exe", "msi", "scr", "bat", "cmd", "ps1", "vbs", "vbe", "wsf", "hta", "lnk", "pif",
];

/// Of these, what nobody packs who means well.
pub(super) const SCRIPTS: [&str; 7] = ["scr", "vbs", "vbe", "wsf", "hta", "lnk", "pif"];

/// What papers and pictures end in.
pub(super) const PAPER_EXTENSIONS: [&str; 16] = [
    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "rtf", "txt", "jpg", "png", "jpeg", "csv",
    "wav", "mp3", "mp4",
];

/// Hosts that keep anyone's files under an address that tells nothing of
/// whose they are. Open-source projects publish their releases on some of
/// the same names: only raw files count there.
pub(super) const FILE_HOSTS: [&str; 36] = [
    "raw.githubusercontent.com",
    "gist.githubusercontent.com",
    "bitbucket.org",
    "gitlab.io",
    "r2.dev",
    "r2.cloudflarestorage.com",
    "amazonaws.com",
    "blob.core.windows.net",
    "storage.googleapis.com",
    "firebasestorage.googleapis.com",
    "digitaloceanspaces.com",
    "backblazeb2.com",
    "wasabisys.com",
    "linodeobjects.com",
    "cdn.discordapp.com",
    "dropbox.com",
    "dropboxusercontent.com",
    "drive.google.com",
    "drive.usercontent.google.com",
    "docs.google.com",
    "1drv.ms",
    "onedrive.live.com",
    "sharepoint.com",
    "mediafire.com",
    "mega.nz",
    "wetransfer.com",
    "gofile.io",
    "pixeldrain.com",
    "catbox.moe",
    "transfer.sh",
    "file.io",
    "4shared.com",
    "trycloudflare.com",
    "ngrok-free.app",
    "ngrok.io",
    "ipfs.io",
];

/// Words that stand in the names of papers, cards and tickets, and hardly
/// ever in that of a program; in the languages of the catalogue.
pub(super) const PAPERS: [&str; 72] = [
    "invoice",
    "statement",
    "estatement",
    "document",
    "documents",
    "doc",
    "docs",
    "docx",
    "pdf",
    "scan",
    "scanned",
    "fax",
    "voicemail",
    "receipt",
    "remittance",
    "payment",
    "payslip",
    "payroll",
    "contract",
    "agreement",
    "proposal",
    "quotation",
    "tax",
    "transcript",
    "irs",
    "ssa",
    "w2",
    "1099",
    "1040",
    "p800",
    "p60",
    "p45",
    "return",
    "refund",
    "benefit",
    "invite",
    "invitation",
    "invitations",
    "ecard",
    "evite",
    "rsvp",
    "party",
    "wedding",
    "event",
    "events",
    "celebration",
    "resume",
    "cv",
    "parcel",
    "shipment",
    "delivery",
    "waybill",
    "ticket",
    "summons",
    "subpoena",
    "rechnung",
    "dokument",
    "bescheid",
    "mahnung",
    "einladung",
    "facture",
    "relevé",
    "avis",
    "contrat",
    "factura",
    "documento",
    "aviso",
    "fattura",
    "fatura",
    "factuur",
    "faktura",
    "請求書",
];

/// Words in the name of an honest installer.
pub(super) const INSTALLERS: [&str; 8] = [
    "setup",
    "install",
    "installer",
    "portable",
    "reader",
    "editor",
    "converter",
    "creator",
];
