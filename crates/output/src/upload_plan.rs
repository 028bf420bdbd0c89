//! The upload plan: the files to upload, in order, and the files that may be deleted afterwards. It is `deploy.json` in the
//! build state; `deploy/` has the same lists as plain text for other programs. The plan accumulates from build to build until
//! an upload is marked as done, so that no file is lost if an upload fails.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use investchn_artifacts::Class;
use serde::{Deserialize, Serialize};

use crate::error::OutputError;
use crate::outcome::WriteOutcome;
use crate::precompress::uncompressed_name;
use crate::replace::replace;
use investchn_localized::FileAction;

/// The plan's file in the build state.
const FILE: &str = "deploy.json";

/// The folder of the plain lists in the build state.
const LISTS: &str = "deploy";

/// Number of earlier releases of the app whose files are kept at the host, for pages that were opened with them.
pub const KEPT_RELEASES: usize = 3;

/// The phases of an upload, in order. At any moment a file links only to files that are already at the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum UploadPhase {
    Files,
    App,
    NewArticles,
    NewLists,
    Articles,
    Lists,
    Feeds,
    Entry,
}

impl UploadPhase {
    const ALL: [UploadPhase; 8] = [
        UploadPhase::Files,
        UploadPhase::App,
        UploadPhase::NewArticles,
        UploadPhase::NewLists,
        UploadPhase::Articles,
        UploadPhase::Lists,
        UploadPhase::Feeds,
        UploadPhase::Entry,
    ];

    /// Returns the phase in which a file, or a compressed variant of it, is uploaded.
    fn of(name: &str, is_new: bool) -> Self {
        match Class::of(uncompressed_name(name)) {
            Class::Media | Class::ShareCard | Class::ReleaseFile | Class::PinnedScript | Class::SearchFile => {
                UploadPhase::Files
            }
            Class::Asset | Class::EmbedAsset => UploadPhase::App,
            Class::ArticlePage | Class::ArticleData if is_new => UploadPhase::NewArticles,
            Class::ArticlePage | Class::ArticleData => UploadPhase::Articles,
            Class::ListPage
            | Class::ListData
            | Class::JsonSchema
            | Class::FramePage
            | Class::PreviewPage
            | Class::BuilderPage
            | Class::OembedAnswer
            | Class::OldAddress => {
                if is_new {
                    UploadPhase::NewLists
                } else {
                    UploadPhase::Lists
                }
            }
            // Hits lead to articles of the phases before.
            Class::Feed | Class::CrawlerFile | Class::SearchManifest => UploadPhase::Feeds,
            Class::Entry | Class::Shell | Class::NotFoundPage => UploadPhase::Entry,
        }
    }

    /// Returns the name of the phase in the lists.
    fn name(self) -> &'static str {
        match self {
            UploadPhase::Files => "files",
            UploadPhase::App => "app",
            UploadPhase::NewArticles => "new-articles",
            UploadPhase::NewLists => "new-lists",
            UploadPhase::Articles => "articles",
            UploadPhase::Lists => "lists",
            UploadPhase::Feeds => "feeds",
            UploadPhase::Entry => "entry",
        }
    }
}

/// The steps that an upload must take at the host. Names of files to upload are borrowed from the plan's text and from the build,
/// because until the first upload is done there are hundreds of thousands.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct UploadPlan<'a> {
    /// One phase after another, each to be completed before the next.
    #[serde(borrow)]
    upload: Vec<PhaseFiles<'a>>,
    /// Files to delete after everything is uploaded.
    delete: BTreeSet<String>,
    /// Files of earlier releases that are kept at the host although the site no longer has them, the latest release first.
    stay: Vec<BTreeSet<String>>,
    /// The same for the files of search indexes, of which every article changes some: in one list with those of the app they would
    /// drive these out. A reader may be searching by the manifest of an earlier upload.
    #[serde(default)]
    stay_search: Vec<BTreeSet<String>>,
}

/// The files of a phase, which may arrive in any order.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct PhaseFiles<'a> {
    stage: UploadPhase,
    /// The names, in ascending order.
    #[serde(borrow)]
    files: Vec<FileName<'a>>,
}

/// The name of a file, which is borrowed unless JSON escapes it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
struct FileName<'a>(#[serde(borrow)] Cow<'a, str>);

