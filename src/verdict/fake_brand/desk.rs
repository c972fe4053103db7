//! A desk in nobody's name: a page that leads hardly anywhere, speaks of the
//! brand's membership or of an order, and is after the person's bank, screen or
//! telephone, in whatever words. Each caller words it anew, so that single words
//! are counted here, and not phrases.

use super::{Level, Pose};
use crate::catalogue::Topic;
use crate::page::{excerpt, fold};
use crate::signals::{asks, brand, money, remote};

/// Words about a membership, and about money that is taken or comes back.
const ACCOUNT: &str = "adjustment cancel cancelled cancelling cancellation charge charged charges \
    collected debit debited deducted fee fees membership overcharge overcharged purchases refund \
    refunded refunds reimbursement renew renewal renewals renewed renews returned reversal \
    reversed subscription unsubscribe \
    abbuchung abo abonnement erstattung kundigung mitgliedschaft ruckerstattung verlangerung \
    abonnements annulation prelevement remboursement renouvellement resiliation cargo cobro cuota \
    reembolso renovacion suscripcion abbonamento addebito annullamento disdetta rimborso rinnovo \
    assinatura cobranca renovacao lidmaatschap opzegging terugbetaling verlenging czlonkostwo \
    subskrypcja zwrot aterbetalning medlemskap prenumeration";
/// Who is at the other end.
const AGENT: &str = "adviser advisers advisor advisors agent agents analyst associate associates \
    caseworker clerk colleague examiner executive expert officer officers representative \
    specialist specialists technician technicians berater beraterin mitarbeiter techniker \
    conseiller conseillere technicien agente asesor asesora tecnico consulente operatore \
    atendente medewerker adviseur doradca konsultant radgivare tekniker";
/// What is to be looked into, and how.
const SCREEN: &str = "computer connect connected desktop device invitation laptop machine pc screen \
    session terminal bildschirm computers rechner sitzung verbinden appareil connexion ecran \
    ordinateur computadora conexion ordenador pantalla sesion computador conexao dispositivo \
    sessao tela collegamento schermo sessione scherm sessie verbinding ekran komputer \
    polaczenie datorn skarm";
/// Where the money lies.
const BANK: &str = "bank banks banking card cards bankkonto karte banque bancaire carte banco \
    bancaria tarjeta banca carta cartao bankrekening pas karta konto kort";

/// Points of a desk.
const ENOUGH: i32 = 3;
/// Points of one that is beyond doubt.
const SURE: i32 = 5;

impl Pose<'_> {
    /// How loud, if the page is one, and what it says.
    pub(super) fn desk(&self) -> Option<(Level, Vec<String>)> {
        let view = self.view;
        let advises = view.has(Topic::ScamAdvice) || view.has(Topic::DisclaimsBrand);
        if !view.is_bare() || advises {
            return None;
        }
        let (told, of_membership) = self.account()?;
        let after = self.after(of_membership)?;
        let is_nobodys = brand::is_nobodys(view);
        let points = self.points_of_desk(after, is_nobodys);
        let level = match is_nobodys {
            true if points >= SURE && after.screen => Level::Danger,
            true if points >= ENOUGH => Level::Caution,
            // A name of its own costs a scammer one line; one that its host bears
            // costs him the host.
            false if points >= SURE && of_membership && !brand::is_host_named(view) => {
                Level::Caution
            }
            _ => return None,
        };
        Some((level, vec![told]))
    }

    /// What a phrase, a field or a program shows it to be after.
    fn after(&self, of_membership: bool) -> Option<After> {
        let said = |topics: [Topic; 2]| self.said(topics).is_some();
        let screen = self.marks.has(remote::OFFERED)
            || self.marks.has(remote::PROGRAM)
            || said([Topic::AllowControl, Topic::ReadOutCode]);
        let bank =
            self.marks.points(&[asks::MONEY]) >= 2 || said([Topic::BankOpen, Topic::SafeAccount]);
        let agent = says(&fold(&self.view.facts.text), AGENT);
        // A club pays its helpers back what they bought from the brand, too.
        let is_after = screen || bank && (of_membership || agent);
        is_after.then_some(After {
            screen,
            bank,
            agent,
        })
    }

    /// The single words beside it count where nobody signs the page.
    fn points_of_desk(&self, after: After, is_nobodys: bool) -> i32 {
        let text = &self.view.facts.text;
        let words = fold(text);
        let graded = |strong, list| match strong {
            true => 2,
            false => i32::from(is_nobodys && says(&words, list)),
        };
        i32::from(money::first(text).is_some())
            + i32::from(self.is_reached() || self.marks.has(asks::SECRET))
            + i32::from(after.agent)
            + graded(after.screen, SCREEN)
            + graded(after.bank, BANK)
    }

    /// The words around the brand's name, or its membership's, if they speak of
    /// an account; and whether it is the membership's.
    fn account(&self) -> Option<(String, bool)> {
        let view = self.view;
        let speaks = |quote: &String| says(&fold(quote), ACCOUNT);
        let word = self.brand.membership_word;
        let texts = [&view.facts.title, &view.facts.text];
        let mut memberships = texts.into_iter().flat_map(|text| named_so(word, text));
        if let Some(quote) = memberships.find(speaks) {
            return Some((quote, true));
        }
        let mut named = view.hits(self.brand.named).iter();
        let is_way_to_pay = |quote: &String| fold(quote).split(' ').any(|word| word == "pay");
        let mut quotes = named.by_ref().map(|hit| view.quote(hit));
        let quote = quotes.find(|quote| !is_way_to_pay(quote) && speaks(quote))?;
        Some((quote, false))
    }
}

