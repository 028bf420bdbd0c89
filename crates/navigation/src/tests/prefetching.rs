//! Prefetching: which links are prefetched, and how long their views are used.

use super::*;

fn points_at(reader: &mut Visitor, path: &str) -> bool {
    reader.take(Event::LinkPointedAt(route(path))) == [Effect::Prefetch(route(path))]
}

fn arrives(reader: &mut Visitor, path: &str) {
    let view = Some(Box::new(view(&route(path))));
    assert_eq!(reader.take(Event::Prefetched { route: route(path), view }), []);
}

#[test]
fn a_prefetched_view_is_shown_without_a_load() {
    let mut reader = Visitor::at("/news/");
    assert!(points_at(&mut reader, ARTICLE));
    arrives(&mut reader, ARTICLE);
    let effects = reader.follows(ARTICLE);
    assert_eq!(effects, [Effect::MakeLinksAbsolute, Effect::AddEntry(["/portal", ARTICLE].concat())]);
    assert_eq!(shown(&reader.take(Event::EntryAdded(true))).last(), Some(&&page(ARTICLE, ready(ARTICLE))));
}

#[test]
fn a_link_is_requested_once_while_its_view_is_fresh() {
    let mut reader = Visitor::at("/news/");
    assert!(points_at(&mut reader, ARTICLE));
    assert!(!points_at(&mut reader, ARTICLE), "under way");
    arrives(&mut reader, ARTICLE);
    reader.now += 299_999.0;
    assert!(!points_at(&mut reader, ARTICLE), "held");
    reader.now += 1.0;
    assert!(points_at(&mut reader, ARTICLE), "stale");
}

#[test]
fn a_stale_view_is_not_shown() {
    let mut reader = Visitor::at("/news/");
    points_at(&mut reader, ARTICLE);
    arrives(&mut reader, ARTICLE);
    reader.now += 300_000.0;
    assert!(load_of(&reader.follows(ARTICLE)).is_some());
}

#[test]
fn a_failed_prefetch_is_forgotten() {
    let mut reader = Visitor::at("/news/");
    points_at(&mut reader, ARTICLE);
    reader.take(Event::Prefetched { route: route(ARTICLE), view: None });
    assert!(load_of(&reader.follows(ARTICLE)).is_some());
    assert!(points_at(&mut reader, ARTICLE), "and may be tried again");
}

#[test]
fn two_requests_run_at_once_and_the_page_itself_needs_none() {
    let mut reader = Visitor::at("/news/");
    assert!(!points_at(&mut reader, "/news/"));
    assert!(points_at(&mut reader, "/news/1/") && points_at(&mut reader, "/news/2/"));
    assert!(!points_at(&mut reader, "/news/3/"));
    arrives(&mut reader, "/news/1/");
    assert!(points_at(&mut reader, "/news/3/"));
}

#[test]
fn four_views_are_held() {
    let mut reader = Visitor::at("/news/");
    for number in 1..=5 {
        let path = format!("/news/{number}/");
        assert!(points_at(&mut reader, &path));
        arrives(&mut reader, &path);
    }
    assert!(!points_at(&mut reader, "/news/2/"));
    assert!(points_at(&mut reader, "/news/1/"), "the oldest was dropped");
}

#[test]
fn two_links_in_view_are_prefetched_on_each_page() {
    let mut reader = Visitor::at("/news/");
    let comes_into_view = |reader: &mut Visitor, number: u32| {
        let route = route(&format!("/news/{number}/"));
        let effects = reader.take(Event::LinkInView(route.clone()));
        if effects.is_empty() {
            return false;
        }
        assert_eq!(effects, [Effect::Prefetch(route.clone())]);
        reader.take(Event::Prefetched { route, view: None });
        true
    };
    assert_eq!([1, 2, 3].map(|number| comes_into_view(&mut reader, number)), [true, true, false]);
    reader.moves_to("/zones/");
    assert!(comes_into_view(&mut reader, 3));
}

#[test]
fn links_are_observed_on_a_page_where_the_reader_stays() {
    let mut reader = Visitor::at("/news/");
    assert_eq!(reader.take(Event::Stayed(1)), [Effect::ObserveLinks]);
    reader.moves_to(ARTICLE);
    assert_eq!(reader.take(Event::Stayed(1)), [], "the reader only passed through");
    assert_eq!(reader.take(Event::Stayed(2)), [Effect::ObserveLinks]);
}
