//! A corpus in the three forms in which programs read it: a file of texts, a content folder of the publisher, and pages for Pagefind.
//! The articles of all forms are the same and in the same order, oldest first.

use investchn_tooling::told;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use chrono::{Days, NaiveDate};
use investchn_tooling::workspace;

use crate::texts::{Text, TextSource};

const SEED: u64 = 7;
/// The dates of the articles: so many days up to this one.
const DAYS: usize = 6000;
const LAST: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 11, 20);
/// The files of a content folder other than articles.
const COPIED_FILES: [&str; 4] = ["site.toml", "zones.csv", "regions.csv", "sources.toml"];

/// The texts of articles, oldest first.
pub(crate) struct Corpus {
    pub(crate) texts: Vec<Text>,
    folder: PathBuf,
}

impl Corpus {
    /// Makes a corpus of this size.
    pub(crate) fn make(folder: &Path, articles: usize) -> Result<Self> {
        println!("▸ {}", told!(zh "{articles} 篇合成稿件", en "the corpus of {articles} articles"));
        let source = TextSource::read()?;
        let mut random = fastrand::Rng::with_seed(SEED);
        let texts = (0..articles).map(|_| source.text(&mut random)).collect();
        Ok(Corpus { texts, folder: folder.to_owned() })
    }

    /// Returns the number of Chinese characters.
    pub(crate) fn chinese_characters(&self) -> usize {
        let is_chinese = |letter: &char| ('\u{3400}'..='\u{9fff}').contains(letter);
        let count = |text: &str| text.chars().filter(is_chinese).count();
        self.texts.iter().map(|text| count(&text.title) + count(&text.body)).sum()
    }

    /// Returns a path beside the corpus, without what an earlier run left there.
    pub(crate) fn new_path(&self, name: &str) -> Result<PathBuf> {
        let path = self.folder.join(name);
        if path.is_file() {
            fs::remove_file(&path)
                .with_context(|| told!(zh "无法删除 {}", en "{} cannot be removed", path.display()))?;
        }
        workspace::remove(&path)?;
        fs::create_dir_all(&self.folder)
            .with_context(|| told!(zh "无法新建文件夹 {}", en "{} cannot be made", self.folder.display()))?;
        Ok(path)
    }

    /// Writes the file of texts: form feeds between them, the title in the first line of each.
    pub(crate) fn write_texts(&self) -> Result<PathBuf> {
        let path = self.new_path("texts")?;
        let failed = || told!(zh "无法写入 {}", en "{} cannot be written", path.display());
        let mut file = BufWriter::new(fs::File::create(&path).with_context(failed)?);
        for (number, Text { title, body }) in self.texts.iter().enumerate() {
            write!(file, "{}{title}\n{body}", if number > 0 { "\u{c}" } else { "" }).with_context(failed)?;
        }
        file.flush().with_context(failed)?;
        Ok(path)
    }

    /// Writes a page for each article, with nothing but its text.
    pub(crate) fn write_pages(&self) -> Result<PathBuf> {
        let folder = self.new_path("pages")?;
        fs::create_dir_all(&folder)
            .with_context(|| told!(zh "无法新建文件夹 {}", en "{} cannot be made", folder.display()))?;
        for (number, Text { title, body }) in self.texts.iter().enumerate() {
            let head = format!("<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>{title}</title>");
            let body: String = body.lines().map(|line| format!("<p>{line}</p>")).collect();
            let file = folder.join(format!("{}.html", id(number)));
            write_file(&file, &format!("{head}<main><h1>{title}</h1>{body}</main>"))?;
        }
        Ok(folder)
    }

    /// Writes a content folder, with the articles in zones of the register.
    pub(crate) fn write_content(&self) -> Result<PathBuf> {
        let folder = self.new_path("content")?;
        fs::create_dir_all(&folder)
            .with_context(|| told!(zh "无法新建文件夹 {}", en "{} cannot be made", folder.display()))?;
        for name in COPIED_FILES {
            write_file(&folder.join(name), &workspace::read(Path::new(workspace::CONTENT_DIR).join(name))?)?;
        }
        let zones = listed_zones()?;
        let mut random = fastrand::Rng::with_seed(SEED);
        let mut numbers: HashMap<(String, NaiveDate), usize> = HashMap::new();
        for (place, text) in self.texts.iter().enumerate() {
            let zone = &zones[random.usize(..zones.len())];
            let date = date(place, self.texts.len())?;
            let number = numbers.entry((zone.clone(), date)).or_default();
            *number += 1;
            write_article(&folder, zone, date, *number, text)?;
        }
        Ok(folder)
    }
}

/// Returns the id of an article in an index and in the name of its page.
pub(crate) fn id(number: usize) -> String {
    format!("a{number}")
}

/// Writes the source of an article and returns its path.
pub(crate) fn write_article(
    content: &Path,
    zone: &str,
    date: NaiveDate,
    number: usize,
    text: &Text,
) -> Result<PathBuf> {
    let folder = content.join("articles").join(zone);
    fs::create_dir_all(&folder)
        .with_context(|| told!(zh "无法新建文件夹 {}", en "{} cannot be made", folder.display()))?;
    let mut source = format!(
        "+++\ntitle = \"{}\"\npublished = {date}\nsource = \"示例报\"\nzone = \"{zone}\"\nkind = \"text\"\n+++\n",
        text.title
    );
    // Writing to a string cannot fail.
    text.body.lines().for_each(|line| _ = writeln!(source, "{line}\n"));
    let file = folder.join(format!("{date}-{number}.md"));
    write_file(&file, &source)?;
    Ok(file)
}

/// Returns the ids of the zones that are on the list.
pub(crate) fn listed_zones() -> Result<Vec<String>> {
    let table = workspace::read(Path::new(workspace::CONTENT_DIR).join("zones.csv"))?;
    let listed = table.lines().skip(1).filter(|line| line.contains(",listed,"));
    let ids: Vec<String> = listed.filter_map(|line| line.split(',').next()).map(str::to_owned).collect();
    anyhow::ensure!(!ids.is_empty(), told!(zh "名录中没有开发区", en "the register has no zone"));
    Ok(ids)
}

fn date(place: usize, articles: usize) -> Result<NaiveDate> {
    let before = (articles - 1 - place) * DAYS / articles;
    LAST.and_then(|last| last.checked_sub_days(Days::new(before as u64)))
        .with_context(|| told!(zh "日期超出范围", en "a date is out of range"))
}

fn write_file(file: &Path, text: &str) -> Result<()> {
    fs::write(file, text).with_context(|| told!(zh "无法写入 {}", en "{} cannot be written", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_ascend_to_the_last() {
        let dates: Vec<_> = (0..10).map(|place| date(place, 10).unwrap()).collect();
        assert!(dates.is_sorted() && dates[9] == LAST.unwrap() && dates[0] < dates[1]);
    }
}
