//! Addresses in every spelling, old addresses, and addresses of no page.

use super::*;

fn replaced(effects: &[Effect]) -> Vec<&str> {
    let mut addresses = Vec::new();
    for effect in effects {
        if let Effect::ReplaceAddress(href) = effect {
            addresses.push(href.as_str());
        }
    }
    addresses
}

#[test]
fn an_address_in_another_spelling_is_respelled() {
    for path in ["/zone/huaian-htz", "/zone/huaian-htz/index.html", "/Zone/Huaian-HTZ/"] {
        let (_, effects) = Visitor::opens(path, "?utm_source=x");
        assert_eq!(replaced(&effects), ["/portal/zone/huaian-htz/?utm_source=x"], "{path}");
        assert_eq!(load_of(&effects).map(|(_, route)| route.path()), Some("/zone/huaian-htz/".to_owned()));
    }
    let (_, effects) = Visitor::opens("/zone/huaian-htz/", "?utm_source=x");
    assert_eq!(replaced(&effects), [""; 0]);
}

#[test]
fn appended_punctuation_is_removed() {
    let (mut reader, effects) = Visitor::opens(&[ARTICLE, "），请看"].concat(), "");
    assert_eq!(replaced(&effects), [["/portal", ARTICLE].concat()]);
    assert_eq!(load_of(&effects), Some((1, &route(ARTICLE))));
    let effects = reader.gets(ARTICLE);
    assert_eq!(shown(&effects).last(), Some(&&page(ARTICLE, ready(ARTICLE))));
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::AddEntry(_))));
}

#[test]
fn an_old_address_is_looked_up_before_anything_else() {
    let (mut reader, effects) = Visitor::opens("/news/show.asp", "?id=1");
    let lookup = Effect::LookUpAlias { load: 1, address: "/news/show.asp?id=1/".to_owned() };
    assert_eq!(effects, [after(150, Event::LoadIsSlow(1)), lookup]);
    let effects = reader.take(Event::AliasLookedUp { load: 1, route: Some(route(ARTICLE)) });
    assert_eq!(effects, [Effect::ReplaceDocument(["/portal", ARTICLE].concat())]);
}

#[test]
fn an_overtaken_lookup_is_ignored() {
    let (mut reader, _) = Visitor::opens("/news/show.asp", "?id=1");
    reader.follows("/news/");
    assert_eq!(reader.take(Event::AliasLookedUp { load: 1, route: Some(route(ARTICLE)) }), []);
    assert_eq!(reader.take(Event::AliasLookedUp { load: 1, route: None }), []);
}

#[test]
fn punctuation_is_removed_only_if_the_address_is_no_alias() {
    for path in ["/news,1.html", "/news/），请看"] {
        let (mut reader, effects) = Visitor::opens(path, "");
        assert_eq!(replaced(&effects), [""; 0]);
        let effects = reader.take(Event::AliasLookedUp { load: 1, route: None });
        assert_eq!(replaced(&effects), ["/portal/news/"], "{path}");
        assert_eq!(load_of(&effects), Some((2, &route("/news/"))));
    }
}

#[test]
fn an_address_of_any_form_may_be_an_alias() {
    let looked_up = |path, query| {
        let (_, effects) = Visitor::opens(path, query);
        effects.into_iter().find_map(|effect| match effect {
            Effect::LookUpAlias { address, .. } => Some(address),
            _ => None,
        })
    };
    for (path, query, address) in
        [("/Old/2.ASP", "", "/old/2.asp/"), ("/Old/Page", "", "/old/page/"), ("/旧/", "?ID=1", "/旧/?id=1/")]
    {
        assert_eq!(looked_up(path, query).as_deref(), Some(address));
    }
}

#[test]
fn an_unknown_address_shows_not_found_with_the_register() {
    let (mut reader, _) = Visitor::opens("/nowhere/", "");
    let effects = reader.take(Event::AliasLookedUp { load: 1, route: None });
    assert_eq!(load_of(&effects), Some((2, &Route::Register)));
    let effects = reader.gets("/zones/");
    let not_found = CurrentPage { route: None, state: PageState::NotFound(Some(Arc::new(register()))) };
    assert_eq!(shown(&effects).last(), Some(&&not_found));
}

#[test]
fn an_unknown_alias_shows_not_found() {
    let (mut reader, _) = Visitor::opens("/old/show.asp", "?id=12，");
    let effects = reader.take(Event::AliasLookedUp { load: 1, route: None });
    assert_eq!(load_of(&effects), Some((2, &Route::Register)));
}

#[test]
fn an_address_outside_the_base_is_not_found() {
    let outside = Address { path: "/elsewhere/a.html".to_owned(), ..Address::default() };
    let mut reader = Visitor::with(CurrentPage::default());
    let effects = reader.take(Event::Opened { address: outside, scrolled: None });
    assert_eq!(load_of(&effects), Some((1, &Route::Register)));
}
