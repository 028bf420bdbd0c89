//! The app in the browser: starts on the open page, and connects `navigation` to the browser's interfaces.
//!
//! `events` turns browser events into events of the state machine, and `effects` runs its effects, with the help of `data`
//! (requests), `history`, `head` and `observer`. `offline_status` exchanges messages with the worker.

mod address;
mod data;
mod effects;
mod events;
mod head;
mod history;
mod links;
mod observer;
mod offline_status;
mod panic_hook;
mod register_rows;
mod update_check;
mod zone_query;

use std::rc::Rc;
use std::sync::Arc;

use investchn_messages::{AppMessages, TEXT};
use investchn_model::View;
use investchn_model::route::{Base, Route};
use js_sys::{Function, Promise};
use leptos::mount::mount_to_renderer;
use leptos::prelude::{GetUntracked, Update};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, HtmlAnchorElement, HtmlElement, HtmlInputElement, Window};

use crate::app_state::AppState;
use crate::views::app::app;
use investchn_navigation::page_state::{PageState, PublishedPage};
use investchn_navigation::site_context::SiteContext;
use investchn_navigation::zone_query::Parameter;
use investchn_navigation::{Address, Event, NavigationState};

use effects::Runner;
use head::Head;
use history::ScrollHistory;

/// Starts the app on the open page. The start script calls it once the module has loaded. `root` is the address of the script's folder,
/// `folder` that of the page's edition below it, and `words` the content of the edition's words ([`AppMessages::read`]). `pause` returns a
/// promise by which the browser gets time for the reader: on a slow phone the start would be one long task without it.
///
/// # Errors
/// If the page is not one of the portal's, the words are not this app's, or the portal's entry cannot be loaded: the page then stays as
/// it is.
#[wasm_bindgen]
pub async fn start(root: &str, folder: &str, words: String, pause: Function) -> Result<(), JsValue> {
    panic_hook::install();
    let window = web_sys::window().ok_or("no window")?;
    let document = window.document().ok_or("no document")?;
    investchn_markup::set_texts(AppMessages::read(words).ok_or("words of another version")?.to_vec());
    let root = Base::at(&web_sys::Url::new(root)?.pathname());
    let base = Base::at(&root.join(folder));
    let address = address::current(&window, &base);
    let route = address.route();

    let (site, state) = match document.get_element_by_id("page-data").and_then(|it| data::of_page(&it.text_content()?))
    {
        Some(page) => {
            // A host that answers every address with one page sends another page's data.
            let own = route.is_some() && Route::parse(&page.route) == route;
            (page.site, own.then(|| page_state(page.view, &document)))
        }
        None => (data::entry(&base).await.map_err(|_| "the portal's entry cannot be loaded")?.site, None),
    };
    let portal = Arc::new(SiteContext { site: Arc::new(site), base, root, words: &TEXT });
    let root: HtmlElement = document.get_element_by_id("app").ok_or("no #app in the page")?.dyn_into()?;
    // A page that is published at its address has its text, unless the settings say otherwise.
    let hydrate = state.is_some() && document.get_element_by_id("boot").is_none();
    let state = AppState::new(route, state.unwrap_or_default());
    mount(&root, portal.clone(), state, hydrate)?;
    JsFuture::from(pause.call0(&JsValue::UNDEFINED)?.unchecked_into::<Promise>()).await?;
    run(&document, &root, portal, address, state)
}

/// Returns the state of a page that is published at its address. Without the data of its view it has its text.
fn page_state(view: Option<View>, document: &Document) -> PageState {
    match view {
        Some(view) => PageState::Ready(Arc::new(view)),
        None => PageState::Published(Arc::new(PublishedPage {
            title: document.title(),
            description: head::description(document).map(|it| it.content()).unwrap_or_default(),
        })),
    }
}

/// Hydrates the content of an element, or replaces it.
fn mount(root: &HtmlElement, portal: Arc<SiteContext>, state: AppState, hydrate: bool) -> Result<(), JsValue> {
    let typed = root
        .query_selector(".filter input[type=search]")?
        .map(|field| field.unchecked_into::<HtmlInputElement>().value());
    let view = move || app(portal.clone(), state);
    if hydrate {
        investchn_markup::hydrate(root, view, "main", move |text| state.page.update(|page| page.rebuilt(text)))
            .forget();
    } else {
        root.set_text_content(None);
        mount_to_renderer(root, view).forget();
    }

    if let Some(text) = typed.filter(|text| !text.is_empty()) {
        // The reader typed before the app ran. It comes before the effect that follows the query, for which the first value is no change.
        state.zone_query.update(|query| query.set(Parameter::Text, text));
    }
    Ok(())
}

/// Follows what the reader does from now on.
fn run(
    document: &Document,
    root: &HtmlElement,
    portal: Arc<SiteContext>,
    address: Address,
    state: AppState,
) -> Result<(), JsValue> {
    let window = document.default_view().ok_or("no window")?;
    // A host sends one not-found page for the addresses of every edition.
    if let Some(html) = document.document_element() {
        html.set_attribute("lang", portal.words.lang())?;
    }
    make_links_absolute(&window, root)?;
    let head = Head::take_over(document.clone(), address.route().as_ref());
    let history = ScrollHistory::take_over(window.clone())?;
    let opened = Event::Opened { address, scrolled: history.position() };
    let navigation = NavigationState::new(portal.clone(), state.page.get_untracked());
    register_rows::load_when_wanted(portal.clone(), state);
    register_rows::follow_query(state);
    let runner = Rc::new(Runner::new(window.clone(), document.clone(), portal, state, head, history, navigation));
    events::listen(&runner)?;
    runner.dispatch(opened);
    offline_status::listen(&window, document, state)?;
    // Tests and measurements wait for this.
    root.set_attribute("data-running", "")
}

/// Makes the links of a published page absolute. They are relative to the page's depth, so those that stay after a move would
/// point to wrong addresses.
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
