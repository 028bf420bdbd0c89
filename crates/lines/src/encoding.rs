//! Decodes pages: chooses UTF-8, UTF-16, GBK, GB18030, or the guess of a detector.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, GB18030, GBK, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

use super::html_page;

/// The number of bytes in which a page's `<meta charset>` is looked for.
const PRESCAN: usize = 4096;

/// Encodings that a page may declare but cannot have: a `<meta>` that reads as ASCII is not UTF-16, the bytes are known not
/// to be UTF-8, and browsers decode no page as one of the last two.
const IMPOSSIBLE: [&Encoding; 5] = [UTF_8, UTF_16LE, UTF_16BE, REPLACEMENT, X_USER_DEFINED];

/// The decoded text of a page.
#[derive(Debug)]
pub struct Decoded {
    /// The text.
    pub text: String,
    /// The number of characters that could not be decoded; each is a � in the text.
    pub unreadable: usize,
}

/// Decodes a page.
pub fn decode(bytes: &[u8]) -> Decoded {
    let (encoding, skip) = Encoding::for_bom(bytes).unwrap_or_else(|| (without_bom(bytes), 0));
    let (text, broken) = encoding.decode_without_bom_handling(&bytes[skip..]);
    let unreadable = if broken { text.matches('\u{fffd}').count() } else { 0 };
    Decoded { text: text.into_owned(), unreadable }
}

/// Chooses the encoding of bytes without a byte order mark. Valid UTF-8 is UTF-8 whatever the page declares, because
/// browsers re-encode a page that they save and leave the old declaration.
fn without_bom(bytes: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    let said = declared(bytes).filter(|encoding| !IMPOSSIBLE.contains(encoding));
    let encoding = said.unwrap_or_else(|| detected(bytes));
    // GB2312 and GBK are subsets of GB18030, and pages that declare one of them use characters of GB18030.
    if encoding == GBK { GB18030 } else { encoding }
}

/// Reads the encoding in the page's `<meta>`. The tag is ASCII in every encoding that can be declared.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(PRESCAN)];
    let label = html_page::charset(&WINDOWS_1252.decode_without_bom_handling(start).0)?;
    Encoding::for_label(label.as_bytes())
}

fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // Decoding a damaged UTF-8 file as UTF-8 loses a few characters; a guessed encoding would garble the whole text.
    let utf8 = if mostly_utf8(bytes) { Utf8Detection::Allow } else { Utf8Detection::Deny };
    if utf8 == Utf8Detection::Allow { UTF_8 } else { detector.guess(Some(b"cn"), utf8) }
}

fn mostly_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let broken = text.matches('\u{fffd}').count();
    let good = text.chars().filter(|letter| !letter.is_ascii()).count() - broken;
    good > broken * 10
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "示例开发区举行示例大会，发布示例方案。来源：示例报";

    fn read(bytes: &[u8]) -> (String, usize) {
        let decoded = decode(bytes);
        (decoded.text, decoded.unreadable)
    }

    #[test]
    fn every_encoding_is_decoded() {
        assert_eq!(read(TEXT.as_bytes()), (TEXT.to_owned(), 0));
        assert_eq!(read(&[b"\xef\xbb\xbf", TEXT.as_bytes()].concat()), (TEXT.to_owned(), 0));
        assert_eq!(read(&GBK.encode(TEXT).0), (TEXT.to_owned(), 0));
        let rare = [TEXT, "𠮷"].concat();
        assert_eq!(read(&GB18030.encode(&rare).0), (rare, 0));
        let wide: Vec<u8> = [0xfeff].into_iter().chain(TEXT.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&wide), (TEXT.to_owned(), 0));
    }

    #[test]
    fn the_declared_encoding_counts_unless_it_is_impossible() {
        let page =
            |charset: &str| format!("<META http-equiv=Content-Type content=\"text/html; charset={charset}\">例𠮷");
        let gb = page("gb2312");
        assert_eq!(read(&GB18030.encode(&gb).0), (gb.clone(), 0));
        assert_eq!(read(gb.as_bytes()), (gb.clone(), 0));
        let wrong = page("utf-8");
        assert!(read(&GB18030.encode(&wrong).0).0.contains('例'));
        // Encodings whose decoder would destroy the whole page.
        for charset in ["utf-16", "hz-gb-2312", "iso-2022-kr", "x-user-defined"] {
            let untrue = page(charset) + TEXT;
            assert!(read(&GB18030.encode(&untrue).0).0.contains(TEXT), "{charset}");
        }
    }

    #[test]
    fn undecodable_characters_are_counted() {
        let mut bytes = TEXT.repeat(3).into_bytes();
        bytes[4] = 0xff;
        let (text, unreadable) = read(&bytes);
        assert!(unreadable > 0 && text.contains("例大会"), "{text}");
    }
}
