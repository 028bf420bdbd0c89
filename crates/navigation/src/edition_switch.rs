//! The links from a page to the other editions of the portal.

use investchn_model::route::Route;
use investchn_model::{Edition, View};

use crate::page_state::{CurrentPage, PageState};
use crate::site_context::SiteContext;

/// A link to another edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionLink {
    /// The edition's language, as a BCP 47 tag.
    pub tag: String,
    /// The text, in the edition's language.
    pub label: String,
    /// The address.
    pub href: String,
}

/// Returns the other editions.
fn others(portal: &SiteContext) -> impl Iterator<Item = &Edition> {
    portal.site.editions.iter().filter(|edition| edition.tag != portal.words.lang())
}

/// Returns the links from a page to the other editions; none for a published page, which has them.
pub fn edition_links(portal: &SiteContext, page: &CurrentPage) -> Option<Vec<EditionLink>> {
    let is_published = matches!(page.state, PageState::Published(_));
    (!is_published).then(|| others(portal).map(|edition| edition_link(portal, page, edition)).collect())
}

/// Returns the links to a page of the other editions that is no route but in each of them, by its path below the edition's folder.
pub fn links_to_path(portal: &SiteContext, below: &str) -> Vec<EditionLink> {
    others(portal).map(|edition| link_to(portal, edition, &edition.name, below)).collect()
}

fn link_to(portal: &SiteContext, edition: &Edition, label: &str, below: &str) -> EditionLink {
    let href = portal.root.join(&[edition.folder.as_str(), below].concat());
    EditionLink { tag: edition.tag.clone(), label: label.to_owned(), href }
}

/// Returns the link from a page to the same page of an edition. If the edition does not have it, the link leads to the closest page and
/// says so: from an article to its zone.
fn edition_link(portal: &SiteContext, page: &CurrentPage, edition: &Edition) -> EditionLink {
    let mut label = &edition.name;
    let route = match (&page.route, &page.state) {
        // The first edition has every article.
        (Some(route @ Route::Article(_)), _) if edition.folder.is_empty() => route.clone(),
        (Some(route @ Route::Article(_)), PageState::Ready(view)) => match &**view {
            View::Article(article) if !article.editions.contains(&edition.tag) => {
                label = &edition.zone_page;
                Route::Zone(article.zone.id.clone(), None, None)
            }
            _ => route.clone(),
        },
        // Pages of lists are counted in each edition by itself.
        (Some(Route::News(kind, _)), _) => Route::News(*kind, None),
        (Some(Route::Region(code, _)), _) => Route::Region(*code, None),
        (Some(Route::Zone(id, kind, _)), _) => Route::Zone(id.clone(), *kind, None),
        (Some(route), PageState::Ready(_)) => route.clone(),
        _ => Route::Home,
    };
    link_to(portal, edition, label, &route.below())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use investchn_messages::LANGUAGES;
    use investchn_model::route::Base;
    use investchn_model::{Article, OfflinePage};

    use super::*;
    use crate::tests::samples;

    fn editions() -> Vec<Edition> {
        let edition = |tag: &str, folder: &str| Edition {
            tag: tag.to_owned(),
            name: ["in ", tag].concat(),
            folder: folder.to_owned(),
            zone_page: ["zone in ", tag].concat(),
        };
        vec![edition("zh-CN", ""), edition("en", "en/")]
    }

    fn portal(language: usize) -> SiteContext {
        let portal = samples::portal();
        let messages = LANGUAGES[language];
        let base = Base::at(&portal.root.join(messages.folder));
        SiteContext {
            site: Arc::new(investchn_model::Site { editions: editions(), ..samples::site() }),
            base,
            words: &messages.app,
            ..portal
        }
    }

    fn link(language: usize, path: &str, state: PageState) -> (String, String) {
        let portal = portal(language);
        let page = CurrentPage { route: Route::parse(path), state };
        let mut links = edition_links(&portal, &page).unwrap().into_iter();
        links.next().map(|link| (link.label, link.href)).unwrap()
    }

    fn article(editions: &[&str]) -> PageState {
        let editions = editions.iter().map(|tag| (*tag).to_owned()).collect();
        PageState::Ready(Arc::new(View::Article(Article { editions, ..samples::article() })))
    }

    const ARTICLE: &str = "/article/huaian-htz-20220214-1/";

    #[test]
    fn an_article_leads_to_its_translation_or_else_to_its_zone() {
        let same = ("in en".to_owned(), format!("/portal/en{ARTICLE}"));
        assert_eq!(link(0, ARTICLE, article(&["en"])), same);
        assert_eq!(link(0, ARTICLE, article(&[])), ("zone in en".to_owned(), "/portal/en/zone/huaian-htz/".to_owned()));
    }

    #[test]
    fn a_translation_leads_to_its_original() {
        let original = ("in zh-CN".to_owned(), format!("/portal{ARTICLE}"));
        assert_eq!(link(1, ARTICLE, article(&["zh-CN"])), original);
        // An address of an article that is not translated.
        assert_eq!(link(1, ARTICLE, PageState::NotFound(None)), original);
    }

    #[test]
    fn other_pages_lead_to_the_same_page_and_unknown_ones_home() {
        let ready = || PageState::Ready(Arc::new(View::OfflinePage(OfflinePage::Saved)));
        assert_eq!(link(0, "/saved/", ready()).1, "/portal/en/saved/");
        assert_eq!(link(1, "/zone/huaian-htz/text/3/", PageState::Loading).1, "/portal/zone/huaian-htz/text/");
        assert_eq!(link(0, "/nothing/", PageState::NotFound(None)).1, "/portal/en/");
        assert_eq!(link(0, ARTICLE, PageState::Loading).1, "/portal/en/");
    }

    #[test]
    fn a_page_that_is_no_route_leads_to_the_same_path() {
        let links = links_to_path(&portal(0), "search/");
        assert_eq!(links.iter().map(|link| link.href.as_str()).collect::<Vec<_>>(), ["/portal/en/search/"]);
    }

    #[test]
    fn a_portal_of_one_language_has_no_other_edition() {
        let page = CurrentPage { route: None, state: PageState::Pending };
        assert_eq!(edition_links(&samples::portal(), &page), Some(vec![]));
    }
}
