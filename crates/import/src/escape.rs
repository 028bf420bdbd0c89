//! Text as Markdown that is read as that very text. It owns which characters mean something to the publisher's Markdown,
//! and escapes no others, since people edit what it writes.

/// Text that begins a paragraph or an item.
pub(super) fn block(text: &str) -> String {
    let digits = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at(digits);
    if !number.is_empty() && rest.starts_with(['.', ')']) {
        // `1.` begins a list; the sign is escaped, since a digit cannot be.
        return [number, "\\", &rest[..1], &inline(&rest[1..])].concat();
    }
    match text.chars().next() {
        Some(first) if "#+-=~>".contains(first) => ["\\", &text[..1], &inline(&text[1..])].concat(),
        _ => inline(text),
    }
}

/// Text of a heading, where signs at the end mean something too.
pub(super) fn heading(text: &str) -> String {
    inline(text).replace('#', "\\#")
}

/// Text of a table's cell.
pub(super) fn cell(text: &str) -> String {
    inline(text).replace('|', "\\|")
}

/// Text within a line.
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

/// An address as a link's target.
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
