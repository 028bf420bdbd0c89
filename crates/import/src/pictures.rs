//! The pictures of a page: which are held beside it, and what they are called beside the source. It owns the finding and the
//! naming; whether a picture can be published is asked of the decoder that publishes it.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::{ImageFormat, ImageReader};

use super::files::PageFile;

/// A picture that is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Held {
    /// Its name beside the source.
    pub(super) name: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
}

/// Finds a page's picture by the address that the page writes, and names it for a folder of sources. `pending` are the
/// pictures of the same page that are not written yet.
pub(super) fn find(page: &PageFile, address: &str, folder: &Path, pending: &[Held]) -> Option<Held> {
    let path = beside(page, address)?;
    let bytes = fs::read(&path).ok()?;
    let ending = format(&bytes)?;
    let stem = kebab(path.file_stem()?.to_str()?);
    (1..).map(|number| name(&stem, number, ending)).find_map(|name| {
        let taken = pending.iter().find(|held| held.name == name).map(|held| held.bytes.clone());
        match taken.or_else(|| fs::read(folder.join(&name)).ok()) {
            Some(other) if other != bytes => None,
            _ => Some(Held { name, bytes: bytes.clone() }),
        }
    })
}

fn name(stem: &str, number: usize, ending: &str) -> String {
    if number == 1 { format!("{stem}.{ending}") } else { format!("{stem}-{number}.{ending}") }
}

/// The file that an address means, if it lies in the folder that was named.
fn beside(page: &PageFile, address: &str) -> Option<PathBuf> {
    let address = address.split(['?', '#']).next()?.replace('\\', "/");
    if address.contains("://") || address.starts_with("//") || address.starts_with("data:") {
        return None;
    }
    let start = match address.strip_prefix('/') {
        Some(_) => page.root.clone(),
        None => page.path.parent()?.to_owned(),
    };
    let written = start.join(address.trim_start_matches('/'));
    let decoded = start.join(percent_decoded(address.trim_start_matches('/'))?);
    let found = [written, decoded].into_iter().find(|path| path.is_file())?;
    // A page must not fetch what lies elsewhere on this machine.
    let root = if page.root.as_os_str().is_empty() { Path::new(".") } else { &page.root };
    let inside = found.canonicalize().ok()?.starts_with(root.canonicalize().ok()?);
    inside.then_some(found)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The ending of a picture that can be published.
fn format(bytes: &[u8]) -> Option<&'static str> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let ending = match reader.format()? {
        ImageFormat::Png => "png",
        ImageFormat::Jpeg => "jpg",
        ImageFormat::WebP => "webp",
        _ => return None,
    };
    reader.decode().ok().map(|_| ending)
}

/// Small ASCII letters, digits and single hyphens.
fn kebab(stem: &str) -> String {
    let lower = stem.to_ascii_lowercase();
    let words = lower.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join("-");
    if name.is_empty() { "picture".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_fit_for_addresses() {
        for (stem, name) in [("IMG_0012", "img-0012"), ("示例图", "picture"), ("图 2 (a)", "2-a"), ("a--b", "a-b")]
        {
            assert_eq!(kebab(stem), name);
        }
    }

    #[test]
    fn addresses_are_decoded() {
        assert_eq!(percent_decoded("a%20%E7%94%B2.jpg").as_deref(), Some("a 甲.jpg"));
        assert_eq!(percent_decoded("a%2"), None);
    }
}
