//! What the operator says of the whole portal: name, slogan, contact, copyright. It owns the shape; `content/site.toml`
//! has the values.

use serde::{Deserialize, Serialize};

use crate::json::from_json;

/// The portal's own facts, which every page shows. Nothing in it changes when an article is added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    /// 投促中国
    pub name: String,
    /// InvestCHN
    pub name_en: String,
    /// The line above the breadcrumb.
    pub slogan: String,
    /// The copyright line, shown as it is.
    pub copyright: String,
    /// The year in which the portal began.
    pub since: u16,
    /// ICP filing number; empty where there is none.
    #[serde(default)]
    pub icp: String,
    /// Public-security filing number; empty where there is none.
    #[serde(default)]
    pub police: String,
    /// How to reach the operator.
    pub contact: Contact,
}

from_json!(fields Site { name, name_en, slogan, copyright, since, contact; icp, police });

/// 与我们联系, each as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// 联系电话
    pub phone: String,
    /// 传真
    pub fax: String,
    /// 邮箱
    pub email: String,
}

from_json!(fields Contact { phone, fax, email });
