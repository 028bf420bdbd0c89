//! The types of development zones, as the catalogue of 2018 groups them. With the level they say what a zone is: an `Etdz` is a
//! 国家级经济技术开发区 or a 省级经济开发区.

use serde::{Deserialize, Serialize};

use crate::json::from_json;

/// The type of a zone. A zone may have two (苏州工业园区).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ZoneType {
    /// 经济技术开发区, at the level of a province 经济开发区.
    Etdz,
    /// 高新技术产业开发区, at the level of a province 高新技术产业园区 too.
    Htz,
    /// 综合保税区
    BondedZone,
    /// 保税区
    BondedArea,
    /// 出口加工区
    ExportProcessing,
    /// 保税物流园区
    BondedLogistics,
    /// 保税港区
    BondedPort,
    /// 跨境工业区 and other areas under the customs' special supervision.
    CustomsOther,
    /// 边境经济合作区 and 跨境经济合作区
    Border,
    /// 工业园区 and the like, at the level of a province.
    Industrial,
    /// Other national zones: 旅游度假区, 台商投资区 …
    Other,
}

from_json!(words ZoneType {
    "etdz" => Etdz,
    "htz" => Htz,
    "bonded-zone" => BondedZone,
    "bonded-area" => BondedArea,
    "export-processing" => ExportProcessing,
    "bonded-logistics" => BondedLogistics,
    "bonded-port" => BondedPort,
    "customs-other" => CustomsOther,
    "border" => Border,
    "industrial" => Industrial,
    "other" => Other,
});

impl ZoneType {
    /// Every type with its word in sources and in JSON, in the order in which lists show them.
    pub const ALL: [(ZoneType, &'static str); 11] = [
        (ZoneType::Etdz, "etdz"),
        (ZoneType::Htz, "htz"),
        (ZoneType::BondedZone, "bonded-zone"),
        (ZoneType::BondedArea, "bonded-area"),
        (ZoneType::ExportProcessing, "export-processing"),
        (ZoneType::BondedLogistics, "bonded-logistics"),
        (ZoneType::BondedPort, "bonded-port"),
        (ZoneType::CustomsOther, "customs-other"),
        (ZoneType::Border, "border"),
        (ZoneType::Industrial, "industrial"),
        (ZoneType::Other, "other"),
    ];

    /// Returns the group of the type, by which zones are counted and filtered.
    pub fn group(self) -> TypeGroup {
        match self {
            ZoneType::Etdz => TypeGroup::Economic,
            ZoneType::Htz => TypeGroup::HighTech,
            ZoneType::BondedZone
            | ZoneType::BondedArea
            | ZoneType::ExportProcessing
            | ZoneType::BondedLogistics
            | ZoneType::BondedPort
            | ZoneType::CustomsOther => TypeGroup::Customs,
            ZoneType::Border => TypeGroup::Border,
            ZoneType::Industrial => TypeGroup::Industrial,
            ZoneType::Other => TypeGroup::Other,
        }
    }
}

/// A group of types. The catalogue counts these separately, each at its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TypeGroup {
    /// 经济开发区
    Economic,
    /// 高新区
    HighTech,
    /// 海关特殊监管区域
    Customs,
    /// 边境/跨境经济合作区
    Border,
    /// 工业园区 and the like
    Industrial,
    /// 其他类型开发区
    Other,
}

impl TypeGroup {
    /// Every group with its word in addresses, in the order in which lists show them.
    pub const ALL: [(TypeGroup, &'static str); 6] = [
        (TypeGroup::Economic, "etdz"),
        (TypeGroup::HighTech, "htz"),
        (TypeGroup::Customs, "customs"),
        (TypeGroup::Border, "border"),
        (TypeGroup::Industrial, "industrial"),
        (TypeGroup::Other, "other"),
    ];
}
