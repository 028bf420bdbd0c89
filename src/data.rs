//! Fetching: the only module that asks the host for anything. It owns the requests and what their answers mean.

use std::collections::BTreeMap;

use gloo_net::http::Request;
use investchn_content::{Entry, Envelope, SCHEMA, SchemaOnly, View};
use serde::de::DeserializeOwned;
use web_sys::AbortSignal;

use crate::load::LoadError;
use crate::route::{ALIASES_PATH, Base, ENTRY_PATH, Route};

/// What a route shows. Ends early, with an error nobody waits for, when `signal` is aborted.
pub(crate) async fn view(base: &Base, route: &Route, signal: Option<&AbortSignal>) -> Result<View, LoadError> {
    let text = text(&base.join(&route.data_path()), signal).await?;
    let envelope: Envelope = decode(&text, |envelope: &Envelope| envelope.schema)?;
    Ok(envelope.view)
}

/// The portal's entry, for a page that does not carry the portal's facts itself.
pub(crate) async fn entry(base: &Base) -> Result<Entry, LoadError> {
    let text = text(&base.join(ENTRY_PATH), None).await?;
    decode(&text, |entry: &Entry| entry.schema)
}

/// Where old addresses with a query lead now: portal path with query to portal path.
pub(crate) async fn aliases(base: &Base) -> Result<BTreeMap<String, String>, LoadError> {
    let text = text(&base.join(ALIASES_PATH), None).await?;
    serde_json::from_str(&text).map_err(|error| LoadError::WrongShape(error.to_string()))
}

async fn text(address: &str, signal: Option<&AbortSignal>) -> Result<String, LoadError> {
    let answer = Request::get(address).abort_signal(signal).send().await.map_err(unreachable)?;
    // A host that answers everything with one page sends HTML for a file that is not there.
    let is_page = answer.headers().get("content-type").is_some_and(|kind| kind.starts_with("text/html"));
    match answer.status() {
        404 | 410 => Err(LoadError::NotFound),
        200..=299 if is_page => Err(LoadError::NotFound),
        200..=299 => answer.text().await.map_err(unreachable),
        status => Err(LoadError::Status(status)),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "the form that `map_err` takes")]
fn unreachable(error: gloo_net::Error) -> LoadError {
    let online = web_sys::window().is_none_or(|window| window.navigator().on_line());
    if online { LoadError::Unreachable(error.to_string()) } else { LoadError::Offline }
}

/// Decodes a file, and tells a newer schema from a broken shape.
fn decode<T: DeserializeOwned>(text: &str, schema: fn(&T) -> u32) -> Result<T, LoadError> {
    let newer = |found: u32| (found > SCHEMA).then_some(LoadError::NewerSchema(found));
    match serde_json::from_str::<T>(text) {
        Ok(file) => newer(schema(&file)).map_or(Ok(file), Err),
        Err(error) => {
            let found = serde_json::from_str::<SchemaOnly>(text).ok().and_then(|only| newer(only.schema));
            Err(found.unwrap_or_else(|| LoadError::WrongShape(error.to_string())))
        }
    }
}
