//! Unit tests of editions: what they say in English, what stays Chinese, and how much of a list they have.

use std::path::Path;
use std::sync::Arc;

use investchn_messages::{EN, ZH};
use investchn_sources::{Files, Lints, MemoryFiles, Pin, SourceTree};

use crate::{ListCoverage, NEWEST, TranslationCoverage, edition};

const EN_TABLE: &str = "\n[en]\nname = \"Portal\"\nslogan = \"Slogan\"\ncopyright = \"Copyright\"\n";
const HISTORY: &str = "zone,name,aliases,types,level,code,approved,area_ha,source\nhuaian-htz,江苏淮安高新技术产业开发区,,htz,provincial,,,,s0\n";

fn content() -> MemoryFiles {
    MemoryFiles::default()
        .with("site.toml", [include_str!("../../../tests/fixtures/valid/site.toml"), EN_TABLE].concat())
        .with("sources.toml", include_str!("../../../tests/fixtures/valid/sources.toml"))
        .with("regions.csv", include_str!("../../../tests/fixtures/valid/regions.csv"))
        .with("zones.csv", include_str!("../../../tests/fixtures/valid/zones.csv"))
        .with("history.csv", HISTORY)
        .with("terms.csv", "zh,en\n甲,First\n")
}

/// Adds an original of a day, with its translation if it is wanted.
fn article(files: MemoryFiles, date: &str, front: &str, is_translated: bool) -> MemoryFiles {
    let original = format!(
        "+++\ntitle = \"示例\"\npublished = {date}\nsource = \"示例报\"\nzone = \"huaian-htz\"\n{front}+++\n\n示例。\n"
    );
    let files = files.with(format!("articles/huaian-htz/{date}-1.md"), original);
    let english = "+++\ntitle = \"Example\"\nsummary = \"An example.\"\n+++\n\nAn example.\n";
    if is_translated { files.with(format!("articles/huaian-htz/{date}-1.en.md"), english) } else { files }
}

fn read(files: MemoryFiles) -> SourceTree {
    let (files, mut diagnostics): (Arc<dyn Files>, _) = (Arc::new(files), Vec::new());
    let tree = SourceTree::read(&files, Path::new(""), None, Lints::NONE, &mut diagnostics).unwrap();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    tree
}

#[test]
fn a_portal_without_the_table_has_no_edition() {
    let files = content().with("site.toml", include_str!("../../../tests/fixtures/valid/site.toml"));
    assert!(edition(&read(files), &EN).is_none());
    assert!(edition(&read(content()), &ZH).is_none(), "the originals are no edition");
}

#[test]
fn the_portal_speaks_the_language() {
    let tree = read(content());
    let english = edition(&tree, &EN).unwrap().settings;
    let site = &english.site;
    assert_eq!((site.name.as_str(), site.slogan.as_str(), site.copyright.as_str()), ("Portal", "Slogan", "Copyright"));
    assert_eq!(site.contact, tree.settings.site.contact, "shared");
    let contact = [EN_TABLE, "[en.contact]\nphone = \"1\"\nfax = \"2\"\nemail = \"3\"\n"].concat();
    let files =
        content().with("site.toml", [include_str!("../../../tests/fixtures/valid/site.toml"), &contact].concat());
    assert_eq!(edition(&read(files), &EN).unwrap().settings.site.contact.phone, "1");
}

#[test]
fn zones_and_regions_have_their_english_names_and_are_found_by_the_chinese_ones() {
    let tree = read(content());
    let english = edition(&tree, &EN).unwrap();
    let region = &english.regions[&"320800".parse().unwrap()];
    assert_eq!((region.name.as_str(), region.short_name.as_str()), ("Huai'an", "Huai'an"));
    let [zone, original] =
        [&english, &tree].map(|tree| &tree.zones.iter().find(|it| it.zone.id.as_str() == "huaian-htz").unwrap().zone);
    assert_eq!(zone.name.value, "Huai'an High-tech Industrial Development Zone");
    assert_eq!(zone.short_name, "Huai'an High-tech Zone");
    assert_eq!(zone.original_name.as_deref(), Some("淮安国家高新技术产业开发区"));
    assert_eq!((zone.city.name.as_str(), zone.province.name.as_str()), ("Huai'an", "Jiangsu"));
    assert_eq!(zone.aliases[0], "淮安高新区");
    assert_eq!(zone.aliases[1..], original.aliases, "former names, and not the official one again");
    assert_eq!(zone.industries.as_ref().unwrap().value, ["First", "乙"], "a missing term stays Chinese");
    assert_eq!(zone.history[0].name, "Jiangsu Huai'an High-tech Industrial Development Zone");
    assert_eq!(zone.name.sources, original.name.sources, "citations have their own language");
    assert_eq!(original.original_name, None);
}

#[test]
fn the_articles_are_the_translated_ones_in_the_order_of_the_originals() {
    let mut files = article(content(), "2022-02-14", "previous = { title = \"示例：仅存标题\" }\n", true);
    files = article(files, "2022-02-15", "next = { article = \"huaian-htz-20220214-1\" }\n", true);
    files = article(files, "2022-02-16", "next = { article = \"huaian-htz-20220217-1\" }\n", true);
    files = article(files, "2022-02-17", "", false);
    let tree = read(files);
    let english = edition(&tree, &EN).unwrap();
    let dates: Vec<String> = english.items().map(|item| item.published.to_string()).collect();
    assert_eq!(dates, ["2022-02-16", "2022-02-15", "2022-02-14"]);
    let [later, middle, first] = english.articles.as_slice() else { panic!("three") };
    assert_eq!((first.item.title.as_str(), first.item.zone.short_name.as_str()), ("Example", "Huai'an High-tech Zone"));
    assert!(first.previous.is_none(), "a Chinese title");
    assert!(matches!(&middle.next, Some(Pin::Article { id, .. }) if *id == first.item.id));
    assert!(later.next.is_none(), "not translated");
    assert_ne!(first.digest, tree.translations("en")[2].digest, "it covers the zone's English names");
    assert_eq!(english.take_body(first).unwrap().len(), 1);
    assert!(english.is_translated("en", &first.item.id), "both trees know the languages");
}

#[test]
fn a_list_names_its_newest_articles_without_a_translation() {
    let mut files = content();
    for day in 1..=28 {
        files = article(files, &format!("2022-02-{day:02}"), "", day % 7 == 0);
    }
    let tree = read(files);
    let coverage = TranslationCoverage::new(&tree, "en");
    let all: Vec<usize> = (0..28).collect();
    let ListCoverage { originals, translated, all } = coverage.of(&all);
    assert_eq!((translated, all, originals.len()), (4, 28, NEWEST));
    assert_eq!(originals[..8], [1, 2, 3, 4, 5, 6, 8, 9], "28, 21, 14 and 7 are translated");
    assert_eq!(coverage.of(&[0, 7]), ListCoverage { originals: vec![], translated: 2, all: 2 });
    assert_eq!(coverage.of(&[]), ListCoverage::default());
    assert_eq!(TranslationCoverage::new(&tree, "fr").of(&[0]).translated, 0);
}
