//! Synthetic texts: words as often as a dictionary of Chinese says, and sentences of the portal's own articles between them, so that pairs
//! of characters are about as common as in real texts. The words of the demo corpus are too few for that.

use investchn_tooling::told;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use investchn_tooling::workspace;

/// The dictionary: a word, how often it occurs and its class in each line.
const WORDS: &str = "bench/search/node_modules/@node-rs/jieba/dict.txt";
/// The first sentence of every text.
const NOTICE: &str = "本文是程序生成的示例文本，不含真实信息。";
/// Lengths of texts in characters, as those of the portal's articles.
const LENGTHS: std::ops::Range<usize> = 200..1100;

/// A text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Text {
    pub(crate) title: String,
    /// The paragraphs, a line each.
    pub(crate) body: String,
}

/// The material of texts.
pub(crate) struct TextSource {
    words: Vec<String>,
    /// For each word the sum of its frequency and those before it.
    sums: Vec<u64>,
    sentences: Vec<String>,
}

impl TextSource {
    /// Reads the dictionary and the articles.
    pub(crate) fn read() -> Result<Self> {
        let (mut words, mut sums, mut sum) = (Vec::new(), Vec::new(), 0);
        for line in workspace::read(WORDS)?.lines() {
            let mut parts = line.split(' ');
            let (Some(word), Some(count)) = (parts.next(), parts.next().and_then(|count| count.parse::<u64>().ok()))
            else {
                continue;
            };
            if word.chars().all(char::is_alphanumeric) {
                sum += count;
                words.push(word.to_owned());
                sums.push(sum);
            }
        }
        anyhow::ensure!(sum > 0, told!(zh "{WORDS} 中没有词", en "{WORDS} has no word"));
        let mut sentences = Vec::new();
        for folder in files(&Path::new(workspace::CONTENT_DIR).join("articles"))? {
            for file in files(&folder)?.iter().filter(|file| file.extension().is_some_and(|it| it == "md")) {
                let source = fs::read_to_string(file)
                    .with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", file.display()))?;
                sentences.extend(source.splitn(3, "+++").nth(2).into_iter().flat_map(plain_sentences));
            }
        }
        anyhow::ensure!(!sentences.is_empty(), told!(zh "稿件中没有句子", en "the articles have no sentence"));
        Ok(TextSource { words, sums, sentences })
    }

    /// Makes a text.
    pub(crate) fn text(&self, random: &mut fastrand::Rng) -> Text {
        let mut text = Text { title: "示例：".to_owned(), body: NOTICE.to_owned() };
        (0..random.usize(4..9)).for_each(|_| text.title.push_str(self.word(random)));
        let (mut left, mut begins) = (random.usize(LENGTHS), false);
        while left > 0 {
            let start = text.body.len();
            if !begins && random.u8(..100) < 8 {
                text.body.push_str(&self.sentences[random.usize(..self.sentences.len())]);
            } else {
                (0..random.usize(4..15)).for_each(|_| text.body.push_str(self.word(random)));
                text.body.push(['，', '，', '，', '。', '。', '、', '；'][random.usize(..7)]);
            }
            left = left.saturating_sub(text.body[start..].chars().count());
            begins = left > 0 && random.u8(..100) < 15;
            if begins {
                text.body.push('\n');
            }
        }
        text
    }

    fn word(&self, random: &mut fastrand::Rng) -> &str {
        let at = random.u64(..self.sums.last().copied().unwrap_or(1));
        &self.words[self.sums.partition_point(|sum| *sum <= at)]
    }
}

/// Returns the sentences of Markdown that have no marks of it.
fn plain_sentences(markdown: &str) -> Vec<String> {
    let is_plain = |letter: char| letter.is_alphanumeric() || "，。、；：！？“”（）《》〔〕.%-— ".contains(letter);
    let sentences = markdown.lines().flat_map(|line| line.split_inclusive(['。', '；', '！', '？']));
    sentences
        .map(str::trim)
        .filter(|it| it.chars().count() > 5 && it.chars().all(is_plain))
        .map(str::to_owned)
        .collect()
}

/// Returns the entries of a folder in order.
fn files(folder: &Path) -> Result<Vec<std::path::PathBuf>> {
    let unreadable = || told!(zh "无法读取 {}", en "{} cannot be read", folder.display());
    let entries = fs::read_dir(folder).with_context(unreadable)?;
    let mut files: Vec<_> =
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>().with_context(unreadable)?;
    files.retain(|file| file.is_dir() || file.extension().is_some());
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_with_marks_are_left_out() {
        let sentences = plain_sentences("# 一个标题的文字\n\n甲乙丙丁戊己。见[庚辛壬癸](a.md)子丑。\n13.94平方公里！");
        assert_eq!(sentences, ["甲乙丙丁戊己。", "13.94平方公里！"]);
    }

    #[test]
    fn the_same_seed_makes_the_same_text_and_words_have_their_frequency() {
        let words = vec!["常".to_owned(), "罕".to_owned()];
        let source = TextSource { words, sums: vec![99, 100], sentences: vec!["句。".to_owned()] };
        let text = source.text(&mut fastrand::Rng::with_seed(1));
        assert_eq!(text, source.text(&mut fastrand::Rng::with_seed(1)));
        let count = |letter| text.body.matches(letter).count();
        assert!(text.body.starts_with(NOTICE) && count('常') > 20 * count('罕'));
    }
}
