//! Zones by their English names, which editions in all languages but Chinese have.

use investchn_model::{FormerZone, Region, Zone};
use investchn_naming::{ZoneNames, english_short_names, name_en};
use investchn_sources::{Regions, SourceTree, ZoneSource};

use crate::regions::for_naming;

/// Returns the zones with their English names. `named` are the regions in the edition's language. The Chinese short name is
/// an alias, so that a zone is found by it too. Citations are the same: a document has its name in its own language.
pub(crate) fn named(tree: &SourceTree, tag: &str, named: &Regions) -> Vec<ZoneSource> {
    let regions = for_naming(tree, named);
    let names: Vec<ZoneNames<'_>> = tree.zones.iter().map(|source| names(&source.zone, named)).collect();
    let short_names = english_short_names(&names);
    let terms = tree.terms.get(tag);
    let in_language = |(source, short_name): (&ZoneSource, String)| {
        let mut source = source.clone();
        let zone = &mut source.zone;
        let chinese = std::mem::replace(&mut zone.name.value, zone.name_en.clone());
        let chinese_short = std::mem::replace(&mut zone.short_name, short_name);
        let former = std::mem::take(&mut zone.aliases);
        zone.aliases = [chinese_short].into_iter().chain(former).filter(|name| *name != chinese).collect();
        zone.aliases.dedup();
        zone.original_name = Some(chinese);
        for region in [&mut zone.province, &mut zone.city] {
            *region = name_of(region, named).clone();
        }
        for FormerZone { name, .. } in &mut zone.history {
            if let Ok(english) = name_en(name, &regions) {
                *name = english;
            }
        }
        let industries = zone.industries.iter_mut();
        let values =
            industries.flat_map(|fact| fact.others.iter_mut().map(|other| &mut other.value).chain([&mut fact.value]));
        for industry in values.flatten() {
            if let Some(term) = terms.and_then(|terms| terms.get(industry)) {
                industry.clone_from(term);
            }
        }
        source
    };
    tree.zones.iter().zip(short_names).map(in_language).collect()
}

fn names<'a>(zone: &'a Zone, named: &'a Regions) -> ZoneNames<'a> {
    ZoneNames {
        id: zone.id.as_str(),
        name_en: &zone.name_en,
        short: &zone.short_name,
        province: &zone.province.short_name,
        province_en: &name_of(&zone.province, named).name,
        city_en: &name_of(&zone.city, named).name,
    }
}

fn name_of<'a>(region: &'a Region, named: &'a Regions) -> &'a Region {
    named.get(&region.code).unwrap_or(region)
}
