//! What the publisher takes from the app's folder: the page template and the app's files. Trunk's output and an earlier
//! output of the publisher are both such folders; the list `app.json` tells the app's files from the rest. From the folder of
//! the release before it takes what pages that are still open, and partners' pages, may ask for.

use std::collections::BTreeMap;
use std::path::Path;

use investchn_model::route::EMBED_BUILDER_PATH;
use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use crate::digest;
use crate::error::BuildError;
use crate::hosts;

/// How many releases' files stay beside the newest's: pages that were opened with them go on.
pub(crate) const RELEASES: usize = 3;

/// The page template's name.
pub(crate) const TEMPLATE: &str = "app.html";

/// The list's name.
pub(crate) const LIST: &str = "app.json";

/// The partners' script's name, which never changes.
pub(crate) const EMBED: &str = "embed.js";

/// The app as it was built.
pub(crate) struct AppFiles {
    /// The page that Trunk wrote.
    pub(crate) template: String,
    /// The app's files by their path below the base.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// What partners' pages load; no part of the app, so that it has its own pace.
    pub(crate) embeds: BTreeMap<String, Vec<u8>>,
    /// The partners' script by names that say what is in it: this release's and all before it.
    pub(crate) pinned: BTreeMap<String, Vec<u8>>,
    /// The files of earlier releases that stay.
    pub(crate) earlier: Earlier,
}

/// The files of earlier releases whose names say what is in them.
#[derive(Default)]
pub(crate) struct Earlier {
    /// Their names, the latest release first.
    pub(crate) releases: Vec<Vec<String>>,
    /// What is in them.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

#[derive(Serialize, Deserialize)]
struct List {
    files: Vec<String>,
    /// Of each earlier release that is still there, the latest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    earlier: Vec<Vec<String>>,
    /// The partners' script by the names that some may have pinned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pinned: Vec<String>,
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
        // Fresh from Trunk there is no list: all of it is the app's.
        let List { files, earlier, pinned } = if list.is_file() {
            read_list(&list)?
        } else {
            List { files: every_file(folder)?, earlier: Vec::new(), pinned: Vec::new() }
        };
        let (embeds, files) = read_files(folder, files)?.into_iter().partition(|(name, _)| is_embed(name));
        let pinned = read_files(folder, pinned)?;
        let mut app = AppFiles { template, files, embeds, pinned, earlier: Earlier::default() };
        app.pinned.extend(app.script().map(|(name, bytes)| (name, bytes.to_vec())));
        app.earlier = app.beside(folder, earlier)?;
        Ok(app)
    }

    /// The partners' script, with the name that says what is in it.
    pub(crate) fn script(&self) -> Option<(String, &[u8])> {
        let bytes = self.embeds.get(EMBED)?;
        Some((format!("embed-{}.js", digest::short(bytes)), bytes))
    }

    /// What an earlier output has of earlier releases.
    fn beside(&self, folder: &Path, releases: Vec<Vec<String>>) -> Result<Earlier, BuildError> {
        let names = releases.iter().flatten().filter(|name| !self.files.contains_key(*name)).cloned().collect();
        Ok(Earlier { files: read_files(folder, names)?, releases })
    }

    /// Keeps the files of the release that an earlier output holds, and of those before it.
    pub(crate) fn keep_earlier(&mut self, previous: &Path) -> Result<(), BuildError> {
        let path = previous.join(LIST);
        if !path.is_file() {
            return Err(BuildError::Previous(previous.to_owned()));
        }
        let List { files, earlier, pinned } = read_list(&path)?;
        let last: Vec<String> = files.into_iter().filter(|name| hosts::is_hashed(name)).collect();
        // The same release, published again, has the same ones before it.
        let is_new = last.iter().any(|name| !self.files.contains_key(name));
        let mut releases: Vec<Vec<String>> = is_new.then_some(last).into_iter().chain(earlier).collect();
        releases.truncate(RELEASES);
        self.earlier = self.beside(previous, releases)?;
        // As long as the portal lives: a partner who has pinned a script does not come back to look.
        self.pinned.extend(read_files(previous, pinned)?);
        Ok(())
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
        Ok(serde_json::to_vec_pretty(&List {
            files: self.files.keys().chain(self.embeds.keys()).cloned().collect(),
            earlier: self.earlier.releases.clone(),
            pinned: self.pinned.keys().cloned().collect(),
        })?)
    }
}

/// Whether a file is a partners' page's, and not the app's.
pub(crate) fn is_embed(name: &str) -> bool {
    name == EMBED || name.starts_with(EMBED_BUILDER_PATH)
}

/// Whether a file is the partners' script by a name that some may have pinned.
pub(crate) fn is_pinned(name: &str) -> bool {
    name.starts_with("embed-") && hosts::is_hashed(name)
}

fn read_list(path: &Path) -> Result<List, BuildError> {
    let text = std::fs::read_to_string(path).map_err(BuildError::file("cannot read", path))?;
    serde_json::from_str(&text).map_err(|error| BuildError::file("cannot read", path)(error.into()))
}

fn read_files(folder: &Path, names: Vec<String>) -> Result<BTreeMap<String, Vec<u8>>, BuildError> {
    let read = |name: String| {
        let path = folder.join(&name);
        let bytes = std::fs::read(&path).map_err(BuildError::file("cannot read", &path))?;
        Ok((name, bytes))
    };
    names.into_iter().map(read).collect()
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
