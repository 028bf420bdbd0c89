//! The published data: the types that the publisher writes as JSON and the app reads, with their ids and dates.
//!
//! This crate defines the contract between publisher and app, and its schema version. It does no I/O, contains no text that
//! readers see, and depends neither on Leptos nor on the browser.

pub mod article;
pub mod block;
mod chart;
pub mod date;
pub mod envelope;
mod error;
pub mod hectares;
pub mod id;
pub mod json;
pub mod json_kind;
pub mod kind;
mod languages;
pub mod list;
pub mod offline_status;
pub mod old_address;
pub mod paging;
pub mod portal;
pub mod published;
pub mod region;
pub mod register;
pub mod route;
pub mod site;
pub mod zone;
pub mod zone_type;

mod text_form;

pub use article::{Article, ArticleFacts, Correction, Neighbour};
pub use block::{Alignment, Block, Picture, Span};
pub use chart::Chart;
pub use date::{PartialDate, Period};
pub use envelope::{Entry, Envelope, PageData, SCHEMA, SchemaOnly, View};
pub use error::{ParseError, ParseErrorReason};
pub use hectares::Hectares;
pub use id::{ArticleId, ZoneId};
pub use kind::Kind;
pub use list::{Item, ListPage, Originals, Subject, ZoneGroup};
pub use offline_status::{OfflinePage, OfflineStatus, StoredPage};
pub use old_address::OldAddress;
pub use portal::Home;
pub use region::{Region, RegionCode, RegionKind};
pub use register::{ChartTable, ProvinceCount, Register, RegisterRow, RegisterRows, ZoneCounts};
pub use route::{Base, PageNumber, Route};
pub use site::{Contact, Edition, Site};
pub use zone::{Citation, Fact, FormerZone, Level, OtherValue, Status, Zone, ZoneRef};
pub use zone_type::{TypeGroup, ZoneType};
