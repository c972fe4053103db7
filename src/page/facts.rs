//! [`PageFacts`] and its parts: the contract between the collectors
//! (`extension/content/collect.js`, `page/html.rs`) and the engine.
//!
//! Every member has a default, so that a collector may leave out what it did
//! not find, and unknown members are ignored. Deserialising keeps to
//! [`limits`], whatever the collector did. No value that a person typed is
//! ever collected.

use serde::{Deserialize, Serialize};

use super::{bounded, limits};

/// What one document (the page itself, or one frame) shows.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct PageFacts {
    /// The document's address. `about:srcdoc`, `blob:` and `data:` documents
    /// carry their own address here and their embedder's in `base_url`.
    #[serde(deserialize_with = "bounded::string::<_, { limits::URL }>")]
    pub url: String,
    /// The embedder's address when `url` has no host of its own, else empty.
    #[serde(deserialize_with = "bounded::string::<_, { limits::URL }>")]
    pub base_url: String,
    /// Whether this is the page itself or a frame in it.
    pub frame: FrameKind,
    /// Host of `document.referrer`, without the path.
    #[serde(deserialize_with = "bounded::string::<_, { limits::STRING }>")]
    pub referrer_host: String,
    /// `<html lang>`.
    #[serde(deserialize_with = "bounded::string::<_, { limits::STRING }>")]
    pub lang: String,
    /// `<title>`.
    #[serde(deserialize_with = "bounded::string::<_, { limits::STRING }>")]
    pub title: String,
    /// `<meta name=description>` (or `og:description`).
    #[serde(deserialize_with = "bounded::string::<_, { limits::STRING }>")]
    pub description: String,
    /// `<meta property=og:site_name>` and `<meta name=application-name>`.
    #[serde(deserialize_with = "bounded::string::<_, { limits::STRING }>")]
    pub site_name: String,
    /// The text of the document: script, style, noscript and template left
    /// out, white space folded, block boundaries as one space, and the names
    /// given by `alt`, `aria-label` and `<svg><title>` in their place.
    #[serde(deserialize_with = "bounded::text")]
    pub text: String,
    /// Text of `h1` to `h3` and `[role=heading]`.
    #[serde(deserialize_with = "bounded::strings::<_, { limits::HEADINGS }, { limits::STRING }>")]
    pub headings: Vec<String>,
    /// Forms in document order.
    #[serde(deserialize_with = "bounded::list::<_, _, { limits::FORMS }>")]
    pub forms: Vec<Form>,
    /// Fields that stand in no form.
    #[serde(deserialize_with = "bounded::list::<_, _, { limits::FIELDS }>")]
    pub fields: Vec<Field>,
    /// Buttons that stand in no form, and elements with `role=button`.
    #[serde(deserialize_with = "bounded::strings::<_, { limits::BUTTONS }, { limits::STRING }>")]
    pub buttons: Vec<String>,
    /// Links, suspicious first (installers, URL schemes of programs, `tel:`).
    #[serde(deserialize_with = "bounded::list::<_, _, { limits::LINKS }>")]
    pub links: Vec<Link>,
    /// Images, inline SVG with a name included (`src` empty).
    #[serde(deserialize_with = "bounded::list::<_, _, { limits::IMAGES }>")]
    pub images: Vec<Image>,
    /// `href` of icons.
    #[serde(deserialize_with = "bounded::strings::<_, { limits::ICONS }, { limits::URL }>")]
    pub icons: Vec<String>,
    /// Addresses of style sheets and scripts.
    #[serde(deserialize_with = "bounded::strings::<_, { limits::ASSETS }, { limits::URL }>")]
    pub assets: Vec<String>,
    /// Distinct ids and class names in document order.
    #[serde(deserialize_with = "bounded::strings::<_, { limits::IDENTS }, { limits::STRING }>")]
    pub idents: Vec<String>,
    /// The first HTML comments, cut short (saved-page marks stand there).
    #[serde(deserialize_with = "bounded::strings::<_, { limits::COMMENTS }, { limits::COMMENT }>")]
    pub comments: Vec<String>,
    /// Addresses and file names of installers quoted in inline scripts and
    /// event handlers, `<meta http-equiv=refresh>` targets included.
    #[serde(deserialize_with = "bounded::strings::<_, { limits::SCRIPT_LINKS }, { limits::URL }>")]
    pub script_links: Vec<String>,
    /// Frames in the document.
    #[serde(deserialize_with = "bounded::list::<_, _, { limits::FRAMES }>")]
    pub frames: Vec<Frame>,
    /// Sound and video.
    pub media: Media,
    /// What the page's own scripts are seen to use.
    pub api: Api,
    /// Whether a limit cut something off.
    pub truncated: bool,
}

