//! Loads: overtaken, slow, failed, retried.

use investchn_model::published::ONLY_AS_PAGE;

use super::*;

#[test]
fn an_overtaken_load_is_never_shown() {
    let mut reader = Visitor::at("/news/");
    reader.follows("/zones/");
    let effects = reader.follows(ARTICLE);
    assert_eq!(effects[0], Effect::EndLoad);
    assert_eq!(load_of(&effects), Some((2, &route(ARTICLE))));
    let late = Event::Loaded { load: 1, result: Ok(Box::new(view(&Route::Register))) };
    assert_eq!(reader.take(late), []);
    assert_eq!(reader.take(Event::Loaded { load: 1, result: Err(LoadError::Unreachable) }), []);
    assert!(!reader.gets(ARTICLE).is_empty(), "the latest load shows");
}

#[test]
fn going_back_overtakes_a_load() {
    let mut reader = Visitor::at("/news/");
    reader.moves_to("/zones/");
    reader.follows(ARTICLE);
    assert!(reader.goes_back_to("/news/", 0.0).contains(&Effect::EndLoad));
    assert_eq!(reader.gets(ARTICLE), []);
}

#[test]
fn a_slow_load_shows_a_notice_beside_the_current_page() {
    let mut reader = Visitor::at("/news/");
    reader.follows(ARTICLE);
    assert_eq!(reader.take(Event::LoadIsSlow(1)), [Effect::SetWaiting(true)]);
    let effects = reader.gets(ARTICLE);
    assert_eq!(effects[0], Effect::SetWaiting(false));
}

#[test]
fn a_slow_load_shows_a_notice_on_an_empty_page() {
    let (mut reader, _) = Visitor::opens("/news/", "");
    assert_eq!(reader.take(Event::LoadIsSlow(1)), [Effect::Show(page("/news/", PageState::Loading))]);
}

#[test]
fn a_load_that_ended_or_was_overtaken_is_not_slow() {
    let mut reader = Visitor::at("/news/");
    reader.moves_to(ARTICLE);
    assert_eq!(reader.take(Event::LoadIsSlow(1)), []);
    reader.follows("/zones/");
    reader.follows("/news/");
    assert_eq!(reader.take(Event::LoadIsSlow(2)), []);
}

#[test]
fn a_failed_load_shows_its_error_at_its_address_and_can_be_retried() {
    let mut reader = Visitor::at("/news/");
    reader.follows("/zones/");
    assert!(reader.fails(LoadError::Status(503)).contains(&Effect::AddEntry("/portal/zones/".to_owned())));
    let effects = reader.take(Event::EntryAdded(true));
    let failed = page("/zones/", PageState::Failed(LoadError::Status(503)));
    assert_eq!(shown(&effects).last(), Some(&&failed));
    assert!(effects.contains(&Effect::Announce("内容没有载入成功".to_owned())));
    reader.follows("/zones/");
    let effects = reader.gets("/zones/");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::AddEntry(_))), "one history entry");
    assert_eq!(*reader.state(), ready("/zones/"));
}

#[test]
fn a_failed_load_is_not_kept() {
    let mut reader = Visitor::at("/news/");
    reader.follows("/zones/");
    reader.fails(LoadError::Unreachable);
    reader.take(Event::EntryAdded(true));
    reader.moves_to(ARTICLE);
    assert!(load_of(&reader.goes_back_to("/zones/", 0.0)).is_some());
}

#[test]
fn only_an_offline_page_is_retried_once_the_network_has_settled() {
    for (error, is_retried) in [(LoadError::Offline, true), (LoadError::Unreachable, false)] {
        let mut reader = Visitor::at("/news/");
        reader.follows("/zones/");
        reader.fails(error);
        reader.take(Event::EntryAdded(true));
        assert_eq!(reader.take(Event::NetworkReturned), [after(1_000, Event::RetryDue)]);
        assert_eq!(load_of(&reader.take(Event::RetryDue)).is_some(), is_retried);
    }
    assert_eq!(Visitor::at("/news/").take(Event::RetryDue), []);
}

#[test]
fn a_missing_page_is_shown_with_the_register() {
    let mut reader = Visitor::at("/news/");
    reader.follows(ARTICLE);
    let effects = reader.fails(LoadError::NotFound);
    assert_eq!(effects, [Effect::Load { load: 1, route: Route::Register }], "the same load goes on");
    reader.gets("/zones/");
    let effects = reader.take(Event::EntryAdded(true));
    let not_found = page(ARTICLE, PageState::NotFound(Some(Arc::new(register()))));
    assert_eq!(shown(&effects).last(), Some(&&not_found));
    assert!(effects.contains(&Effect::Announce("没有找到这个页面".to_owned())));
    assert!(effects.contains(&Effect::SetHead {
        title: "没有找到这个页面 - 投促中国".to_owned(),
        description: String::new(),
        route: Some(route(ARTICLE)),
    }));
}

#[test]
fn a_missing_page_is_shown_without_the_register_if_that_fails_too() {
    let mut reader = Visitor::at("/news/");
    reader.follows(ARTICLE);
    reader.fails(LoadError::NotFound);
    reader.fails(LoadError::Unreachable);
    reader.take(Event::EntryAdded(true));
    assert_eq!(*reader.state(), PageState::NotFound(None));
}

#[test]
fn a_view_that_is_stored_only_as_a_page_is_opened() {
    let error = || LoadError::Status(ONLY_AS_PAGE);
    let mut reader = Visitor::at("/zones/");
    reader.follows("/news/");
    assert_eq!(reader.fails(error()), [Effect::LoadDocument("/portal/news/".to_owned())]);
    assert_eq!(*reader.state(), ready("/zones/"), "the page stays until the browser leaves");
    reader.goes_back_to("/news/", 0.0);
    assert_eq!(reader.fails(error()), [Effect::LoadDocument("/portal/news/".to_owned())]);
    // It would be opened for ever.
    let (mut reader, _) = Visitor::opens("/news/", "");
    reader.fails(error());
    assert_eq!(*reader.state(), PageState::Failed(error()));
}
