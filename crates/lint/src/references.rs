//! The rules that need all sources together: duplicate ids and old addresses, broken links and pins.

use std::collections::{BTreeMap, BTreeSet};

use investchn_model::route::Route;
use investchn_model::{OldAddress, ZoneId};
use rustc_hash::FxHashSet;

use investchn_diagnostics::rules;
use investchn_diagnostics::{Diagnostic, Location};
use investchn_model::published::{edition_of, is_own_file};
use investchn_sources::{ArticleSource, Pin, SourceTree};

/// Checks ids, aliases, links and pins across all sources. Drafts count only if they are wanted.
pub(crate) fn check(content: &SourceTree, drafts: bool) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let articles = || content.articles.iter().filter(|article| drafts || !article.draft);
    let mut ids = FxHashSet::default();
    let mut aliases: BTreeMap<String, (OldAddress, &str, &ArticleSource)> = BTreeMap::new();
    for article in articles() {
        let start = Location::line(&article.file, 1);
        if !ids.insert(&article.item.id) {
            let message = format!("another article has the id `{}` too", article.item.id);
            diagnostics.push(Diagnostic::new(
                start.clone(),
                &rules::DUPLICATE_ID,
                message,
                "give one of the files the next number",
            ));
        }
        for alias in &article.aliases {
            // A source is refused if one of its old addresses cannot be parsed.
            let Some(address) = OldAddress::parse(alias) else { continue };
            if let Some((_, spelling, other)) = aliases.insert(address.key(), (address, alias, article)) {
                let other_spelling = if spelling == alias { String::new() } else { format!(", as `{spelling}`") };
                let message = format!("the old address `{alias}` is also of {}{other_spelling}", other.file.display());
                diagnostics.push(Diagnostic::new(
                    start.clone(),
                    &rules::DUPLICATE_ALIAS,
                    message,
                    "keep it in one of them",
                ));
            }
        }
    }
    let zones: BTreeSet<&ZoneId> = content.zones.iter().map(|zone| &zone.zone.id).collect();
    let exists = |route: &Route| match route {
        Route::Article(id) => ids.contains(id),
        Route::Zone(id, _, None) => zones.contains(id),
        Route::Region(code, None) => content.regions.contains_key(code),
        Route::Home | Route::Register | Route::Offline | Route::Saved | Route::News(_, None) => true,
        // An article must not link to a numbered page of a list, because the articles on it may move to another page.
        Route::Zone(..) | Route::Region(..) | Route::News(..) => false,
    };
    // An alias may be the address of an article, zone or region that no longer exists.
    let is_taken = |file: &str| match Route::parse(&["/", below_edition(content, file)].concat()) {
        Some(route @ (Route::Article(_) | Route::Zone(_, None, None) | Route::Region(_, None))) => exists(&route),
        Some(_) => true,
        None => is_own_file(below_edition(content, file)),
    };
    let files = aliases.values().map(|(address, _, article)| (address.folded_file(), article));
    for (file, article) in files.filter(|(file, _)| is_taken(file)) {
        let message = format!("`{file}` is an address of the portal's own");
        let help = "take it out of `aliases`: nothing could lead from there";
        diagnostics.push(Diagnostic::new(Location::line(&article.file, 1), &rules::ALIAS, message, help));
    }
    let translations = content.all_translations().filter(|article| drafts || !article.draft);
    for article in articles().chain(translations) {
        for link in &article.links {
            if !exists(&link.route) {
                let message = format!("`{}` is not in this portal", link.route.path());
                diagnostics.push(Diagnostic::new(
                    link.at.in_file(&article.file),
                    &rules::BROKEN_LINK,
                    message,
                    "mend the link, or take it out",
                ));
            }
        }
    }
    for article in articles() {
        for pin in [&article.previous, &article.next].into_iter().flatten() {
            if let Pin::Article { id, place } = pin
                && !ids.contains(id)
            {
                let message = format!("the pinned article `{id}` is not in this portal");
                let help = "mend the id, or pin a title: { title = \"…\" }";
                diagnostics.push(Diagnostic::new(place.clone(), &rules::BROKEN_LINK, message, help));
            }
        }
    }
    diagnostics
}

/// Returns a path below the folder of its edition. A portal in one language has no such folder.
fn below_edition<'a>(content: &SourceTree, file: &'a str) -> &'a str {
    let (folder, below) = edition_of(file);
    let has_edition = content.settings.site.editions.iter().any(|edition| edition.folder == folder);
    if has_edition { below } else { file }
}