/// Which document of a tab the facts are of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FrameKind {
    /// The page itself.
    #[default]
    Top,
    /// A frame in it.
    Sub,
}

/// A `<form>`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Form {
    /// Where it sends, resolved against the document; empty: to the page itself.
    #[serde(deserialize_with = "bounded::string::<_, { limits::URL }>")]
    pub action: String,
    /// `get`, `post` or `dialog`.
    #[serde(deserialize_with = "bounded::string::<_, { limits::STRING }>")]
    pub method: String,
    /// Its fields, hidden inputs left out.
    #[serde(deserialize_with = "bounded::list::<_, _, { limits::FIELDS }>")]
    pub fields: Vec<Field>,
    /// The words on its buttons.
    #[serde(deserialize_with = "bounded::strings::<_, { limits::BUTTONS }, { limits::STRING }>")]
    pub buttons: Vec<String>,
}

/// An input, select, textarea, contenteditable or textbox-like custom element.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Field {
    /// `type`; `select`, `textarea`, `contenteditable` or `textbox` for others.
    #[serde(
        rename = "type",
        deserialize_with = "bounded::string::<_, { limits::STRING }>"
    )]
    pub kind: String,
    /// `name`.
    #[serde(deserialize_with = "bounded::string::<_, { limits::STRING }>")]
    pub name: String,
    /// `id`.
    #[serde(deserialize_with = "bounded::string::<_, { limits::STRING }>")]
    pub id: String,
    /// `autocomplete`.
    #[serde(deserialize_with = "bounded::string::<_, { limits::STRING }>")]
    pub autocomplete: String,
    /// Text of its `<label>`, `aria-label` or `aria-labelledby`, else the
    /// text that stands just before it.
    #[serde(deserialize_with = "bounded::string::<_, { limits::STRING }>")]
    pub label: String,
    /// `placeholder`, else `title`.
    #[serde(deserialize_with = "bounded::string::<_, { limits::STRING }>")]
    pub placeholder: String,
    /// `maxlength`, 0 when there is none.
    pub maxlength: u32,
    /// `inputmode`.
    #[serde(deserialize_with = "bounded::string::<_, { limits::STRING }>")]
    pub inputmode: String,
}

/// An `<a href>` (or an element that acts as one).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Link {
    /// Resolved address.
    #[serde(deserialize_with = "bounded::string::<_, { limits::URL }>")]
    pub href: String,
    /// Its words.
    #[serde(deserialize_with = "bounded::string::<_, { limits::STRING }>")]
    pub text: String,
    /// The `download` attribute's file name; `None` without the attribute.
    #[serde(deserialize_with = "bounded::option::<_, { limits::STRING }>")]
    pub download: Option<String>,
}

/// An `<img>`, `<input type=image>`, inline SVG or CSS-free picture.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Image {
    /// Resolved address, `data:` addresses cut to their media type.
    #[serde(deserialize_with = "bounded::string::<_, { limits::URL }>")]
    pub src: String,
    /// `alt`, `aria-label` or `<title>`.
    #[serde(deserialize_with = "bounded::string::<_, { limits::STRING }>")]
    pub alt: String,
    /// Width attribute in CSS pixels, 0 when unknown.
    pub w: u32,
    /// Height attribute in CSS pixels, 0 when unknown.
    pub h: u32,
}

/// An `<iframe>` or `<frame>`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Frame {
    /// Resolved address.
    #[serde(deserialize_with = "bounded::string::<_, { limits::URL }>")]
    pub src: String,
    /// Whether it carries a `srcdoc`.
    pub srcdoc: bool,
}

/// Sound and video in the document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Media {
    /// Number of `<audio>` elements.
    pub audio: u32,
    /// Whether any `<audio>` or unmuted `<video>` has `autoplay`.
    pub autoplay: bool,
}

/// What inline scripts and handlers are seen to use, by name only.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Api {
    /// `requestFullscreen` and its prefixed forms.
    pub fullscreen: bool,
    /// `navigator.keyboard.lock`.
    pub keyboard_lock: bool,
    /// A `beforeunload` handler.
    pub beforeunload: bool,
    /// Number of calls of `alert`, `confirm` and `prompt`.
    pub dialogs: u32,
    /// `getDisplayMedia`.
    pub display_media: bool,
    /// Blocks the context menu or keys (`contextmenu`, `keyCode`, `onkeydown`).
    pub blocks_keys: bool,
    /// Hides the pointer (`cursor: none`, `requestPointerLock`).
    pub hides_pointer: bool,
    /// Pushes history entries to trap "back" (`history.pushState`).
    pub traps_history: bool,
    /// Speaks (`speechSynthesis`) or plays sound (`.play(`, `AudioContext`).
    pub sound: bool,
    /// Starts a download or navigation by script (`.click()` on a link with
    /// `download`, `location =` an installer).
    pub starts_download: bool,
}
