//! The files that the publisher takes from the app's folder: the page template and the app's own files. The folder is either
//! the output of Trunk or an earlier output of the publisher, in which the list `app.json` tells the app's files from the rest.
//! From the output of the last release it also keeps the files that open pages and partners' pages may still request.

use std::collections::BTreeMap;
use std::path::Path;

use investchn_artifacts::{Caching, Class};
use investchn_model::published::{APP_LIST, APP_TEMPLATE, EMBED_SCRIPT, is_for_partners};
use investchn_output::KEPT_RELEASES;
use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use crate::error::SiteError;
use investchn_digest::short_digest;
use investchn_localized::localized;

/// The app as it was built.
pub struct AppFiles {
    /// The page that Trunk wrote.
    pub template: String,
    /// The app's files by their path below the base.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
    /// The files that partners' pages load. They are not part of the app, so that they do not change with each release of it.
    pub(crate) embeds: BTreeMap<String, Vec<u8>>,
    /// The partners' script of this and of every earlier release, under names that contain a hash of the bytes.
    pub(crate) pinned: BTreeMap<String, Vec<u8>>,
    /// The files that are kept from earlier releases.
    pub(crate) earlier: Earlier,
}

/// The files of earlier releases whose names contain a hash of their bytes.
#[derive(Default)]
pub(crate) struct Earlier {
    /// The names of the files of each release, the latest release first.
    pub(crate) releases: Vec<Vec<String>>,
    /// The bytes of the files, by name.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

/// The list of the app's files, as earlier and later builds read it.
#[derive(Serialize, Deserialize, schemars::JsonSchema)]
pub(crate) struct AppList {
    /// The files of this release, by their paths below the base.
    files: Vec<String>,
    /// The files of each earlier release that are kept, the latest release first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    earlier: Vec<Vec<String>>,
    /// The hashed names of the partners' script, which partners may have pinned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pinned: Vec<String>,
}

impl AppFiles {
    /// Reads an app's folder.
    ///
    /// # Errors
    /// If the folder is not a built app, or a file of it cannot be read.
    pub fn read(folder: &Path) -> Result<Self, SiteError> {
        let template = folder.join(APP_TEMPLATE);
        if !template.is_file() {
            return Err(SiteError::App {
                path: folder.to_owned(),
                missing: localized!(zh "其中没有 app.html", en "it has no app.html"),
            });
        }
        let template = std::fs::read_to_string(&template).map_err(SiteError::unreadable(&template))?;
        let list = folder.join(APP_LIST);
        // Trunk writes no list: every file is the app's.
        let AppList { files, earlier, pinned } = if list.is_file() {
            read_list(&list)?
        } else {
            AppList { files: every_file(folder)?, earlier: Vec::new(), pinned: Vec::new() }
        };
        let (embeds, files) = read_files(folder, files)?.into_iter().partition(|(name, _)| is_for_partners(name));
        let pinned = read_files(folder, pinned)?;
        let mut app = AppFiles { template, files, embeds, pinned, earlier: Earlier::default() };
        app.pinned.extend(app.script().map(|(name, bytes)| (name, bytes.to_vec())));
        app.earlier = app.read_earlier(folder, earlier)?;
        Ok(app)
    }

    /// Returns the partners' script and its hashed name; none if the app was built before there were embeds.
    pub(crate) fn script(&self) -> Option<(String, &[u8])> {
        let bytes = self.embeds.get(EMBED_SCRIPT)?;
        Some((format!("embed-{}.js", short_digest(bytes)), bytes))
    }

    /// Reads the files of earlier releases from an earlier output, except those that the app has as well.
    fn read_earlier(&self, folder: &Path, releases: Vec<Vec<String>>) -> Result<Earlier, SiteError> {
        let names = releases.iter().flatten().filter(|name| !self.files.contains_key(*name)).cloned().collect();
        Ok(Earlier { files: read_files(folder, names)?, releases })
    }

    /// Keeps the files of the release in an earlier output, and those that it kept of releases before.
    ///
    /// # Errors
    /// If the folder is not an output of the publisher, or a file of it cannot be read.
    pub fn keep_earlier(&mut self, previous: &Path) -> Result<(), SiteError> {
        let path = previous.join(APP_LIST);
        if !path.is_file() {
            return Err(SiteError::Previous(previous.to_owned()));
        }
        let AppList { files, earlier, pinned } = read_list(&path)?;
        let last: Vec<String> =
            files.into_iter().filter(|name| Class::of(name).treatment().caching == Caching::Immutable).collect();
        // A release that is published again keeps its list of earlier releases.
        let is_new = last.iter().any(|name| !self.files.contains_key(name));
        let mut releases: Vec<Vec<String>> = is_new.then_some(last).into_iter().chain(earlier).collect();
        releases.truncate(KEPT_RELEASES);
        self.earlier = self.read_earlier(previous, releases)?;
        // Pinned scripts are kept for as long as the portal exists, since a partner who has pinned one does not update it.
        self.pinned.extend(read_files(previous, pinned)?);
        Ok(())
    }

    /// Returns a digest of the whole app, which changes with every release.
    pub(crate) fn release(&self) -> String {
        let parts = self.files.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]);
        short_digest(
            &parts
                .chain([self.template.as_bytes()])
                .flat_map(|part| short_digest(part).into_bytes())
                .collect::<Vec<u8>>(),
        )
    }

    /// Returns the list of the app's files, `app.json`.
    pub(crate) fn list(&self) -> Result<Vec<u8>, SiteError> {
        Ok(serde_json::to_vec_pretty(&AppList {
            files: self.files.keys().chain(self.embeds.keys()).cloned().collect(),
            earlier: self.earlier.releases.clone(),
            pinned: self.pinned.keys().cloned().collect(),
        })?)
    }
}

fn read_list(path: &Path) -> Result<AppList, SiteError> {
    let text = std::fs::read_to_string(path).map_err(SiteError::unreadable(path))?;
    serde_json::from_str(&text).map_err(|source| SiteError::Broken { path: path.to_owned(), source })
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
