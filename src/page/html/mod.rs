//! The native twin of `extension/content/collect.js`: reads HTML with
//! html5ever and gathers the same [`super::PageFacts`].
