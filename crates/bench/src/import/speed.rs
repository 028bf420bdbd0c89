//! Measures how long the publisher's `import` takes for many pages of one site.

use investchn_tooling::told;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use investchn_lines::encoding;
use investchn_tooling::workspace;
use serde_json::Value;

use investchn_tooling::bench::measure::measure;
use investchn_tooling::bench::{publisher, scratch};

/// The page that all pages are made from, with other titles, dates and texts.
const MODEL_PAGE: &str = "bench/import/pages/site-b/01-cargo.html";

/// Imports pages into a copy of the portal's content, twice: anew, and with all pages there.
pub(super) fn speed(pages: usize) -> Result<()> {
    publisher::compile()?;
    let (old, content) = (scratch::path("old-site"), scratch::path("import-content"));
    workspace::remove(&old)?;
    workspace::remove(&content)?;
    write_pages(&old, pages)?;
    for file in ["site.toml", "zones.csv", "regions.csv", "sources.toml", "history.csv", "doubts.csv"] {
        let copy = content.join(file);
        fs::create_dir_all(&content)?;
        fs::copy(Path::new("content").join(file), &copy)
            .with_context(|| told!(zh "无法写入 {}", en "cannot write {}", copy.display()))?;
    }
    fs::create_dir_all(content.join("articles"))?;
    for round in
        [told!(zh "首次导入", en "anew"), told!(zh "再次导入，页面都已导入过", en "again, with all pages there")]
    {
        let mut command = publisher::command()?;
        command.arg("import").arg("--content").arg(&content).args(["--zone", "huaian-htz"]).arg(&old);
        let measured = measure(&mut command)?;
        println!(
            "{}",
            told!(zh "{pages} 页，{round}：{:.1} 秒", en "{pages} pages {round}: {:.1} s", measured.seconds)
        );
    }
    let folder = content.join("articles/huaian-htz");
    let written = fs::read_dir(&folder)
        .with_context(|| told!(zh "无法列出 {} 中的文件", en "cannot list {}", folder.display()))?
        .count();
    ensure!(
        written == pages,
        told!(zh "{pages} 个页面只写出 {written} 篇稿件", en "{written} articles were written for {pages} pages")
    );
    Ok(())
}

fn write_pages(folder: &Path, pages: usize) -> Result<()> {
    let html = encoding::decode(&fs::read(MODEL_PAGE)?).text;
    let wanted: Value = serde_json::from_slice(&fs::read(PathBuf::from(MODEL_PAGE).with_extension("want.json"))?)?;
    let text = |key: &str| {
        wanted[key].as_str().map(str::to_owned).with_context(|| told!(zh "不需要 {key}", en "{key} is not wanted"))
    };
    let (title, date, first) = (text("title")?, text("published")?, text("first")?);
    for year in 0..12 {
        fs::create_dir_all(folder.join(format!("news/{year}")))?;
    }
    for number in 0..pages {
        let day = format!("{}-{:02}-{:02}", 2008 + number % 12, 1 + number / 12 % 12, 1 + number / 144 % 28);
        let page = html
            .replace(&title, &format!("{title}（{number}）"))
            .replace(&date, &day)
            .replace(&first, &format!("{first}这是第{number}篇示例。"));
        workspace::write(folder.join(format!("news/{}/{number}.html", number % 12)), page)?;
    }
    Ok(())
}
