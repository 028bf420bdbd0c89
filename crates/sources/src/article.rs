//! The source of one article, `articles/<zone>/<date>-<n>.md`: its fields, and the parser that checks it by itself.

use std::ops::Range;
use std::path::{Path, PathBuf};

use investchn_model::{ArticleId, Block, Correction, Item, PartialDate, Picture};

use crate::body::{self, ParsedBody};
use crate::front_matter::ArticleSpans;
use crate::front_matter::{self, Parts, Pin};
use crate::media::MediaFile;
use crate::pictures::Pictures;
use crate::suppression::Suppression;
use investchn_csv::other_form;
use investchn_diagnostics::rules;
use investchn_diagnostics::{Diagnostic, Fix, LineColumn, Location};
use investchn_digest::Digest;
use investchn_localized::localized;
use investchn_markdown::{InternalLink, excerpt_of};
use investchn_mending::decode;
use investchn_zones::ZoneLookup;

/// The largest size of an article's file, in bytes: a hundred times the size of a long article.
const MAX_BYTES: u64 = 2_000_000;

/// The length of a summary made from the body, in characters.
const SUMMARY_LENGTH: usize = 80;

/// An article as its source states it: without its body, and before its previous and next article are known.
#[derive(Clone, Debug)]
pub struct ArticleSource {
    /// The path of the source.
    pub file: PathBuf,
    /// The number in the file's name, which orders the articles of one day.
    pub number: u32,
    /// The fields that lists show.
    pub item: Item,
    /// The language, as a BCP 47 tag.
    pub lang: String,
    /// Addresses of the article on old sites, without host.
    pub aliases: Vec<String>,
    /// The previous article (上一条), if the source names it.
    pub previous: Option<Pin>,
    /// The next article (下一条), if the source names it.
    pub next: Option<Pin>,
    /// The corrections (更正), oldest first.
    pub corrections: Vec<Correction>,
    /// True if the article is not for readers yet.
    pub draft: bool,
    /// The rules that the source suppresses.
    pub suppressions: Vec<Suppression>,
    /// The location of the title in the file.
    pub title_at: LineColumn,
    /// The location of the date in the file.
    pub published_at: LineColumn,
    /// The links of the body to pages of the portal.
    pub links: Vec<InternalLink>,
    /// The pictures and attachments of the body.
    pub media: Vec<MediaFile>,
    /// The digest of its file, and of the names under which its pictures and attachments are published.
    pub file_digest: Digest,
    /// The digest of its inputs: its file, its zone's names, its pictures and attachments. That of a translation covers its original.
    pub digest: Digest,
}

impl ArticleSource {
    /// Returns the published files of its pictures and attachments: their paths below the base, with the files that have
    /// their bytes.
    pub fn media_files(&self) -> impl Iterator<Item = (&str, &Path)> {
        let files = self.media.iter().flat_map(|file| &file.published);
        files.map(|(path, from)| (path.as_str(), from.as_path()))
    }
}

/// A parsed article, with its body.
pub(crate) struct ParsedArticle {
    pub(crate) article: ArticleSource,
    pub(crate) body: Vec<Block>,
    /// The byte ranges of its parts in the file.
    pub(crate) spans: ArticleSpans,
}

/// Returns the first picture of a body.
pub(crate) fn first_picture(blocks: &[Block]) -> Option<Picture> {
    blocks.iter().find_map(|block| match block {
        Block::Image(picture) | Block::Figure { picture, .. } => Some(picture.clone()),
        _ => None,
    })
}

/// Returns true if a file of this length, in bytes, can be an article; adds a diagnostic if it is too long.
pub(crate) fn is_length_allowed(file: &Path, length: u64, diagnostics: &mut Vec<Diagnostic>) -> bool {
    if length > MAX_BYTES {
        let message = localized!(zh "文件有 {length} 字节", en "the file has {length} bytes");
        let help = localized!(
            zh "分成几篇稿件；图片放在稿件旁边",
            en "make several articles of it; a picture lies beside its article"
        );
        diagnostics.push(Diagnostic::new(Location::line(file, 1), &rules::TOO_LARGE, message, help));
    }
    length <= MAX_BYTES
}

