//! Logos: the brand's, or another's.

use super::named::{is_beside, is_name};
use super::{CLAIM, Marks, OWN_NAME};
use crate::page::{Address, Image};

/// Whose pictures stand beside the brand's where one may choose how to sign in
/// or to pay.
const CHOICES: [&str; 8] = [
    "google",
    "facebook",
    "apple",
    "twitter",
    "paypal",
    "github",
    "microsoft",
    "klarna",
];

pub(super) fn find(marks: &mut Marks) {
    let images = &marks.view.facts.images;
    let (mut logo, mut other) = (None, None);
    for (at, image) in images.iter().enumerate() {
        let url = Address::parse(&image.src);
        if is_brands_logo(marks, image, &url) {
            logo = logo.or(Some(at));
        } else if other.is_none() && is_named_logo(marks, image, &url) {
            other = Some(at);
        }
        if logo.is_some() && other.is_some() {
            break;
        }
    }
    let is_a_choice = || {
        images.iter().any(|image| {
            let words = words_of(image).to_lowercase();
            CHOICES.iter().any(|choice| words.contains(choice))
        })
    };
    if let Some(at) = logo
        && other.is_none_or(|other| at < other)
    {
        let has_own_name = marks.found.iter().any(|signal| signal.smell == OWN_NAME);
        let weight = match is_name(marks.brand, &images[at].alt) {
            _ if is_a_choice() => 1,
            true if !has_own_name => 3,
            _ => 2,
        };
        marks.add(CLAIM, weight, words_of(&images[at]));
    }
    if let Some(other) = other
        && logo.is_none_or(|logo| other < logo)
    {
        marks.add(OWN_NAME, 1, words_of(&images[other]));
    }
}

fn is_brands_logo(marks: &Marks, image: &Image, url: &Address) -> bool {
    is_name(marks.brand, &image.alt) || marks.brand.look.is_logo(url)
}

/// Called somebody's logo, or bearing the site's name.
fn is_named_logo(marks: &Marks, image: &Image, url: &Address) -> bool {
    let file = url.file().to_lowercase();
    let stem = file.split('.').next().unwrap_or_default();
    let alt = image.alt.trim().to_lowercase();
    let site = marks.view.facts.site_name.to_lowercase();
    alt.strip_suffix("logo")
        .is_some_and(|name| !name.trim().is_empty())
        || stem.strip_suffix("logo").is_some_and(|name| name.len() > 3)
        || !alt.is_empty() && stem.starts_with("logo") && !is_beside(marks.brand, &alt)
        || !site.is_empty() && alt.starts_with(&site)
}

fn words_of(image: &Image) -> String {
    match image.alt.trim() {
        "" => image.src.clone(),
        alt => alt.to_owned(),
    }
}
