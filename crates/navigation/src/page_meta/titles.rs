//! Names, titles and descriptions of views and of the other states of a page.

use investchn_messages::{AppMessages, text};
use investchn_model::{OfflinePage, Site, Subject, View};

use crate::page_state::{LoadError, PageState};
use crate::site_context::SiteContext;

/// Returns the heading of a failed load.
pub fn error_heading(error: &LoadError, words: &AppMessages) -> &'static str {
    match error {
        LoadError::Offline => words.names.offline,
        LoadError::NotFound | LoadError::Unreachable | LoadError::Status(_) => words.failures.unreachable,
        LoadError::WrongShape => words.failures.wrong_shape,
        LoadError::NewerSchema(_) => words.failures.newer_schema,
    }
}

/// Returns the name of a state: of its view, or of the error. It is empty while the page loads.
pub fn state_name(state: &PageState, portal: &SiteContext) -> String {
    match state {
        PageState::Published(page) => name_in_title(&page.title, &portal.site).to_owned(),
        PageState::Ready(view) => name(view, portal),
        PageState::NotFound(_) => text(portal.words.names.not_found).to_owned(),
        PageState::Failed(error) => text(error_heading(error, portal.words)).to_owned(),
        PageState::Pending | PageState::Loading => String::new(),
    }
}

/// Returns the name of a view without the portal's name: its heading with the kind and the page. The document's title begins with
/// it, and a screen reader announces it after a move.
pub fn name(view: &View, portal: &SiteContext) -> String {
    let words = portal.words;
    match view {
        View::Home(_) => portal.site.name.clone(),
        View::Register(_) => text(words.names.register).to_owned(),
        View::OfflinePage(page) => text(words.names.offline_page(*page)).to_owned(),
        View::Article(article) => [&article.title, " - ", &article.zone.short_name].concat(),
        View::List(list) => {
            let name = match &list.subject {
                Subject::News { kind } => {
                    text(kind.map_or(words.names.zone_news, |kind| words.names.kind(kind))).to_owned()
                }
                Subject::Region { region, .. } => words.names.region(&region.short_name),
                Subject::Zone { zone, kind } => words.names.zone(&zone.name.value, *kind),
            };
            list.number.map_or_else(|| name.clone(), |number| [&name, " - ", &words.names.page(number)].concat())
        }
    }
}

/// Returns 投促中国 InvestCHN; InvestCHN if that is the name in the edition's language.
pub fn portal_name(site: &Site) -> String {
    if site.name == site.name_en { site.name.clone() } else { [&site.name, " ", &site.name_en].concat() }
}

/// Returns the document's title: the view's name first, the portal's name last.
pub fn title(view: &View, portal: &SiteContext) -> String {
    let whole_name = portal_name(&portal.site);
    match view {
        View::Home(_) => portal.words.names.home_title(&whole_name, &portal.site.slogan),
        View::Register(_) | View::Article(_) | View::List(_) | View::OfflinePage(_) => {
            [&name(view, portal), " - ", &whole_name].concat()
        }
    }
}

/// Returns the name of a view from the document's title: the part before the portal's name, or the portal's name on the home page.
fn name_in_title<'a>(title: &'a str, site: &'a Site) -> &'a str {
    let name = title.strip_suffix(&portal_name(site)).and_then(|before| before.strip_suffix(" - "));
    name.unwrap_or(&site.name)
}

/// Returns one sentence about a view, for search engines and previews.
pub fn description(view: &View, portal: &SiteContext) -> String {
    let (site, words) = (&portal.site, portal.words);
    match view {
        View::Home(_) => words.descriptions.home(&site.name, &site.slogan),
        View::Register(_) => text(words.descriptions.register).to_owned(),
        View::OfflinePage(OfflinePage::Offline) => text(words.descriptions.offline).to_owned(),
        View::OfflinePage(OfflinePage::Saved) => text(words.descriptions.saved).to_owned(),
        View::Article(article) => article.summary.clone(),
        View::List(list) => match &list.subject {
            Subject::News { kind } => {
                words.descriptions.news(text(kind.map_or(words.names.news, |kind| words.names.kind(kind))))
            }
            Subject::Region { region, .. } => words.descriptions.region(&region.name),
            Subject::Zone { zone, .. } => words.descriptions.zone(&zone.name.value, &zone.province.short_name),
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
        let portal = samples::portal();
        let home = View::Home(Home { latest: vec![], photos: vec![], provinces: vec![], originals: None });
        assert!(title(&home, &portal).starts_with("投促中国 InvestCHN："));
        assert_eq!(title(&View::Article(samples::article()), &portal), "示例标题 - 淮安高新区 - 投促中国 InvestCHN");
        let list = |kind, number| {
            let subject = Subject::Zone { zone: samples::zone(), kind };
            View::List(ListPage { subject, number, newer: None, older: None, items: vec![], originals: None })
        };
        assert_eq!(
            title(&list(Some(Kind::Photo), Some(3)), &portal),
            "淮安国家高新技术产业开发区图片新闻 - 第3页 - 投促中国 InvestCHN"
        );
    }
}
