//! Two releases of a small portal that follow each other, for hosts: the app under test and content with old addresses of every
//! kind, and then another app, an article more, one corrected and one withdrawn.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use investchn_publish::{BuildOptions, build, mark_deployed};
use walkdir::WalkDir;

use crate::harness;

const ALIASES: &str = "aliases = [\"news/show.asp?id=1\"";

/// The two folders, and what lies beside the second.
pub(crate) struct Releases {
    /// What readers have.
    pub(crate) before: PathBuf,
    /// What replaces it.
    pub(crate) after: PathBuf,
    /// The upload in its order, by stages.
    pub(crate) stages: Vec<Vec<String>>,
}

/// Publishes them once.
pub(crate) fn releases() -> &'static Releases {
    static PUBLISHED: OnceLock<Releases> = OnceLock::new();
    PUBLISHED.get_or_init(|| publish(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("deploy")))
}

fn publish(room: &Path) -> Releases {
    fs::remove_dir_all(room).ok();
    let (content, out) = (room.join("content"), room.join("site"));
    harness::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/valid"), &content);
    let article = content.join("articles/huaian-htz/2022-02-14-1.md");
    let text = fs::read_to_string(&article).unwrap();
    assert!(text.contains(ALIASES), "{text}");
    let more = format!("{ALIASES}, \"old/1.htm\", \"old/page/\", \"old/2.asp\"");
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
    };
    build(&options(app.clone(), None)).unwrap();
    mark_deployed(&out, None).unwrap();
    let before = room.join("before");
    harness::copy(&out, &before);

    let newer = text.replace("2022-02-14", "2023-05-01").replace("示例一", "示例新");
    let newer: Vec<&str> = newer.lines().filter(|line| !line.starts_with("aliases")).collect();
    fs::write(article.with_file_name("2023-05-01-1.md"), newer.join("\n")).unwrap();
    let corrected = article.with_file_name("2018-05-01-1.md");
    let text = fs::read_to_string(&corrected).unwrap();
    fs::write(corrected, text + "\n示例更正。\n").unwrap();
    fs::remove_file(article.with_file_name("2019-05-01-1.md")).unwrap();
    build(&options(another(&app, &room.join("app")), Some(out.clone()))).unwrap();

    let lists = out.with_extension("build").join("deploy");
    let mut stages: Vec<PathBuf> = fs::read_dir(&lists).unwrap().map(|entry| entry.unwrap().path()).collect();
    stages.retain(|path| !path.ends_with("delete.txt"));
    stages.sort();
    let lines = |path: PathBuf| fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect();
    Releases { before, after: out, stages: stages.into_iter().map(lines).collect() }
}

/// The same app under other names, as its next release would have them.
fn another(app: &Path, to: &Path) -> PathBuf {
    let hashed = hashed(app);
    let renamed = |text: &str| {
        hashed.iter().fold(text.to_owned(), |text, name| {
            let (stem, digest) = name.split_once('-').unwrap();
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

/// The names of the app's files and of what partners' pages load.
fn names(site: &Path) -> Vec<String> {
    listed(site, "files")
}

/// The name of the partners' script that says what is in it.
pub(crate) fn pinned(site: &Path) -> String {
    let [pinned] = listed(site, "pinned").try_into().unwrap();
    pinned
}

fn listed(site: &Path, list: &str) -> Vec<String> {
    let lists: serde_json::Value = serde_json::from_slice(&fs::read(site.join("app.json")).unwrap()).unwrap();
    serde_json::from_value(lists[list].clone()).unwrap()
}

/// Those that say what is in them: script, wasm and sheet.
pub(crate) fn hashed(site: &Path) -> Vec<String> {
    let of_app = |name: &String| [".js", ".wasm", ".css"].iter().any(|end| name.ends_with(end)) && name.contains('-');
    let hashed: Vec<String> = names(site).into_iter().filter(of_app).collect();
    assert_eq!(hashed.len(), 3, "script, wasm and sheet: {hashed:?}");
    hashed
}

/// Whether a file's name says what is in it, and the host is to keep it for a year.
pub(crate) fn lasts(site: &Path, name: &str) -> bool {
    name.starts_with("media/") || hashed(site).iter().any(|it| it == name) || pinned(site) == name
}

/// The name of a release's script.
pub(crate) fn script(site: &Path) -> String {
    hashed(site).into_iter().find(|name| name.ends_with(".js")).unwrap()
}

/// The files of a folder, in the order of their names.
pub(crate) fn files(folder: &Path) -> Vec<String> {
    let files = WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    files.map(|entry| entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned()).collect()
}

/// Makes one file at a host as the new release has it.
pub(crate) fn put(name: &str, live: &Path) {
    let (from, to) = (releases().after.join(name), live.join(name));
    if from.is_file() {
        // Whole at any moment, as a host's own tools do it.
        let part = to.with_extension("part");
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(from, &part).unwrap();
        fs::rename(part, to).unwrap();
    } else {
        fs::remove_file(to).ok();
    }
}
