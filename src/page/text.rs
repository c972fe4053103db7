//! Folding: one form for the many ways to write the same words.

use super::fold::{Folder, Table};

include!(concat!(env!("OUT_DIR"), "/fold.rs"));

/// Folds text for matching: lower case, compatibility forms and confusable
/// letters to ASCII, marks and zero-width characters dropped, white space and
/// punctuation to single spaces.
///
/// ```
/// # use ringfence::page::fold;
/// assert_eq!(fold("  Ｓign-in to your Аmаzоn\u{200B} account!"), "sign in to your amazon account");
/// ```
pub fn fold(text: &str) -> String {
    let mut folder = folder(Vec::with_capacity(text.len()));
    folder.push_str(text);
    String::from_utf8_lossy(&folder.out).trim_end().to_owned()
}

/// A folder that writes to `out`.
pub(super) fn folder(out: Vec<u8>) -> Folder<'static> {
    Folder::new(&TABLE, out)
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn one_form_for_many_spellings() {
        for (written, folded) in [
            ("  Sign-In,\n please! ", "sign in please"),
            ("Crème BRÛLÉE", "creme brulee"),
            ("ＡＭＡＺＯＮ ①②③", "amazon 123"),
            ("𝐀𝗆𝒶𝓏𝙤𝚗 𝟙𝟝𝟡", "amazon 159"),
            // Cyrillic, Greek, Armenian and Cherokee letters among Latin ones.
            (
                "Аmаzоn, ΑΜΑΖΟΝ, amazoո, ᎪᎷᎪᏃᎾN",
                "amazon amazon amazon amazon",
            ),
            ("ВНИМАНИЕ внимание", "bhиmahиe bhиmahиe"),
            ("a\u{200B}ma\u{AD}z\u{2060}on", "amazon"),
            ("\u{202E}amazon\u{202C}", "amazon"),
            ("a\u{301}m\u{336}azon", "amazon"),
            ("Straße, Łódź, Ærø, ıİ", "strasse lodz aero ii"),
            ("ﬁle™ © 2024", "file c 2024"),
            ("أَهْلاً", "اهلا"),
            ("٠١٢٣ ۴۵", "0123 45"),
            ("Amazonアカウント", "amazon アカウント"),
            ("24時間", "24 時間"),
            ("ｱﾏｿﾞﾝ", "アマソン"),
            ("アマゾン", "アマソン"),
            ("한국어", "한국어"),
            ("\u{1F512} locked \u{E0041}", "locked"),
            ("", ""),
        ] {
            assert_eq!(fold(written), folded, "{written:?}");
        }
    }

    #[test]
    fn folding_twice_changes_nothing_more() {
        for c in '\0'..'\u{20000}' {
            let once = fold(&format!("x{c}x"));
            assert_eq!(fold(&once), once, "U+{:04X}", c as u32);
        }
    }
}
