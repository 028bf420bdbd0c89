//! Random queries: parts of the texts, in all ways in which readers write them.

use std::collections::HashMap;

use investchn_search::fold;

use crate::texts::Text;

const SEED: u64 = 11;

/// The way in which a phrase is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WritingForm {
    /// As in the text.
    AsWritten,
    /// Every character that has a traditional form in that form.
    Traditional,
    /// Full-width letters and digits in capitals.
    FullWidth,
    /// Both.
    Mixed,
}

const FORMS: [WritingForm; 6] = [
    WritingForm::AsWritten,
    WritingForm::AsWritten,
    WritingForm::AsWritten,
    WritingForm::Traditional,
    WritingForm::FullWidth,
    WritingForm::Mixed,
];

/// A phrase that is in one of the texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    /// As it is typed, without quotes.
    pub(crate) typed: String,
    pub(crate) form: WritingForm,
}

/// Cuts phrases of 2 to 20 characters out of texts. Every second one has a Latin letter or a digit near, if the text has one.
pub(crate) fn phrases(texts: &[Text], count: usize) -> Vec<Phrase> {
    let traditional = traditional();
    let mut random = fastrand::Rng::with_seed(SEED);
    let mut phrases = Vec::new();
    while phrases.len() < count {
        let text = &texts[random.usize(..texts.len())];
        let letters: Vec<char> = if random.u8(..8) == 0 { &text.title } else { &text.body }.chars().collect();
        let length = random.usize(2..=20).min(letters.len());
        let latin: Vec<usize> = (0..letters.len()).filter(|at| letters[*at].is_ascii_alphanumeric()).collect();
        let last = letters.len() - length;
        let at = match random.choice(&latin) {
            Some(near) if random.bool() => near.saturating_sub(random.usize(..length)).min(last),
            _ => random.usize(..=last),
        };
        // A line end cannot be typed.
        let cut: String = letters[at..at + length].iter().map(|it| if *it == '\n' { ' ' } else { *it }).collect();
        let cut = cut.trim();
        if fold(cut).letters.len() < 2 || cut.contains(['"', '“', '”']) {
            continue;
        }
        let form = FORMS[phrases.len() % FORMS.len()];
        let typed = cut.chars().map(|letter| written(letter, form, &traditional)).collect();
        phrases.push(Phrase { typed, form });
    }
    phrases
}

fn written(letter: char, form: WritingForm, traditional: &HashMap<char, char>) -> char {
    let (is_traditional, is_wide) = match form {
        WritingForm::AsWritten => (false, false),
        WritingForm::Traditional => (true, false),
        WritingForm::FullWidth => (false, true),
        WritingForm::Mixed => (true, true),
    };
    match letter {
        _ if is_wide && letter.is_ascii_alphanumeric() => {
            char::from_u32(u32::from(letter.to_ascii_uppercase()) + 0xfee0).unwrap_or(letter)
        }
        _ if is_traditional => *traditional.get(&letter).unwrap_or(&letter),
        _ => letter,
    }
}

/// Returns a traditional form of each simplified character that has one.
fn traditional() -> HashMap<char, char> {
    let han = '\u{3400}'..='\u{9fff}';
    let pairs = han.filter_map(|letter| Some((*fold(letter.encode_utf8(&mut [0; 4])).letters.first()?, letter)));
    pairs.filter(|(folded, letter)| folded != letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_in_the_text_once_folded() {
        let text =
            Text { title: "示例：苏州".to_owned(), body: "招商发展2026年GDP增长。\n园区abc".to_owned() };
        let folded: Vec<String> = [&text.title, &text.body].map(|text| fold(text).letters.iter().collect()).into();
        let phrases = phrases(&[text], 200);
        for phrase in &phrases {
            let letters: String = fold(&phrase.typed).letters.into_iter().collect();
            assert!(folded.iter().any(|text| text.contains(&letters)), "{phrase:?}");
        }
        let has = |letter: char| phrases.iter().any(|phrase| phrase.typed.contains(letter));
        assert!(has('Ｇ') && has('２') && has('園') && has('G'));
    }
}
