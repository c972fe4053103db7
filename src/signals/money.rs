//! Amounts of money in running text, in any language: digits beside the sign
//! or the code of a currency.

/// Signs that stand before or behind the digits.
const SIGNS: [char; 12] = [
    '£', '$', '€', '¥', '￥', '₹', '₩', '₺', '₽', '円', '元', '원',
];
/// Codes and short forms that do, folded to lower case.
const CODES: [&str; 22] = [
    "usd", "eur", "gbp", "cad", "aud", "chf", "kr", "sek", "dkk", "nok", "zł", "pln", "kč", "ft",
    "huf", "lei", "tl", "rs", "inr", "руб", "ريال", "درهم",
];

/// The first amount in `text`, with its currency.
pub fn first(text: &str) -> Option<&str> {
    let mut words = text.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let has_digit = has_digit(word);
        if has_digit && word.contains(SIGNS) {
            return Some(word);
        }
        let Some(next) = words.peek() else { break };
        let names = |word: &str| is_sign(word) || is_code(word) || word.ends_with('$');
        if has_digit && names(next) {
            return Some(word);
        }
        if self::has_digit(next) && names(word) {
            return Some(next);
        }
    }
    None
}

fn has_digit(word: &str) -> bool {
    word.contains(|c: char| c.is_numeric())
}

fn is_sign(word: &str) -> bool {
    let sign = word.trim_matches(|c: char| c.is_ascii_punctuation() && c != '$');
    !sign.is_empty() && sign.chars().all(|c| SIGNS.contains(&c))
}

fn is_code(word: &str) -> bool {
    let code = word.trim_matches(|c: char| !c.is_alphabetic());
    CODES.contains(&&*code.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn amounts_as_countries_write_them() {
        for text in [
            "renews for £79.00 today",
            "Heute werden 89,90\u{a0}€.",
            "Kwota 349 zł zostanie pobrana",
            "599 kr dras",
            "Valor: R$ 166,80",
            "年会費 5,900円 が",
            "USD 449.99",
            "₹1,499",
            "٢٩٩ ريال",
        ] {
            assert!(first(text).is_some(), "{text}");
        }
        for text in ["call 0808 189 0422", "in 2025 the TL wrote", "50% off", "€"] {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
