//! Holds the reader against a plain scan of all articles, over random corpora and queries.

use std::collections::BTreeSet;

use crate::support::{MemoryIndex, article};
use investchn_search::{HitOrder, PackedArticle, SearchFilter, fold};
use proptest::prelude::*;

/// Few characters, so that pairs repeat: simplified, traditional, beyond the Basic Multilingual Plane, emoji, combining marks,
/// Latin letters and digits of both widths, zeros, white space, what vanishes.
const LETTERS: [&str; 36] = [
    "招",
    "商",
    "发",
    "發",
    "展",
    "苏",
    "蘇",
    "州",
    "区",
    "區",
    "零",
    "〇",
    "○",
    "𠀀",
    "𫝈",
    "👩‍💻",
    "🇨🇳",
    "e\u{301}",
    "é",
    "É",
    "a",
    "A",
    "Ａ",
    "b",
    "5",
    "５",
    "2",
    "0",
    "，",
    ",",
    " ",
    "\u{3000}",
    "\n",
    "\u{200b}",
    "-",
    "。",
];

fn text(lengths: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(LETTERS.to_vec()), lengths).prop_map(|letters| letters.concat())
}

fn corpus() -> impl Strategy<Value = Vec<PackedArticle>> {
    let texts = prop::collection::vec((text(0..12), text(0..80)), 1..120);
    texts.prop_map(|texts| texts.iter().enumerate().map(|(at, (title, body))| article(at, title, body)).collect())
}

/// A phrase that may be anywhere in a corpus: an article, where it begins, how long it is.
type Cut = (prop::sample::Index, prop::sample::Index, usize);

fn cut() -> impl Strategy<Value = Cut> {
    (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 1..20_usize)
}

/// Cuts a phrase out of an article, without quotes.
fn phrase(corpus: &[PackedArticle], (article, start, length): &Cut) -> String {
    let article = article.get(corpus);
    let text: Vec<char> = format!("{}{}", article.title, article.body).chars().collect();
    let start = if text.is_empty() { 0 } else { start.index(text.len()) };
    text.iter().skip(start).take(*length).collect()
}

/// Returns true if an article has a phrase, by a plain scan of its folded text.
fn has(article: &PackedArticle, phrase: &str) -> bool {
    let folded = |text: &str| fold(text).letters.iter().collect::<String>();
    let phrase = folded(phrase);
    let is_long = phrase.chars().count() > 1;
    let is_latin = phrase.starts_with(|letter: char| letter.is_ascii_alphabetic());
    let texts = [&article.title].into_iter().chain(is_long.then_some(&article.body));
    let mut extra = article.extra.iter().filter(|_| !is_latin || phrase.chars().count() > 3);
    texts.into_iter().any(|text| folded(text).contains(&phrase))
        || extra.any(|text| {
            let starts = text.match_indices(|letter: char| !is_latin || letter.is_ascii_uppercase());
            starts.into_iter().any(|(at, _)| folded(&text[at..]).starts_with(&phrase))
        })
}

/// Returns the ids that a scan finds, newest first.
fn scan(corpus: &[PackedArticle], with: &[&str], without: &[&str]) -> Vec<String> {
    let wanted =
        |it: &&PackedArticle| with.iter().all(|part| has(it, part)) && !without.iter().any(|part| has(it, part));
    corpus.iter().rev().filter(wanted).map(|it| it.id.clone()).collect()
}

fn found(index: &MemoryIndex, typed: &str, filter: &SearchFilter) -> Vec<String> {
    index.search(typed, filter).into_iter().map(|hit| hit.id).collect()
}

