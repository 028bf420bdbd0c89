//! Numbers of a few bits: Rice codes for distances and Elias gamma codes for counts. A Rice code without remainder is a bitmap, so
//! dense lists need no form of their own.

use crate::error::FormatError;

/// Reads bits, the highest bit of each byte first.
pub(crate) struct BitReader<'a> {
    bytes: &'a [u8],
    /// The position in bits.
    at: usize,
}

impl<'a> BitReader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        BitReader { bytes, at: 0 }
    }

    fn bit(&mut self) -> Result<bool, FormatError> {
        let byte = self.bytes.get(self.at / 8).ok_or(FormatError::Broken)?;
        let bit = byte >> (7 - self.at % 8) & 1;
        self.at += 1;
        Ok(bit == 1)
    }

    /// Reads a number of at most 32 bits.
    pub(crate) fn bits(&mut self, count: u32) -> Result<u32, FormatError> {
        (0..count).try_fold(0, |number, _| Ok(number << 1 | u32::from(self.bit()?)))
    }

    /// Reads a Rice code: the upper part in ones and a zero, then `low` bits.
    pub(crate) fn rice(&mut self, low: u32) -> Result<u32, FormatError> {
        let mut high = 0_u32;
        while self.bit()? {
            high += 1;
        }
        let low_bits = self.bits(low)?;
        high.checked_shl(low)
            .filter(|number| number >> low == high)
            .map(|number| number | low_bits)
            .ok_or(FormatError::Broken)
    }

    /// Reads a number of at least one: its length in zeros, then the number.
    pub(crate) fn gamma(&mut self) -> Result<u32, FormatError> {
        let mut length = 0;
        while !self.bit()? {
            length += 1;
        }
        if length > 31 { Err(FormatError::Broken) } else { Ok(1 << length | self.bits(length)?) }
    }
}

/// Returns how many low bits the Rice codes of `count` distances have that share a range of `total`.
pub(crate) fn rice_bits(total: u32, count: u32) -> u32 {
    // The mean distance times the logarithm of 2 is where half of the distances lie.
    let middle = u64::from(total) * 69 / (u64::from(count.max(1)) * 100);
    middle.checked_ilog2().unwrap_or(0).min(31)
}

/// Writes bits.
#[cfg(feature = "write")]
#[derive(Default)]
pub(crate) struct BitWriter {
    bytes: Vec<u8>,
    /// The bits after the last whole byte, in the lowest places.
    rest: u64,
    /// Their number, less than 8.
    used: u32,
}

#[cfg(feature = "write")]
impl BitWriter {
    /// Writes the lowest bits of a number, at most 32.
    pub(crate) fn bits(&mut self, number: u32, count: u32) {
        self.rest = self.rest << count | (u64::from(number) & ((1 << count) - 1));
        self.used += count;
        while self.used >= 8 {
            self.used -= 8;
            self.bytes.push((self.rest >> self.used & 0xff) as u8);
        }
    }

    pub(crate) fn rice(&mut self, number: u32, low: u32) {
        let high = number >> low;
        (0..high / 32).for_each(|_| self.bits(u32::MAX, 32));
        self.bits(u32::MAX, high % 32);
        self.bits(0, 1);
        self.bits(number, low);
    }

    pub(crate) fn gamma(&mut self, number: u32) {
        let length = number.max(1).ilog2();
        self.bits(0, length);
        self.bits(1, 1);
        self.bits(number, length);
    }

    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.bits(0, (8 - self.used) % 8);
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_they_were_written() {
        let mut bits = BitWriter::default();
        for number in [0, 1, 5, 1000, 1 << 20] {
            bits.rice(number, 13);
            bits.rice(number & 63, 0);
            bits.gamma(number + 1);
        }
        let bytes = bits.finish();
        let mut reader = BitReader::new(&bytes);
        for number in [0, 1, 5, 1000, 1 << 20] {
            assert_eq!(reader.rice(13), Ok(number));
            assert_eq!(reader.rice(0), Ok(number & 63));
            assert_eq!(reader.gamma(), Ok(number + 1));
        }
    }

    #[test]
    fn numbers_that_do_not_end_or_fit_are_errors() {
        assert_eq!(BitReader::new(&[0xff; 9]).rice(0), Err(FormatError::Broken));
        assert_eq!(BitReader::new(&[0xff, 0xff, 0x7f, 0xff, 0xff, 0xff, 0xff]).rice(31), Err(FormatError::Broken));
        assert_eq!(BitReader::new(&[0, 0, 0, 0, 0x01, 0, 0, 0, 0, 0]).gamma(), Err(FormatError::Broken));
    }
}
