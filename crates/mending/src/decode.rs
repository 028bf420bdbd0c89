//! Bytes to text: UTF-8, UTF-16 as Excel and the Notepad save it, and GBK for tables; line ends of old systems.

use encoding_rs::{GB18030, UTF_16BE, UTF_16LE};

/// The encoding of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileEncoding {
    /// UTF-8, with or without its mark.
    Utf8,
    /// UTF-16 with its mark, or recognised by its zeros.
    Utf16,
    /// GBK, read as GB18030, which contains it.
    Gbk,
}

impl FileEncoding {
    /// Returns the name.
    pub fn name(self) -> &'static str {
        match self {
            FileEncoding::Utf8 => "UTF-8",
            FileEncoding::Utf16 => "UTF-16",
            FileEncoding::Gbk => "GBK",
        }
    }
}

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodedFile {
    /// The text, with line feeds at the ends of lines.
    pub text: String,
    /// The encoding that the file has.
    pub encoding: FileEncoding,
    /// True if lines ended with a lone carriage return.
    pub had_lone_returns: bool,
}

/// Decodes UTF-8 and UTF-16. Returns the bytes of any other file.
///
/// # Errors
/// If the bytes are neither.
pub fn decode(bytes: Vec<u8>) -> Result<DecodedFile, Vec<u8>> {
    let utf16 = match bytes.as_slice() {
        [0xff, 0xfe, ..] => Some(UTF_16LE),
        [0xfe, 0xff, ..] => Some(UTF_16BE),
        // Text begins with +++ or with the name of a column.
        [first, 0, _, 0, ..] if *first != 0 => Some(UTF_16LE),
        [0, first, 0, _, ..] if *first != 0 => Some(UTF_16BE),
        _ => None,
    };
    if let Some(encoding) = utf16 {
        let (text, _, is_broken) = encoding.decode(&bytes);
        return if is_broken { Err(bytes) } else { Ok(with_line_feeds(text.into_owned(), FileEncoding::Utf16)) };
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(with_line_feeds(text, FileEncoding::Utf8)),
        Err(error) => Err(error.into_bytes()),
    }
}

/// Decodes a table, which may also be GBK.
///
/// # Errors
/// If the bytes are in none of these encodings.
pub fn decode_table(bytes: Vec<u8>) -> Result<DecodedFile, Vec<u8>> {
    decode(bytes).or_else(|bytes| match GB18030.decode_without_bom_handling_and_without_replacement(&bytes) {
        Some(text) => Ok(with_line_feeds(text.into_owned(), FileEncoding::Gbk)),
        None => Err(bytes),
    })
}

/// Replaces lone carriage returns by line feeds, which have the same length.
fn with_line_feeds(text: String, encoding: FileEncoding) -> DecodedFile {
    let is_lone = |at: usize| text.as_bytes().get(at + 1) != Some(&b'\n');
    if !text.match_indices('\r').any(|(at, _)| is_lone(at)) {
        return DecodedFile { text, encoding, had_lone_returns: false };
    }
    let letter = |(at, letter)| if letter == '\r' && is_lone(at) { '\n' } else { letter };
    let text = text.char_indices().map(letter).collect();
    DecodedFile { text, encoding, had_lone_returns: true }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_excel_and_old_systems_are_decoded() {
        let text = "名称\t1\n";
        let little: Vec<u8> = std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "+++\n甲".encode_utf16().flat_map(u16::to_be_bytes).collect();
        let decoded = |bytes| decode_table(bytes).map(|it| (it.text, it.encoding, it.had_lone_returns));
        assert_eq!(decoded(little), Ok((text.to_owned(), FileEncoding::Utf16, false)));
        assert_eq!(decoded(big), Ok(("+++\n甲".to_owned(), FileEncoding::Utf16, false)));
        let gbk = GB18030.encode("名称,淮安").0.into_owned();
        assert_eq!(decoded(gbk.clone()), Ok(("名称,淮安".to_owned(), FileEncoding::Gbk, false)));
        assert!(decode(gbk).is_err(), "an article is not guessed");
        assert_eq!(decoded(b"a\rb\r\nc\r".to_vec()), Ok(("a\nb\r\nc\n".to_owned(), FileEncoding::Utf8, true)));
        assert!(decode_table(vec![0x80, 0xff, 0xff]).is_err());
    }
}
