//! Rules for the pages about the project: every path that they name is there.

use super::finding::Finding;
use super::tree::Tree;

/// The pages that name paths.
const PAGES: [&str; 4] = ["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md", "tests/README.md"];
/// The first part of a path of this repository. What is built (dist/, target/, data/) is not one.
const FOLDERS: [&str; 10] =
    ["src/", "crates/", "style/", "public/", "tests/", "content/", "bench/", "host/", "docs/", ".ci/"];
/// Files that only exist in a published site.
const PUBLISHED: [&str; 3] = ["404.html", "app.html", "index.html"];

/// Every page against the tree.
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
                    findings.push(Finding::at_line(&page.path, number, format!("`{span}` is not there: name what is")));
                }
            }
        }
    }
    findings
}

/// What stands between backticks.
fn spans(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2)
}

/// Whether the text names a path of this repository; patterns and commands do not.
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

/// A path is there from the root; a bare name may stand for a file in any folder.
fn is_there(tree: &Tree, span: &str) -> bool {
    // `crates/model/src/route.rs:12` and `README.md#start` name the file too.
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
    fn a_path_that_is_there_is_fine() {
        let page = "`src/`, `crates/model/src/route.rs:12`, `site.toml`, `Trunk.toml` and `content`";
        assert_eq!(missing(page), [""; 0]);
    }

    #[test]
    fn a_path_that_is_gone_is_named() {
        assert_eq!(missing("See\n`src/router.rs` and `LICENSE.md`."), ["README.md:2", "README.md:2"]);
    }

    #[test]
    fn what_is_not_a_path_of_the_repository_is_passed_over() {
        let page = "`dist/a.html` `data/site.json` `src/*.rs` `content/<zone>/` `404.html` `cargo xtask` `.toml`\n\
                    ```\n`src/gone.rs`\n```\n";
        assert_eq!(missing(page), [""; 0]);
    }
}