/// What is said around each word that is `name`, however it is spelt. A name has a
/// capital: "prime" numbers have none.
fn named_so<'t>(name: &'t str, text: &'t str) -> impl Iterator<Item = String> + use<'t> {
    let is_name = move |word: &&str| {
        let is_small = word.starts_with(|c: char| c.is_ascii_lowercase());
        !is_small
            && fold(word)
                .split(' ')
                .any(|part| part == name && !name.is_empty())
    };
    text.split_whitespace().filter(is_name).map(|word| {
        let at = word.as_ptr().addr() - text.as_ptr().addr();
        excerpt(text, at, at + word.len())
    })
}

/// What a desk is after, and whether an agent sits at it.
#[derive(Debug, Clone, Copy)]
struct After {
    screen: bool,
    bank: bool,
    agent: bool,
}

fn says(words: &str, list: &str) -> bool {
    words.split(' ').any(|word| is_in(list, word))
}

fn is_in(list: &str, word: &str) -> bool {
    !word.is_empty() && list.split_whitespace().any(|listed| listed == word)
}

#[cfg(test)]
mod tests {
    use super::Level;
    use crate::page::PageFacts;

    fn level(title: &str, text: &str) -> Level {
        crate::judge_by_rules(&PageFacts {
            url: "https://a1.example/x".to_owned(),
            title: title.to_owned(),
            text: text.to_owned(),
            ..PageFacts::default()
        })
        .level
    }

    #[test]
    fn a_desk_in_nobodys_name_is_known_by_what_it_is_after() {
        let told = "The adjustment of your Prime fee, £95, is on hold. Ring 020 7946 0123.";
        assert_eq!(level("Desk", told), Level::None);
        let bank = format!("{told} Which bank are you with?");
        assert_eq!(level("Desk", &bank), Level::Caution);
        let screen = format!("{bank} An associate is here: keep your computer switched on.");
        assert_eq!(level("Desk", &screen), Level::Danger);
        assert_eq!(level("Desk | Corvid Repairs", &bank), Level::None);
        assert_eq!(level("Desk | Corvid Repairs", &screen), Level::Caution);
        assert_eq!(
            level("Desk", &screen.replace("Prime", "prime")),
            Level::None
        );
        assert_eq!(
            level("Desk", &format!("{screen} It is a scam.")),
            Level::None
        );
    }

    #[test]
    fn a_club_pays_back_what_was_bought_from_the_brand() {
        let told = "We refund what you bought on Amazon, up to £30. Ring 020 7946 0123. Have your \
            online banking details ready.";
        assert_eq!(level("Expenses", told), Level::None);
    }
}
