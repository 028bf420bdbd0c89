//! What the publisher promises of any input, for the fuzz targets in `fuzz/` and nobody else: a promise that does not hold is a
//! panic. It owns the promises; no build of the publisher has this module.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a promise is kept, or the fuzzer is told")]

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use investchn_model::{Article, Block, Item, PageData, SCHEMA, View};

use crate::check::{self, Spans};
use crate::pictures::Pictures;
use crate::problem::{Place, Problem};
use crate::source::{ArticleSource, Content, Names};
use crate::{import as old_pages, markdown as bodies, source};

/// The front matter that stands above every body that is tried.
const FRONT: &str = "+++\ntitle = \"示例\"\n+++\n";

/// What inputs are read against: the register and the settings of the fixtures, and a picture.
pub(crate) struct Ground {
    pub(crate) content: Content,
    pub(crate) names: Names,
    /// A folder of this process in which files may be made.
    pub(crate) folder: PathBuf,
}

/// Made once for all inputs.
pub(crate) static GROUND: LazyLock<Ground> = LazyLock::new(|| {
    let fixture = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/fixtures/valid"));
    let mut problems = Vec::new();
    let content = Content::read(fixture, None, &mut problems).expect("the fixture can be read");
    assert!(problems.is_empty(), "{problems:?}");
    let folder = std::env::temp_dir().join(format!("investchn-fuzz-{}", std::process::id()));
    for zone in &content.zones {
        let beside = folder.join(zone.zone.id.as_str());
        std::fs::create_dir_all(&beside).expect("a folder can be made");
        // Small, since it is read for each input that shows it.
        image::DynamicImage::new_luma8(2, 2).save(beside.join("square.png")).expect("a picture can be written");
    }
    Ground { names: Names::new(&content.zones), content, folder }
});

/// Front matter: it is read or a problem says why not, and every place is in the file.
pub fn front_matter(text: &str) {
    source::fuzzing::front_matter(text, &GROUND.names);
}

/// A body: it becomes blocks that travel as JSON, or a problem says why not; the editor's rules look at it too.
pub fn markdown(body: &str) {
    let file = GROUND.folder.join("huaian-htz/2022-02-14-1.md");
    let text = [FRONT, body].concat();
    let (title, range) = (12..20, FRONT.len()..text.len());
    let mut problems = Vec::new();
    let bodies::Body { blocks, .. } = bodies::body(&file, &text, range.clone(), &Pictures::default(), &mut problems);
    let is_fine = problems.is_empty();
    let mut article = ArticleSource { file, ..GROUND.content.articles[0].clone() };
    article.item.summary = bodies::excerpt(&blocks, 80);
    let spans = Spans { title: title.clone(), source: title, summary: None, body: range };
    check::article(&article, &text, &spans, &GROUND.names, &mut problems);
    all_inside(&text, &problems);
    if is_fine {
        travels(article, blocks);
    }
}

/// An old page, as text and as HTML: what is made of it is read again, and holds what was understood.
pub fn import(bytes: &[u8]) {
    old_pages::fuzzing::import(bytes);
}

/// Every problem stands on a line of the file, on one of its characters or at the end.
pub(crate) fn all_inside(text: &str, problems: &[Problem]) {
    let lines: Vec<usize> = text.split('\n').map(|line| line.chars().count()).collect();
    for problem in problems {
        let Place { line, column, .. } = &problem.place;
        let length = line.checked_sub(1).and_then(|index| lines.get(index));
        assert!(length.is_some_and(|length| (1..=length + 1).contains(column)), "{problem}");
        assert!(!problem.message.is_empty() && !problem.advice.is_empty(), "{problem}");
    }
}

/// What the publisher writes of an article is what the app reads.
fn travels(source: ArticleSource, body: Vec<Block>) {
    let site = GROUND.content.settings.site.clone();
    let Item { id, title, published, source: from, zone, kind, summary, picture: _ } = source.item;
    let city = GROUND.content.zones[0].zone.city.clone();
    let ArticleSource { lang, corrections, draft, .. } = source;
    let (previous, next) = (None, None);
    let article = Article {
        id,
        title,
        published,
        source: from,
        zone,
        city,
        kind,
        lang,
        summary,
        body,
        previous,
        next,
        corrections,
        draft,
    };
    let written = PageData { schema: SCHEMA, route: "/".to_owned(), site, view: View::Article(article) };
    let json = serde_json::to_string(&written).expect("an article can be written");
    let read: PageData = serde_json::from_str(&json).expect("an article can be read");
    assert!(read == written, "{json}");
}
