//! Paths as people and programs write them, and the routes that they mean.

use super::Route;

impl Route {
    /// The route of a portal path as people and programs write it: capitals where there are none.
    pub fn parse_loosely(path: &str) -> Option<Route> {
        Route::parse(&path.to_ascii_lowercase())
    }

    /// The route with which a path begins that is none itself, as a chat makes it of an address: behind it a comma, a bracket, the rest
    /// of a sentence, in whatever encoding. An old address may look so too: whoever asks knows that it is none.
    pub fn parse_glued(path: &str) -> Option<Route> {
        // By bytes: searching for characters weighs kilobytes. Marks that an address may have unencoded (RFC 3986) stand in the names
        // of old pages: they go at the end only.
        let is_mark = |byte: u8| matches!(byte, b'.' | b'_' | b'~');
        let is_own = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-') || is_mark(byte);
        let end = path.bytes().position(|byte| !is_own(byte)).unwrap_or(path.len());
        let (own, glued) = path.as_bytes().split_at_checked(end)?;
        let left = own.iter().rposition(|byte| !is_mark(*byte))? + 1;
        let route = Route::parse_loosely(path.get(..left)?)?;
        // Every address begins as the home page's does: a word behind that is another page, which is not there.
        (route != Route::Home || is_punctuation(glued)).then_some(route)
    }
}

/// Tells a text that begins with punctuation or a space from one that begins with a letter: ASCII, or of the blocks that Chinese is punctuated
/// from, in UTF-8. Of GBK, which is left as it was encoded, it is told by the row.
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

    /// One of each kind.
    const PATHS: [&str; 6] = ["/", "/news/photo/7/", "/region/320800/", "/zones/", "/zone/huaian-htz/text/", ARTICLE];
    const ARTICLE: &str = "/article/huaian-htz-20220214-1/";

    #[test]
    fn a_path_in_capitals_is_the_same_place() {
        let zone = Route::parse("/zone/huaian-htz/");
        assert_eq!(Route::parse_loosely("/Zone/Huaian-HTZ"), zone);
        assert_eq!(Route::parse_loosely("/ZONE/HUAIAN-HTZ/Index.html"), zone);
        assert_eq!(Route::parse_loosely("/Zonen/"), None);
    }

    #[test]
    fn punctuation_behind_a_path_and_what_follows_it_do_not_count() {
        for path in PATHS {
            let route = Route::parse(path);
            for glued in [
                // As they are decoded from an address.
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
                // As a chat may take them for a part of it.
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
    fn a_word_or_a_mark_behind_a_path_does_not_count_either() {
        for glued in ["/请看", "请看", "%C7%EB", "/👍", ".", "/...", "/_", "~", "&from=timeline", "=", "+"] {
            let written = [ARTICLE.trim_end_matches('/'), glued].concat();
            assert_eq!(Route::parse_glued(&written), Route::parse(ARTICLE), "{written}");
        }
    }

    #[test]
    fn a_word_behind_the_home_page_is_another_page() {
        for path in ["/新闻/", "/新闻，", "/%D0%C2%CE%C5/", "/index.html新闻", "/👍", "/_", "//", "//，"] {
            assert_eq!(Route::parse_glued(path), None, "{path}");
        }
        assert_eq!(Route::parse_glued("/index.html，"), Some(Route::Home));
    }

    #[test]
    fn what_is_no_page_without_what_is_glued_to_it_is_none_with_it() {
        for path in ["", "，", "/new/，", "/article/，", "/article/huaian-htz/，", "/zone/huaian-htz/feed.xml，"] {
            assert_eq!(Route::parse_glued(path), None, "{path}");
        }
    }

    #[test]
    fn an_old_address_that_begins_like_a_page_is_none() {
        for path in ["/news.asp", "/news_show.asp", "/news/show.asp", "/news/show.asp，", "/news~1/", "/zones.html"] {
            assert_eq!(Route::parse_glued(path), None, "{path}");
        }
    }
}
