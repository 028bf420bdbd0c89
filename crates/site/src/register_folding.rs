//! The folding of the register's filter: what `crates/search` does to text, as a list of the few characters that matter to the rows.
//! So the app folds as the search does, and readers who never search do not download the tables.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use investchn_model::RegisterRows;
use investchn_search::fold;

/// A character that folds, and its folded form; a space if it vanishes.
type Pair = (char, char);

/// Returns [`RegisterRows::folding`] for the rows and provinces of the file.
pub(crate) fn folding(file: &RegisterRows) -> String {
    let names = file.provinces.iter().flat_map(|province| [province.name.as_str(), &province.pinyin]);
    let texts = names.chain([file.rows.as_str()]);
    let folded: BTreeSet<char> = texts.flat_map(str::chars).collect::<BTreeSet<char>>().into_iter().map(form).collect();
    let matters = |(_, form): &&Pair| *form == ' ' || folded.contains(form);
    pairs().iter().filter(matters).flat_map(|(letter, form)| [*letter, *form]).collect()
}

/// Returns every character outside of ASCII that folds, in order. Beyond the Basic Multilingual Plane only variation selectors do.
fn pairs() -> &'static [Pair] {
    static PAIRS: OnceLock<Vec<Pair>> = OnceLock::new();
    PAIRS.get_or_init(|| {
        let letters = ('\u{80}'..='\u{ffff}').chain('\u{e0100}'..='\u{e01ef}');
        letters.map(|letter| (letter, form(letter))).filter(|(letter, form)| letter != form).collect()
    })
}

/// Returns the folded form of a character; a space if it vanishes.
fn form(letter: char) -> char {
    fold(letter.encode_utf8(&mut [0; 4])).letters.first().copied().unwrap_or(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folding_of(rows: &str) -> Vec<String> {
        let file = RegisterRows { schema: 2, provinces: Vec::new(), rows: rows.to_owned(), folding: String::new() };
        let letters: Vec<char> = folding(&file).chars().collect();
        letters.chunks(2).map(|pair| pair.iter().collect()).filter(|pair: &String| !pair.ends_with(' ')).collect()
    }

    #[test]
    fn only_characters_that_lead_to_the_rows_are_listed() {
        assert_eq!(folding_of("苏州"), ["囌苏", "蘇苏"]);
        assert_eq!(folding_of("〇"), ["○零", "◯零", "〇零"]);
        assert_eq!(folding_of("A5"), ["５5", "Ａa", "ａa"]);
    }

    /// The list leaves out what is beyond the Basic Multilingual Plane.
    #[test]
    fn no_other_character_folds() {
        let listed: BTreeSet<char> = pairs().iter().map(|(letter, _)| *letter).collect();
        let folds = |letter: &char| form(*letter) != *letter && !letter.is_ascii();
        assert!(('\u{10000}'..=char::MAX).filter(folds).all(|letter| listed.contains(&letter)));
        assert!(pairs().is_sorted() && pairs().len() > 3_000, "{}", pairs().len());
    }

    #[test]
    fn what_has_no_width_vanishes() {
        for letter in ['\u{3000}', '\u{200b}', '\u{fe0f}', '\u{e0101}'] {
            assert!(pairs().contains(&(letter, ' ')), "{letter:?}");
        }
    }
}
