//! Facts that a page has only in its scripts: `var pubdata = '2017年06月15日'`, and the text of `document.write`. No script runs:
//! only texts, and names that a script gave a text, are read.

use std::collections::BTreeMap;

/// The names that old publishing systems give to the date of publication.
const DATES: [&str; 15] = [
    "pubdata",
    "pubdate",
    "pub_date",
    "pubtime",
    "publishdate",
    "publishtime",
    "publish_time",
    "publishedtime",
    "datepublished",
    "releasetime",
    "docreltime",
    "fbsj",
    "fbrq",
    "infodate",
    "postdate",
];

/// The names of the source.
const SOURCES: [&str; 10] = [
    "wzly",
    "xxly",
    "laiyuan",
    "source",
    "docsource",
    "infosource",
    "contentsource",
    "articlesource",
    "newssource",
    "sourcename",
];

/// The names of the titles of the article before it.
const PREVIOUS: [&str; 6] = ["prevtitle", "pretitle", "prev_title", "previoustitle", "preinfotitle", "uptitle"];

/// The names of the titles of the article after it.
const NEXT: [&str; 4] = ["nexttitle", "next_title", "nextinfotitle", "downtitle"];

/// The texts that the scripts of a page name.
#[derive(Debug, Default)]
pub(crate) struct Scripts {
    values: BTreeMap<String, String>,
}

#[derive(Debug, PartialEq)]
enum Token {
    Word(String),
    Text(String),
    Sign(char),
}

impl Scripts {
    /// Reads the scripts of a page.
    pub(crate) fn read<'a>(scripts: impl Iterator<Item = &'a str>) -> Self {
        let mut values = BTreeMap::new();
        for script in scripts {
            let tokens = tokens(script);
            for window in tokens.windows(3) {
                if let [Token::Word(name) | Token::Text(name), Token::Sign('=' | ':'), Token::Text(value)] = window {
                    let name = name.trim_start_matches(['_', '$']).to_ascii_lowercase();
                    values.entry(name).or_insert_with(|| value.clone());
                }
            }
        }
        Scripts { values }
    }

    /// Returns the texts that may be the date of publication.
    pub(crate) fn dates(&self) -> impl Iterator<Item = &str> {
        self.named(&DATES)
    }

    /// Returns the source.
    pub(crate) fn source(&self) -> Option<&str> {
        self.named(&SOURCES).next()
    }

    /// Returns the title of the article before it.
    pub(crate) fn previous(&self) -> Option<&str> {
        self.named(&PREVIOUS).next()
    }

    /// Returns the title of the article after it.
    pub(crate) fn next(&self) -> Option<&str> {
        self.named(&NEXT).next()
    }

    fn named(&self, names: &'static [&'static str]) -> impl Iterator<Item = &str> {
        names.iter().filter_map(|name| self.values.get(*name)).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// Returns the text that a script writes into the page, without tags.
    pub(crate) fn written(&self, script: &str) -> String {
        let mut written = String::new();
        let mut tokens = tokens(script).into_iter().peekable();
        while let Some(token) = tokens.next() {
            if !matches!(&token, Token::Word(word) if word == "write" || word == "writeln") {
                continue;
            }
            let mut depth = 0_usize;
            for token in tokens.by_ref() {
                match token {
                    Token::Sign('(') => depth += 1,
                    Token::Sign(')') => depth = depth.saturating_sub(1),
                    Token::Text(text) => written += &text,
                    Token::Word(name) => {
                        written += self
                            .values
                            .get(&name.trim_start_matches(['_', '$']).to_ascii_lowercase())
                            .map_or("", String::as_str)
                    }
                    Token::Sign(_) => {}
                }
                if depth == 0 {
                    break;
                }
            }
        }
        without_tags(&written)
    }
}

/// Returns the texts of a script.
pub(crate) fn texts(script: &str) -> impl Iterator<Item = String> {
    tokens(script).into_iter().filter_map(|token| match token {
        Token::Text(text) => Some(text),
        Token::Word(_) | Token::Sign(_) => None,
    })
}

/// Replaces each tag by a space.
fn without_tags(text: &str) -> String {
    let mut plain = String::new();
    let mut in_tag = false;
    for letter in text.chars() {
        match letter {
            '<' => {
                in_tag = true;
                plain.push(' ');
            }
            '>' if in_tag => in_tag = false,
            _ if in_tag => {}
            other => plain.push(other),
        }
    }
    plain.replace("&nbsp;", " ")
}

/// Splits a script into names, texts and signs, without comments.
fn tokens(script: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut letters = script.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\'' | '"' | '`' => {
                let mut text = String::new();
                while let Some(inner) = letters.next() {
                    match inner {
                        '\\' => text.extend(letters.next().map(|escaped| if escaped == 'n' { ' ' } else { escaped })),
                        end if end == letter => break,
                        other => text.push(other),
                    }
                }
                tokens.push(Token::Text(text));
            }
            '/' if letters.peek() == Some(&'/') => {
                letters.by_ref().find(|letter| *letter == '\n');
            }
            word if word.is_alphanumeric() || word == '_' || word == '$' => {
                let mut name = String::from(word);
                while let Some(more) = letters.next_if(|next| next.is_alphanumeric() || matches!(next, '_' | '$')) {
                    name.push(more);
                }
                tokens.push(Token::Word(name));
            }
            space if space.is_whitespace() => {}
            sign => tokens.push(Token::Sign(sign)),
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_with_names_are_read_and_written() {
        let script = "var pubdata='2017年06月15日'; // var pubdata = 'x'\nvar wzly = \"示例日报\";\n\
                      document.write('<div>发布时间：'+pubdata+'　来源：'+wzly+'</div>');";
        let scripts = Scripts::read([script].into_iter());
        assert_eq!(scripts.dates().next(), Some("2017年06月15日"));
        assert_eq!(scripts.source(), Some("示例日报"));
        assert_eq!(scripts.written(script).trim(), "发布时间：2017年06月15日　来源：示例日报");
        assert_eq!(scripts.written("document.write(count(7) + unknown)"), "");
    }

    #[test]
    fn linked_data_names_the_date() {
        let scripts = Scripts::read([r#"{"@type":"NewsArticle","datePublished":"2019-05-06T10:00:00"}"#].into_iter());
        assert_eq!(scripts.dates().collect::<Vec<_>>(), ["2019-05-06T10:00:00"]);
        assert_eq!(scripts.next(), None);
    }
}
