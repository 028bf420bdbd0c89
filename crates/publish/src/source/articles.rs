//! `articles/<zone>/<date>-<n>.md`: finding the sources, and reading each by itself.

use std::path::{Path, PathBuf};

use investchn_content::{ArticleId, Block, Correction, Kind, PartialDate, Picture, ZoneRef};
use rayon::prelude::*;
use walkdir::WalkDir;

use super::front_matter;
pub(crate) use super::front_matter::Pin;
use super::names::Names;
use crate::check::{self, Silence, Spans};
use crate::error::BuildError;
use crate::markdown::{self, InternalLink};
use crate::pictures::Pictures;
use crate::problem::{Place, Problem, Spot};
use crate::rules;

/// An article's file at most, in bytes: a hundred times what a long one has.
const LONGEST: u64 = 2_000_000;

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
    /// 更正, the latest last.
    pub corrections: Vec<Correction>,
    /// Not for readers yet.
    pub draft: bool,
    /// Rules that it breaks for a reason.
    pub silences: Vec<Silence>,
    /// Where the file has its title.
    pub title_at: Spot,
    /// Where the file has its date.
    pub published_at: Spot,
    /// The first picture of the body.
    pub picture: Option<Picture>,
    /// The body.
    pub body: Vec<Block>,
    /// What the body links to within the portal.
    pub links: Vec<InternalLink>,
}

impl ArticleSource {
    /// What lists and neighbours need of it.
    fn without_body(self) -> Self {
        ArticleSource { body: Vec::new(), ..self }
    }
}

/// The first picture of a body.
fn first_picture(blocks: &[Block]) -> Option<Picture> {
    blocks.iter().find_map(|block| match block {
        Block::Image(picture) | Block::Figure { picture, .. } => Some(picture.clone()),
        _ => None,
    })
}

/// Reads every article below a folder.
pub(super) fn read(
    folder: &Path,
    names: &Names,
    pictures: &Pictures,
    problems: &mut Vec<Problem>,
) -> Result<Vec<ArticleSource>, BuildError> {
    let files = files(folder, problems)?;
    let read = |file: &PathBuf| {
        let mut problems = Vec::new();
        let article = text(file, &mut problems)?.and_then(|text| {
            let (article, spans) = parse(file, &text, names, pictures, &mut problems)?;
            check::article(&article, &text, &spans, names, &mut problems);
            Some(article)
        });
        Ok((article.map(ArticleSource::without_body), problems))
    };
    // Each in its own thread, the outcome in the order of the paths.
    let read: Vec<_> = files.par_iter().map(read).collect::<Result<_, BuildError>>()?;
    let (articles, found): (Vec<_>, Vec<_>) = read.into_iter().unzip();
    problems.extend(found.into_iter().flatten());
    Ok(articles.into_iter().flatten().collect())
}

/// The sources below a folder, in the order of their paths.
fn files(folder: &Path, problems: &mut Vec<Problem>) -> Result<Vec<PathBuf>, BuildError> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            BuildError::File { action: "cannot read", path, source: error.into() }
        })?;
        if entry.path_is_symlink() {
            // It may lead out of the content, and what lies elsewhere is nobody's to publish.
            let place = Place::line(entry.path(), 1);
            problems.push(Problem::new(place, &rules::SYMLINK, "this is a symbolic link", "put the file itself there"));
        } else if entry.file_type().is_file() && entry.path().extension().is_some_and(|extension| extension == "md") {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// Reads one source, body and all.
pub(super) fn read_one(
    file: &Path,
    names: &Names,
    pictures: &Pictures,
    problems: &mut Vec<Problem>,
) -> Result<Option<ArticleSource>, BuildError> {
    let text = text(file, problems)?;
    let read = text.and_then(|text| parse(file, &text, names, pictures, problems));
    Ok(read.map(|(article, _)| article))
}

/// The text of a file; none, and a problem, where it is not UTF-8.
fn text(file: &Path, problems: &mut Vec<Problem>) -> Result<Option<String>, BuildError> {
    let length = std::fs::metadata(file).map_err(BuildError::file("cannot read", file))?.len();
    if length > LONGEST {
        let message = format!("the file has {length} bytes");
        let advice = "make several articles of it; a picture lies beside its article";
        problems.push(Problem::new(Place::line(file, 1), &rules::TOO_LARGE, message, advice));
        return Ok(None);
    }
    let bytes = std::fs::read(file).map_err(BuildError::file("cannot read", file))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Some(text)),
        Err(error) => {
            let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
            let line = valid.iter().filter(|byte| **byte == b'\n').count() + 1;
            let advice = "save the file as UTF-8";
            problems.push(Problem::new(Place::line(file, line), &rules::ENCODING, "this line is not UTF-8", advice));
            Ok(None)
        }
    }
}

