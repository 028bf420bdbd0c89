//! The writer: articles to the files of an index. Natively only.
//!
//! [`plan`] cuts the archive into segments, [`write_segment`] makes the files of one, and [`write_index`] does all of it with the
//! articles of one segment in memory.

mod plan;
mod postings;
mod segment;

pub use plan::{SegmentPlan, plan};
pub use segment::{IndexFile, WrittenSegment, write_segment};

use crate::manifest::{IndexManifest, encode_manifest};
use crate::pack::PackedArticle;

/// Writes an index of articles in ascending order of time: `ids` names them, `load` returns the article with a number, and `sink`
/// takes each file. The manifest, with the path `manifest_path`, comes last.
///
/// # Errors
/// If `load` or `sink` fails.
pub fn write_index<E>(
    manifest_path: &str,
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
    sink(manifest_file(manifest_path, &manifest))?;
    Ok(manifest)
}

/// Encodes a manifest. It is the only file whose path is not named by its content.
pub fn manifest_file(path: &str, manifest: &IndexManifest) -> IndexFile {
    IndexFile { path: path.to_owned(), bytes: encode_manifest(manifest) }
}
