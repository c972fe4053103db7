//! A frame whose page poses a threat in a page that is someone else's: it alone is
//! emptied, and the rest stays as the person left it.

use serde::{Deserialize, Serialize};

use super::passed::{site, unpassed};
use super::{Passed, TabState};
use crate::verdict::{Kind, Level, Verdict};

/// So often a site's page is taken out of a page; one that puts it back again is
/// in league with it.
const MOST: u32 = 4;

/// A page that was taken out of a frame.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Taken {
    /// Its random name.
    pub document: String,
    /// Its address.
    pub url: String,
    /// How often a page of its site was taken out of this page.
    pub times: u32,
}

/// What is to become of a frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// The person went on in spite of all this, or there is nothing to say.
    Stays,
    /// It is emptied.
    Taken,
    /// The warning stands over the whole page.
    WholePage,
}

impl TabState {
    /// What is to become of `document` in the frame `number` of this page, at `url`
    /// (or made by a page of there), of which this is the verdict.
    pub fn judge_frame(
        &mut self,
        number: i64,
        (document, url): (&str, &str),
        verdict: &Verdict,
        passed: &[Passed],
    ) -> Fate {
        if verdict.level < Level::Caution {
            return Fate::Stays;
        }
        // Of a bank within another's page it is the person who is to be warned.
        let is_theirs = |kind| kind == Kind::RemoteSessionMoney;
        let whole = !url.starts_with("http")
            || site(url) == site(&self.url)
            || self.to_show().is_some()
            || verdict.threats.iter().any(|threat| is_theirs(threat.kind));
        if whole {
            return Fate::WholePage;
        }
        if unpassed(passed, url, verdict).level < Level::Caution {
            return Fate::Stays;
        }
        let before = self
            .taken
            .values()
            .filter(|one| site(&one.url) == site(url));
        let times = 1 + before.map(|one| one.times).max().unwrap_or_default();
        if times > MOST {
            return Fate::WholePage;
        }
        let taken = Taken {
            document: document.to_owned(),
            url: url.to_owned(),
            times,
        };
        self.taken.insert(number.to_string(), taken);
        Fate::Taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::verdict::Threat;

    fn verdict(kind: Kind, level: Level) -> Verdict {
        Verdict::of(vec![Threat {
            kind,
            level,
            brand: Some("amazon".to_owned()),
            tool: None,
            evidence: Vec::new(),
        }])
    }

    fn fate(state: &mut TabState, url: &str, verdict: &Verdict, passed: &[Passed]) -> Fate {
        state.judge_frame(7, ("d", url), verdict, passed)
    }

    fn letter() -> TabState {
        TabState {
            url: "https://mail.letters.example/write".to_owned(),
            ..TabState::default()
        }
    }

    #[test]
    fn another_sites_scam_is_taken_out_until_it_comes_back_too_often() {
        let scam = verdict(Kind::FakeBrandPayment, Level::Danger);
        let mut state = letter();
        for _ in 0..MOST {
            let fate = fate(&mut state, "https://pay.example/", &scam, &[]);
            assert_eq!(fate, Fate::Taken);
        }
        let again = fate(&mut state, "https://x.pay.example/2", &scam, &[]);
        assert_eq!(again, Fate::WholePage);
        let another = fate(&mut state, "https://other.example/", &scam, &[]);
        assert_eq!(another, Fate::Taken);
    }

    #[test]
    fn the_pages_own_frames_and_what_concerns_the_person_are_the_pages() {
        let scam = verdict(Kind::FakeBrandPayment, Level::Danger);
        for url in ["https://ads.letters.example/", "about:srcdoc", ""] {
            assert_eq!(
                fate(&mut letter(), url, &scam, &[]),
                Fate::WholePage,
                "{url}"
            );
        }
        let bank = verdict(Kind::RemoteSessionMoney, Level::Danger);
        let of_bank = fate(&mut letter(), "https://www.barclays.co.uk/", &bank, &[]);
        assert_eq!(of_bank, Fate::WholePage);
    }

    #[test]
    fn what_was_passed_stays() {
        let scam = verdict(Kind::FakeBrandPayment, Level::Danger);
        let url = "https://pay.example/";
        let passed: Vec<Passed> = Passed::all(url, &scam).collect();
        assert_eq!(fate(&mut letter(), url, &scam, &passed), Fate::Stays);
        let quiet = Verdict::default();
        assert_eq!(fate(&mut letter(), url, &quiet, &[]), Fate::Stays);
    }
}
