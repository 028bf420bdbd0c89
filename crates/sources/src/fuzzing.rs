//! Invariants of the parsers on any input, for the fuzz targets in `fuzz/`. A violation is a panic.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a broken promise must stop the fuzzer")]

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use investchn_diagnostics::{Diagnostic, Location};
use investchn_model::Block;

use crate::article::{self, ArticleSource};
use crate::front_matter;
use crate::lints::Lints;
use crate::pictures::Pictures;
use crate::tree::SourceTree;
use investchn_files::{Files, MemoryFiles};
use investchn_zones::ZoneLookup;

/// The environment in which inputs are parsed: the register and the settings of the fixtures, and a picture in each zone's
/// folder.
pub struct FuzzGround {
    /// The sources of the fixtures.
    pub tree: SourceTree,
    /// The zones of the fixtures, by name.
    pub names: ZoneLookup,
    /// The files of the fixtures, with the pictures.
    pub files: Arc<dyn Files>,
}

/// The environment, made once for all inputs.
pub static GROUND: LazyLock<FuzzGround> = LazyLock::new(|| {
    let mut memory = MemoryFiles::default()
        .with("site.toml", include_str!("../../../tests/fixtures/valid/site.toml"))
        .with("sources.toml", include_str!("../../../tests/fixtures/valid/sources.toml"))
        .with("regions.csv", include_str!("../../../tests/fixtures/valid/regions.csv"))
        .with("zones.csv", include_str!("../../../tests/fixtures/valid/zones.csv"))
        .with(
            "articles/huaian-htz/2020-1.md",
            include_str!("../../../tests/fixtures/valid/articles/huaian-htz/2020-1.md"),
        );
    let files: Arc<dyn Files> = Arc::new(memory.clone());
    let mut diagnostics = Vec::new();
    let tree = SourceTree::read(&files, Path::new(""), None, Lints::NONE, &mut diagnostics);
    let tree = tree.expect("the fixture can be read");
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let mut square = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_luma8(2, 2).write_to(&mut square, image::ImageFormat::Png).expect("a picture");
    for zone in &tree.zones {
        memory = memory.with(Path::new(zone.zone.id.as_str()).join("square.png"), square.get_ref().clone());
    }
    FuzzGround { names: ZoneLookup::new(&tree.zones), tree, files: Arc::new(memory) }
});

/// Returns an empty set of pictures over the environment's files.
pub fn pictures() -> Pictures {
    Pictures::new(GROUND.files.clone(), None)
}

/// Checks that front matter parses or has diagnostics, and that locations and spans are within the file.
pub fn front_matter(text: &str) {
    let Some(parts) = front_matter::split(text) else { return };
    let (front, body) = (parts.front.clone(), parts.body.clone());
    assert!(text.get(front.clone()).is_some() && text.get(body.clone()).is_some());
    assert!(front.end < body.start && body.end == text.len());
    let mut diagnostics = Vec::new();
    let file = Path::new("huaian-htz/2022-02-14-1.md");
    let read = front_matter::parse(file, text, parts, &GROUND.names, &mut diagnostics);
    assert_eq!(read.is_some(), diagnostics.is_empty());
    all_inside(text, &diagnostics);
    let Some(read) = read else { return };
    assert!(!read.title.trim().is_empty() && !read.source.trim().is_empty());
    let more = [(Some(&read.source), &read.spans.source), (read.summary.as_ref(), &read.spans.summary)];
    let more = more.into_iter().filter_map(|(value, span)| value.zip(span.as_ref()));
    for (value, span) in [(&read.title, &read.spans.title)].into_iter().chain(more) {
        assert!(front.start <= span.start && span.end <= front.end);
        let entry: toml::Table = format!("entry = {}", &text[span.clone()]).parse().expect("a span holds its value");
        assert_eq!(entry["entry"].as_str().map(str::trim), Some(value.trim()));
    }
}

/// Parses a whole source as a build does, with its body.
pub fn article(file: &Path, text: &str) -> (Option<(ArticleSource, Vec<Block>)>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let parsed = article::parse(file, text, &GROUND.names, &pictures(), &mut diagnostics);
    (parsed.map(|parsed| (parsed.article, parsed.body)), diagnostics)
}

/// Checks that every diagnostic is at a character of the file, or at the end of one of its lines.
pub fn all_inside(text: &str, diagnostics: &[Diagnostic]) {
    let lines: Vec<usize> = text.split('\n').map(|line| line.chars().count()).collect();
    for diagnostic in diagnostics {
        let Location { line, column, .. } = &diagnostic.location;
        let length = line.checked_sub(1).and_then(|index| lines.get(index));
        assert!(length.is_some_and(|length| (1..=length + 1).contains(column)), "{diagnostic}");
        let texts = [&diagnostic.message, &diagnostic.help].into_iter().flat_map(|text| [&text.zh, &text.en]);
        assert!(texts.into_iter().all(|text| !text.is_empty()), "{diagnostic}");
    }
}

/// Returns the path under which inputs are parsed as an article.
pub fn article_file() -> PathBuf {
    PathBuf::from("huaian-htz/2022-02-14-1.md")
}
