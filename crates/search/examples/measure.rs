//! Measures an index of a corpus of text, and compares the first page of random queries with a plain scan:
//!
//!     cargo run --release -p investchn-search --example measure -- corpus.txt 2000
//!
//! The corpus is one file of articles in ascending order of time, separated by form feeds; the first line of each is its title.
//! The second argument is the number of queries. Fails if a first page differs.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a measurement may stop at once")]

#[path = "../tests/index/support.rs"]
#[allow(dead_code, reason = "the tests use more of it")]
mod support;

use std::collections::{BTreeMap, HashSet};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Instant;

use investchn_search::{PackedArticle, SearchFilter, SearchOptions, SearchQuery, SearchRun, SearchStep, fold};

use support::{MemoryIndex, inflate};

/// The cost of a query.
struct Cost {
    bytes: usize,
    files: usize,
    rounds: usize,
    /// The bytes of packs.
    text: usize,
    ids: Vec<String>,
}

/// Searches the first page, and leaves out what `kept` has, if it is given.
fn first_page(index: &MemoryIndex, typed: &str, mut kept: Option<&mut HashSet<String>>) -> Cost {
    let options = SearchOptions::default();
    let mut run =
        SearchRun::new(Arc::clone(&index.manifest), SearchQuery::parse(typed), SearchFilter::default(), options);
    let mut cost = Cost { bytes: 0, files: 0, rounds: 0, text: 0, ids: Vec::new() };
    if kept.is_none() {
        cost.bytes += index.files[support::MANIFEST].len();
    }
    while let SearchStep::Need(paths) = run.step() {
        cost.rounds += 1;
        for path in paths {
            let bytes = &index.files[&path];
            if kept.as_mut().is_none_or(|kept| kept.insert(path.clone())) {
                cost.bytes += bytes.len();
                cost.files += 1;
                cost.text += if is_pack(bytes) { bytes.len() } else { 0 };
            }
            run.supply(&path, &inflate(bytes)).unwrap();
        }
    }
    cost.ids = run.take_hits().into_iter().map(|hit| hit.id).collect();
    cost
}

fn is_pack(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1f, 0x8b])
}

fn describe(name: &str, numbers: impl Iterator<Item = usize>) -> String {
    let mut numbers: Vec<usize> = numbers.collect();
    numbers.sort_unstable();
    let at = |share: usize| numbers[(numbers.len() - 1) * share / 100];
    format!("{name} median {} p95 {} most {}", at(50), at(95), at(100))
}

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let (Some(path), queries) = (arguments.next(), arguments.next()) else {
        eprintln!("name a corpus: see the head of crates/search/examples/measure.rs");
        return ExitCode::FAILURE;
    };
    let count: usize = queries.and_then(|it| it.to_str()?.parse().ok()).unwrap_or(200);
    let text = std::fs::read_to_string(path).unwrap();
    let articles: Vec<PackedArticle> = text
        .split('\u{c}')
        .enumerate()
        .map(|(at, text)| {
            let (title, body) = text.trim().split_once('\n').unwrap_or((text, ""));
            let date = 20_100_101 + u32::try_from(at * 16 / 100_000 * 10_000).unwrap();
            PackedArticle {
                id: format!("a{at}"),
                title: title.to_owned(),
                body: body.to_owned(),
                date,
                ..PackedArticle::default()
            }
        })
        .collect();
    let is_chinese = |letter: &char| ('\u{3400}'..='\u{9fff}').contains(letter);
    let chinese = text.chars().filter(is_chinese).count();
    drop(text);
    let start = Instant::now();
    let index = MemoryIndex::new(&articles);
    println!("{} articles, {chinese} Chinese characters, built in {:.1?}", articles.len(), start.elapsed());
    for segment in &index.manifest.segments {
        println!("  segment of {} articles in {} shards", segment.articles, segment.shards);
    }
    for (kind, packs) in [("lists", false), ("text", true)] {
        let files = || index.files.values().filter(|bytes| is_pack(bytes) == packs).map(Vec::len);
        let bytes: usize = files().sum();
        let share = bytes as f64 / chinese as f64;
        println!(
            "  {kind}: {} files, {bytes} bytes, {share:.2} a Chinese character, {}",
            files().count(),
            describe("", files())
        );
    }
    let folded: Vec<[String; 2]> = articles
        .iter()
        .map(|it| [&it.title, &it.body].map(|text| fold(text).letters.into_iter().collect::<String>()))
        .collect();
    let mut random = fastrand::Rng::with_seed(11);
    let mut costs: BTreeMap<&str, Vec<(Cost, Cost)>> = BTreeMap::new();
    let mut kept = HashSet::new();
    let (mut wrong, mut most_time) = (0, std::time::Duration::ZERO);
    for number in 0..count {
        let text: Vec<char> = folded[random.usize(..folded.len())][1].chars().collect();
        let (name, length) =
            [("2", 2), ("3", 3), ("4", 4), ("5-8", random.usize(5..9)), ("9-20", random.usize(9..21))][number % 5];
        if text.len() < length {
            continue;
        }
        let at = random.usize(..=text.len() - length);
        let phrase: String = text[at..at + length].iter().collect();
        if phrase.trim().chars().count() < 2 || phrase.contains(['"', '\u{201c}', '\u{201d}']) {
            continue;
        }
        let phrase = phrase.trim();
        let typed = format!("\"{phrase}\"");
        let start = Instant::now();
        let cold = first_page(&index, &typed, None);
        most_time = most_time.max(start.elapsed());
        let warm = first_page(&index, &typed, Some(&mut kept));
        let expected = (0..folded.len()).rev().filter(|at| folded[*at].iter().any(|text| text.contains(phrase)));
        if !expected.take(10).map(|at| format!("a{at}")).eq(cold.ids.iter().cloned()) {
            wrong += 1;
            println!("  differs from a scan: {phrase:?}");
        }
        if cold.bytes > 150_000 {
            println!("  {} bytes, {} of text, {} hits: {phrase:?}", cold.bytes, cold.text, cold.ids.len());
        }
        costs.entry(name).or_default().push((cold, warm));
    }
    println!("first page differs from a scan: {wrong} of {count}; the slowest in memory {most_time:.1?}");
    let all: Vec<&(Cost, Cost)> = costs.values().flatten().collect();
    for (name, costs) in costs.iter().map(|(name, costs)| (*name, costs.iter().collect())).chain([("all", all)]) {
        let costs: Vec<&(Cost, Cost)> = costs;
        println!("phrases of {name} characters:");
        println!("  {}", describe("cold bytes", costs.iter().map(|it| it.0.bytes)));
        println!("  {}", describe("of them text", costs.iter().map(|it| it.0.text)));
        println!("  {}", describe("cold files", costs.iter().map(|it| it.0.files)));
        println!("  {}", describe("round trips", costs.iter().map(|it| it.0.rounds)));
        println!("  {}", describe("warm bytes", costs.iter().map(|it| it.1.bytes)));
        println!("  {}", describe("hits", costs.iter().map(|it| it.0.ids.len())));
    }
    if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
