//! Every page in `pages/` gives what the `.want.json` beside it says. The pages are synthetic (示例), in the forms of real ones.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs, reason = "a test")]

use std::fs;
use std::path::{Path, PathBuf};

use investchn_lines::encoding;
use investchn_lines::html_page::{self, Document};
use investchn_lines::line::Form;
use investchn_lines::text_page;
use investchn_model::Site;
use investchn_page::page::{self, Page, PageContext};
use serde_json::Value;

fn read(path: &Path) -> Page {
    let text = encoding::decode(&fs::read(path).unwrap()).text;
    let document = if path.extension().is_some_and(|ending| ending == "txt") {
        Document { lines: text_page::lines(&text), ..Document::default() }
    } else {
        html_page::read(&text)
    };
    let site = Site { name: "示例门户".to_owned(), ..Site::default() };
    page::split(document, &PageContext { site: &site, is_place: &|_| false })
}

/// Returns what the page gives for a key of the expectations.
fn given(page: &Page, key: &str) -> Value {
    let paragraphs: Vec<&str> = page.body.iter().filter(|line| line.is_text()).map(|line| line.text.as_str()).collect();
    let texts = |text: &Option<String>| text.clone().map_or(Value::Null, Value::String);
    match key {
        "title" => texts(&page.title),
        "published" => page.date.map_or(Value::Null, |date| date.to_string().into()),
        "source" => texts(&page.source),
        "previous" => texts(&page.previous),
        "next" => texts(&page.next),
        "kind" => page.kind.map_or(Value::Null, |kind| kind.slug().into()),
        "first" => paragraphs.first().copied().into(),
        "last" => paragraphs.last().copied().into(),
        "paragraphs" => paragraphs.len().into(),
        "body" => paragraphs.into(),
        "pictures" => page
            .body
            .iter()
            .filter(|line| matches!(&line.form, Form::Picture(shown) if !html_page::is_broken(&shown.address)))
            .count()
            .into(),
        "picture" => page
            .body
            .iter()
            .find_map(|line| match &line.form {
                Form::Picture(shown) if !html_page::is_broken(&shown.address) => Some(shown.address.clone()),
                _ => None,
            })
            .into(),
        "caption" => paragraphs.iter().find(|text| text.contains("签约现场")).copied().into(),
        "table" => page
            .body
            .iter()
            .find_map(|line| match &line.form {
                Form::Table(rows) => Some(rows.clone()),
                _ => None,
            })
            .into_iter()
            .map(|rows| serde_json::to_value(rows).unwrap())
            .next()
            .into(),
        "links" => page.body.iter().flat_map(|line| line.attachments.clone()).collect::<Vec<_>>().into(),
        "video" => page
            .body
            .iter()
            .find_map(|line| match &line.form {
                Form::Embedded(address) => Some(address.clone()),
                _ => None,
            })
            .into(),
        other => panic!("`{other}` is no key"),
    }
}

/// The pages of `bench import`, whose expectations name the body without captions and links to attachments.
#[test]
fn pages_of_the_bench_give_their_facts_and_lose_nothing() {
    let mut pages = Vec::new();
    let mut folders = vec![PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../bench/import/pages"))];
    while let Some(folder) = folders.pop() {
        let (inner, files): (Vec<_>, Vec<_>) =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).partition(|path| path.is_dir());
        folders.extend(inner);
        pages.extend(files.into_iter().filter(|path| path.with_extension("want.json").is_file()));
    }
    let bare = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
    let mut wrong = Vec::new();
    for path in pages.iter().filter(|path| path.extension().is_some_and(|ending| ending != "json")) {
        let page = read(path);
        let want: Value = serde_json::from_slice(&fs::read(path.with_extension("want.json")).unwrap()).unwrap();
        let mut note = |what: String| wrong.push(format!("{}: {what}", path.display()));
        for key in ["title", "published", "source", "video"] {
            let given = given(&page, key);
            if want.get(key).is_some_and(|want| given != *want) {
                note(format!("{key} is {given}"));
            }
        }
        let body: String = page.body.iter().map(|line| bare(&line.text)).collect();
        let paragraphs = want["body"].as_array().into_iter().flatten().filter_map(Value::as_str);
        paragraphs.filter(|text| !body.contains(&bare(text))).for_each(|text| note(format!("lost {text}")));
    }
    assert!(pages.len() > 50 && wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_page_gives_what_is_expected() {
    let mut pages: Vec<PathBuf> = fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pages"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending != "json"))
        .collect();
    pages.sort();
    let mut wrong = Vec::new();
    for path in &pages {
        let page = read(path);
        let want = fs::read(path.with_extension("want.json")).unwrap();
        let want: serde_json::Map<String, Value> = serde_json::from_slice(&want).unwrap();
        let name = path.file_name().unwrap().to_string_lossy();
        for (key, expected) in want {
            let given = given(&page, &key);
            if given != expected {
                wrong.push(format!("{name}: {key} is {given}, not {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} faults on {} pages:\n{}", wrong.len(), pages.len(), wrong.join("\n"));
}
