//! The browser's side, only in the WebAssembly build.
//!
//! - [`api`]: the WebExtensions functions that are used, typed
//! - [`store`]: typed values in `storage.session` and `storage.local`
//! - [`managed`]: what an organisation has set
//! - [`background`]: events and messages in, answers out
//! - [`frames`]: frames that are emptied while the page stays
//! - [`judged`]: from a verdict to what is shown
//! - [`tabs`]: what is remembered of tabs, and talking to their pages
//! - [`passed`]: what the person decided about a warning
//! - [`ways`]: out of a tab, and from a page that fights to our own
//! - [`downloads`]: holds the download of a remote tool and asks
//! - [`watch`]: keeps a tab quiet while a danger stands over it
//! - [`toolbar`]: what the toolbar says of a tab
//! - [`pages`]: the extension's own pages

mod api;
mod background;
mod downloads;
mod frames;
mod judged;
mod managed;
mod pages;
mod passed;
mod store;
mod tabs;
mod toolbar;
mod watch;
mod ways;
