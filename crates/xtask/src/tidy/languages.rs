//! The rule for documents in two languages: a document for operators and partners has a Chinese text with the same headings,
//! lists, tables, code and links, so that neither says more than the other.

use std::collections::BTreeSet;

use investchn_tooling::told;

use super::finding::Finding;
use super::tree::{File, Tree};

/// Compares README.md and every page of docs/ with its Chinese text.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &tree.files {
        let chinese = chinese(&file.path);
        let other = chinese.clone().unwrap_or_else(|| original(&file.path));
        match tree.file(&other) {
            Some(other) if chinese.is_some() => findings.extend(compare(tree, file, other)),
            Some(_) => {}
            None => findings.push(Finding::new(
                &file.path,
                told!(zh "没有 {other}：两种语言都写，或都不写", en "there is no {other}: write both, or neither"),
            )),
        }
    }
    findings
}

/// Returns the path of the Chinese text of a document that must have one.
fn chinese(path: &str) -> Option<String> {
    let readme = (path == "README.md").then(|| "README.zh-CN.md".to_owned());
    let name = path.strip_prefix("docs/").filter(|name| name.ends_with(".md") && !name.contains('/'));
    readme.or(name.map(|name| format!("docs/zh-CN/{name}")))
}

/// Returns the path of the English text; that of any other file is its own.
fn original(path: &str) -> String {
    path.replace("docs/zh-CN/", "docs/").replace("README.zh-CN.md", "README.md")
}

fn compare(tree: &Tree, english: &File, chinese: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    let (ours, theirs) = (structure(english), structure(chinese));
    // After one difference every later part would differ too.
    if let Some(((_, ours), (line, theirs))) = ours.iter().zip(&theirs).find(|(ours, theirs)| ours.1 != theirs.1) {
        let advice = told!(
            zh "{} 此处是 {ours}，不是 {theirs}：两者结构应相同",
            en "{} has {ours} here, not {theirs}: give both the same structure",
            english.path
        );
        findings.push(Finding::at_line(&chinese.path, *line, advice));
    }
    let mut sets = [BTreeSet::new(), BTreeSet::new()];
    for (file, set) in [english, chinese].into_iter().zip(&mut sets) {
        for (number, section) in sections(&file.text).iter().enumerate() {
            set.extend(spans(section).map(|span| (number, span)));
            for target in targets(section) {
                match destination(tree, file, &target) {
                    Ok(link) => _ = set.insert((number, link)),
                    Err(advice) => findings.push(Finding::new(
                        &file.path,
                        told!(zh "链接 `{target}` {advice}", en "the link `{target}` {advice}"),
                    )),
                }
            }
        }
        if !set.contains(&(0, english.path.clone())) {
            findings.push(Finding::new(
                &file.path,
                told!(zh "在标题下链接另一种语言的文本", en "link to the text in the other language below the title"),
            ));
        }
    }
    for (file, has, lacks) in [(english, 0, 1), (chinese, 1, 0)] {
        let sections = sections(&file.text);
        for (number, text) in sets[has].difference(&sets[lacks]) {
            let heading = sections[*number].lines().next().unwrap_or("").trim_start_matches('#').trim();
            findings.push(Finding::new(&file.path, told!(zh "“{heading}”下的 `{text}` 只有这种语言有", en "only this language has `{text}` below “{heading}”")));
        }
    }
    findings
}

/// Returns what both languages have in the same order, with line numbers: headings, list items, rows, and code but for comments.
fn structure(file: &File) -> Vec<(usize, String)> {
    let (mut parts, mut block) = (Vec::new(), None);
    for (number, line) in file.lines() {
        let text = line.trim();
        let fence = text.strip_prefix("```");
        let part = match (fence, block) {
            // A block without a language shows what a program prints, in the language of its reader.
            (None, Some("")) if !text.starts_with("$ ") => String::new(),
            (None, Some("sh" | "toml" | "markdown")) if text.starts_with('#') => String::new(),
            (None, Some("sh" | "toml" | "markdown")) => text.split(" #").next().unwrap_or("").trim().to_owned(),
            (Some(_), _) | (None, Some(_)) => text.to_owned(),
            (None, None) => prose(text),
        };
        block = fence.map_or(block, |language| block.is_none().then_some(language));
        parts.push((number, part));
    }
    parts.retain(|(_, part)| !part.is_empty());
    // The shorter text ends where the other goes on.
    parts.push((file.text.lines().count(), "the end".to_owned()));
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
    if matches!(mark.as_bytes(), [b'-'] | [b'1'..=b'9', b'.']) { mark.to_owned() } else { String::new() }
}

/// Returns the text from each heading to the next, without blocks of code.
fn sections(text: &str) -> Vec<String> {
    text.split("```").step_by(2).collect::<String>().split("\n#").map(str::to_owned).collect()
}

/// Returns the code in the text of a section.
fn spans(section: &str) -> impl Iterator<Item = String> {
    section.split('`').skip(1).step_by(2).map(|span| span.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Returns the targets of its links.
fn targets(section: &str) -> Vec<String> {
    let prose: String = section.split('`').step_by(2).collect();
    prose.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next()).map(str::to_owned).collect()
}

/// Returns where a link leads: the path of the English text, and the number of the heading. An error says what is wrong with it.
fn destination(tree: &Tree, from: &File, target: &str) -> Result<String, String> {
    if target.contains(':') {
        return Ok(target.to_owned());
    }
    let (below, anchor) = target.split_once('#').map_or((target, None), |(below, anchor)| (below, Some(anchor)));
    let depth = from.path.matches('/').count().saturating_sub(below.matches("../").count());
    let parts = from.path.split('/').take(depth).chain([below.trim_start_matches("../")]);
    let path = if below.is_empty() { from.path.clone() } else { parts.collect::<Vec<_>>().join("/") };
    let is_chinese = chinese(&from.path).is_none();
    if is_chinese && path != original(&from.path) && chinese(&path).is_some_and(|path| tree.has(&path)) {
        return Err(told!(zh "指向英文：应链接中文的文本", en "leads to English: link to the Chinese text"));
    }
    let Some(anchor) = anchor else {
        return if tree.has(&path) {
            Ok(original(&path))
        } else {
            Err(told!(zh "指向不存在的文件", en "leads nowhere"))
        };
    };
    let sections = tree.file(&path).map(|file| sections(&file.text)).unwrap_or_default();
    let mut headings = sections.iter().filter_map(|section| section.lines().next());
    let heading = headings
        .position(|heading| slug(heading) == anchor)
        .ok_or_else(|| told!(zh "指向不存在的标题", en "leads to no heading"))?;
    Ok(format!("{}#{heading}", original(&path)))
}

/// Returns the anchor that code hosts give a heading.
fn slug(heading: &str) -> String {
    let letters = heading.chars().filter(|letter| letter.is_alphanumeric() || " -_".contains(*letter));
    letters.collect::<String>().trim().to_lowercase().replace(' ', "-")
}

#[cfg(test)]
mod tests;
