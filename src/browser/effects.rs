//! Runs the effects of `navigation` one after another.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;

use investchn_model::route::Route;
use leptos::leptos_dom::helpers::set_timeout_with_handle;
use leptos::prelude::{Set, WithUntracked};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, AbortSignal, Document, FocusOptions, HtmlElement, Window};

use super::head::Head;
use super::history::ScrollHistory;
use super::observer::LinkObserver;
use super::update_check::UpdateCheck;
use super::{data, panic_hook, zone_query};
use crate::app_state::AppState;
use investchn_navigation::site_context::SiteContext;
use investchn_navigation::{Effect, Event, FocusTarget, NavigationState};

/// The state machine with everything that its effects need.
pub(super) struct Runner {
    pub(super) window: Window,
    pub(super) document: Document,
    pub(super) portal: Arc<SiteContext>,
    pub(super) app: AppState,
    pub(super) history: ScrollHistory,
    /// Set once the events are connected.
    pub(super) observer: OnceCell<LinkObserver>,
    head: Head,
    update_check: Rc<UpdateCheck>,
    navigation: RefCell<NavigationState>,
    queue: RefCell<VecDeque<Effect>>,
    is_running: Cell<bool>,
    request: RefCell<Option<AbortController>>,
}

impl Runner {
    /// Returns a runner without effects.
    pub(super) fn new(
        window: Window,
        document: Document,
        portal: Arc<SiteContext>,
        app: AppState,
        head: Head,
        history: ScrollHistory,
        navigation: NavigationState,
    ) -> Self {
        let update_check = UpdateCheck::of_page(&document);
        let navigation = RefCell::new(navigation);
        let (observer, queue, is_running, request) = Default::default();
        Runner {
            window,
            document,
            portal,
            app,
            history,
            observer,
            head,
            update_check,
            navigation,
            queue,
            is_running,
            request,
        }
    }

    /// Hands an event to the state machine. Its effects run after those that are queued already.
    pub(super) fn dispatch(self: &Rc<Self>, event: Event) {
        if panic_hook::has_panicked() {
            return;
        }
        let effects = self.navigation.borrow_mut().step(event, js_sys::Date::now());
        self.queue.borrow_mut().extend(effects);
        if self.is_running.replace(true) {
            return;
        }
        let this = self.clone();
        spawn_local(async move {
            while let Some(effect) = this.next_effect() {
                if this.run(effect) {
                    leptos::task::tick().await;
                }
            }
            this.is_running.set(false);
        });
    }

    fn next_effect(&self) -> Option<Effect> {
        self.queue.borrow_mut().pop_front()
    }

    /// Runs an effect. Returns true if the next one has to wait for the views.
    fn run(self: &Rc<Self>, effect: Effect) -> bool {
        match effect {
            Effect::Show(page) => {
                self.app.page.set(page);
                return true;
            }
            Effect::SetWaiting(waiting) => self.app.waiting.set(waiting),
            Effect::SetHead { title, description, route } => self.head.set(&title, &description, route.as_ref()),
            Effect::FilterRegister(query) => {
                let query = zone_query::from_query(&query);
                if self.app.zone_query.with_untracked(|before| *before != query) {
                    self.app.zone_query.set(query);
                }
            }
            Effect::ScrollTo(position) => self.window.scroll_to_with_x_and_y(0.0, position),
            Effect::ScrollToList => {
                if let Some(list) = self.element(FocusTarget::List) {
                    list.scroll_into_view();
                }
            }
            Effect::Focus(target) => {
                if let Some(element) = self.element(target) {
                    let options = FocusOptions::new();
                    options.set_prevent_scroll(true);
                    let _ = element.focus_with_options(&options);
                }
            }
            Effect::Announce(text) => self.app.announcement.set(text),
            Effect::AddEntry(href) => self.dispatch(Event::EntryAdded(self.history.push(&href).is_ok())),
            Effect::ReplaceAddress(href) => self.history.set_address(&href),
            Effect::LoadDocument(href) => drop(self.window.location().assign(&href)),
            Effect::ReplaceDocument(href) => drop(self.window.location().replace(&href)),
            Effect::MakeLinksAbsolute => self.head.make_links_absolute(&self.portal),
            Effect::Load { load, route } => {
                let (this, signal) = (self.clone(), self.begin_request());
                spawn_local(async move {
                    let result = data::view(&this.portal.base, &route, signal.as_ref()).await;
                    this.dispatch(Event::Loaded { load, result: result.map(Box::new) });
                });
            }
            Effect::LookUpAlias { load, address } => {
                let (this, signal) = (self.clone(), self.begin_request());
                spawn_local(async move {
                    let path = data::alias(&this.portal.root, &address, signal.as_ref()).await;
                    let route = path.ok().flatten().and_then(|path| Route::parse(&path));
                    this.dispatch(Event::AliasLookedUp { load, route });
                });
            }
            Effect::EndLoad => self.end_request(),
            Effect::Prefetch(route) => {
                let this = self.clone();
                spawn_local(async move {
                    let view = data::view(&this.portal.base, &route, None).await.ok().map(Box::new);
                    this.dispatch(Event::Prefetched { route, view });
                });
            }
            Effect::ObserveLinks => {
                if let Some(observer) = self.observer.get() {
                    observer.observe_links(&self.document);
                }
            }
            Effect::CheckForUpdate => self.update_check.run(&self.portal, self.app.outdated),
            Effect::After(time, event) => {
                let this = self.clone();
                let _ = set_timeout_with_handle(move || this.dispatch(*event), time);
            }
        }
        false
    }

    /// Aborts the previous request, and returns the signal of the next one; none only if the browser cannot abort requests.
    fn begin_request(&self) -> Option<AbortSignal> {
        self.end_request();
        let controller = AbortController::new().ok()?;
        let signal = controller.signal();
        *self.request.borrow_mut() = Some(controller);
        Some(signal)
    }

    fn end_request(&self) {
        if let Some(request) = self.request.take() {
            request.abort();
        }
    }

    fn element(&self, target: FocusTarget) -> Option<HtmlElement> {
        let selector = match target {
            FocusTarget::Heading => "main h1",
            FocusTarget::List => "#list-heading",
        };
        self.document.query_selector(selector).ok().flatten()?.dyn_into().ok()
    }
}
