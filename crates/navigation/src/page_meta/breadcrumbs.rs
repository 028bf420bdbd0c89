//! The breadcrumbs of each view.

use investchn_messages::{AppMessages, text};
use investchn_model::route::Route;
use investchn_model::{Article, Subject, View};

use super::{NavLink, news, region};

/// Returns the breadcrumbs (您现在的位置) of a view, from the home page. An article's breadcrumbs end with its kind within its zone;
/// those of every other view end with the view itself.
pub fn breadcrumbs(view: &View, words: &AppMessages) -> Vec<NavLink> {
    let mut crumbs = vec![NavLink::new(text(words.names.home), Route::Home)];
    match view {
        View::Home(_) => {}
        View::Register(_) => crumbs.push(NavLink::new(text(words.names.zones), Route::Register)),
        View::OfflinePage(page) => crumbs.push(NavLink::new(text(words.names.offline_page(*page)), Route::of(view))),
        View::Article(article) => {
            crumbs.push(news(words));
            crumbs.push(region(&article.city));
            crumbs.push(kind_in_zone(article, words));
        }
        View::List(list) => {
            crumbs.push(news(words));
            match &list.subject {
                Subject::News { kind: None } => {}
                Subject::News { kind: Some(kind) } => {
                    crumbs.push(NavLink::new(text(words.names.kind(*kind)), Route::News(Some(*kind), None)));
                }
                Subject::Region { region: place, province, .. } => {
                    crumbs.extend(province.as_ref().map(region));
                    crumbs.push(region(place));
                }
                Subject::Zone { zone, kind } => {
                    crumbs.push(region(&zone.city));
                    crumbs.push(NavLink::new(&zone.short_name, Route::Zone(zone.id.clone(), None, None)));
                    crumbs.extend(kind.map(|kind| {
                        NavLink::new(text(words.names.kind(kind)), Route::Zone(zone.id.clone(), Some(kind), None))
                    }));
                }
            }
            if let Some(number) = list.number {
                let label = words.names.page(number);
                crumbs.push(NavLink::new(label, Route::of_list(&list.subject, list.number)));
            }
        }
    }
    crumbs
}

fn kind_in_zone(article: &Article, words: &AppMessages) -> NavLink {
    NavLink::new(text(words.names.kind(article.kind)), Route::Zone(article.zone.id.clone(), Some(article.kind), None))
}

#[cfg(test)]
mod tests {
    use investchn_model::{Kind, ListPage};

    use super::*;
    use investchn_messages::ZH;

    use crate::tests::samples;

    fn labels_and_paths(view: &View) -> Vec<(String, String)> {
        breadcrumbs(view, &ZH.app).into_iter().map(|crumb| (crumb.label, crumb.route.path())).collect()
    }

    fn owned(steps: &[(&str, &str)]) -> Vec<(String, String)> {
        steps.iter().map(|(label, path)| ((*label).to_owned(), (*path).to_owned())).collect()
    }

    #[test]
    fn an_article_has_the_breadcrumbs_of_the_seed_page() {
        assert_eq!(
            labels_and_paths(&View::Article(samples::article())),
            owned(&[
                ("首页", "/"),
                ("开发区新闻", "/news/"),
                ("淮安", "/region/320800/"),
                ("文字新闻", "/zone/huaian-htz/text/"),
            ])
        );
    }

    #[test]
    fn breadcrumbs_of_lists_go_from_the_general_to_the_particular() {
        let list = |subject, number| {
            View::List(ListPage { subject, number, newer: None, older: None, items: vec![], originals: None })
        };
        let zone = |kind| Subject::Zone { zone: samples::zone(), kind };
        assert_eq!(
            labels_and_paths(&list(zone(Some(Kind::Text)), Some(2))),
            owned(&[
                ("首页", "/"),
                ("开发区新闻", "/news/"),
                ("淮安", "/region/320800/"),
                ("淮安高新区", "/zone/huaian-htz/"),
                ("文字新闻", "/zone/huaian-htz/text/"),
                ("第2页", "/zone/huaian-htz/text/2/"),
            ])
        );
        let city = Subject::Region {
            region: samples::city(),
            province: Some(samples::province()),
            cities: vec![],
            zones: vec![],
        };
        assert_eq!(
            labels_and_paths(&list(city, None)),
            owned(
                &[("首页", "/"), ("开发区新闻", "/news/"), ("江苏", "/region/320000/"), ("淮安", "/region/320800/"),]
            )
        );
    }
}
