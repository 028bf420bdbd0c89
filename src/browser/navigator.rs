//! Moving between views without loading a page: clicks and the browser's back and forward become loads, loads become
//! views, and after a move title, focus, scroll position and the spoken heading follow.
//!
//! As in a browser, a click leaves the page as it is until the next one is there; then address, title and view change together. A
//! published page names its pictures relative to its address, so it must not stand at another one.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use investchn_model::{Register, View};
use leptos::leptos_dom::helpers::set_timeout_with_handle;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Document, Event, HtmlElement, MouseEvent, Window};

use crate::app::Stage;
use crate::browser::ahead::Ahead;
use crate::browser::entries::Entries;
use crate::browser::pending::Pending;
use crate::browser::release::Release;
use crate::browser::{address, asked, links, stop};
use crate::data;
use crate::head::Head;
use crate::load::{Load, LoadError};
use crate::portal::Portal;
use crate::{navigation, pages};
use investchn_model::route::Route;

/// A network that is there again does not carry at once.
const SETTLING: Duration = Duration::from_secs(1);

/// How many views are kept for going back to them at once.
const KEPT_VIEWS: usize = 16;

/// How the reader came to a view.
#[derive(Clone, Copy)]
enum Arrival {
    /// By opening the page: focus is the browser's.
    Opened,
    /// By a link.
    Moved,
    /// By a link to another list under the head that they were reading: 图片新闻 of the same zone, or an older page.
    MovedWithin,
    /// By back or forward, to where they had scrolled.
    Returned(f64),
}

/// The mover.
pub(crate) struct Navigator {
    window: Window,
    document: Document,
    head: Head,
    portal: Arc<Portal>,
    stage: Stage,
    entries: Entries,
    kept: RefCell<VecDeque<(Route, Arc<View>)>>,
    pending: RefCell<Option<Pending>>,
    ahead: Rc<Ahead>,
    release: Rc<Release>,
}

impl Navigator {
    /// A mover for a page that is mounted.
    pub(crate) fn new(
        window: Window,
        document: Document,
        head: Head,
        portal: Arc<Portal>,
        stage: Stage,
    ) -> Result<Self, JsValue> {
        let entries = Entries::take_over(window.clone())?;
        let (kept, pending) = Default::default();
        let ahead = Ahead::new(window.clone(), portal.clone());
        let release = Release::of_page(&document);
        Ok(Navigator { window, document, head, portal, stage, entries, kept, pending, ahead, release })
    }

    /// Listens to clicks, to back and forward, to the network that comes back, and to the page's end, as long as the page lives.
    pub(crate) fn listen(self: &Rc<Self>) -> Result<(), JsValue> {
        let this = self.clone();
        let click = Closure::<dyn Fn(MouseEvent)>::new(move |event: MouseEvent| {
            if stop::stopped() {
                return;
            }
            if let Some(route) = links::route_of_click(&event, &this.window, &this.portal.base) {
                event.prevent_default();
                this.go(route);
            }
        });
        self.window.add_event_listener_with_callback("click", click.as_ref().unchecked_ref())?;
        click.forget();

        let ahead = self.ahead.clone();
        let near = Closure::<dyn Fn(Event)>::new(move |event: Event| {
            ahead.fetch(event.target());
        });
        for event in ["pointerover", "pointerdown", "focusin"] {
            self.window.add_event_listener_with_callback(event, near.as_ref().unchecked_ref())?;
        }
        near.forget();

        let this = self.clone();
        let returned = Closure::<dyn Fn(Event)>::new(move |_| {
            if stop::stopped() {
                // The address has changed, and nobody is left to show what belongs to it.
                let _ = this.window.location().reload();
                return;
            }
            this.follow();
        });
        self.window.add_event_listener_with_callback("popstate", returned.as_ref().unchecked_ref())?;
        returned.forget();

        let this = self.clone();
        let online = Closure::<dyn Fn(Event)>::new(move |_| {
            let this = this.clone();
            let try_again = move || {
                let is_offline =
                    this.stage.load.with_untracked(|load| matches!(load, Load::Failed(LoadError::Offline)));
                if let Some(route) = this.stage.here.get_untracked().filter(|_| is_offline) {
                    this.go(route);
                }
            };
            let _ = set_timeout_with_handle(try_again, SETTLING);
        });
        self.window.add_event_listener_with_callback("online", online.as_ref().unchecked_ref())?;
        online.forget();

        let this = self.clone();
        Effect::new(move |before: Option<()>| {
            let query = this.stage.asked.with(asked::to_query);
            let here = this.stage.here.get_untracked();
            // Not at the first run: nobody has asked for anything yet.
            if before.is_some() && here == Some(Route::Register) {
                this.entries.set_address(&(this.portal.href(&Route::Register) + &query));
            }
        });

        let this = self.clone();
        let left = Closure::<dyn Fn(Event)>::new(move |_| this.entries.keep_position());
        self.window.add_event_listener_with_callback("pagehide", left.as_ref().unchecked_ref())?;
        left.forget();
        Ok(())
    }

