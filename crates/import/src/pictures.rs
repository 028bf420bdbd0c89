//! Reads a page's pictures. A picture is accepted if the decoder of the publisher can read it.

use std::fs;
use std::io::Cursor;

use image::{ImageFormat, ImageReader};

use super::copied_files::{LoadedFile, beside, kebab};
use super::files::PageFile;

/// Reads a picture by the address on the page.
pub(crate) fn load(page: &PageFile, address: &str) -> Option<LoadedFile> {
    let path = beside(page, address)?;
    let bytes = fs::read(&path).ok()?;
    let extension = format(&bytes)?;
    Some(LoadedFile { stem: kebab(&path, "picture")?, extension, bytes })
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
