//! What of a site has to go to its host, in which order, and what may be deleted there then: `deploy.json` beside the site, and
//! the same as plain lists in `deploy/`, for programs that take such. Builds add up until the upload is said to be done, so that
//! one that failed loses nothing. It owns the order; moving files is the host's own tool's.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use investchn_model::route::ENTRY_PATH;
use serde::{Deserialize, Serialize};

use crate::app_files::{self, RELEASES};
use crate::error::BuildError;
use crate::hosts;
use crate::offline;
use crate::output::{Done, replace};
use crate::twins;

/// The file's name, beside the site.
const FILE: &str = "deploy.json";

/// The folder of the plain lists, beside the site.
const LISTS: &str = "deploy";

/// The stages in their order. Whatever is there at any moment leads only to what is there already.
const STAGES: [&str; 8] = ["files", "app", "new-articles", "new-lists", "articles", "lists", "feeds", "entry"];

/// What is to be done at the host.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Deploy {
    /// To upload: one stage after another, each as a whole.
    upload: Vec<Stage>,
    /// To delete, once all of that is there.
    delete: BTreeSet<String>,
    /// What stays at the host though no page of the site names it any more: files of releases before, the latest first. Pages
    /// that were opened with them go on.
    stay: Vec<BTreeSet<String>>,
}

/// Files that may arrive in any order among themselves.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Stage {
    stage: String,
    files: BTreeSet<String>,
}

/// Adds what a build did to what is still to be uploaded, and writes it.
pub(crate) fn write(folder: &Path, done: &Done) -> Result<(), BuildError> {
    // Where nobody knows what the last build left, or what is at the host, all of it may be new there.
    let all = !done.sure || !folder.join(FILE).is_file();
    if !all && done.changed.is_empty() && done.removed.is_empty() {
        return Ok(());
    }
    let has = |name: &str| done.files.binary_search_by(|(ours, _)| ours.as_str().cmp(name)).is_ok();
    put(folder, &read(folder)?.unwrap_or_default().and(done, all, has))
}

/// Notes that everything is at the host.
pub(crate) fn done(folder: &Path) -> Result<(), BuildError> {
    let deploy = read(folder)?.ok_or_else(|| BuildError::NeverBuilt(folder.to_owned()))?;
    put(folder, &Deploy { stay: deploy.stay, ..Deploy::default() })
}

