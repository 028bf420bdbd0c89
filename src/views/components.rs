//! The components of views, one file for each. A component prints its arguments: it loads nothing, and takes its words from
//! `investchn-messages`.

mod body;
mod breadcrumbs;
mod charts;
mod footer;
mod header;
mod item_list;
mod pager;
mod picture;
mod province_map;
mod register;
mod saved_pages;

pub(crate) use body::body;
pub(crate) use breadcrumbs::breadcrumbs;
pub(crate) use charts::charts;
pub(crate) use footer::footer;
pub(crate) use header::header;
pub(crate) use item_list::{item_list, originals, photo_cards};
pub(crate) use pager::pager;
pub(crate) use picture::picture;
pub(crate) use province_map::province_map;
pub(crate) use register::{register_tool, zone_search};
pub(crate) use saved_pages::{keep_button, kept_list, read_list};
