//! Marks of a page that poses as a brand; one case for each sort of mark.

use ringfence::signals::brand::{CLAIM, LOOK, OWN_NAME};
use ringfence::signals::look_alike::LOOK_ALIKE_HOST;

use crate::{Case, case, case_at};

pub(super) const CASES: &[Case] = &[
    // Ids and class names.
    case(
        LOOK,
        "<div id=a-page class=a-section><div class='auth-workflow a-box-inner'><input id=ap_email>",
        "<div id=page class=section><input id=email>",
    ),
    // Style sheets from the brand's servers; product pictures are none.
    case(
        LOOK,
        "<link rel=stylesheet href=https://images-eu.ssl-images-amazon.com/images/I/1.css>",
        "<img src=https://images-eu.ssl-images-amazon.com/images/I/1.jpg>",
    ),
    // Where it was copied from.
    case(
        LOOK,
        "<!-- saved from url=(0031)https://www.amazon.co.uk/ap/signin --><p>x",
        "<!-- saved from url=(0031)https://www.notamazon.example/ --><p>x",
    ),
    case(
        LOOK,
        "<link rel=icon href=https://www.amazon.com/favicon.ico>",
        "<link rel=icon href=/favicon.ico>",
    ),
    // The brand's host in another's path.
    case_at(
        LOOK,
        [
            "https://a.example/www.amazon.com/signin",
            "https://a.example/amazon.community/",
        ],
        "<p>x",
        "<p>x",
    ),
    // The legal line as its own; as another's.
    case(
        LOOK,
        "<p>© 1996-2025, Amazon.com, Inc. or its affiliates",
        "<p>© 2025 Card Planet. Not affiliated with Amazon",
    ),
    // The wording of its forms.
    case(
        LOOK,
        "<p>New to Amazon?</p><a href=#>Create your Amazon account</a>",
        "<p>New to town? Create your own map</p>",
    ),
    case(
        CLAIM,
        "<title>Amazon Sign-In</title>",
        "<title>Along the river Amazonas</title>",
    ),
    case(
        CLAIM,
        "<meta property=og:site_name content=Amazon>",
        "<meta property=og:site_name content='Rainforest'>",
    ),
    // Its logo first; another's first.
    case(
        CLAIM,
        "<p>Welcome</p><img src=amazon-logo.png alt=Amazon>",
        "<img src=harbour-logo.png alt='Harbour logo'><img src=amazon-logo.png alt=Amazon>",
    ),
    case(
        OWN_NAME,
        "<p>© 2025 Card Planet Ltd</p>",
        "<p>© 2025, all rights reserved</p>",
    ),
    case(
        OWN_NAME,
        "<p>We are not affiliated with Amazon.</p>",
        "<p>We are part of Amazon.</p>",
    ),
    case_at(
        LOOK_ALIKE_HOST,
        [
            "https://amazon-refund.example/",
            "https://amazonwatch.example/",
        ],
        "<p>x",
        "<p>x",
    ),
    // What nobody's page says of the brand where it wants a secret: over its
    // heading, of its membership, in trouble.
    case(
        CLAIM,
        "<p>amazon account services</p><h1>On hold</h1><input type=file name=selfie>",
        "<p>Harbour Lane account services</p><h1>On hold</h1><input type=file name=selfie>",
    ),
    case(
        LOOK,
        "<form><input type=password placeholder='Amazon password'></form>",
        "<form><input type=password placeholder='Password'></form><p>Amazon",
    ),
    // What anybody may call himself is no name.
    case_at(
        OWN_NAME,
        ["https://a.example/", "https://a.example/"],
        "<p>x</p><p>© 2025 by Harbour Lane. Proudly created with Wix.com",
        "<p>x</p><p>© 2025 by Billing Dept. Proudly created with Wix.com",
    ),
];
