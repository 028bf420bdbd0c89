//! What the publisher takes from the app's folder: the page template and the app's files. Trunk's output and an earlier
//! output of the publisher are both such folders; the list `app.json` tells the app's files from the rest.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use crate::digest;
use crate::error::BuildError;

/// The page template's name.
pub(crate) const TEMPLATE: &str = "app.html";

/// The list's name.
pub(crate) const LIST: &str = "app.json";

/// The app as it was built.
pub(crate) struct AppFiles {
    /// The page that Trunk wrote.
    pub(crate) template: String,
    /// The app's files by their path below the base.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

#[derive(Serialize, Deserialize)]
struct List {
    files: Vec<String>,
}

impl AppFiles {
    /// Reads an app's folder.
    pub(crate) fn read(folder: &Path) -> Result<Self, BuildError> {
        let template = folder.join(TEMPLATE);
        if !template.is_file() {
            return Err(BuildError::App { path: folder.to_owned(), reason: "it has no app.html" });
        }
        let template = std::fs::read_to_string(&template).map_err(BuildError::file("cannot read", &template))?;
        let list = folder.join(LIST);
        let names = if list.is_file() {
            let text = std::fs::read_to_string(&list).map_err(BuildError::file("cannot read", &list))?;
            serde_json::from_str::<List>(&text)?.files
        } else {
            // Fresh from Trunk: all of it is the app's.
            every_file(folder)?
        };
        let mut files = BTreeMap::new();
        for name in names {
            let path = folder.join(&name);
            files.insert(name, std::fs::read(&path).map_err(BuildError::file("cannot read", &path))?);
        }
        Ok(AppFiles { template, files })
    }

    /// A digest of the whole app, which changes with every release of it.
    pub(crate) fn release(&self) -> String {
        let parts = self.files.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]);
        digest::short(
            &parts
                .chain([self.template.as_bytes()])
                .flat_map(|part| digest::short(part).into_bytes())
                .collect::<Vec<u8>>(),
        )
    }

    /// The list, as it is written.
    pub(crate) fn list(&self) -> Result<Vec<u8>, BuildError> {
        Ok(serde_json::to_vec_pretty(&List { files: self.files.keys().cloned().collect() })?)
    }
}

fn every_file(folder: &Path) -> Result<Vec<String>, BuildError> {
    let mut names = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| BuildError::File {
            action: "cannot read",
            path: folder.to_owned(),
            source: error.into(),
        })?;
        let name = entry.path().strip_prefix(folder).ok().and_then(Path::to_str).filter(|name| *name != TEMPLATE);
        if let Some(name) = name.filter(|_| entry.file_type().is_file()) {
            names.push(name.replace('\\', "/"));
        }
    }
    Ok(names)
}
