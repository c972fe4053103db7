//! Browser tests: what a person sees, in headless Chromium and headless
//! Firefox, with the extension as it is shipped (no test hook in it).
//!
//! ```text
//! scenarios/*        one scenario a function, the same for both browsers
//!  └─ shared         scenarios of one browser share it, one after the other
//!      └─ stage      a browser with the extension, and a web of its own
//!          ├─ browser    starts chromedriver or geckodriver and a fresh profile
//!          ├─ server     the web: a proxy that answers for every host and counts
//!          ├─ view       size, colours, zoom
//!          ├─ keyboard   keys are pressed, and one sees where it is
//!          ├─ see        the warning as a person sees it, through the closed root
//!          └─ extension  the extension asked from one of its own pages
//! ```
//!
//! `RINGFENCE_DIST` names the directory that holds the unpacked extensions
//! `chrome/` and `firefox/` (`dist/` of this repository when unset).

pub mod axe;
pub mod browser;
pub mod driver;
pub mod extension;
pub mod fixture;
pub mod keyboard;
pub mod measure;
pub mod plain;
pub mod see;
pub mod server;
pub mod shared;
pub mod shipped;
pub mod stage;
pub mod view;
mod watch;
pub mod words;
