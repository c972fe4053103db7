//! A desk in the name of a firm that everybody knows, on another's host.

use crate::catalogue::{self, Owner, Topic};
use crate::page::{View, fold, tells};
use crate::signals::brand;

/// What the page calls itself, if it is a known firm's name in the title and
/// the page says nowhere else whose it is, or says the same in its last
/// copyright line. A helpdesk that looks after the firm's programs signs with a
/// name of its own.
pub(super) fn posed_as<'a>(view: &View<'a>) -> Option<&'a str> {
    let title = &*view.facts.title;
    let is_known = |text: &str| tells(text, Topic::KnownFirm) || names_bank(text);
    let line = brand::last_copyright(&view.facts.text);
    let signs = line.map_or_else(|| brand::is_nobodys(view), is_known);
    (is_known(title) && signs && !is_own(view) && !brand::is_signed(view)).then_some(title)
}

fn names_bank(text: &str) -> bool {
    let text = format!(" {} ", fold(text).trim());
    let mut banks = catalogue::banks().iter();
    banks.any(|bank| text.contains(&format!(" {} ", fold(bank.name).trim())))
}

/// The host is a bank's, or bears a name of the title's: `norton.com`,
/// `geeksquad.com`.
fn is_own(view: &View) -> bool {
    let label = view.domain.split('.').next().unwrap_or_default();
    let title = fold(&view.facts.title);
    let words: Vec<&str> = title.split_whitespace().collect();
    let mut pairs = words.windows(2).map(<[&str]>::concat);
    words.contains(&label)
        || pairs.any(|pair| pair == label)
        || matches!(catalogue::owner_of(&view.url.host), Some(Owner::Bank(_)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::PageFacts;

    fn poses(url: &str, title: &str, text: &str) -> bool {
        let facts = PageFacts {
            url: url.to_owned(),
            title: title.to_owned(),
            text: text.to_owned(),
            ..PageFacts::default()
        };
        posed_as(&View::new(&facts)).is_some()
    }

    #[test]
    fn a_known_name_stands_in_title_and_copyright_line() {
        let at = "https://desk-7.example/";
        assert!(poses(at, "HSBC Customer Support", "x © 2025 HSBC"));
        assert!(poses(at, "Geek Squad Support", "x"));
        assert!(!poses(
            at,
            "Acme IT Customer Support",
            "x © 2025 Acme IT Ltd"
        ));
        assert!(!poses(at, "Microsoft 365 help", "x © 2025 Corvid IT Ltd"));
        let at = "https://corvidit.example/";
        assert!(!poses(at, "Microsoft 365 help | Corvid IT", "x"));
    }

    #[test]
    fn a_firm_has_its_own_desk() {
        let text = "x © 2025 Microsoft";
        assert!(!poses(
            "https://help.microsoft.com/",
            "Microsoft Support",
            text
        ));
        assert!(!poses(
            "https://www.hsbc.co.uk/",
            "Online help",
            "x © 2025 HSBC"
        ));
        assert!(!poses(
            "https://geeksquad.example/",
            "Geek Squad Support",
            "x"
        ));
    }
}
