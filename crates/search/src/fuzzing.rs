//! Checks the guarantees that the reader gives for any bytes, for the fuzz target in `fuzz/`. A violation is a panic.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a broken promise must stop the fuzzer")]

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::io::Read;
use std::sync::{Arc, LazyLock};

use crate::bytes::{FileKind, header, put_number};
use crate::hits::{HitOrder, SearchHit, SearchOptions, SearchStep};
use crate::manifest::IndexManifest;
use crate::matching::SearchFilter;
use crate::pack::{PackedArticle, TextPack};
use crate::query::SearchQuery;
use crate::reader::SearchRun;
use crate::shard::PostingShard;
use crate::terms::KEY_BITS;
use crate::writer::{IndexFile, write_index};

const MANIFEST: &str = "articles.bin";
/// A search of the small index that takes more steps does not end.
const MOST_STEPS: usize = 5000;
/// A manifest of the fuzzer may name any number of files; so many steps of it are tried.
const FEW_STEPS: usize = 100;

/// The files of a small index with several segments, inflated.
static FILES: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(|| {
    let articles: Vec<PackedArticle> = (0..150).map(article).collect();
    let ids: Vec<&str> = articles.iter().map(|article| article.id.as_str()).collect();
    let mut files = BTreeMap::new();
    let sink = |file: IndexFile| -> Result<(), Infallible> {
        files.insert(file.path, inflated(&file.bytes));
        Ok(())
    };
    write_index(MANIFEST, &ids, |at| Ok(articles[at].clone()), sink).unwrap();
    files
});

/// Searches files that are made of the bytes, and files of an index that they change.
pub fn search(bytes: &[u8]) {
    let mut input = Input(bytes);
    let length = usize::from(input.byte());
    let query = SearchQuery::parse(&String::from_utf8_lossy(input.take(length)));
    let (filter, options) = (input.filter(), input.options());
    search_changed(&mut input.clone(), &query, &filter, options);
    search_made(input.0, &query, &filter, options);
}

/// Searches an index of which some files are changed. A file that is refused is given as it was; the search must end.
fn search_changed(input: &mut Input, query: &SearchQuery, filter: &SearchFilter, options: SearchOptions) {
    let changes = input.changes();
    let changed = |number: usize, path: &str| {
        let mut bytes = FILES.get(path).cloned().unwrap_or_default();
        changes.iter().filter(|change| change.file == number % 16).for_each(|change| change.apply(&mut bytes));
        bytes
    };
    let Ok(manifest) = IndexManifest::decode(&changed(0, MANIFEST)) else { return };
    let mut run = SearchRun::new(Arc::new(manifest), query.clone(), filter.clone(), options);
    let mut files = 0;
    for _ in 0..MOST_STEPS {
        match run.step() {
            SearchStep::Need(paths) => {
                assert!(!paths.is_empty(), "nothing is needed");
                for path in paths {
                    files += 1;
                    let is_refused = run.supply(&path, &changed(files, &path)).is_err();
                    // A broken manifest may name files that are not there.
                    if is_refused && FILES.get(&path).is_none_or(|bytes| run.supply(&path, bytes).is_err()) {
                        return;
                    }
                }
            }
            SearchStep::Page => run.next_page(),
            SearchStep::Done => return,
        }
        run.take_hits().iter().for_each(check_hit);
    }
    panic!("the search does not end");
}

/// Reads bytes as each kind of file, and searches them as if the host answered every request with them.
fn search_made(bytes: &[u8], query: &SearchQuery, filter: &SearchFilter, options: SearchOptions) {
    let file = |kind| [&header(kind), bytes].concat();
    let (manifest, shard, pack) = (file(FileKind::Manifest), file(FileKind::Shard), file(FileKind::Pack));
    let _ = (IndexManifest::decode(bytes), TextPack::decode(bytes).is_ok(), TextPack::decode(&pack).is_ok());
    if let Ok(shard) = PostingShard::open(&shard) {
        let keys: Vec<(u32, u16)> = bytes.iter().take(8).map(|byte| (u32::from(*byte) << (KEY_BITS - 8), 0)).collect();
        let numbers: usize = shard.find(&keys).unwrap_or_default().iter().map(Vec::len).sum();
        assert!(numbers <= bytes.len() * 8 * keys.len(), "every number of a list needs a bit");
    }
    let Ok(manifest) = IndexManifest::decode(&manifest) else { return };
    let articles: Vec<u32> = manifest.segments.iter().map(|segment| segment.articles).take(8).collect();
    let shard = |articles: u32| {
        let mut file = header(FileKind::Shard);
        put_number(&mut file, articles);
        [&file, bytes].concat()
    };
    let answers: Vec<Vec<u8>> = articles.into_iter().map(shard).chain([pack]).collect();
    let mut run = SearchRun::new(Arc::new(manifest), query.clone(), filter.clone(), options);
    for _ in 0..FEW_STEPS {
        match run.step() {
            SearchStep::Need(paths) => {
                let accepts = |path: &String| answers.iter().any(|answer| run.supply(path, answer).is_ok());
                if !paths.iter().all(accepts) {
                    return;
                }
            }
            SearchStep::Page => run.next_page(),
            SearchStep::Done => return,
        }
        run.take_hits().iter().for_each(check_hit);
    }
}

