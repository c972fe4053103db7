//! The browser's side: background, messages, pages.
