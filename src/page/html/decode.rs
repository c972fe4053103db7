//! Bytes to characters.

use std::borrow::Cow;

use encoding_rs::Encoding;

/// How far into a page its encoding may be declared (WHATWG: 1024 bytes).
const PRESCAN: usize = 1024;

/// Decodes a page: by its byte order mark, as UTF-8 when it is that, else by
/// the encoding that it declares, else as UTF-8 with replacements.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding.decode(bytes).0;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => declared(bytes).map_or_else(
            || String::from_utf8_lossy(bytes),
            |encoding| encoding.decode(bytes).0,
        ),
    }
}

/// The encoding named by the first `charset=` of the page.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes[..bytes.len().min(PRESCAN)].to_ascii_lowercase();
    let at = start.windows(8).position(|window| window == b"charset=")?;
    let label = start[at + 8..]
        .trim_ascii_start()
        .split(|byte| b"\"' />;".contains(byte))
        .find(|part| !part.is_empty())?;
    Encoding::for_label(label)
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn a_declared_encoding_is_used_only_when_the_page_is_not_utf8() {
        assert_eq!(
            decode(b"<meta charset=\"shift_jis\">\x83\x41\x83\x7d"),
            "<meta charset=\"shift_jis\">アマ"
        );
        assert_eq!(
            decode("<meta charset=shift_jis>é".as_bytes()),
            "<meta charset=shift_jis>é"
        );
        assert_eq!(decode(b"\xff\xfeA\0"), "A");
        assert_eq!(decode(b"a\xffb"), "a\u{fffd}b");
    }
}
