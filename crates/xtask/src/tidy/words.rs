//! The rule for words: text that readers see is in `crates/messages`, and text of the tools in `localized!`, which has both languages.
//! So no other source may have a Chinese literal.
//! Comments and tests may have them, and so may the files in a list here, whose words are not messages of the portal.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use investchn_tooling::told;

use super::finding::Finding;
use super::tree::{File, Tree};

/// Files and folders whose Chinese literals are not messages, each with the reason.
const OTHER_WORDS: [(&str, &str); 18] = [
    ("crates/messages/src/", "the messages themselves"),
    ("crates/cards/src/lines.rs", "the marks beside which a line does not end"),
    ("crates/lint/src/punctuation.rs", "the marks that a rule looks for"),
    ("crates/demo/src/", "the texts of synthetic corpora"),
    ("crates/publish/src/fuzzing.rs", "front matter for the fuzzer"),
    ("crates/search/src/fuzzing.rs", "articles for the fuzzer"),
    ("crates/hosting/src/host_config/object_store.rs", "the names of settings in the consoles of hosts"),
    ("crates/import/src/", "the marks of captions, and a label in a message"),
    ("crates/lines/src/", "the labels by which the pages of old sites are read"),
    ("crates/page/src/", "the words by which the pages of old sites are read"),
    ("crates/markdown/src/", "the word that marks a video in a source, and the marks of a Chinese keyboard"),
    ("crates/mending/src/", "the signs and numerals that people type"),
    ("crates/diagnostics/src/rules.rs", "what each rule finds, beside the English"),
    ("crates/figures/src/", "the numerals, and the words around numbers and dates"),
    ("crates/naming/src/", "the words in names of zones, with their readings and English terms"),
    ("crates/bench/src/", "the texts of a corpus for comparisons"),
    ("crates/bench-publish/src/", "the texts of a corpus for comparisons"),
    ("crates/bench-search/src/", "the texts of a corpus for comparisons"),
];

/// Modules that are generated from the messages, and bundles that contain them.
const GENERATED: [&str; 2] = ["web/src/generated/", "web/built/"];

/// The tests of scripts.
const TESTS: &str = "web/test/";

/// The macros that word a text of the tools in both languages.
const LOCALIZED: [&str; 2] = ["localized", "told"];

fn advice() -> String {
    told!(
        zh "这里有中文字面量：放进 crates/messages；若是工具的文字，放进 `localized!`",
        en "a Chinese literal: put the words into crates/messages, or into `localized!` if a tool says them"
    )
}

/// Checks every Rust and JavaScript source, and that every file in the list above needs its entry.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut needed = Vec::new();
    for file in &tree.files {
        let lines = if file.is(".rs") && is_shipped_source(&file.path) {
            rust(file)
        } else if file.is_under("web/")
            && !GENERATED.iter().chain(&[TESTS]).any(|it| file.is_under(it))
            && [".js", ".mjs", ".ts"].iter().any(|it| file.is(it))
        {
            Ok(javascript(&file.text))
        } else {
            continue;
        };
        let found = match lines {
            Ok(lines) => lines.into_iter().map(|line| Finding::at_line(&file.path, line, advice())).collect(),
            Err(finding) => vec![finding],
        };
        match OTHER_WORDS.iter().find(|(path, _)| file.is_under(path)) {
            Some((path, _)) if !found.is_empty() => needed.push(*path),
            Some(_) => {}
            None => findings.extend(found),
        }
    }
    let unneeded = OTHER_WORDS.iter().filter(|(path, _)| !needed.contains(path));
    findings.extend(unneeded.map(|(path, _)| {
        let advice = told!(
            zh "这里没有中文字面量：从 tidy/words.rs 的名单中删去",
            en "no Chinese literal is here: take it off the list in tidy/words.rs"
        );
        Finding::new(*path, advice)
    }));
    findings
}

