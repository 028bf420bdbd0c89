//! Runs Hugo on the same corpus. bench/hugo/ has Hugo's site; this module writes the pages that Hugo needs to make the same
//! lists, from the register.

use investchn_tooling::told;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::corpus::Corpus;
use crate::hugo_program::HugoProgram;
use crate::place::Place;
use investchn_tooling::bench::measure::{Measured, measure};
use investchn_tooling::workspace;

/// Folder of Hugo's settings and layouts.
const SITE: &str = "bench/hugo";

/// The beginning of a date that is a month or a year: a text, where a day is a date of TOML.
const INEXACT_DATE: &str = "published = \"";

/// Hugo with the pages that it needs to publish a corpus.
pub(crate) struct Hugo<'a> {
    pub(crate) program: &'a HugoProgram,
    pages: PathBuf,
    cache: PathBuf,
}

impl<'a> Hugo<'a> {
    /// Writes the pages that Hugo needs in addition to the articles.
    pub(crate) fn prepare(program: &'a HugoProgram, place: &Place, corpus: &Corpus) -> Result<Self> {
        let made = workspace::absolute(&place.path("hugo"))?;
        workspace::remove(&made)?;
        let pages = made.join("content");
        write_pages(&pages, &corpus.folder)?;
        link_all(&corpus.folder.join("articles"), &pages.join("zone"))?;
        Ok(Hugo { program, pages, cache: made.join("cache") })
    }

    /// Publishes the corpus into a folder and measures it.
    pub(crate) fn run(&self, out: &Path) -> Result<Measured> {
        let mut command = Command::new(&self.program.file);
        command.args(["--quiet", "--noBuildLock", "--source", SITE]);
        command.arg("--contentDir").arg(&self.pages).arg("--cacheDir").arg(&self.cache);
        command.arg("--destination").arg(workspace::absolute(out)?);
        measure(&mut command)
    }
}

/// Writes a page for the register, each kind, each region and each zone. The page of a zone passes its regions on to its
/// articles.
fn write_pages(pages: &Path, content: &Path) -> Result<()> {
    write(&pages.join("zones.md"), "+++\ntitle = \"开发区名录\"\nlayout = \"register\"\n+++\n")?;
    write(&pages.join("zone/_index.md"), "+++\ntitle = \"开发区新闻\"\n+++\n")?;
    for (kind, title) in [("text", "文字新闻"), ("photo", "图片新闻"), ("video", "视频新闻")] {
        write(&pages.join(format!("kind/{kind}/_index.md")), &format!("+++\ntitle = \"{title}\"\n+++\n"))?;
    }
    let mut cities = std::collections::BTreeMap::new();
    for region in rows(&content.join("regions.csv"))? {
        let (code, short) = (region.get("code")?, region.get("short")?);
        write(&pages.join(format!("region/{code}/_index.md")), &format!("+++\ntitle = \"{short}\"\n+++\n"))?;
        cities.insert(code.to_owned(), short.to_owned());
    }
    for zone in rows(&content.join("zones.csv"))? {
        let (city, province) = (zone.get("city")?, zone.get("province")?);
        let city_name = cities.get(city).map(String::as_str).unwrap_or_default();
        let regions = if city == province { format!("\"{city}\"") } else { format!("\"{province}\", \"{city}\"") };
        let text = format!(
            "+++\ntitle = \"{}\"\nshort = \"{}\"\ntypes = \"{}\"\ncity = \"{city}\"\ncity_name = \"{city_name}\"\n\
             approved = \"{}\"\narea = \"{}\"\n[cascade]\nregion = [{regions}]\n+++\n",
            zone.get("name")?,
            zone.get("short")?,
            zone.get("types")?,
            zone.get("approved")?,
            zone.get("area_ha")?
        );
        write(&pages.join(format!("zone/{}/_index.md", zone.get("id")?)), &text)?;
    }
    Ok(())
}

/// A row of a CSV table, with the names of the columns.
struct Cells {
    names: csv::StringRecord,
    cells: csv::StringRecord,
}

impl Cells {
    fn get(&self, name: &str) -> Result<&str> {
        let place = self.names.iter().position(|column| column == name);
        place
            .and_then(|place| self.cells.get(place))
            .with_context(|| told!(zh "名录没有 `{name}` 这一列", en "the register has no column `{name}`"))
    }
}

fn rows(file: &Path) -> Result<Vec<Cells>> {
    let unreadable = || told!(zh "无法读取 {}", en "{} cannot be read", file.display());
    let mut reader = csv::Reader::from_path(file).with_context(unreadable)?;
    let names = reader.headers().with_context(unreadable)?.clone();
    reader.records().map(|cells| Ok(Cells { names: names.clone(), cells: cells.with_context(unreadable)? })).collect()
}

/// Hard-links the files of the corpus, or copies them without a date that Hugo cannot read, because Hugo needs the page of a section, its articles and its pictures in one folder.
fn link_all(from: &Path, to: &Path) -> Result<()> {
    let unreadable = || told!(zh "无法读取 {}", en "{} cannot be read", from.display());
    fs::create_dir_all(to)
        .with_context(|| told!(zh "无法新建文件夹 {}", en "the folder {} cannot be made", to.display()))?;
    for entry in fs::read_dir(from).with_context(unreadable)? {
        let entry = entry.with_context(unreadable)?;
        let (path, link) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            link_all(&path, &link)?;
        } else if let Some(text) = without_inexact_date(&path)? {
            write(&link, &text)?;
        } else {
            fs::hard_link(&path, &link)
                .with_context(|| told!(zh "无法链接 {}", en "{} cannot be linked", path.display()))?;
        }
    }
    Ok(())
}

/// Returns the text of an article whose date is a month or a year, without it, because Hugo ends with an error there. None for other
/// files.
fn without_inexact_date(path: &Path) -> Result<Option<String>> {
    if path.extension().is_none_or(|extension| extension != "md") {
        return Ok(None);
    }
    let text = workspace::read(path)?;
    let date = text.lines().find(|line| line.starts_with(INEXACT_DATE)).map(|line| [line, "\n"].concat());
    Ok(date.map(|date| text.replacen(&date, "", 1)))
}

fn write(file: &Path, text: &str) -> Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)
            .with_context(|| told!(zh "无法新建文件夹 {}", en "the folder {} cannot be made", folder.display()))?;
    }
    fs::write(file, text).with_context(|| told!(zh "无法写入 {}", en "{} cannot be written", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_that_hugo_cannot_read_are_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let article = |name: &str, date: &str| {
            let file = folder.path().join(name);
            fs::write(&file, format!("+++\ntitle = \"a\"\npublished = {date}\n+++\n\ntext\n")).unwrap();
            without_inexact_date(&file).unwrap()
        };
        assert_eq!(article("1.md", "\"2016\"").as_deref(), Some("+++\ntitle = \"a\"\n+++\n\ntext\n"));
        assert_eq!(article("2.md", "2016-01-02"), None);
        assert_eq!(article("3.txt", "\"2016\""), None);
    }
}
