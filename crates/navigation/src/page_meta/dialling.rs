//! The addresses that dial the telephone numbers of the footer.

/// Returns the address that dials a telephone number: `tel:+8651253660867` for the shown +86-0512-53660867. After a country code
/// the trunk zero of the area code is not dialled.
pub fn tel_href(shown: &str) -> String {
    let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
    let number = match digits.strip_prefix("86").filter(|_| shown.trim_start().starts_with('+')) {
        Some(national) => ["+86", national.trim_start_matches('0')].concat(),
        None if shown.trim_start().starts_with('+') => ["+", &digits].concat(),
        None => digits,
    };
    ["tel:", &number].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_links_dial_the_international_number() {
        for (shown, href) in [
            ("+86-0512-53660867", "tel:+8651253660867"),
            ("+86 512 5366 0867", "tel:+8651253660867"),
            ("0512-53660867", "tel:051253660867"),
            ("+49 30 123456", "tel:+4930123456"),
            ("400-820-0000", "tel:4008200000"),
        ] {
            assert_eq!(tel_href(shown), href);
        }
    }
}
