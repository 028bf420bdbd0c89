//! Finds the file of a page's picture, and gives it a name beside the source. A picture is accepted if the decoder of the
//! publisher can read it.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use image::{ImageFormat, ImageReader};

use super::files::PageFile;

/// The most pictures of one name that are told apart by numbers.
const MOST_NUMBERS: usize = 9;

/// The bytes of a picture that has a file, and its name beside the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PictureFile {
    /// Its name beside the source.
    pub(super) name: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
}

/// A picture that was read, without a name yet.
#[derive(Clone, Debug)]
pub(crate) struct LoadedPicture {
    /// The name of its file on the old site, without extension, in the form of names beside a source.
    stem: String,
    extension: &'static str,
    bytes: Vec<u8>,
}

/// Reads a picture by the address on the page.
pub(crate) fn load(page: &PageFile, address: &str) -> Option<LoadedPicture> {
    let path = beside(page, address)?;
    let bytes = fs::read(&path).ok()?;
    let extension = format(&bytes)?;
    Some(LoadedPicture { stem: kebab(path.file_stem()?.to_str()?), extension, bytes })
}

/// Names a picture for a folder of sources. `pending` are the pictures of the same page that are not written yet. A name is
/// taken if another picture with other bytes has it.
pub(crate) fn named(loaded: &LoadedPicture, folder: &Path, pending: &[PictureFile]) -> PictureFile {
    let LoadedPicture { stem, extension, bytes } = loaded;
    let numbered = (1..=MOST_NUMBERS).map(|number| match number {
        1 => format!("{stem}.{extension}"),
        _ => format!("{stem}-{number}.{extension}"),
    });
    let is_free = |name: &String| {
        let taken = pending.iter().find(|picture| picture.name == *name).map(|picture| picture.bytes.clone());
        taken.or_else(|| fs::read(folder.join(name)).ok()).is_none_or(|other| other == *bytes)
    };
    // Old sites have thousands of pictures named 1.jpg. A digest names each at once.
    let digest = || format!("{stem}-{}.{extension}", investchn_digest::short_digest(bytes));
    let name = numbered.into_iter().find(is_free).unwrap_or_else(digest);
    PictureFile { name, bytes: bytes.clone() }
}

/// Returns the file of an address, if it is in the folder that was named.
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
    // A page must not read files elsewhere on this machine.
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

/// Returns the extension of a picture that can be published; none for other formats and damaged files.
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

/// Turns a name into lower-case ASCII letters, digits and single hyphens.
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
    fn file_names_are_kebab_case() {
        for (stem, name) in [("IMG_0012", "img-0012"), ("示例图", "picture"), ("图 2 (a)", "2-a"), ("a--b", "a-b")]
        {
            assert_eq!(kebab(stem), name);
        }
    }

    #[test]
    fn percent_encoded_addresses_are_decoded() {
        assert_eq!(percent_decoded("a%20%E7%94%B2.jpg").as_deref(), Some("a 甲.jpg"));
        assert_eq!(percent_decoded("a%2"), None);
    }
}
