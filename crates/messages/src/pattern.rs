//! Messages with values: a pattern such as `共 {count} 家`, which a translator can read, and its values.
//!
//! A pattern may have two forms, `{count} zone|{count} zones`: the first if the first number is 1. Chinese has one form. `{count:,}` groups
//! digits: 1,081.

use std::borrow::Cow;

use crate::reference::text;

/// A value of a message.
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> {
    /// A text.
    Text(&'a str),
    /// A number, which chooses the form.
    Number(usize),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Value::Text(text)
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Value::Number(number)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Value::Number(number as usize)
    }
}

/// Fills a pattern with its values, by name. A name without a value stays as it is, which a test of all messages excludes.
pub(crate) fn fill(pattern: &'static str, values: &[(&str, Value<'_>)]) -> String {
    let pattern = text(pattern);
    let number =
        values.iter().find_map(|(_, value)| if let Value::Number(number) = value { Some(*number) } else { None });
    let mut rest = match split(pattern, b'|') {
        Some((one, _)) if number == Some(1) => one,
        Some((_, others)) => others,
        None => pattern,
    };
    let mut filled = String::new();
    while let Some((before, (name, after))) =
        split(rest, b'{').and_then(|(before, after)| Some((before, split(after, b'}')?)))
    {
        filled.push_str(before);
        let plain = name.strip_suffix(":,").unwrap_or(name);
        let value = match values.iter().find(|(it, _)| *it == plain) {
            Some((_, Value::Text(value))) => Cow::Borrowed(*value),
            Some((_, Value::Number(value))) => Cow::Owned(value.to_string()),
            None => Cow::Borrowed(name),
        };
        if plain.len() < name.len() {
            push_grouped(&value, &mut filled)
        } else {
            filled.push_str(&value)
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// Appends a number with a comma between each three of its whole digits.
fn push_grouped(number: &str, text: &mut String) {
    let whole = split(number, b'.').map_or(number.len(), |(whole, _)| whole.len());
    for (place, digit) in number.char_indices() {
        if place > 0 && place < whole && (whole - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
}

/// Splits a text at every occurrence of an ASCII sign.
pub(crate) fn parts(text: &str, sign: u8) -> Vec<&str> {
    let (mut parts, mut rest) = (Vec::new(), text);
    while let Some((part, after)) = split(rest, sign) {
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts
}

/// Splits a text at the first occurrence of an ASCII sign. Compares bytes, because `split_once` adds two kilobytes to the wasm.
fn split(text: &str, sign: u8) -> Option<(&str, &str)> {
    let at = text.bytes().position(|byte| byte == sign)?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_where_the_pattern_names_them() {
        let values = [("zone", Value::Text("淮安{高新区}")), ("count", Value::Number(3))];
        assert_eq!(fill("{count}，{zone}，{count}", &values), "3，淮安{高新区}，3");
        assert_eq!(fill("无", &values), "无");
    }

    #[test]
    fn digits_are_grouped_where_the_pattern_asks_for_it() {
        for (number, grouped) in
            [("7", "7"), ("234", "234"), ("1081", "1,081"), ("23252.29", "23,252.29"), ("1234567", "1,234,567")]
        {
            assert_eq!(fill("{area:,} ha", &[("area", Value::Text(number))]), format!("{grouped} ha"));
        }
        assert_eq!(fill("{count:,}|{count:,} zones", &[("count", Value::Number(2625))]), "2,625 zones");
    }

    #[test]
    fn the_first_number_chooses_the_form() {
        let text = |count| {
            fill("{name}: {count} zone|{name}: {count} zones", &[("name", "a".into()), ("count", Value::Number(count))])
        };
        assert_eq!([0, 1, 2].map(text), ["a: 0 zones", "a: 1 zone", "a: 2 zones"]);
    }
}
