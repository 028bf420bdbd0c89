//! The HTML of templates: the output for each kind of slot, and any text read back unchanged by a parser.

#![allow(clippy::expect_used, reason = "a test says what it expects by failing")]

use investchn_markup::{Markup, component, view};
use leptos::prelude::{ElementChild, Owner};
use proptest::prelude::*;
use scraper::{Html, Selector};

#[test]
fn true_attributes_have_no_value_and_false_ones_are_left_out() {
    let literal = view! { <input required=true checked=false value="true" aria-hidden="false" /> };
    assert_eq!(literal.into_html(), "<input required value=\"true\" aria-hidden=\"false\">");
    let (yes, no) = (true, false);
    let computed = view! { <input required=yes checked=no disabled=move || yes multiple=move || no /> };
    assert_eq!(computed.into_html(), "<input required disabled>");
}

#[test]
fn only_void_elements_have_no_end_tag() {
    let void = view! { <p>"a"<wbr />"b"</p><video><source /><track /></video> };
    assert_eq!(void.into_html(), "<p>a<wbr>b</p><video><source><track></video>");
    let svg = view! { <svg><path d="M0 0" /><a><title>"t"</title></a></svg> };
    assert_eq!(svg.into_html(), "<svg><path d=\"M0 0\"></path><a><title>t</title></a></svg>");
}

#[test]
fn listeners_and_properties_are_not_written() {
    let view = view! { <input prop:value="v" prop:checked=true on:input=|_| {} /> };
    assert_eq!(view.into_html(), "<input>");
}

#[test]
fn attributes_that_are_not_wanted_are_left_out_everywhere() {
    let style = Some("b");
    let view = view! { <p class="a" lang="zh"><a class=style href="/">{view! { <b class="c">"t"</b> }}</a></p> };
    assert_eq!(view.into_html_with(&["href", "lang"]), "<p lang=\"zh\"><a href=\"/\"><b>t</b></a></p>");
}

#[test]
fn lists_options_and_closures_are_written_with_current_values() {
    let rows = ["a", "b"].map(|row| view! { <li>{row}</li> });
    let none: Option<Markup> = None;
    let view = view! { <ul>{Vec::from(rows)}{none}</ul><p>{|| Some("now")}</p> };
    assert_eq!(view.into_html(), "<ul><li>a</li><li>b</li></ul><p>now</p>");
}

#[test]
fn a_leptos_view_is_written_by_leptos() {
    let html = Owner::new().with(|| {
        let button = || leptos::html::button().child((|| "ab", " of Leptos"));
        view! { <div>{component(button())}</div><div>{move || component(Some(button()))}</div> }.into_html()
    });
    let button = "<button>ab<!> of Leptos</button>";
    assert_eq!(html, format!("<div>{button}</div><div>{button}</div>"));
}

#[test]
fn a_leading_line_feed_is_written_twice_if_a_parser_drops_it() {
    let view = view! { <pre>{"\na"}</pre>"\nb"<pre></pre><p>"\nc"</p> };
    assert_eq!(view.into_html(), "<pre>\n\na</pre>\nb<pre></pre><p>\nc</p>");
}

#[test]
fn constants_are_part_of_the_template() {
    struct Words {
        menu: &'static str,
    }
    const NAME: &str = "甲 & 乙";
    const EMPTY: &str = "";
    const WORDS: Words = Words { menu: "丙" };
    let view = view! { <p title=NAME aria-label=WORDS.menu class=EMPTY>"a"{NAME}{WORDS.menu}<b>{NAME}</b></p> };
    assert_eq!(
        view.into_html(),
        "<p title=\"甲 &amp; 乙\" aria-label=\"丙\" class>a甲 &amp; 乙丙<b>甲 &amp; 乙</b></p>"
    );
}

/// Parses HTML, and returns the text of the first element with this name, and one of its attributes.
fn parsed(html: &str, name: &str) -> (String, Option<String>) {
    let selector = Selector::parse(name).expect("a selector");
    let document = Html::parse_fragment(html);
    let element = document.select(&selector).next().expect("the element");
    (element.text().collect(), element.attr("title").map(str::to_owned))
}

proptest! {
    // A parser drops U+0000 everywhere, so no page can contain it.
    #[test]
    fn a_parser_reads_any_text_unchanged(text in "[^\0]*", title in "[^\0]*") {
        let html = view! { <p title=title.clone()>{text.clone()}</p> }.into_html();
        prop_assert_eq!(parsed(&html, "p"), (text.clone(), Some(title.clone())));
        let html = view! { <pre title=title.clone()>{text.clone()}</pre> }.into_html();
        prop_assert_eq!(parsed(&html, "pre"), (text.clone(), Some(title.clone())));
        let html = view! { <textarea title=title.clone()>{text.clone()}</textarea> }.into_html();
        prop_assert_eq!(parsed(&html, "textarea"), (text, Some(title)));
    }

    #[test]
    fn adjacent_texts_become_one_text(parts in prop::collection::vec("[\r\n&;<>a\"#x0-9]*", 0..6)) {
        let html = view! { <pre>{parts.clone()}</pre> }.into_html();
        prop_assert_eq!(parsed(&html, "pre").0, parts.concat());
    }
}
