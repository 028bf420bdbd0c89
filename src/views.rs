//! Views: functions from data to markup. They run in the browser and, natively, in the publisher.

pub mod app;
pub mod components;
pub mod pages;
