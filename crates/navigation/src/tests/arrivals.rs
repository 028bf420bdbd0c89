//! Arriving at a page: address, head, focus, scroll position, announcement.

use super::*;
use crate::FocusTarget;

fn position(effects: &[Effect], is: impl Fn(&Effect) -> bool) -> usize {
    effects.iter().position(is).unwrap()
}

#[test]
fn a_click_leaves_the_page_until_its_data_is_there() {
    let mut reader = Visitor::at("/news/");
    let effects = reader.follows(ARTICLE);
    assert_eq!(
        effects,
        [after(150, Event::LoadIsSlow(1)), Effect::Load { load: 1, route: route(ARTICLE) }],
        "no address, head or view"
    );
    assert_eq!(reader.navigation.page, page("/news/", ready("/news/")));
}

#[test]
fn address_head_and_view_change_together_and_then_the_rest_follows() {
    let mut reader = Visitor::at("/news/");
    reader.follows(ARTICLE);
    let effects = reader.gets(ARTICLE);
    let href = ["/portal", ARTICLE].concat();
    assert_eq!(effects, [Effect::MakeLinksAbsolute, Effect::AddEntry(href)]);
    let effects = reader.take(Event::EntryAdded(true));
    let name = "示例 huaian-htz-20220214-1 - 淮安高新区";
    assert_eq!(
        effects,
        [
            Effect::SetHead {
                title: format!("{name} - 投促中国 InvestCHN"),
                description: "示例摘要。".to_owned(),
                route: Some(route(ARTICLE)),
            },
            Effect::Announce(name.to_owned()),
            // Nothing changes the document after the view, and nothing before it needs a layout.
            Effect::Show(page(ARTICLE, ready(ARTICLE))),
            Effect::ScrollTo(0.0),
            Effect::Focus(FocusTarget::Heading),
            after(500, Event::Stayed(2)),
            Effect::CheckForUpdate,
        ]
    );
}

#[test]
fn the_browser_loads_the_page_if_it_refuses_a_history_entry() {
    let mut reader = Visitor::at("/news/");
    reader.follows(ARTICLE);
    reader.gets(ARTICLE);
    let effects = reader.take(Event::EntryAdded(false));
    assert_eq!(effects, [Effect::LoadDocument(["/portal", ARTICLE].concat())]);
    assert_eq!(reader.navigation.page, page("/news/", ready("/news/")), "the page stays until the browser leaves");
}

#[test]
fn an_opened_page_keeps_text_and_focus_and_announces_nothing() {
    let route = route(ARTICLE);
    let mut reader = Visitor::with(page(ARTICLE, ready(ARTICLE)));
    let effects = reader.take(Event::Opened { address: address(ARTICLE, ""), scrolled: None });
    assert_eq!(shown(&effects), [] as [&CurrentPage; 0]);
    assert!(matches!(&effects[0], Effect::SetHead { route: Some(it), .. } if *it == route));
    assert_eq!(effects[1..], [after(500, Event::Stayed(1))]);
}

#[test]
fn a_reloaded_page_restores_its_scroll_position() {
    let mut reader = Visitor::with(page("/news/", ready("/news/")));
    let effects = reader.take(Event::Opened { address: address("/news/", ""), scrolled: Some(900.0) });
    assert!(effects.contains(&Effect::ScrollTo(900.0)));
}

#[test]
fn going_back_restores_a_kept_view_without_a_load() {
    let mut reader = Visitor::at("/news/");
    reader.moves_to(ARTICLE);
    let effects = reader.goes_back_to("/news/", 900.0);
    assert_eq!(effects[0], Effect::MakeLinksAbsolute);
    assert_eq!(shown(&effects), [&page("/news/", ready("/news/"))]);
    assert_eq!(load_of(&effects), None);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::AddEntry(_) | Effect::ReplaceAddress(_))));
    let scroll = position(&effects, |effect| *effect == Effect::ScrollTo(900.0));
    assert!(position(&effects, |effect| *effect == Effect::Focus(FocusTarget::Heading)) < scroll);
    assert!(effects.contains(&Effect::Announce("开发区新闻".to_owned())));
}

