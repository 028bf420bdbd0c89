//! The kinds of published JSON files that have shapes of the portal's own. Each kind has a JSON Schema, which is published too.

use crate::published::{APP_LIST, edition_of};
use crate::route::{ALIASES_PATH, CHANGES_PATH, ENTRY_PATH, OEMBED_FOLDER, REGISTER_JSON_PATH, REGISTER_ROWS_PATH};

/// The folder of the schemas, below the base.
pub const SCHEMA_FOLDER: &str = "data/schema/";

/// A kind of published JSON file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonKind {
    /// The list of the app's files.
    App,
    /// The entry, which names the release.
    Site,
    /// The data of a page.
    View,
    /// Every row of the register, for the app's filter.
    ZoneRows,
    /// The register for partners.
    Register,
    /// The corrections.
    Changes,
    /// The old addresses.
    Aliases,
    /// A JSON Feed with the portal's extension.
    Feed,
    /// An answer of oEmbed.
    Oembed,
}

impl JsonKind {
    /// Every kind.
    pub const ALL: [JsonKind; 9] = [
        JsonKind::App,
        JsonKind::Site,
        JsonKind::View,
        JsonKind::ZoneRows,
        JsonKind::Register,
        JsonKind::Changes,
        JsonKind::Aliases,
        JsonKind::Feed,
        JsonKind::Oembed,
    ];

    /// Returns the kind of a file by its path below the portal's folder; none for a file that is not JSON or whose shape another standard
    /// defines: a schema, the web app's manifest, the manifest of the custom element.
    pub fn of(path: &str) -> Option<Self> {
        if !path.ends_with(".json") || path.starts_with(SCHEMA_FOLDER) {
            return None;
        }
        let (_, path) = edition_of(path);
        match path {
            APP_LIST => Some(JsonKind::App),
            ENTRY_PATH => Some(JsonKind::Site),
            REGISTER_ROWS_PATH => Some(JsonKind::ZoneRows),
            REGISTER_JSON_PATH => Some(JsonKind::Register),
            CHANGES_PATH => Some(JsonKind::Changes),
            ALIASES_PATH => Some(JsonKind::Aliases),
            _ if path.ends_with("feed.json") => Some(JsonKind::Feed),
            _ if path.starts_with(OEMBED_FOLDER) => Some(JsonKind::Oembed),
            _ if path.starts_with("data/") => Some(JsonKind::View),
            _ => None,
        }
    }

    /// Returns the path of the kind's schema below the base. A schema named `feed.json` would be taken for a feed.
    pub fn schema_path(self) -> String {
        let name = match self {
            JsonKind::App => "app",
            JsonKind::Site => "site",
            JsonKind::View => "view",
            JsonKind::ZoneRows => "zone-rows",
            JsonKind::Register => "register",
            JsonKind::Changes => "changes",
            JsonKind::Aliases => "aliases",
            JsonKind::Feed => "feed",
            JsonKind::Oembed => "oembed",
        };
        [SCHEMA_FOLDER, name, ".schema.json"].concat()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_schema_has_a_path_of_its_own_and_is_of_no_kind() {
        for kind in JsonKind::ALL {
            let path = kind.schema_path();
            assert_eq!(JsonKind::of(&path), None);
            assert_eq!(JsonKind::ALL.iter().filter(|other| other.schema_path() == path).count(), 1, "{path}");
        }
    }
}
