//! Faults of editors in TOML. `faults.txt` has each with what it is told in both languages, for a reviewer to read. After a message
//! has changed, run `BLESS=1 cargo test -p investchn-toml` to write the file again, and read its diff.

use std::collections::BTreeSet;
use std::path::Path;

use investchn_diagnostics::Diagnostic;
use investchn_localized::Lang;
use investchn_toml::{toml_date, toml_diagnostics};
use serde::Deserialize;
use toml::Spanned;

const KEYS: [&str; 12] = [
    "title",
    "published",
    "draft",
    "aliases",
    "previous",
    "corrections",
    "lang",
    "kind",
    "zone",
    "date",
    "text",
    "name",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only the shape matters")]
struct Front {
    title: String,
    published: Option<Spanned<toml::Value>>,
    #[serde(default)]
    draft: bool,
    #[serde(default)]
    aliases: Vec<String>,
    previous: Option<Neighbour>,
    #[serde(default)]
    corrections: Vec<Correction>,
    lang: Option<String>,
    kind: Option<String>,
    since: Option<u16>,
    per_page: Option<std::num::NonZeroU16>,
    pre: Option<Choice>,
    #[serde(default, alias = "silence")]
    suppress: Vec<Neighbour>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only the shape matters")]
struct Neighbour {
    title: Option<String>,
    zone: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "only the shape matters")]
struct Correction {
    date: toml::Value,
    text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Choice {
    All,
    None,
}

const FAULTS: [&str; 119] = [
    "title = 标题",
    "title = \"标题",
    "title = 标题\"",
    "title = ‘标题’",
    "title = '标题",
    "title = \"甲\"乙\"丙\"",
    "title = \"甲\" 乙",
    "title = \"甲\",",
    "title = \"a\\q\"",
    "title = \"C:\\docs\"",
    "title \"甲\"",
    "title",
    "= \"甲\"",
    "title = ",
    "title == \"甲\"",
    "标题 = \"甲\"",
    "标题",
    "title: \"甲\"",
    "ti tle = \"甲\"",
    "title = \"a\"\ntitle = \"b\"",
    "title=\"a\"\npublished = 2022-2-14",
    "title=\"a\"\npublished = 2022-02-30",
    "title=\"a\"\npublished = 2022-13-01",
    "title=\"a\"\npublished = 2022-02",
    "title=\"a\"\npublished = 02-14",
    "title=\"a\"\npublished = 08",
    "title=\"a\"\npublished = 2022-02-14 25:00:00",
    "title=\"a\"\nkind = photo",
    "title=\"a\"\ndraft = yes",
    "title=\"a\"\ndraft = \"true\"",
    "title=\"a\"\ndraft = 1",
    "title = 5",
    "title = true",
    "title = [\"a\"]",
    "title = 2022-02-14",
    "title = {a=1}",
    "title=\"a\"\naliases = \"a\"",
    "title=\"a\"\naliases = [\"a\" \"b\"]",
    "title=\"a\"\naliases = [\"a\", \"b\"",
    "title=\"a\"\naliases = [\"a\", b]",
    "title=\"a\"\naliases = \"a\", \"b\"",
    "title=\"a\"\naliases = [1]",
    "title=\"a\"\naliases = [\"a\"]]",
    "title=\"a\"\naliases = [\"a\",,\"b\"]",
    "title=\"a\"\nprevious = \"x\"",
    "title=\"a\"\nprevious = { title = \"x\" ",
    "title=\"a\"\nprevious = { title = \"x\" zone = \"y\" }",
    "title=\"a\"\nprevious = { titel = \"x\" }",
    "title=\"a\"\nprevious = { title: \"x\" }",
    "title=\"a\"\nprevious = [\"x\"]",
    "title=\"a\"\ncorrections = [{ date = 2022-01-01 }]",
    "title=\"a\"\ncorrections = { date = 2022-01-01, text=\"a\" }",
    "title=\"a\"\n[corrections]\ndate = 2022-01-01",
    "title=\"a\"\n[[corrections]]\ndate=2022-01-01\ntext=\"b\"\nzone=\"x\"",
    "title=\"a\"\n[[correction]]\ndate=2022-01-01",
    "title=\"a\"\nsince = \"x\"",
    "title=\"a\"\nsince = -1",
    "title=\"a\"\nsince = 70000",
    "title=\"a\"\nper_page = 0",
    "title=\"a\"\nper_page = \"30\"",
    "title=\"a\"\npre = \"some\"",
    "title=\"a\"\npre = 5",
    "title=\"a\"\nsince = 1.5",
    "title=\"a\"\nsince = 99999999999999999999",
    "title=\"a\"\nautor = \"x\"",
    "",
    "title = \"a\nb\"",
    "title = \"\"\"a",
    "title = \"a\u{1}\"",
    "title = \"a\"\r",
    "title = \"a\"\n[previous",
    "title = \"a\"\n[previous]]",
    "title = \"a\"\n[]",
    "title = \"a\"\n[previous]\n[previous]",
    "title = \"a\"\nprevious.title = \"b\"\nprevious = {}",
    "title = \"\\u12\"",
    "title = \"a\" # ok\n## 标题\n- x",
    "title = \"a\"\n> quote",
    "title = \"a\"\n\u{feff}kind=\"b\"",
    "title = \"a\"\n\u{3000}kind = \"b\"",
    "title = \"a\"\nkind = \"b\";",
    "title = \"a\"\nkind = text # x",
    "title = \"a\"\nkind = 《b》",
    "title = \"a\"\nsilence = []\nsuppress = []",
    "title = \"a\"\nsuppress = [{rule = \"x\"}]",
    "title = \"a\"\nsince = 1_000_",
    "title = \"a\"\nsince = 012",
    "title = \"a\"\nsince = +-1",
    "title = \"a\"\nsince = 0xZZ",
    "title = \"a\"\nsince = .5",
    "title = \"a\"\nsince = 5.",
    "title = \"a\"\nkind = 'it's'",
    "title.x = \"a\"",
    "\"title = \"a\"",
    "title = \"a\" kind = \"b\"",
    "title = “标题”",
    "title：\"甲\"",
    "title ＝ \"甲\"",
    "Title = \"甲\"",
    "draft = 是",
    "published = 2022年2月14日",
    "aliases = [\"甲\"，\"乙\"]",
    "aliases = 【\"甲\"】",
    "title\u{3000}=\u{3000}\"甲\"",
    "title = \"甲\" \u{3000}",
    "title = \"标题”",
    "previous = { title = “甲” }",
    "title = \"a\"\npublished = \"去年\"",
    "title = \"a\"\nlang = zh",
    "title = \"a\"\nautor.name = \"b\"",
    "title = \"a\"\nsince = 2006年",
    "title = \"a\"\nprevious = { title \"x\" }",
    "title = \"a\"\n标题甲 = \"b\"",
    "title = \"a\"\npublished = ",
    "title = \"标题\npublished = 2022-01-01",
    "title = \"a\nb\"\npublished = 2022-01-01",
    "title = “标题\"",
    "title = 甲\"乙\"丙",
    "title = \"a\"\ncorrections = [{date = 2022-01-01 text = \"b\"}]",
];

/// Returns the diagnostics of a text, and the parser's own message.
fn diagnostics(text: &str) -> (Vec<Diagnostic>, String) {
    let (file, mut found) = (Path::new("a.md"), Vec::new());
    match toml::from_str::<Front>(text) {
        Ok(front) => {
            let Some(date) = front.published else { return (found, String::new()) };
            let place = investchn_diagnostics::Location::at(file, text, date.span().start);
            found.extend(toml_date(date.get_ref(), place, date.span()).err().map(|it| *it));
            (found, String::new())
        }
        Err(error) => {
            toml_diagnostics(file, text, 0..text.len(), &error, &KEYS, &mut found);
            (found, error.message().to_owned())
        }
    }
}

/// Returns the names and values of a text: what is in backquotes.
fn values(text: &str) -> BTreeSet<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

#[test]
fn faults_are_told_in_words_of_our_own() {
    for text in FAULTS {
        let (diagnostics, parser) = diagnostics(text);
        assert!(!diagnostics.is_empty(), "{text}");
        for diagnostic in diagnostics {
            let (zh, en) = (diagnostic.sentence(Lang::Zh), diagnostic.sentence(Lang::En));
            assert!(zh.contains(|letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter)), "{text}: {zh}");
            // The parser has a few words that are ours too.
            assert!(parser.is_empty() || !en.contains(&parser), "{text}: {en}");
            assert!(!zh.contains("expected") && !en.contains("expected"), "{text}: {en}");
            let untranslated = |it: &&str| *it != "键 = \"值\"" && *it != "key = \"value\"";
            let of =
                |text| values(text).into_iter().filter(untranslated).map(ToOwned::to_owned).collect::<Vec<String>>();
            assert_eq!(of(&zh), of(&en), "{text}");
        }
    }
}

#[test]
fn every_fault_has_its_own_words() {
    for text in FAULTS {
        let (diagnostics, parser) = diagnostics(text);
        for diagnostic in diagnostics {
            assert!(!diagnostic.message.en.ends_with("cannot be read"), "{text}: {parser}");
        }
    }
}

#[test]
fn the_list_of_faults_is_as_it_was_read() {
    let mut list = String::new();
    for text in FAULTS {
        list += &format!("{}\n", text.escape_debug().to_string().replace("\\\"", "\"").replace("\\\'", "'"));
        for diagnostic in diagnostics(text).0 {
            let place = &diagnostic.location;
            for lang in [Lang::Zh, Lang::En] {
                list += &format!("  {}:{} {}\n", place.line, place.column, diagnostic.sentence(lang));
            }
        }
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults.txt");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&file, &list).unwrap();
    }
    let expected = std::fs::read_to_string(&file).unwrap();
    for (line, expected) in list.lines().zip(expected.lines()) {
        assert_eq!(line, expected);
    }
    assert_eq!(list.lines().count(), expected.lines().count());
}
