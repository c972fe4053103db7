//! What inline scripts and style sheets are seen to use. They are read as
//! text and by name only, never run.

use std::sync::LazyLock;

use regex::Regex;

use crate::page::{Api, limits};

/// Extensions of what a browser saves and a person then opens, as a pattern.
macro_rules! installer {
    () => {
        "(?:exe|msi|msix|msixbundle|appx|appxbundle|appinstaller|application|dmg|pkg|apk|scr|bat\
         |cmd|ps1|vbs|hta|jar|iso|img|zip|rar|7z|deb|rpm|appimage)"
    };
}

/// Schemes that reach a program or a telephone with no `//` after the colon.
macro_rules! scheme {
    () => {
        "(?:tel|callto|sms|facetime|skype|anydesk|teamviewer[a-z0-9]*|rustdesk|ms-quick-assist\
         |quickassist|ms-appinstaller|search-ms|ms-msdt)"
    };
}

static INSTALLER_ADDRESS: LazyLock<Regex> =
    LazyLock::new(|| pattern(concat!(r"(?i)\.", installer!(), r"(?:$|[?&#])")));
static PROGRAM_ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)^(?:[a-z][a-z0-9+.-]{1,40}://|",
        scheme!(),
        ":)"
    ))
});
static WEB_ADDRESS: LazyLock<Regex> =
    LazyLock::new(|| pattern("(?i)^(?:https?|wss?|ftp|file|data|blob|about|javascript|mailto):"));
static QUOTED: LazyLock<Regex> = LazyLock::new(|| pattern(r#"["'`]([^"'`\s<>]{1,2048})["'`]"#));
static REFRESH: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"(?i)^\s*[\d.]+\s*[;,\s]\s*(?:url\s*=\s*)?["']?([^"'\s]+)"#));
static SCRIPT_TYPE: LazyLock<Regex> =
    LazyLock::new(|| pattern("(?i)^$|javascript|ecmascript|jscript|livescript|^module$"));

static FULLSCREEN: LazyLock<Regex> = LazyLock::new(|| pattern("(?i)requestFullscreen"));
static KEYBOARD_LOCK: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)keyboard\s*\.\s*lock\b"));
static BEFOREUNLOAD: LazyLock<Regex> = LazyLock::new(|| pattern("(?i)beforeunload"));
static DIALOG: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b(?:alert|confirm|prompt)\s*\("));
static DISPLAY_MEDIA: LazyLock<Regex> = LazyLock::new(|| pattern("(?i)getDisplayMedia"));
static BLOCKS_KEYS: LazyLock<Regex> =
    LazyLock::new(|| pattern("(?i)contextmenu|keyCode|onkeydown"));
static HIDES_POINTER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"(?i)cursor\s*[:=]\s*["']?none\b|requestPointerLock"#));
static TRAPS_HISTORY: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)history\s*\.\s*pushState"));
static SOUND: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)speechSynthesis|\.play\s*\(|AudioContext"));
static CLICK: LazyLock<Regex> = LazyLock::new(|| pattern(r"\.click\s*\("));
static DOWNLOAD: LazyLock<Regex> = LazyLock::new(|| pattern(r"\bdownload\b"));
static NAVIGATION: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)location(?:\.href)?\s*=|location\.(?:assign|replace)|\bopen\s*\(")
});

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("the pattern is a constant and valid")
}

/// What was found in a page's scripts.
#[derive(Debug, Default)]
pub(super) struct Scripts {
    /// Addresses of installers and programs, as they are quoted there.
    pub(super) links: Vec<String>,
    /// What they use.
    pub(super) api: Api,
}

/// Whether a `<script type>` is a script at all and not data.
pub(super) fn is_script(kind: &str) -> bool {
    SCRIPT_TYPE.is_match(kind.trim())
}

/// Whether a link leads to an installer, a program or a telephone.
pub(super) fn is_suspicious(href: &str) -> bool {
    let web = WEB_ADDRESS.is_match(href);
    INSTALLER_ADDRESS.is_match(href) || (!web && PROGRAM_ADDRESS.is_match(href))
}

/// Where `<meta http-equiv=refresh>` goes.
pub(super) fn refresh_target(content: &str) -> Option<&str> {
    Some(REFRESH.captures(content)?.get(1)?.as_str())
}

/// Reads the scripts and style sheets of a page.
pub(super) fn scan(script: &str, style: &str) -> Scripts {
    let links: Vec<String> = QUOTED
        .captures_iter(script)
        .filter_map(|quoted| quoted.get(1))
        .map(|quoted| quoted.as_str().replace("\\/", "/"))
        .filter(|quoted| is_suspicious(quoted))
        .take(limits::SCRIPT_LINKS)
        .collect();
    let installs = links.iter().any(|link| INSTALLER_ADDRESS.is_match(link));
    let clicks = CLICK.is_match(script);
    let api = Api {
        fullscreen: FULLSCREEN.is_match(script),
        keyboard_lock: KEYBOARD_LOCK.is_match(script),
        beforeunload: BEFOREUNLOAD.is_match(script),
        dialogs: DIALOG
            .find_iter(script)
            .count()
            .try_into()
            .unwrap_or(u32::MAX),
        display_media: DISPLAY_MEDIA.is_match(script),
        blocks_keys: BLOCKS_KEYS.is_match(script),
        hides_pointer: HIDES_POINTER.is_match(script) || HIDES_POINTER.is_match(style),
        traps_history: TRAPS_HISTORY.is_match(script),
        sound: SOUND.is_match(script),
        starts_download: clicks && (installs || DOWNLOAD.is_match(script))
            || installs && NAVIGATION.is_match(script),
    };
    Scripts { links, api }
}
