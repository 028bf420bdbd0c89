//! The English messages in the files of the register.

use crate::register_files::{ChartMessages, RegisterFileMessages};

pub(super) const CHARTS: ChartMessages = ChartMessages {
    unit_zones: "Number of zones",
    unit_hectares: "Hectares",
    national: "National",
    provincial: "Provincial",
    empty: "No data yet",
};

pub(super) const REGISTER_FILES: RegisterFileMessages = RegisterFileMessages {
    note: "The facts are from public documents and pages, named with each fact. Cite them when you use a fact. Doubtful facts and derived names are marked.",
    id: "Id",
    code: "Catalogue code",
    name: "Name",
    short_name: "Short name",
    name_en: "English name",
    name_en_derived: "English name derived",
    level: "Level",
    types: "Types",
    type_names: "Names of types",
    province_code: "Province code",
    province: "Province",
    city_code: "City code",
    city: "City",
    approved: "Approved",
    area_ha: "Area (ha)",
    industries: "Leading industries",
    status: "Status",
    status_since: "Status since",
    former_names: "Former names",
    doubtful: "Doubtful",
    name_sources: "Sources of name, types and place",
    name_en_sources: "Sources of the English name",
    code_sources: "Sources of the code",
    approved_sources: "Sources of the approval",
    area_sources: "Sources of the area",
    industries_sources: "Sources of the industries",
    status_sources: "Sources of the status",
    page: "Page",
    aliases: "Other names",
};
