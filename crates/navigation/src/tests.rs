//! The rules of navigation, one test each. The flows in `tests/site/` check that the browser's half follows them.

mod addresses;
mod arrivals;
mod loads;
mod prefetching;
pub(crate) mod samples;

use std::sync::Arc;
use std::time::Duration;

use investchn_model::route::Route;
use investchn_model::{Article, ListPage, Register, Subject, View};

use super::{Address, Effect, Event, LoadId, NavigationState};
use crate::page_state::{CurrentPage, LoadError, PageState, PublishedPage};

/// A time in 2025, in milliseconds.
const NOW: f64 = 1_750_000_000_000.0;

const ARTICLE: &str = "/article/huaian-htz-20220214-1/";

/// A state machine with a clock.
struct Visitor {
    navigation: NavigationState,
    now: f64,
}

impl Visitor {
    /// Returns a visitor who opened a published page in the folder `/portal/` of a host.
    fn at(path: &str) -> Visitor {
        let route = route(path);
        let view = Arc::new(view(&route));
        let mut reader = Visitor::with(CurrentPage { route: Some(route), state: PageState::Ready(view) });
        reader.take(Event::Opened { address: address(path, ""), scrolled: None });
        reader
    }

    /// Returns a visitor before the page is opened.
    fn with(page: CurrentPage) -> Visitor {
        Visitor { navigation: NavigationState::new(Arc::new(samples::portal()), page), now: NOW }
    }

    /// Returns a visitor who opens an address without a published view, and the effects.
    fn opens(path: &str, query: &str) -> (Visitor, Vec<Effect>) {
        let address = address(path, query);
        let mut reader = Visitor::with(CurrentPage { route: address.route(), state: PageState::Pending });
        let effects = reader.take(Event::Opened { address, scrolled: None });
        (reader, effects)
    }

    fn take(&mut self, event: Event) -> Vec<Effect> {
        self.navigation.step(event, self.now)
    }

    fn follows(&mut self, path: &str) -> Vec<Effect> {
        self.take(Event::LinkFollowed(route(path)))
    }

    fn goes_back_to(&mut self, path: &str, scrolled: f64) -> Vec<Effect> {
        self.take(Event::Traversed { address: address(path, ""), scrolled })
    }

    /// Answers the last load with the view of a path.
    fn gets(&mut self, path: &str) -> Vec<Effect> {
        let load = self.navigation.last_load;
        self.take(Event::Loaded { load, result: Ok(Box::new(view(&route(path)))) })
    }

    fn fails(&mut self, error: LoadError) -> Vec<Effect> {
        let load = self.navigation.last_load;
        self.take(Event::Loaded { load, result: Err(error) })
    }

    /// Follows a link and loads its page.
    fn moves_to(&mut self, path: &str) -> Vec<Effect> {
        self.follows(path);
        self.gets(path);
        self.take(Event::EntryAdded(true))
    }

    fn state(&self) -> &PageState {
        &self.navigation.page.state
    }
}

fn route(path: &str) -> Route {
    Route::parse(path).unwrap()
}

/// Returns an address in the folder `/portal/`, with Chinese characters encoded as in a browser.
fn address(path: &str, query: &str) -> Address {
    let encoded: String = path
        .bytes()
        .map(|byte| if byte.is_ascii() { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect();
    Address {
        path: format!("/portal{encoded}"),
        portal_path: Some(path.to_owned()),
        query: query.to_owned(),
        hash: String::new(),
    }
}

fn view(route: &Route) -> View {
    match route {
        Route::Article(id) => {
            let title = format!("示例 {}", id.as_str());
            View::Article(Article { id: id.clone(), title, ..samples::article() })
        }
        Route::Register => View::Register(register()),
        Route::Zone(_, kind, number) => list(Subject::Zone { zone: samples::zone(), kind: *kind }, *number),
        Route::News(kind, number) => list(Subject::News { kind: *kind }, *number),
        _ => panic!("no sample of {route:?}"),
    }
}

fn list(subject: Subject, number: Option<u32>) -> View {
    View::List(ListPage { subject, number, newer: None, older: None, items: vec![], originals: None })
}

fn register() -> Register {
    Register { provinces: vec![], rows: 0, exited: 0, uncertain: 0, industries: vec![], charts: vec![], first: vec![] }
}

fn ready(path: &str) -> PageState {
    PageState::Ready(Arc::new(view(&route(path))))
}

fn page(path: &str, state: PageState) -> CurrentPage {
    CurrentPage { route: Some(route(path)), state }
}

/// Returns the state of a page whose view is not known to the app.
fn published(name: &str) -> PageState {
    let title = format!("{name} - 投促中国 InvestCHN");
    PageState::Published(Arc::new(PublishedPage { title, description: "d".to_owned() }))
}

/// Returns the pages that the effects show, in order.
fn shown(effects: &[Effect]) -> Vec<&CurrentPage> {
    effects.iter().filter_map(|effect| if let Effect::Show(page) = effect { Some(page) } else { None }).collect()
}

fn load_of(effects: &[Effect]) -> Option<(LoadId, &Route)> {
    effects.iter().find_map(|effect| match effect {
        Effect::Load { load, route } => Some((*load, route)),
        _ => None,
    })
}

fn after(milliseconds: u64, event: Event) -> Effect {
    Effect::After(Duration::from_millis(milliseconds), Box::new(event))
}
