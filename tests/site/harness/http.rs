//! Plain HTTP requests without a browser: to the driver's interface, and to see the exact bytes of a host's answer.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, header};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use serde_json::Value;

/// Time limit of a request; on one machine none takes as long.
const LIMIT: Duration = Duration::from_secs(30);

/// An HTTP answer.
#[derive(Debug)]
pub(crate) struct Reply {
    /// The status code.
    pub(crate) status: u16,
    /// The content type; empty if there is none.
    pub(crate) content_type: String,
    /// Target of a redirect.
    pub(crate) location: Option<String>,
    /// All headers.
    pub(crate) headers: HeaderMap,
    /// The body, not decoded.
    pub(crate) body: Vec<u8>,
}

impl Reply {
    /// Returns a header; empty if there is none.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// Returns the body as text.
    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("the body is UTF-8")
    }

    /// Parses the body as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("the body is JSON")
    }
}

/// Requests an address; does not follow redirects.
pub(super) async fn get(address: &str) -> Result<Reply, String> {
    get_with(address, &[]).await
}

/// Like `get`, with request headers.
pub(super) async fn get_with(address: &str, headers: &[(&str, &str)]) -> Result<Reply, String> {
    send(Method::GET, address, headers, Body::empty()).await
}

/// Posts JSON to an address.
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
