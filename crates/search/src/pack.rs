//! A pack: the plain text of a few articles, to confirm candidates and to show excerpts. Sent compressed with gzip, which the host
//! of the reader inflates: the browser by its `DecompressionStream`.

#[cfg(feature = "write")]
use crate::bytes::MOST_TEXTS;
use crate::bytes::{ByteReader, FileKind};
use crate::error::FormatError;

/// The most articles of a pack.
pub(crate) const MOST_IN_PACK: u32 = 64;
/// The most bytes of an inflated pack; folding needs several times as many. `web/src/search/index-files.js` inflates no more.
const MOST_BYTES: usize = 1 << 21;
/// The most bytes of a body, about 300,000 Chinese characters. The rest of a longer one is not found.
#[cfg(feature = "write")]
const MOST_IN_BODY: usize = 900_000;

/// An article as it is indexed and shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackedArticle {
    /// The article's id, from which its route follows.
    pub id: String,
    /// The title as plain text.
    pub title: String,
    /// The date as a number, for example 20261127.
    pub date: u32,
    /// The id of its zone; empty for none.
    pub zone: String,
    /// The short name of its zone.
    pub zone_name: String,
    /// The ids of the regions that it belongs to, for example a province and a city.
    pub regions: Vec<String>,
    /// The kind of the article.
    pub kind: String,
    /// The body as plain text, one line a block.
    pub body: String,
    /// Further terms by which it is found and which are not shown, for example other names and pinyin. Latin letters are found from a
    /// capital on: `HuaiAn`, and the initials `HAGXQ`.
    pub extra: Vec<String>,
}

/// The articles of a pack, oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextPack {
    /// The articles.
    pub articles: Vec<PackedArticle>,
}

impl TextPack {
    /// Decodes the inflated bytes of a pack.
    ///
    /// # Errors
    /// If the file is another one, of another version, or broken.
    pub fn decode(bytes: &[u8]) -> Result<Self, FormatError> {
        if bytes.len() > MOST_BYTES {
            return Err(FormatError::Broken);
        }
        let mut reader = ByteReader::open(bytes, FileKind::Pack)?;
        let count = reader.number_in(1..=MOST_IN_PACK)?;
        let articles = (0..count).map(|_| decode_article(&mut reader)).collect::<Result<_, _>>()?;
        reader.end()?;
        Ok(TextPack { articles })
    }
}

fn decode_article(reader: &mut ByteReader) -> Result<PackedArticle, FormatError> {
    Ok(PackedArticle {
        id: reader.text()?,
        title: reader.text()?,
        date: reader.number()?,
        zone: reader.text()?,
        zone_name: reader.text()?,
        regions: reader.texts()?,
        kind: reader.text()?,
        body: reader.text()?,
        extra: reader.texts()?,
    })
}

#[cfg(feature = "write")]
impl PackedArticle {
    /// Cuts what is longer than a pack may have.
    pub(crate) fn bounded(mut self) -> Self {
        let end = self.body.floor_char_boundary(MOST_IN_BODY);
        self.body.truncate(end);
        self.regions.truncate(MOST_TEXTS as usize);
        self.extra.truncate(MOST_TEXTS as usize);
        self
    }
}

/// Encodes a pack, without compressing it.
#[cfg(feature = "write")]
pub(crate) fn encode_pack(articles: &[PackedArticle]) -> Vec<u8> {
    use crate::bytes::{header, put_count, put_number, put_text, put_texts};

    let mut bytes = header(FileKind::Pack);
    put_count(&mut bytes, articles.len());
    for article in articles {
        put_text(&mut bytes, &article.id);
        put_text(&mut bytes, &article.title);
        put_number(&mut bytes, article.date);
        put_text(&mut bytes, &article.zone);
        put_text(&mut bytes, &article.zone_name);
        put_texts(&mut bytes, &article.regions);
        put_text(&mut bytes, &article.kind);
        put_text(&mut bytes, &article.body);
        put_texts(&mut bytes, &article.extra);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_read_as_they_were_written() {
        let article = PackedArticle {
            id: "a1".to_owned(),
            title: "示例".to_owned(),
            date: 20_261_127,
            zone: "huaian".to_owned(),
            zone_name: "淮安高新区".to_owned(),
            regions: vec!["jiangsu".to_owned()],
            kind: "news".to_owned(),
            body: "甲\n乙".to_owned(),
            extra: vec!["hagxq".to_owned()],
        };
        let articles = vec![article, PackedArticle::default()];
        let mut bytes = encode_pack(&articles);
        assert_eq!(TextPack::decode(&bytes).unwrap().articles, articles);
        bytes.push(0);
        assert_eq!(TextPack::decode(&bytes), Err(FormatError::Broken));
    }

    #[test]
    fn a_long_article_is_cut_so_that_its_pack_can_be_read() {
        let long =
            PackedArticle { body: "长".repeat(700_000), extra: vec![String::new(); 100], ..PackedArticle::default() };
        let article = long.bounded();
        assert_eq!((article.body.len(), article.extra.len()), (900_000, 64));
        assert!(TextPack::decode(&encode_pack(&[article.clone(), article])).is_ok());
    }

    #[test]
    fn a_pack_that_would_need_much_memory_is_refused() {
        let article = PackedArticle { extra: vec![String::new(); 1 << 20], ..PackedArticle::default() };
        assert_eq!(TextPack::decode(&encode_pack(&[article])), Err(FormatError::Broken));
        let article = PackedArticle { body: "a".repeat(1 << 21), ..PackedArticle::default() };
        assert_eq!(TextPack::decode(&encode_pack(&[article])), Err(FormatError::Broken));
    }
}
