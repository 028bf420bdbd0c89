//! Finds the words of a published file that are neither messages nor data. A message of the pseudo-language is between ⟦ and ⟧.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::markup::elements;

/// Attributes that people see or hear. Scripts show those that begin with `data-`.
const WORDED: [&str; 9] = [
    "alt",
    "aria-description",
    "aria-label",
    "aria-roledescription",
    "data-failed",
    "data-label",
    "label",
    "placeholder",
    "title",
];

/// The `meta` elements that people see, by their name, property or property of microdata.
const WORDED_META: [&str; 10] = [
    "application-name",
    "article:section",
    "author",
    "description",
    "image:alt",
    "keywords",
    "name",
    "site_name",
    "title",
    "section",
];

/// Keys of JSON whose values people see: in structured data, feeds, the manifest and the answers of oEmbed.
const WORDED_KEYS: [&str; 14] = [
    "alternateName",
    "articleSection",
    "author_name",
    "caption",
    "content_text",
    "description",
    "headline",
    "keywords",
    "name",
    "provider_name",
    "short_name",
    "slogan",
    "summary",
    "title",
];

/// Keys of data whose values are identifiers, which are no text to show.
const IDENTIFIERS: [&str; 9] = ["folder", "href", "id", "kind", "lang", "level", "path", "tag", "types"];

/// The texts in the data of pages, which pages may show.
#[derive(Clone, Debug, Default)]
pub(crate) struct Data(BTreeSet<String>);

