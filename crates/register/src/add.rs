//! A zone is added to the register.

use investchn_localized::localized;

use crate::error::RegisterError;
use crate::names::{GivenNames, Named, names, official};
use crate::rename::free_id;
use crate::tables::{REGIONS, RegisterTables};
use crate::values;

/// A new zone. All its facts are from one source.
#[derive(Clone, Debug)]
pub struct AddZone {
    /// Its official name.
    pub name: String,
    /// `national` or `provincial`.
    pub level: String,
    /// Its types: `etdz`, `etdz;htz`.
    pub types: String,
    /// The code of its province: 320000.
    pub province: String,
    /// The code of its city; none if the name says it.
    pub city: Option<String>,
    /// Its id; none if it is to be derived.
    pub id: Option<String>,
    /// Its code in the catalogue of 2018.
    pub code: Option<String>,
    /// Its approval.
    pub approved: Option<String>,
    /// Its area.
    pub area: Option<String>,
    /// Its leading industries, with semicolons between them.
    pub industries: Option<String>,
    /// Names that are not to be derived.
    pub given: GivenNames,
    /// The source of all facts.
    pub source: String,
}

impl AddZone {
    pub(crate) fn apply(&self, tables: &mut RegisterTables) -> Result<(), RegisterError> {
        let name = official(tables, &self.name, None)?;
        let level = values::level(&self.level)?;
        let types = values::types(&self.types)?;
        let code = self
            .code
            .as_deref()
            .map(|code| values::text(localized!(zh "代码", en "code"), code))
            .transpose()?
            .unwrap_or_default();
        let approved = self.approved.as_deref().map(values::period).transpose()?.unwrap_or_default();
        let area = self.area.as_deref().map(values::area).transpose()?.unwrap_or_default();
        let industries = values::list(self.industries.as_deref().unwrap_or_default()).join(";");
        let province = self.province.trim();
        let city = self.city.as_deref().map(|city| city_of(tables, city, province)).transpose()?;
        let named = Named { name: &name, province, types: &types, level: &level, code: &code };
        let names = names(tables, &named, &self.given, None)?;
        let id = self.id.as_deref().map_or_else(|| Ok(names.id.clone()), |id| free_id(tables, id))?;
        let source_of = |value: &str| if value.is_empty() { "" } else { self.source.as_str() };
        tables.insert_zone(&[
            ("id", &id),
            ("code", &code),
            ("name", &name),
            ("short", &names.short),
            ("types", &types),
            ("level", &level),
            ("province", province),
            ("city", city.as_deref().unwrap_or(&names.city)),
            ("approved", &approved),
            ("area_ha", &area),
            ("industries", &industries),
            ("status", "listed"),
            ("name_en", &names.name_en),
            ("pinyin", &names.pinyin),
            ("name_source", &self.source),
            ("code_source", source_of(&code)),
            ("approved_source", source_of(&approved)),
            ("area_source", source_of(&area)),
            ("industries_source", source_of(&industries)),
            ("status_source", &self.source),
            ("name_en_source", self.given.name_en_source.as_deref().unwrap_or_default()),
        ])
    }
}

/// Checks the code of a city: it is one of the province in the table of regions.
fn city_of(tables: &RegisterTables, city: &str, province: &str) -> Result<String, RegisterError> {
    let city = city.trim();
    let is_known = tables.regions.iter().any(|region| region.code == city);
    if is_known && city.get(..2) == province.get(..2) {
        return Ok(city.to_owned());
    }
    let form = localized!(
        zh "写 {REGIONS} 里 {province} 的一个城市代码",
        en "the code of a city of {province} that is in {REGIONS}"
    );
    Err(RegisterError::Form { column: localized!(zh "城市", en "city"), value: city.to_owned(), form })
}
