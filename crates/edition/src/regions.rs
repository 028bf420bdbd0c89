//! Regions by their names in another language.

use investchn_model::Region;
use investchn_naming::RegionName;
use investchn_sources::{Regions, SourceTree};

/// Returns the regions with their names in a language, which have no longer form. A region without one has its pinyin.
pub(crate) fn named(tree: &SourceTree, tag: &str) -> Regions {
    let names = tree.region_names.get(tag);
    let named = |region: &Region| {
        let name = names.and_then(|names| names.get(&region.code)).unwrap_or(&region.pinyin);
        Region { name: name.clone(), short_name: name.clone(), ..region.clone() }
    };
    tree.regions.iter().map(|(code, region)| (*code, named(region))).collect()
}

/// Returns the names by which English names of zones are derived. `named` are the regions in English.
pub(crate) fn for_naming(tree: &SourceTree, named: &Regions) -> Vec<RegionName> {
    let name_en = |region: &Region| named.get(&region.code).map_or_else(String::new, |it| it.name.clone());
    let of_region = |region: &Region| RegionName {
        code: region.code.to_string(),
        name: region.name.clone(),
        short: region.short_name.clone(),
        name_en: name_en(region),
        pinyin: region.pinyin.clone(),
        // Only ids have it.
        alpha2: String::new(),
    };
    tree.regions.values().map(of_region).collect()
}
