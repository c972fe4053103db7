//! How much of a page is looked at. The collectors cut to these; the engine
//! cuts again, because a message is never trusted to have kept them.

/// UTF-8 bytes of `text` kept from its start.
pub const TEXT_HEAD: usize = 48 * 1024;
/// UTF-8 bytes of `text` kept from its end.
pub const TEXT_TAIL: usize = 16 * 1024;
/// Characters of an address.
pub const URL: usize = 2048;
/// Characters of any other single string (label, alt, link text, title ...).
pub const STRING: usize = 200;
/// Characters of one HTML comment.
pub const COMMENT: usize = 160;
/// HTML comments.
pub const COMMENTS: usize = 12;
/// Headings.
pub const HEADINGS: usize = 40;
/// Forms.
pub const FORMS: usize = 40;
/// Fields in all, in forms and loose.
pub const FIELDS: usize = 200;
/// Loose buttons, and buttons of one form.
pub const BUTTONS: usize = 40;
/// Links.
pub const LINKS: usize = 200;
/// Images.
pub const IMAGES: usize = 100;
/// Icons.
pub const ICONS: usize = 8;
/// Style sheets and scripts.
pub const ASSETS: usize = 60;
/// Distinct ids and class names.
pub const IDENTS: usize = 400;
/// Elements with an id or class that are read to find them.
pub const IDENT_ELEMENTS: usize = 600;
/// Addresses found in scripts.
pub const SCRIPT_LINKS: usize = 40;
/// UTF-16 code units (native: bytes) of inline script that are read.
pub const SCRIPT_TEXT: usize = 256 * 1024;
/// Frames.
pub const FRAMES: usize = 40;
/// Characters of one piece of quoted evidence.
pub const EVIDENCE: usize = 120;
