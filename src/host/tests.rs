//! Each way of resemblance with names that are it and names that are not.

use proptest::prelude::*;

use super::*;

fn how(host: &str) -> Option<How> {
    inspect(host).resembles.map(|found| {
        assert_eq!(found.brand, "amazon");
        found.how
    })
}

#[track_caller]
fn assert_all(expected: Option<How>, hosts: &[&str]) {
    for host in hosts {
        assert_eq!(how(host), expected, "{host}");
    }
}

#[test]
fn the_brands_very_label_under_another_suffix() {
    assert_all(
        Some(How::WrongSuffix),
        &["amazon.example", "www.amazon.shop", "amazon.vercel.app"],
    );
    assert_all(None, &["amazon.co.uk", "www.amazon.de", "smile.amazon.com"]);
}

#[test]
fn the_brands_label_below_a_strangers_domain() {
    assert_all(
        Some(How::ExactToken),
        &["amazon.refunds.example", "www.amazon.x7.top"],
    );
    assert_all(
        None,
        &["amazonas.travel.example", "docs.rainforest.example"],
    );
}

#[test]
fn the_brands_host_below_a_strangers_domain() {
    assert_all(
        Some(How::Subdomain),
        &[
            "amazon.co.uk.evil.example",
            "www.amazon.com.account.example",
            "amazon.co.jp-login.example",
        ],
    );
    assert_all(None, &["co.uk.evil.example", "aws.amazon.com"]);
}

#[test]
fn the_name_joined_with_other_words() {
    assert_all(
        Some(How::Combo),
        &[
            "amazon-refund.co.uk",
            "amazonprime-cancel.example",
            "my-amazon.example",
            "verify-amzn.example",
            "amznprime.example",
            "primevideo-billing.example",
        ],
    );
    assert_all(
        None,
        &[
            "amazon-river.example",
            "amazonwatch.org",
            "amazonasgrill.example",
            "teleamazonas.example",
            "redamazonica.example",
            "proamazonia.example",
            "refund.example",
            "prime.example",
        ],
    );
}

#[test]
fn an_honest_word_counts_beside_a_keyword() {
    assert_eq!(how("amazonia.example"), None);
    assert_eq!(how("amazonia-account.example"), Some(How::Combo));
}

#[test]
fn letters_that_look_like_the_names() {
    assert_all(
        Some(How::Homoglyph),
        &[
            "amaz0n.example",
            "4m4z0n-login.example",
            "arnazon.example",
            "annazon-co-jp.example",
            "xn--mazon-3ve.example",
            "xn--amazn-mua.example",
            "аmazon.example",
        ],
    );
    assert_all(
        None,
        &[
            "carnation.example",
            "xn--mnchen-3ya.example",
            "4x4zone.example",
        ],
    );
}

#[test]
fn slips_of_the_finger_and_the_eye() {
    assert_all(
        Some(How::Typo),
        &[
            "amazom.example",
            "amaozn.example",
            "amzon.example",
            "amazzon-security.example",
            "amaezom.shop1.example",
            "aonzon.co.jp.shop1.example",
            "ama-zon.example",
            "amazomcustomers.example",
        ],
    );
    assert_all(
        None,
        &[
            "aragon.example",
            "larazon.example",
            "amazing-stories.example",
            "macon.example",
            "mason-shop.example",
            "amarillo.example",
            "aonzon.example",
            "drama-zone.example",
            "gamezone.example",
            "ramazan.example",
            "kalamazoo.example",
        ],
    );
}

#[test]
fn the_loudest_way_wins() {
    assert_eq!(
        how("amazom.amazon-refund.amazon.co.uk.example"),
        Some(How::Subdomain)
    );
}

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
fn a_networks_name_for_a_customer_resembles_no_one() {
    assert_eq!(how("media-amazon.com.akamaized.net"), None);
    assert_eq!(how("media-amazon.com.akamaized.example"), Some(How::Combo));
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

#[test]
fn registrable_domains() {
    for (host, domain) in [
        ("www.amazon.co.uk", Some("amazon.co.uk")),
        ("a.b.github.io", Some("b.github.io")),
        ("x.www.ck", Some("www.ck")),
        ("a.b.ck", Some("a.b.ck")),
        ("x.city.kawasaki.jp", Some("city.kawasaki.jp")),
        ("shop.unlisted", Some("shop.unlisted")),
        ("x.s3.amazonaws.com", Some("x.s3.amazonaws.com")),
        ("www.example.xn--55qx5d.cn", Some("example.xn--55qx5d.cn")),
        ("co.uk", None),
        ("github.io", None),
        ("10.0.0.1", None),
        ("", None),
        (".com", None),
    ] {
        assert_eq!(registrable(host), domain, "{host}");
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
