//! `articles/<zone>/<date>-<n>.md`: finding the sources, and reading each by itself.

use std::path::{Path, PathBuf};

use investchn_content::{ArticleId, Block, Kind, PartialDate, Picture, ZoneRef};
use walkdir::WalkDir;

use super::front_matter;
pub(crate) use super::front_matter::Pin;
use super::names::Names;
use crate::error::BuildError;
use crate::markdown::{self, InternalLink};
use crate::pictures::Pictures;
use crate::problem::{Place, Problem};

/// How long a summary made from the body is at most, in characters.
const SUMMARY: usize = 80;

/// An article as its source says it, before it has neighbours.
#[derive(Clone, Debug)]
pub(crate) struct ArticleSource {
    /// The file.
    pub file: PathBuf,
    /// Zone, date and number of the file's path.
    pub id: ArticleId,
    /// The number in the file's name: the order of a day.
    pub number: u32,
    /// Headline.
    pub title: String,
    /// 发布时间
    pub published: PartialDate,
    /// 来源
    pub source: String,
    /// 发布开发区
    pub zone: ZoneRef,
    /// Text, photo or video.
    pub kind: Kind,
    /// BCP 47 tag.
    pub lang: String,
    /// One sentence.
    pub summary: String,
    /// Old addresses.
    pub aliases: Vec<String>,
    /// 上一条, where the source names it itself.
    pub previous: Option<Pin>,
    /// 下一条, where the source names it itself.
    pub next: Option<Pin>,
    /// Not for readers yet.
    pub draft: bool,
    /// The body.
    pub body: Vec<Block>,
    /// What the body links to within the portal.
    pub links: Vec<InternalLink>,
}

impl ArticleSource {
    /// The first picture of the body.
    pub(crate) fn picture(&self) -> Option<&Picture> {
        self.body.iter().find_map(|block| match block {
            Block::Image(picture) | Block::Figure { picture, .. } => Some(picture),
            _ => None,
        })
    }
}

/// Reads every article below a folder.
pub(super) fn read(
    folder: &Path,
    names: &Names,
    pictures: &mut Pictures,
    problems: &mut Vec<Problem>,
) -> Result<Vec<ArticleSource>, BuildError> {
    let mut articles = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            BuildError::File { action: "cannot read", path, source: error.into() }
        })?;
        let file = entry.path();
        if entry.file_type().is_file() && file.extension().is_some_and(|extension| extension == "md") {
            articles.extend(read_one(file, names, pictures, problems)?);
        }
    }
    Ok(articles)
}

fn read_one(
    file: &Path,
    names: &Names,
    pictures: &mut Pictures,
    problems: &mut Vec<Problem>,
) -> Result<Option<ArticleSource>, BuildError> {
    let start = || Place::line(file, 1);
    let bytes = std::fs::read(file).map_err(BuildError::file("cannot read", file))?;
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = valid.iter().filter(|byte| **byte == b'\n').count() + 1;
            let advice = "save the file as UTF-8";
            problems.push(Problem::new(Place::line(file, line), "encoding", "this line is not UTF-8", advice));
            return Ok(None);
        }
    };
    let Some(parts) = front_matter::split(&text) else {
        let advice = "begin the file with a line +++, then title, published, source and zone, then another line +++";
        problems.push(Problem::new(start(), "front-matter", "there is no front matter", advice));
        return Ok(None);
    };
    let front = front_matter::parse(file, &text, parts.front, names, problems);
    let before = problems.len();
    let markdown::Body { blocks, links } = markdown::body(file, &text, parts.body.clone(), pictures, problems);
    if blocks.is_empty() && problems.len() == before {
        let place = Place::at(file, &text, parts.body.start);
        problems.push(Problem::new(place, "empty-body", "the article has no text", "write it below the front matter"));
    }
    let name = name_of(file);
    if name.is_none() {
        let advice = "name it by its date and its number on that date: 2022-02-14-1.md, 2021-06-1.md or 1984-1.md";
        problems.push(Problem::new(start(), "file-name", "the file's name makes no id", advice));
    }
    let (Some(front), Some((date, number))) = (front, name) else {
        return Ok(None);
    };
    // 2022-02-14.md reads as the fourteenth article of a month; it is one of a day whose number was forgotten.
    if date.to_string().len() != front.published.to_string().len() {
        let message = format!("the file's name has the date {date}, `published` has {}", front.published);
        let advice = "name the file by its date, as exact as `published`, and its number: 2022-02-14-1.md";
        problems.push(Problem::new(start(), "file-name", message, advice));
        return Ok(None);
    }
    let folder = file.parent().and_then(Path::file_name).and_then(|name| name.to_str()).unwrap_or_default();
    if folder != front.zone.id.as_str() {
        let message = format!("the file lies in `{folder}/`, but its zone is `{}`", front.zone.id);
        let advice = format!("move it to `{}/`, or mend `zone`", front.zone.id);
        problems.push(Problem::new(start(), "folder", message, advice));
        return Ok(None);
    }
    Ok(Some(ArticleSource {
        file: file.to_owned(),
        id: ArticleId::new(&front.zone.id, date, number),
        number,
        summary: front.summary.unwrap_or_else(|| markdown::excerpt(&blocks, SUMMARY)),
        title: front.title,
        published: front.published,
        source: front.source,
        zone: front.zone,
        kind: front.kind,
        lang: front.lang,
        aliases: front.aliases,
        previous: front.previous,
        next: front.next,
        draft: front.draft,
        body: blocks,
        links,
    }))
}

/// The date and the number of `2022-02-14-1.md`.
fn name_of(file: &Path) -> Option<(PartialDate, u32)> {
    let (date, number) = file.file_stem()?.to_str()?.rsplit_once('-')?;
    let plain = !number.starts_with('0') && number.bytes().all(|byte| byte.is_ascii_digit());
    Some((date.parse().ok()?, number.parse().ok().filter(|_| plain)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_name_is_its_date_and_number() {
        let name = |name: &str| name_of(Path::new(name)).map(|(date, number)| (date.to_string(), number));
        assert_eq!(name("a/2022-02-14-1.md"), Some(("2022-02-14".to_owned(), 1)));
        assert_eq!(name("a/2021-06-12.md"), Some(("2021-06".to_owned(), 12)));
        assert_eq!(name("a/1984-1.md"), Some(("1984".to_owned(), 1)));
        for other in ["2022-02-14-01.md", "2022-02-30-1.md", "news.md", "2022-02-14-1a.md", "1.md"] {
            assert_eq!(name(other), None, "{other}");
        }
    }
}
