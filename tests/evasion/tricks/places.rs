//! The page in another document than the one at its address.

use super::{Trick, html, scam};
use crate::markup::escaped;
use crate::scam::Scam;

pub const TRICKS: &[Trick] = &[
    html("in a srcdoc frame", in_srcdoc),
    html("in nested frames", |page| in_srcdoc(&in_srcdoc(page))),
    html("in a data: document", in_data),
    scam("in a blob: document", |scam| Scam {
        url: format!("blob:{}", scam.url),
        ..scam.clone()
    }),
    html("written by document.write, base64", written),
];

fn in_srcdoc(html: &str) -> String {
    format!(
        "<!doctype html><html><head><title>Welcome</title></head><body>\
         <iframe srcdoc=\"{}\"></iframe></body></html>",
        escaped(html)
    )
}

fn in_data(html: &str) -> String {
    let encoded: String = html.bytes().map(|byte| format!("%{byte:02X}")).collect();
    format!(
        "<!doctype html><html><head><title>Welcome</title></head><body>\
         <iframe src=\"data:text/html;charset=utf-8,{encoded}\"></iframe></body></html>"
    )
}

/// As the parser leaves it: what a script writes is parsed right behind it.
fn written(html: &str) -> String {
    format!(
        "<!doctype html><script>document.write(new TextDecoder().decode(\
         Uint8Array.from(atob('{}'), c => c.charCodeAt(0))))</script>{html}",
        base64(html.as_bytes())
    )
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits = |three: &[u8]| {
        let bits = (0..3).fold(0, |bits: u32, at| {
            bits << 8 | u32::from(three.get(at).copied().unwrap_or_default())
        });
        let digit = |at: usize| match at <= three.len() {
            true => char::from(DIGITS[(bits >> (18 - 6 * at) & 63) as usize]),
            false => '=',
        };
        [0, 1, 2, 3].map(digit)
    };
    bytes.chunks(3).flat_map(digits).collect()
}
