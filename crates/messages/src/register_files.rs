//! The messages in the files of the register: its charts, and the tables for partners.

use crate::group::group;

group! {
    /// The charts. Their titles are those of the register's page.
    ChartMessages {
        /// The unit of every number in a chart.
        unit_zones,
        unit_hectares,
        /// The heading of each panel.
        national,
        provincial,
        /// In place of the columns or bars if there are none.
        empty,
    }
}

group! {
    /// The register for partners (`docs/register.md`): the heading of each column, and the note on its facts.
    RegisterFileMessages {
        /// How the facts may be used.
        note,
        id,
        code,
        name,
        short_name,
        name_en,
        name_en_derived,
        level,
        types,
        type_names,
        province_code,
        province,
        city_code,
        city,
        approved,
        area_ha,
        industries,
        status,
        status_since,
        former_names,
        doubtful,
        name_sources,
        name_en_sources,
        code_sources,
        approved_sources,
        area_sources,
        industries_sources,
        status_sources,
        page,
        aliases,
    }
}
