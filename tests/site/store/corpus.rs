//! The portal's own articles and many synthetic ones, published like an operator would, and later changes to them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use walkdir::WalkDir;

use crate::harness;
use crate::releases::{files, lasts};

/// Title of the added article.
pub(super) const NEW_TITLE: &str = "示例新的一篇";

/// The sources and the published site.
pub(super) struct Corpus {
    /// The published folder.
    pub(super) site: PathBuf,
    content: PathBuf,
    publisher: PathBuf,
    _scratch: TempDir,
}

impl Corpus {
    /// Writes and publishes the number of articles in `INVESTCHN_ARTICLES`.
    pub(super) fn publish(publisher: &Path) -> Self {
        let scratch = tempfile::tempdir().unwrap();
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let (content, site) = (scratch.path().join("content"), scratch.path().join("site"));
        let articles = std::env::var("INVESTCHN_ARTICLES").expect("`cargo xtask deploy-test --store` says how many");
        let mut demo = Command::new(publisher);
        run(demo.args(["demo", "--articles", &articles, "--content"]).arg(&own).arg("--out").arg(&content));
        harness::copy(&own.join("articles"), &content.join("articles"));
        let corpus = Corpus { site, content, publisher: publisher.to_owned(), _scratch: scratch };
        corpus.build();
        corpus
    }

    /// Adds an article and returns its id.
    pub(super) fn one_more(&self) -> String {
        let [path] = self.sources(1).try_into().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        let title = text.lines().find(|line| line.starts_with("title = ")).unwrap();
        let zone = path.parent().unwrap().file_name().unwrap().to_str().unwrap().to_owned();
        let date = text.lines().find_map(|line| line.strip_prefix("published = ")).unwrap();
        let text = text.replacen(title, &format!("title = \"{NEW_TITLE}\""), 1).replacen(date, "2026-11-21", 1);
        fs::write(path.with_file_name("2026-11-21-1.md"), text).unwrap();
        self.build();
        format!("{zone}-20261121-1")
    }

    /// Corrects a number of articles, and returns the number of files to upload.
    pub(super) fn correct(&self, articles: usize, how: &str) -> usize {
        for path in self.sources(articles) {
            let text = fs::read_to_string(&path).unwrap();
            fs::write(path, format!("{text}\n示例更正{how}。\n")).unwrap();
        }
        self.build();
        lists(&self.site).iter().map(|list| fs::read_to_string(list).unwrap().lines().count()).sum()
    }

    /// Returns the paths of some synthetic articles, spread over the zones.
    fn sources(&self, count: usize) -> Vec<PathBuf> {
        let all = WalkDir::new(self.content.join("articles")).sort_by_file_name().into_iter().map(Result::unwrap);
        let all: Vec<PathBuf> = all.map(walkdir::DirEntry::into_path).filter(|path| is_synthetic(path)).collect();
        all.iter().step_by(all.len() / count).take(count).cloned().collect()
    }

    fn build(&self) {
        let mut build = Command::new(&self.publisher);
        build.arg("build").arg("--content").arg(&self.content).arg("--app").arg(harness::folder());
        build.arg("--out").arg(&self.site);
        if self.site.exists() {
            build.arg("--previous").arg(&self.site);
        }
        run(&mut build);
    }
}

/// Writes upload lists of a whole site, as for a host that has no file of it.
pub(super) fn list_all(site: &Path) {
    let folder = site.with_extension("build").join("deploy");
    fs::create_dir_all(&folder).unwrap();
    let (kept, others): (Vec<String>, Vec<String>) = files(site).into_iter().partition(|name| lasts(site, name));
    fs::write(folder.join("1-files.txt"), kept.join("\n") + "\n").unwrap();
    fs::write(folder.join("2-app.txt"), others.join("\n") + "\n").unwrap();
    fs::write(folder.with_extension("json"), r#"{"upload":[],"delete":[],"stay":[]}"#).unwrap();
}

fn lists(site: &Path) -> Vec<PathBuf> {
    let lists = fs::read_dir(site.with_extension("build").join("deploy")).unwrap().map(|entry| entry.unwrap().path());
    lists.filter(|path| !path.ends_with("delete.txt")).collect()
}

fn is_synthetic(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "md") && fs::read_to_string(path).unwrap().contains("title = \"示例")
}

fn run(command: &mut Command) {
    let status = command.status().unwrap();
    assert!(status.success(), "{command:?} ended with {status}");
}
