//! The rules that need all sources together: duplicate ids and old addresses, broken links and pins.

use std::collections::{BTreeMap, BTreeSet};

use investchn_model::route::Route;
use investchn_model::{OldAddress, ZoneId};
use rustc_hash::FxHashSet;

use investchn_diagnostics::rules;
use investchn_diagnostics::{Diagnostic, Location};
use investchn_localized::localized;
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
            let id = &article.item.id;
            let message = localized!(zh "另一篇稿件的编号也是 `{id}`", en "another article has the id `{id}` too");
            diagnostics.push(Diagnostic::new(
                start.clone(),
                &rules::DUPLICATE_ID,
                message,
                localized!(zh "给其中一个文件换下一个序号", en "give one of the files the next number"),
            ));
        }
        for alias in &article.aliases {
            // A source is refused if one of its old addresses cannot be parsed.
            let Some(address) = OldAddress::parse(alias) else { continue };
            if let Some((_, spelling, other)) = aliases.insert(address.key(), (address, alias, article)) {
                let other = other.file.display();
                let message = if spelling == alias {
                    localized!(
                        zh "旧地址 `{alias}` 也写在 {other} 里",
                        en "the old address `{alias}` is also of {other}"
                    )
                } else {
                    localized!(
                        zh "旧地址 `{alias}` 也写在 {other} 里，写作 `{spelling}`",
                        en "the old address `{alias}` is also of {other}, as `{spelling}`"
                    )
                };
                diagnostics.push(Diagnostic::new(
                    start.clone(),
                    &rules::DUPLICATE_ALIAS,
                    message,
                    localized!(zh "只留一处", en "keep it in one of them"),
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
        let message = localized!(zh "`{file}` 是门户自己的地址", en "`{file}` is an address of the portal's own");
        let help = localized!(
            zh "从 `aliases` 里删掉：那里已有页面，不能转到别处",
            en "take it out of `aliases`: nothing could lead from there"
        );
        diagnostics.push(Diagnostic::new(Location::line(&article.file, 1), &rules::ALIAS, message, help));
    }
    let translations = content.all_translations().filter(|article| drafts || !article.draft);
    for article in articles().chain(translations) {
        for link in &article.links {
            if !exists(&link.route) {
                let path = link.route.path();
                let message = localized!(zh "门户里没有 `{path}`", en "`{path}` is not in this portal");
                diagnostics.push(Diagnostic::new(
                    link.at.in_file(&article.file),
                    &rules::BROKEN_LINK,
                    message,
                    localized!(zh "改正链接，或删掉", en "mend the link, or take it out"),
                ));
            }
        }
    }
    for article in articles() {
        for pin in [&article.previous, &article.next].into_iter().flatten() {
            if let Pin::Article { id, place } = pin
                && !ids.contains(id)
            {
                let message = localized!(
                    zh "上一条或下一条指定的稿件 `{id}` 不在门户里",
                    en "the pinned article `{id}` is not in this portal"
                );
                let help = localized!(
                    zh "改正编号，或只写标题：{{ title = \"…\" }}",
                    en "mend the id, or pin a title: {{ title = \"…\" }}"
                );
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
