//! Writes one segment: its shards and packs, and its entry in the manifest.

use flate2::{Compress, Compression, FlushCompress};
use investchn_digest::short_digest;
use rayon::prelude::*;

use crate::folding::folded_letters;
use crate::manifest::{FileNames, MOST_SHARDS, SegmentEntry};
use crate::pack::{PackedArticle, encode_pack};
use crate::shard::{encode_shard, list_bits};
use crate::terms::{Posting, Term, TermKind, text_terms};
use crate::writer::postings::SegmentPostings;

/// The mean size of a shard in bytes. A query reads one for each term and segment: twice the size would halve the number of files and
/// cost a later query at 100,000 articles a third more bytes.
const SHARD_BYTES: u64 = 2048;
/// The most shards of the open segment, because an article more changes all of them.
const OPEN_SHARDS: u32 = 4;
/// The number of articles of a pack. A page of hits reads a pack for each of them.
const PER_PACK: u32 = 2;
/// The level of compression of packs. The highest took a tenth of a build, for 44 MB in place of 45 at 10,000 articles.
const LEVEL: Compression = Compression::new(6);
/// The window of compression, as a power of two: the largest.
const WINDOW_BITS: u8 = 15;
/// The number of shards that are encoded at once on one core.
const SHARDS_AT_ONCE: u32 = 256;
/// The number of articles that are indexed on all cores and then let go, whole packs.
const BATCH: usize = 1024;

/// A file of an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexFile {
    /// The path relative to the index's folder.
    pub path: String,
    /// The bytes as they are sent; packs are compressed with gzip.
    pub bytes: Vec<u8>,
}

/// The files of a segment.
#[derive(Clone, Debug)]
pub struct WrittenSegment {
    /// Its entry in the manifest.
    pub entry: SegmentEntry,
    /// Its shards and packs.
    pub files: Vec<IndexFile>,
}

/// Writes a segment of articles in ascending order of time; none without an article. The same articles make the same bytes.
///
/// # Errors
/// If an article is an error.
pub fn write_segment<E>(
    articles: impl IntoIterator<Item = Result<PackedArticle, E>>,
    is_open: bool,
) -> Result<Option<WrittenSegment>, E> {
    let mut postings = SegmentPostings::default();
    let mut packs: Vec<Vec<u8>> = Vec::new();
    let (mut count, mut newest, mut oldest) = (0, 0, u32::MAX);
    let mut articles = articles.into_iter();
    loop {
        let batch = articles.by_ref().take(BATCH).map(|article| article.map(PackedArticle::bounded));
        let batch: Vec<PackedArticle> = batch.collect::<Result<_, _>>()?;
        if batch.is_empty() {
            break;
        }
        let numbered: Vec<(u32, &PackedArticle)> = (count..).zip(&batch).collect();
        postings.add(numbered.into_par_iter().flat_map_iter(|(number, article)| article_postings(article, number)));
        packs.par_extend(
            batch.par_chunks(PER_PACK as usize).map_init(gzip, |gzip, pack| compress(gzip, &encode_pack(pack))),
        );
        for article in &batch {
            newest = newest.max(article.date);
            oldest = oldest.min(article.date);
            count += 1;
        }
    }
    if count == 0 {
        return Ok(None);
    }
    let shards = shard_count(&postings, count, is_open);
    let files: Vec<Vec<u8>> = encode_shards(&postings, count, shards).chain(packs).collect();
    drop(postings);
    let names = if is_open {
        FileNames::Each(files.iter().map(|file| name(file)).collect())
    } else {
        let names: Vec<u8> = files.iter().flat_map(|file| name(file).to_be_bytes()).collect();
        FileNames::Folder(name(&names))
    };
    let entry = SegmentEntry { articles: count, shards, per_pack: PER_PACK, newest, oldest, names };
    let paths =
        (0..shards).map(|shard| entry.shard_path(shard)).chain((0..entry.packs()).map(|it| entry.pack_path(it)));
    let files = paths.zip(files).map(|(path, bytes)| IndexFile { path, bytes }).collect();
    Ok(Some(WrittenSegment { entry, files }))
}