    /// Shows what the opened page's address names: at once where the page brought it, or else by loading it.
    pub(crate) fn open(self: &Rc<Self>) {
        let here = self.stage.here.get_untracked();
        if let Some(here) = &here {
            self.respell(here);
        }
        let brought =
            self.stage.load.with_untracked(|load| if let Load::Ready(view) = load { Some(view.clone()) } else { None });
        match (here, brought) {
            (Some(route), Some(view)) => self.show(route, view, Arrival::Opened),
            (here, _) => self.load(here, Arrival::Opened),
        }
    }

    /// Puts the shown address right where it is not spelled as the app spells the route that it means.
    fn respell(&self, route: &Route) {
        if let Some(href) = address::respelled(&self.window, &self.portal.base, route) {
            self.entries.set_address(&href);
        }
    }

    fn go(self: &Rc<Self>, route: Route) {
        let within = self
            .stage
            .here
            .with_untracked(|here| here.as_ref().is_some_and(|here| *here != route && here.shares_head_with(&route)));
        let arrival = if within { Arrival::MovedWithin } else { Arrival::Moved };
        match self.ahead.take(&route) {
            Some(view) => self.show(route, view, arrival),
            None => self.load(Some(route), arrival),
        }
    }

    fn follow(self: &Rc<Self>) {
        let scrolled = self.entries.follow();
        let route = address::route(&self.window, &self.portal.base);
        if self.stage.here.with_untracked(|here| *here == route) {
            // A step within the page.
            self.scroll_to(scrolled);
            return;
        }
        self.head.make_links_absolute(&self.portal.base);
        let kept =
            self.kept.borrow().iter().find(|(kept, _)| Some(kept) == route.as_ref()).map(|(_, view)| view.clone());
        match (route, kept) {
            (Some(route), Some(view)) => self.show(route, view, Arrival::Returned(scrolled)),
            (route, _) => {
                // The browser has changed the address, so the view that belongs to the old one goes at once.
                self.stage.here.set(route.clone());
                self.stage.load.set(Load::Begun);
                self.load(route, Arrival::Returned(scrolled));
            }
        }
    }

    fn load(self: &Rc<Self>, route: Option<Route>, arrival: Arrival) {
        // The one before dies first: nobody waits for it any more.
        drop(self.pending.borrow_mut().take());
        let pending = Pending::begin(self.stage);
        let signal = pending.as_ref().map(Pending::signal);
        *self.pending.borrow_mut() = pending;
        let this = self.clone();
        spawn_local(async move {
            let overtaken = || signal.as_ref().is_some_and(web_sys::AbortSignal::aborted);
            let result = match &route {
                Some(route) => data::view(&this.portal.base, route, signal.as_ref()).await,
                None if this.follow_alias(signal.as_ref()).await => return,
                None => Err(LoadError::NotFound),
            };
            if overtaken() {
                return;
            }
            let glued = || address::glued_route(&this.window, &this.portal.base);
            if let Some(route) = route.is_none().then(glued).flatten() {
                this.respell(&route);
                return this.load(Some(route), arrival);
            }
            match (result, route) {
                (Ok(view), Some(route)) => this.show(route, Arc::new(view), arrival),
                (Err(LoadError::NotFound), route) | (Ok(_), route) => {
                    let register = this.register(signal.as_ref()).await;
                    if !overtaken() {
                        this.finish(Load::NotFound(register), route, arrival);
                    }
                }
                (Err(error), route) => this.finish(Load::Failed(error), route, arrival),
            }
        });
    }

    /// Leaves for where an old address leads now. One with a query, or with another ending than a page's, is no file that a
    /// host could answer.
    async fn follow_alias(&self, signal: Option<&web_sys::AbortSignal>) -> bool {
        let location = self.window.location();
        let query = location.search().unwrap_or_default();
        let path = address::portal_path(&self.window, &self.portal.base);
        let Some(path) = path.filter(|path| !query.is_empty() || path.as_bytes().contains(&b'.')) else { return false };
        let Ok(Some(path)) = data::alias(&self.portal.base, &[path, query].concat(), signal).await else {
            return false;
        };
        let route = Route::parse(&path);
        route.is_some_and(|route| location.replace(&self.portal.href(&route)).is_ok())
    }

