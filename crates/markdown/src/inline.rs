//! Parses the text within a block: spans, links, and paragraphs that are a picture or a video.

use std::ops::Range;

use investchn_localized::{Localized, localized};
use investchn_model::route::Route;
use investchn_model::{Block, Picture, Span};
use pulldown_cmark::{Event, Tag};

use crate::attachment::{AttachmentError, attachment_extension};
use crate::link::InternalLink;
use crate::near::half_width_mark;
use crate::reader::{DEPTH, Reader, VIDEO, beside};
use investchn_diagnostics::{Diagnostic, Fix, rules};

/// Returns the text of spans without formatting.
pub(crate) fn plain_text(spans: &[Span]) -> String {
    spans
        .iter()
        .map(|span| match span {
            Span::Text(text) => text.clone(),
            Span::Strong(inner) | Span::Emphasis(inner) | Span::Link { text: inner, .. } => plain_text(inner),
            Span::Break => String::new(),
        })
        .collect()
}

/// A part of a paragraph: text, a picture or a video.
enum Piece {
    Span(Span),
    Picture { picture: Picture, caption: String, at: Range<usize> },
    Video { href: String, title: String },
}

impl Reader<'_> {
    /// Parses a paragraph: text, or a picture or video that is alone in it.
    pub(crate) fn paragraph(&mut self) -> Option<Block> {
        let mut pieces = self.pieces(None);
        if pieces.len() == 1 {
            match pieces.pop() {
                Some(Piece::Picture { picture, caption, .. }) if caption.is_empty() => {
                    return Some(Block::Image(picture));
                }
                Some(Piece::Picture { picture, caption, .. }) => return Some(Block::Figure { picture, caption }),
                Some(Piece::Video { href, title }) => return Some(Block::Video { href, title }),
                Some(piece) => pieces.push(piece),
                None => {}
            }
        }
        let spans = self.only_spans(pieces);
        (!spans.is_empty()).then_some(Block::Paragraph(spans))
    }

    /// Parses spans up to the end of the enclosing element, and consumes that end.
    pub(crate) fn spans(&mut self) -> Vec<Span> {
        let pieces = self.pieces(None);
        self.only_spans(pieces)
    }

    /// Parses spans outside of a paragraph. `first` is their first event, already consumed. They end before the next block.
    pub(crate) fn loose_spans(&mut self, first: Event<'_>, at: Range<usize>) -> Vec<Span> {
        let pieces = self.pieces(Some((first, at)));
        self.only_spans(pieces)
    }

    fn only_spans(&mut self, pieces: Vec<Piece>) -> Vec<Span> {
        let mut spans = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Span(span) => spans.push(span),
                Piece::Video { href, title } => spans.push(Span::Link { href, text: vec![Span::Text(title)] }),
                Piece::Picture { at, .. } => {
                    let message = localized!(zh "图片夹在文字中间", en "a picture stands in running text");
                    let help = localized!(
                        zh "让图片单独成段，前后各空一行",
                        en "give it a paragraph of its own, with an empty line before and after"
                    );
                    self.diagnostic(&at, &rules::IMAGE_IN_TEXT, message, help);
                }
            }
        }
        trimmed(spans)
    }

    fn pieces(&mut self, first: Option<(Event<'_>, Range<usize>)>) -> Vec<Piece> {
        let loose = first.is_some();
        let mut pieces = Vec::new();
        let mut text = RunningText::default();
        if let Some((event, at)) = first {
            self.piece(event, &at, &mut text, &mut pieces);
        }
        loop {
            // Loose text ends before a block or the end of the item, which do not belong to it.
            if loose && !self.events.peek().is_some_and(|(event, _)| is_inline(event)) {
                break;
            }
            match self.events.next() {
                None | Some((Event::End(_), _)) => break,
                Some((event, at)) => self.piece(event, &at, &mut text, &mut pieces),
            }
        }
        text.flush(&mut pieces);
        pieces
    }

    fn piece(&mut self, event: Event<'_>, at: &Range<usize>, text: &mut RunningText, pieces: &mut Vec<Piece>) {
        match event {
            Event::Text(part) | Event::Code(part) => text.push(&part),
            Event::SoftBreak => text.soft_break(),
            Event::HardBreak => {
                text.flush(pieces);
                pieces.push(Piece::Span(Span::Break));
            }
            Event::Html(_) | Event::InlineHtml(_) => self.raw_html(at),
            Event::Start(tag) => {
                text.flush(pieces);
                pieces.extend(self.tagged(tag, at));
            }
            _ => {}
        }
    }

    /// Parses formatted text. Refuses nesting deeper than [`DEPTH`].
    fn tagged(&mut self, tag: Tag<'_>, at: &Range<usize>) -> Option<Piece> {
        if self.marks == DEPTH {
            self.skip();
            let message = localized!(
                zh "强调、链接和图片套了 {DEPTH} 层",
                en "emphasis, links and pictures stand {DEPTH} deep in each other"
            );
            self.diagnostic(at, &rules::NESTING, message, localized!(zh "减少层数", en "make it flatter"));
            return None;
        }
        self.marks += 1;
        let piece = self.marked(tag, at);
        self.marks -= 1;
        piece
    }

    fn marked(&mut self, tag: Tag<'_>, at: &Range<usize>) -> Option<Piece> {
        match tag {
            Tag::Strong => Some(Piece::Span(Span::Strong(self.spans()))),
            Tag::Emphasis => Some(Piece::Span(Span::Emphasis(self.spans()))),
            Tag::Link { dest_url, title, .. } => {
                let text = self.spans();
                let href = self.link(&dest_url, at)?;
                if title.as_ref() == VIDEO && href.starts_with("http") {
                    return Some(Piece::Video { href, title: plain_text(&text) });
                }
                Some(Piece::Span(Span::Link { href, text }))
            }
            Tag::Image { dest_url, title, .. } => {
                let alt = plain_text(&self.spans());
                let picture = self.picture(&dest_url, &alt, at)?;
                Some(Piece::Picture { picture, caption: title.trim().to_owned(), at: at.clone() })
            }
            _ => {
                self.skip();
                None
            }
        }
    }

    /// Returns the published address of a link; none, with a diagnostic, if the address is not allowed.
    fn link(&mut self, address: &str, at: &Range<usize>) -> Option<String> {
        let internal = if address.starts_with('/') {
            Route::parse(address)
        } else if address.ends_with(".md") && !address.contains(':') {
            let target = beside(self.file, address);
            let zone = target.parent().and_then(|folder| folder.file_name()).and_then(|name| name.to_str());
            let id = target.file_stem().and_then(|stem| stem.to_str()).and_then(|stem| {
                // A translation, 1984-1.en.md, is the same article.
                let (date, number) = stem.split('.').next()?.rsplit_once('-')?;
                [zone?, "-", &date.replace('-', ""), "-", number].concat().parse().ok()
            });
            id.map(Route::Article)
        } else {
            if let Some(number) = trunk_zero(address) {
                let message = localized!(
                    zh "`{address}` 在 +86 后面多了长途区号的 0",
                    en "`{address}` has the 0 of calls within China after +86"
                );
                let help = localized!(zh "去掉这个 0：tel:+86{number}", en "leave the 0 out: tel:+86{number}");
                self.diagnostic(at, &rules::PHONE, message, help);
                return None;
            }
            if !address.contains(':') && attachment_extension(address).is_some() {
                return self.attachment(address, at);
            }
            let allowed = ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| address.starts_with(scheme));
            if allowed && !address.contains(char::is_whitespace) {
                return Some(address.to_owned());
            }
            None
        };
        let Some(route) = internal else {
            let (start, whole) = (self.offset + at.start, self.offset + at.end);
            let before = &self.text[..start];
            if before.ends_with('！') {
                let right = format!("!{}", &self.text[start..whole]);
                let place = self.place(at);
                let help = localized!(zh "改成 `{right}`", en "write `{right}`");
                let diagnostic = Diagnostic::new(place, &rules::LINK, half_width_mark(), help);
                let fix = Fix::new(start - '！'.len_utf8()..whole, right);
                self.diagnostics.push(diagnostic.with_fix(Some(fix)));
                return None;
            }
            let message = localized!(
                zh "`{address}` 不是读者打得开的地址",
                en "`{address}` is no address that a reader could follow"
            );
            let help = localized!(
                zh "可以链接到 /zone/<id>/、/article/<id>/、别的稿件（../huaian-htz/2022-02-14-1.md）、稿件旁边的附件（brochure.pdf），\
                    或以 https://、mailto:、tel: 开头的地址",
                en "link to /zone/<id>/, to /article/<id>/, to another source (../huaian-htz/2022-02-14-1.md), to a \
                    document beside the article (brochure.pdf), or to an address with https://, mailto: or tel:"
            );
            self.diagnostic(at, &rules::LINK, message, help);
            return None;
        };
        let path = route.path();
        let at = self.place(at).into();
        self.links.push(InternalLink { route, at });
        Some(path)
    }

    /// Returns the portal path of an attachment; none, with a diagnostic, if it cannot be published.
    fn attachment(&mut self, name: &str, at: &Range<usize>) -> Option<String> {
        let found = match name.contains(['/', '\\']) {
            true => Err(AttachmentError::Elsewhere(name.to_owned())),
            false => (self.attachments)(name),
        };
        match found {
            Ok(path) => Some(["/", &path].concat()),
            Err(error) => {
                self.diagnostic(at, &rules::ATTACHMENT, error.localized(), error.help());
                None
            }
        }
    }

    fn picture(&mut self, name: &str, alt: &str, at: &Range<usize>) -> Option<Picture> {
        if alt.trim().is_empty() {
            let message = localized!(zh "图片 `{name}` 没有描述", en "the picture `{name}` has no text");
            let help = localized!(
                zh "在方括号里描述图片，供看不到图的读者了解：![…](chart.png)",
                en "say between the brackets what it shows, for who does not see it: ![…](chart.png)"
            );
            self.diagnostic(at, &rules::IMAGE_ALT, message, help);
            return None;
        }
        match (self.pictures)(name) {
            Ok(picture) => Some(Picture { alt: alt.trim().to_owned(), ..picture }),
            Err(error) => {
                self.diagnostic(at, &rules::IMAGE, error.localized(), error.help());
                None
            }
        }
    }
}

