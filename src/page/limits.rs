//! How much of a page is looked at. The collectors cut to these; the engine
//! cuts again, because a message is never trusted to have kept them.

/// UTF-8 bytes of `text` kept from its start.
pub const TEXT_HEAD: usize = 16 * 1024;
/// UTF-8 bytes of `text` kept from its end.
pub const TEXT_TAIL: usize = 8 * 1024;
/// UTF-16 code units (native: bytes) of a single text node that are read.
pub const PIECE: usize = 256 * 1024;
/// Characters kept of each text node when the whole text is too long.
pub const BRIEF: usize = 160;
/// Nodes visited from the start of the document in search of its text.
pub const TEXT_NODES: usize = 60_000;
/// Nodes visited from its end, when the start alone filled a limit.
pub const TAIL_NODES: usize = 20_000;
/// Nodes visited for the words of one element (a link, a heading, a label).
pub const WORDS_NODES: usize = 2_000;
/// Characters of an address.
pub const URL: usize = 2048;
/// Characters of any other single string (label, alt, link text, title ...).
pub const STRING: usize = 200;
/// Characters of a field's label.
pub const LABEL: usize = 80;
/// Nodes looked back through for the text that stands before a field.
pub const LABEL_NODES: usize = 40;
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
/// Elements of one sort that are looked through before the list is cut.
pub const SCANNED: usize = 20_000;
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
/// Elements that are looked at in search of those.
pub const IDENTS_VISITED: usize = 2_000;
/// Addresses found in scripts.
pub const SCRIPT_LINKS: usize = 40;
/// UTF-16 code units (native: bytes) of inline script that are read.
pub const SCRIPT_TEXT: usize = 256 * 1024;
/// Frames.
pub const FRAMES: usize = 40;
/// Frames in frames that the native collector follows (`srcdoc`, `data:`).
pub const FRAME_DEPTH: usize = 8;
/// Characters of one piece of quoted evidence.
pub const EVIDENCE: usize = 120;
