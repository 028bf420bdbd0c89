//! Excerpts: the part of an article's text around the first match, with all matches in it marked.

use std::ops::Range;

use crate::folding::FoldedText;
use crate::query::SearchQuery;

/// The number of characters of an excerpt, without white space.
const LENGTH: usize = 96;
/// The number of characters before the first match.
const BEFORE: usize = 24;

/// Bytes of a text that match the query.
pub type MarkRange = Range<usize>;

/// A part of an article's text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Excerpt {
    /// The text as it is written, line ends included.
    pub text: String,
    /// The matches in it, ascending and apart from each other, as bytes of `text`.
    pub marks: Vec<MarkRange>,
    /// True if the article has text before the excerpt.
    pub is_cut_before: bool,
    /// True if the article has text after the excerpt.
    pub is_cut_after: bool,
}

/// Returns the matches of a query in a text, as bytes of the original.
pub(crate) fn marks(folded: &FoldedText, query: &SearchQuery) -> Vec<MarkRange> {
    matches(folded, query).into_iter().map(|it| folded.original(it.start, it.len())).collect()
}

/// Cuts the excerpt out of a text. Text without a match is shown from its beginning.
pub(crate) fn excerpt(text: &str, folded: &FoldedText, query: &SearchQuery) -> Excerpt {
    // A single character is looked for in titles, so it is not marked in the text.
    let mut query = query.clone();
    query.parts.retain(|part| part.letters.len() > 1);
    let matches = matches(folded, &query);
    let total = folded.letters.len();
    let first = matches.first().map_or(0, |first| first.start);
    let start = first.saturating_sub(BEFORE).min(total.saturating_sub(LENGTH));
    let end = (start + LENGTH).min(total);
    let shown = folded.original(start, end - start);
    let inside = matches.iter().filter(|it| it.start < end && it.end > start);
    let inside = inside.map(|it| it.start.max(start)..it.end.min(end)).map(|it| folded.original(it.start, it.len()));
    Excerpt {
        text: text.get(shown.clone()).unwrap_or_default().to_owned(),
        marks: inside.map(|it| it.start - shown.start..it.end - shown.start).collect(),
        is_cut_before: start > 0,
        is_cut_after: end < total,
    }
}

/// Returns the matches as positions of folded characters; those that touch are joined. Counts for each character how many matches begin
/// and end there, because that is less code than sorting and a text may have a match at every character.
fn matches(folded: &FoldedText, query: &SearchQuery) -> Vec<Range<usize>> {
    let mut change = vec![0_i32; folded.letters.len() + 1];
    for part in query.parts.iter().filter(|part| !part.is_excluded) {
        for at in folded.find(&part.letters) {
            change[at] += 1;
            change[at + part.letters.len()] -= 1;
        }
    }
    let (mut joined, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, by) in change.into_iter().enumerate() {
        if depth == 0 {
            start = at;
        }
        if depth > 0 && depth + by == 0 {
            joined.push(start..at);
        }
        depth += by;
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folding::fold;

    fn marked(text: &str, typed: &str) -> Vec<String> {
        let excerpt = excerpt(text, &fold(text), &SearchQuery::parse(typed));
        excerpt.marks.iter().map(|it| excerpt.text[it.clone()].to_owned()).collect()
    }

    #[test]
    fn matches_are_marked_in_the_text_as_it_is_written() {
        assert_eq!(marked("全国百\n强高新區，高新区", "百强高新区 -全国"), ["百\n强高新區", "高新区"][..1]);
        assert_eq!(marked("全国百\n强高新區，高新区", "百强 高新区"), ["百\n强高新區", "高新区"]);
        assert_eq!(marked("区区区区", "区区 区"), ["区区区区"]);
    }

    #[test]
    fn a_match_far_in_the_text_is_shown_with_its_surroundings() {
        let text = format!("{}𠀀招商{}", "甲".repeat(500), "乙".repeat(500));
        let excerpt = excerpt(&text, &fold(&text), &SearchQuery::parse("招商"));
        assert_eq!(&excerpt.text[excerpt.marks[0].clone()], "招商");
        assert_eq!(excerpt.text.chars().count(), LENGTH);
        assert!(excerpt.is_cut_before && excerpt.is_cut_after);
    }

    #[test]
    fn text_without_a_match_is_shown_from_its_beginning() {
        let excerpt = excerpt("甲乙", &fold("甲乙"), &SearchQuery::parse("丙"));
        assert_eq!(excerpt, Excerpt { text: "甲乙".to_owned(), ..Excerpt::default() });
        assert_eq!(super::excerpt("", &fold(""), &SearchQuery::parse("丙")), Excerpt::default());
    }
}
