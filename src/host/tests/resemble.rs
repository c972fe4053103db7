//! Each way of resemblance with names that are it and names that are not.

use crate::host::{How, inspect};

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
fn a_networks_name_for_a_customer_resembles_no_one() {
    assert_eq!(how("media-amazon.com.akamaized.net"), None);
    assert_eq!(how("media-amazon.com.akamaized.example"), Some(How::Combo));
}
