//! Makes the corpus of this benchmark: the real register, one zone with 3,000 articles, and a few articles for the others. It
//! merges two corpora of the publisher's `demo`, one without that zone and one with that zone only. A single corpus would need
//! 100,000 articles, because its largest zone has 3 % of them.

use investchn_tooling::told;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use investchn_tooling::bench::{publisher, scratch};
use investchn_tooling::{process, workspace};

/// The zone with 3,000 articles.
pub(super) const ZONE: &str = "huaian-htz";
const ARTICLES: usize = 3_000;
/// Number of articles of all other zones together.
const OTHERS: usize = 1_000;

const REGISTER: &str = "zones.csv";

/// Makes the corpus; it takes seconds.
pub(super) fn prepare() -> Result<PathBuf> {
    println!(
        "▸ {}",
        told!(
            zh "合成稿件：一个开发区 {ARTICLES} 篇，其余各区 {OTHERS} 篇",
            en "a corpus with {ARTICLES} articles of one zone, and {OTHERS} of the others"
        )
    );
    let register = Path::new(workspace::CONTENT_DIR).join(REGISTER);
    let corpus = demo("corpus", OTHERS, &rows(&register, false)?)?;
    let zone = demo("corpus-zone", ARTICLES, &rows(&register, true)?)?;
    move_without_old_addresses(&zone.join("articles").join(ZONE), &corpus.join("articles").join(ZONE))?;
    fs::copy(&register, corpus.join(REGISTER))
        .with_context(|| told!(zh "无法复制 {}", en "{} cannot be copied", register.display()))?;
    workspace::remove(&zone)?;
    Ok(corpus)
}

/// Moves articles and removes their old addresses. Both corpora number their old addresses from one, and an address must not
/// redirect to two articles.
fn move_without_old_addresses(from: &Path, to: &Path) -> Result<()> {
    let failed = || told!(zh "无法移动 {}", en "{} cannot be moved", from.display());
    fs::create_dir_all(to).with_context(failed)?;
    for entry in fs::read_dir(from).with_context(failed)? {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name())).with_context(failed)?;
        if path.extension().is_some_and(|ending| ending == "md") {
            let text = workspace::read(&path)?;
            let kept: String = text.split_inclusive('\n').filter(|line| !line.starts_with("aliases = ")).collect();
            fs::write(to.join(name), kept).with_context(failed)?;
        } else {
            fs::copy(&path, to.join(name)).map(drop).with_context(failed)?;
        }
    }
    Ok(())
}

/// Makes a corpus for the zones of a register.
fn demo(name: &str, articles: usize, register: &[u8]) -> Result<PathBuf> {
    let (sources, out) = (scratch::web(&format!("{name}-of")), scratch::web(name));
    workspace::remove(&sources)?;
    workspace::remove(&out)?;
    fs::create_dir_all(&sources)
        .with_context(|| told!(zh "无法新建文件夹 {}", en "the folder {} cannot be made", sources.display()))?;
    for file in ["site.toml", "regions.csv", "sources.toml"] {
        let from = Path::new(workspace::CONTENT_DIR).join(file);
        fs::copy(&from, sources.join(file))
            .with_context(|| told!(zh "无法复制 {}", en "{} cannot be copied", from.display()))?;
    }
    let file = sources.join(REGISTER);
    fs::write(&file, register).with_context(|| told!(zh "无法写入 {}", en "{} cannot be written", file.display()))?;
    let mut command = publisher::command()?;
    command.args(["demo", "--articles", &articles.to_string()]);
    process::run(command.arg("--content").arg(&sources).arg("--out").arg(&out))?;
    workspace::remove(&sources)?;
    Ok(out)
}

/// Returns the register with only that zone, or with all others.
fn rows(register: &Path, alone: bool) -> Result<Vec<u8>> {
    let unreadable = || told!(zh "无法读取 {}", en "{} cannot be read", register.display());
    let mut reader = csv::Reader::from_path(register).with_context(unreadable)?;
    let mut writer = csv::Writer::from_writer(Vec::new());
    let headers = reader.headers().with_context(unreadable)?.clone();
    let id = headers
        .iter()
        .position(|name| name == "id")
        .with_context(|| told!(zh "名录没有 `id` 这一列", en "the register has no column `id`"))?;
    writer.write_record(&headers)?;
    for row in reader.records() {
        let row = row.with_context(unreadable)?;
        if (row.get(id) == Some(ZONE)) == alone {
            writer.write_record(&row)?;
        }
    }
    writer.into_inner().with_context(|| told!(zh "无法写出名录", en "the register could not be written"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_register_is_split_into_the_zone_and_all_others() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(REGISTER);
        fs::write(&file, format!("id,name\na-htz,\"A, B\"\n{ZONE},C\n")).unwrap();
        assert_eq!(rows(&file, true).unwrap(), format!("id,name\n{ZONE},C\n").as_bytes());
        assert_eq!(rows(&file, false).unwrap(), b"id,name\na-htz,\"A, B\"\n");
    }

    #[test]
    fn articles_are_moved_without_their_old_addresses() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("from"), folder.path().join("to"));
        fs::create_dir(&from).unwrap();
        fs::write(from.join("a.md"), "+++\naliases = [\"b\"]\nkind = \"text\"\n+++\n").unwrap();
        fs::write(from.join("c.png"), "d").unwrap();
        move_without_old_addresses(&from, &to).unwrap();
        assert_eq!(fs::read_to_string(to.join("a.md")).unwrap(), "+++\nkind = \"text\"\n+++\n");
        assert_eq!(fs::read(to.join("c.png")).unwrap(), b"d");
    }
}
