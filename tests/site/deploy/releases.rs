//! Two releases of a portal that follow each other: another app, an article more, one corrected, one withdrawn.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use investchn_publish::{BuildOptions, build, deployed};
use walkdir::WalkDir;

use crate::harness;

/// The two folders, and what lies beside the second.
pub(super) struct Releases {
    /// What readers have.
    pub(super) before: PathBuf,
    /// What replaces it.
    pub(super) after: PathBuf,
    /// The upload in its order, by stages.
    pub(super) stages: Vec<Vec<String>>,
}

/// Publishes them once.
pub(super) fn releases() -> &'static Releases {
    static PUBLISHED: OnceLock<Releases> = OnceLock::new();
    PUBLISHED.get_or_init(|| publish(&Path::new(env!("CARGO_TARGET_TMPDIR")).join("deploy")))
}

fn publish(room: &Path) -> Releases {
    fs::remove_dir_all(room).ok();
    let (content, out) = (room.join("content"), room.join("site"));
    harness::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/valid"), &content);
    let app = harness::folder();
    let options = |app: PathBuf, previous: Option<PathBuf>| BuildOptions {
        content: content.clone(),
        app,
        out: out.clone(),
        base_url: None,
        drafts: false,
        aside: None,
        previous,
        precompress: false,
    };
    build(&options(app.clone(), None)).unwrap();
    deployed(&out, None).unwrap();
    let before = room.join("before");
    harness::copy(&out, &before);

    let articles = content.join("articles/huaian-htz");
    let article = articles.join("2022-02-14-1.md");
    let text = fs::read_to_string(&article).unwrap();
    let newer = text.replace("2022-02-14", "2026-11-01").replace("示例一", "示例新");
    let newer: Vec<&str> = newer.lines().filter(|line| !line.starts_with("aliases")).collect();
    fs::write(articles.join("2026-11-01-1.md"), newer.join("\n")).unwrap();
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
    let list: serde_json::Value = serde_json::from_slice(&fs::read(app.join("app.json")).unwrap()).unwrap();
    let names: Vec<String> = serde_json::from_value(list["files"].clone()).unwrap();
    let hashed = |name: &&String| [".js", ".wasm", ".css"].iter().any(|end| name.ends_with(end)) && name.contains('-');
    let renamed = |text: &str| {
        names.iter().filter(hashed).fold(text.to_owned(), |text, name| {
            let (stem, digest) = name.split_once('-').unwrap();
            let other = format!("{stem}-{}{}", if digest.starts_with('0') { '1' } else { '0' }, &digest[1..]);
            text.replace(name.as_str(), &other)
        })
    };
    fs::create_dir_all(to).unwrap();
    for name in names.iter().map(String::as_str).chain(["app.html"]) {
        let bytes = fs::read(app.join(name)).unwrap();
        let bytes = String::from_utf8(bytes).map_or_else(|error| error.into_bytes(), |text| renamed(&text).into_bytes());
        fs::write(to.join(renamed(name)), bytes).unwrap();
    }
    to.to_owned()
}

/// The files of a folder, in the order of their names.
pub(super) fn files(folder: &Path) -> Vec<String> {
    let files = WalkDir::new(folder).sort_by_file_name().into_iter().map(Result::unwrap);
    let files = files.filter(|entry| entry.file_type().is_file());
    files.map(|entry| entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned()).collect()
}