/// Decodes the bytes of a file. Returns none, with a diagnostic, if they are neither UTF-8 nor UTF-16.
pub(crate) fn text(file: &Path, bytes: Vec<u8>, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    match decode(bytes) {
        Ok(decoded) => Some(other_form(file, decoded, diagnostics)),
        Err(bytes) => {
            let valid = bytes.utf8_chunks().next().map_or(0, |chunk| chunk.valid().matches('\n').count());
            let place = Location::line(file, valid + 1);
            diagnostics.push(Diagnostic::new(
                place,
                &rules::ENCODING,
                localized!(zh "这一行不是 UTF-8 编码", en "this line is not UTF-8"),
                localized!(zh "把文件另存为 UTF-8", en "save the file as UTF-8"),
            ));
            None
        }
    }
}

/// Splits a source into its front matter and its body. Returns none, with a diagnostic, if it cannot be split.
pub(crate) fn split(file: &Path, text: &str, diagnostics: &mut Vec<Diagnostic>) -> Option<Parts> {
    let start = || Location::line(file, 1);
    if let Some(at) = text.bytes().position(|byte| is_control(byte.into())) {
        diagnostics.push(control(Location::at(file, text, at), text.as_bytes()[at].into()));
        return None;
    }
    let Some(parts) = front_matter::split(text) else {
        let message = localized!(zh "没有文件头", en "there is no front matter");
        let help = localized!(
            zh "文件第一行写 +++，接着写 title、published、source、zone，再写一行 +++",
            en "begin the file with a line +++, then title, published, source and zone, then another line +++"
        );
        diagnostics.push(Diagnostic::new(start(), &rules::FRONT_MATTER, message, help));
        return None;
    };
    let before = text.find('+').unwrap_or_default();
    if before > 0 && text[..before] != *"\u{feff}" {
        let message = localized!(zh "第一行 +++ 前面有别的内容", en "something is before the first +++");
        let help = localized!(zh "删掉它", en "delete it");
        let diagnostic = Diagnostic::new(start(), &rules::BEFORE_FENCE, message, help);
        diagnostics.push(diagnostic.with_fix(Some(Fix::new(0..before, ""))));
    }
    Some(parts)
}

/// Parses a body, and adds a diagnostic if it is empty.
pub(crate) fn parse_body(
    file: &Path,
    text: &str,
    range: Range<usize>,
    pictures: &Pictures,
    diagnostics: &mut Vec<Diagnostic>,
) -> ParsedBody {
    let (start, before) = (range.start, diagnostics.len());
    let body = body::body(file, text, range, pictures, diagnostics);
    if body.blocks.is_empty() && diagnostics.len() == before {
        let place = Location::at(file, text, start);
        let message = localized!(zh "稿件没有正文", en "the article has no text");
        let help = localized!(zh "写在文件头下面", en "write it below the front matter");
        diagnostics.push(Diagnostic::new(place, &rules::EMPTY_BODY, message, help));
    }
    body
}

/// Returns the digest of a file with its pictures and attachments. A digest and names can always be written as JSON.
pub(crate) fn file_digest(text: &str, media: &[MediaFile]) -> Option<Digest> {
    let files: Vec<&String> = media.iter().flat_map(|file| file.published.iter().map(|(name, _)| name)).collect();
    Digest::of_json(&(Digest::of(text.as_bytes()), files)).ok()
}

