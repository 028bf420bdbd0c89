//! Compressed variants of files, `.br` and `.gz` beside them, for hosts that serve precompressed files.

use std::io::{self, Write};

use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;
use investchn_artifacts::{Class, CompressionEffort};

/// Minimum length in bytes of a file with variants. A shorter file fits in one packet anyway.
const MIN_LENGTH: u64 = 256;

/// Endings of files that shrink. Pictures, fonts and the like are compressed already.
const COMPRESSIBLE: [&str; 10] = ["css", "csv", "html", "js", "json", "svg", "txt", "wasm", "webmanifest", "xml"];

/// The encoding of a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    /// All encodings.
    pub(crate) const ALL: [Encoding; 2] = [Encoding::Brotli, Encoding::Gzip];

    /// Returns the suffix of a variant's name.
    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Encoding::Brotli => ".br",
            Encoding::Gzip => ".gz",
        }
    }
}

/// Returns the name of the file that this is a variant of, or the name itself.
pub(crate) fn uncompressed_name(name: &str) -> &str {
    Encoding::ALL.iter().find_map(|encoding| name.strip_suffix(encoding.suffix())).unwrap_or(name)
}

/// Returns true if a file of this name and length, in bytes, has variants.
pub(crate) fn has_variants(name: &str, length: u64) -> bool {
    length >= MIN_LENGTH && name.rsplit_once('.').is_some_and(|(_, ending)| COMPRESSIBLE.contains(&ending))
}

/// Compresses a file; returns none if the variant would be no smaller.
pub(crate) fn compress(name: &str, bytes: &[u8], encoding: Encoding) -> io::Result<Option<Vec<u8>>> {
    let smallest = Class::of(name).treatment().compression == CompressionEffort::Smallest;
    let mut variant = Vec::with_capacity(bytes.len() / 3);
    match encoding {
        Encoding::Brotli => {
            // The window is limited to the length of a page, because it is allocated for each file.
            let (quality, window) = if smallest { (11, 22) } else { (5, 18) };
            let mut encoder = CompressorWriter::new(&mut variant, 4096, quality, window);
            encoder.write_all(bytes)?;
            encoder.into_inner();
        }
        Encoding::Gzip => {
            let mut encoder = GzEncoder::new(&mut variant, Compression::new(if smallest { 9 } else { 6 }));
            encoder.write_all(bytes)?;
            encoder.finish()?;
        }
    }
    Ok((variant.len() < bytes.len()).then_some(variant))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn a_variant_is_smaller_and_decodes_to_the_file() {
        let bytes = "示例<p>text</p>".repeat(100).into_bytes();
        for name in ["a/index.html", "app.js"] {
            let mut read = Vec::new();
            let variant = compress(name, &bytes, Encoding::Brotli).unwrap().unwrap();
            brotli::Decompressor::new(variant.as_slice(), 4096).read_to_end(&mut read).unwrap();
            assert!(read == bytes && variant.len() < 100, "{name}: {}", variant.len());
            read.clear();
            let variant = compress(name, &bytes, Encoding::Gzip).unwrap().unwrap();
            flate2::read::GzDecoder::new(variant.as_slice()).read_to_end(&mut read).unwrap();
            assert!(read == bytes && variant.len() < 200, "{name}: {}", variant.len());
        }
    }

    #[test]
    fn files_that_gain_nothing_have_no_variant() {
        assert!(has_variants("a/index.html", 256) && has_variants("app.wasm", 9_999));
        assert!(has_variants("data/register.csv", 9_999));
        assert!(
            !has_variants("a/index.html", 255)
                && !has_variants("media/a.png", 9_999)
                && !has_variants("data/search/0123456789abcdef/0.bin", 9_999)
                && !has_variants(".nojekyll", 9_999)
        );
        let mut noise = vec![0; 300];
        blake3::Hasher::new().finalize_xof().fill(&mut noise);
        for encoding in Encoding::ALL {
            assert_eq!(compress("a.json", &noise, encoding).unwrap(), None);
        }
    }
}