/// Returns true if folding leaves something of a phrase that the query does not take for a dash.
fn can_be_asked(phrase: &str) -> bool {
    !matches!(fold(phrase).letters.as_slice(), [] | ['-'])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn phrases_are_found_exactly_where_a_scan_finds_them(corpus in corpus(), cuts in prop::collection::vec(cut(), 12)) {
        let index = MemoryIndex::new(&corpus);
        for phrase in cuts.iter().map(|cut| phrase(&corpus, cut)).filter(|phrase| can_be_asked(phrase)) {
            let hits = found(&index, &format!("\"{phrase}\""), &SearchFilter::default());
            prop_assert_eq!(&hits, &scan(&corpus, &[&phrase], &[]), "{:?}", phrase);
            let run = index.run_in_order(&format!("\"{phrase}\""), &SearchFilter::default(), HitOrder::TitlesFirst, 2);
            let titles_first: BTreeSet<String> = index.search_to_end(run).into_iter().map(|hit| hit.id).collect();
            prop_assert_eq!(titles_first, hits.into_iter().collect(), "{:?}", phrase);
        }
    }

    #[test]
    fn several_words_and_exclusions_agree_with_a_scan(corpus in corpus(), cuts in prop::collection::vec(cut(), 3)) {
        let index = MemoryIndex::new(&corpus);
        let [one, two, three] = [0, 1, 2].map(|at| phrase(&corpus, &cuts[at]));
        prop_assume!([&one, &two, &three].into_iter().all(|it| can_be_asked(it)));
        let filter = SearchFilter::default();
        let typed = format!("“{one}” 「{two}」");
        prop_assert_eq!(found(&index, &typed, &filter), scan(&corpus, &[&one, &two], &[]), "{:?}", typed);
        let typed = format!("\"{one}\" -\"{three}\"");
        prop_assert_eq!(found(&index, &typed, &filter), scan(&corpus, &[&one], &[&three]), "{:?}", typed);
    }

    #[test]
    fn filters_agree_with_a_scan(corpus in corpus(), cut in cut(), zone in 0..3_usize, year in 2019..2028_u32) {
        let index = MemoryIndex::new(&corpus);
        let phrase = phrase(&corpus, &cut);
        prop_assume!(can_be_asked(&phrase));
        let zone = ["huaian", "suzhou", "nowhere"][zone];
        let filters = [
            SearchFilter { zone: Some(zone.to_owned()), ..SearchFilter::default() },
            SearchFilter { region: Some("jiangsu".to_owned()), kind: Some("news".to_owned()), ..SearchFilter::default() },
            SearchFilter { year: Some(year), region: Some(zone.to_owned()), ..SearchFilter::default() },
        ];
        for filter in filters {
            let all: Vec<PackedArticle> = corpus.iter().filter(|it| {
                filter.zone.as_ref().is_none_or(|zone| it.zone == *zone)
                    && filter.region.as_ref().is_none_or(|region| it.regions.contains(region))
                    && filter.kind.as_ref().is_none_or(|kind| it.kind == *kind)
                    && filter.year.is_none_or(|year| it.date / 10_000 == year)
            }).cloned().collect();
            prop_assert_eq!(found(&index, &format!("\"{phrase}\""), &filter), scan(&all, &[&phrase], &[]));
            prop_assert_eq!(found(&index, "", &filter), scan(&all, &[], &[]));
        }
    }

    #[test]
    fn every_mark_is_a_match(corpus in corpus(), cut in cut()) {
        let index = MemoryIndex::new(&corpus);
        let phrase = phrase(&corpus, &cut);
        let letters = fold(&phrase).letters;
        prop_assume!(letters.len() > 1);
        for hit in index.search(&format!("\"{phrase}\""), &SearchFilter::default()) {
            let marked = hit.excerpt.marks.iter().map(|it| &hit.excerpt.text[it.clone()]);
            let marked: Vec<&str> = marked.chain(hit.title_marks.iter().map(|it| &hit.title[it.clone()])).collect();
            let in_extra = fold(&["HAGXQ", "SuZhouYuanQu", "WXGXQ"].join("|")).contains(&letters);
            prop_assert!(in_extra || !marked.is_empty());
            // Overlapping matches are one mark, and the end of an excerpt may cut one.
            prop_assert!(marked.iter().all(|it| fold(it).letters.len() >= letters.len() || hit.excerpt.is_cut_after));
        }
    }
}

#[test]
fn traditional_full_width_and_broken_lines_are_found() {
    let index = MemoryIndex::new(&[
        article(0, "淮安高新区入选百强", "示例：二〇二六年，淮安高新区招商\n发展，李有平 ＧＤＰ 增长5%。"),
        article(1, "示例", "无"),
    ]);
    for typed in ["百強高新區 -无", "招商发展", "ｇｄｐ增长５", "二零二六", "hagxq", "淮 2026", "李有平 HAGXQ"]
    {
        let expected: &[&str] = if typed.contains("2026") || typed.contains("百強") { &[] } else { &["a0"] };
        assert_eq!(found(&index, typed, &SearchFilter::default()), expected, "{typed}");
    }
}

#[test]
fn a_single_character_is_found_in_titles_only() {
    let index = MemoryIndex::new(&[article(0, "甲", "乙丙"), article(1, "乙", "丙")]);
    assert_eq!(found(&index, "乙", &SearchFilter::default()), ["a1"]);
    assert_eq!(found(&index, "丙", &SearchFilter::default()), [""; 0]);
}

