//! The portal as a whole: articles in order, and the checks that need all sources together. What its views hold is in
//! `views`, how its lists are cut in `lists`.

mod lists;
mod views;

pub(crate) use lists::List;
pub(crate) use views::Portal;

use std::collections::{BTreeMap, BTreeSet};

use investchn_model::ZoneId;
use investchn_model::route::Route;
use rayon::prelude::*;
use rustc_hash::FxHashSet;

use crate::problem::{Place, Problem};
use crate::redirects;
use crate::rules;
use crate::source::{ArticleSource, Content, Pin};

/// Orders the articles, newest first.
pub(crate) fn order(content: &mut Content) {
    // Of one day the higher number is the later; between zones only the same order every time matters.
    content.articles.par_sort_unstable_by(|a, b| {
        (b.item.published, b.number, &b.item.id).cmp(&(a.item.published, a.number, &a.item.id))
    });
}

/// Checks what no source can know by itself: ids and aliases that are taken, links and pins that lead nowhere. Drafts do not
/// count unless they are wanted.
pub(crate) fn check(content: &Content, drafts: bool) -> Vec<Problem> {
    let mut problems = Vec::new();
    let articles = || content.articles.iter().filter(|article| drafts || !article.draft);
    let mut ids = FxHashSet::default();
    let mut aliases: BTreeMap<String, &ArticleSource> = BTreeMap::new();
    for article in articles() {
        let start = Place::line(&article.file, 1);
        if !ids.insert(&article.item.id) {
            let message = format!("another article has the id `{}` too", article.item.id);
            problems.push(Problem::new(
                start.clone(),
                &rules::DUPLICATE_ID,
                message,
                "give one of the files the next number",
            ));
        }
        for alias in &article.aliases {
            let file = redirects::file(alias);
            if let Some(other) = aliases.insert(file, article) {
                let message = format!("the old address `{alias}` is also of {}", other.file.display());
                problems.push(Problem::new(start.clone(), &rules::DUPLICATE_ALIAS, message, "keep it in one of them"));
            }
        }
    }
    let zones: BTreeSet<&ZoneId> = content.zones.iter().map(|zone| &zone.zone.id).collect();
    let exists = |route: &Route| match route {
        Route::Article(id) => ids.contains(id),
        Route::Zone(id, _, None) => zones.contains(id),
        Route::Region(code, None) => content.regions.contains_key(code),
        Route::Home | Route::Register | Route::Offline | Route::Saved | Route::News(_, None) => true,
        // A numbered page is no place to link to from an article: what stands on it may move.
        Route::Zone(..) | Route::Region(..) | Route::News(..) => false,
    };
    // An address that was an article's or a zone's and is so no longer may lead on.
    let is_taken = |file: &str| match Route::parse(&["/", file].concat()) {
        Some(route @ (Route::Article(_) | Route::Zone(_, None, None) | Route::Region(_, None))) => exists(&route),
        Some(_) => true,
        None => redirects::is_own_file(file),
    };
    for (file, article) in aliases.iter().filter(|(file, _)| is_taken(file)) {
        let message = format!("`{file}` is an address of the portal's own");
        let advice = "take it out of `aliases`: nothing could lead from there";
        problems.push(Problem::new(Place::line(&article.file, 1), &rules::ALIAS, message, advice));
    }
    for article in articles() {
        for link in &article.links {
            if !exists(&link.route) {
                let message = format!("`{}` is not in this portal", link.route.path());
                problems.push(Problem::new(
                    link.at.in_file(&article.file),
                    &rules::BROKEN_LINK,
                    message,
                    "mend the link, or take it out",
                ));
            }
        }
        for pin in [&article.previous, &article.next].into_iter().flatten() {
            if let Pin::Article { id, place } = pin
                && !ids.contains(id)
            {
                let message = format!("the pinned article `{id}` is not in this portal");
                let advice = "mend the id, or pin a title: { title = \"…\" }";
                problems.push(Problem::new(place.clone(), &rules::BROKEN_LINK, message, advice));
            }
        }
    }
    problems
}
