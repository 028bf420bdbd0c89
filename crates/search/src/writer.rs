//! The writer: articles to the files of an index. Natively only.
//!
//! [`plan`] cuts the archive into segments, [`write_segment`] makes the files of one, and [`write_index`] does all of it with the
//! articles of one segment in memory.

mod plan;
mod segment;

pub use plan::{SegmentPlan, plan};
pub use segment::{IndexFile, WrittenSegment, write_segment};

use crate::manifest::{IndexManifest, encode_manifest};
use crate::pack::PackedArticle;

/// The name of the manifest's file. All other files are named by their content.
pub const MANIFEST_FILE: &str = "manifest.bin";

/// Writes an index of articles in ascending order of time: `ids` names them, `load` returns the article with a number, and `sink`
/// takes each file. The manifest comes last.
///
/// # Errors
/// If `load` or `sink` fails.
pub fn write_index<E>(
    ids: &[&str],
    mut load: impl FnMut(usize) -> Result<PackedArticle, E>,
    mut sink: impl FnMut(IndexFile) -> Result<(), E>,
) -> Result<IndexManifest, E> {
    let mut manifest = IndexManifest::default();
    for segment in plan(ids).into_iter().rev() {
        let written = write_segment(segment.articles.map(&mut load), segment.is_open)?;
        let Some(written) = written else { continue };
        manifest.segments.push(written.entry);
        written.files.into_iter().try_for_each(&mut sink)?;
    }
    sink(manifest_file(&manifest))?;
    Ok(manifest)
}

/// Encodes the manifest.
pub fn manifest_file(manifest: &IndexManifest) -> IndexFile {
    IndexFile { path: MANIFEST_FILE.to_owned(), bytes: encode_manifest(manifest) }
}
