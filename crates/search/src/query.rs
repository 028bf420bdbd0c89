//! The query as a reader types it: words that must all be there, phrases in quotes, and words with a minus that must not be there.

use crate::folding::fold;

/// More characters are not read: nobody types them, and an address may hold any number.
const MOST_LETTERS: usize = 2000;
/// More parts are not read.
const MOST_PARTS: usize = 32;

/// A query: an article must have every part that is not excluded, and none that is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchQuery {
    /// The parts in the order in which they were typed, none twice.
    pub parts: Vec<QueryPart>,
}

/// A word or a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryPart {
    /// The part as it was typed, without quotes and minus.
    pub typed: String,
    /// Its folded characters, at least one. A single one is looked for in titles and extra terms only.
    pub letters: Vec<char>,
    /// True for a part with a minus.
    pub is_excluded: bool,
}

impl SearchQuery {
    /// Parses a query. Every text is one; a quote that is not closed reaches to the end.
    pub fn parse(typed: &str) -> Self {
        let mut query = SearchQuery::default();
        let mut letters = typed.chars().take(MOST_LETTERS).peekable();
        while let Some(letter) = letters.next() {
            if letter.is_whitespace() {
                continue;
            }
            let is_excluded = is_minus(letter) && letters.peek().is_some_and(|next| !next.is_whitespace());
            let first = if is_excluded { letters.next() } else { Some(letter) };
            let Some(first) = first else { break };
            let mut part = String::new();
            if let Some(closing) = closing_quote(first) {
                part.extend(letters.by_ref().take_while(|next| !closing.contains(next)));
            } else {
                part.push(first);
                while let Some(next) = letters.next_if(|next| !next.is_whitespace() && closing_quote(*next).is_none()) {
                    part.push(next);
                }
            }
            query.add(part, is_excluded);
        }
        query
    }

    /// Returns the query without a part, to show what the rest finds.
    #[must_use]
    pub fn without(&self, part: usize) -> Self {
        let mut query = self.clone();
        if part < query.parts.len() {
            query.parts.remove(part);
        }
        query
    }

    /// Returns true if the query names nothing that an article must have.
    pub fn is_empty(&self) -> bool {
        self.parts.iter().all(|part| part.is_excluded)
    }

    fn add(&mut self, typed: String, is_excluded: bool) {
        let letters = fold(&typed).letters;
        let is_known = self.parts.iter().any(|part| part.letters == letters && part.is_excluded == is_excluded);
        // A minus alone is a dash between words.
        let is_dash = letters.len() == 1 && is_minus(letters[0]);
        if !letters.is_empty() && !is_known && !is_dash && self.parts.len() < MOST_PARTS {
            self.parts.push(QueryPart { typed, letters, is_excluded });
        }
    }
}

fn is_minus(letter: char) -> bool {
    matches!(letter, '-' | '\u{ff0d}' | '\u{2212}' | '\u{2013}')
}

/// Returns the quotes that close a phrase which begins with this quote. Input methods mix “ and ”, so each closes the other.
fn closing_quote(letter: char) -> Option<&'static [char]> {
    match letter {
        '"' | '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ff02}' => {
            Some(&['"', '\u{201c}', '\u{201d}', '\u{201e}', '\u{ff02}'])
        }
        '\u{300c}' => Some(&['\u{300d}']),
        '\u{300e}' => Some(&['\u{300f}']),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the parts, excluded ones with a minus before them.
    fn parts(typed: &str) -> Vec<String> {
        let sign = |part: &QueryPart| if part.is_excluded { "-" } else { "" };
        SearchQuery::parse(typed).parts.iter().map(|part| format!("{}{}", sign(part), part.typed)).collect()
    }

    #[test]
    fn words_are_parts_and_quotes_keep_a_phrase() {
        assert_eq!(parts(" 淮安\u{3000}高新区 GDP "), ["淮安", "高新区", "GDP"]);
        assert_eq!(parts("\"new york\" “招商 发展”「甲 乙」『丙 丁』"), ["new york", "招商 发展", "甲 乙", "丙 丁"]);
        assert_eq!(parts("淮安“高新区”招商"), ["淮安", "高新区", "招商"]);
        assert_eq!(parts("”甲乙“ \"丙 丁"), ["甲乙", "丙 丁"]);
    }

    #[test]
    fn a_minus_excludes_only_before_a_part() {
        assert_eq!(parts("甲 -乙 －丙 -\"丁 戊\""), ["甲", "-乙", "-丙", "-丁 戊"]);
        assert_eq!(parts("covid-19 甲 - 乙 -"), ["covid-19", "甲", "乙"]);
        assert!(SearchQuery::parse("-甲").is_empty());
    }

    #[test]
    fn equal_and_empty_parts_are_dropped() {
        assert_eq!(parts("苏州 蘇州 \"\" \u{200b} ”"), ["苏州"]);
        assert_eq!(SearchQuery::parse(&"甲 ".repeat(5000)).parts.len(), 1);
        assert_eq!(SearchQuery::parse("甲 乙").without(0), SearchQuery::parse("乙"));
    }
}
