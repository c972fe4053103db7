//! Programs that everybody knows, and where their makers keep them.
//!
//! A dropper likes their names. Whoever hands out "Zoom" or "Adobe Reader" from
//! elsewhere may be an honest mirror; not so when it is a remote tool, or lies
//! where anyone can put a file and starts by itself.

use crate::catalogue::is_under;

/// Words in the names of installers, and the domains of the maker.
const KNOWN: [(&[&str], &[&str]); 6] = [
    (&["zoom"], &["zoom.us", "zoom.com", "zoomgov.com"]),
    (
        &["teams", "msteams", "microsoft", "outlook", "onedrive"],
        &["microsoft.com", "office.com", "office.net", "live.com"],
    ),
    (&["adobe", "acrobat", "acroread"], &["adobe.com"]),
    (&["google", "googlemeet", "chrome"], &["google.com"]),
    (&["webex"], &["webex.com", "cisco.com"]),
    (&["docusign"], &["docusign.com", "docusign.net"]),
];

/// Whether a file with these words in its name is called like such a program
/// and `host` is not its maker's.
pub(super) fn is_borrowed(words: &[String], host: &str) -> bool {
    let joined = words.concat();
    KNOWN.iter().any(|(names, domains)| {
        // Capitals may stand inside a name: "DocuSign".
        let named = words.iter().any(|word| names.contains(&&**word))
            || names
                .iter()
                .any(|name| name.len() > 5 && joined.contains(name));
        named && !domains.iter().any(|domain| is_under(host, domain))
    })
}

/// Whether `text`, such as a link's words, names such a program.
pub(super) fn is_named(text: &str) -> bool {
    let text = text.to_lowercase();
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    words.any(|word| KNOWN.iter().any(|(names, _)| names.contains(&word)))
}
