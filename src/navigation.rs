//! The way through the portal as data: breadcrumbs, the menu, titles and headings, computed from what a view shows.
//! Components only print it.

use investchn_messages::ZH;
use investchn_model::{Article, DevicePage, Region, Site, Subject, View};

use investchn_model::route::Route;

/// A link within the portal: a step of 您现在的位置, or an entry of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub route: Route,
}

impl Link {
    fn new(label: impl Into<String>, route: Route) -> Self {
        Link { label: label.into(), route }
    }
}

/// The steps from the home page to a view. On an article every step is a link elsewhere, the last one to its kind within
/// its zone; in other views the last step is the view itself.
pub fn breadcrumbs(view: &View) -> Vec<Link> {
    let mut crumbs = vec![Link::new(ZH.names.home, Route::Home)];
    match view {
        View::Home(_) => {}
        View::Register(_) => crumbs.push(Link::new(ZH.names.zones, Route::Register)),
        View::Device(page) => crumbs.push(Link::new(ZH.names.device_page(*page), Route::Device(*page))),
        View::Article(article) => {
            crumbs.push(news());
            crumbs.push(region(&article.city));
            crumbs.push(kind_in_zone(article));
        }
        View::List(list) => {
            crumbs.push(news());
            match &list.subject {
                Subject::News { kind: None } => {}
                Subject::News { kind: Some(kind) } => {
                    crumbs.push(Link::new(ZH.names.kind(*kind), Route::News(Some(*kind), None)));
                }
                Subject::Region { region: place, province, .. } => {
                    crumbs.extend(province.as_ref().map(region));
                    crumbs.push(region(place));
                }
                Subject::Zone { zone, kind } => {
                    crumbs.push(region(&zone.city));
                    crumbs.push(Link::new(&zone.short, Route::Zone(zone.id.clone(), None, None)));
                    crumbs.extend(
                        kind.map(|kind| Link::new(ZH.names.kind(kind), Route::Zone(zone.id.clone(), Some(kind), None))),
                    );
                }
            }
            if let Some(number) = list.number {
                let label = ZH.names.page(number);
                crumbs.push(Link::new(label, Route::of_list(&list.subject, list.number)));
            }
        }
    }
    crumbs
}

fn news() -> Link {
    Link::new(ZH.names.zone_news, Route::News(None, None))
}

fn region(region: &Region) -> Link {
    Link::new(&region.short, Route::Region(region.code, None))
}

fn kind_in_zone(article: &Article) -> Link {
    Link::new(ZH.names.kind(article.kind), Route::Zone(article.zone.id.clone(), Some(article.kind), None))
}

/// The header's menu.
pub fn menu() -> Vec<Link> {
    use investchn_model::Kind;
    vec![
        Link::new(ZH.names.home, Route::Home),
        news(),
        Link::new(ZH.names.photo_news, Route::News(Some(Kind::Photo), None)),
        Link::new(ZH.names.register, Route::Register),
    ]
}

/// What a view is called, the most particular first: the heading with the kind and the page, without the portal's name.
/// It is spoken after a move, and begins the document's title.
pub fn name(view: &View, site: &Site) -> String {
    match view {
        View::Home(_) => site.name.clone(),
        View::Register(_) => ZH.names.register.to_owned(),
        View::Device(page) => ZH.names.device_page(*page).to_owned(),
        View::Article(article) => [&article.title, " - ", &article.zone.short].concat(),
        View::List(list) => {
            let name = match &list.subject {
                Subject::News { kind } => kind.map_or(ZH.names.zone_news, |kind| ZH.names.kind(kind)).to_owned(),
                Subject::Region { region, .. } => ZH.names.region(&region.short),
                Subject::Zone { zone, kind } => ZH.names.zone(&zone.name.value, *kind),
            };
            list.number.map_or_else(|| name.clone(), |number| [&name, " - ", &ZH.names.page(number)].concat())
        }
    }
}

/// 投促中国 InvestCHN.
pub fn portal_name(site: &Site) -> String {
    [&site.name, " ", &site.name_en].concat()
}

/// The document's title: the most particular first, the portal's name last.
pub fn title(view: &View, site: &Site) -> String {
    let portal = portal_name(site);
    match view {
        View::Home(_) => ZH.names.home_title(&portal, &site.slogan),
        View::Register(_) | View::Article(_) | View::List(_) | View::Device(_) => {
            [&name(view, site), " - ", &portal].concat()
        }
    }
}

/// One sentence on a view, for search engines and previews.
pub fn description(view: &View, site: &Site) -> String {
    match view {
        View::Home(_) => ZH.descriptions.home(&site.name, &site.slogan),
        View::Register(_) => ZH.descriptions.register.to_owned(),
        View::Device(DevicePage::Offline) => ZH.descriptions.offline.to_owned(),
        View::Device(DevicePage::Saved) => ZH.descriptions.saved.to_owned(),
        View::Article(article) => article.summary.clone(),
        View::List(list) => match &list.subject {
            Subject::News { kind } => ZH.descriptions.news(*kind),
            Subject::Region { region, .. } => ZH.descriptions.region(&region.name),
            Subject::Zone { zone, .. } => ZH.descriptions.zone(&zone.name.value, &zone.province.short),
        },
    }
}

#[cfg(test)]
mod tests {
    use investchn_model::{Home, Kind, ListPage};

    use super::*;
    use crate::samples;

    fn trail(view: &View) -> Vec<(String, String)> {
        breadcrumbs(view).into_iter().map(|crumb| (crumb.label, crumb.route.path())).collect()
    }

    fn steps(steps: &[(&str, &str)]) -> Vec<(String, String)> {
        steps.iter().map(|(label, path)| ((*label).to_owned(), (*path).to_owned())).collect()
    }

    #[test]
    fn an_article_leads_back_by_city_and_kind_as_on_the_seed_page() {
        assert_eq!(
            trail(&View::Article(samples::article())),
            steps(&[
                ("首页", "/"),
                ("开发区新闻", "/news/"),
                ("淮安", "/region/320800/"),
                ("文字新闻", "/zone/huaian-htz/text/"),
            ])
        );
    }

    #[test]
    fn lists_lead_back_from_the_particular_to_the_general() {
        let list = |subject, number| View::List(ListPage { subject, number, newer: None, older: None, items: vec![] });
        let zone = |kind| Subject::Zone { zone: samples::zone(), kind };
        assert_eq!(
            trail(&list(zone(Some(Kind::Text)), Some(2))),
            steps(&[
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
            trail(&list(city, None)),
            steps(
                &[("首页", "/"), ("开发区新闻", "/news/"), ("江苏", "/region/320000/"), ("淮安", "/region/320800/"),]
            )
        );
    }

    #[test]
    fn a_title_says_the_particular_first() {
        let site = samples::site();
        let home = View::Home(Home { latest: vec![], photos: vec![], provinces: vec![] });
        assert!(title(&home, &site).starts_with("投促中国 InvestCHN："));
        assert_eq!(title(&View::Article(samples::article()), &site), "示例标题 - 淮安高新区 - 投促中国 InvestCHN");
        let list = |kind, number| {
            let subject = Subject::Zone { zone: samples::zone(), kind };
            View::List(ListPage { subject, number, newer: None, older: None, items: vec![] })
        };
        assert_eq!(
            title(&list(Some(Kind::Photo), Some(3)), &site),
            "淮安国家高新技术产业开发区图片新闻 - 第3页 - 投促中国 InvestCHN"
        );
    }
}
