//! The digest of bytes, which names files and is stored in manifests and cache keys.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The length of a digest's text, in hexadecimal digits.
const DIGITS: usize = 32;

/// The first 16 bytes of a BLAKE3 hash. Its text has 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; Digest::LENGTH]);

impl Digest {
    /// The length in bytes.
    pub const LENGTH: usize = DIGITS / 2;

    /// Returns the digest with these bytes.
    pub fn from_bytes(bytes: [u8; Digest::LENGTH]) -> Self {
        Digest(bytes)
    }

    /// Returns its bytes.
    pub fn to_bytes(self) -> [u8; Digest::LENGTH] {
        self.0
    }

    /// Hashes bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mut digest = [0; DIGITS / 2];
        digest.copy_from_slice(&blake3::hash(bytes).as_bytes()[..DIGITS / 2]);
        Digest(digest)
    }

    /// Hashes the JSON of a value.
    ///
    /// # Errors
    /// If the value cannot be written as JSON.
    pub fn of_json(value: &impl Serialize) -> serde_json::Result<Self> {
        Ok(Digest::of(&serde_json::to_vec(value)?))
    }

    /// Calls `then` with the digest as text, without an allocation, because a manifest has hundreds of thousands of
    /// digests.
    fn with_text<T, E>(self, then: impl FnOnce(&str) -> Result<T, E>, fails: impl Fn() -> E) -> Result<T, E> {
        let mut digits = [0; DIGITS];
        hex::encode_to_slice(self.0, &mut digits).map_err(|_| fails())?;
        then(str::from_utf8(&digits).map_err(|_| fails())?)
    }
}

/// Returns the first 16 hexadecimal digits of the digest of bytes, which suffice for the name of a file.
pub fn short_digest(bytes: &[u8]) -> String {
    Digest::of(bytes).to_string()[..DIGITS / 2].to_owned()
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.with_text(|text| f.write_str(text), || fmt::Error)
    }
}

impl FromStr for Digest {
    type Err = hex::FromHexError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let mut digest = [0; DIGITS / 2];
        hex::decode_to_slice(text, &mut digest)?;
        Ok(Digest(digest))
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.with_text(|text| serializer.serialize_str(text), || serde::ser::Error::custom("a digest is no text"))
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        <&str>::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_survive_text_and_json() {
        let digest = Digest::of(b"x");
        assert_eq!(digest.to_string().parse(), Ok(digest));
        assert_eq!(serde_json::from_str::<Digest>(&serde_json::to_string(&digest).unwrap()).unwrap(), digest);
        for other in ["", "0", &"0".repeat(33), &"g".repeat(32), &"字".repeat(16)] {
            assert!(other.parse::<Digest>().is_err(), "{other}");
        }
    }
}
