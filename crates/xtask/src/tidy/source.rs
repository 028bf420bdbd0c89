//! Rules for source files: the module docs, the length, and text that only one module of the app may contain.

use investchn_tooling::told;

use super::finding::Finding;
use super::tree::{File, Tree};

const LONGEST: usize = 400;

/// Text that must not occur in the app, except in one module.
struct Restricted {
    /// The text, split so that this file does not contain it.
    needle: [&'static str; 2],
    /// The module that may contain it.
    owner: Option<&'static str>,
    advice: fn() -> String,
}

const RESTRICTED: [Restricted; 6] = [
    Restricted {
        needle: ["gloo", "_net"],
        owner: Some("src/browser/data"),
        advice: || told!(zh "只有 src/browser/data.rs 请求数据：调用它", en "only src/browser/data.rs fetches: call it"),
    },
    Restricted {
        needle: ["href=", "\"/"],
        owner: None,
        advice: || told!(zh "地址不写成文本：用 Route::href", en "an address is never a text: use Route::href"),
    },
    Restricted {
        needle: ["inner", "_html"],
        owner: None,
        advice: || told!(zh "应用不插入 HTML：把内容块渲染成组件", en "the app injects no HTML: render blocks as components"),
    },
    Restricted { needle: [" sty", "le="], owner: None, advice: no_style },
    Restricted { needle: [".sty", "le("], owner: None, advice: no_style },
    Restricted { needle: [" style", ":"], owner: None, advice: no_style },
];

fn no_style() -> String {
    told!(zh "安全策略禁止 style 属性：用类", en "a strict policy forbids style attributes: use a class")
}

/// Checks every source file against every rule.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in &tree.files {
        let rust = file.is(".rs");
        if rust && ["src/", "crates/", "tests/"].iter().any(|folder| file.is_under(folder)) {
            findings.extend(opening(file));
        }
        if rust || file.is(".css") || file.is(".js") {
            findings.extend(length(file));
        }
        if rust && file.is_under("src/") {
            findings.extend(restricted(file));
        }
    }
    findings
}

fn opening(file: &File) -> Option<Finding> {
    let has_docs = file.text.lines().find(|line| !line.trim().is_empty()).is_some_and(|line| line.starts_with("//!"));
    let advice = || {
        told!(
            zh "以 `//!` 开头，写明本模块管什么、不管什么",
            en "begin with `//!` and say what the module owns and what it does not"
        )
    };
    (!has_docs).then(|| Finding::at_line(&file.path, 1, advice()))
}

fn length(file: &File) -> Option<Finding> {
    let lines = file.text.lines().count();
    (lines > LONGEST).then(|| {
        let advice = told!(
            zh "有 {lines} 行，超过 {LONGEST} 行：按各部分的内容拆分",
            en "{lines} lines, more than {LONGEST}: split it by what its parts are about"
        );
        Finding::new(&file.path, advice)
    })
}

fn restricted(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, line) in product_lines(file) {
        for Restricted { needle, owner, advice } in &RESTRICTED {
            let is_owner =
                owner.is_some_and(|owner| file.path == format!("{owner}.rs") || file.is_under(&format!("{owner}/")));
            if !is_owner && holds(line, &needle.concat()) {
                findings.push(Finding::at_line(&file.path, number, advice()));
            }
        }
    }
    findings
}

/// Returns true if a line contains the needle. After a colon a letter must follow, because a directive is written
/// `style:color`, and a field of a struct has a space there.
fn holds(line: &str, needle: &str) -> bool {
    line.match_indices(needle).any(|(at, _)| {
        let next = line[at + needle.len()..].chars().next();
        !needle.ends_with(':') || next.is_some_and(|c| c.is_ascii_alphabetic())
    })
}

/// Returns the lines of the product: without comments and without the tests at the end of the file.
fn product_lines(file: &File) -> impl Iterator<Item = (usize, &str)> {
    let tests = file.text.find("#[cfg(test)]\nmod tests {").map_or(usize::MAX, |at| file.text[..at].lines().count());
    file.lines().take(tests).filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::tree_of;

    fn places(files: &[(&str, &str)]) -> Vec<String> {
        check(&tree_of(files)).into_iter().map(|finding| finding.place).collect()
    }

    #[test]
    fn rust_files_begin_with_module_docs() {
        let files = [("src/a.rs", "//! A.\n"), ("crates/x/build.rs", "fn main() {}\n"), ("content/a.rs", "")];
        assert_eq!(places(&files), ["crates/x/build.rs:1"]);
    }

    #[test]
    fn long_files_are_reported() {
        assert_eq!(places(&[("style/a.css", &"a\n".repeat(401))]), ["style/a.css"]);
        assert_eq!(places(&[("style/a.css", &"a\n".repeat(400)), ("content/a.md", &"a\n".repeat(999))]), [""; 0]);
    }

    #[test]
    fn only_one_module_may_fetch() {
        let text = format!("//! A.\nuse {}::http;\n", ["gloo", "_net"].concat());
        assert_eq!(places(&[("src/browser/data.rs", &text), ("src/browser/data/load.rs", &text)]), [""; 0]);
        assert_eq!(places(&[("src/views/pages/home.rs", &text)]), ["src/views/pages/home.rs:2"]);
    }

    #[test]
    fn literal_addresses_are_reported() {
        let text = ["//! A.\n<a hr", "ef=\"/news/\">\n"].concat();
        assert_eq!(places(&[("src/a.rs", &text)]), ["src/a.rs:2"]);
        let tested = ["//! A.\n// a hr", "ef=\"/\n#[cfg(test)]\nmod tests {\nhr", "ef=\"/\n}\n"].concat();
        assert_eq!(places(&[("src/a.rs", &tested)]), [""; 0]);
    }

    #[test]
    fn style_attributes_are_distinguished_from_fields() {
        assert_eq!(places(&[("src/a.rs", &["//! A.\n<p sty", "le=\"color:red\">\n"].concat())]), ["src/a.rs:2"]);
        assert_eq!(places(&[("src/a.rs", &["//! A.\n<p style", ":color=red>\n"].concat())]), ["src/a.rs:2"]);
        assert_eq!(places(&[("src/a.rs", "//! A.\nA { style: x, y: z }\n")]), [""; 0]);
    }
}
