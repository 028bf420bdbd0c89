//! Measures the search and Pagefind on the same articles: building, size, bytes of queries, recall.

use investchn_localized::Text;
use investchn_tooling::localized;
use investchn_tooling::told;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};
use investchn_tooling::bench::folder;
use investchn_tooling::bench::measure::{Measured, measure as run};
use investchn_tooling::workspace;

use crate::corpus::Corpus;
use crate::costs::Costs;
use crate::index_folder::{IndexFolder, largest_file};
use crate::pagefind::{self, PagefindFigure, PagefindQuery};
use crate::queries::{Phrase, WritingForm, phrases};
use crate::report::{Figures, Report, Row};
use crate::scan::{Accuracy, scan};

/// The most queries that Pagefind is asked: each loads the texts of all its results.
const MOST_QUERIES: usize = 400;
/// Pagefind starts anew for every such query.
const COLD_EVERY: usize = 4;

/// Measures both and adds the rows.
pub(crate) fn measure(scratch: &Path, articles: usize, queries: usize, report: &mut Report) -> Result<()> {
    let most = pagefind::most_articles();
    if most < articles {
        let text = told!(
            zh "用 {most} 篇而不是 {articles} 篇：否则 Pagefind 所需内存超过空闲内存",
            en "{most} articles instead of {articles}: Pagefind would need more memory than is free"
        );
        println!("▸ {text}");
    }
    let corpus = Corpus::make(scratch, articles.min(most))?;
    let size = corpus.texts.len();
    let (texts, pages) = (corpus.write_texts()?, corpus.write_pages()?);
    println!("▸ {}", told!(zh "{size} 篇的索引", en "the index of {size} articles"));
    let ours = corpus.new_path("index")?;
    let program = std::env::current_exe()
        .with_context(|| told!(zh "不知道本程序的路径", en "the path of this program is unknown"))?;
    let by_us = run(Command::new(program).arg("write").args([&texts, &ours]))?;
    println!("▸ {}", told!(zh "Pagefind 的 {size} 篇索引", en "Pagefind's index of {size} articles"));
    let theirs = corpus.new_path("pagefind")?;
    let by_pagefind = pagefind::run(&pages, &theirs)?;
    add_builds(size, by_us, by_pagefind, report);
    add_sizes(&corpus, &ours, &theirs, report)?;
    println!("▸ {}", told!(zh "{queries} 次查询", en "{queries} queries"));
    let phrases = phrases(&corpus.texts, queries);
    let typed: Vec<&str> = phrases.iter().map(|phrase| phrase.typed.as_str()).collect();
    let expected = scan(&corpus.texts, &typed);
    let mut index = IndexFolder::open(&ours)?;
    let mut accuracy = Accuracy::default();
    for (phrase, expected) in typed.iter().zip(&expected) {
        accuracy.add(expected, &index.all(phrase)?.found);
    }
    let costs = Costs::measure(&mut index, &typed)?;
    println!("▸ {}", told!(zh "对 Pagefind 的查询", en "queries to Pagefind"));
    let (asked, figures) = ask_pagefind(&theirs, scratch, &phrases, &expected)?;
    add_accuracy(accuracy, asked, report);
    // They are some hundred megabytes.
    [&pages, &ours, &theirs].into_iter().try_for_each(|folder| workspace::remove(folder))?;
    let bytes = |is_wanted: fn(usize) -> bool| {
        let figures = figures.iter().enumerate().filter(|(number, _)| is_wanted(number % COLD_EVERY));
        Figures::new(figures.map(|(_, figure)| figure.bytes as f64)).worded(1000.0, "KB")
    };
    let row = Row::new(
        localized!(zh "{size} 篇时的首次查询，Pagefind 含代码", en "first query at {size}, Pagefind with its code"),
        costs.first.worded(1000.0, "KB"),
    );
    report.add(row.pagefind(bytes(|place| place == 0)));
    let row = Row::new(
        localized!(zh "{size} 篇时的再次查询", en "the next query at {size}"),
        costs.later.worded(1000.0, "KB"),
    );
    report.add(row.pagefind(bytes(|place| place == 1)));
    Ok(())
}