/// Checks that marks are whole characters, ascending and inside of their text.
fn check_hit(hit: &SearchHit) {
    for (text, marks) in [(&hit.title, &hit.title_marks), (&hit.excerpt.text, &hit.excerpt.marks)] {
        assert!(marks.iter().all(|mark| text.get(mark.clone()).is_some_and(|part| !part.is_empty())), "{hit:?}");
        assert!(marks.windows(2).all(|pair| pair[0].end <= pair[1].start), "{hit:?}");
    }
}

/// The bytes of the fuzzer that are left. Behind the end are zeros.
#[derive(Clone)]
struct Input<'a>(&'a [u8]);

impl<'a> Input<'a> {
    fn byte(&mut self) -> u8 {
        self.take(1).first().copied().unwrap_or_default()
    }

    fn take(&mut self, length: usize) -> &'a [u8] {
        let (part, rest) = self.0.split_at(length.min(self.0.len()));
        self.0 = rest;
        part
    }

    fn filter(&mut self) -> SearchFilter {
        let bits = self.byte();
        let text = |bit: u8, text: &str| (bits & bit != 0).then(|| text.to_owned());
        SearchFilter {
            zone: text(1, "z1"),
            region: text(2, "r"),
            kind: text(4, "k0"),
            year: (bits & 8 != 0).then(|| 2020 + u32::from(bits >> 4)),
        }
    }

    fn options(&mut self) -> SearchOptions {
        let bits = self.byte();
        let order = if bits & 1 == 0 { HitOrder::Newest } else { HitOrder::TitlesFirst };
        SearchOptions { page: usize::from(bits >> 1), order }
    }

    fn changes(&mut self) -> Vec<ByteChange> {
        let count = self.byte() % 16;
        (0..count).map(|_| ByteChange::read(self)).collect()
    }
}

/// A change of one file.
struct ByteChange {
    /// The place of the file among those that are asked for, modulo 16; the manifest is the first.
    file: usize,
    at: usize,
    value: u8,
    /// True to cut the file off there.
    is_cut: bool,
}

impl ByteChange {
    fn read(input: &mut Input) -> Self {
        let (file, value) = (input.byte(), input.byte());
        let at = usize::from(input.byte()) << 8 | usize::from(input.byte());
        ByteChange { file: usize::from(file % 16), at, value, is_cut: file >= 0xe0 }
    }

    fn apply(&self, bytes: &mut Vec<u8>) {
        let at = self.at % bytes.len().max(1);
        if self.is_cut {
            bytes.truncate(at);
        } else if let Some(byte) = bytes.get_mut(at) {
            *byte = self.value;
        }
    }
}

fn article(number: u32) -> PackedArticle {
    PackedArticle {
        id: format!("a{number}"),
        title: "淮安高新区 High-tech".to_owned(),
        date: 20_200_101 + number / 20 * 10_000,
        zone: format!("z{}", number % 3),
        zone_name: "高新区".to_owned(),
        regions: vec!["r".to_owned()],
        kind: format!("k{}", number % 2),
        body: format!("示例招商发展{number}甲乙丙\nGDP 增长").repeat(number as usize % 5 + 1),
        extra: vec!["HuaiAnGaoXinQu".to_owned(), "HAGXQ".to_owned()],
    }
}

fn inflated(bytes: &[u8]) -> Vec<u8> {
    let mut inflated = Vec::new();
    match flate2::read::GzDecoder::new(bytes).read_to_end(&mut inflated) {
        Ok(_) => inflated,
        Err(_) => bytes.to_vec(),
    }
}
