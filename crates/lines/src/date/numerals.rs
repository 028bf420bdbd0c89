//! Dates in Chinese numerals, as documents sign them: 二〇一〇年八月九日.

/// Rewrites the date at the start of a text, `2010年8月9日`, and returns the text after it.
pub(super) fn date(text: &str) -> Option<(String, &str)> {
    let (year, rest) = text.split_once('年')?;
    let digits: Vec<u32> = year.chars().filter(|letter| !letter.is_whitespace()).map(digit).collect::<Option<_>>()?;
    let [_, _, _, _] = digits.as_slice() else { return None };
    let year: String = digits.iter().map(u32::to_string).collect();
    let (month, rest) = rest.split_once('月')?;
    let (day, rest) = rest.split_once(['日', '号'])?;
    Some((format!("{year}年{}月{}日", number(month)?, number(day)?), rest))
}

fn digit(letter: char) -> Option<u32> {
    match letter {
        '〇' | '○' | '零' | 'O' | '◯' => Some(0),
        '一' | '壹' => Some(1),
        '二' | '贰' => Some(2),
        '三' | '叁' => Some(3),
        '四' | '肆' => Some(4),
        '五' | '伍' => Some(5),
        '六' | '陆' => Some(6),
        '七' | '柒' => Some(7),
        '八' | '捌' => Some(8),
        '九' | '玖' => Some(9),
        other => other.to_digit(10),
    }
}

/// Reads a number up to 99: 九, 十, 十二, 二十, 三十一, and 12.
fn number(text: &str) -> Option<u32> {
    let text: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let one = |text: &str| {
        let mut letters = text.chars();
        letters.next().and_then(digit).filter(|_| letters.next().is_none())
    };
    match text.split_once(['十', '拾']) {
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { one(tens)? };
            Some(tens * 10 + if ones.is_empty() { 0 } else { one(ones)? })
        }
        None => one(&text),
    }
}
