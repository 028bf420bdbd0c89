//! The rule for documents in two languages: a document for operators and partners has a Chinese text with the same headings,
//! lists, tables, code and links, so that neither says more than the other.

use std::collections::BTreeSet;

use super::finding::Finding;
use super::tree::{File, Tree};

/// Compares README.md and every page of docs/ with its Chinese text.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &tree.files {
        let original = original(&file.path);
        if tree.file(&original).is_none() {
            findings.push(Finding::new(&file.path, format!("there is no {original}: delete this, or write that")));
        }
        let Some(path) = chinese(&file.path) else { continue };
        match tree.file(&path) {
            Some(chinese) => findings.extend(compare(tree, file, chinese)),
            None => findings.push(Finding::new(&file.path, format!("it has no Chinese text: write {path}"))),
        }
    }
    findings
}

/// Returns the path of the Chinese text of a document that must have one.
fn chinese(path: &str) -> Option<String> {
    let name = path.strip_prefix("docs/").filter(|name| name.ends_with(".md") && !name.contains('/'));
    name.map(|name| format!("docs/zh-CN/{name}"))
        .or_else(|| (path == "README.md").then(|| "README.zh-CN.md".to_owned()))
}

/// Returns the path of the English text; that of any other file is its own.
fn original(path: &str) -> String {
    path.replace("docs/zh-CN/", "docs/").replace("README.zh-CN.md", "README.md")
}

fn compare(tree: &Tree, english: &File, chinese: &File) -> Vec<Finding> {
    let (ours, theirs) = (structure(english), structure(chinese));
    let mut findings = Vec::new();
    let end = (chinese.text.lines().count(), String::from("the end"));
    let length = ours.len().max(theirs.len());
    let pairs = (0..length).map(|at| (ours.get(at).unwrap_or(&end), theirs.get(at).unwrap_or(&end)));
    // After one difference every later part would differ too.
    if let Some(((_, ours), (line, theirs))) = pairs.into_iter().find(|(ours, theirs)| ours.1 != theirs.1) {
        let advice = format!("{} has {ours} here, not {theirs}: give both the same structure", english.path);
        findings.push(Finding::at_line(&chinese.path, *line, advice));
    }
    let mut sets = Vec::new();
    for file in [english, chinese] {
        let (spans, targets) = spans_and_targets(&file.text);
        let mut links = BTreeSet::new();
        for target in targets {
            match destination(tree, file, &target) {
                Ok(link) => {
                    links.insert(link);
                }
                Err(advice) => findings.push(Finding::new(&file.path, format!("the link `{target}` {advice}"))),
            }
        }
        if !links.contains(&english.path) {
            findings.push(Finding::new(&file.path, "link to the text in the other language below the title"));
        }
        sets.push(spans.into_iter().chain(links).collect::<BTreeSet<String>>());
    }
    for (file, has, lacks) in [(english, 0, 1), (chinese, 1, 0)] {
        let only = sets[has].difference(&sets[lacks]);
        findings.extend(only.map(|text| Finding::new(&file.path, format!("only this language has `{text}`"))));
    }
    findings
}

/// Returns what both languages have in the same order, with line numbers: headings, list items, rows, and code but for comments.
fn structure(file: &File) -> Vec<(usize, String)> {
    let mut parts = Vec::new();
    let mut block = None;
    for (number, line) in file.lines() {
        let text = line.trim();
        let fence = text.strip_prefix("```");
        let part = match (fence, block) {
            (Some(_), _) => text.to_owned(),
            // A block without a language shows what a program prints, in the language of its reader.
            (None, Some("")) => if text.starts_with("$ ") { text } else { "" }.to_owned(),
            (None, Some("sh" | "toml" | "markdown")) => {
                format!(" {text}").split(" #").next().unwrap_or("").trim().to_owned()
            }
            (None, Some(_)) => text.to_owned(),
            (None, None) => prose(text),
        };
        if let Some(language) = fence {
            block = if block.is_none() { Some(language) } else { None };
        }
        if !part.is_empty() {
            parts.push((number, part));
        }
    }
    parts
}

/// Returns the mark of a heading, a list item or a row, and the text of a heading that is an identifier.
fn prose(line: &str) -> String {
    let (mark, text) = line.split_once(' ').unwrap_or((line, ""));
    if !mark.is_empty() && mark.bytes().all(|byte| byte == b'#') {
        let is_identifier = text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        return if is_identifier { line } else { mark }.to_owned();
    }
    if line.starts_with('|') {
        return format!("a row of {} cells", line.matches('|').count() - 1);
    }
    let is_number = mark.strip_suffix('.').is_some_and(|number| number.parse::<u32>().is_ok());
    if mark == "-" || is_number { mark.to_owned() } else { String::new() }
}

/// Returns the code in running text, and the targets of links.
fn spans_and_targets(text: &str) -> (BTreeSet<String>, Vec<String>) {
    let outside: Vec<&str> = text.split("```").step_by(2).collect();
    let words = outside.concat().split_whitespace().collect::<Vec<_>>().join(" ");
    let spans = words.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    let prose: String = words.split('`').step_by(2).collect();
    let targets =
        prose.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next()).map(str::to_owned).collect();
    (spans, targets)
}

/// Returns where a link leads: the path of the English text, and the number of the heading. An error says what is wrong with it.
fn destination(tree: &Tree, from: &File, target: &str) -> Result<String, String> {
    if target.contains(':') {
        return Ok(target.to_owned());
    }
    let (path, anchor) = target.split_once('#').map_or((target, None), |(path, anchor)| (path, Some(anchor)));
    let mut parts: Vec<&str> = from.path.split('/').collect();
    if !path.is_empty() {
        parts.pop();
    }
    for part in path.split('/').filter(|part| !part.is_empty()) {
        if part == ".." {
            parts.pop();
        } else {
            parts.push(part);
        }
    }
    let path = parts.join("/");
    let own = original(&from.path);
    if own != from.path && path != own && chinese(&path).is_some_and(|path| tree.has(&path)) {
        return Err("leads to English: link to the Chinese text".to_owned());
    }
    let file = tree.file(&path);
    let Some(anchor) = anchor else {
        return if tree.has(&path) { Ok(original(&path)) } else { Err("leads nowhere".to_owned()) };
    };
    let outside: String = file.map_or("", |file| &file.text).split("```").step_by(2).collect();
    let mut headings =
        outside.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#').trim());
    let heading = headings.position(|heading| slug(heading) == anchor).ok_or("leads to no heading")?;
    Ok(format!("{}#{heading}", original(&path)))
}

/// Returns the anchor that code hosts give a heading.
fn slug(heading: &str) -> String {
    let letters = heading.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
    letters.collect::<String>().to_lowercase().replace(' ', "-")
}

#[cfg(test)]
mod tests;
