//! An address on the old site in its normal form: decoded, and one spelling for comparison. The redirect pages, the list of old
//! addresses, the hosts' redirects and the check for duplicates derive from it.

use std::borrow::Cow;
use std::fmt::Write;

use percent_encoding::{AsciiSet, CONTROLS, percent_decode_str, utf8_percent_encode};

/// The characters that a browser encodes in a path (WHATWG URL, "path percent-encode set").
const IN_PATH: &AsciiSet =
    &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'<').add(b'>').add(b'?').add(b'`').add(b'{').add(b'}');

/// The same for a path that is decoded, in which a percent sign is itself.
const DECODED: &AsciiSet = &IN_PATH.add(b'%');

/// The characters that a browser encodes in a query (WHATWG URL, "special-query percent-encode set").
const IN_QUERY: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'#').add(b'\'').add(b'<').add(b'>');

/// The characters that stay encoded for people, because decoded they would mean something else: in a path, and in a query.
const AMBIGUOUS: [&[char]; 2] = [&['%', '?', '#', '\\'], &['%', '#']];

/// The page of a folder.
const INDEX: &str = "index.html";

/// Maximum length in bytes of a name in the published folder. File systems have 255; compressed variants need some.
const LONGEST_NAME: usize = 240;

/// An address on the old site: path and query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OldAddress {
    /// The path as a browser sends it, without a slash at its beginning.
    path: String,
    /// The query as a browser sends it, with its `?`; or empty.
    query: String,
}

impl OldAddress {
    /// Reads an address in any spelling, raw or encoded, with or without a slash at its beginning. Ignores the part after `#`, which
    /// no host sees. Returns none if it is no path below a site.
    pub fn parse(written: &str) -> Option<OldAddress> {
        let written = written.trim();
        let written = written.split_once('#').map_or(written, |(before, _)| before);
        let at = written.find('?').unwrap_or(written.len());
        let (path, query) = written.split_at(at);
        // As browsers read it.
        let path = path.replace('\\', "/");
        let path = path.trim_start_matches('/');
        if (path.is_empty() && query.is_empty()) || path.contains("://") {
            return None;
        }
        let address = OldAddress {
            path: utf8_percent_encode(path, IN_PATH).to_string(),
            query: utf8_percent_encode(query, IN_QUERY).to_string(),
        };
        let shown = address.decoded_path();
        let is_safe = shown.split(['/', '\\']).all(|part| part != "." && part != "..")
            && !shown.contains(char::is_control)
            && !written.contains(char::is_control);
        is_safe.then_some(address)
    }

    /// Returns the spelling by which two addresses are compared: the path decoded, the query encoded, both in lower case, with a
    /// slash at the beginning. A folder has no slash at its end, whether its page is named or not. A path that is not encoded as
    /// UTF-8 stays encoded.
    pub fn key(&self) -> String {
        let mut path = self.path.as_str();
        let decoded_path = self.decoded_path().to_ascii_lowercase();
        if self.query.is_empty() && (decoded_path == INDEX || decoded_path.ends_with(&["/", INDEX].concat())) {
            path = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        }
        folded(&["/", path.trim_end_matches('/')].concat(), &self.query)
    }

    /// Returns the keys of the address in the list of old addresses, in the spelling that the app makes of a reader's address. A
    /// folder has its slash there, so that an unknown page below it is not taken for it, and a second key with the name of its page. An
    /// address with a query has a second key without or with the slash before it.
    pub fn keys(&self) -> Vec<String> {
        let key = self.key();
        let folder = self.path.trim_end_matches('/');
        let other = match (is_folder(&key), self.query.is_empty()) {
            (true, true) => return [&["/"][..], &["/", INDEX]].map(|end| key.clone() + &end.concat()).into(),
            (_, false) if is_folder(folder) && !folder.is_empty() => {
                Some(folded(&["/", folder, "/"].concat(), &self.query))
            }
            _ => None,
        };
        std::iter::once(key).chain(other).collect()
    }

    /// Returns the file that a host without letter case sends for the path, in lower case; the query is a part of its name.
    pub fn folded_file(&self) -> String {
        (with_page(&self.decoded_path()) + &self.query).to_ascii_lowercase()
    }

    /// Returns the file of the redirect page, by its path below the base, named as hosts look for it: decoded. None if no host
    /// answers the address by a file, or sends the file as a page, or if a file system does not take the name.
    pub fn page(&self) -> Option<String> {
        let file = with_page(&decoded(&self.path)?);
        let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        let is_page = self.query.is_empty() && matches!(ending.as_deref(), Some("html" | "htm"));
        (is_page && file.split('/').all(is_file_name)).then_some(file)
    }