impl Data {
    /// Adds every text of a JSON value.
    pub(crate) fn add(&mut self, value: &Value) {
        match value {
            Value::String(text) => {
                // Rows of the register are lines of cells.
                self.0.extend(text.split(['\n', '\t']).map(|text| text.trim().to_owned()));
                self.0.insert(text.trim().to_owned());
            }
            Value::Array(values) => values.iter().for_each(|value| self.add(value)),
            Value::Object(fields) => {
                let shown = fields.iter().filter(|(key, _)| !IDENTIFIERS.contains(&key.as_str()));
                shown.for_each(|(_, value)| self.add(value));
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    /// Adds the data block of a page, and returns it; none if the page has none.
    pub(crate) fn add_block(&mut self, html: &str) -> Option<Value> {
        let (_, rest) = html.split_once("id=\"page-data\">")?;
        let block = serde_json::from_str(rest.split_once("</script>")?.0).unwrap();
        self.add(&block);
        Some(block)
    }

    /// Returns what is left of a text without messages and data, if that has letters. Data may stand beside other data, but not within a
    /// word.
    pub(crate) fn rest_of(&self, text: &str) -> Option<String> {
        let mut rest = without_messages(text);
        if !has_letters(&rest) {
            return None;
        }
        let mut texts: Vec<&String> = self.0.iter().filter(|text| has_letters(text)).collect();
        texts.sort_by_key(|text| std::cmp::Reverse(text.len()));
        for text in texts {
            while let Some(at) = whole(&rest, text) {
                rest.replace_range(at..at + text.len(), " ");
            }
        }
        has_letters(&rest).then(|| rest.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// Returns the words of a page that are neither messages nor data.
    pub(crate) fn words_outside(&self, html: &str) -> Vec<String> {
        let mut found = Vec::new();
        for element in elements(html) {
            let attribute =
                |name: &str| element.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
            let mut texts = Vec::new();
            if element.name == "meta" {
                let name = ["name", "property", "itemprop"].into_iter().find_map(attribute).unwrap_or_default();
                if WORDED_META.iter().any(|it| name == *it || name.ends_with(&[":", it].concat())) {
                    texts.push((format!("<meta {name}>"), attribute("content").unwrap_or_default()));
                }
            } else if attribute("type") == Some("application/ld+json") {
                found.extend(self.words_outside_json(&serde_json::from_str(&element.texts.concat()).unwrap()));
            } else {
                let attributes = element.attributes.iter().filter(|(key, _)| WORDED.contains(key));
                texts.extend(attributes.map(|(key, value)| (format!("<{} {key}>", element.name), *value)));
                let is_shown = !["script", "style"].contains(&element.name);
                let shown = element.texts.iter().filter(|_| is_shown);
                texts.extend(shown.map(|text| (format!("<{}>", element.name), *text)));
            }
            for (place, text) in texts {
                let text = unescaped(text);
                found.extend(self.rest_of(&text).map(|rest| format!("{place}: {rest:?} in {text:?}")));
            }
        }
        found
    }

    /// Returns the words of a JSON file that are neither messages nor data.
    pub(crate) fn words_outside_json(&self, value: &Value) -> Vec<String> {
        match value {
            Value::Array(values) => values.iter().flat_map(|value| self.words_outside_json(value)).collect(),
            Value::Object(fields) => fields.iter().flat_map(|(key, value)| self.words_of_field(key, value)).collect(),
            _ => Vec::new(),
        }
    }

    fn words_of_field(&self, key: &str, value: &Value) -> Vec<String> {
        match value {
            // Partners' pages show what feeds say in two languages.
            _ if key == "_investchn" => Vec::new(),
            Value::String(text) if ["content_html", "html"].contains(&key) => self.words_outside(text),
            Value::String(text) if WORDED_KEYS.contains(&key) => {
                self.rest_of(text).map(|rest| format!("{key}: {rest:?} in {text:?}")).into_iter().collect()
            }
            _ => self.words_outside_json(value),
        }
    }
}

/// Returns a text without its messages, which may be values of others. What is cut has no end, and so is left.
fn without_messages(text: &str) -> String {
    let mut rest = text.to_owned();
    while let Some(end) = rest.find('⟧') {
        let Some(start) = rest[..end].rfind('⟦') else { break };
        // A sign that is no letter, so that the texts on both sides are not read as one.
        rest.replace_range(start..end + '⟧'.len_utf8(), "·");
    }
    rest
}

fn has_letters(text: &str) -> bool {
    text.contains(|letter: char| letter.is_alphabetic() || ['⟦', '⟧'].contains(&letter))
}

/// Returns the place of a text within another where it is not a part of a word.
fn whole(text: &str, part: &str) -> Option<usize> {
    let is_inner = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    let is_within_word = |at: usize| {
        (is_inner(text[..at].chars().next_back()) && is_inner(part.chars().next()))
            || (is_inner(text[at + part.len()..].chars().next()) && is_inner(part.chars().next_back()))
    };
    text.match_indices(part).map(|(at, _)| at).find(|at| !is_within_word(*at))
}

fn unescaped(text: &str) -> String {
    [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&nbsp;", "\u{a0}"),
        ("&amp;", "&"),
    ]
    .iter()
    .fold(text.to_owned(), |text, (entity, letter)| text.replace(entity, letter))
}

#[test]
fn words_outside_of_messages_are_found() {
    let mut data = Data::default();
    data.add(
        &serde_json::json!({ "view": { "title": "A title & more", "kind": "photo" }, "rows": "a\tcell b\nother" }),
    );
    let page = |body: &str| {
        format!("<!DOCTYPE html>\n<html lang=\"qps\"><head><title>⟦x⟧</title></head><body>{body}</body></html>")
    };
    for right in [
        "",
        "<p>⟦Á mésságé~~⟧ <b>12 ⟦hä~⟧</b></p>",
        "<p>⟦óf {zone ⟦nëstéd⟧ inside} ~~⟧: 2022-02-14</p>",
        "<h1>A title &amp; more</h1><p title=\"⟦x⟧ - A title &amp; more\">cell b, other</p>",
        "<meta name=\"viewport\" content=\"width\"><meta property=\"og:title\" content=\"⟦x⟧\">",
        "<script>var words;</script><script type=\"application/ld+json\">{\"@type\":\"Thing\",\"name\":\"A title & more\"}</script>",
    ] {
        assert_eq!(data.words_outside(&page(right)), [""; 0], "{right}");
    }
    for (wrong, word) in [
        ("<p>Hard-coded</p>", "<p>: \"Hard-coded\" in \"Hard-coded\""),
        ("<p>⟦Á mésságé⟧ and</p>", "<p>: \"· and\" in \"⟦Á mésságé⟧ and\""),
        ("<p>⟦A message that is c</p>", "<p>: \"⟦A message that is c\" in \"⟦A message that is c\""),
        ("<p>中文</p>", "<p>: \"中文\" in \"中文\""),
        ("<p>photo</p>", "<p>: \"photo\" in \"photo\""),
        ("<p>another</p>", "<p>: \"another\" in \"another\""),
        ("<img alt=\"A picture\">", "<img alt>: \"A picture\" in \"A picture\""),
        ("<nav aria-label=\"Menu\"></nav>", "<nav aria-label>: \"Menu\" in \"Menu\""),
        ("<meta property=\"og:description\" content=\"News\">", "<meta og:description>: \"News\" in \"News\""),
        ("<script type=\"application/ld+json\">{\"a\":[{\"name\":\"Word\"}]}</script>", "name: \"Word\" in \"Word\""),
    ] {
        assert_eq!(data.words_outside(&page(wrong)), [word]);
    }
}
