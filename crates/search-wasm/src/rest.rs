//! The parts of a query that no article has, and the query without them.

use investchn_search::SearchQuery;

/// Quotes that keep a phrase, each with those that would close it.
const QUOTES: [(&str, &str, &[char]); 3] = [
    ("\"", "\"", &['"', '\u{201c}', '\u{201d}', '\u{201e}', '\u{ff02}']),
    ("\u{300c}", "\u{300d}", &['\u{300d}']),
    ("\u{300e}", "\u{300f}", &['\u{300f}']),
];

/// Returns the parts at the places `missing`, and last the query without them; it is empty if it names nothing that an article must have.
/// A query of one part has that part alone.
pub(crate) fn missing(query: &SearchQuery, missing: &[usize]) -> Vec<String> {
    let wanted: Vec<usize> = (0..query.parts.len()).filter(|at| !query.parts[*at].is_excluded).collect();
    let missing = if let [_] = wanted[..] { &wanted } else { missing };
    let mut texts: Vec<String> = missing.iter().filter_map(|at| Some(query.parts.get(*at)?.typed.clone())).collect();
    let mut rest = String::new();
    if !missing.is_empty() && missing.len() < wanted.len() {
        for (at, part) in query.parts.iter().enumerate() {
            if missing.contains(&at) {
                continue;
            }
            if !rest.is_empty() {
                rest.push(' ');
            }
            if part.is_excluded {
                rest.push('-');
            }
            let quotes = QUOTES.iter().find(|(_, _, closing)| !part.typed.contains(*closing)).unwrap_or(&QUOTES[0]);
            rest += quotes.0;
            rest += &part.typed;
            rest += quotes.1;
        }
    }
    texts.push(rest);
    texts
}