    /// The register for the not-found view. Without it the view has one help less.
    async fn register(&self, signal: Option<&web_sys::AbortSignal>) -> Option<Arc<Register>> {
        match data::view(&self.portal.base, &Route::Register, signal).await {
            Ok(View::Register(register)) => Some(Arc::new(register)),
            _ => None,
        }
    }

    fn show(self: &Rc<Self>, route: Route, view: Arc<View>, arrival: Arrival) {
        {
            let mut kept = self.kept.borrow_mut();
            kept.retain(|(kept, _)| *kept != route);
            kept.push_front((route.clone(), view.clone()));
            kept.truncate(KEPT_VIEWS);
        }
        self.finish(Load::Ready(view), Some(route), arrival);
    }

    /// Puts the outcome on the stage together with its address, and lets title, focus, position and voice follow once it stands there.
    fn finish(self: &Rc<Self>, load: Load, route: Option<Route>, arrival: Arrival) {
        drop(self.pending.borrow_mut().take());
        let this = self.clone();
        let name = pages::name(&load, &self.portal.site);
        let (title, description) = match &load {
            Load::Ready(view) => {
                (navigation::title(view, &self.portal.site), navigation::description(view, &self.portal.site))
            }
            _ => ([&name, " - ", &self.portal.site.name].concat(), String::new()),
        };
        let stands_already =
            matches!(arrival, Arrival::Opened) && self.stage.load.with_untracked(|load| matches!(load, Load::Ready(_)));
        spawn_local(async move {
            if !stands_already {
                // While the view before stands, for how far it was scrolled is kept. The browser paints nothing until it is gone.
                if !this.change_address(route.as_ref(), arrival) {
                    return;
                }
                this.stage.here.set(route);
                // It goes first: two articles are the same elements with other text, and a heading that stays where it is would
                // not be read out, a list that stays open would be the wrong one.
                this.stage.load.set(Load::Begun);
                leptos::task::tick().await;
                this.stage.load.set(load);
                leptos::task::tick().await;
            }
            this.ask_as_the_address_does(arrival);
            this.head.set(&title, &description, this.stage.here.get_untracked().as_ref());
            this.arrive(arrival, name);
            this.ahead.watch(this.document.clone());
        });
    }

    /// Gives the page the address of the route that it is about to show, where the reader moved by a link. False where the browser
    /// loads the page instead.
    fn change_address(&self, route: Option<&Route>, arrival: Arrival) -> bool {
        let (Some(route), Arrival::Moved | Arrival::MovedWithin) = (route, arrival) else { return true };
        let href = self.portal.href(route);
        self.head.make_links_absolute(&self.portal.base);
        if self.stage.here.with_untracked(|here| here.as_ref() == Some(route)) {
            // Without the query that may stand there.
            self.entries.set_address(&href);
            return true;
        }
        // A browser may refuse to move by history: then it loads the page.
        self.entries.push(&href).is_ok() || self.window.location().assign(&href).is_err()
    }

    /// The register is asked for what its address says. A page that was opened without a query keeps what the reader may
    /// have typed before the app was there.
    fn ask_as_the_address_does(&self, arrival: Arrival) {
        let query = self.window.location().search().unwrap_or_default();
        let opened_plain = matches!(arrival, Arrival::Opened) && query.is_empty();
        if opened_plain || self.stage.here.with_untracked(|here| *here != Some(Route::Register)) {
            return;
        }
        let asked = asked::from_query(&query);
        if self.stage.asked.with_untracked(|before| *before != asked) {
            self.stage.asked.set(asked);
        }
    }

    fn arrive(&self, arrival: Arrival, name: String) {
        match arrival {
            Arrival::Opened => {
                if let Some(scrolled) = self.entries.position() {
                    self.scroll_to(scrolled);
                }
                return;
            }
            Arrival::Moved => {
                self.release.compare(&self.portal, self.stage.outdated);
                self.scroll_to(0.0);
                self.focus("main h1");
            }
            Arrival::MovedWithin => {
                if let Some(list) = self.element("#list-heading") {
                    list.scroll_into_view();
                }
                self.focus("#list-heading");
            }
            Arrival::Returned(scrolled) => {
                self.focus("main h1");
                self.scroll_to(scrolled);
            }
        }
        self.stage.announcement.set(name);
    }

    fn scroll_to(&self, scrolled: f64) {
        self.window.scroll_to_with_x_and_y(0.0, scrolled);
    }

    fn element(&self, selector: &str) -> Option<HtmlElement> {
        self.document.query_selector(selector).ok().flatten()?.dyn_into().ok()
    }

    fn focus(&self, selector: &str) {
        if let Some(element) = self.element(selector) {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = element.focus_with_options(&options);
        }
    }
}
