//! Every message of both languages: none is empty, none is in the other language, and both contain the same values.

use crate::entry::Message;
use crate::{EN, Messages, ZH};

/// More rounds than any value has samples.
const ROUNDS: std::ops::Range<usize> = 0..4;

fn every(messages: &Messages, round: usize) -> Vec<(String, Message)> {
    let mut all = Vec::new();
    messages.each(round, &mut |group, entry| all.push((format!("{group}.{}", entry.name), entry)));
    all
}

fn is_chinese(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

#[test]
fn every_message_has_a_text() {
    for round in ROUNDS {
        for (name, entry) in every(&ZH, round).into_iter().chain(every(&EN, round)) {
            assert!(!entry.text.is_empty(), "{name} in round {round}");
        }
    }
}

#[test]
fn english_messages_have_no_chinese_letter() {
    for round in ROUNDS {
        for (name, entry) in every(&EN, round) {
            assert!(!entry.text.contains(is_chinese), "{name}: {}", entry.text);
        }
    }
}

#[test]
fn chinese_messages_are_chinese() {
    let same = [
        "builder.language_en",
        "builder_script.width_later",
        "worker.locale",
        "facts.place_separator",
        "search_script.ellipsis",
        "search_script.missing_part",
    ];
    for (name, entry) in every(&ZH, 1) {
        assert!(entry.text.contains(is_chinese) || same.contains(&name.as_str()), "{name}: {}", entry.text);
    }
}

#[test]
fn both_languages_contain_every_value() {
    for round in ROUNDS {
        for (messages, lang) in [(&ZH, "zh"), (&EN, "en")] {
            for (name, entry) in every(messages, round) {
                for (value, kind) in entry.values {
                    let said = match *kind {
                        "&str" => format!("${{{value}}}"),
                        "usize" | "u32" if round == 0 => "21".to_owned(),
                        "PartialDate" if round == 0 => "2017".to_owned(),
                        "Period" => "1984".to_owned(),
                        _ => continue,
                    };
                    assert!(entry.text.contains(&said), "{lang}.{name} does not say `{value}`: {}", entry.text);
                }
            }
        }
    }
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
        assert_eq!(ZH.facts.date(date), zh);
        assert_eq!(EN.facts.date(date), en);
    }
}

#[test]
fn a_span_of_years_states_that_the_year_is_unknown() {
    let span = "1992/1994".parse().unwrap();
    assert_eq!(ZH.facts.period(span), "1992年至1994年之间（确切年份未详）");
    assert_eq!(EN.facts.period(span), "Between 1992 and 1994 (exact year unknown)");
}

#[test]
fn english_counts_one_zone_in_the_singular() {
    assert_eq!(EN.register.found(1), "1 zone");
    assert_eq!(EN.register.found(2), "2 zones");
}

#[test]
fn index_html_has_no_other_chinese_text() {
    let page = include_str!("../../../index.html");
    for message in [ZH.boot.opening, ZH.boot.no_scripts] {
        assert!(page.contains(&format!(">{message}<")), "{message}");
    }
    assert!(page.contains(&format!("data-failed=\"{}\"", ZH.start.failed)), "the start script shows it");
    // The name is the operator's, and is in the title of the published page.
    let rest =
        [ZH.boot.opening, ZH.boot.no_scripts, ZH.start.failed, "投促中国"].iter().fold(page.to_owned(), |rest, it| rest.replace(it, ""));
    assert!(!rest.contains(is_chinese), "{rest}");
}
