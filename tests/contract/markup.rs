//! Published HTML as elements with their texts, and the languages that they are marked with.

/// The elements that have no end.
const VOID: [&str; 14] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "path", "source", "track", "wbr"];

/// An element of a page.
pub(crate) struct Element<'a> {
    pub(crate) name: &'a str,
    pub(crate) attributes: Vec<(&'a str, &'a str)>,
    /// The text directly in it, not in elements inside of it.
    pub(crate) texts: Vec<&'a str>,
    /// The language that it or the closest element around it is marked with; empty if there is none.
    pub(crate) lang: &'a str,
}

/// Reads the elements of a page in the order in which they begin. A page is well-formed (`tests/html/`), so an end belongs to the last
/// element of its name.
pub(crate) fn elements(html: &str) -> Vec<Element<'_>> {
    let mut elements: Vec<Element<'_>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        let (text, tag) = rest.split_at(start);
        if let (Some(last), false) = (open.last(), text.trim().is_empty()) {
            elements[*last].texts.push(text);
        }
        if let Some(comment) = tag.strip_prefix("<!") {
            rest = comment.split_once('>').map_or("", |(_, rest)| rest);
            continue;
        }
        if let Some(end) = tag.strip_prefix("</") {
            let (name, after) = end.split_once('>').unwrap_or((end, ""));
            while open.pop().is_some_and(|last| elements[last].name != name) {}
            rest = after;
            continue;
        }
        let (name, attributes, after) = start_tag(&tag[1..]);
        let around = open.last().map_or("", |last| elements[*last].lang);
        let lang = attributes.iter().find(|(key, _)| *key == "lang").map_or(around, |(_, lang)| lang);
        elements.push(Element { name, attributes, texts: Vec::new(), lang });
        rest = after;
        if ["script", "style"].contains(&name) {
            let (text, after) = rest.split_once(&["</", name, ">"].concat()).unwrap_or((rest, ""));
            elements.last_mut().unwrap().texts.push(text);
            rest = after;
        } else if !VOID.contains(&name) {
            open.push(elements.len() - 1);
        }
    }
    elements
}

/// Reads a tag after its `<`: its name, its attributes, and what follows it.
fn start_tag(tag: &str) -> (&str, Vec<(&str, &str)>, &str) {
    let end = tag.find(|letter: char| letter.is_whitespace() || letter == '>').unwrap_or(tag.len());
    let (name, mut rest) = tag.split_at(end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        if rest.is_empty() || rest.starts_with('>') {
            return (name, attributes, rest.get(1..).unwrap_or(""));
        }
        let end = rest.find(|letter: char| letter.is_whitespace() || "=>".contains(letter)).unwrap_or(rest.len());
        let (key, after) = rest.split_at(end);
        match after.strip_prefix("=\"").and_then(|value| value.split_once('"')) {
            Some((value, after)) => {
                attributes.push((key, value));
                rest = after;
            }
            None => {
                attributes.push((key, ""));
                rest = after.strip_prefix('=').unwrap_or(after);
            }
        }
    }
}

/// Returns true for a Chinese character.
pub(crate) fn is_han(letter: char) -> bool {
    matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Returns the Chinese texts of a page in another language that are in no element marked as Chinese: text, and attributes that readers see
/// or hear. Addresses, data in scripts and what scripts alone read (`data-…`) are left out.
pub(crate) fn unmarked_chinese(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    for element in elements(html) {
        let is_data =
            ["application/json", "application/ld+json"].iter().any(|it| element.attributes.contains(&("type", it)));
        if element.lang.starts_with("zh") || is_data {
            continue;
        }
        let seen = |(key, _): &&(&str, &str)| {
            !["href", "src", "srcset", "id", "action"].contains(key) && !key.starts_with("data-")
        };
        let attributes = element.attributes.iter().filter(seen).map(|(_, value)| *value);
        let texts = element.texts.iter().copied().chain(attributes).filter(|text| text.contains(is_han));
        found.extend(texts.map(|text| format!("<{}>: {}", element.name, text.chars().take(200).collect::<String>())));
    }
    found
}

#[test]
fn chinese_that_is_not_marked_is_found() {
    let page = |body: &str| {
        format!("<!DOCTYPE html>\n<html lang=\"en\"><head><title>A</title></head><body>{body}</body></html>")
    };
    for right in [
        "",
        "<p>Text <b>more</b> text</p>",
        "<p lang=\"zh-CN\">中文<b>中文</b></p><p>text</p>",
        "<p>text<span lang=\"zh-CN\" title=\"中\">中文</span>text</p>",
        "<a href=\"/中文\" data-also=\"中文\">text</a>",
        "<script type=\"application/json\">{\"a\":\"中文</p>\"}</script>",
        "<img alt=\"中\" lang=\"zh-CN\"><br>text",
    ] {
        assert_eq!(unmarked_chinese(&page(right)), [""; 0], "{right}");
    }
    for wrong in [
        "中文",
        "<p>text 中</p>",
        "<p lang=\"zh-CN\">中文</p>中",
        "<p lang=\"zh-CN\"><b lang=\"en\">中文</b></p>",
        "<p><span lang=\"zh-CN\">中</span>文</p>",
        "<img alt=\"中\">",
        "<input placeholder=\"中\"><p lang=\"zh-CN\"></p>",
        "<p lang=\"zh-CN\"><br>中</p><img src=\"a\" alt=\"中\">",
        "<p>𠀀</p>",
    ] {
        assert_eq!(unmarked_chinese(&page(wrong)).len(), 1, "{wrong}");
    }
}

#[test]
fn elements_know_their_attributes_and_language() {
    let found = elements(
        "<html lang=\"en\"><body><p class=\"a b\" hidden>x<br>y</p><p lang=\"zh-CN\"><i>z</i></p><p>t</p></body></html>",
    );
    let read: Vec<(&str, &str, String)> = found.iter().map(|it| (it.name, it.lang, it.texts.concat())).collect();
    let expected = [
        ("html", "en", ""),
        ("body", "en", ""),
        ("p", "en", "xy"),
        ("br", "en", ""),
        ("p", "zh-CN", ""),
        ("i", "zh-CN", "z"),
        ("p", "en", "t"),
    ];
    assert_eq!(read, expected.map(|(name, lang, text)| (name, lang, text.to_owned())));
    assert_eq!(found[2].attributes, [("class", "a b"), ("hidden", "")]);
}