/// Adds the changes of a build to the files that are still to be uploaded, and writes the plan into the build state.
///
/// # Errors
/// If the plan cannot be read or written.
pub fn write_upload_plan(folder: &Path, outcome: &WriteOutcome) -> Result<(), OutputError> {
    // If the output of the last build or the files at the host are unknown, any file may be new there.
    let all = !outcome.last_is_known || !folder.join(FILE).is_file();
    if !all && outcome.changed.is_empty() && outcome.removed.is_empty() {
        return Ok(());
    }
    let has = |name: &str| outcome.manifest.find(name).is_some();
    let text = read(folder)?;
    let plan = text.as_deref().map(|text| parse(folder, text)).transpose()?.unwrap_or_default();
    write(folder, &plan.after_build(outcome, all, has))
}

/// Marks every file as uploaded, so that the lists of the next build start empty.
///
/// # Errors
/// If no build has written a plan, or the plan cannot be read or written.
pub fn mark_deployed(folder: &Path) -> Result<(), OutputError> {
    let text = read(folder)?.ok_or_else(|| OutputError::NeverBuilt(folder.to_owned()))?;
    let plan = parse(folder, &text)?;
    write(folder, &UploadPlan { stay: plan.stay, stay_search: plan.stay_search, ..UploadPlan::default() })
}

/// Reads the text of the plan; none if no build has written one.
fn read(folder: &Path) -> Result<Option<String>, OutputError> {
    let path = folder.join(FILE);
    match fs::read_to_string(&path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(OutputError::file(FileAction::Read, &path)(error)),
    }
}

/// Parses the text of the plan.
fn parse<'a>(folder: &Path, text: &'a str) -> Result<UploadPlan<'a>, OutputError> {
    serde_json::from_str(text).map_err(|_| OutputError::Broken(folder.join(FILE)))
}

fn write(folder: &Path, plan: &UploadPlan<'_>) -> Result<(), OutputError> {
    replace(&folder.join(FILE), &serde_json::to_vec(plan)?)?;
    // Writes every list, even if it is empty, so that one script works for any build.
    for (index, phase) in UploadPhase::ALL.into_iter().enumerate() {
        let files = plan.upload.iter().filter(|it| it.stage == phase).flat_map(|it| &it.files);
        let path = folder.join(LISTS).join(format!("{}-{}.txt", index + 1, phase.name()));
        replace(&path, lines(files.map(|FileName(name)| name.as_ref())).as_bytes())?;
    }
    replace(&folder.join(LISTS).join("delete.txt"), lines(plan.delete.iter().map(String::as_str)).as_bytes())?;
    Ok(())
}

fn lines<'a>(names: impl Iterator<Item = &'a str> + Clone) -> String {
    let mut text = String::with_capacity(names.clone().map(|name| name.len() + 1).sum());
    for name in names {
        text.push_str(name);
        text.push('\n');
    }
    text
}

impl<'a> UploadPlan<'a> {
    /// Returns the plan after another build. With `all`, every file of the site is uploaded; `has` returns true for the files
    /// of the site.
    fn after_build(self, outcome: &'a WriteOutcome, all: bool, has: impl Fn(&str) -> bool) -> Self {
        let is_waiting = !self.upload.is_empty();
        let mut upload = UploadPhase::ALL.map(|stage| PhaseFiles { stage, files: Vec::new() });
        for PhaseFiles { stage, files } in self.upload {
            upload[stage as usize].files.extend(files.into_iter().filter(|FileName(name)| has(name)));
        }
        let waiting = upload.each_ref().map(|it| it.files.len());
        let all = outcome.manifest.iter().map(|(name, _)| name).filter(|_| all);
        for name in outcome.changed.iter().map(String::as_str).chain(all) {
            let file = FileName(Cow::Borrowed(name));
            if upload.iter().zip(waiting).any(|(it, waiting)| it.files[..waiting].binary_search(&file).is_ok()) {
                continue;
            }
            let is_new = outcome.added.binary_search_by(|added| added.as_str().cmp(name)).is_ok();
            upload[UploadPhase::of(name, is_new) as usize].files.push(file);
        }
        for PhaseFiles { files, .. } in &mut upload {
            files.sort();
            files.dedup();
        }
        let upload = upload.into_iter().filter(|it| !it.files.is_empty()).collect();

        let class_of = |name: &String| Class::of(uncompressed_name(name));
        // Partners may have pinned a script, so it is kept at the host forever.
        let removed = outcome.removed.iter().filter(|name| class_of(name) != Class::PinnedScript).cloned();
        let (of_release, others): (BTreeSet<String>, BTreeSet<String>) =
            removed.partition(|name| class_of(name).treatment().outlives_release);
        let (of_search, of_app) = of_release.into_iter().partition(|name| class_of(name) == Class::SearchFile);
        let (mut stay, mut stay_search) = (self.stay, self.stay_search);
        let past = [retire(&mut stay, of_app, is_waiting), retire(&mut stay_search, of_search, is_waiting)];
        let delete = self.delete.into_iter().chain(others).chain(past.into_iter().flatten().flatten());
        let stays = |name: &String| has(name) || stay.iter().chain(&stay_search).any(|files| files.contains(name));
        let delete = delete.filter(|name| !stays(name)).collect();
        UploadPlan { upload, delete, stay, stay_search }
    }
}