/// Returns true for `src/lib.rs` and `crates/site/src/feeds.rs`, but not for files in `crates/publish/tests/`, and not for
/// modules of tests (`tests.rs`, `tests/`).
fn is_shipped_source(path: &str) -> bool {
    let mut parts = path.split('/');
    let is_source = match parts.next() {
        Some("src") => true,
        Some("crates") => parts.nth(1) == Some("src"),
        _ => false,
    };
    is_source && parts.all(|part| part != "tests" && part != "tests.rs")
}

/// Returns the lines of a Rust file, except tests, on which a Chinese literal begins.
fn rust(file: &File) -> Result<Vec<usize>, Finding> {
    let tokens: TokenStream = file.text.parse().map_err(|error| {
        Finding::new(&file.path, told!(zh "不是 Rust 代码：{error}", en "this is no Rust: {error}"))
    })?;
    let mut lines = Vec::new();
    literals(tokens, &mut lines);
    lines.dedup();
    Ok(lines)
}

/// Collects the lines of Chinese literals. Comments are not tokens, and doc comments are attributes, which are skipped.
fn literals(tokens: TokenStream, lines: &mut Vec<usize>) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '#' => {
                tokens.next_if(|next| matches!(next, TokenTree::Punct(sign) if sign.as_char() == '!'));
                let Some(TokenTree::Group(attribute)) = tokens.next() else { continue };
                let name = attribute.stream().into_iter().next().map(|name| name.to_string());
                match name.as_deref() {
                    Some("doc") => {}
                    Some("cfg") if is_for_tests(&attribute) => {
                        // The item ends with a block or a semicolon.
                        for token in tokens.by_ref() {
                            match token {
                                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => break,
                                TokenTree::Punct(sign) if sign.as_char() == ';' => break,
                                _ => {}
                            }
                        }
                    }
                    _ => literals(attribute.stream(), lines),
                }
            }
            TokenTree::Group(group) => literals(group.stream(), lines),
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                if let Some(at) = text.find(is_chinese) {
                    lines.push(literal.span().start().line + text[..at].matches('\n').count());
                }
            }
            // The tools' texts stand where a fault is found, in both languages.
            TokenTree::Ident(name) if LOCALIZED.iter().any(|it| name == it) => {
                if tokens.next_if(|next| matches!(next, TokenTree::Punct(sign) if sign.as_char() == '!')).is_some() {
                    tokens.next();
                }
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) => {}
        }
    }
}

/// Returns true for `#[cfg(test)]` and `#[cfg(any(test, fuzzing))]`.
fn is_for_tests(attribute: &Group) -> bool {
    let text = attribute.stream().to_string();
    let mut words = text.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
    words.any(|word| word == "test") && !text.contains("not")
}

/// Returns the lines of a script that have a Chinese character outside of comments.
fn javascript(text: &str) -> Vec<usize> {
    enum State {
        Code,
        Quoted(char),
        LineComment,
        BlockComment,
    }
    let mut lines = Vec::new();
    let mut state = State::Code;
    let mut before_quote = 0;
    let mut line = 1;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match (&state, letter) {
            (State::Code, '/') if letters.next_if_eq(&'/').is_some() => state = State::LineComment,
            (State::Code, '/') if letters.next_if_eq(&'*').is_some() => state = State::BlockComment,
            (State::Code, '"' | '\'' | '`') => {
                state = State::Quoted(letter);
                before_quote = lines.len();
            }
            (State::Quoted(_), '\\') => drop(letters.next()),
            (State::Quoted(quote), _) if *quote == letter => state = State::Code,
            (State::BlockComment, '*') if letters.next_if_eq(&'/').is_some() => state = State::Code,
            (State::LineComment, '\n') => state = State::Code,
            (State::Quoted('"' | '\''), '\n') => {
                // The quote was part of a regular expression, and the text after it may have been a comment.
                state = State::Code;
                lines.truncate(before_quote);
            }
            (State::Code | State::Quoted(_), letter) if is_chinese(letter) => lines.push(line),
            _ => {}
        }
        line += usize::from(letter == '\n');
    }
    lines.dedup();
    lines
}