/// Parses and checks a source. Adds its faults to `diagnostics`, and returns none if they leave no article.
pub(crate) fn parse(
    file: &Path,
    text: &str,
    names: &ZoneLookup,
    pictures: &Pictures,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<ParsedArticle> {
    let start = || Location::line(file, 1);
    let parts = split(file, text, diagnostics)?;
    let body = parts.body.clone();
    let front = front_matter::parse(file, text, parts, names, diagnostics);
    let ParsedBody { blocks, links, media } = parse_body(file, text, body, pictures, diagnostics);
    let name = date_and_number(file);
    if name.is_none() {
        let message = localized!(zh "文件名缺少日期或序号", en "the file's name makes no id");
        let help = localized!(
            zh "用日期加当天的序号作文件名：2022-02-14-1.md、2021-06-1.md 或 1984-1.md",
            en "name it by its date and its number on that date: 2022-02-14-1.md, 2021-06-1.md or 1984-1.md"
        );
        diagnostics.push(Diagnostic::new(start(), &rules::FILE_NAME, message, help));
    }
    let (Some(front), Some((date, number))) = (front, name) else {
        return None;
    };
    // 2022-02-14.md would parse as article 14 of the month 2022-02, but it is an article of a day without its number.
    if date.to_string().len() != front.published.to_string().len() {
        let message = localized!(
            zh "文件名的日期是 {date}，`published` 是 {}",
            en "the file's name has the date {date}, `published` has {}",
            front.published
        );
        let help = localized!(
            zh "文件名用与 `published` 一样的日期加序号：2022-02-14-1.md",
            en "name the file by its date, as exact as `published`, and its number: 2022-02-14-1.md"
        );
        diagnostics.push(Diagnostic::new(start(), &rules::FILE_NAME, message, help));
        return None;
    }
    let folder = file.parent().and_then(Path::file_name).and_then(|name| name.to_str()).unwrap_or_default();
    if folder != front.zone.id.as_str() {
        let zone = &front.zone.id;
        let message = localized!(
            zh "文件放在 `{folder}/`，开发区却是 `{zone}`",
            en "the file lies in `{folder}/`, but its zone is `{zone}`"
        );
        let help = localized!(zh "移到 `{zone}/`，或改正 `zone`", en "move it to `{zone}/`, or mend `zone`");
        diagnostics.push(Diagnostic::new(start(), &rules::FOLDER, message, help));
        return None;
    }
    let file_digest = file_digest(text, &media)?;
    let digest = Digest::of_json(&(file_digest, &front.zone)).ok()?;
    let item = Item {
        id: ArticleId::new(&front.zone.id, date, number),
        summary: front.summary.unwrap_or_else(|| excerpt_of(&blocks, SUMMARY_LENGTH)),
        title: front.title,
        published: front.published,
        source: front.source,
        zone: front.zone,
        kind: front.kind,
        picture: first_picture(&blocks),
    };
    escaped_controls(file, &item, diagnostics);
    let article = ArticleSource {
        file: file.to_owned(),
        number,
        item,
        lang: front.lang,
        aliases: front.aliases,
        previous: front.previous,
        next: front.next,
        corrections: front.corrections,
        draft: front.draft,
        suppressions: front.suppressions,
        title_at: front.title_at,
        published_at: front.published_at,
        links,
        media,
        file_digest,
        digest,
    };
    Some(ParsedArticle { article, body: blocks, spans: front.spans })
}

/// Reports a control character that is written as an escape of TOML, which shows up only after parsing.
pub(crate) fn escaped_controls(file: &Path, item: &Item, diagnostics: &mut Vec<Diagnostic>) {
    let escaped =
        [&item.title, &item.source, &item.summary].into_iter().find_map(|text| text.chars().find(|it| is_control(*it)));
    diagnostics.extend(escaped.map(|what| control(Location::line(file, 1), what)));
}

fn control(place: Location, what: char) -> Diagnostic {
    let code = u32::from(what);
    let message = localized!(zh "有控制字符 U+{code:04X}", en "there is the control character U+{code:04X}");
    Diagnostic::new(place, &rules::CONTROL, message, localized!(zh "删掉它", en "take it out"))
}

/// Returns true for control characters other than line feed, carriage return and tab.
fn is_control(letter: char) -> bool {
    letter.is_ascii_control() && !['\n', '\r', '\t'].contains(&letter)
}

/// Parses the date and the number of a file name such as `2022-02-14-1.md`.
pub(crate) fn date_and_number(file: &Path) -> Option<(PartialDate, u32)> {
    let (date, number) = file.file_stem()?.to_str()?.rsplit_once('-')?;
    let plain = !number.starts_with('0') && number.bytes().all(|byte| byte.is_ascii_digit());
    Some((date.parse().ok()?, number.parse().ok().filter(|_| plain)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_have_a_date_and_a_number() {
        let name = |name: &str| date_and_number(Path::new(name)).map(|(date, number)| (date.to_string(), number));
        assert_eq!(name("a/2022-02-14-1.md"), Some(("2022-02-14".to_owned(), 1)));
        assert_eq!(name("a/2021-06-12.md"), Some(("2021-06".to_owned(), 12)));
        assert_eq!(name("a/1984-1.md"), Some(("1984".to_owned(), 1)));
        for other in ["2022-02-14-01.md", "2022-02-30-1.md", "news.md", "2022-02-14-1a.md", "1.md"] {
            assert_eq!(name(other), None, "{other}");
        }
    }
}
