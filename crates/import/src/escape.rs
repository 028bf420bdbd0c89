//! Escapes text for Markdown, so that it parses to the same text. Escapes only the characters that have a meaning in the
//! publisher's Markdown, because editors read and edit the result.

/// Escapes text at the beginning of a paragraph or list item.
pub(super) fn block(text: &str) -> String {
    let digits = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at(digits);
    if !number.is_empty() && rest.starts_with(['.', ')']) {
        // `1.` begins a list. The sign is escaped, because a digit cannot be.
        return [number, "\\", &rest[..1], &inline(&rest[1..])].concat();
    }
    match text.chars().next() {
        Some(first) if "#+-=~>".contains(first) => ["\\", &text[..1], &inline(&text[1..])].concat(),
        _ => inline(text),
    }
}

/// Escapes the text of a heading, in which a `#` at the end has a meaning too.
pub(super) fn heading(text: &str) -> String {
    inline(text).replace('#', "\\#")
}

/// Escapes the text of a table cell.
pub(super) fn cell(text: &str) -> String {
    inline(text).replace('|', "\\|")
}

/// Escapes text within a line.
pub(super) fn inline(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    for letter in text.chars() {
        if "\\`*_[]<&".contains(letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// Escapes the title of a picture, which stands in double quotes.
pub(super) fn title(text: &str) -> String {
    inline(text).replace('"', "\\\"")
}

/// Escapes the address of a link.
pub(super) fn address(address: &str) -> String {
    let mut escaped = String::with_capacity(address.len());
    for letter in address.chars() {
        match letter {
            '(' => escaped += "%28",
            ')' => escaped += "%29",
            '<' => escaped += "%3C",
            '>' => escaped += "%3E",
            '\\' => escaped += "%5C",
            '`' => escaped += "%60",
            '&' => escaped += "\\&",
            space if space.is_whitespace() => escaped += "%20",
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests;