/// Returns true for Han characters and for full-width punctuation and letters.
fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::tree_of;

    /// Returns the findings except those about the list, whose files are not in the tree.
    fn places(files: &[(&str, &str)]) -> Vec<String> {
        let findings = check(&tree_of(files)).into_iter().filter(|finding| finding.advice == advice());
        findings.map(|finding| finding.place).collect()
    }

    #[test]
    fn a_literal_is_found_in_code_and_in_macros() {
        let text = "//! 甲\nconst A: &str = \"乙\";\nfn a() { view! { <p>\"丙\"</p> } }\n#[error(\"丁\")]\nconst B: char = '，';\n";
        assert_eq!(places(&[("src/a.rs", text)]), ["src/a.rs:2", "src/a.rs:3", "src/a.rs:4", "src/a.rs:5"]);
        assert_eq!(places(&[("crates/site/src/a.rs", "const A: &str = \"甲\";")]), ["crates/site/src/a.rs:1"]);
    }

    #[test]
    fn texts_of_the_tools_may_be_chinese() {
        let text =
            "fn a() -> Text { localized!(zh \"甲\", en \"a\") }\nfn localized() { \"乙\" }\nconst C: &str = \"丙\";\n";
        assert_eq!(places(&[("crates/lint/src/a.rs", text)]), ["crates/lint/src/a.rs:2", "crates/lint/src/a.rs:3"]);
    }

    #[test]
    fn multiline_literals_are_reported_at_the_line_of_the_words() {
        assert_eq!(places(&[("src/a.rs", "const A: &str = \"a\\n\\\n  b\n  甲\";")]), ["src/a.rs:3"]);
    }

    #[test]
    fn comments_and_tests_may_have_words() {
        let text = "/// 甲\nfn a() {} // 乙 \"丙\"\n/* 丁 */\n#[cfg(test)]\nuse x;\n#[cfg(test)]\n#[path = \"戊\"]\nmod tests {\n  const A: &str = \"己\";\n}\n";
        assert_eq!(places(&[("src/a.rs", text)]), [""; 0]);
        let after = "#[cfg(test)]\nconst A: &str = \"甲\";\nconst B: &str = \"乙\";\n#[cfg(not(test))]\nconst C: &str = \"丙\";\n";
        assert_eq!(places(&[("src/a.rs", after)]), ["src/a.rs:3", "src/a.rs:5"]);
    }

    #[test]
    fn only_shipped_sources_are_read() {
        let files = [
            "crates/publish/tests/a.rs",
            "crates/publish/src/a/tests.rs",
            "src/a/tests.rs",
            "src/a/tests/b.rs",
            "tests/a.rs",
            "content/a.rs",
            "web/src/generated/messages.js",
            "web/test/a.js",
            "docs/a.js",
        ];
        assert_eq!(places(&files.map(|path| (path, "const A = \"甲\";"))), [""; 0]);
    }

    #[test]
    fn a_script_may_have_words_in_comments_only() {
        let text =
            "// 甲\n/* 乙\n丙 */ a();\nconst b = `${c}\n丁`; // 戊\nconst d = /[\"']/; // 己\nconst e = \"//庚\";\n";
        assert_eq!(places(&[("web/src/a.js", text)]), ["web/src/a.js:5", "web/src/a.js:7"]);
    }

    #[test]
    fn listed_files_may_and_must_have_words() {
        let listed =
            OTHER_WORDS.map(|(path, _)| if path.ends_with('/') { format!("{path}a.rs") } else { path.to_owned() });
        let mut files: Vec<(&str, &str)> =
            listed.iter().map(|path| (path.as_str(), "const A: &str = \"甲\";")).collect();
        assert_eq!(check(&tree_of(&files)), []);
        files[0].1 = "";
        let finding = check(&tree_of(&files)).remove(0);
        assert_eq!(finding.place, OTHER_WORDS[0].0);
    }
}
