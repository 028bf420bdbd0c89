//! The Chinese texts of every case: `tests/cases/zh.txt` has all of them, for a reviewer to read at once. After a message has changed,
//! run `BLESS=1 cargo test -p investchn-publish --test command chinese::` to write the file again, and read its diff.

use std::fs;
use std::path::Path;

use crate::workplace::{Workplace, case, cases};
use investchn_localized::{Lang, Text};
use investchn_publish::{CheckOptions, Diagnostic, check};
use rayon::prelude::*;

/// After every article of the fixture.
const NOW: &str = "2024-01-01";

/// Checks the content of a workplace.
fn diagnostics(work: &Workplace) -> Vec<Diagnostic> {
    let options = CheckOptions { content: work.path("content"), now: Some(NOW.parse().unwrap()), drafts: false };
    check(&options).unwrap().diagnostics
}

/// Returns the cases of all folders with their diagnostics.
fn all() -> Vec<(String, String, Vec<Diagnostic>)> {
    let cases: Vec<String> = ["bad", "warn", "note"].into_iter().flat_map(cases).collect();
    let found = |case: String| {
        let work = Workplace::with(&case);
        (case, work.root().display().to_string(), diagnostics(&work))
    };
    cases.into_par_iter().map(found).collect()
}

/// Returns the names and values in a text, in order: what is in backquotes, and numbers elsewhere.
fn values(text: &str) -> Vec<String> {
    let is_value = |letter: char| letter.is_ascii_digit() || ".-".contains(letter);
    let of_part = |(index, part): (usize, &str)| {
        let numbers = part.split(|letter| !is_value(letter)).map(|number| number.trim_matches(['.', '-']));
        match index % 2 {
            0 => numbers.filter(|number| !number.is_empty()).map(ToOwned::to_owned).collect(),
            _ => vec![part.to_owned()],
        }
    };
    let mut values: Vec<String> = text.split('`').enumerate().flat_map(of_part).collect();
    values.sort();
    values
}

fn is_chinese(text: &str) -> bool {
    text.contains(|letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter))
}

/// The languages say the same of a diagnostic's message or help.
fn assert_same(case: &str, text: &Text) {
    assert!(!text.zh.is_empty() && is_chinese(&text.zh), "{case}: {text:?}");
    assert_eq!(values(&text.zh), values(&text.en), "{case}: {text:?}");
    // The sentence goes on after a comma.
    assert!(!text.zh.ends_with(['。', '，', '.', ',']), "{case}: {text:?}");
    assert!(!text.zh.contains("  ") && !text.zh.contains("，，"), "{case}: {text:?}");
}

#[test]
fn chinese_texts_have_the_values_of_the_english_ones() {
    for (case, _, diagnostics) in all() {
        assert!(!diagnostics.is_empty(), "{case}");
        for diagnostic in diagnostics {
            assert_same(&case, &diagnostic.message);
            assert_same(&case, &diagnostic.help);
        }
    }
}

#[test]
fn the_chinese_output_of_every_case_is_as_it_was_read() {
    let mut list = String::new();
    for (case, root, diagnostics) in all() {
        list += &format!("# {case}\n");
        for diagnostic in diagnostics {
            list += &format!("{}\n", diagnostic.line(Lang::Zh).replace(&format!("{root}/"), ""));
        }
    }
    let file = case("zh.txt");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&file, &list).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap();
    for (line, expected) in list.lines().zip(expected.lines()) {
        assert_eq!(line, expected);
    }
    assert_eq!(list.lines().count(), expected.lines().count());
}

#[test]
fn a_diagnostic_that_no_case_has_is_chinese_too() {
    let work = Workplace::new();
    let folder = work.path("content/articles/huaian-htz");
    fs::write(folder.join("2023-01-01-1.md"), "示例".repeat(1_000_000)).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(Path::new("/tmp"), folder.join("2023-01-02-1.md")).unwrap();
    let found = diagnostics(&work);
    assert!(found.iter().any(|diagnostic| diagnostic.rule.id == "too-large"));
    for diagnostic in found {
        assert_same("made here", &diagnostic.message);
        assert_same("made here", &diagnostic.help);
    }
}
