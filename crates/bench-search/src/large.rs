//! Measures the search of a portal of 100,000 articles, as the publisher makes it.

use investchn_tooling::localized;
use investchn_tooling::told;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result};
use chrono::NaiveDate;
use investchn_tooling::bench::{folder, publisher};

use crate::code;
use crate::corpus::{Corpus, listed_zones, write_article};
use crate::costs::Costs;
use crate::index_folder::{IndexFolder, largest_file};
use crate::queries::phrases;
use crate::report::{Figures, Report, Row};
use crate::side_by_side::{kilobytes, megabytes};
use crate::texts::Text;
use crate::typing;

/// Number of articles.
const ARTICLES: usize = 100_000;
/// The folder of the search index in a site.
const INDEX: &str = "data/search";

/// Publishes and measures, and adds the rows.
pub(crate) fn measure(scratch: &Path, queries: usize, report: &mut Report) -> Result<()> {
    publisher::compile()?;
    let corpus = Corpus::make(scratch, ARTICLES)?;
    let content = corpus.write_content()?;
    let out = corpus.new_path("site")?;
    publisher::remove(&out)?;
    println!("▸ {}", told!(zh "{ARTICLES} 篇的门户", en "the portal of {ARTICLES} articles"));
    let built = publisher::run(&content, &out)?;
    let row = Row::new(
        localized!(zh "{ARTICLES} 篇的门户：时间", en "portal of {ARTICLES}: time"),
        format!("{:.1} s", built.seconds),
    );
    report.add(row.goal(localized!(zh "90 秒以内", en "under 90 s"), built.seconds < 90.0));
    if let Some(memory) = built.memory {
        let row =
            Row::new(localized!(zh "{ARTICLES} 篇的门户：内存", en "portal of {ARTICLES}: memory"), megabytes(memory));
        report.add(row.goal(localized!(zh "1.5 GB 以内", en "under 1.5 GB"), memory < 1_500_000_000));
    }
    let index = out.join(INDEX);
    add_sizes(&corpus, &index, report)?;
    add_queries(&corpus, (&out, &index), (queries, scratch), report)?;
    one_more(&content, &out, report)?;
    // They are some gigabytes.
    publisher::remove(&out)?;
    investchn_tooling::workspace::remove(&content)
}

fn add_sizes(corpus: &Corpus, index: &Path, report: &mut Report) -> Result<()> {
    let size = folder::size(index)?;
    let share = size.bytes as f64 / corpus.chinese_characters() as f64;
    let row = Row::new(
        localized!(zh "{ARTICLES} 篇的门户：索引，每个汉字", en "portal of {ARTICLES}: index, a Chinese character"),
        format!("{share:.2} bytes"),
    );
    report.add(row.goal(localized!(zh "至多 2 字节", en "at most 2 bytes"), share <= 2.0));
    report.add(Row::new(
        localized!(zh "{ARTICLES} 篇的门户：索引的文件数", en "portal of {ARTICLES}: files of the index"),
        size.files.to_string(),
    ));
    let largest = largest_file(index)?;
    let row = Row::new(
        localized!(zh "{ARTICLES} 篇的门户：最大的文件", en "portal of {ARTICLES}: its largest file"),
        kilobytes(largest),
    );
    report.add(row.goal(localized!(zh "至多 64 KB", en "at most 64 KB"), largest <= 64_000));
    Ok(())
}

