//! The rule for documents about the project: every path that they name must exist.

use investchn_tooling::told;

use super::finding::Finding;
use super::tree::Tree;

/// The documents that are checked.
const PAGES: [&str; 5] = ["ARCHITECTURE.md", "README.md", "README.zh-CN.md", "CONTRIBUTING.md", "tests/README.md"];
/// First parts of the paths of this repository. Build outputs (dist/, target/, data/) are not among them.
const FOLDERS: [&str; 10] =
    ["src/", "crates/", "style/", "public/", "tests/", "content/", "bench/", "host/", "docs/", ".ci/"];
/// Files that exist only in a published site.
const PUBLISHED: [&str; 3] = ["404.html", "app.html", "index.html"];

/// Checks every document against the tree.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for page in PAGES.iter().filter_map(|page| tree.file(page)) {
        let mut fenced = false;
        for (number, line) in page.lines() {
            if line.trim_start().starts_with("```") {
                fenced = !fenced;
                continue;
            }
            if fenced {
                continue;
            }
            for span in spans(line) {
                if is_path(span) && !is_there(tree, span) {
                    findings.push(Finding::at_line(
                        &page.path,
                        number,
                        told!(zh "没有 `{span}`：写现有的路径", en "`{span}` is not there: name what is"),
                    ));
                }
            }
        }
    }
    findings
}

/// Returns the texts between backticks.
fn spans(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// Returns true if the text names a path of this repository; patterns and commands do not.
fn is_path(span: &str) -> bool {
    if span.is_empty() || span.contains(|c: char| c.is_whitespace() || "<>*{}…$".contains(c)) {
        return false;
    }
    if span.contains('/') {
        return FOLDERS.iter().chain(&[".cargo/"]).any(|folder| span.starts_with(folder));
    }
    let stem = [".toml", ".md", ".html"].iter().find_map(|ending| span.strip_suffix(ending));
    stem.is_some_and(|stem| !stem.is_empty()) && !PUBLISHED.contains(&span)
}

/// Returns true if a path exists. A name without a folder may be that of a file in any folder.
fn is_there(tree: &Tree, span: &str) -> bool {
    // `crates/model/src/route.rs:12` and `README.md#start` name files too.
    let path = span.split(['#', ':']).next().unwrap_or(span);
    if path.contains('/') {
        return tree.has(path);
    }
    tree.paths().any(|file| file.rsplit('/').next() == Some(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::tree_of;

    fn missing(page: &str) -> Vec<String> {
        let tree = tree_of(&[
            ("README.md", page),
            ("src/lib.rs", ""),
            ("crates/model/src/route.rs", ""),
            ("content/site.toml", ""),
            ("Trunk.toml", ""),
        ]);
        check(&tree).into_iter().map(|finding| finding.place).collect()
    }

    #[test]
    fn existing_paths_are_accepted() {
        let page = "`src/`, `crates/model/src/route.rs:12`, `site.toml`, `Trunk.toml` and `content`";
        assert_eq!(missing(page), [""; 0]);
    }

    #[test]
    fn missing_paths_are_reported() {
        assert_eq!(missing("See\n`src/router.rs` and `LICENSE.md`."), ["README.md:2", "README.md:2"]);
    }

    #[test]
    fn other_text_is_ignored() {
        let page = "`dist/a.html` `data/site.json` `src/*.rs` `content/<zone>/` `404.html` `cargo xtask` `.toml`\n\
                    ```\n`src/gone.rs`\n```\n";
        assert_eq!(missing(page), [""; 0]);
    }
}
