//! Whatever a content script sends, it is refused or judged; and what was
//! taken in comes back as itself.
#![no_main]

use ringfence::message::ToBackground;
use ringfence::page::PageFacts;

libfuzzer_sys::fuzz_target!(|text: &[u8]| {
    if let Ok(ToBackground::Facts { facts, .. }) = serde_json::from_slice(text) {
        ringfence::judge(&facts);
        let again = serde_json::to_vec(&facts).expect("facts are JSON");
        let again: PageFacts = serde_json::from_slice(&again).expect("facts are read again");
        assert_eq!(again, *facts);
    }
});
