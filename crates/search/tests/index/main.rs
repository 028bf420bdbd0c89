//! Tests of the index as a whole: written, and searched as a browser would.

mod broken;
mod golden;
mod incremental;
mod measure;
mod recall;
mod support;