/// None where no build wrote it yet.
fn read(folder: &Path) -> Result<Option<Deploy>, BuildError> {
    let path = folder.join(FILE);
    match fs::read_to_string(&path) {
        Ok(text) => {
            serde_json::from_str(&text).map(Some).map_err(|error| BuildError::file("cannot read", &path)(error.into()))
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(BuildError::file("cannot read", &path)(error)),
    }
}

fn put(folder: &Path, deploy: &Deploy) -> Result<(), BuildError> {
    replace(&folder.join(FILE), &serde_json::to_vec(deploy)?)?;
    let lines = |names: &BTreeSet<String>| names.iter().map(|name| format!("{name}\n")).collect::<String>();
    // Every list every time, so that one script serves any build.
    for (place, name) in STAGES.iter().enumerate() {
        let files = deploy.upload.iter().find(|stage| stage.stage == *name).map(|stage| lines(&stage.files));
        let path = folder.join(LISTS).join(format!("{}-{name}.txt", place + 1));
        replace(&path, files.unwrap_or_default().as_bytes())?;
    }
    replace(&folder.join(LISTS).join("delete.txt"), lines(&deploy.delete).as_bytes())?;
    Ok(())
}

impl Deploy {
    /// With what another build did, and with `all` that the site has; `has` says what that is.
    fn and(self, done: &Done, all: bool, has: impl Fn(&str) -> bool) -> Self {
        let is_waiting = !self.upload.is_empty();
        let mut upload: Vec<Stage> =
            STAGES.map(|stage| Stage { stage: stage.to_owned(), files: BTreeSet::new() }).into();
        for Stage { stage, files } in self.upload {
            if let Some(into) = upload.iter_mut().find(|it| it.stage == stage) {
                into.files.extend(files.into_iter().filter(|name| has(name)));
            }
        }
        let all = done.files.iter().map(|(name, _)| name).filter(|_| all);
        for name in done.changed.iter().chain(all) {
            let is_listed = upload.iter().any(|stage| stage.files.contains(name));
            if !is_listed {
                upload[stage_of(name, done.added.binary_search(name).is_ok())].files.insert(name.clone());
            }
        }
        upload.retain(|stage| !stage.files.is_empty());

        // What partners have pinned stays at the host for ever.
        let removed = done.removed.iter().filter(|name| !app_files::is_pinned(twins::plain(name))).cloned();
        let (hashed, others): (BTreeSet<String>, BTreeSet<String>) = removed.partition(|name| is_of_app(name));
        let mut stay = self.stay;
        match stay.first_mut() {
            // Several builds, one upload: readers have one release's files.
            Some(last) if is_waiting => last.extend(hashed),
            _ if hashed.is_empty() => {}
            _ => stay.insert(0, hashed),
        }
        let past = stay.split_off(stay.len().min(RELEASES));
        let delete = self.delete.into_iter().chain(others).chain(past.into_iter().flatten());
        let stays = |name: &String| has(name) || stay.iter().any(|files| files.contains(name));
        let delete = delete.filter(|name| !stays(name)).collect();
        Deploy { upload, delete, stay }
    }
}

/// The app's files and their compressed twins. Pictures of articles go with their articles.
fn is_of_app(name: &str) -> bool {
    let plain = twins::plain(name);
    hosts::is_hashed(plain) && !plain.starts_with("media/")
}

/// The stage of a file, by its place in [`STAGES`].
fn stage_of(name: &str, is_new: bool) -> usize {
    let plain = twins::plain(name);
    let entry = [ENTRY_PATH, app_files::TEMPLATE, app_files::LIST, offline::WORKER, "404.html"];
    let is_feed = ["feed.xml", "feed.json"].iter().any(|feed| plain.ends_with(feed));
    if hosts::is_hashed(plain) {
        0
    } else if entry.contains(&plain) {
        7
    } else if is_feed || plain.starts_with("sitemap") || ["robots.txt", "_redirects"].contains(&plain) {
        6
    } else if app_files::is_embed(plain) && !plain.ends_with(".html") || !plain.contains('/') && !plain.contains(".htm")
    {
        1
    } else if plain.starts_with("article/") || plain.starts_with("data/article/") {
        if is_new { 2 } else { 4 }
    } else if is_new {
        3
    } else {
        5
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aside::Left;
    use crate::digest::Digest;
    use crate::stat::Stat;

    fn build(has: &[&str], added: &[&str], changed: &[&str], removed: &[&str]) -> Done {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let left = Left { digest: Digest::of(b""), key: None, stat: Stat { length: 0, modified: 0 } };
        let files = has.iter().map(|name| ((*name).to_owned(), left)).collect();
        Done {
            files,
            added: owned(added),
            changed: owned(changed),
            removed: owned(removed),
            sure: true,
            ..Done::default()
        }
    }

    fn add(deploy: Deploy, done: &Done) -> Deploy {
        deploy.and(done, !done.sure, |name| done.files.iter().any(|(ours, _)| ours == name))
    }

    /// The stages that have something to upload, and what, in one text each.
    fn uploads(deploy: &Deploy) -> Vec<(&str, String)> {
        let files = |stage: &Stage| stage.files.iter().map(String::as_str).collect::<Vec<_>>().join(" ");
        deploy.upload.iter().map(|stage| (stage.stage.as_str(), files(stage))).collect()
    }

    #[test]
    fn what_leads_somewhere_comes_after_what_it_leads_to() {
        let all = [
            "404.html",
            "app-0123456789abcdef.js",
            "article/a-1/index.html",
            "article/a-2/index.html",
            "data/site.json",
            "feed.xml",
            "index.html",
            "news/2/index.html",
            "start.js",
        ];
        let done = build(&all, &["article/a-2/index.html", "news/2/index.html"], &all, &[]);
        let deploy = add(Deploy::default(), &done);
        let expected = [
            ("files", "app-0123456789abcdef.js"),
            ("app", "start.js"),
            ("new-articles", "article/a-2/index.html"),
            ("new-lists", "news/2/index.html"),
            ("articles", "article/a-1/index.html"),
            ("lists", "index.html"),
            ("feeds", "feed.xml"),
            ("entry", "404.html data/site.json"),
        ];
        assert_eq!(uploads(&deploy), expected.map(|(stage, files)| (stage, files.to_owned())));
    }

    #[test]
    fn builds_add_up_until_the_upload_is_done() {
        let first =
            add(Deploy::default(), &build(&["a/index.html", "b/index.html"], &[], &["a/index.html"], &["c.txt"]));
        let second = add(first, &build(&["b/index.html", "c.txt"], &[], &["b/index.html", "c.txt"], &["a/index.html"]));
        let waiting: Vec<_> = uploads(&second).into_iter().map(|(_, files)| files).collect();
        assert_eq!(waiting, ["c.txt", "b/index.html"], "what is gone again is not uploaded");
        assert_eq!(second.delete, BTreeSet::from(["a/index.html".to_owned()]), "what is there again is not deleted");
    }

    #[test]
    fn files_of_the_last_three_releases_stay() {
        let name = |release: usize| format!("app-000000000000000{release}.js");
        let mut deploy = Deploy::default();
        for release in 1..=3 {
            deploy = add(deploy, &build(&[&name(release)], &[], &[&name(release)], &[&name(release - 1)]));
            assert!(deploy.delete.is_empty(), "release {release}: {:?}", deploy.delete);
            // Uploaded.
            let waiting = std::mem::take(&mut deploy.upload);
            assert_eq!(waiting.len(), 1);
        }
        deploy = add(deploy, &build(&[&name(4)], &[], &[&name(4)], &[&name(3)]));
        assert_eq!(deploy.delete, BTreeSet::from([name(0)]));
        // Never uploaded: the releases that readers have are the same as before.
        deploy = add(deploy, &build(&[&name(5)], &[], &[&name(5)], &[&name(4)]));
        assert_eq!((deploy.stay.len(), deploy.delete.contains(&name(1))), (RELEASES, false));
        // One that comes back is not deleted.
        deploy.upload.clear();
        deploy = add(deploy, &build(&[&name(0)], &[], &[&name(0)], &[&name(5)]));
        assert!(!deploy.delete.contains(&name(0)), "{:?}", deploy.delete);
    }

    #[test]
    fn all_is_listed_where_nobody_knows_what_was_left() {
        let done = Done { sure: false, ..build(&["a/index.html"], &[], &[], &[]) };
        assert_eq!(uploads(&add(Deploy::default(), &done)), [("lists", "a/index.html".to_owned())]);
    }
}
