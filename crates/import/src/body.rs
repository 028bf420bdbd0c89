//! Writes the lines of an article as Markdown. `escape` escapes their text.

use investchn_localized::{Text, localized};
use investchn_messages::ZH;

use super::copied_files::CopiedFile;
use super::{documents, escape};
use investchn_lines::html_page;
use investchn_lines::line::{Form, Line, Shown};

/// The longest caption, in characters. A longer line below a picture is a paragraph.
const LONGEST_CAPTION: usize = 100;

/// The largest number of a list item in CommonMark.
const LARGEST_NUMBER: u32 = 999_999_999;

/// The title of a link that the publisher shows as a video.
const VIDEO: &str = "视频";

/// The text of an article, the files that it names, and the objects that are missing.
#[derive(Debug, Default)]
pub(super) struct ExtractedBody {
    /// Markdown, without a line end at its end.
    pub(super) text: String,
    /// The pictures that the text shows.
    pub(super) pictures: Vec<CopiedFile>,
    /// The documents that the text links to and that are copied.
    pub(super) documents: Vec<CopiedFile>,
    /// The pictures and embedded objects of the page that have no file.
    pub(super) missing: Vec<Missing>,
}

/// A picture, embedded object or document without a file, by its address.
#[derive(Debug)]
pub(super) enum Missing {
    Picture(String),
    Embedded(String),
    Document(String),
    /// A picture that was on the disk of the page's editor, or is in the page itself.
    Broken(String),
}

impl Missing {
    /// Returns the line that the draft has in its place.
    pub(super) fn line(&self) -> String {
        match self {
            Missing::Picture(address) | Missing::Broken(address) => ZH.sources.picture_missing(short(address)),
            Missing::Document(address) => ZH.sources.document_missing(short(address)),
            Missing::Embedded(address) => ZH.sources.content_missing(short(address)),
        }
    }

    /// Returns the note for the report.
    pub(super) fn note(&self) -> Text {
        match self {
            Missing::Picture(address) => {
                localized!(zh "没有图片文件：{}", en "picture not held: {}", short(address))
            }
            Missing::Document(address) => {
                localized!(zh "没有附件文件：{}", en "document not held: {}", short(address))
            }
            Missing::Broken(address) => localized!(
                zh "读者本来也看不到的图片，没有收入：{}",
                en "a picture that no reader saw is left out: {}",
                short(address)
            ),
            Missing::Embedded(address) => localized!(
                zh "没有视频等内容的文件：{}",
                en "video or other content not held: {}",
                short(address)
            ),
        }
    }
}

/// Shortens a `data:` address to its type, because an editor cannot read its data.
fn short(address: &str) -> &str {
    if address.starts_with("data:") { address.split([',', ';']).next().unwrap_or("data:") } else { address }
}

/// Resolves the addresses on a page.
pub(super) struct Targets<'a> {
    /// Returns the copy of a picture. It receives the pictures found before, so that two do not get the same name.
    pub(super) picture: &'a dyn Fn(&str, &[CopiedFile]) -> Option<CopiedFile>,
    /// Returns the copy of a document. It receives the documents found before.
    pub(super) document: &'a dyn Fn(&str, &[CopiedFile]) -> Option<CopiedFile>,
    /// Returns an address with its host.
    pub(super) absolute: &'a dyn Fn(&str) -> Option<String>,
}

impl Targets<'_> {
    /// Returns the address of a link in the source: the name of a document that is copied, else an address with a host.
    fn link(&self, address: &str, copied: &mut Vec<CopiedFile>) -> Option<String> {
        let Some(document) = (self.document)(address, copied) else { return (self.absolute)(address) };
        let name = document.name.clone();
        // The page may link to a document twice.
        if !copied.contains(&document) {
            copied.push(document);
        }
        Some(name)
    }
}