/// An article and where its parts stand; what is wrong with it is added to `problems`.
fn parse(
    file: &Path,
    text: &str,
    names: &Names,
    pictures: &Pictures,
    problems: &mut Vec<Problem>,
) -> Option<(ArticleSource, Spans)> {
    let start = || Place::line(file, 1);
    let Some(parts) = front_matter::split(text) else {
        let advice = "begin the file with a line +++, then title, published, source and zone, then another line +++";
        problems.push(Problem::new(start(), &rules::FRONT_MATTER, "there is no front matter", advice));
        return None;
    };
    let body = parts.body.clone();
    let front = front_matter::parse(file, text, parts, names, problems);
    let before = problems.len();
    let markdown::Body { blocks, links } = markdown::body(file, text, body.clone(), pictures, problems);
    if blocks.is_empty() && problems.len() == before {
        let place = Place::at(file, text, body.start);
        problems.push(Problem::new(
            place,
            &rules::EMPTY_BODY,
            "the article has no text",
            "write it below the front matter",
        ));
    }
    let name = name_of(file);
    if name.is_none() {
        let advice = "name it by its date and its number on that date: 2022-02-14-1.md, 2021-06-1.md or 1984-1.md";
        problems.push(Problem::new(start(), &rules::FILE_NAME, "the file's name makes no id", advice));
    }
    let (Some(front), Some((date, number))) = (front, name) else {
        return None;
    };
    // 2022-02-14.md reads as the fourteenth article of a month; it is one of a day whose number was forgotten.
    if date.to_string().len() != front.published.to_string().len() {
        let message = format!("the file's name has the date {date}, `published` has {}", front.published);
        let advice = "name the file by its date, as exact as `published`, and its number: 2022-02-14-1.md";
        problems.push(Problem::new(start(), &rules::FILE_NAME, message, advice));
        return None;
    }
    let folder = file.parent().and_then(Path::file_name).and_then(|name| name.to_str()).unwrap_or_default();
    if folder != front.zone.id.as_str() {
        let message = format!("the file lies in `{folder}/`, but its zone is `{}`", front.zone.id);
        let advice = format!("move it to `{}/`, or mend `zone`", front.zone.id);
        problems.push(Problem::new(start(), &rules::FOLDER, message, advice));
        return None;
    }
    let article = ArticleSource {
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
        corrections: front.corrections,
        draft: front.draft,
        picture: first_picture(&blocks),
        body: blocks,
        links,
        silences: front.silences,
        title_at: front.title_at,
        published_at: front.published_at,
    };
    Some((article, front.spans))
}

/// The numbers that a zone's articles have at a date, wherever below a folder their files lie.
pub(crate) fn numbers(folder: &Path, zone: &str, date: PartialDate) -> Result<impl Iterator<Item = u32>, BuildError> {
    let files = files(folder, &mut Vec::new())?;
    let of_zone = move |file: &PathBuf| file.parent().and_then(Path::file_name).is_some_and(|folder| folder == zone);
    let files: Vec<PathBuf> = files.into_iter().filter(of_zone).collect();
    Ok(files.into_iter().filter_map(move |file| name_of(&file).filter(|(of, _)| *of == date).map(|(_, number)| number)))
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
