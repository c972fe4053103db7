//! What one page shows: [`PageFacts`], as the collector in the page (or its
//! native twin) gathered it, and [`View`], the same made ready for judging.
//!
//! Everything in here comes from the page and may be a lie, far too long or
//! malformed; [`limits`] says how much of it is looked at.

mod address;
pub(crate) mod bidi;
mod bounded;
mod facts;
mod fold;
mod hits;
pub mod limits;
mod quoted;
mod squeezed;
mod text;
mod view;
mod words;

#[cfg(not(target_arch = "wasm32"))]
pub mod html;

pub use address::Address;
pub use facts::{Api, Field, Form, Frame, FrameKind, Image, Link, Media, PageFacts};
pub(crate) use fold::is_joined;
pub use hits::Hit;
pub(crate) use hits::{distinct, named_in, places_of, tells};
pub(crate) use squeezed::Squeezed;
pub use text::fold;
pub use view::View;
pub(crate) use view::excerpt;
pub use words::Part;
