//! Comparing a copy of the site, a folder or a host on this machine, with the manifest of its build. It owns the comparison
//! and the two ways to read a copy.

use std::fs;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use crate::aside::{Left, MANIFEST, Manifest};
use crate::digest::Digest;
use crate::error::BuildError;

/// What a copy is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Copy {
    /// A folder.
    Folder(PathBuf),
    /// The address of the portal's base on this machine, with a slash at the end.
    Host(String),
}

impl Copy {
    /// A copy as the command line names it: an address begins with `http://`.
    pub fn parse(text: &str) -> Self {
        if text.starts_with("http://") {
            Copy::Host(text.trim_end_matches('/').to_owned() + "/")
        } else {
            Copy::Folder(text.into())
        }
    }
}

/// How a file of a copy differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// It is not there.
    Missing,
    /// Its bytes are others.
    Changed,
    /// It is there, but the build did not write it. Only seen in a folder.
    Foreign,
}

/// What a comparison found.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Files that the manifest names.
    pub files: usize,
    /// The files that differ, in the order of their names.
    pub differences: Vec<(String, Difference)>,
}

/// Compares a copy with the manifest in `aside`, the folder that a build wrote beside its output.
///
/// # Errors
/// Where the manifest cannot be read, or the host cannot be reached at all.
pub fn verify(aside: &Path, copy: &Copy) -> Result<Comparison, BuildError> {
    if let Copy::Folder(folder) = copy {
        // Else each of its files would be missing.
        fs::read_dir(folder).map_err(BuildError::file("cannot read", folder))?;
    }
    let file = aside.join(MANIFEST);
    let text = fs::read_to_string(&file).map_err(BuildError::file("cannot read", &file))?;
    let manifest: Manifest<'_> = serde_json::from_str(&text)?;
    let differs = |(name, left): (&&str, &Left)| -> Result<Option<(String, Difference)>, BuildError> {
        let difference = match read(copy, name)? {
            None => Some(Difference::Missing),
            Some(bytes) => (Digest::of(&bytes) != left.digest).then_some(Difference::Changed),
        };
        Ok(difference.map(|difference| ((*name).to_owned(), difference)))
    };
    let mut differences: Vec<_> =
        manifest.files.par_iter().map(differs).filter_map(Result::transpose).collect::<Result<_, _>>()?;
    if let Copy::Folder(folder) = copy {
        differences.extend(foreign(folder, &manifest));
    }
    differences.sort();
    Ok(Comparison { files: manifest.files.len(), differences })
}

fn read(copy: &Copy, name: &str) -> Result<Option<Vec<u8>>, BuildError> {
    match copy {
        Copy::Folder(folder) => {
            let path = folder.join(name);
            match fs::read(&path) {
                Ok(bytes) => Ok(Some(bytes)),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
                Err(error) => Err(BuildError::file("cannot read", &path)(error)),
            }
        }
        Copy::Host(base) => {
            // A folder's page is asked for as readers ask for it.
            let path = name.strip_suffix("index.html").unwrap_or(name);
            match ureq::get([base, path].concat()).call() {
                Ok(mut answer) => Ok(answer.body_mut().with_config().limit(u64::MAX).read_to_vec().ok()),
                Err(ureq::Error::StatusCode(_)) => Ok(None),
                Err(error) => Err(BuildError::Host { base: base.clone(), reason: error.to_string() }),
            }
        }
    }
}

fn foreign(folder: &Path, manifest: &Manifest<'_>) -> Vec<(String, Difference)> {
    let files = WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    let names = files.filter_map(|entry| Some(entry.path().strip_prefix(folder).ok()?.to_str()?.replace('\\', "/")));
    names.filter(|name| !manifest.files.contains_key(name.as_str())).map(|name| (name, Difference::Foreign)).collect()
}
