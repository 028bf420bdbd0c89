//! The portal's app: routes, views, the states of a load, and in the browser the taking over of a page.
//!
//! With the feature `csr` it runs in the browser; with `ssr` its views render natively to text. It reads no content
//! sources: what it shows comes as the shapes of `investchn-model`.

pub mod app;
pub mod filter;
pub mod load;
pub mod markup;
pub mod navigation;
pub mod pages;
pub mod portal;
#[cfg(feature = "ssr")]
pub mod prerender;

mod components;

#[cfg(feature = "csr")]
mod browser;
#[cfg(feature = "csr")]
mod data;
#[cfg(feature = "csr")]
mod head;

#[cfg(test)]
mod samples;

#[cfg(feature = "csr")]
pub use browser::start;
