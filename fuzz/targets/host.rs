//! Whatever a host is called, it is known or not; a registrable domain is the
//! end of its host.
#![no_main]

use ringfence::host;

libfuzzer_sys::fuzz_target!(|name: &str| {
    host::inspect(name);
    if let Some(domain) = host::registrable(name) {
        assert!(name.ends_with(domain), "{domain}");
    }
});
