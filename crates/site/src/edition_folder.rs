//! The folder of one edition within the folder that is written.

use investchn_digest::Digest;
use investchn_output::OutputFolder;
use rayon::prelude::*;
use serde::Serialize;

use crate::error::SiteError;

/// Writes files below the folder of an edition. Names are paths below that folder.
#[derive(Clone, Copy)]
pub(crate) struct EditionFolder<'a> {
    output: &'a OutputFolder,
    /// The edition's folder below the portal's, with a slash at its end; empty for the first edition.
    folder: &'a str,
}

impl<'a> EditionFolder<'a> {
    pub(crate) fn new(output: &'a OutputFolder, folder: &'a str) -> Self {
        EditionFolder { output, folder }
    }

    /// Writes a file, as [`OutputFolder::put`] does.
    pub(crate) fn put(&self, name: &str, bytes: &[u8], input_digest: Option<Digest>) -> Result<(), SiteError> {
        Ok(self.output.put(&self.path(name), bytes, input_digest)?)
    }

    /// Keeps files, as [`OutputFolder::keep`] does.
    pub(crate) fn keep(&self, names: &[&str], input_digest: Digest) -> bool {
        let paths: Vec<String> = names.iter().map(|name| self.path(name)).collect();
        self.output.keep(&paths.iter().map(String::as_str).collect::<Vec<_>>(), input_digest)
    }

    /// Reads a file as the last build left it, as [`OutputFolder::last`] does.
    pub(crate) fn last(&self, name: &str) -> Option<Vec<u8>> {
        self.output.last(&self.path(name))
    }

    /// Writes a value as a JSON file.
    pub(crate) fn json(&self, name: &str, value: &impl Serialize) -> Result<(), SiteError> {
        self.put(name, &serde_json::to_vec(value)?, None)
    }

    /// Writes files on all cores.
    pub(crate) fn put_owned(&self, files: &[(String, Vec<u8>)]) -> Result<(), SiteError> {
        self.put_all(files.par_iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
    }

    /// Writes files on all cores.
    pub(crate) fn put_all<'b>(
        &self,
        files: impl ParallelIterator<Item = (&'b str, &'b [u8])>,
    ) -> Result<(), SiteError> {
        files.try_for_each(|(name, bytes)| self.put(name, bytes, None))
    }

    fn path(&self, name: &str) -> String {
        [self.folder, name].concat()
    }
}
