//! What a link leads to, fetched before the reader follows it: when it is pointed at, touched or reached by the keyboard, and, of
//! the links of a view's news, when it has come into sight. Few views are held, for a short time, two requests are under way at
//! most, and with Save-Data there is none.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use investchn_model::View;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, EventTarget, IntersectionObserver, IntersectionObserverEntry, Window};

use super::{links, stop};
use crate::data;
use crate::portal::Portal;
use investchn_model::route::Route;

/// Views that are held at most.
const HELD: usize = 4;

/// How long a view is fresh enough to be shown without asking again, in milliseconds.
const FRESH: f64 = 300_000.0;

/// Requests under way at most.
const AT_ONCE: usize = 2;

/// How many of a view's links are fetched for being in sight.
const IN_SIGHT: u8 = 2;

/// How long a reader stays before what is in sight counts: who only passes through needs nothing of it.
const STAY: Duration = Duration::from_millis(500);

/// The links that lead on: to an article of a list, and to an article's neighbours.
const LEADING_ON: &str = "main :is(h3, .neighbours, .cards) a[href]";

/// The views that were fetched ahead.
pub(super) struct Ahead {
    window: Window,
    portal: Arc<Portal>,
    held: RefCell<VecDeque<(Route, f64, Arc<View>)>>,
    under_way: RefCell<Vec<Route>>,
    /// How many links of this view may still be fetched for being in sight.
    left: Cell<u8>,
    eye: RefCell<Option<IntersectionObserver>>,
    waiting: Cell<Option<TimeoutHandle>>,
}

impl Ahead {
    /// Nothing fetched yet.
    pub(super) fn new(window: Window, portal: Arc<Portal>) -> Rc<Self> {
        let (held, under_way, left, eye, waiting) = Default::default();
        let this = Rc::new(Ahead { window, portal, held, under_way, left, eye, waiting });
        let ahead = this.clone();
        let seen = Closure::<dyn Fn(js_sys::Array)>::new(move |entries: js_sys::Array| ahead.seen(&entries));
        // A browser that cannot tell what is in sight fetches what is pointed at.
        *this.eye.borrow_mut() = IntersectionObserver::new(seen.as_ref().unchecked_ref()).ok();
        seen.forget();
        this
    }

    /// Watches the links of a view that was put into the document.
    pub(super) fn watch(self: &Rc<Self>, document: Document) {
        if let Some(waiting) = self.waiting.take() {
            waiting.clear();
        }
        self.left.set(IN_SIGHT);
        let this = self.clone();
        let look = move || {
            let eye = this.eye.borrow();
            if let (Some(eye), Ok(links)) = (eye.as_ref(), document.query_selector_all(LEADING_ON)) {
                eye.disconnect();
                (0..links.length())
                    .filter_map(|place| links.item(place))
                    .for_each(|link| eye.observe(link.unchecked_ref()));
            }
        };
        self.waiting.set(set_timeout_with_handle(look, STAY).ok());
    }

    fn seen(self: &Rc<Self>, entries: &js_sys::Array) {
        for place in 0..entries.length() {
            let entry: IntersectionObserverEntry = entries.get(place).unchecked_into();
            let left = self.left.get();
            if left > 0 && entry.is_intersecting() && self.fetch(Some(entry.target().into())) {
                self.left.set(left - 1);
            }
        }
    }

    /// Fetches what a link shows, if nothing speaks against it, and says whether it does.
    pub(super) fn fetch(self: &Rc<Self>, link: Option<EventTarget>) -> bool {
        let Some(route) = links::route_of_link(link, &self.window, &self.portal.base) else { return false };
        let known = self.held.borrow().iter().any(|(held, since, _)| *held == route && is_fresh(*since));
        let here = self.window.location().pathname().is_ok_and(|path| path == self.portal.href(&route));
        let mut under_way = self.under_way.borrow_mut();
        let asked = under_way.contains(&route) || under_way.len() == AT_ONCE;
        if known || here || asked || stop::stopped() || saves_data(&self.window) {
            return false;
        }
        under_way.push(route.clone());
        let this = self.clone();
        spawn_local(async move {
            // What does not come now is loaded, and spoken of, when the reader does follow the link.
            let view = data::view(&this.portal.base, &route, None).await;
            this.under_way.borrow_mut().retain(|asked| *asked != route);
            if let Ok(view) = view {
                let mut held = this.held.borrow_mut();
                held.push_front((route, js_sys::Date::now(), Arc::new(view)));
                held.truncate(HELD);
            }
        });
        true
    }

    /// Hands out what was fetched for a route, if it is still fresh.
    pub(super) fn take(&self, route: &Route) -> Option<Arc<View>> {
        let mut held = self.held.borrow_mut();
        let place = held.iter().position(|(held, _, _)| held == route)?;
        held.remove(place).filter(|(_, since, _)| is_fresh(*since)).map(|(_, _, view)| view)
    }
}

fn is_fresh(since: f64) -> bool {
    js_sys::Date::now() - since < FRESH
}

/// Whether the reader asked sites to send less. Not every browser can be asked.
fn saves_data(window: &Window) -> bool {
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &JsValue::from_str(name));
    let connection = get(&window.navigator(), "connection").unwrap_or(JsValue::UNDEFINED);
    get(&connection, "saveData").is_ok_and(|value| value.is_truthy())
}
