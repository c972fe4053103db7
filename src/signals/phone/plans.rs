//! How each country builds and writes its telephone numbers (ITU-T E.164 and
//! the national plans under it).

use super::digits::Group;

/// How a country's numbers are built.
struct Plan {
    country: &'static str,
    /// Languages of a page that make its bare national numbers likely.
    languages: &'static [&'static str],
    /// Country code.
    code: &'static str,
    /// Put before a national number at home: `0` or nothing.
    trunk: &'static str,
    /// First digits of a national number, without the trunk.
    first: &'static str,
    /// Fewest and most digits of it.
    len: (usize, usize),
}

macro_rules! plans {
    ($($country:literal $languages:expr, $code:literal, $trunk:literal, $first:literal, $min:literal - $max:literal;)*) => {
        &[$(Plan { country: $country, languages: &$languages, code: $code, trunk: $trunk,
            first: $first, len: ($min, $max) }),*]
    };
}

/// Of several countries with one language the larger comes first.
const PLANS: &[Plan] = plans! {
    "gb" ["en", "cy"], "44", "0", "1235789", 9-10;
    "ie" ["ga"], "353", "0", "012456789", 7-9;
    "de" ["de"], "49", "0", "123456789", 6-11;
    "at" ["de"], "43", "0", "123456789", 7-12;
    "fr" ["fr"], "33", "0", "123456789", 9-9;
    "nl" ["nl"], "31", "0", "12345678", 9-9;
    "be" ["nl", "fr"], "32", "0", "123456789", 8-9;
    "it" ["it"], "39", "", "038", 8-11;
    "ch" ["de", "fr", "it"], "41", "0", "2345678", 9-9;
    "es" ["es", "ca"], "34", "", "56789", 9-9;
    "pt" ["pt"], "351", "", "23789", 9-9;
    "br" ["pt"], "55", "0", "123456789", 10-11;
    "mx" ["es"], "52", "", "23456789", 10-10;
    "pl" ["pl"], "48", "", "123456789", 9-9;
    "cz" ["cs"], "420", "", "235678", 9-9;
    "sk" ["sk"], "421", "0", "24589", 9-9;
    "hu" ["hu"], "36", "06", "123456789", 8-9;
    "ro" ["ro"], "40", "0", "2378", 9-9;
    "gr" ["el"], "30", "", "2689", 10-10;
    "dk" ["da"], "45", "", "23456789", 8-8;
    "no" ["no", "nb", "nn"], "47", "", "23456789", 8-8;
    "se" ["sv"], "46", "0", "123456789", 7-9;
    "fi" ["fi"], "358", "0", "123456789", 7-10;
    "tr" ["tr"], "90", "0", "234589", 10-10;
    "ua" ["uk"], "380", "0", "3456789", 9-9;
    "ru" ["ru"], "7", "8", "34589", 10-10;
    "il" ["he"], "972", "0", "123456789", 8-9;
    "ae" ["ar"], "971", "0", "23456789", 8-9;
    "sa" ["ar"], "966", "0", "1589", 9-9;
    "jp" ["ja"], "81", "0", "123456789", 9-10;
    "kr" ["ko"], "82", "0", "12345678", 8-10;
    "cn" ["zh"], "86", "0", "123456789", 10-11;
    "tw" ["zh"], "886", "0", "23456789", 8-9;
    "th" ["th"], "66", "0", "23456789", 8-9;
    "in" ["hi", "bn", "pa", "gu", "ta"], "91", "0", "123456789", 10-10;
    "au" [], "61", "0", "234578", 9-9;
    "nz" [], "64", "0", "23456789", 8-10;
    "za" [], "27", "0", "12345678", 9-9;
};

/// `None`: not a telephone number; `Some(None)`: one of an unknown country.
pub fn classify(groups: &[Group], digits: &str, lang: &str) -> Option<Option<&'static str>> {
    let first = &groups[0];
    if first.plus {
        let plan = PLANS
            .iter()
            .find(|plan| fits(plan, digits.strip_prefix(plan.code)));
        let north_american = digits.strip_prefix('1').is_some_and(is_north_american);
        return match plan {
            _ if north_american => Some(Some("us")),
            Some(plan) => Some(Some(plan.country)),
            None => (9..=15).contains(&digits.len()).then_some(None),
        };
    }
    let lens: Vec<usize> = groups.iter().map(|group| group.digits.len()).collect();
    if is_north_american(digits.strip_prefix('1').unwrap_or(digits)) {
        let toll_free = matches!(
            digits.strip_prefix('1').unwrap_or(digits).get(..3),
            Some("800" | "833" | "844" | "855" | "866" | "877" | "888")
        );
        let grouped = matches!(
            lens[..],
            [3, 3, 4] | [1, 3, 3, 4] | [4, 3, 4] | [3, 7] | [1, 3, 7]
        );
        if grouped || (toll_free && digits.len() == 11) {
            return Some(Some("us"));
        }
    }
    let spoken = |plan: &&Plan| plan.languages.contains(&lang);
    let trunk = first.digits.starts_with('0') && first.digits.len() > 1;
    if trunk
        && (9..=12).contains(&digits.len())
        && groups.iter().all(|group| group.digits.len() > 1)
    {
        let home =
            |plan: &&Plan| !plan.trunk.is_empty() && fits(plan, digits.strip_prefix(plan.trunk));
        let italian = |plan: &&Plan| plan.country == "it" && fits(plan, Some(digits));
        let plan = PLANS
            .iter()
            .filter(spoken)
            .find(|plan| home(plan) || italian(plan));
        return (plan.is_some() || digits.len() <= 11).then_some(plan.map(|plan| plan.country));
    }
    let bare = PLANS
        .iter()
        .filter(spoken)
        .filter(|plan| plan.trunk.is_empty());
    let grouped = groups.len() >= 3 && lens.iter().all(|&len| (2..=4).contains(&len));
    bare.filter(|_| grouped)
        .find(|plan| fits(plan, Some(digits)))
        .map(|plan| Some(plan.country))
}

fn fits(plan: &Plan, national: Option<&str>) -> bool {
    national.is_some_and(|national| {
        // Abroad the trunk is sometimes written all the same: +44 (0)20 ...
        let national = match plan.trunk {
            "" => national,
            trunk => national.strip_prefix(trunk).unwrap_or(national),
        };
        (plan.len.0..=plan.len.1).contains(&national.len())
            && national.starts_with(|c| plan.first.contains(c))
    })
}

/// Ten digits, neither area nor exchange starting with 0 or 1.
fn is_north_american(digits: &str) -> bool {
    let bytes = digits.as_bytes();
    bytes.len() == 10 && bytes[0] >= b'2' && bytes[3] >= b'2'
}
