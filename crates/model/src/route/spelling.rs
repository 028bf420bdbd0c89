//! Parses paths as people and programs write them.

use super::Route;

impl Route {
    /// Parses a portal path in any letter case.
    pub fn parse_loosely(path: &str) -> Option<Route> {
        Route::parse(&path.to_ascii_lowercase())
    }

    /// Parses a path with trailing text, as chat programs make links: after the address follow a comma, a bracket, or the
    /// rest of a sentence, in any encoding. Returns the route at the beginning. An old address may look the same, so the
    /// caller must know that the path is no old address.
    pub fn parse_glued(path: &str) -> Option<Route> {
        // This searches bytes, because searching characters adds kilobytes of wasm. Names of old pages contain unreserved
        // marks (RFC 3986), so these are removed only at the end.
        let is_mark = |byte: u8| matches!(byte, b'.' | b'_' | b'~');
        let is_own = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-') || is_mark(byte);
        let end = path.bytes().position(|byte| !is_own(byte)).unwrap_or(path.len());
        let (own, glued) = path.as_bytes().split_at_checked(end)?;
        let left = own.iter().rposition(|byte| !is_mark(*byte))? + 1;
        let route = Route::parse_loosely(path.get(..left)?)?;
        // Every path begins with `/`, the path of the home page. If a word follows it, the path is another page, which does
        // not exist.
        (route != Route::Home || is_punctuation(glued)).then_some(route)
    }
}

/// Returns true if a text begins with punctuation or a space: ASCII, or a UTF-8 block with Chinese punctuation. GBK text is
/// still percent-encoded, and its punctuation is in the rows that begin with A.
fn is_punctuation(text: &[u8]) -> bool {
    match text {
        [b'%', row, ..] => row.eq_ignore_ascii_case(&b'a'),
        [0xE3, block, ..] => *block == 0x80,
        [first, ..] => matches!(*first, ..0x80 | 0xC2 | 0xE2 | 0xEF),
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A path of each kind of route.
    const PATHS: [&str; 6] = ["/", "/news/photo/7/", "/region/320800/", "/zones/", "/zone/huaian-htz/text/", ARTICLE];
    const ARTICLE: &str = "/article/huaian-htz-20220214-1/";

    #[test]
    fn upper_case_paths_are_the_same_route() {
        let zone = Route::parse("/zone/huaian-htz/");
        assert_eq!(Route::parse_loosely("/Zone/Huaian-HTZ"), zone);
        assert_eq!(Route::parse_loosely("/ZONE/HUAIAN-HTZ/Index.html"), zone);
        assert_eq!(Route::parse_loosely("/Zonen/"), None);
    }

    #[test]
    fn punctuation_after_a_path_and_all_text_after_it_are_ignored() {
        for path in PATHS {
            let route = Route::parse(path);
            for glued in [
                // Decoded from an address.
                "，",
                "）",
                "。",
                "；",
                "！",
                "？",
                "、",
                "”",
                "》",
                "】",
                "…",
                "—",
                "·",
                "　",
                "\u{200b}",
                "\u{a0}",
                "，请看",
                "）/text/",
                // ASCII that chat programs take for a part of the address.
                ")",
                ",",
                ";",
                "\"",
                "'",
                "]",
                "}",
                ">",
                "!",
                ":",
                "*",
                "|",
                " ",
                ")。",
                "),http://example.org/a.html",
                // GBK, which cannot be decoded.
                "%A3%AC",
                "%a3%a9",
                "%A1%A3%C7%EB%BF%B4",
            ] {
                assert_eq!(Route::parse_glued(&[path, glued].concat()), route, "{path}{glued}");
                if path != "/" {
                    let path = path.trim_end_matches('/');
                    assert_eq!(Route::parse_glued(&[path, glued].concat()), route, "{path}{glued}");
                }
            }
        }
        for written in ["/Zones/Index.html），见 http://example.org/a.html", "/zones，", "/zones/%EF%BC", "/zones/%"]
        {
            assert_eq!(Route::parse_glued(written), Some(Route::Register), "{written}");
        }
    }

    #[test]
    fn words_and_marks_after_a_path_are_ignored() {
        for glued in ["/请看", "请看", "%C7%EB", "/👍", ".", "/...", "/_", "~", "&from=timeline", "=", "+"] {
            let written = [ARTICLE.trim_end_matches('/'), glued].concat();
            assert_eq!(Route::parse_glued(&written), Route::parse(ARTICLE), "{written}");
        }
    }

    #[test]
    fn words_after_the_home_page_are_another_page() {
        for path in ["/新闻/", "/新闻，", "/%D0%C2%CE%C5/", "/index.html新闻", "/👍", "/_", "//", "//，"] {
            assert_eq!(Route::parse_glued(path), None, "{path}");
        }
        assert_eq!(Route::parse_glued("/index.html，"), Some(Route::Home));
    }

    #[test]
    fn unknown_paths_with_trailing_text_stay_unknown() {
        for path in ["", "，", "/new/，", "/article/，", "/article/huaian-htz/，", "/zone/huaian-htz/feed.xml，"] {
            assert_eq!(Route::parse_glued(path), None, "{path}");
        }
    }

    #[test]
    fn old_addresses_that_begin_like_a_route_are_none() {
        for path in ["/news.asp", "/news_show.asp", "/news/show.asp", "/news/show.asp，", "/news~1/", "/zones.html"] {
            assert_eq!(Route::parse_glued(path), None, "{path}");
        }
    }
}
