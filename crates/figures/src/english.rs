//! English words for numbers and months.

use crate::decimal::Decimal;

/// Returns the month of a name, or of its short form.
pub(crate) fn month(word: &str) -> Option<u32> {
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
    let at =
        MONTHS.iter().position(|name| *name == word || (word.len() >= 3 && is_short(word) && name.starts_with(word)));
    at.and_then(|at| u32::try_from(at + 1).ok())
}

fn is_short(word: &str) -> bool {
    word.len() == 3 || word == "sept"
}

/// Returns the number of a word below a hundred: `twelve`, `thirty`.
pub(crate) fn cardinal(word: &str) -> Option<u32> {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let at = |words: &[&str]| words.iter().position(|it| *it == word).and_then(|at| u32::try_from(at).ok());
    at(&SMALL).or_else(|| at(&TENS).map(|at| (at + 2) * 10))
}

/// Returns the number of a decade: 90 of `nineties`.
pub(crate) fn decade(word: &str) -> Option<u32> {
    word.strip_suffix("ies").and_then(|stem| cardinal(&[stem, "y"].concat())).filter(|number| *number >= 20)
}

/// Returns the number of an ordinal, or of a word that counts without naming a number: `second`, `both`, `dozen`.
pub(crate) fn counting(word: &str) -> Option<u32> {
    const ORDINALS: [&str; 20] = [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];
    let ordinal = ORDINALS.iter().position(|it| *it == word).and_then(|at| u32::try_from(at + 1).ok());
    ordinal.or(match word {
        "once" | "single" | "a" | "an" | "another" => Some(1),
        "both" | "twice" | "pair" | "double" | "doubled" | "doubling" | "twin" | "two-fold" | "twofold" | "half" => {
            Some(2)
        }
        "triple" | "tripled" | "threefold" | "thrice" => Some(3),
        "quadruple" | "quadrupled" | "fourfold" | "quarter" | "quarters" => Some(4),
        "decade" | "decades" | "tens" => Some(10),
        "dozen" | "dozens" => Some(12),
        "century" | "centuries" => Some(100),
        _ => None,
    })
}

/// Returns the power of ten of a word or a short form after a number.
pub(crate) fn power(word: &str) -> Option<i32> {
    match word {
        "hundred" | "hundreds" => Some(2),
        "thousand" | "thousands" | "k" => Some(3),
        "million" | "millions" | "mn" | "m" => Some(6),
        "billion" | "billions" | "bn" => Some(9),
        "trillion" | "trillions" | "tn" => Some(12),
        _ => None,
    }
}

/// Reads the words of a number, in small letters, from the first one: the number, and how many words it has. None if the first is no
/// number. `and` counts if a number follows it.
pub(crate) fn spelled(words: &[&str]) -> Option<(Decimal, usize)> {
    let zero = Decimal::from(0);
    let (mut total, mut section, mut taken) = (zero, zero, 0);
    let mut least = 100;
    for (index, word) in words.iter().enumerate() {
        if let Some(number) = cardinal(word) {
            // After thirty comes at most nine; after twelve, nothing.
            if number >= least || (number == 0 && taken > 0) {
                break;
            }
            least = if number >= 20 { 10 } else { 0 };
            section = section.plus(number.into())?;
        } else if let Some(power) = power(word).filter(|_| taken > 0 && word.len() > 2) {
            if power == 2 {
                section = section.shifted(2);
                least = 100;
            } else {
                total = total.plus(section.shifted(power))?;
                (section, least) = (zero, 100);
            }
        } else if *word == "and"
            && taken > 0
            && least == 100
            && words.get(index + 1).is_some_and(|it| cardinal(it).is_some())
        {
            continue;
        } else {
            break;
        }
        taken = index + 1;
    }
    (taken > 0).then_some((total.plus(section)?, taken))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelled_numbers_are_read() {
        let read = |text: &str| {
            let words: Vec<&str> = text.split(' ').collect();
            spelled(&words).and_then(|(number, taken)| Some((number.small()?, taken)))
        };
        for (text, expected) in [
            ("twelve zones", (12, 1)),
            ("twenty one", (21, 2)),
            ("one hundred and twenty", (120, 4)),
            ("two hundred", (200, 2)),
            ("five million", (5_000_000, 2)),
            ("one hundred and five thousand three hundred", (105_300, 7)),
            ("one and two", (1, 1)),
            ("thirty twelve", (30, 1)),
            ("two three", (2, 1)),
        ] {
            assert_eq!(read(text), Some(expected), "{text}");
        }
        assert_eq!(read("hundred"), None);
        assert_eq!((month("sept"), month("may"), month("ma"), month("decent")), (Some(9), Some(5), None, None));
    }
}
