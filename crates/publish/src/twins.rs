//! The compressed twins of a file, `.br` and `.gz` beside it, for hosts that send them as they are. It owns which files have
//! them and how hard each is pressed; writing and keeping them is the output's.

use std::io::{self, Write};

use brotli::CompressorWriter;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Below this a file travels in one packet anyhow.
const WORTH: u64 = 256;

/// What every reader downloads and is pressed as small as can be; pages and data are many, and quickly made.
const APP: [&str; 4] = ["css", "js", "svg", "wasm"];
const MANY: [&str; 5] = ["html", "json", "txt", "webmanifest", "xml"];

/// How a twin is pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Brotli,
    Gzip,
}

impl Encoding {
    /// Both.
    pub(crate) const ALL: [Encoding; 2] = [Encoding::Brotli, Encoding::Gzip];

    /// What a twin's name ends with.
    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Encoding::Brotli => ".br",
            Encoding::Gzip => ".gz",
        }
    }
}

/// The name of the file of which this is a twin; the name itself where it is none.
pub(crate) fn plain(name: &str) -> &str {
    Encoding::ALL.iter().find_map(|encoding| name.strip_suffix(encoding.suffix())).unwrap_or(name)
}

/// Whether a file of this name and length has twins.
pub(crate) fn has(name: &str, length: u64) -> bool {
    length >= WORTH && ending(name).is_some_and(|ending| APP.contains(&ending) || MANY.contains(&ending))
}

/// The twin of a file; none where it would be no smaller.
pub(crate) fn make(name: &str, bytes: &[u8], encoding: Encoding) -> io::Result<Option<Vec<u8>>> {
    let hard = ending(name).is_some_and(|ending| APP.contains(&ending));
    let mut twin = Vec::with_capacity(bytes.len() / 3);
    match encoding {
        Encoding::Brotli => {
            // A window no wider than pages are long: it is made anew for each.
            let (quality, window) = if hard { (11, 22) } else { (5, 18) };
            let mut press = CompressorWriter::new(&mut twin, 4096, quality, window);
            press.write_all(bytes)?;
            press.into_inner();
        }
        Encoding::Gzip => {
            let mut press = GzEncoder::new(&mut twin, Compression::new(if hard { 9 } else { 6 }));
            press.write_all(bytes)?;
            press.finish()?;
        }
    }
    Ok((twin.len() < bytes.len()).then_some(twin))
}

fn ending(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(_, ending)| ending)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn a_twin_is_smaller_and_holds_the_same() {
        let bytes = "示例<p>text</p>".repeat(100).into_bytes();
        for name in ["a/index.html", "app.js"] {
            let mut read = Vec::new();
            let twin = make(name, &bytes, Encoding::Brotli).unwrap().unwrap();
            brotli::Decompressor::new(twin.as_slice(), 4096).read_to_end(&mut read).unwrap();
            assert!(read == bytes && twin.len() < 100, "{name}: {}", twin.len());
            read.clear();
            let twin = make(name, &bytes, Encoding::Gzip).unwrap().unwrap();
            flate2::read::GzDecoder::new(twin.as_slice()).read_to_end(&mut read).unwrap();
            assert!(read == bytes && twin.len() < 200, "{name}: {}", twin.len());
        }
    }

    #[test]
    fn what_gains_nothing_has_no_twin() {
        assert!(has("a/index.html", 256) && has("app.wasm", 9_999));
        assert!(!has("a/index.html", 255) && !has("media/a.png", 9_999) && !has(".nojekyll", 9_999));
        let mut noise = vec![0; 300];
        blake3::Hasher::new().finalize_xof().fill(&mut noise);
        for encoding in Encoding::ALL {
            assert_eq!(make("a.json", &noise, encoding).unwrap(), None);
        }
    }
}
