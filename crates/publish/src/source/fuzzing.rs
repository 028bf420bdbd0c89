//! What is promised of any front matter, and the reading of a whole source for other promises: see `crate::fuzzing`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a promise is kept, or the fuzzer is told")]

use std::path::Path;

use investchn_model::Block;

use super::article::{self, ArticleSource};
use super::{Names, front_matter};
use crate::fuzzing::all_inside;
use crate::pictures::Pictures;
use crate::problem::Problem;

/// Front matter is read, or a problem says why not; places and spans are in the file.
pub(crate) fn front_matter(text: &str, names: &Names) {
    let Some(parts) = front_matter::split(text) else { return };
    let (front, body) = (parts.front.clone(), parts.body.clone());
    assert!(text.get(front.clone()).is_some() && text.get(body.clone()).is_some());
    assert!(front.end < body.start && body.end == text.len());
    let mut problems = Vec::new();
    let read = front_matter::parse(Path::new("huaian-htz/2022-02-14-1.md"), text, parts, names, &mut problems);
    assert_eq!(read.is_some(), problems.is_empty());
    all_inside(text, &problems);
    let Some(read) = read else { return };
    assert!(!read.title.trim().is_empty() && !read.source.trim().is_empty());
    let entries = [(&read.title, &read.spans.title), (&read.source, &read.spans.source)];
    for (value, span) in entries.into_iter().chain(read.summary.as_ref().zip(read.spans.summary.as_ref())) {
        assert!(front.start <= span.start && span.end <= front.end);
        let entry: toml::Table = format!("entry = {}", &text[span.clone()]).parse().expect("a span holds its value");
        assert_eq!(entry["entry"].as_str().map(str::trim), Some(value.trim()));
    }
}

/// A whole source as a build reads it, with its body.
pub(crate) fn article(file: &Path, text: &str, names: &Names) -> (Option<(ArticleSource, Vec<Block>)>, Vec<Problem>) {
    let mut problems = Vec::new();
    let parsed = article::parse(file, text, names, &Pictures::default(), &mut problems);
    (parsed.map(|parsed| (parsed.article, parsed.body)), problems)
}
