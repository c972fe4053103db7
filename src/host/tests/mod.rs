//! Whose a host is, and that no name upsets anything.

mod resemble;

use proptest::prelude::*;

use super::*;

#[test]
fn own_hosts_are_owned_and_resemble_no_one() {
    for host in ["amazon.co.uk", "WWW.Amazon.De.", "pay.amazon", "a.co"] {
        let info = inspect(host);
        assert_eq!(info.owner, Some("amazon"), "{host}");
        assert!(!info.hosting && info.resembles.is_none(), "{host}");
    }
}

#[test]
fn hosting_is_never_owned() {
    for host in [
        "shop.s3.eu-west-2.amazonaws.com",
        "d111.cloudfront.net",
        "x.auth.eu-west-1.amazoncognito.com",
        "someone.github.io",
        "shop.web.app",
        "sites.google.com",
        "bit.ly",
    ] {
        let info = inspect(host);
        assert!(info.hosting && info.owner.is_none(), "{host}");
    }
    for host in ["google.com", "github.com", "notbit.ly", "co.uk"] {
        assert!(!inspect(host).hosting, "{host}");
    }
}

#[test]
fn a_firms_proxy_is_read_through() {
    let info = inspect("signin.amazon.co.uk.mcas.ms");
    assert_eq!((info.owner, info.hosting), (Some("amazon"), false));
    let info = inspect("amazon-refund.example.mcas.ms");
    assert!(info.owner.is_none() && info.resembles.is_some());
    // A name in front of an address that only sounds like the proxy's is his own.
    assert!(inspect("amazon.co.uk.mcas-ms.example").resembles.is_some());
}

#[test]
fn a_name_that_another_gave_resembles_no_one() {
    for host in [
        "x-amazonaws-com.cdn.ampproject.org",
        "www-amazon-co-uk.translate.goog",
        "amazon.com.lookup.dkimwl.org",
        "amazon.pool.ntp.org",
        "amazon.map.fastly.net",
    ] {
        let info = inspect(host);
        assert!(info.owner.is_none() && info.resembles.is_none(), "{host}");
    }
}

#[test]
fn nothing_is_known_of_what_is_no_host() {
    let long = format!("amazon.{}", "a.".repeat(200));
    for host in [
        "",
        ".",
        "..",
        "amazon..example",
        "amazon example",
        "amazon.co.uk@evil.example",
        "amazon/evil.example",
        "127.0.0.1",
        "[::1]",
        "amazon\0.example",
        "amazon",
        "co.uk",
        &long,
    ] {
        let info = inspect(host);
        assert_eq!(info.resembles, None, "{host}");
        assert!(info.owner.is_none() || host == "amazon", "{host}");
    }
}

proptest! {
    #[test]
    fn never_panics(host in any::<String>()) {
        inspect(&host);
        registrable(&host);
    }

    #[test]
    fn never_panics_near_the_brand(host in "[amzon0-9rn.xé-]{0,40}(amazon|amzn|co\\.uk|xn--|\\.)[a-z.:@-]{0,12}") {
        inspect(&host);
        registrable(&host);
    }

    #[test]
    fn case_trailing_dot_and_port_do_not_count(host in "[a-zA-Z0-9-]{1,12}(\\.[a-zA-Z0-9-]{1,12}){0,3}") {
        let plain = inspect(&host.to_lowercase());
        for other in [host.to_uppercase(), format!("{host}."), format!("{host}:443")] {
            let info = inspect(&other);
            prop_assert_eq!(
                (info.owner, info.hosting, info.resembles),
                (plain.owner, plain.hosting, plain.resembles)
            );
        }
    }
}
