//! Whose page it is by its own words: a name, and not what anybody calls
//! himself.

use super::named;
use crate::catalogue::{self, Subject, Topic};
use crate::page::{View, fold, tells};

/// What a person is to do, or what is wrong.
pub(super) const SAID: [Topic; 5] = [
    Topic::SignIn,
    Topic::AccountTrouble,
    Topic::PaymentTrouble,
    Topic::Refund,
    Topic::CancelMembership,
];

/// A title's parts: "Cancel Amazon Prime | Customer Care".
pub(super) fn segments(title: &str) -> impl Iterator<Item = &str> {
    title
        .split(['|', '–', '—', '·', '•', '»', '｜', ':', '：'])
        .flat_map(|part| part.split(" - "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// Whether the part is the name that the host bears, or begins with it:
/// "Kitchen Verdict" or "Kitchen Verdict Forum" on kitchenverdict.example,
/// "Musée des Tisserands" on musee-tisserands.example; or the host's name begins
/// with the part's first word: "Corvid Managed IT" on corvidit.example.
pub(super) fn is_host_name(view: &View, part: &str) -> bool {
    let joined = |text: &str| fold(text).split_whitespace().collect::<String>();
    let label = joined(view.domain.split('.').next().unwrap_or_default());
    let is_long = |word: &&str| word.chars().count() > 3;
    let long: String = fold(part).split_whitespace().filter(is_long).collect();
    let mut whole = [joined(part), joined(&part.replace('&', " and "))].into_iter();
    let folded = fold(part);
    let first = folded.split_whitespace().next().unwrap_or_default();
    label.len() >= 6 && long == label
        || first.len() >= 6 && label.starts_with(first) && names_somebody(first)
        || whole.any(|joined| {
            label.len() >= 4 && joined == label
                || joined.len() >= 6 && label.contains(&joined)
                || label.len() >= 6 && joined.trim_start_matches("the").starts_with(&label)
        })
}

/// A scammer's host is called after what the page is for.
pub(super) fn is_purpose(own: &str) -> bool {
    SAID.into_iter().any(|topic| tells(own, topic))
}

/// What a call-back page is for, in a word: "Prime Cancel Help".
fn is_desk(name: &str) -> bool {
    const DESKS: [Topic; 2] = [Topic::RefundDesk, Topic::LureParcel];
    let memberships = catalogue::brands().iter().map(|brand| brand.membership);
    let mut desks = DESKS.map(Subject::from).into_iter().chain(memberships);
    !names_somebody(name) || is_purpose(name) || desks.any(|subject| tells(name, subject))
}

/// Whether the host bears the name by which the site or a part of the title
/// goes, and it is not what a call-back page is for.
pub fn is_host_named(view: &View) -> bool {
    let facts = view.facts;
    let mut names = segments(&facts.title).chain([&*facts.site_name]);
    names.any(|name| is_own_name(view, name))
}

fn is_own_name(view: &View, name: &str) -> bool {
    is_host_name(view, name) && !is_desk(name)
}

/// Whether the host's name stands behind what the title says, or as the site's:
/// what a page shows may begin like its host.
pub fn is_signed(view: &View) -> bool {
    let facts = view.facts;
    let mut names = segments(&facts.title).skip(1).chain([&*facts.site_name]);
    names.any(|name| is_own_name(view, name))
}

/// Whether nothing says whose page it is: no name of the host's in title or
/// heading, no name behind the title's last bar, none of the site, none in a
/// copyright line. A page that wants a person let in, or money, says so unless
/// it has reason not to.
pub fn is_nobodys(view: &View) -> bool {
    let facts = view.facts;
    let mut heads = facts.headings.iter().take(2);
    let heading = heads.any(|name| is_own_name(view, name));
    let last = segments(&facts.title).skip(1).last();
    let is_name = |name: &str| {
        let of_brand = |brand| named(brand, name).is_some();
        !is_desk(name) && !catalogue::brands().iter().any(of_brand) && !names_tool(name)
    };
    let mut written = last.into_iter().chain([&*facts.site_name]);
    let lines = super::legal::lines(&facts.text);
    !(heading
        || is_host_named(view)
        || written.any(is_name)
        || lines.last().is_some_and(|line| is_name(line))
        || text_names_host(view).is_some_and(|name| is_name(&name)))
}

/// The host's name in the text, as words: "Villa Plum" on villaplum.example.
fn text_names_host(view: &View) -> Option<String> {
    let label: String = fold(view.domain.split('.').next()?)
        .split_whitespace()
        .collect();
    let text = fold(&view.facts.text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let name_from = |start: usize| {
        let mut rest = &*label;
        let mut end = start;
        while !rest.is_empty() {
            rest = rest.strip_prefix(words.get(end)?)?;
            end += 1;
        }
        Some(words[start..end].join(" "))
    };
    let starts = 0..words.len();
    (label.len() >= 6).then(|| starts.into_iter().find_map(name_from))?
}

/// A tool's name behind a bar is the tool's.
fn names_tool(name: &str) -> bool {
    let mut tools = catalogue::remote_tools().iter();
    tools.any(|tool| tells(name, tool.named))
}

/// More than years, "all rights reserved", what a site builder writes and what
/// anybody may call himself.
pub(super) fn names_somebody(line: &str) -> bool {
    const NOBODY: &str = "copyright all rights reserved the and for with your our support help \
        helpdesk helpline desk customer service services care center centre team proudly created \
        powered wix weebly com wordpress google sites home page welcome official online live \
        billing dept department invoice order orders confirmation confirm receipt refund refunds \
        cancel cancellation member members membership renewal renew account accounts secure \
        security verification verify portal server form payment payments rewards reward login \
        notice alert client restore update delivery pending parcel package tracking claim check \
        balance gift card resolution facture rechnung factura fattura fatura factuur faktura connect connection session join ticket open assistance adviser advisers agent desk office line subscription subscriptions remote chat download install screen \
        privacy policy terms conditions use cookies imprint impressum datenschutz contact legal \
        mentions legales privacidad privacidade aviso informativa cookie \
        annulation abonnement remboursement conseiller formulaire demande kundigung kuendigung \
        erstattung ruckerstattung abo mitgliedschaft formular anfrage cancelacion reembolso \
        devolucion suscripcion formulario solicitud annullamento rimborso abbonamento disdetta \
        modulo richiesta cancelamento assinatura annulering terugbetaling abonnement \
        lidmaatschap formulier anulowanie zwrot subskrypcji formularz abbestallning aterbetalning \
        atencion cliente clientes servicio soporte servico atendimento \
        kundenservice kundendienst kunden hilfe klantenservice klanten kundtjanst \
        service assistance assistenza clienti servizio obsluga klienta pomoc protection central \
        centrale centro zentrum banco banque banca bank protecao seguranca proteccion seguridad \
        sicherheit schutz sicurezza protezione securite beveiliging bezpieczenstwo";
    let folded = fold(line);
    let mut words = folded.split_whitespace().filter(|word| {
        word.len() > 2
            && !word.ends_with(|c: char| c.is_ascii_digit())
            && !catalogue::is_membership(word)
            && !NOBODY.split_whitespace().any(|nobody| nobody == *word)
    });
    words.next().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::PageFacts;

    fn nobodys(url: &str, title: &str, heading: &str, text: &str) -> bool {
        let facts = PageFacts {
            url: url.to_owned(),
            title: title.to_owned(),
            headings: vec![heading.to_owned()],
            text: text.to_owned(),
            ..PageFacts::default()
        };
        is_nobodys(&View::new(&facts))
    }

    #[test]
    fn a_desk_is_nobody() {
        let at = "https://cancellation-desk.example/";
        assert!(nobodys(at, "Cancellation Desk", "Cancellation Desk", "x"));
        assert!(nobodys(at, "Refund | Customer Care", "Refund", "x"));
        assert!(nobodys(
            at,
            "Live Help",
            "",
            "©2025 by Billing Dept. Proudly created with Wix.com"
        ));
        assert!(nobodys(at, "Refund | AnyDesk", "", "x"));
        assert!(nobodys(
            at,
            "Service remboursement - annulation d'abonnement",
            "",
            "x"
        ));
        let at = "https://refund24.example/";
        assert!(nobodys(at, "Refund desk", "Refund desk", "x"));
    }

    #[test]
    fn a_name_is_somebody() {
        let at = "https://dadfixesit.example/mum";
        assert!(!nobodys(at, "Helping mum", "Dad Fixes It", "x"));
        assert!(!nobodys(at, "Help", "Help", "Dad fixes it, as ever"));
        let at = "https://support.corvinit.example/";
        assert!(!nobodys(at, "Corvin Managed IT | Join", "Welcome", "x"));
        assert!(nobodys(at, "Cor Managed IT | Join", "Welcome", "x"));
        let at = "https://dadfixesit.example/mum";
        assert!(!nobodys(at, "退会方法 | ひかりムービー", "退会", "x"));
        assert!(!nobodys(
            at,
            "Remote help",
            "Help",
            "x © 2025 Corvid IT Ltd"
        ));
    }
}