/// Returns the terms of an article with the classes of their followers.
fn article_postings(article: &PackedArticle, number: u32) -> Vec<Posting> {
    let (title, body) = (folded_letters(&article.title), folded_letters(&article.body));
    let extra: Vec<Vec<char>> = article.extra.iter().map(|text| folded_letters(text)).collect();
    // Nothing shorter than a few letters is looked for in Latin extra terms.
    let letters = extra.iter().flatten().filter(|letter| !letter.is_ascii()).chain(&title);
    let mut terms: Vec<Term> = letters.map(|letter| Term::new(TermKind::TitleLetter, [*letter])).collect();
    terms.push(Term::new(TermKind::Zone, article.zone.chars()));
    terms.push(Term::new(TermKind::ArticleKind, article.kind.chars()));
    terms.push(Term::year(article.date));
    terms.extend(article.regions.iter().map(|region| Term::new(TermKind::Region, region.chars())));
    let texts = extra.iter().chain([&title, &body]);
    let followed = texts.flat_map(|letters| text_terms(letters, 2).chain(text_terms(letters, 3)));
    let terms = terms.into_iter().map(|term| (term, 0)).chain(followed);
    terms.map(|(term, class)| Posting::new(term, number, class)).collect()
}

/// Returns how many shards the lists need.
fn shard_count(postings: &SegmentPostings, articles: u32, is_open: bool) -> u32 {
    let bits_of_list = |list: &[Posting]| {
        let count = list.chunk_by(|one, other| one.article() == other.article()).count();
        list_bits(articles, u32::try_from(count).unwrap_or(u32::MAX), list.len() as u64)
    };
    let bits_of_lists = |postings: &[Posting]| -> u64 {
        postings.chunk_by(|one, other| one.term() == other.term()).map(bits_of_list).sum()
    };
    let bits: u64 = postings.parts(bits_of_lists).sum();
    let most = if is_open { OPEN_SHARDS } else { MOST_SHARDS };
    u32::try_from((bits / 8).div_ceil(SHARD_BYTES)).unwrap_or(most).clamp(1, most)
}

fn encode_shards(postings: &SegmentPostings, articles: u32, shards: u32) -> impl Iterator<Item = Vec<u8>> {
    let encode_group = |first: u32| {
        let group = first..shards.min(first + SHARDS_AT_ONCE);
        let sorted = postings.of_shards(group.clone(), shards);
        let mut rest = sorted.as_slice();
        let encode = |shard: u32| {
            let count = rest.iter().take_while(|posting| posting.term().place(shards).0 == shard).count();
            let (of_shard, after) = rest.split_at(count);
            rest = after;
            let keyed: Vec<_> = of_shard.iter().map(|posting| (posting.term().place(shards).1, *posting)).collect();
            encode_shard(articles, &keyed)
        };
        group.map(encode).collect::<Vec<_>>()
    };
    let firsts: Vec<u32> = (0..shards).step_by(SHARDS_AT_ONCE as usize).collect();
    firsts.into_par_iter().map(encode_group).collect::<Vec<_>>().into_iter().flatten()
}

/// Returns a compressor of packs. Its tables are larger than most packs, so one compresses many.
fn gzip() -> Compress {
    Compress::new_gzip(LEVEL, WINDOW_BITS)
}

/// Compresses bytes, without a time or a name, so that the same text makes the same file.
fn compress(gzip: &mut Compress, bytes: &[u8]) -> Vec<u8> {
    gzip.reset();
    // Bytes that cannot be compressed need 5 more for each block, and the header and the end need 18.
    let mut compressed = Vec::with_capacity(bytes.len() + bytes.len() / 64 + 64);
    // With room for all, compressing cannot fail.
    let status = gzip.compress_vec(bytes, &mut compressed, FlushCompress::Finish);
    debug_assert_eq!(status.ok(), Some(flate2::Status::StreamEnd));
    compressed.shrink_to_fit();
    compressed
}

/// Returns the first 8 bytes of the digest of bytes.
fn name(bytes: &[u8]) -> u64 {
    u64::from_str_radix(&short_digest(bytes), 16).unwrap_or_default()
}
