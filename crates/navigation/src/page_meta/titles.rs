//! Names, titles and descriptions of views and of the other states of a page.

use investchn_messages::ZH;
use investchn_model::{OfflinePage, Site, Subject, View};

use crate::page_state::{LoadError, PageState};

/// Returns the heading of a failed load.
pub fn error_heading(error: &LoadError) -> &'static str {
    match error {
        LoadError::Offline => ZH.names.offline,
        LoadError::NotFound | LoadError::Unreachable | LoadError::Status(_) => ZH.failures.unreachable,
        LoadError::WrongShape => ZH.failures.wrong_shape,
        LoadError::NewerSchema(_) => ZH.failures.newer_schema,
    }
}

/// Returns the name of a state: of its view, or of the error. It is empty while the page loads.
pub fn state_name(state: &PageState, site: &Site) -> String {
    match state {
        PageState::Ready(view) => name(view, site),
        PageState::NotFound(_) => ZH.names.not_found.to_owned(),
        PageState::Failed(error) => error_heading(error).to_owned(),
        PageState::Pending | PageState::Loading => String::new(),
    }
}

/// Returns the name of a view without the portal's name: its heading with the kind and the page. The document's title begins with
/// it, and a screen reader announces it after a move.
pub fn name(view: &View, site: &Site) -> String {
    match view {
        View::Home(_) => site.name.clone(),
        View::Register(_) => ZH.names.register.to_owned(),
        View::OfflinePage(page) => ZH.names.offline_page(*page).to_owned(),
        View::Article(article) => [&article.title, " - ", &article.zone.short_name].concat(),
        View::List(list) => {
            let name = match &list.subject {
                Subject::News { kind } => kind.map_or(ZH.names.zone_news, |kind| ZH.names.kind(kind)).to_owned(),
                Subject::Region { region, .. } => ZH.names.region(&region.short_name),
                Subject::Zone { zone, kind } => ZH.names.zone(&zone.name.value, *kind),
            };
            list.number.map_or_else(|| name.clone(), |number| [&name, " - ", &ZH.names.page(number)].concat())
        }
    }
}

/// Returns 投促中国 InvestCHN.
pub fn portal_name(site: &Site) -> String {
    [&site.name, " ", &site.name_en].concat()
}

/// Returns the document's title: the view's name first, the portal's name last.
pub fn title(view: &View, site: &Site) -> String {
    let portal = portal_name(site);
    match view {
        View::Home(_) => ZH.names.home_title(&portal, &site.slogan),
        View::Register(_) | View::Article(_) | View::List(_) | View::OfflinePage(_) => {
            [&name(view, site), " - ", &portal].concat()
        }
    }
}

/// Returns one sentence about a view, for search engines and previews.
pub fn description(view: &View, site: &Site) -> String {
    match view {
        View::Home(_) => ZH.descriptions.home(&site.name, &site.slogan),
        View::Register(_) => ZH.descriptions.register.to_owned(),
        View::OfflinePage(OfflinePage::Offline) => ZH.descriptions.offline.to_owned(),
        View::OfflinePage(OfflinePage::Saved) => ZH.descriptions.saved.to_owned(),
        View::Article(article) => article.summary.clone(),
        View::List(list) => match &list.subject {
            Subject::News { kind } => ZH.descriptions.news(*kind),
            Subject::Region { region, .. } => ZH.descriptions.region(&region.name),
            Subject::Zone { zone, .. } => ZH.descriptions.zone(&zone.name.value, &zone.province.short_name),
        },
    }
}

#[cfg(test)]
mod tests {
    use investchn_model::{Home, Kind, ListPage};

    use super::*;
    use crate::tests::samples;

    #[test]
    fn a_title_begins_with_the_name_of_the_view() {
        let site = samples::site();
        let home = View::Home(Home { latest: vec![], photos: vec![], provinces: vec![], originals: None });
        assert!(title(&home, &site).starts_with("投促中国 InvestCHN："));
        assert_eq!(title(&View::Article(samples::article()), &site), "示例标题 - 淮安高新区 - 投促中国 InvestCHN");
        let list = |kind, number| {
            let subject = Subject::Zone { zone: samples::zone(), kind };
            View::List(ListPage { subject, number, newer: None, older: None, items: vec![], originals: None })
        };
        assert_eq!(
            title(&list(Some(Kind::Photo), Some(3)), &site),
            "淮安国家高新技术产业开发区图片新闻 - 第3页 - 投促中国 InvestCHN"
        );
    }
}