/// Writes an article as Markdown.
pub(super) fn markdown(lines: &[Line], title: &str, targets: &Targets<'_>) -> ExtractedBody {
    let absolute = targets.absolute;
    let mut body = ExtractedBody::default();
    let mut blocks: Vec<String> = Vec::new();
    let mut in_list = false;
    // The line that a figure above it has as its caption.
    let mut captioned = None;
    for (at, line) in lines.iter().enumerate() {
        if captioned == Some(at) {
            continue;
        }
        let is_item = matches!(line.form, Form::Item(_));
        let mut block = match &line.form {
            Form::Text => paragraph(line, targets, &mut body.documents),
            Form::Heading(level) => {
                format!("{} {}", "#".repeat(usize::from(*level).clamp(2, 4)), escape::heading(&line.text))
            }
            Form::Item(None) => ["- ", &paragraph(line, targets, &mut body.documents)].concat(),
            Form::Item(Some(number)) => {
                format!("{}. {}", number.min(&LARGEST_NUMBER), paragraph(line, targets, &mut body.documents))
            }
            Form::Table(rows) => table(rows),
            Form::Picture(shown) => match (targets.picture)(&shown.address, &body.pictures) {
                Some(picture) => {
                    let caption = caption_below(&lines[at + 1..]);
                    let alt = escape::inline(&alt(shown, caption, title));
                    // Of several pictures above one caption, the last one becomes the figure with it.
                    let is_last = lines.get(at + 1).is_some_and(|next| !matches!(next.form, Form::Picture(_)));
                    let block = match caption.filter(|line| is_last && line.links.is_empty()) {
                        Some(line) => {
                            captioned = Some(at + 1);
                            format!("![{alt}]({} \"{}\")", picture.name, escape::title(caption_text(line)))
                        }
                        None => format!("![{alt}]({})", picture.name),
                    };
                    // The page may show a picture twice.
                    if !body.pictures.contains(&picture) {
                        body.pictures.push(picture);
                    }
                    block
                }
                None => {
                    let missing = if html_page::is_broken(&shown.address) { Missing::Broken } else { Missing::Picture };
                    body.missing.push(missing(shown.address.clone()));
                    continue;
                }
            },
            Form::Embedded(address) if is_video(address) && absolute(address).is_some() => {
                let href = absolute(address).unwrap_or_default();
                format!("[{}]({} \"{VIDEO}\")", escape::inline(title), escape::address(&href))
            }
            Form::Embedded(address) => {
                body.missing.push(Missing::Embedded(address.clone()));
                continue;
            }
        };
        for document in &line.attachments {
            if targets.link(document, &mut body.documents).is_none() {
                body.missing.push(Missing::Document(document.clone()));
            }
        }
        let unlinked = unlinked(line).into_iter().filter_map(|address| {
            let href = targets.link(address, &mut body.documents)?;
            Some(format!("[{}]({})", escape::inline(&documents::name(address)), escape::address(&href)))
        });
        for link in unlinked {
            block.push_str(if matches!(line.form, Form::Heading(_)) { "\n\n" } else { " " });
            block.push_str(&link);
        }
        match blocks.last_mut() {
            Some(list) if is_item && in_list => {
                list.push('\n');
                list.push_str(&block);
            }
            _ => blocks.push(block),
        }
        in_list = is_item;
    }
    body.text = blocks.join("\n\n");
    body
}

/// Returns the documents of a line to which no text of it links: those of icons, and those of headings, which have no links.
pub(super) fn unlinked(line: &Line) -> Vec<&str> {
    let is_linked =
        |address: &str| !matches!(line.form, Form::Heading(_)) && line.links.iter().any(|link| link.href == address);
    let mut unlinked: Vec<&str> = Vec::new();
    for address in &line.attachments {
        if !is_linked(address) && !unlinked.contains(&address.as_str()) {
            unlinked.push(address);
        }
    }
    unlinked
}

/// Writes a line of text with its links. Adds the documents that they lead to.
fn paragraph(line: &Line, targets: &Targets<'_>, copied: &mut Vec<CopiedFile>) -> String {
    let mut markdown = String::new();
    let mut done = 0;
    let escaped = |markdown: &str, text: &str| {
        if markdown.is_empty() { escape::block(text) } else { escape::inline(text) }
    };
    for link in &line.links {
        let Some(href) = targets.link(&link.href, copied) else { continue };
        let (Some(before), Some(text)) = (line.text.get(done..link.range.start), line.text.get(link.range.clone()))
        else {
            continue;
        };
        markdown += &escaped(&markdown, before);
        // `!` before a bracket would begin a picture.
        if markdown.ends_with('!') {
            markdown.insert(markdown.len() - 1, '\\');
        }
        markdown += &format!("[{}]({})", escape::inline(text), escape::address(&href));
        done = link.range.end;
    }
    let rest = &line.text[done..];
    markdown += &escaped(&markdown, rest);
    markdown
}

/// Writes a table. Its first row becomes the head, because a Markdown table must have one.
fn table(rows: &[Vec<String>]) -> String {
    let row = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|cell| escape::cell(cell)).collect();
        format!("| {} |", cells.join(" | "))
    };
    let mut lines: Vec<String> = rows.iter().map(|cells| row(cells)).collect();
    let columns = rows.first().map_or(0, Vec::len);
    lines.insert(lines.len().min(1), format!("|{}", " --- |".repeat(columns)));
    lines.join("\n")
}

