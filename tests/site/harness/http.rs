//! Plain requests without a browser: to the driver's own interface, and to see what the host answers byte for byte.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, header};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;

/// No request of a test takes as long on one machine.
const LIMIT: Duration = Duration::from_secs(30);

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    /// The status code.
    pub(crate) status: u16,
    /// The content type, empty where there is none.
    pub(crate) content_type: String,
    /// Where a redirect leads.
    pub(crate) location: Option<String>,
    /// All headers.
    pub(crate) headers: HeaderMap,
    /// The body as it is.
    pub(crate) body: Vec<u8>,
}

impl Reply {
    /// A header; empty where there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("the body is UTF-8")
    }

    /// The body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("the body is JSON")
    }
}

/// Asks for an address; redirects are not followed.
pub(super) async fn get(address: &str) -> Result<Reply, String> {
    get_with(address, &[]).await
}

/// The same with headers of one's own.
pub(super) async fn get_with(address: &str, headers: &[(&str, &str)]) -> Result<Reply, String> {
    send(Method::GET, address, headers, Body::empty()).await
}

/// Sends JSON to an address.
pub(super) async fn post(address: &str, value: &Value) -> Result<Reply, String> {
    send(Method::POST, address, &[("content-type", "application/json")], Body::from(value.to_string())).await
}

async fn send(method: Method, address: &str, headers: &[(&str, &str)], body: Body) -> Result<Reply, String> {
    let mut request = Request::builder().method(method).uri(address);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = request.body(body).map_err(|error| format!("{address} is no address: {error}"))?;
    let client = Client::builder(TokioExecutor::new()).build_http::<Body>();
    let answer = async {
        let response = client.request(request).await.map_err(|error| format!("{address}: {error}"))?;
        let (head, body) = response.into_parts();
        let named = |name| head.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
        let body = to_bytes(Body::new(body), usize::MAX).await.map_err(|error| format!("{address}: {error}"))?;
        Ok(Reply {
            status: head.status.as_u16(),
            content_type: named(header::CONTENT_TYPE).unwrap_or_default(),
            location: named(header::LOCATION),
            headers: head.headers.clone(),
            body: body.to_vec(),
        })
    };
    tokio::time::timeout(LIMIT, answer).await.unwrap_or_else(|_| Err(format!("{address} does not answer")))
}