/// Adds the files that a build removed to those of earlier releases, and returns those that need not stay any longer.
fn retire(stay: &mut Vec<BTreeSet<String>>, removed: BTreeSet<String>, is_waiting: bool) -> Vec<BTreeSet<String>> {
    match stay.first_mut() {
        // Several builds before one upload count as one release, because readers have the files of the last upload only.
        Some(last) if is_waiting => last.extend(removed),
        _ if removed.is_empty() => {}
        _ => stay.insert(0, removed),
    }
    stay.split_off(stay.len().min(KEPT_RELEASES))
}

#[cfg(test)]
mod tests {
    use investchn_digest::{Digest, FileStamp};
    use investchn_state::{FileRecord, ManifestWriter};

    use super::*;

    fn build(has: &[&str], added: &[&str], changed: &[&str], removed: &[&str]) -> WriteOutcome {
        let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let record =
            FileRecord { digest: Digest::of(b""), input_digest: None, stamp: FileStamp { length: 0, modified: 0 } };
        let mut manifest = ManifestWriter::default();
        has.iter().for_each(|name| manifest.push(name, record));
        WriteOutcome {
            manifest: manifest.finish(None, |_| None),
            added: owned(added),
            changed: owned(changed),
            removed: owned(removed),
            last_is_known: true,
            ..WriteOutcome::default()
        }
    }

    fn add(plan: UploadPlan<'_>, done: &WriteOutcome) -> UploadPlan<'static> {
        let plan = plan.after_build(done, !done.last_is_known, |name| done.manifest.find(name).is_some());
        let owned = |FileName(name): FileName<'_>| FileName(Cow::Owned(name.into_owned()));
        let of_phase =
            |it: PhaseFiles<'_>| PhaseFiles { stage: it.stage, files: it.files.into_iter().map(owned).collect() };
        UploadPlan {
            upload: plan.upload.into_iter().map(of_phase).collect(),
            delete: plan.delete,
            stay: plan.stay,
            stay_search: plan.stay_search,
        }
    }

    /// Returns the phases that have files to upload, each with its files in one string.
    fn uploads(deploy: &UploadPlan<'_>) -> Vec<(&'static str, String)> {
        let files = |phase: &PhaseFiles<'_>| {
            phase.files.iter().map(|FileName(name)| name.as_ref()).collect::<Vec<_>>().join(" ")
        };
        deploy.upload.iter().map(|stage| (stage.stage.name(), files(stage))).collect()
    }

