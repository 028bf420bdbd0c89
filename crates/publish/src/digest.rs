//! Digests that name files by what is in them.

use sha2::{Digest, Sha256};

/// The first 16 hexadecimal digits of the SHA-256 digest.
pub(crate) fn short(bytes: &[u8]) -> String {
    Sha256::digest(bytes)[..8].iter().map(|byte| format!("{byte:02x}")).collect()
}