fn add_queries(
    corpus: &Corpus,
    (site, index): (&Path, &Path),
    (queries, scratch): (usize, &Path),
    report: &mut Report,
) -> Result<()> {
    println!("▸ {}", told!(zh "{queries} 次查询", en "{queries} queries"));
    let phrases = phrases(&corpus.texts, queries);
    let typed: Vec<&str> = phrases.iter().map(|phrase| phrase.typed.as_str()).collect();
    let costs = Costs::measure(&mut IndexFolder::open(index)?, &typed)?;
    let code = code::bytes()?;
    let most = |figures: &Figures, share| figures.percentile(share) + code.unwrap_or_default() as f64;
    let of_code = code.map_or_else(
        || told!(zh "不含代码：应用没有编译", en "without code: the app is not built"),
        |code| told!(zh "另有代码 {}", en "and {} of code", kilobytes(code)),
    );
    let row = Row::new(
        localized!(zh "{ARTICLES} 篇时的首次查询，含代码", en "first query at {ARTICLES}, code included"),
        format!("{}, {of_code}", costs.first.worded(1000.0, "KB")),
    );
    let is_met = code.is_some() && most(&costs.first, 50) <= 90_000.0 && most(&costs.first, 100) <= 150_000.0;
    report.add(row.goal(
        localized!(zh "中位数至多 90 KB，最大 150 KB", en "at most 90 KB in the median, 150 KB at most"),
        is_met,
    ));
    report.add(Row::new(
        localized!(zh "字节最多的首次查询", en "the first queries with the most bytes"),
        costs.dearest.join(", "),
    ));
    let row = Row::new(
        localized!(zh "{ARTICLES} 篇时的再次查询", en "the next query at {ARTICLES}"),
        costs.later.worded(1000.0, "KB"),
    );
    report.add(row.goal(
        localized!(zh "中位数至多 40 KB", en "at most 40 KB in the median"),
        costs.later.percentile(50) <= 40_000.0,
    ));
    report.add(Row::new(
        localized!(zh "首次查询的往返次数", en "round trips of a first query"),
        costs.rounds.worded(1.0, "trips"),
    ));
    report.add(Row::new(
        localized!(zh "文件已在手时查询的时间，本机", en "time of a query whose files are at hand, natively"),
        costs.seconds.worded(1e-3, "ms"),
    ));
    report.add(Row::new(
        localized!(zh "其中最长的不停顿部分", en "of it the longest part without a pause"),
        costs.longest.worded(1e-3, "ms"),
    ));
    // Without the app the site has no search.
    if code.is_some() {
        report.add(typing::measure(site, &typed, scratch)?);
    }
    Ok(())
}

/// Publishes one more article into the site, the day after the newest one.
fn one_more(content: &Path, out: &Path, report: &mut Report) -> Result<()> {
    println!("▸ {}", told!(zh "{ARTICLES} 篇再加一篇的门户", en "the portal of {ARTICLES} articles and one more"));
    let zones = listed_zones()?;
    let date =
        NaiveDate::from_ymd_opt(2026, 11, 21).with_context(|| told!(zh "日期超出范围", en "a date is out of range"))?;
    // The build with nothing new tells what a build takes in any case.
    let idle = publisher::run(content, out)?;
    let text = Text {
        title: "示例：最新的一条".to_owned(), body: "本文是程序生成的示例文本。".to_owned()
    };
    let file = write_article(content, &zones[0], date, 1, &text)?;
    let start = SystemTime::now();
    let measured = publisher::run(content, out);
    fs::remove_file(&file).with_context(|| told!(zh "无法删除 {}", en "{} cannot be removed", file.display()))?;
    let (measured, written) = (measured?, folder::written_since(&out.join(INDEX), start)?);
    let added = measured.seconds - idle.seconds;
    let row = Row::new(
        localized!(zh "{ARTICLES} 篇再加一篇：索引的文件", en "one article more at {ARTICLES}: files of the index"),
        format!("{}, {}", written.files, kilobytes(written.bytes)),
    );
    report.add(row.goal(localized!(zh "至多 8 个", en "at most 8"), written.files <= 8));
    let worded = told!(
        zh "{:.2} 秒，比没有新内容的发布多 {added:.2} 秒",
        en "{:.2} s, {added:.2} s more than a build with nothing new",
        measured.seconds
    );
    let row = Row::new(localized!(zh "{ARTICLES} 篇再加一篇：时间", en "one article more at {ARTICLES}: time"), worded);
    report.add(row.goal(localized!(zh "至多多 1 秒", en "under 1 s added"), added < 1.0));
    Ok(())
}