    /// A machine that lost its power may leave one. It is no empty plan, by which files would never be uploaded.
    #[test]
    fn an_empty_file_is_a_broken_plan() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), "").unwrap();
        let outcome = write_upload_plan(folder.path(), &build(&["a.html"], &["a.html"], &["a.html"], &[]));
        assert!(matches!(outcome, Err(OutputError::Broken(_))));
        assert!(matches!(mark_deployed(folder.path()), Err(OutputError::Broken(_))));
    }

    #[test]
    fn files_are_uploaded_after_the_files_that_they_link_to() {
        let all = [
            "404.html",
            "app-0123456789abcdef.js",
            "article/a-1/index.html",
            "article/a-2/index.html",
            "data/search/0123456789abcdef/0.bin",
            "data/search/articles.bin",
            "data/site.json",
            "feed.xml",
            "index.html",
            "news/2/index.html",
            "start.js",
        ];
        let done = build(&all, &["article/a-2/index.html", "news/2/index.html"], &all, &[]);
        let deploy = add(UploadPlan::default(), &done);
        let expected = [
            ("files", "app-0123456789abcdef.js data/search/0123456789abcdef/0.bin"),
            ("app", "start.js"),
            ("new-articles", "article/a-2/index.html"),
            ("new-lists", "news/2/index.html"),
            ("articles", "article/a-1/index.html"),
            ("lists", "index.html"),
            ("feeds", "data/search/articles.bin feed.xml"),
            ("entry", "404.html data/site.json"),
        ];
        assert_eq!(uploads(&deploy), expected.map(|(stage, files)| (stage, files.to_owned())));
    }

    #[test]
    fn builds_accumulate_until_the_upload_is_done() {
        let first =
            add(UploadPlan::default(), &build(&["a/index.html", "b/index.html"], &[], &["a/index.html"], &["c.txt"]));
        let second = add(first, &build(&["b/index.html", "c.txt"], &[], &["b/index.html", "c.txt"], &["a/index.html"]));
        let waiting: Vec<_> = uploads(&second).into_iter().map(|(_, files)| files).collect();
        assert_eq!(waiting, ["c.txt", "b/index.html"], "what is gone again is not uploaded");
        assert_eq!(second.delete, BTreeSet::from(["a/index.html".to_owned()]), "what is there again is not deleted");
    }

    #[test]
    fn files_of_the_last_three_releases_are_kept() {
        let name = |release: usize| format!("app-000000000000000{release}.js");
        let mut deploy = UploadPlan::default();
        for release in 1..=3 {
            deploy = add(deploy, &build(&[&name(release)], &[], &[&name(release)], &[&name(release - 1)]));
            assert!(deploy.delete.is_empty(), "release {release}: {:?}", deploy.delete);
            // The upload is done.
            let waiting = std::mem::take(&mut deploy.upload);
            assert_eq!(waiting.len(), 1);
        }
        deploy = add(deploy, &build(&[&name(4)], &[], &[&name(4)], &[&name(3)]));
        assert_eq!(deploy.delete, BTreeSet::from([name(0)]));
        // This build was never uploaded, so readers still have the same releases.
        deploy = add(deploy, &build(&[&name(5)], &[], &[&name(5)], &[&name(4)]));
        assert_eq!((deploy.stay.len(), deploy.delete.contains(&name(1))), (KEPT_RELEASES, false));
        // A file that returns is not deleted.
        deploy.upload.clear();
        deploy = add(deploy, &build(&[&name(0)], &[], &[&name(0)], &[&name(5)]));
        assert!(!deploy.delete.contains(&name(0)), "{:?}", deploy.delete);
    }

    #[test]
    fn articles_do_not_drive_the_files_of_earlier_apps_out() {
        let app = ["app-0000000000000000.js", "app-0000000000000001.js"];
        let file = |upload: usize| format!("data/search/open/000000000000000{upload}.bin");
        let mut deploy = add(UploadPlan::default(), &build(&[app[1]], &[], &[app[1]], &[app[0]]));
        for upload in 1..=KEPT_RELEASES + 1 {
            deploy.upload.clear();
            let [old, new] = [upload - 1, upload].map(file);
            deploy = add(deploy, &build(&[app[1], &new], &[&new], &[&new], &[&old]));
            assert_eq!(uploads(&deploy), [("files", new)]);
        }
        assert_eq!(deploy.delete, BTreeSet::from([file(0)]), "three older uploads of the index and the app stay");
    }

    #[test]
    fn every_file_is_listed_if_the_last_build_is_unknown() {
        let done = WriteOutcome { last_is_known: false, ..build(&["a/index.html"], &[], &[], &[]) };
        assert_eq!(uploads(&add(UploadPlan::default(), &done)), [("lists", "a/index.html".to_owned())]);
    }
}