    /// Returns the address as people read it: decoded, except for characters that would then mean something else. Parsed again it is
    /// the same address.
    pub fn readable(&self) -> String {
        let [in_path, in_query] = AMBIGUOUS;
        [for_people(&self.path, in_path), for_people(&self.query, in_query)].concat()
    }

    /// Returns the path as browsers send it, with a slash at its beginning; none if the address has a query.
    pub fn encoded_path(&self) -> Option<String> {
        // The source may encode more than browsers do.
        let encode = |path: Cow<'_, str>| utf8_percent_encode(&path, DECODED).to_string();
        let path = decoded(&self.path).map_or_else(|| self.path.clone(), encode);
        self.query.is_empty().then(|| ["/", &path].concat())
    }

    fn decoded_path(&self) -> Cow<'_, str> {
        decoded(&self.path).unwrap_or(Cow::Borrowed(&self.path))
    }
}

/// Returns true if a path is a folder's: it ends with a slash, or its last name has no dot.
fn is_folder(path: &str) -> bool {
    !path.rsplit('/').next().unwrap_or_default().contains('.')
}

/// Joins a path and a query to a key: the path decoded, the query as browsers send it, both in lower case.
fn folded(path: &str, query: &str) -> String {
    (decoded(path).unwrap_or(Cow::Borrowed(path)) + query).to_ascii_lowercase()
}

/// Returns the file that a host sends for a path.
fn with_page(path: &str) -> String {
    if is_folder(path) { [path.trim_end_matches('/'), "/", INDEX].concat() } else { path.to_owned() }
}

/// Returns true if a file of this name can be copied to any system and stands in a list of files as one line.
fn is_file_name(name: &str) -> bool {
    let is_taken = |letter: char| letter.is_control() || "<>:\"|?*\\".contains(letter);
    !name.is_empty()
        && name.len() <= LONGEST_NAME
        && name.trim() == name
        && !name.ends_with('.')
        && !name.contains(is_taken)
}

/// Decodes as the browser's `decodeURIComponent` does: none if a percent sign begins no byte, or the bytes are not UTF-8.
fn decoded(encoded: &str) -> Option<Cow<'_, str>> {
    let is_encoded = |rest: &str| rest.as_bytes().get(..2).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit));
    if !encoded.split('%').skip(1).all(is_encoded) {
        return None;
    }
    percent_decode_str(encoded).decode_utf8().ok()
}

fn for_people(encoded: &str, ambiguous: &[char]) -> String {
    let Some(text) = decoded(encoded).filter(|text| text.trim() == text) else {
        return encoded.to_owned();
    };
    let mut readable = String::with_capacity(text.len());
    for letter in text.chars() {
        if ambiguous.contains(&letter) {
            // Writing to a string cannot fail.
            let _ = write!(readable, "%{:02X}", u32::from(letter));
        } else {
            readable.push(letter);
        }
    }
    readable
}

