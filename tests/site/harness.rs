//! Shared by all flows: a static host with faults, a browser, and the flow that starts and ends both. It knows nothing of the
//! portal's pages.

#![allow(
    dead_code,
    unused_imports,
    reason = "the harness is a vocabulary: not every word need be in use at every time"
)]

mod browser;
mod copy;
mod driver;
mod engine;
mod flow;
mod host;
mod http;
mod partner;
mod place;
mod screen;
mod server;
mod slots;
mod store;

pub(crate) use browser::{Browser, Key};
pub(crate) use copy::copy;
pub(crate) use engine::Engine;
pub(crate) use flow::{Flow, Site, WORKER, flow, folder};
pub(crate) use host::{Host, HostKind};
pub(crate) use http::Reply;
pub(crate) use partner::Partner;
pub(crate) use place::Place;
pub(crate) use server::{Fault, Server};
pub(crate) use store::{Store, Through, Upload};
