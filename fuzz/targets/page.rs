//! Whatever the bytes of a page are, there is a verdict, with evidence within
//! its limit.
#![no_main]

use ringfence::page::{html, limits};

libfuzzer_sys::fuzz_target!(|page: &[u8]| {
    for facts in html::collect(page, "https://fuzz.example/") {
        let verdict = ringfence::judge(&facts);
        for evidence in verdict.threats.iter().flat_map(|threat| &threat.evidence) {
            assert!(evidence.chars().count() <= limits::EVIDENCE, "{evidence}");
        }
    }
});