/// Asks Pagefind for phrases as they are in the texts, in quotes.
fn ask_pagefind(
    index: &Path,
    scratch: &Path,
    phrases: &[Phrase],
    expected: &[BTreeSet<String>],
) -> Result<(Accuracy, Vec<PagefindFigure>)> {
    let asked = phrases.iter().zip(expected).filter(|(phrase, _)| phrase.form == WritingForm::AsWritten);
    let asked: Vec<_> = asked.take(MOST_QUERIES).collect();
    let query = |(number, (phrase, _)): (usize, &(&Phrase, _))| PagefindQuery {
        text: format!("\"{}\"", phrase.typed),
        cold: number % COLD_EVERY == 0,
    };
    let queries: Vec<PagefindQuery> = asked.iter().enumerate().map(query).collect();
    let figures = pagefind::ask(index, &queries, scratch)?;
    let mut accuracy = Accuracy::default();
    for ((_, expected), figure) in asked.iter().zip(&figures) {
        let found: Vec<String> = figure.found.iter().map(|address| pagefind::id(address)).collect();
        accuracy.add(expected, &found);
    }
    Ok((accuracy, figures))
}

fn add_builds(articles: usize, ours: Measured, theirs: Measured, report: &mut Report) {
    let seconds = |run: Measured| format!("{:.1} s", run.seconds);
    let row = Row::new(localized!(zh "{articles} 篇的索引：时间", en "index of {articles}: time"), seconds(ours))
        .pagefind(seconds(theirs));
    report.add(
        row.goal(
            localized!(zh "Pagefind 的十分之一", en "a tenth of Pagefind's"),
            ours.seconds * 10.0 <= theirs.seconds,
        ),
    );
    if let (Some(our_memory), Some(their_memory)) = (ours.memory, theirs.memory) {
        let row = Row::new(
            localized!(zh "{articles} 篇的索引：内存", en "index of {articles}: memory"),
            megabytes(our_memory),
        );
        let is_met = our_memory * 20 <= their_memory;
        report.add(
            row.pagefind(megabytes(their_memory))
                .goal(localized!(zh "Pagefind 的二十分之一", en "a twentieth of Pagefind's"), is_met),
        );
    }
}

fn add_sizes(corpus: &Corpus, ours: &Path, theirs: &Path, report: &mut Report) -> Result<()> {
    let (our_size, their_size) = (folder::size(ours)?, folder::size(theirs)?);
    let characters = corpus.chinese_characters() as f64;
    let share = |bytes: u64| bytes as f64 / characters;
    let worded = |bytes| format!("{:.2} bytes", share(bytes));
    let articles = corpus.texts.len();
    let row = Row::new(
        localized!(zh "{articles} 篇的索引：每个汉字", en "index of {articles}: a Chinese character"),
        worded(our_size.bytes),
    );
    report.add(
        row.pagefind(worded(their_size.bytes))
            .goal(localized!(zh "至多 2 字节", en "at most 2 bytes"), share(our_size.bytes) <= 2.0),
    );
    let row = Row::new(
        localized!(zh "{articles} 篇的索引：文件数", en "index of {articles}: files"),
        our_size.files.to_string(),
    );
    report.add(row.pagefind(their_size.files.to_string()));
    let (our_largest, their_largest) = (largest_file(ours)?, largest_file(theirs)?);
    let row = Row::new(
        localized!(zh "{articles} 篇的索引：最大的文件", en "index of {articles}: largest file"),
        kilobytes(our_largest),
    );
    report.add(
        row.pagefind(kilobytes(their_largest))
            .goal(localized!(zh "至多 64 KB", en "at most 64 KB"), our_largest <= 64_000),
    );
    Ok(())
}

fn add_accuracy(ours: Accuracy, theirs: Accuracy, report: &mut Report) {
    let recall = |it: Accuracy| {
        format!(
            "{:.2} %; of {} queries {} lack a hit, {} all",
            it.recall() * 100.0,
            it.queries,
            it.incomplete,
            it.empty
        )
    };
    let row = Row::new(localized!(zh "与逐篇扫描相比的召回率", en "recall against a plain scan"), recall(ours))
        .pagefind(recall(theirs));
    report.add(row.goal(Text::same("100 %"), ours.incomplete == 0));
    let row =
        Row::new(localized!(zh "误报", en "false hits"), ours.wrong.to_string()).pagefind(theirs.wrong.to_string());
    report.add(row.goal(Text::same("0"), ours.wrong == 0));
}

/// Words bytes as megabytes.
pub(crate) fn megabytes(bytes: u64) -> String {
    format!("{:.0} MB", bytes as f64 / 1e6)
}

/// Words bytes as kilobytes.
pub(crate) fn kilobytes(bytes: u64) -> String {
    format!("{:.1} KB", bytes as f64 / 1e3)
}
