//! Folding: the one form in which text is indexed, searched and compared. Traditional characters become simplified, full-width
//! letters half-width, capitals small, 〇 becomes 零. White space beside a Chinese character vanishes, because a line break in a
//! phrase has no meaning; other white space becomes one space.

mod letters;
mod traditional;

/// Text in its folded form. It remembers which bytes of the original each character comes from, so that a match can be marked there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FoldedText {
    /// The folded characters.
    pub letters: Vec<char>,
    /// For each folded character the first byte of its original, and the byte after it.
    spans: Vec<(u32, u32)>,
}

impl FoldedText {
    /// Returns where a phrase begins, as positions in `letters`.
    pub fn find<'a>(&'a self, phrase: &'a [char]) -> impl Iterator<Item = usize> + 'a {
        let windows = if phrase.is_empty() { [].windows(1) } else { self.letters.windows(phrase.len()) };
        windows.enumerate().filter(move |(_, window)| *window == phrase).map(|(at, _)| at)
    }

    /// Returns true if the text has the phrase. An empty phrase is in no text.
    pub fn contains(&self, phrase: &[char]) -> bool {
        self.find(phrase).next().is_some()
    }

    /// Returns the bytes of the original that became `length` characters from a position on.
    pub fn original(&self, at: usize, length: usize) -> std::ops::Range<usize> {
        let part = self.spans.get(at..at.saturating_add(length)).unwrap_or_default();
        match (part.first(), part.last()) {
            (Some((start, _)), Some((_, end))) => *start as usize..*end as usize,
            _ => 0..0,
        }
    }
}

/// Folds text. White space at both ends vanishes.
pub fn fold(text: &str) -> FoldedText {
    let mut folded = FoldedText::default();
    each_folded(text, |letter, span| {
        folded.letters.push(letter);
        folded.spans.push(span);
    });
    folded
}

/// Folds text, for its letters alone.
#[cfg(feature = "write")]
pub(crate) fn folded_letters(text: &str) -> Vec<char> {
    let mut folded = Vec::with_capacity(text.len() / 3);
    each_folded(text, |letter, _| folded.push(letter));
    folded
}

/// Calls `push` with each folded character, the first byte of its original, and the byte after it.
fn each_folded(text: &str, mut push: impl FnMut(char, (u32, u32))) {
    // The bytes of white space after the last character.
    let mut gap: Option<(u32, u32)> = None;
    let mut before = None;
    for (at, letter) in text.char_indices() {
        let span = (position(at), position(at + letter.len_utf8()));
        // Nearly every character, and neither ignored nor white space.
        let is_common = matches!(letter, '\u{4e00}'..='\u{9fff}');
        if !is_common && letters::is_ignored(letter) {
            continue;
        }
        if !is_common && letter.is_whitespace() {
            gap = Some((gap.map_or(span.0, |gap| gap.0), span.1));
            continue;
        }
        let letter = fold_letter(letter);
        if let Some(gap) = gap.take()
            && before.is_some_and(|before| !letters::is_chinese(before) && !letters::is_chinese(letter))
        {
            push(' ', gap);
        }
        push(letter, span);
        before = Some(letter);
    }
}

/// Folds one character, without its neighbours.
fn fold_letter(letter: char) -> char {
    if letter.is_ascii() { letter.to_ascii_lowercase() } else { traditional::to_simplified(letters::to_small(letter)) }
}

/// Texts are shorter than 4 GB.
fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests;
