//! A pack: the plain text of a few articles, to confirm candidates and to show excerpts. Sent compressed with gzip, which the host
//! of the reader inflates: the browser by its `DecompressionStream`.

use crate::bytes::{ByteReader, FileKind};
use crate::error::FormatError;

/// The most articles of a pack.
pub(crate) const MOST_IN_PACK: u32 = 64;

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
}
