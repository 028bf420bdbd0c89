//! The body of one article: every form of block that a source may have, up to the length that was drawn. It owns the
//! Markdown; the words are those of `words`.

use std::fmt::Write;

use investchn_model::{Kind, ZoneId};

use super::plan::Plan;
use super::random::Random;
use super::words;

/// The lengths are log-normal: the logarithm's mean, for 5,000 characters on average, its width, and the bounds.
const LENGTH: (f64, f64) = (8.197, 0.8);
const SHORTEST: f64 = 200.0;
const LONGEST: f64 = 59_900.0;

/// What is left must be more than this for a list or a table to begin, so that a short article stays short.
const ROOM: usize = 500;

/// What a body is written from.
pub(super) struct Body<'a> {
    pub(super) text: &'a mut String,
    pub(super) random: &'a mut Random,
    pub(super) plan: &'a Plan,
    pub(super) zone: &'a ZoneId,
    /// The picture that it shows.
    pub(super) picture: Option<&'a str>,
    /// The level of its last heading; before the first one the title's.
    pub(super) level: usize,
}

impl Body<'_> {
    /// Writes it all.
    pub(super) fn write(mut self, kind: Kind) {
        let (mean, width) = LENGTH;
        let mut left = (mean + width * self.random.normal()).exp().clamp(SHORTEST, LONGEST) as usize;
        self.text.push_str(words::NOTICE);
        self.counted(&mut left, |body| body.paragraph(60));
        if let Some(picture) = self.picture {
            self.picture(picture, true);
            if kind == Kind::Photo && self.random.percent(30) {
                self.counted(&mut left, |body| body.paragraph(80));
                self.picture(picture, false);
            }
        }
        if kind == Kind::Video {
            self.video();
        }
        // A special block is always followed by text, or two lists would be read as one.
        while left > 0 {
            if left > ROOM {
                self.counted(&mut left, Self::special);
            }
            for _ in 0..self.random.between(1, 3) {
                let most = left.min(self.random.between(80, 260));
                if most > 0 {
                    self.counted(&mut left, |body| body.paragraph(most));
                }
            }
        }
    }

    /// Takes what a block is long from what is left.
    fn counted(&mut self, left: &mut usize, block: impl FnOnce(&mut Self)) {
        let start = self.text.len();
        block(self);
        *left = left.saturating_sub(self.text[start..].chars().count());
    }

    fn paragraph(&mut self, most: usize) {
        let start = self.text.len();
        // Three bytes a character, as nearly all are.
        while (self.text.len() - start) / 3 < most {
            words::sentence(self.text, self.random);
            if self.random.below(60) == 0 {
                self.link();
            }
        }
        self.text.push_str("\n\n");
    }

    fn special(&mut self) {
        match self.random.below(100) {
            0..=39 => self.heading(),
            40..=54 => self.list(),
            55..=64 => self.quote(),
            65..=74 => self.table(),
            75..=79 => self.text.push_str("---\n\n"),
            80..=81 => self.video(),
            _ => {}
        }
    }

    /// At most one level below the heading before it.
    fn heading(&mut self) {
        self.level = self.random.between(2, (self.level + 1).min(4));
        self.text.push_str(&"#".repeat(self.level));
        self.text.push(' ');
        words::thing(self.text, self.random);
        self.text.push_str("\n\n");
    }

    /// Sometimes numbered, sometimes with a list within an entry.
    fn list(&mut self) {
        let numbered = self.random.percent(40);
        for entry in 1..=self.random.between(3, 7) {
            let mark = if numbered { format!("{entry}. ") } else { "- ".to_owned() };
            self.text.push_str(&mark);
            words::sentence(self.text, self.random);
            self.text.push('\n');
            if self.random.percent(20) {
                for _ in 0..self.random.between(2, 3) {
                    self.text.push_str(&" ".repeat(mark.len()));
                    self.text.push_str("- ");
                    words::thing(self.text, self.random);
                    self.text.push('\n');
                }
            }
        }
        self.text.push('\n');
    }

    fn quote(&mut self) {
        for paragraph in 0..self.random.between(1, 2) {
            self.text.push_str(if paragraph == 0 { "> " } else { ">\n> " });
            for _ in 0..self.random.between(1, 3) {
                words::sentence(self.text, self.random);
            }
            self.text.push('\n');
        }
        self.text.push('\n');
    }

    fn table(&mut self) {
        self.text.push_str("| 示例项目 | 说明 | 示例数字 |\n| :-- | :-: | --: |\n");
        for _ in 0..self.random.between(3, 8) {
            let (name, what) = (words::word(self.random), words::word(self.random));
            // Writing to a string cannot fail.
            let _ = writeln!(self.text, "| {name} | {what} | {} |", self.random.between(1, 9_999));
        }
        self.text.push('\n');
    }

    /// To another article by its address or by its file, to a zone, or to a site that is nobody's.
    fn link(&mut self) {
        let word = words::word(self.random);
        let form = self.random.below(4);
        let _ = match self.plan.any(self.random) {
            Some((zone, article)) if form == 0 => {
                write!(self.text, "参见[示例文章：{word}](/article/{}/)。", article.id(zone))
            }
            Some((zone, article)) if form == 1 => {
                write!(self.text, "另见[示例文章：{word}](../{zone}/{})。", article.file())
            }
            Some((zone, _)) if form == 2 => write!(self.text, "版面可与[这一页面](/zone/{zone}/)比较。"),
            _ => write!(self.text, "格式见[示例网址](https://example.com/{}/)。", self.zone),
        };
    }

    fn picture(&mut self, name: &str, captioned: bool) {
        let word = words::word(self.random);
        let caption = if captioned { format!(" \"示例图：{word}\"") } else { String::new() };
        let _ = write!(self.text, "![示例柱状图，各柱高低不代表任何数据]({name}{caption})\n\n");
    }

    fn video(&mut self) {
        let number = self.random.between(1, 999);
        let _ = write!(self.text, "[示例视频 {number}](https://example.com/video/{number} \"视频\")\n\n");
    }
}