/// Returns the alternative text of a picture: the page's `alt`, else the caption below it, else the article's title.
fn alt(shown: &Shown, caption: Option<&Line>, title: &str) -> String {
    if !shown.alt.is_empty() {
        return shown.alt.clone();
    }
    caption.map_or(title, caption_text).to_owned()
}

/// Returns the caption below a picture, or below the pictures that follow it at once.
fn caption_below(below: &[Line]) -> Option<&Line> {
    let next = below.iter().find(|line| !matches!(line.form, Form::Picture(_)));
    let caption = next.filter(|line| line.is_text() && (is_caption(&line.text) || is_centred_caption(line)));
    caption.filter(|line| !caption_text(line).is_empty())
}

/// Returns a caption without the sign that points to its picture.
fn caption_text(line: &Line) -> &str {
    line.text.trim_start_matches(['▲', '△', '↑']).trim()
}

fn is_caption(text: &str) -> bool {
    let marked =
        text.starts_with(['图', '▲', '△', '↑']) || text.trim_end_matches(['。', ')', '）']).ends_with(['摄', '图']);
    marked && text.chars().count() <= LONGEST_CAPTION
}

/// Returns true for a short line that the page centres below a picture.
fn is_centred_caption(line: &Line) -> bool {
    line.prominent && line.text.chars().count() <= LONGEST_CAPTION && !line.text.ends_with('。')
}

pub(super) fn is_video(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    [".mp4", ".flv", ".m3u8", ".webm", ".mov"].iter().any(|ending| path.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Converts an HTML page to Markdown. All its pictures have files.
    fn of(html: &str) -> String {
        let picture = |_: &str, _: &[CopiedFile]| Some(CopiedFile { name: "a.png".to_owned(), bytes: Vec::new() });
        let document = |address: &str, _: &[CopiedFile]| {
            let name = address.strip_prefix("/held/")?.to_owned();
            Some(CopiedFile { name, bytes: Vec::new() })
        };
        let absolute = |address: &str| Some(address.to_owned());
        let targets = Targets { picture: &picture, document: &document, absolute: &absolute };
        markdown(&html_page::read(html).lines, "示例标题", &targets).text
    }

    #[test]
    fn exclamation_marks_before_links_are_escaped() {
        assert_eq!(of("<p>看!<a href='http://a.cn/'>这里</a>"), "看\\![这里](http://a.cn/)");
    }

    #[test]
    fn schemes_are_lower_case_and_addresses_have_no_control_characters() {
        assert_eq!(of("<p><a href='HTTP://a.cn/\nB\u{1}'>甲</a>"), "[甲](http://a.cn/B)");
    }

    #[test]
    fn documents_behind_icons_and_in_headings_are_linked_by_their_names() {
        for (html, expected) in [
            ("<p>附件：<a href=/held/a.pdf><img src=/i/pdf.gif></a></p>", "附件： [a.pdf](a.pdf)"),
            ("<p><a href=/held/a.pdf><img src=/i/pdf.gif></a><a href=/held/a.pdf>目录</a></p>", "[目录](a.pdf)"),
            ("<h3><a href=/held/a.pdf>目录</a></h3>", "### 目录\n\n[a.pdf](a.pdf)"),
            (
                "<p>见<a href='http://b.cn/%E7%9B%AE.xls'><img src=/i/xls.gif></a></p>",
                "见 [目.xls](http://b.cn/%E7%9B%AE.xls)",
            ),
        ] {
            assert_eq!(of(html), expected);
        }
    }

    #[test]
    fn item_numbers_stop_at_the_limit_of_markdown() {
        assert_eq!(of("<ol start=4000000000><li>甲<li>乙</ol>"), "999999999. 甲\n999999999. 乙");
    }

    #[test]
    fn centred_lines_below_pictures_are_captions() {
        assert_eq!(
            of("<p align=center><img src=a.jpg></p><p align=center>示例现场</p>"),
            "![示例现场](a.png \"示例现场\")"
        );
    }

    #[test]
    fn captions_without_text_fall_back_to_the_title() {
        assert_eq!(of("<img src=a.png><p>▲</p>"), "![示例标题](a.png)\n\n▲");
    }

    #[test]
    fn lists_of_a_hundred_thousand_items_are_written() {
        let item = Line::of(Form::Item(None), "甲".repeat(10));
        let targets = Targets { picture: &|_, _| None, document: &|_, _| None, absolute: &|_| None };
        assert_eq!(markdown(&vec![item; 100_000], "", &targets).text.lines().count(), 100_000);
    }
}
