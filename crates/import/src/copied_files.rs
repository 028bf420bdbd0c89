//! Finds the files that a page names, and gives their copies names beside the source.

use std::fs;
use std::path::{Path, PathBuf};

use super::files::PageFile;

/// The most files of one name that are told apart by numbers.
const MOST_NUMBERS: usize = 9;

/// The bytes of a file that is copied, and its name beside the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CopiedFile {
    /// Its name beside the source.
    pub(super) name: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
}

/// A file that was read, without a name yet.
#[derive(Clone, Debug)]
pub(crate) struct LoadedFile {
    /// Its name on the old site, without extension, in the form of names beside a source.
    pub(super) stem: String,
    pub(super) extension: &'static str,
    pub(super) bytes: Vec<u8>,
}

/// Names a file for a folder of sources. `pending` are the files of the same page that are not written yet. A name is taken
/// if another file with other bytes has it.
pub(crate) fn named(loaded: &LoadedFile, folder: &Path, pending: &[CopiedFile]) -> CopiedFile {
    let LoadedFile { stem, extension, bytes } = loaded;
    let numbered = (1..=MOST_NUMBERS).map(|number| match number {
        1 => format!("{stem}.{extension}"),
        _ => format!("{stem}-{number}.{extension}"),
    });
    let is_free = |name: &String| {
        let taken = pending.iter().find(|file| file.name == *name).map(|file| file.bytes.clone());
        taken.or_else(|| fs::read(folder.join(name)).ok()).is_none_or(|other| other == *bytes)
    };
    // Old sites have thousands of pictures named 1.jpg. A digest names each at once.
    let digest = || format!("{stem}-{}.{extension}", investchn_digest::short_digest(bytes));
    let name = numbered.into_iter().find(is_free).unwrap_or_else(digest);
    CopiedFile { name, bytes: bytes.clone() }
}

/// Returns the file of an address, if it is in the folder that was named.
pub(super) fn beside(page: &PageFile, address: &str) -> Option<PathBuf> {
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

/// Decodes an address; none if its percent signs do not stand for UTF-8.
pub(super) fn percent_decoded(text: &str) -> Option<String> {
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

/// Turns the name of a file into lower-case ASCII letters, digits and single hyphens; `other` stands for a name without any.
pub(super) fn kebab(file: &Path, other: &str) -> Option<String> {
    let lower = file.file_stem()?.to_str()?.to_ascii_lowercase();
    let words = lower.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name = words.collect::<Vec<_>>().join("-");
    Some(if name.is_empty() { other.to_owned() } else { name })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_kebab_case() {
        for (name, stem) in
            [("IMG_0012.jpg", "img-0012"), ("示例图.png", "picture"), ("图 2 (a).gif", "2-a"), ("a--b.png", "a-b")]
        {
            assert_eq!(kebab(Path::new(name), "picture").as_deref(), Some(stem));
        }
    }

    #[test]
    fn percent_encoded_addresses_are_decoded() {
        assert_eq!(percent_decoded("a%20%E7%94%B2.jpg").as_deref(), Some("a 甲.jpg"));
        assert_eq!(percent_decoded("a%2"), None);
    }
}
