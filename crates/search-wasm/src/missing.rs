//! The parts of a query that no article has, and the query without them.

use investchn_search::{QueryPart, SearchQuery};

/// Returns the parts at the places `missing`, and last the query without them; it is empty if it names nothing that an article must have.
/// Of a query with one such part, that part is missing.
pub(crate) fn missing(query: &SearchQuery, missing: &[usize]) -> Vec<String> {
    let wanted = query.parts.iter().filter(|part| !part.is_excluded).count();
    let mut texts = Vec::new();
    let mut rest = String::new();
    for (at, part) in query.parts.iter().enumerate() {
        if !part.is_excluded && (wanted == 1 || missing.contains(&at)) {
            texts.push(part.typed.clone());
        } else {
            push(&mut rest, part);
        }
    }
    if texts.len() == wanted {
        rest.clear();
    }
    texts.push(rest);
    texts
}

/// Appends a part as a reader could have typed it: with the first quotes, if it needs some, that none of its own closes.
fn push(query: &mut String, part: &QueryPart) {
    if !query.is_empty() {
        query.push(' ');
    }
    if part.is_excluded {
        query.push('-');
    }
    let mut quotes = 0;
    for (at, letter) in part.typed.chars().enumerate() {
        let needed = match letter {
            '\u{300d}' => 3,
            '"' | '\u{201c}'..='\u{201e}' | '\u{ff02}' => 2,
            '\u{300c}' | '\u{300e}' => 1,
            '-' | '\u{ff0d}' | '\u{2212}' | '\u{2013}' if at == 0 => 1,
            _ if letter.is_whitespace() => 1,
            _ => 0,
        };
        quotes = needed.max(quotes);
    }
    let [open, close] = match quotes {
        0 => ["", ""],
        1 => ["\"", "\""],
        2 => ["\u{300c}", "\u{300d}"],
        _ => ["\u{300e}", "\u{300f}"],
    };
    for piece in [open, &part.typed, close] {
        query.push_str(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_is_the_query_without_what_is_missing() {
        for typed in
            ["甲 乙", "\"甲 乙\" 丙", "丙 「甲\" 乙」", "丙 『甲\" 」乙』", "\"-甲\" 丙", "甲 乙 -丙 -\"丁 戊\""]
        {
            let query = SearchQuery::parse(typed);
            for at in 0..2 {
                let texts = missing(&query, &[at]);
                assert_eq!(texts[..texts.len() - 1], [query.parts[at].typed.clone()]);
                assert_eq!(SearchQuery::parse(&texts[1]), query.without(at), "{typed}: {texts:?}");
            }
        }
    }

    #[test]
    fn nothing_is_left_of_a_query_all_of_which_is_missing() {
        assert_eq!(missing(&SearchQuery::parse("甲 乙"), &[0, 1]), ["甲", "乙", ""]);
        assert_eq!(missing(&SearchQuery::parse("甲 -乙"), &[]), ["甲", ""]);
        assert_eq!(missing(&SearchQuery::parse("甲 乙"), &[]), ["甲 乙"]);
    }
}