#[test]
fn a_published_page_is_kept_as_it_is() {
    let mut reader = Visitor::with(page("/news/", published("开发区新闻")));
    let opened = reader.take(Event::Opened { address: address("/news/", ""), scrolled: None });
    assert_eq!((shown(&opened), load_of(&opened)), (vec![], None));
    let title = "开发区新闻 - 投促中国 InvestCHN".to_owned();
    let head = Effect::SetHead { title, description: "d".to_owned(), route: Some(route("/news/")) };
    assert_eq!(opened[0], head);
    reader.moves_to(ARTICLE);
    let effects = reader.goes_back_to("/news/", 900.0);
    assert_eq!(shown(&effects), [&page("/news/", published("开发区新闻"))]);
    assert_eq!(load_of(&effects), None);
    assert!(effects.contains(&head) && effects.contains(&Effect::Announce("开发区新闻".to_owned())));
    // A link shows the newest data.
    reader.moves_to(ARTICLE);
    reader.moves_to("/news/");
    assert_eq!(*reader.state(), ready("/news/"));
}

#[test]
fn the_view_is_removed_at_once_if_the_previous_one_is_not_kept() {
    let mut reader = Visitor::at("/news/");
    let effects = reader.goes_back_to("/zones/", 40.0);
    assert_eq!(effects[..2], [Effect::MakeLinksAbsolute, Effect::Show(page("/zones/", PageState::Pending))]);
    assert_eq!(load_of(&effects), Some((1, &Route::Register)));
    let effects = reader.gets("/zones/");
    assert_eq!(shown(&effects).last(), Some(&&page("/zones/", ready("/zones/"))));
    assert!(effects.contains(&Effect::ScrollTo(40.0)));
}

#[test]
fn sixteen_views_are_kept() {
    let mut reader = Visitor::at("/news/");
    for number in 1..=16 {
        reader.moves_to(&format!("/news/{number}/"));
    }
    assert_eq!(load_of(&reader.goes_back_to("/news/1/", 0.0)), None);
    assert_eq!(load_of(&reader.goes_back_to("/news/", 0.0)).map(|(_, route)| route), Some(&route("/news/")));
}

#[test]
fn a_step_within_the_page_only_scrolls() {
    let mut reader = Visitor::at("/news/");
    assert_eq!(reader.goes_back_to("/news/", 120.0), [Effect::ScrollTo(120.0)]);
}

#[test]
fn another_list_under_the_same_head_scrolls_to_the_list() {
    let mut reader = Visitor::at("/zone/huaian-htz/");
    let effects = reader.moves_to("/zone/huaian-htz/text/");
    assert!(effects.contains(&Effect::ScrollToList) && effects.contains(&Effect::Focus(FocusTarget::List)));
    assert!(!effects.contains(&Effect::ScrollTo(0.0)));
    let effects = reader.moves_to("/news/");
    assert!(effects.contains(&Effect::ScrollTo(0.0)) && effects.contains(&Effect::Focus(FocusTarget::Heading)));
}

#[test]
fn a_link_to_the_page_itself_adds_no_history_entry() {
    let mut reader = Visitor::at("/zones/");
    reader.take(Event::FilterChanged("?q=a".to_owned()));
    reader.follows("/zones/");
    let effects = reader.gets("/zones/");
    assert_eq!(effects[0], Effect::ReplaceAddress("/portal/zones/".to_owned()));
    assert!(effects.contains(&Effect::FilterRegister(String::new())), "the menu leads to the whole register");
}

#[test]
fn the_filter_is_in_the_address_of_the_register_only() {
    let mut reader = Visitor::at("/zones/");
    let effects = reader.take(Event::FilterChanged("?q=htz".to_owned()));
    assert_eq!(effects, [Effect::ReplaceAddress("/portal/zones/?q=htz".to_owned())]);
    reader.moves_to("/news/");
    assert_eq!(reader.take(Event::FilterChanged("?q=x".to_owned())), []);
    let back = Event::Traversed { address: address("/zones/", "?q=htz"), scrolled: 0.0 };
    assert!(reader.take(back).contains(&Effect::FilterRegister("?q=htz".to_owned())));
}

#[test]
fn a_register_opened_without_a_query_keeps_typed_text() {
    let opens = |query| {
        let mut reader = Visitor::with(page("/zones/", ready("/zones/")));
        reader.take(Event::Opened { address: address("/zones/", query), scrolled: None })
    };
    assert!(!opens("").iter().any(|effect| matches!(effect, Effect::FilterRegister(_))));
    assert!(opens("?q=a").contains(&Effect::FilterRegister("?q=a".to_owned())));
}

#[test]
fn the_host_is_asked_for_an_update_every_ten_minutes_at_most() {
    let mut reader = Visitor::at("/news/");
    let mut checks = |path: &str, minutes: f64| {
        reader.now = NOW + minutes * 60_000.0;
        reader.moves_to(path).contains(&Effect::CheckForUpdate)
    };
    assert!(checks(ARTICLE, 0.0));
    assert!(!checks("/zones/", 9.9));
    assert!(checks("/news/", 10.0));
}
