//! The treatment of the files of each class.

use crate::class::Class;

/// The treatment of a class of files by hosts, browsers and the service worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileTreatment {
    /// For how long a browser may keep the file.
    pub caching: Caching,
    /// Which pages may read the file by a script.
    pub readers: Readers,
    /// Which pages may show the file in a frame.
    pub framing: Framing,
    /// How a service worker answers a navigation to a page, or a page's request for any other file.
    pub offline: OfflineRule,
    /// The effort with which its compressed variants are made.
    pub compression: CompressionEffort,
    /// True if pages that are open may still ask for the file after a newer release has replaced it.
    pub outlives_release: bool,
}

/// The time for which browsers may use a file without asking the host again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caching {
    /// A year, because other content has another name.
    Immutable,
    /// An hour, because other sites' pages load the file.
    Hour,
    /// A minute.
    Minute,
}

/// The pages whose scripts may read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Readers {
    /// Pages of any origin (`Access-Control-Allow-Origin: *`).
    AnyOrigin,
    /// Pages of the portal's own origin.
    OwnOrigin,
}

/// The pages that may show a file in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    /// Pages of any origin: no header forbids it.
    Anyone,
    /// Pages of the portal's own origin.
    Portal,
    /// None.
    Nobody,
}

/// How a service worker answers requests for a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfflineRule {
    /// From the cache if the file is there: its name says what is in it.
    CacheFirst,
    /// From the network, and from the cache if that fails.
    NetworkFirst,
    /// The worker leaves the request to the browser.
    Ignored,
}

/// The effort with which a compressed variant of a file is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompressionEffort {
    /// As small as possible: every reader downloads the file.
    Smallest,
    /// Quick: there may be a hundred thousand of them.
    Quick,
}

impl Class {
    /// Returns how files of this class are treated: one row for each class.
    pub const fn treatment(self) -> FileTreatment {
        use Caching::{Hour, Immutable, Minute};
        use CompressionEffort::{Quick, Smallest};
        use Framing::{Anyone, Nobody, Portal};
        use OfflineRule::{CacheFirst, Ignored, NetworkFirst};
        use Readers::{AnyOrigin, OwnOrigin};
        let (caching, readers, framing, offline, compression, outlives_release) = match self {
            Class::Media => (Immutable, OwnOrigin, Anyone, CacheFirst, Smallest, false),
            Class::ShareCard => (Minute, OwnOrigin, Anyone, Ignored, Quick, false),
            Class::ReleaseFile => (Immutable, OwnOrigin, Anyone, CacheFirst, Smallest, true),
            Class::PinnedScript => (Immutable, AnyOrigin, Anyone, CacheFirst, Smallest, true),
            Class::Asset => (Minute, OwnOrigin, Anyone, NetworkFirst, Smallest, false),
            Class::EmbedAsset => (Hour, AnyOrigin, Anyone, Ignored, Smallest, false),
            Class::ArticlePage => (Minute, OwnOrigin, Nobody, NetworkFirst, Quick, false),
            Class::ArticleData => (Minute, AnyOrigin, Anyone, NetworkFirst, Quick, false),
            Class::ListPage => (Minute, OwnOrigin, Nobody, NetworkFirst, Quick, false),
            Class::ListData => (Minute, AnyOrigin, Anyone, NetworkFirst, Quick, false),
            Class::JsonSchema => (Minute, AnyOrigin, Anyone, NetworkFirst, Quick, false),
            Class::SearchManifest => (Minute, AnyOrigin, Anyone, Ignored, Quick, false),
            Class::SearchFile => (Immutable, AnyOrigin, Anyone, Ignored, Quick, true),
            Class::FramePage => (Hour, AnyOrigin, Anyone, Ignored, Quick, false),
            Class::PreviewPage => (Hour, AnyOrigin, Portal, Ignored, Quick, false),
            Class::BuilderPage => (Hour, AnyOrigin, Nobody, Ignored, Quick, false),
            Class::OembedAnswer => (Hour, AnyOrigin, Anyone, Ignored, Quick, false),
            Class::OldAddress => (Minute, OwnOrigin, Anyone, NetworkFirst, Quick, false),
            Class::Feed => (Minute, AnyOrigin, Anyone, Ignored, Quick, false),
            Class::CrawlerFile => (Minute, OwnOrigin, Anyone, Ignored, Quick, false),
            Class::Entry => (Minute, AnyOrigin, Anyone, NetworkFirst, Smallest, false),
            Class::Shell => (Minute, OwnOrigin, Anyone, Ignored, Smallest, false),
            Class::NotFoundPage => (Minute, OwnOrigin, Nobody, NetworkFirst, Smallest, false),
        };
        FileTreatment { caching, readers, framing, offline, compression, outlives_release }
    }
}
