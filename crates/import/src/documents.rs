//! Reads the documents that a page links to. A document is accepted if the publisher takes it as an attachment.

use std::fs;

use investchn_sources::attachment_extension;

use super::copied_files::{LoadedFile, beside, kebab, percent_decoded};
use super::files::PageFile;

/// Reads a document by the address on the page.
pub(crate) fn load(page: &PageFile, address: &str) -> Option<LoadedFile> {
    let path = beside(page, address)?;
    let extension = attachment_extension(path.file_name()?.to_str()?)?;
    let bytes = fs::read(&path).ok().filter(|bytes| !bytes.is_empty())?;
    Some(LoadedFile { stem: kebab(&path, "document")?, extension, bytes })
}

/// Returns the name of a document on the old site, as the text of a link that has none.
pub(super) fn name(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    percent_decoded(name).filter(|name| !name.contains(char::is_control)).unwrap_or_else(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_document_is_the_end_of_its_address() {
        assert_eq!(name("/d/file/%E7%9B%AE%E5%BD%95.xls?v=1"), "目录.xls");
        assert_eq!(name("..\\d\\a%2.doc"), "a%2.doc");
    }
}
