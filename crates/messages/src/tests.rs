//! Every message of every language: none is empty, none is in another language, and all contain the same values.

use investchn_model::published::EDITION_FOLDERS;

use crate::entry::Message;
use crate::{EN, LANGUAGES, Messages, ZH};

fn every(messages: &Messages) -> Vec<(String, Message)> {
    let mut all = Vec::new();
    messages.each(&mut |group, entry| all.push((format!("{group}.{}", entry.name), entry)));
    all
}

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// Returns the names in the braces of a form, sorted, each once.
fn names(form: &str) -> Vec<&str> {
    let mut names: Vec<&str> =
        form.split('{').skip(1).filter_map(|rest| Some(rest.split_once('}')?.0.trim_end_matches(":,"))).collect();
    names.sort_unstable();
    names.dedup();
    names
}

#[test]
fn every_message_has_a_text_of_one_line() {
    for language in LANGUAGES {
        for (name, entry) in every(language) {
            assert!(!entry.text.is_empty() && !entry.text.contains('\n'), "{}.{name}", language.lang());
        }
    }
}

#[test]
fn only_chinese_messages_have_chinese_letters() {
    for language in LANGUAGES.into_iter().filter(|language| language.lang() != ZH.lang()) {
        for (name, entry) in every(language) {
            assert!(!entry.text.contains(is_chinese), "{}.{name}: {}", language.lang(), entry.text);
        }
    }
}

#[test]
fn chinese_messages_are_chinese() {
    let same = [
        "builder_script.width_later",
        "facts.place_separator",
        "facts.months",
        "search_script.ellipsis",
        "search_script.missing_part",
        "names.zone_kind",
        "facts.level_and_type",
        "facts.number",
    ];
    for (name, entry) in every(&ZH) {
        assert!(entry.text.contains(is_chinese) || same.contains(&name.as_str()), "{name}: {}", entry.text);
    }
}

#[test]
fn every_form_of_a_message_contains_every_value_and_no_other() {
    for language in LANGUAGES {
        for (name, entry) in every(language) {
            let mut values: Vec<&str> = entry.values.iter().map(|(value, _)| *value).collect();
            values.sort_unstable();
            let forms: Vec<&str> = entry.text.split('|').collect();
            let has_number = entry.values.iter().any(|(_, kind)| ["usize", "u32"].contains(kind));
            assert!(forms.len() == 1 || (forms.len() == 2 && has_number), "{}.{name}: {}", language.lang(), entry.text);
            for form in forms {
                assert_eq!(names(form), values, "{}.{name}: {form}", language.lang());
            }
        }
    }
}

#[test]
fn languages_have_tags_and_folders_of_their_own() {
    assert_eq!(LANGUAGES[0].lang(), "zh-CN");
    for language in &LANGUAGES[1..] {
        assert_eq!(language.folder, [language.lang(), "/"].concat());
    }
    assert_eq!(
        LANGUAGES.map(|language| language.folder),
        EDITION_FOLDERS,
        "the tag is the name of the language's module"
    );
}

#[test]
fn dates_are_as_exact_as_they_are_known() {
    for (date, zh, en) in [
        ("2017-02-13", "2017年2月13日", "13 February 2017"),
        ("2022-12-01", "2022年12月1日", "1 December 2022"),
        ("2021-06", "2021年6月", "June 2021"),
        ("1984", "1984年", "1984"),
    ] {
        let date = date.parse().unwrap();
        assert_eq!(ZH.app.facts.date(date), zh);
        assert_eq!(EN.app.facts.date(date), en);
    }
}

#[test]
fn a_span_of_years_states_that_the_year_is_unknown() {
    let span = "1992/1994".parse().unwrap();
    assert_eq!(ZH.app.facts.period(span), "1992年至1994年之间（确切年份未详）");
    assert_eq!(EN.app.facts.period(span), "Between 1992 and 1994 (exact year unknown)");
}

#[test]
fn english_counts_one_zone_in_the_singular() {
    assert_eq!(EN.app.register.found(1), "1 zone");
    assert_eq!(EN.app.register.found(2), "2 zones");
}

#[test]
fn index_html_has_no_other_chinese_text() {
    let page = include_str!("../../../index.html");
    for message in [ZH.boot.opening, ZH.boot.no_scripts] {
        assert!(page.contains(&format!(">{message}<")), "{message}");
    }
    assert!(page.contains(&format!("data-failed=\"{}\"", ZH.start.failed)), "the start script shows it");
    // The name is the operator's, and is in the title of the published page.
    let rest = [ZH.boot.opening, ZH.boot.no_scripts, ZH.start.failed, "投促中国"]
        .iter()
        .fold(page.to_owned(), |rest, it| rest.replace(it, ""));
    assert!(!rest.contains(is_chinese), "{rest}");
}

#[test]
fn reports_of_the_worker_are_worded_in_the_language_of_the_page() {
    for (report, zh, en) in [
        ("busy", "正在处理……", "Working…"),
        ("done\n示例\n12", "已存入公文包：示例，共 12 篇。", "Saved: 示例 (articles: 12)."),
        ("incomplete\n8 KB", "8 KB，没有存全", "8 KB, not everything is saved"),
        ("", "", ""),
        ("已清空", "已清空", "已清空"),
    ] {
        assert_eq!(ZH.app.saved.reported(report), zh);
        assert_eq!(EN.app.saved.reported(report), en);
    }
    // Each name that the worker sends.
    let worker = ["status.js", "saved-pages.js"]
        .map(|file| std::fs::read_to_string(["../../web/src/worker/", file].concat()).unwrap());
    for name in ["busy", "done", "dropped", "emptied", "no_space", "no_network", "note", "incomplete"] {
        assert!(worker.iter().any(|source| source.contains(&format!("\"{name}\""))), "{name}");
    }
}
