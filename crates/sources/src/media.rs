//! The files beside an article that are published in `media/`, each named by its content. Bytes stay on disk until they are
//! written.

use std::path::{Path, PathBuf};

use investchn_digest::{Digest, FileStamp};

use investchn_files::Files;
use investchn_files::SourceError;

/// A file beside an article, and the files that are published for it.
#[derive(Clone, Debug)]
pub struct MediaFile {
    pub(crate) path: PathBuf,
    /// The stamp of the file when it was read; none if the file was too young to have a reliable stamp.
    pub(crate) stamp: Option<FileStamp>,
    /// The published files, each by its path below the base, with the file that has its bytes.
    pub(crate) published: Vec<(String, PathBuf)>,
}

/// A file beside an article that was read.
pub(crate) struct ReadFile {
    pub(crate) path: PathBuf,
    /// The stamp of the file; none if the file is too young to have a reliable stamp.
    pub(crate) stamp: Option<FileStamp>,
    pub(crate) bytes: Vec<u8>,
    /// The digest of the bytes.
    pub(crate) digest: Digest,
}

/// Returns true if a name is that of a file in the article's folder, and no address.
pub(crate) fn is_beside(name: &str) -> bool {
    !name.is_empty() && !name.contains(['/', '\\', ':']) && name != ".."
}

/// Reads a file beside an article.
///
/// # Errors
/// If there is no such file, or it cannot be read.
pub(crate) fn read(files: &dyn Files, article: &Path, name: &str) -> Result<ReadFile, SourceError> {
    let path = article.with_file_name(name);
    let stamp = Some(files.stamp(&path)?).filter(|stamp| stamp.is_settled());
    let bytes = files.read(&path)?;
    let digest = Digest::of(&bytes);
    Ok(ReadFile { path, stamp, bytes, digest })
}

/// Returns the path of a published file. Signs in the name that would change the meaning of an address become hyphens.
pub(crate) fn published_path(stem: &str, digest: Digest, extension: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || ['-', '_', '.'].contains(&letter);
    let stem: String = stem.chars().map(|letter| if is_plain(letter) { letter } else { '-' }).collect();
    format!("media/{stem}-{}.{extension}", &digest.to_string()[..16])
}

/// Returns the name of a file without its extension.
pub(crate) fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_paths_need_no_escapes_but_those_of_letters() {
        let digest = Digest::of(b"a");
        let path = |stem: &str| published_path(stem, digest, "pdf");
        let end = format!("-{}.pdf", &digest.to_string()[..16]);
        assert_eq!(path("招商手册_2022"), format!("media/招商手册_2022{end}"));
        assert_eq!(path("100% (a)#b?c"), format!("media/100---a--b-c{end}"));
    }
}
