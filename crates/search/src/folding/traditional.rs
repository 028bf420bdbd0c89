//! The table of traditional characters: OpenCC's, see `data/README.md`.

use std::sync::OnceLock;

/// Distances of the traditional characters; then how far each simplified one is from its own, the high bytes and the low bytes. In this
/// order the table is smallest when it is compressed.
const TABLE: &[u8] = include_bytes!("traditional.bin");

/// Returns the simplified form of a traditional character, and others unchanged.
pub(super) fn to_simplified(letter: char) -> char {
    static FORMS: OnceLock<Vec<u16>> = OnceLock::new();
    let form = FORMS.get_or_init(forms).get(u32::from(letter) as usize);
    form.and_then(|form| char::from_u32(u32::from(*form))).unwrap_or(letter)
}

/// Returns the simplified form of every character of the Basic Multilingual Plane. Looking into it takes a third of the time of a search
/// among the pairs, and every character of every text is looked up.
fn forms() -> Vec<u16> {
    let mut forms: Vec<u16> = (0..=u16::MAX).collect();
    for (traditional, simplified) in decode(TABLE) {
        forms[usize::from(traditional)] = simplified;
    }
    forms
}

fn decode(table: &[u8]) -> Vec<(u16, u16)> {
    let count = usize::from(u16::from_le_bytes([table[0], table[1]]));
    let (high, low) = (table.len() - 2 * count, table.len() - count);
    let (mut at, mut letter) = (2, 0_u16);
    (0..count)
        .map(|index| {
            if table[at] == 0 {
                letter += u16::from_le_bytes([table[at + 1], table[at + 2]]);
                at += 3;
            } else {
                letter += u16::from(table[at]);
                at += 1;
            }
            (letter, letter.wrapping_add(u16::from_be_bytes([table[high + index], table[low + index]])))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    /// Derives the pairs from OpenCC's table: no pair of a character with itself, none beyond the Basic Multilingual Plane, and
    /// no simplified form that is the traditional form of another (薴, 苧, 苎).
    fn pairs() -> BTreeMap<u16, u16> {
        let number = |text: &str| text.chars().next().and_then(|letter| u16::try_from(u32::from(letter)).ok());
        let rows = include_str!("../../data/TSCharacters.txt").lines().filter(|line| !line.starts_with('#'));
        let rows = rows.filter_map(|line| line.split_once('\t'));
        let pairs = rows.filter_map(|(one, other)| Some((number(one)?, number(other)?)));
        let pairs: BTreeMap<_, _> = pairs.filter(|(one, other)| one != other).collect();
        pairs.iter().map(|(one, other)| (*one, *pairs.get(other).unwrap_or(other))).collect()
    }

    fn encode(pairs: &BTreeMap<u16, u16>) -> Vec<u8> {
        let mut table = u16::try_from(pairs.len()).unwrap().to_le_bytes().to_vec();
        let mut before = 0;
        for letter in pairs.keys() {
            match u8::try_from(letter - before) {
                Ok(distance) => table.push(distance),
                Err(_) => table.extend([&[0], &(letter - before).to_le_bytes()[..]].concat()),
            }
            before = *letter;
        }
        let distances = || pairs.iter().map(|(one, other)| other.wrapping_sub(*one).to_be_bytes());
        table.extend(distances().map(|[high, _]| high).chain(distances().map(|[_, low]| low)));
        table
    }

    #[test]
    fn traditional_characters_are_those_of_opencc() {
        let expected = encode(&pairs());
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/folding/traditional.bin"), &expected).unwrap();
            return;
        }
        assert!(TABLE == expected, "run BLESS=1 cargo test -p investchn-search traditional");
        assert!(decode(TABLE).into_iter().eq(pairs()));
    }

    #[test]
    fn folding_a_folded_character_changes_nothing() {
        for (_, simplified) in pairs() {
            let letter = char::from_u32(u32::from(simplified)).unwrap();
            assert_eq!(to_simplified(letter), letter);
        }
    }
}
