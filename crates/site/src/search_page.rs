//! The page of search results. It has no app.

use std::collections::{BTreeMap, BTreeSet};

use investchn::prerender;
use investchn_discovery::{Alternate, alternate_links};
use investchn_model::published::{SEARCH_SCRIPT, SEARCH_SHEET, script_of_edition};
use investchn_model::route::SEARCH_PATH;
use investchn_model::{Kind, Region, RegionCode, Zone, ZoneId};
use investchn_sources::SourceTree;
use investchn_static_pages::SearchPage;
use investchn_text::escape;

use crate::render_context::RenderContext;
use crate::template::{StaticPage, Template};

/// Renders the page. Its filters have the regions, kinds and years of the tree's articles.
pub(crate) fn search_page(
    context: RenderContext<'_>,
    template: &Template<'_>,
    tree: &SourceTree,
    alternates: &[Alternate],
) -> String {
    let messages = context.messages;
    let root = context.root_from(SEARCH_PATH);
    // Every address of the page is other results of the same articles, so search engines should read the articles themselves.
    let head = format!(
        "<meta name=\"description\" content=\"{}\">\n<meta name=\"robots\" content=\"noindex\">\n\
         {}<link rel=\"stylesheet\" href=\"{}\">\n<script type=\"module\" src=\"{}\"></script>\n",
        escape(messages.search.description),
        alternate_links(alternates),
        root.join(SEARCH_SHEET),
        root.join(&script_of_edition(SEARCH_SCRIPT, context.folder())),
    );
    let page = filters(tree);
    let main = |portal: &_| investchn_static_pages::search_page(portal, messages, &page);
    let body = prerender::without_app(context.portal, SEARCH_PATH, main);
    template.plain(context, SEARCH_PATH, StaticPage { title: messages.app.names.search, head: &head, body: &body })
}

/// Collects the values of the filters: an option without articles would find nothing.
fn filters(tree: &SourceTree) -> SearchPage {
    let zones: BTreeMap<&ZoneId, &Zone> = tree.zones.iter().map(|source| (&source.zone.id, &source.zone)).collect();
    let mut provinces: BTreeMap<RegionCode, (&Region, BTreeMap<RegionCode, &Region>)> = BTreeMap::new();
    let (mut kinds, mut years) = (BTreeSet::new(), BTreeSet::new());
    for item in tree.items() {
        kinds.insert(item.kind.slug());
        years.insert(item.published.year());
        let Some(zone) = zones.get(&item.zone.id) else { continue };
        let (_, cities) = provinces.entry(zone.province.code).or_insert((&zone.province, BTreeMap::new()));
        if zone.city.code != zone.province.code {
            cities.insert(zone.city.code, &zone.city);
        }
    }
    let with_cities = |(province, cities): (&Region, BTreeMap<RegionCode, &Region>)| {
        (province.clone(), cities.into_values().cloned().collect())
    };
    SearchPage {
        provinces: provinces.into_values().map(with_cities).collect(),
        kinds: Kind::ALL.into_iter().filter(|kind| kinds.contains(kind.slug())).collect(),
        years: years.into_iter().rev().collect(),
    }
}