/// Cuts off what may have been appended to an old address, from its last mark on; none if it has no mark.
pub fn without_last_part(address: &str) -> Option<&str> {
    // Compares bytes, because searching for characters adds three kilobytes to the wasm. A character that is not ASCII ends an address too:
    // it is cut off at its first byte, or at the `%` that begins it.
    let is_mark = |byte: u8| !byte.is_ascii_alphanumeric() && !matches!(byte, b'-' | b'_' | 0x80..0xC0);
    address.bytes().rposition(is_mark).and_then(|end| address.get(..end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(written: &str) -> OldAddress {
        OldAddress::parse(written).unwrap_or_else(|| panic!("{written:?}"))
    }

    #[test]
    fn spellings_of_one_address_have_one_key() {
        for (key, spellings) in [
            ("/c d.html", &["c%20d.html", "/c d.html", "C%20D.HTML", " c d.html#top"][..]),
            ("/old/page.htm", &["Old/Page.HTM", "old/page.htm", "old%2Fpage%2Ehtm", "Old\\Page.htm"]),
            ("/news/show.asp?id=12", &["News/Show.asp?ID=12", "news/show.asp?id=12"]),
            ("/新闻/1.html", &["新闻/1.html", "%E6%96%B0%E9%97%BB/1.html", "%e6%96%b0%e9%97%bb/1.HTML"]),
            // GBK cannot be decoded; a browser sends it as it is.
            ("/%d0%c2%ce%c5/1.html", &["%D0%C2%CE%C5/1.html", "/%d0%c2%ce%c5/1.HTML"]),
            ("/show.asp?c=%e6%96%b0%20d", &["Show.asp?C=新 D", "show.asp?c=%E6%96%B0%20d"]),
            ("/show.asp?class=%d0%c2", &["Show.asp?Class=%D0%C2"]),
            ("/新/show.asp?class=%d0%c2", &["新/Show.asp?Class=%D0%C2"]),
            ("/%d0%c2%20a.html", &["%D0%C2 a.html"]),
            ("/100%.html", &["100%.html", "100%25.html"]),
            ("/old/page", &["old/page", "Old/Page/", "old/page/index.html", "old/page/Index.HTML"]),
            ("/old?id=1", &["old?id=1", "Old/?ID=1"]),
            ("/?p=12", &["?p=12", "/?P=12"]),
        ] {
            for spelling in spellings {
                assert_eq!(address(spelling).key(), key, "{spelling}");
            }
        }
        assert_eq!(address("old/page").keys(), ["/old/page/", "/old/page/index.html"]);
        assert_eq!(address("Old?ID=1").keys(), ["/old?id=1", "/old/?id=1"]);
        assert_eq!(address("?p=1").keys(), ["/?p=1"]);
        assert_eq!(address("a.asp").keys(), ["/a.asp"]);
    }

    #[test]
    fn a_page_has_the_decoded_name() {
        let page = |written| address(written).page();
        for (written, file) in [
            ("c%20d.html", "c d.html"),
            ("c d.html", "c d.html"),
            ("Old/Page.HTM", "Old/Page.HTM"),
            ("%E6%96%B0%E9%97%BB/1.html", "新闻/1.html"),
            ("/news/1/", "news/1/index.html"),
            ("news", "news/index.html"),
        ] {
            assert_eq!(page(written).as_deref(), Some(file), "{written}");
        }
        // No host answers these by a page, or no file system has the name.
        for written in
            ["show.asp", "show.html?id=1", "%D0%C2/1.html", "a%3Fb.html", "a:b.html", "a%5Cb.html", "a //1.html"]
        {
            assert_eq!(page(written), None, "{written}");
        }
        assert_eq!(page(&["新".repeat(90), ".html".to_owned()].concat()), None);
    }

    #[test]
    fn readable_spellings_parse_to_the_same_address() {
        for (written, readable) in [
            ("c%20d.html", "c d.html"),
            ("%E6%96%B0%E9%97%BB/show.asp?c=%E6%96%B0", "新闻/show.asp?c=新"),
            ("%D0%C2/show.asp?c=%D0%C2", "%D0%C2/show.asp?c=%D0%C2"),
            ("a%2520b.html", "a%2520b.html"),
            ("a%3Fb%23c.html", "a%3Fb%23c.html"),
            ("%20a.html", "%20a.html"),
            ("a.asp?b=%2526", "a.asp?b=%2526"),
        ] {
            assert_eq!(address(written).readable(), readable);
            assert_eq!(address(readable).key(), address(written).key(), "{written}");
            assert_eq!(address(readable).page(), address(written).page(), "{written}");
        }
    }

    #[test]
    fn hosts_compare_the_encoded_path() {
        let path = |written| address(written).encoded_path();
        for written in ["新 闻/1%2Ehtm", "%e6%96%b0%20%e9%97%bb/1.htm"] {
            assert_eq!(path(written).as_deref(), Some("/%E6%96%B0%20%E9%97%BB/1.htm"), "{written}");
        }
        assert_eq!(path("a%2520b.htm").as_deref(), Some("/a%2520b.htm"));
        assert_eq!(path("%D0%C2/1.htm").as_deref(), Some("/%D0%C2/1.htm"));
        assert_eq!(path("show.asp?id=1"), None);
    }

    #[test]
    fn what_is_no_path_below_a_site_is_refused() {
        for written in [
            "",
            " ",
            "/",
            "#top",
            "http://a.example/1.htm",
            "../1.htm",
            "a/%2e%2e/1.htm",
            "%2e%2e%5Cb.htm",
            "a\tb.htm",
            "a%00.htm",
        ] {
            assert_eq!(OldAddress::parse(written), None, "{written:?}");
        }
        assert!(OldAddress::parse("go.asp?to=http://a.example/").is_some());
    }
}
