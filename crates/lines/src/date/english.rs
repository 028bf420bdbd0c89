//! Dates in English: `Tuesday, 12 May 2009`, `May 12, 2009`, `November 3rd, 2010`.

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Returns true for the name of a day of the week, or its first three letters.
pub(super) fn is_weekday(word: &str) -> bool {
    DAYS.iter().any(|day| is_name(word, day))
}

fn is_name(word: &str, name: &str) -> bool {
    let word = word.trim_end_matches(['.', ',']).to_ascii_lowercase();
    // June and July are cut to four letters or not at all.
    word == name || ((3..=4).contains(&word.len()) && name.starts_with(&word))
}

/// Parses a date at the start of a text, as `2009-05-12` and the text after it.
pub(super) fn date(text: &str) -> Option<(String, &str)> {
    if !text.starts_with(|letter: char| letter.is_ascii_alphanumeric()) {
        return None;
    }
    let (first, rest) = word(text)?;
    let (first, rest) = if is_weekday(first) { word(rest)? } else { (first, rest) };
    let (second, rest) = word(rest)?;
    let (third, rest) = word(rest)?;
    let (month, day) = match (month(first), month(second)) {
        (Some(month), None) => (month, day(second)?),
        (None, Some(month)) => (month, day(first)?),
        _ => return None,
    };
    let year = third.trim_end_matches([',', '.']);
    let is_year = year.len() == 4 && year.bytes().all(|digit| digit.is_ascii_digit());
    is_year.then(|| (format!("{year}-{month:02}-{day:02}"), rest))
}

fn month(word: &str) -> Option<usize> {
    MONTHS.iter().position(|month| is_name(word, month)).map(|at| at + 1)
}

fn day(word: &str) -> Option<u8> {
    let word = word.trim_end_matches([',', '.']);
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// Splits a text behind its first word. A comma ends a word too: `May 12,2009`.
fn word(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == ',');
    let end = text.find(|letter: char| letter.is_whitespace() || letter == ',').unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}
