//! Compares a deployment of the site, a folder or a host on this machine, with the manifest of its build.

use std::fs;
use std::path::{Path, PathBuf};

use investchn_digest::Digest;
use investchn_localized::FileAction;
use investchn_state::Manifest;
use rayon::prelude::*;
use walkdir::WalkDir;

use crate::build_state::MANIFEST;
use crate::error::OutputError;

/// A deployment that can be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deployment {
    /// A folder.
    Folder(PathBuf),
    /// The address of the portal's base on this machine, with a slash at the end.
    Host(String),
}

impl Deployment {
    /// Parses a deployment from the command line. An address begins with `http://`; any other text is a folder.
    pub fn parse(text: &str) -> Self {
        if text.starts_with("http://") {
            Deployment::Host(text.trim_end_matches('/').to_owned() + "/")
        } else {
            Deployment::Folder(text.into())
        }
    }
}

/// The way in which a file of a deployment differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// The file is missing.
    Missing,
    /// The file has other bytes.
    Changed,
    /// The build did not write the file. Found in folders only, because hosts do not list their files.
    Unexpected,
}

/// The result of a comparison.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Number of files in the manifest.
    pub files: usize,
    /// The files that differ, sorted by name.
    pub differences: Vec<(String, Difference)>,
}

/// Compares a deployment with the manifest in `state`, the folder that a build wrote beside its output.
///
/// # Errors
/// If the manifest cannot be read, or the host cannot be reached.
pub fn verify(state: &Path, deployment: &Deployment) -> Result<Comparison, OutputError> {
    if let Deployment::Folder(folder) = deployment {
        // If the folder cannot be read, every file would be reported as missing.
        fs::read_dir(folder).map_err(OutputError::file(FileAction::Read, folder))?;
    }
    let file = state.join(MANIFEST);
    let bytes = fs::read(&file).map_err(OutputError::file(FileAction::Read, &file))?;
    let manifest = Manifest::open(bytes).ok_or(OutputError::Broken(file))?;
    let differs = |row: usize| -> Result<Option<(String, Difference)>, OutputError> {
        let (name, digest) = (manifest.name(row), manifest.record(row).map(|record| record.digest));
        let difference = match read(deployment, name)? {
            None => Some(Difference::Missing),
            Some(bytes) => (Some(Digest::of(&bytes)) != digest).then_some(Difference::Changed),
        };
        Ok(difference.map(|difference| (name.to_owned(), difference)))
    };
    let mut differences: Vec<_> =
        (0..manifest.len()).into_par_iter().map(differs).filter_map(Result::transpose).collect::<Result<_, _>>()?;
    if let Deployment::Folder(folder) = deployment {
        differences.extend(unexpected(folder, &manifest));
    }
    differences.sort();
    Ok(Comparison { files: manifest.len(), differences })
}

fn read(deployment: &Deployment, name: &str) -> Result<Option<Vec<u8>>, OutputError> {
    match deployment {
        Deployment::Folder(folder) => {
            let path = folder.join(name);
            match fs::read(&path) {
                Ok(bytes) => Ok(Some(bytes)),
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
                Err(error) => Err(OutputError::file(FileAction::Read, &path)(error)),
            }
        }
        Deployment::Host(base) => {
            // Requests the page of a folder by the address that readers use.
            let path = name.strip_suffix("index.html").unwrap_or(name);
            match ureq::get([base, path].concat()).call() {
                Ok(mut answer) => Ok(answer.body_mut().with_config().limit(u64::MAX).read_to_vec().ok()),
                Err(ureq::Error::StatusCode(_)) => Ok(None),
                Err(error) => Err(OutputError::Host { base: base.clone(), source: Box::new(error) }),
            }
        }
    }
}

fn unexpected(folder: &Path, manifest: &Manifest) -> Vec<(String, Difference)> {
    let files = WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    let names = files.filter_map(|entry| Some(entry.path().strip_prefix(folder).ok()?.to_str()?.replace('\\', "/")));
    names.filter(|name| manifest.find(name).is_none()).map(|name| (name, Difference::Unexpected)).collect()
}