#[test]
fn an_empty_result_names_the_parts_that_no_article_has() {
    let index = MemoryIndex::new(&[article(0, "甲乙", "丙丁"), article(1, "戊己", "丙丁")]);
    let missing = |typed: &str| {
        let mut run = index.run(typed, &SearchFilter::default());
        while let investchn_search::SearchStep::Need(paths) = run.step() {
            paths.iter().for_each(|path| run.supply(path, &index.inflated(path)).unwrap());
        }
        assert!(run.take_hits().is_empty());
        run.missing_parts().to_vec()
    };
    assert_eq!(missing("甲乙 庚辛 丙丁 壬癸"), [1, 3]);
    assert_eq!(missing("甲乙 戊己"), [0; 0]);
    assert_eq!(missing("庚辛"), [0; 0]);
}

#[test]
fn a_page_stops_before_older_segments_are_read() {
    let articles: Vec<PackedArticle> = (0..3000).map(|at| article(at, "示例", "招商引资")).collect();
    let index = MemoryIndex::new(&articles);
    let mut run = index.run("招商", &SearchFilter::default());
    let mut files = 0;
    while let investchn_search::SearchStep::Need(paths) = run.step() {
        files += paths.len();
        paths.iter().for_each(|path| run.supply(path, &index.inflated(path)).unwrap());
    }
    assert!(files <= 6, "{files}");
    let hits = run.take_hits();
    assert!(hits.iter().map(|hit| hit.id.as_str()).eq(["a2999", "a2998", "a2997"]));
    assert!(!run.count().is_complete);
}

#[test]
fn pinyin_is_found_from_the_beginning_of_a_syllable_on() {
    let index = MemoryIndex::new(&[article(0, "甲", "乙"), article(1, "丙", "丁")]);
    for typed in ["suzhou", "SUZHOUYUANQU", "yuan", "zhouyu", "ｓｕｚｈｏｕ", "\"zhou yuan\" "] {
        let expected: &[&str] = if typed.contains(' ') { &[] } else { &["a1"] };
        assert_eq!(found(&index, typed, &SearchFilter::default()), expected, "{typed}");
    }
    for typed in ["uzhou", "qu", "su", "hag", "agxQ"] {
        let expected: &[&str] = if typed == "agxQ" { &["a0"] } else { &[] };
        assert_eq!(found(&index, typed, &SearchFilter::default()), expected, "{typed}");
    }
}

#[test]
fn titles_come_first_if_asked_for() {
    let titles = ["甲", "招商", "乙", "商招", "苏州招商"];
    let bodies = ["招商", "无", "招商引资", "无", "招商"];
    let articles: Vec<PackedArticle> =
        titles.iter().zip(bodies).enumerate().map(|(at, (title, body))| article(at, title, body)).collect();
    let index = MemoryIndex::new(&articles);
    let ids = |order, page| {
        let hits = index.search_to_end(index.run_in_order("招商", &SearchFilter::default(), order, page));
        hits.into_iter().map(|hit| hit.id).collect::<Vec<_>>()
    };
    for page in 1..6 {
        assert_eq!(ids(HitOrder::Newest, page), ["a4", "a2", "a1", "a0"]);
        assert_eq!(ids(HitOrder::TitlesFirst, page), ["a4", "a1", "a2", "a0"]);
    }
}

#[test]
fn a_hit_says_by_which_name_it_was_found() {
    let with_names = |number, title, body| {
        let extra = vec!["淮安高新区".to_owned(), "淮阴报".to_owned(), "HAGXQ".to_owned()];
        PackedArticle { extra, ..article(number, title, body) }
    };
    let index = MemoryIndex::new(&[with_names(0, "甲", "乙"), with_names(1, "淮阴报", "丙丁")]);
    let found_by = |typed: &str| {
        let hits = index.search(typed, &SearchFilter::default());
        let names = hits.into_iter().map(|hit| (hit.found_by, hit.found_by_marks));
        names.map(|(name, marks)| marks.first().map_or("", |mark| &name[mark.clone()]).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(found_by("淮陰報"), ["", "淮阴报"]);
    assert_eq!(found_by("丙丁 高新"), ["高新"]);
    assert_eq!(found_by("高新"), ["高新", "高新"]);
    assert_eq!(found_by("hagxq"), ["", ""]);
}
