//! The lines of an article as Markdown. It owns what each form of line becomes; how text is escaped is in `escape`.

use investchn_messages::ZH;

use super::escape;
use super::line::{Form, Line, Shown};
use super::pictures::Held;

/// The longest line below a picture that is taken for its caption, in characters.
const LONGEST_CAPTION: usize = 100;

/// The largest number of an item that Markdown knows.
const LARGEST_NUMBER: u32 = 999_999_999;

/// An article's text, and what it takes to show it.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// Markdown, without a line end behind it.
    pub(super) text: String,
    /// The pictures that it shows.
    pub(super) pictures: Vec<Held>,
    /// What the page showed and is not held.
    pub(super) missing: Vec<Missing>,
}

/// What a page showed and is not held, by its address.
#[derive(Debug)]
pub(super) enum Missing {
    Picture(String),
    Embedded(String),
}

impl Missing {
    /// The line that is kept of it.
    pub(super) fn line(&self) -> String {
        match self {
            Missing::Picture(address) => ZH.sources.picture_missing(short(address)),
            Missing::Embedded(address) => ZH.sources.content_missing(short(address)),
        }
    }

    /// What is said of it.
    pub(super) fn note(&self) -> String {
        match self {
            Missing::Picture(address) => format!("picture not held: {}", short(address)),
            Missing::Embedded(address) => format!("video or other content not held: {}", short(address)),
        }
    }
}

/// An address that holds the picture itself is no address to be read.
fn short(address: &str) -> &str {
    if address.starts_with("data:") { address.split([',', ';']).next().unwrap_or("data:") } else { address }
}

/// The Markdown of an article.
pub(super) fn markdown(lines: &[Line], title: &str, held: impl Fn(&str, &[Held]) -> Option<Held>) -> Body {
    let mut body = Body::default();
    let mut blocks: Vec<String> = Vec::new();
    let mut in_list = false;
    for (at, line) in lines.iter().enumerate() {
        let is_item = matches!(line.form, Form::Item(_));
        let block = match &line.form {
            Form::Text => paragraph(line),
            Form::Heading(level) => {
                format!("{} {}", "#".repeat(usize::from(*level).clamp(2, 4)), escape::heading(&line.text))
            }
            Form::Item(None) => ["- ", &paragraph(line)].concat(),
            Form::Item(Some(number)) => format!("{}. {}", number.min(&LARGEST_NUMBER), paragraph(line)),
            Form::Table(rows) => table(rows),
            Form::Picture(shown) => match held(&shown.address, &body.pictures) {
                Some(picture) => {
                    let alt = escape::inline(&alt(shown, &lines[at + 1..], title));
                    let block = format!("![{alt}]({})", picture.name);
                    // A page may show a picture twice.
                    if !body.pictures.contains(&picture) {
                        body.pictures.push(picture);
                    }
                    block
                }
                None => {
                    body.missing.push(Missing::Picture(shown.address.clone()));
                    continue;
                }
            },
            Form::Embedded(address) => {
                body.missing.push(Missing::Embedded(address.clone()));
                continue;
            }
        };
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

/// Text with its links.
fn paragraph(line: &Line) -> String {
    let mut markdown = String::new();
    let mut done = 0;
    let escaped = |markdown: &str, text: &str| {
        if markdown.is_empty() { escape::block(text) } else { escape::inline(text) }
    };
    for link in &line.links {
        let (Some(before), Some(text)) = (line.text.get(done..link.range.start), line.text.get(link.range.clone()))
        else {
            continue;
        };
        markdown += &escaped(&markdown, before);
        // Before a bracket it would begin a picture.
        if markdown.ends_with('!') {
            markdown.insert(markdown.len() - 1, '\\');
        }
        markdown += &format!("[{}]({})", escape::inline(text), escape::address(&link.href));
        done = link.range.end;
    }
    let rest = &line.text[done..];
    markdown += &escaped(&markdown, rest);
    markdown
}

/// The first row is the head, since a table has one.
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

/// What stands for a picture to who does not see it: what the page says, else the caption below it, else the article's title.
fn alt(shown: &Shown, below: &[Line], title: &str) -> String {
    if !shown.alt.is_empty() {
        return shown.alt.clone();
    }
    let next = below.iter().find(|line| !matches!(line.form, Form::Picture(_)));
    let caption = next.filter(|line| line.is_text() && is_caption(&line.text));
    let caption = caption.map(|line| line.text.trim_start_matches(['▲', '△', '↑']).trim());
    caption.filter(|caption| !caption.is_empty()).unwrap_or(title).to_owned()
}

fn is_caption(text: &str) -> bool {
    let marked =
        text.starts_with(['图', '▲', '△', '↑']) || text.trim_end_matches(['。', ')', '）']).ends_with(['摄', '图']);
    marked && text.chars().count() <= LONGEST_CAPTION
}

#[cfg(test)]
mod tests {
    use super::super::html_page;
    use super::*;

    /// The Markdown of a page of HTML whose pictures are held.
    fn of(html: &str) -> String {
        let held = |_: &str, _: &[Held]| Some(Held { name: "a.png".to_owned(), bytes: Vec::new() });
        markdown(&html_page::read(html).lines, "示例标题", held).text
    }

    #[test]
    fn an_exclamation_mark_before_a_link_makes_no_picture_of_it() {
        assert_eq!(of("<p>看!<a href='http://a.cn/'>这里</a>"), "看\\![这里](http://a.cn/)");
    }

    #[test]
    fn schemes_of_links_are_written_small_and_without_what_no_reader_sees() {
        assert_eq!(of("<p><a href='HTTP://a.cn/\nB\u{1}'>甲</a>"), "[甲](http://a.cn/B)");
    }

    #[test]
    fn items_are_numbered_no_higher_than_markdown_counts() {
        assert_eq!(of("<ol start=4000000000><li>甲<li>乙</ol>"), "999999999. 甲\n999999999. 乙");
    }

    #[test]
    fn a_caption_that_is_only_its_sign_says_nothing() {
        assert_eq!(of("<img src=a.png><p>▲</p>"), "![示例标题](a.png)\n\n▲");
    }

    #[test]
    fn a_hundred_thousand_items_are_written_without_much_ado() {
        let item = Line::of(Form::Item(None), "甲".repeat(10));
        assert_eq!(markdown(&vec![item; 100_000], "", |_, _| None).text.lines().count(), 100_000);
    }
}
