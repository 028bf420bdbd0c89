//! Folding of single characters other than traditional ones: width, capitals, zeros; and what vanishes.

/// Returns the small, half-width form of a character outside of ASCII. Covers Latin, Greek and Cyrillic letters; the tables of all
/// scripts would be larger than the rest of the reader.
pub(super) fn to_small(letter: char) -> char {
    match letter {
        // Full-width letters, digits and signs.
        '\u{ff01}'..='\u{ff5e}' => shifted(letter, -0xfee0).to_ascii_lowercase(),
        // The ideographic zero, and the circles that are typed for it. Not a literal, because words of the portal are elsewhere.
        '\u{3007}' | '\u{25cb}' | '\u{25ef}' => '\u{96f6}',
        'À'..='Ö' | 'Ø'..='Þ' => shifted(letter, 32),
        'Ÿ' => 'ÿ',
        'Ā'..='ķ' if letter != 'ı' && letter != 'İ' => even_to_odd(letter),
        'Ĺ'..='ň' => odd_to_even(letter),
        'Ŋ'..='ŷ' => even_to_odd(letter),
        'Ź'..='ž' => odd_to_even(letter),
        'Ǎ'..='ǜ' => odd_to_even(letter),
        'Ș'..='ț' | 'Ḁ'..='ẕ' | 'Ạ'..='ỹ' => even_to_odd(letter),
        'Ά' => 'ά',
        'Έ'..='Ί' => shifted(letter, 37),
        'Ό' => 'ό',
        'Ύ' | 'Ώ' => shifted(letter, 63),
        'Α'..='Ρ' | 'Σ'..='Ϋ' => shifted(letter, 32),
        'ς' => 'σ',
        'А'..='Я' => shifted(letter, 32),
        'Ѐ'..='Џ' => shifted(letter, 80),
        'Ѡ'..='ҁ' | 'Ҋ'..='ҿ' | 'Ӑ'..='ԯ' => even_to_odd(letter),
        // Roman numerals and circled letters.
        'Ⅰ'..='Ⅿ' => shifted(letter, 16),
        'Ⓐ'..='Ⓩ' => shifted(letter, 26),
        other => other,
    }
}

/// Returns true for what has no width of its own: zero-width spaces and joiners, soft hyphens, variation selectors.
pub(super) fn is_ignored(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Returns true for a Han character, for kana and for Chinese punctuation, beside which white space has no meaning.
pub(super) fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{33ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{20000}'..='\u{3fffd}')
}

fn shifted(letter: char, by: i32) -> char {
    u32::from(letter).checked_add_signed(by).and_then(char::from_u32).unwrap_or(letter)
}

/// Capitals have even numbers, their small letters follow.
fn even_to_odd(letter: char) -> char {
    shifted(letter, i32::from(u32::from(letter).is_multiple_of(2)))
}

/// Capitals have odd numbers, their small letters follow.
fn odd_to_even(letter: char) -> char {
    shifted(letter, i32::from(!u32::from(letter).is_multiple_of(2)))
}