/// Returns the rest of the number if a telephone link has a trunk 0 after +86. A number with that 0 cannot be dialled.
fn trunk_zero(address: &str) -> Option<String> {
    let number = address.strip_prefix("tel:")?.replace("%20", "");
    let dialled: String = number.chars().filter(|letter| letter.is_ascii_digit() || *letter == '+').collect();
    dialled.strip_prefix("+860").map(ToOwned::to_owned)
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. }),
        Event::End(_) | Event::Rule | Event::Html(_) => false,
        _ => true,
    }
}

/// Running text, assembled from the parser's events.
#[derive(Default)]
struct RunningText {
    text: String,
    broken: bool,
}

impl RunningText {
    fn push(&mut self, part: &str) {
        if std::mem::take(&mut self.broken) {
            // A line end between Chinese characters is no space; between words it is one.
            let spaced = |letter: Option<char>| letter.is_none_or(|letter| letter.is_ascii());
            if spaced(self.text.chars().next_back()) && spaced(part.chars().next()) {
                self.text.push(' ');
            }
        }
        self.text.push_str(part);
    }

    fn soft_break(&mut self) {
        self.broken = true;
    }

    fn flush(&mut self, pieces: &mut Vec<Piece>) {
        if !self.text.is_empty() {
            pieces.push(Piece::Span(Span::Text(std::mem::take(&mut self.text))));
        }
    }
}

/// Trims spaces, including the full-width ones with which old sources indent. The style sheet indents paragraphs.
fn trimmed(mut spans: Vec<Span>) -> Vec<Span> {
    if let Some(Span::Text(first)) = spans.first_mut() {
        *first = first.trim_start().to_owned();
    }
    if let Some(Span::Text(last)) = spans.last_mut() {
        *last = last.trim_end().to_owned();
    }
    spans.retain(|span| !matches!(span, Span::Text(text) if text.is_empty()));
    spans
}
