//! What a link leads to, fetched while the reader is about to follow it: pointed at, touched or reached by the keyboard. Few
//! views are held, for a short time, one request is under way at a time, and with Save-Data there is none.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use std::sync::Arc;

use investchn_content::View;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::Window;

use crate::data;
use crate::portal::Portal;
use crate::route::Route;

/// Views that are held at most.
const HELD: usize = 4;

/// How long a view is fresh enough to be shown without asking again, in milliseconds.
const FRESH: f64 = 30_000.0;

/// The views that were fetched ahead.
#[derive(Default)]
pub(super) struct Ahead {
    held: RefCell<VecDeque<(Route, f64, Arc<View>)>>,
    busy: Cell<bool>,
}

impl Ahead {
    /// Fetches what a route shows, if nothing speaks against it.
    pub(super) fn fetch(self: &Rc<Self>, window: &Window, portal: &Arc<Portal>, route: Route) {
        let known = self.held.borrow().iter().any(|(held, since, _)| *held == route && is_fresh(*since));
        if self.busy.get() || known || saves_data(window) {
            return;
        }
        self.busy.set(true);
        let (this, portal) = (self.clone(), portal.clone());
        spawn_local(async move {
            // What does not come now is loaded, and spoken of, when the reader does follow the link.
            if let Ok(view) = data::view(&portal.base, &route, None).await {
                let mut held = this.held.borrow_mut();
                held.push_front((route, js_sys::Date::now(), Arc::new(view)));
                held.truncate(HELD);
            }
            this.busy.set(false);
        });
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
