//! The facts of the portal, as the operator states them in `content/site.toml`: name, slogan, contact, copyright.

use serde::{Deserialize, Serialize};

use crate::json::from_json;

/// The facts that every page shows. They do not change when an article is added.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Site {
    /// 投促中国
    pub name: String,
    /// InvestCHN
    pub name_en: String,
    /// The line above the breadcrumb.
    pub slogan: String,
    /// The copyright line, shown verbatim.
    pub copyright: String,
    /// The year in which the portal began.
    pub since: u16,
    /// ICP filing number; empty if there is none.
    #[serde(default)]
    pub icp: String,
    /// Public-security filing number; empty if there is none.
    #[serde(default)]
    pub police: String,
    /// The contact of the operator.
    pub contact: Contact,
    /// Every edition of the portal, this one too; empty if the portal has one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub editions: Vec<Edition>,
}

from_json!(fields Site { name, name_en, slogan, copyright, since, contact; icp, police, editions });

/// The portal in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Edition {
    /// The language, as a BCP 47 tag.
    pub tag: String,
    /// The name of the language in itself: the text of a link to the edition.
    pub name: String,
    /// The folder below the portal's, with a slash at its end; empty for the first edition.
    pub folder: String,
    /// The text of a link to the zone, where the edition does not have an article; in the edition's language.
    pub zone_page: String,
}

from_json!(fields Edition { tag, name, folder, zone_page });

/// The contact block (与我们联系). Each value is shown verbatim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contact {
    /// Phone number (联系电话).
    pub phone: String,
    /// Fax number (传真).
    pub fax: String,
    /// E-mail address (邮箱).
    pub email: String,
}

from_json!(fields Contact { phone, fax, email });
