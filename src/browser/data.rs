//! Requests to the host, and the interpretation of its answers. No other module fetches.

mod parsed;

use gloo_net::http::Request;
use investchn_model::json::{FromJson, Json};
use investchn_model::old_address;
use investchn_model::published::ONLY_AS_PAGE;
use investchn_model::{Entry, Envelope, PageData, RegisterRows, SCHEMA, SchemaOnly, View};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortSignal;

use investchn_model::route::{ALIASES_PATH, Base, ENTRY_PATH, REGISTER_ROWS_PATH, Route};
use investchn_navigation::page_state::LoadError;

pub(super) use parsed::Parsed;

/// Loads the view of a route. Aborting `signal` ends the request early with an error.
pub(super) async fn view(base: &Base, route: &Route, signal: Option<&AbortSignal>) -> Result<View, LoadError> {
    let json = get(&base.join(&route.data_path()), signal).await?;
    decode::<Envelope>(&json).map(|envelope| envelope.view)
}

/// Loads the portal's entry, for a page that does not carry the portal's facts.
pub(super) async fn entry(base: &Base) -> Result<Entry, LoadError> {
    decode(&get(&base.join(ENTRY_PATH), None).await?)
}

/// Loads every row of the register.
pub(super) async fn register_rows(base: &Base) -> Result<RegisterRows, LoadError> {
    decode(&get(&base.join(REGISTER_ROWS_PATH), None).await?)
}

/// Looks up the portal path to which an old address redirects. It ignores what campaigns, shares and chats append to an address. Returns none if the address is not known.
pub(super) async fn alias(
    base: &Base,
    mut old: &str,
    signal: Option<&AbortSignal>,
) -> Result<Option<String>, LoadError> {
    let aliases = get(&base.join(ALIASES_PATH), signal).await?;
    loop {
        let path = aliases.field(old).text();
        match old_address::without_last_part(old) {
            Some(shorter) if path.is_none() => old = shorter,
            _ => return Ok(path),
        }
    }
}

/// Reads the data block of a page; none if this app cannot read it.
pub(super) fn of_page(block: &str) -> Option<PageData> {
    decode(&Parsed::text(block)?).ok()
}

async fn get(address: &str, signal: Option<&AbortSignal>) -> Result<Parsed, LoadError> {
    let answer = Request::get(address).abort_signal(signal).send().await.map_err(|_| unreachable())?;
    // A host that answers every address with one page sends HTML for a missing file.
    let is_page = answer.headers().get("content-type").is_some_and(|kind| kind.starts_with("text/html"));
    match answer.status() {
        404 | 410 => Err(LoadError::NotFound),
        ONLY_AS_PAGE => Err(LoadError::Status(ONLY_AS_PAGE)),
        200..=299 if is_page => Err(LoadError::NotFound),
        200..=299 => {
            let json = web_sys::Response::from(answer).json().map_err(|_| unreachable())?;
            let parsed = JsFuture::from(json).await.map_err(|error| {
                let is_broken = error.is_instance_of::<js_sys::SyntaxError>();
                if is_broken { LoadError::WrongShape } else { unreachable() }
            });
            parsed.map(Parsed)
        }
        status => Err(LoadError::Status(status)),
    }
}

fn unreachable() -> LoadError {
    let online = web_sys::window().is_none_or(|window| window.navigator().on_line());
    if online { LoadError::Unreachable } else { LoadError::Offline }
}

/// Decodes a file. A newer schema and a wrong shape are different errors.
fn decode<T: FromJson>(json: &Parsed) -> Result<T, LoadError> {
    match SchemaOnly::from_json(json) {
        Some(SchemaOnly { schema }) if schema > SCHEMA => Err(LoadError::NewerSchema(schema)),
        _ => T::from_json(json).ok_or(LoadError::WrongShape),
    }
}
