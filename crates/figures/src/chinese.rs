//! Chinese numerals: 一百二十, 二〇一七, 十二.

use crate::decimal::Decimal;

/// The value of a run of Chinese numerals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Numeral {
    /// One number.
    Exact(Decimal),
    /// Perhaps this number: 百 in 百强, 十二 in 十二五.
    Perhaps(Decimal),
    /// Nothing that is one number: 三四 in 三四个.
    Unclear,
}

/// Returns true for a character of numerals.
pub(crate) fn is_numeral(letter: char) -> bool {
    digit(letter).is_some() || power(letter).is_some()
}

/// Returns the power of ten of a unit.
pub(crate) fn power(letter: char) -> Option<i32> {
    match letter {
        '十' => Some(1),
        '百' => Some(2),
        '千' => Some(3),
        '万' => Some(4),
        '亿' => Some(8),
        _ => None,
    }
}

fn digit(letter: char) -> Option<u32> {
    let at = "〇一二三四五六七八九".chars().position(|it| it == letter);
    match letter {
        '零' => Some(0),
        '两' => Some(2),
        _ => at.and_then(|at| u32::try_from(at).ok()),
    }
}

/// Reads a run of numerals.
pub(crate) fn numeral(run: &str) -> Numeral {
    let digits: Option<Vec<u32>> = run.chars().map(digit).collect();
    if let Some(digits) = digits {
        return match digits[..] {
            [one] => Numeral::Exact(one.into()),
            // 三四 may be three or four, and 一五 a plan.
            _ if digits.len() < 4 => Numeral::Unclear,
            _ => Decimal::parse(&digits.iter().map(u32::to_string).collect::<String>())
                .map_or(Numeral::Unclear, Numeral::Exact),
        };
    }
    let powers: Option<Vec<i32>> = run.chars().map(power).collect();
    if let Some(powers) = powers {
        let product = Decimal::from(1).shifted(powers.iter().sum());
        return if run == "十" { Numeral::Exact(product) } else { Numeral::Perhaps(product) };
    }
    match with_units(run) {
        Some(number) => Numeral::Exact(number),
        // 十二五 begins with a number.
        None => {
            let end = run.char_indices().next_back().map_or(0, |(end, _)| end);
            with_units(&run[..end]).map_or(Numeral::Unclear, Numeral::Perhaps)
        }
    }
}

/// Reads a number with units, the larger before the smaller: 一亿二千万, 三百零五, 十二.
fn with_units(run: &str) -> Option<Decimal> {
    let (mut total, mut section) = (Decimal::from(0), Decimal::from(0));
    // The digit before the next unit, the last unit of the section, and the last section.
    let (mut open, mut unit, mut last): (Option<u32>, i32, i32) = (None, 4, 12);
    let mut is_gap = false;
    for (index, letter) in run.chars().enumerate() {
        if letter == '零' || letter == '〇' {
            if open.is_some() {
                return None;
            }
            is_gap = true;
            continue;
        }
        if let Some(digit) = digit(letter) {
            if open.is_some() {
                return None;
            }
            open = Some(digit);
            continue;
        }
        let power = power(letter)?;
        if power == 8 && last == 4 && open.is_none() && section == Decimal::from(0) {
            // 一万亿: the units of 万亿 belong together.
            total = total.shifted(power);
            last = 0;
        } else if power >= 4 {
            if power >= last {
                return None;
            }
            section = section.plus(open.take().unwrap_or(0).into())?;
            if section == Decimal::from(0) {
                return None;
            }
            total = total.plus(section.shifted(power))?;
            (section, unit, last, is_gap) = (Decimal::from(0), 4, power, false);
        } else {
            if power >= unit || (open.is_none() && !(power == 1 && index == 0)) {
                return None;
            }
            section = section.plus(Decimal::from(open.take().unwrap_or(1)).shifted(power))?;
            (unit, is_gap) = (power, false);
        }
    }
    // 一百二 is short for 一百二十, so a last digit needs 十 or 零 before it.
    if open.is_some() && !is_gap && unit != 1 {
        return None;
    }
    total.plus(section.plus(open.unwrap_or(0).into())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_read_as_they_are_spoken() {
        let exact = |run: &str| match numeral(run) {
            Numeral::Exact(number) => number.small(),
            Numeral::Perhaps(_) | Numeral::Unclear => None,
        };
        for (run, number) in [
            ("一", 1),
            ("两", 2),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("二十一", 21),
            ("一百二十", 120),
            ("一百零五", 105),
            ("一千零五十", 1050),
            ("三万五千", 35_000),
            ("二〇一七", 2017),
            ("二零一七", 2017),
            ("一亿二千万", 120_000_000),
            ("两百", 200),
            ("一百一十", 110),
        ] {
            assert_eq!(exact(run), Some(number), "{run}");
        }
        for run in
            ["三四", "一五", "十二五", "百", "千亿", "一百二", "三四十", "二十百", "零", "亿万", "一万亿亿", "零三零"]
        {
            assert_eq!(exact(run).filter(|it| *it > 0), None, "{run}");
        }
        assert_eq!(numeral("十二五"), Numeral::Perhaps(12.into()));
        assert_eq!(numeral("千亿"), Numeral::Perhaps(Decimal::new(1, 11)));
    }
}
