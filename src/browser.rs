//! The app in the browser: how it starts on a page that is there. The parts: `navigator` moves between views, `pending` is a load
//! under way, `address` reads where the reader is, `links` says which clicks are ours, `ahead` fetches what they may lead to, `entries`
//! keeps the history's scroll positions, `asked` what the register is asked for, `release` whether there is a newer app, `shelf` talks
//! with the worker, `stop` what happens after a panic.

mod address;
mod ahead;
mod asked;
mod entries;
mod links;
mod navigator;
mod pending;
mod release;
mod shelf;
mod stop;

use std::rc::Rc;
use std::sync::Arc;

use investchn_model::{PageData, Site, View};
use leptos::mount::mount_to_renderer;
use leptos::prelude::Update;
use wasm_bindgen::prelude::*;
use web_sys::{Document, HtmlAnchorElement, HtmlElement, HtmlInputElement, Window};

use crate::app::{self, Stage};
use crate::data;
use crate::head::Head;
use crate::load::Load;
use crate::portal::Portal;
use investchn_model::route::{Base, Route};

use navigator::Navigator;

/// Hydrates the page. The start script calls it once the module is there; `base` is the address of the script's folder.
///
/// # Errors
/// Where the page is not one of the portal's, or the portal's entry cannot be had: the page then stays as it is.
#[wasm_bindgen]
pub async fn start(base: &str) -> Result<(), JsValue> {
    stop::leave_the_page_usable_after_a_panic();
    let window = web_sys::window().ok_or("no window")?;
    let document = window.document().ok_or("no document")?;
    let base = Base::at(&web_sys::Url::new(base)?.pathname());
    let here = address::route(&window, &base);

    let (site, view) = match page_data(&document) {
        Some(page) => {
            // A host that answers everything with one page sends another page's data.
            let own = here.is_some() && Route::parse(&page.route) == here;
            (page.site, own.then_some(page.view))
        }
        None => (site(&base).await?, None),
    };
    mount(&window, &document, Portal { site, base }, here, view)
}

fn page_data(document: &Document) -> Option<PageData> {
    data::of_page(&document.get_element_by_id("page-data")?.text_content()?)
}

async fn site(base: &Base) -> Result<Site, JsValue> {
    data::entry(base).await.map(|entry| entry.site).map_err(|_| "the portal's entry cannot be had".into())
}

fn mount(
    window: &Window,
    document: &Document,
    portal: Portal,
    here: Option<Route>,
    view: Option<View>,
) -> Result<(), JsValue> {
    let root: HtmlElement = document.get_element_by_id("app").ok_or("no #app in the page")?.dyn_into()?;
    let head = Head::take_over(document.clone(), here.as_ref());
    // A published page that brought its own data has its text too, and is hydrated. In any other case the view replaces what
    // the page showed while the app was on its way.
    let typed = root
        .query_selector(".filter input[type=search]")?
        .map(|field| field.unchecked_into::<HtmlInputElement>().value());
    let as_it_stands = view.is_some() && document.get_element_by_id("boot").is_none();
    let stage = Stage::new(here, view.map(|view| Load::Ready(Arc::new(view))).unwrap_or_default());
    let portal = Arc::new(portal);
    if as_it_stands {
        make_links_absolute(window, &root)?;
    }
    let frame = portal.clone();
    let view = move || app::app(frame.clone(), stage);
    if as_it_stands {
        investchn_markup::hydrate(&root, view).forget();
    } else {
        root.set_text_content(None);
        mount_to_renderer(&root, view).forget();
    }

    let navigator = Rc::new(Navigator::new(window.clone(), document.clone(), head, portal, stage)?);
    navigator.listen()?;
    navigator.open();
    shelf::listen(window, document, stage)?;
    if let Some(text) = typed.filter(|text| !text.is_empty()) {
        // The reader was quicker than the app.
        stage.asked.update(|asked| asked.text = text);
    }
    // For whoever waits for the app: tests, and measurements.
    root.set_attribute("data-running", "")
}

/// A published page links relative to its own depth; the links that stay after a move would lead elsewhere. They become
/// what the app itself writes.
fn make_links_absolute(window: &Window, root: &HtmlElement) -> Result<(), JsValue> {
    let origin = window.location().origin()?;
    let links = root.query_selector_all("a[href]:not([href^='#'])")?;
    for link in (0..links.length()).filter_map(|place| links.item(place)?.dyn_into::<HtmlAnchorElement>().ok()) {
        if link.origin() == origin {
            link.set_href(&[link.pathname(), link.search(), link.hash()].concat());
        }
    }
    Ok(())
}
