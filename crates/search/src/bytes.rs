//! Whole bytes of the format: the header, varints, texts. Every length is compared with what is left before it is used.

use crate::error::FormatError;

/// The version of all files of an index. A change of the format, of folding or of the hashes of terms raises it.
pub(crate) const VERSION: u8 = 1;
/// The first bytes of every file; the kind and the version follow.
const MAGIC: &[u8] = b"ICs";

/// The most texts of a list. An empty one needs a byte in a file and 24 in memory.
pub(crate) const MOST_TEXTS: u32 = 64;

/// The kinds of files.
#[derive(Clone, Copy)]
pub(crate) enum FileKind {
    Manifest = b'm' as isize,
    Shard = b's' as isize,
    Pack = b't' as isize,
}

/// Reads a file from its beginning.
pub(crate) struct ByteReader<'a> {
    rest: &'a [u8],
}

impl<'a> ByteReader<'a> {
    /// Reads the header.
    pub(crate) fn open(bytes: &'a [u8], kind: FileKind) -> Result<Self, FormatError> {
        let rest = bytes.strip_prefix(MAGIC).and_then(|rest| rest.strip_prefix(&[kind as u8]));
        match rest.ok_or(FormatError::Foreign)? {
            [VERSION, rest @ ..] => Ok(ByteReader { rest }),
            [found, ..] => Err(FormatError::Version { found: *found, expected: VERSION }),
            [] => Err(FormatError::Broken),
        }
    }

    pub(crate) fn number(&mut self) -> Result<u32, FormatError> {
        let mut number = 0_u64;
        for shift in (0..35).step_by(7) {
            let [byte] = self.take()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return u32::try_from(number).map_err(|_| FormatError::Broken);
            }
        }
        Err(FormatError::Broken)
    }

    /// Reads a number within bounds.
    pub(crate) fn number_in(&mut self, bounds: std::ops::RangeInclusive<u32>) -> Result<u32, FormatError> {
        self.number().and_then(|number| if bounds.contains(&number) { Ok(number) } else { Err(FormatError::Broken) })
    }

    /// Reads the number of parts that follow, each of which has at least one byte.
    pub(crate) fn count(&mut self) -> Result<usize, FormatError> {
        let count = self.number()? as usize;
        if count > self.rest.len() { Err(FormatError::Broken) } else { Ok(count) }
    }

    pub(crate) fn text(&mut self) -> Result<String, FormatError> {
        let length = self.number()? as usize;
        let (text, rest) = self.rest.split_at_checked(length).ok_or(FormatError::Broken)?;
        self.rest = rest;
        str::from_utf8(text).map(str::to_owned).map_err(|_| FormatError::Broken)
    }

    pub(crate) fn texts(&mut self) -> Result<Vec<String>, FormatError> {
        (0..self.number_in(0..=MOST_TEXTS)?).map(|_| self.text()).collect()
    }

    pub(crate) fn take<const N: usize>(&mut self) -> Result<[u8; N], FormatError> {
        let (part, rest) = self.rest.split_first_chunk().ok_or(FormatError::Broken)?;
        self.rest = rest;
        Ok(*part)
    }

    pub(crate) fn rest(self) -> &'a [u8] {
        self.rest
    }

    /// Fails if bytes are left.
    pub(crate) fn end(self) -> Result<(), FormatError> {
        if self.rest.is_empty() { Ok(()) } else { Err(FormatError::Broken) }
    }
}

/// Begins a file.
#[cfg(feature = "write")]
pub(crate) fn header(kind: FileKind) -> Vec<u8> {
    [MAGIC, &[kind as u8, VERSION]].concat()
}

#[cfg(feature = "write")]
pub(crate) fn put_number(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    bytes.push(number.to_le_bytes()[0]);
}

#[cfg(feature = "write")]
pub(crate) fn put_text(bytes: &mut Vec<u8>, text: &str) {
    put_count(bytes, text.len());
    bytes.extend(text.as_bytes());
}

#[cfg(feature = "write")]
pub(crate) fn put_texts(bytes: &mut Vec<u8>, texts: &[String]) {
    put_count(bytes, texts.len());
    texts.iter().for_each(|text| put_text(bytes, text));
}

/// Texts and lists of one article are shorter than 4 GB.
#[cfg(feature = "write")]
pub(crate) fn put_count(bytes: &mut Vec<u8>, count: usize) {
    put_number(bytes, u32::try_from(count).unwrap_or(u32::MAX));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_texts_are_read_as_they_were_written() {
        let mut bytes = header(FileKind::Pack);
        [0, 127, 128, u32::MAX].into_iter().for_each(|number| put_number(&mut bytes, number));
        put_texts(&mut bytes, &["甲".to_owned(), String::new()]);
        let mut reader = ByteReader::open(&bytes, FileKind::Pack).unwrap();
        assert_eq!([(); 4].map(|()| reader.number().unwrap()), [0, 127, 128, u32::MAX]);
        assert_eq!(reader.texts().unwrap(), ["甲", ""]);
        assert_eq!(reader.end(), Ok(()));
    }

    #[test]
    fn foreign_files_and_other_versions_are_told_apart() {
        let open = |bytes: &[u8]| ByteReader::open(bytes, FileKind::Shard).map(|_| ());
        assert_eq!(open(b"<!doctype html>"), Err(FormatError::Foreign));
        assert_eq!(open(&header(FileKind::Pack)), Err(FormatError::Foreign));
        assert_eq!(open(b"ICss\x63"), Err(FormatError::Version { found: 0x63, expected: VERSION }));
        assert_eq!(open(b"ICss"), Err(FormatError::Broken));
    }

    #[test]
    fn lengths_beyond_the_end_are_errors() {
        let reader = |bytes: &'static [u8]| ByteReader { rest: bytes };
        assert_eq!(reader(b"\xff\xff\xff\xff\x0f").text(), Err(FormatError::Broken));
        assert_eq!(reader(b"\xff\xff\xff\xff\x0f").count(), Err(FormatError::Broken));
        assert_eq!(reader(b"\xff\xff\xff\xff\x1f").number(), Err(FormatError::Broken));
        assert_eq!(reader(b"\xff\xff\xff\xff\xff\x00").number(), Err(FormatError::Broken));
    }
}
