//! What the publisher takes from the app's folder: the page template and the app's files. Trunk's output and an earlier
//! output of the publisher are both such folders; the list `app.json` tells the app's files from the rest. From the folder of
//! the release before it takes what pages that are still open, and partners' pages, may ask for.

use std::collections::BTreeMap;
use std::path::Path;

use investchn_model::artifact::{Caching, Class};
use investchn_model::published::{APP_LIST, APP_TEMPLATE, EMBED_SCRIPT, is_for_partners};
use investchn_output::KEPT_RELEASES;
use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use crate::error::SiteError;
use investchn_digest::short_digest;

/// The app as it was built.
pub struct AppFiles {
    /// The page that Trunk wrote.
    pub template: String,
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
    pub fn read(folder: &Path) -> Result<Self, SiteError> {
        let template = folder.join(APP_TEMPLATE);
        if !template.is_file() {
            return Err(SiteError::App { path: folder.to_owned(), reason: "it has no app.html" });
        }
        let template = std::fs::read_to_string(&template).map_err(SiteError::unreadable(&template))?;
        let list = folder.join(APP_LIST);
        // Fresh from Trunk there is no list: all of it is the app's.
        let List { files, earlier, pinned } = if list.is_file() {
            read_list(&list)?
        } else {
            List { files: every_file(folder)?, earlier: Vec::new(), pinned: Vec::new() }
        };
        let (embeds, files) = read_files(folder, files)?.into_iter().partition(|(name, _)| is_for_partners(name));
        let pinned = read_files(folder, pinned)?;
        let mut app = AppFiles { template, files, embeds, pinned, earlier: Earlier::default() };
        app.pinned.extend(app.script().map(|(name, bytes)| (name, bytes.to_vec())));
        app.earlier = app.beside(folder, earlier)?;
        Ok(app)
    }

    /// The partners' script, with the name that says what is in it.
    pub(crate) fn script(&self) -> Option<(String, &[u8])> {
        let bytes = self.embeds.get(EMBED_SCRIPT)?;
        Some((format!("embed-{}.js", short_digest(bytes)), bytes))
    }

    /// What an earlier output has of earlier releases.
    fn beside(&self, folder: &Path, releases: Vec<Vec<String>>) -> Result<Earlier, SiteError> {
        let names = releases.iter().flatten().filter(|name| !self.files.contains_key(*name)).cloned().collect();
        Ok(Earlier { files: read_files(folder, names)?, releases })
    }

    /// Keeps the files of the release that an earlier output holds, and of those before it.
    pub fn keep_earlier(&mut self, previous: &Path) -> Result<(), SiteError> {
        let path = previous.join(APP_LIST);
        if !path.is_file() {
            return Err(SiteError::Previous(previous.to_owned()));
        }
        let List { files, earlier, pinned } = read_list(&path)?;
        let last: Vec<String> =
            files.into_iter().filter(|name| Class::of(name).treatment().caching == Caching::Immutable).collect();
        // The same release, published again, has the same ones before it.
        let is_new = last.iter().any(|name| !self.files.contains_key(name));
        let mut releases: Vec<Vec<String>> = is_new.then_some(last).into_iter().chain(earlier).collect();
        releases.truncate(KEPT_RELEASES);
        self.earlier = self.beside(previous, releases)?;
        // As long as the portal lives: a partner who has pinned a script does not come back to look.
        self.pinned.extend(read_files(previous, pinned)?);
        Ok(())
    }

    /// A digest of the whole app, which changes with every release of it.
    pub(crate) fn release(&self) -> String {
        let parts = self.files.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]);
        short_digest(
            &parts
                .chain([self.template.as_bytes()])
                .flat_map(|part| short_digest(part).into_bytes())
                .collect::<Vec<u8>>(),
        )
    }

    /// The list, as it is written.
    pub(crate) fn list(&self) -> Result<Vec<u8>, SiteError> {
        Ok(serde_json::to_vec_pretty(&List {
            files: self.files.keys().chain(self.embeds.keys()).cloned().collect(),
            earlier: self.earlier.releases.clone(),
            pinned: self.pinned.keys().cloned().collect(),
        })?)
    }
}

fn read_list(path: &Path) -> Result<List, SiteError> {
    let text = std::fs::read_to_string(path).map_err(SiteError::unreadable(path))?;
    serde_json::from_str(&text).map_err(|error| SiteError::unreadable(path)(error.into()))
}

fn read_files(folder: &Path, names: Vec<String>) -> Result<BTreeMap<String, Vec<u8>>, SiteError> {
    let read = |name: String| {
        let path = folder.join(&name);
        let bytes = std::fs::read(&path).map_err(SiteError::unreadable(&path))?;
        Ok((name, bytes))
    };
    names.into_iter().map(read).collect()
}

fn every_file(folder: &Path) -> Result<Vec<String>, SiteError> {
    let mut names = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| SiteError::unreadable(folder)(error.into()))?;
        let name = entry.path().strip_prefix(folder).ok().and_then(Path::to_str).filter(|name| *name != APP_TEMPLATE);
        if let Some(name) = name.filter(|_| entry.file_type().is_file()) {
            names.push(name.replace('\\', "/"));
        }
    }
    Ok(names)
}
