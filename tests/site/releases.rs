//! Two consecutive releases of a small portal, for the tests of hosts. The first is the app under test, and content with old
//! addresses of every kind. The second has another app, one article more, one corrected and one withdrawn.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use investchn_artifacts::Class;
use investchn_model::published::edition_of;
use investchn_publish::{BuildOptions, build, mark_deployed};
use walkdir::WalkDir;

use crate::harness;

const ALIASES: &str = "aliases = [\"news/show.asp?id=1\"";

/// The two published folders, and the upload lists of the second.
pub(crate) struct Releases {
    /// The old release.
    pub(crate) before: PathBuf,
    /// The new release.
    pub(crate) after: PathBuf,
    /// The files of the upload in order, by stages.
    pub(crate) stages: Vec<Vec<String>>,
}

/// Returns the releases, which are published once.
pub(crate) fn releases() -> &'static Releases {
    static PUBLISHED: OnceLock<Releases> = OnceLock::new();
    PUBLISHED.get_or_init(|| publish(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("deploy")))
}

fn publish(scratch: &Path) -> Releases {
    fs::remove_dir_all(scratch).ok();
    let (content, out) = (scratch.join("content"), scratch.join("site"));
    harness::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/valid"), &content);
    let article = content.join("articles/huaian-htz/2022-02-14-1.md");
    let text = fs::read_to_string(&article).unwrap();
    assert!(text.contains(ALIASES), "{text}");
    let more = format!(
        "{ALIASES}, \"old/1.htm\", \"old/page/\", \"old/2.asp\", \"c%20d.html\", \
         \"新闻/旧 事.html\", \"%D0%C2/1.html\", \"News/Other.asp?ID=12\", \"Old/Case.HTM\""
    );
    fs::write(&article, text.replace(ALIASES, &more)).unwrap();
    let app = harness::folder();
    let options = |app: PathBuf, previous: Option<PathBuf>| BuildOptions {
        content: content.clone(),
        app,
        out: out.clone(),
        base_url: None,
        drafts: false,
        state_dir: None,
        previous,
        precompress: true,
        check_output: false,
    };
    build(&options(app.clone(), None)).unwrap();
    mark_deployed(&out, None).unwrap();
    let before = scratch.join("before");
    harness::copy(&out, &before);

    let newer = text.replace("2022-02-14", "2023-05-01").replace("示例一", "示例新");
    let newer: Vec<&str> = newer.lines().filter(|line| !line.starts_with("aliases")).collect();
    fs::write(article.with_file_name("2023-05-01-1.md"), newer.join("\n")).unwrap();
    let corrected = article.with_file_name("2018-05-01-1.md");
    let text = fs::read_to_string(&corrected).unwrap();
    fs::write(corrected, text + "\n示例更正。\n").unwrap();
    fs::remove_file(article.with_file_name("2019-05-01-1.md")).unwrap();
    build(&options(another(&app, &scratch.join("app")), Some(out.clone()))).unwrap();

    let lists = out.with_extension("build").join("deploy");
    let mut stages: Vec<PathBuf> = fs::read_dir(&lists).unwrap().map(|entry| entry.unwrap().path()).collect();
    stages.retain(|path| !path.ends_with("delete.txt"));
    stages.sort();
    let lines = |path: PathBuf| fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect();
    Releases { before, after: out, stages: stages.into_iter().map(lines).collect() }
}

/// Copies the app with other hashes in its file names, like a next release.
fn another(app: &Path, to: &Path) -> PathBuf {
    let hashed = hashed(app);
    let renamed = |text: &str| {
        hashed.iter().fold(text.to_owned(), |text, name| {
            let (stem, digest) = name.rsplit_once('-').unwrap();
            let other = format!("{stem}-{}{}", if digest.starts_with('0') { '1' } else { '0' }, &digest[1..]);
            text.replace(name.as_str(), &other)
        })
    };
    for name in names(app).iter().map(String::as_str).chain(["app.html"]) {
        let bytes = fs::read(app.join(name)).unwrap();
        let bytes =
            String::from_utf8(bytes).map_or_else(|error| error.into_bytes(), |text| renamed(&text).into_bytes());
        let file = to.join(renamed(name));
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }
    to.to_owned()
}

/// Lists the files of the app and the files that partners' pages load.
fn names(site: &Path) -> Vec<String> {
    listed(site, "files")
}

/// Returns the partners' script whose name contains its hash.
pub(crate) fn pinned(site: &Path) -> String {
    let [pinned] = listed(site, "pinned").try_into().unwrap();
    pinned
}

fn listed(site: &Path, list: &str) -> Vec<String> {
    let lists: serde_json::Value = serde_json::from_slice(&fs::read(site.join("app.json")).unwrap()).unwrap();
    serde_json::from_value(lists[list].clone()).unwrap()
}

/// Lists the app's files with a hash in their names: script, wasm and style sheet, the search's reader with its script, and the words of
/// each language.
pub(crate) fn hashed(site: &Path) -> Vec<String> {
    let of_app = |name: &String| Class::of(name) == Class::ReleaseFile;
    let hashed: Vec<String> = names(site).into_iter().filter(of_app).collect();
    assert_eq!(hashed.len(), 7, "script, wasm and sheet, script and wasm of the search, words: {hashed:?}");
    hashed
}

/// Returns true if the name of a file changes with its content, so that hosts must cache it for a year.
pub(crate) fn lasts(site: &Path, name: &str) -> bool {
    let (_, below) = edition_of(name);
    let is_of_index = below.strip_prefix("data/search/").is_some_and(|name| name.contains('/'));
    name.starts_with("media/") || is_of_index || hashed(site).iter().any(|it| it == name) || pinned(site) == name
}

/// Returns the app's script.
pub(crate) fn script(site: &Path) -> String {
    hashed(site).into_iter().find(|name| name.ends_with(".js")).unwrap()
}

/// Lists the files of a folder, sorted by name.
pub(crate) fn files(folder: &Path) -> Vec<String> {
    let files = WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    files.map(|entry| entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned()).collect()
}

/// Deploys one file of the new release: copies it to the live folder, or deletes it there.
pub(crate) fn put(name: &str, live: &Path) {
    let (from, to) = (releases().after.join(name), live.join(name));
    if from.is_file() {
        // The file is complete at any moment, as with the usual upload tools.
        let part = to.with_extension("part");
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, &part).unwrap();
        fs::rename(part, to).unwrap();
    } else {
        fs::remove_file(to).ok();
    }
}
