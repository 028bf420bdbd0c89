//! Makes the sources that both publishers publish: copies of `content/` and of a synthetic corpus, each with pages that contain
//! their text and with pages that do not.

use investchn_tooling::told;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::compare;
use super::publishers::{self, Publisher, Publishers};
use investchn_tooling::workspace;

/// The size of the synthetic corpus: enough articles for lists of several pages.
const ARTICLES: &str = "300";

/// The values of `prerender` in site.toml.
const PRERENDER: [&str; 2] = ["all", "none"];

/// A folder of sources.
pub(super) struct Corpus {
    pub(super) name: String,
    pub(super) folder: PathBuf,
}

/// Makes every corpus in a folder. Fails if the two publishers write different synthetic corpora.
pub(super) fn prepare(publishers: &Publishers, folder: &Path) -> Result<Vec<Corpus>> {
    workspace::remove(folder)?;
    let demo = folder.join("demo");
    write_demo(&publishers.old, &demo)?;
    let by_new = folder.join("demo-new");
    write_demo(&publishers.new, &by_new)?;
    ensure!(compare::report("demo", &demo, &by_new)?, told!(zh "两份合成稿件不同", en "the synthetic corpora differ"));

    let mut corpora = Vec::new();
    for (name, sources) in [("content", Path::new(workspace::CONTENT_DIR)), ("demo", &demo)] {
        for prerender in PRERENDER {
            let corpus =
                Corpus { name: format!("{name}-{prerender}"), folder: folder.join(format!("{name}-{prerender}")) };
            copy(sources, &corpus.folder)?;
            set_prerender(&corpus.folder.join("site.toml"), prerender)?;
            corpora.push(corpus);
        }
    }
    Ok(corpora)
}

fn write_demo(publisher: &Publisher, out: &Path) -> Result<()> {
    let mut command = publisher.command();
    command.args(["demo", "--articles", ARTICLES, "--content", workspace::CONTENT_DIR, "--out"]).arg(out);
    publishers::run(command)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", from.display()))?;
        let target = to.join(
            entry
                .path()
                .strip_prefix(from)
                .with_context(|| told!(zh "有文件不在它的文件夹中", en "a file outside of its folder"))?,
        );
        let made = if entry.file_type().is_dir() {
            fs::create_dir_all(&target)
        } else {
            fs::copy(entry.path(), &target).map(drop)
        };
        made.with_context(|| told!(zh "无法写入 {}", en "{} cannot be written", target.display()))?;
    }
    Ok(())
}

fn set_prerender(settings: &Path, value: &str) -> Result<()> {
    let mut table: toml::Table = workspace::read(settings)?
        .parse()
        .with_context(|| told!(zh "{} 不是 TOML", en "{} is not TOML", settings.display()))?;
    table.insert("prerender".to_owned(), value.into());
    fs::write(settings, table.to_string())
        .with_context(|| told!(zh "无法写入 {}", en "{} cannot be written", settings.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_has_every_file_and_the_setting() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fs::create_dir_all(from.join("articles/zone")).unwrap();
        fs::write(from.join("articles/zone/1.md"), "text").unwrap();
        fs::write(from.join("site.toml"), "prerender = \"all\"\nper_page = 10\n").unwrap();
        copy(&from, &to).unwrap();
        set_prerender(&to.join("site.toml"), "none").unwrap();
        assert_eq!(fs::read_to_string(to.join("articles/zone/1.md")).unwrap(), "text");
        let settings: toml::Table = fs::read_to_string(to.join("site.toml")).unwrap().parse().unwrap();
        assert_eq!(settings["prerender"].as_str(), Some("none"));
        assert_eq!(settings["per_page"].as_integer(), Some(10));
    }
}
