//! Writes the body of one article in Markdown, with every form of block that a source may have, until it has the drawn
//! length.

use std::fmt::Write;

use investchn_model::{Kind, ZoneId};

use super::plan::Plan;
use super::random::Random;
use super::words;

/// The parameters of the log-normal distribution of lengths: mean and standard deviation of the logarithm, for 5,000
/// characters on average. The constants below are its bounds.
const LENGTH: (f64, f64) = (8.197, 0.8);
const SHORTEST: f64 = 200.0;
const LONGEST: f64 = 59_900.0;

/// The characters that must be left for a list or a table to begin, so that a short article stays short.
const MIN_LEFT_FOR_SPECIAL: usize = 500;

/// The writer of a body.
pub(super) struct BodyWriter<'a> {
    pub(super) text: &'a mut String,
    pub(super) random: &'a mut Random,
    pub(super) plan: &'a Plan,
    pub(super) zone: &'a ZoneId,
    /// The picture that it shows.
    pub(super) picture: Option<&'a str>,
    /// The level of the last heading, at first 1 for the title.
    pub(super) level: usize,
}

impl BodyWriter<'_> {
    /// Writes the whole body.
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
        // Text follows every special block, because Markdown would join two lists without text between them.
        while left > 0 {
            if left > MIN_LEFT_FOR_SPECIAL {
                self.counted(&mut left, Self::special_block);
            }
            for _ in 0..self.random.between(1, 3) {
                let most = left.min(self.random.between(80, 260));
                if most > 0 {
                    self.counted(&mut left, |body| body.paragraph(most));
                }
            }
        }
    }

    /// Writes a block, and subtracts its length from the characters left.
    fn counted(&mut self, left: &mut usize, block: impl FnOnce(&mut Self)) {
        let start = self.text.len();
        block(self);
        *left = left.saturating_sub(self.text[start..].chars().count());
    }

    fn paragraph(&mut self, most: usize) {
        let start = self.text.len();
        // Nearly all characters have three bytes.
        while (self.text.len() - start) / 3 < most {
            words::sentence(self.text, self.random);
            if self.random.below(60) == 0 {
                self.link();
            }
        }
        self.text.push_str("\n\n");
    }

    fn special_block(&mut self) {
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

    /// Writes a heading, at most one level below the last one.
    fn heading(&mut self) {
        self.level = self.random.between(2, (self.level + 1).min(4));
        self.text.push_str(&"#".repeat(self.level));
        self.text.push(' ');
        words::noun_phrase(self.text, self.random);
        self.text.push_str("\n\n");
    }

    /// Writes a list, sometimes numbered, sometimes with a list within an item.
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
                    words::noun_phrase(self.text, self.random);
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
            let (name, what) = (words::noun(self.random), words::noun(self.random));
            // Writing to a string cannot fail.
            let _ = writeln!(self.text, "| {name} | {what} | {} |", self.random.between(1, 9_999));
        }
        self.text.push('\n');
    }

    /// Writes a link to another article by its address or its file, to a zone, or to a site reserved for examples.
    fn link(&mut self) {
        let word = words::noun(self.random);
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
        let word = words::noun(self.random);
        let caption = if captioned { format!(" \"示例图：{word}\"") } else { String::new() };
        let _ = write!(self.text, "![示例柱状图，各柱高低不代表任何数据]({name}{caption})\n\n");
    }

    fn video(&mut self) {
        let number = self.random.between(1, 999);
        let _ = write!(self.text, "[示例视频 {number}](https://example.com/video/{number} \"视频\")\n\n");
    }
}
