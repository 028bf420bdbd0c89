//! The manifest of an index: its segments, newest first. It is the only file with a stable name; all others are named by their
//! content.
//!
//! After the header: the number of segments, then for each: articles, shards, articles of a pack, date of the newest and of the
//! oldest article as varints; then 0 and the name of its folder (8 bytes), or 1 and a name (8 bytes) for each shard and each pack.

use crate::bytes::{ByteReader, FileKind};
use crate::error::FormatError;
use crate::pack::MOST_IN_PACK;
use crate::shard::MOST_ARTICLES;

/// The most shards of a segment.
pub(crate) const MOST_SHARDS: u32 = 1 << 16;

/// All segments of an index.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IndexManifest {
    /// The segments, newest first.
    pub segments: Vec<SegmentEntry>,
}

/// A segment: articles that follow each other in time, with their own shards and packs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SegmentEntry {
    /// The number of articles, at least one.
    pub articles: u32,
    /// The number of shards, at least one.
    pub shards: u32,
    /// The number of articles in each pack except the last.
    pub per_pack: u32,
    /// The date of the newest article, for example 20261127.
    pub newest: u32,
    /// The date of the oldest article.
    pub oldest: u32,
    /// The name that begins those of its files.
    pub(crate) names: FileNames,
}

/// The names of a segment's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FileNames {
    /// A closed segment: the folder is named by the content of all files.
    Folder(u64),
    /// The open segment: each file is named by its own content, first the shards, then the packs, so that an article more changes
    /// few of them.
    Each(Vec<u64>),
}

impl IndexManifest {
    /// Decodes a manifest.
    ///
    /// # Errors
    /// If the file is another one, of another version, or broken.
    pub fn decode(bytes: &[u8]) -> Result<Self, FormatError> {
        let mut reader = ByteReader::open(bytes, FileKind::Manifest)?;
        let segments = (0..reader.count()?).map(|_| decode_segment(&mut reader)).collect::<Result<_, _>>()?;
        reader.end()?;
        Ok(IndexManifest { segments })
    }

    /// Returns the number of articles.
    pub fn articles(&self) -> u64 {
        self.segments.iter().map(|segment| u64::from(segment.articles)).sum()
    }
}

impl SegmentEntry {
    /// Returns the number of packs.
    pub fn packs(&self) -> u32 {
        self.articles.div_ceil(self.per_pack)
    }

    /// Returns the number of articles of a pack.
    pub(crate) fn articles_of_pack(&self, pack: u32) -> u32 {
        self.articles.saturating_sub(pack * self.per_pack).min(self.per_pack)
    }

    /// Returns the path of a shard, relative to the manifest's folder.
    pub fn shard_path(&self, shard: u32) -> String {
        self.path(shard)
    }

    /// Returns the path of a pack, relative to the manifest's folder.
    pub fn pack_path(&self, pack: u32) -> String {
        self.path(self.shards + pack)
    }

    /// Returns the path of a file by its number: first the shards, then the packs. Every host knows `.bin`. Packs do not end with `.gz`,
    /// because some hosts declare such files as compressed and browsers then inflate them twice.
    fn path(&self, number: u32) -> String {
        match &self.names {
            FileNames::Folder(name) => format!("{name:016x}/{number}.bin"),
            FileNames::Each(names) => {
                format!("open/{:016x}.bin", names.get(number as usize).copied().unwrap_or_default())
            }
        }
    }
}

fn decode_segment(reader: &mut ByteReader) -> Result<SegmentEntry, FormatError> {
    let mut entry = SegmentEntry {
        articles: reader.number_in(1..=MOST_ARTICLES)?,
        shards: reader.number_in(1..=MOST_SHARDS)?,
        per_pack: reader.number_in(1..=MOST_IN_PACK)?,
        newest: reader.number()?,
        oldest: reader.number()?,
        names: FileNames::Each(Vec::new()),
    };
    let name = |reader: &mut ByteReader| reader.take().map(u64::from_be_bytes);
    entry.names = match reader.number()? {
        0 => FileNames::Folder(name(reader)?),
        1 => FileNames::Each((0..entry.shards + entry.packs()).map(|_| name(reader)).collect::<Result<_, _>>()?),
        _ => return Err(FormatError::Broken),
    };
    Ok(entry)
}

/// Encodes a manifest.
#[cfg(feature = "write")]
pub(crate) fn encode_manifest(manifest: &IndexManifest) -> Vec<u8> {
    use crate::bytes::{header, put_count, put_number};

    let mut bytes = header(FileKind::Manifest);
    put_count(&mut bytes, manifest.segments.len());
    for it in &manifest.segments {
        for number in [it.articles, it.shards, it.per_pack, it.newest, it.oldest] {
            put_number(&mut bytes, number);
        }
        match &it.names {
            FileNames::Folder(name) => {
                bytes.push(0);
                bytes.extend(name.to_be_bytes());
            }
            FileNames::Each(names) => {
                bytes.push(1);
                bytes.extend(names.iter().flat_map(|name| name.to_be_bytes()));
            }
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn segments_are_read_as_they_were_written() {
        let closed =
            SegmentEntry { articles: 9, shards: 2, per_pack: 4, newest: 20, oldest: 10, names: FileNames::Folder(7) };
        let open = SegmentEntry { names: FileNames::Each(vec![1, 2, 3, 4, 5]), ..closed };
        let manifest = IndexManifest { segments: vec![open, closed] };
        let mut bytes = encode_manifest(&manifest);
        assert_eq!(IndexManifest::decode(&bytes), Ok(manifest.clone()));
        assert_eq!(manifest.articles(), 18);
        assert_eq!(manifest.segments[0].pack_path(2), "open/0000000000000005.bin");
        assert_eq!(manifest.segments[1].shard_path(1), "0000000000000007/1.bin");
        bytes.truncate(bytes.len() - 1);
        assert_eq!(IndexManifest::decode(&bytes), Err(FormatError::Broken));
    }
}
