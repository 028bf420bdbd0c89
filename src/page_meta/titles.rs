//! Names, titles and descriptions of views and of the other states of a page.

use investchn_model::{OfflinePage, Site, Subject, View};

use crate::page_state::{LoadError, PageState};
use crate::wording;

/// The heading of the not-found view.
pub const NOT_FOUND: &str = "没有找到这个页面";

/// The heading of a failed load.
pub fn error_heading(error: &LoadError) -> &'static str {
    match error {
        LoadError::Offline => "现在没有网络",
        LoadError::NotFound | LoadError::Unreachable | LoadError::Status(_) => "内容没有载入成功",
        LoadError::WrongShape => "内容无法显示",
        LoadError::NewerSchema(_) => "网站已经更新",
    }
}

/// The name of a state: of its view, or of what happened instead. Empty while the page loads.
pub fn state_name(state: &PageState, site: &Site) -> String {
    match state {
        PageState::Ready(view) => name(view, site),
        PageState::NotFound(_) => NOT_FOUND.to_owned(),
        PageState::Failed(error) => error_heading(error).to_owned(),
        PageState::Pending | PageState::Loading => String::new(),
    }
}

/// The name of a view without the portal's name: its heading with the kind and the page. The document's title begins with it, and a
/// screen reader speaks it after a move.
pub fn name(view: &View, site: &Site) -> String {
    match view {
        View::Home(_) => site.name.clone(),
        View::Register(_) => "开发区名录".to_owned(),
        View::OfflinePage(page) => wording::device_page(*page).to_owned(),
        View::Article(article) => [&article.title, " - ", &article.zone.short_name].concat(),
        View::List(list) => {
            let name = match &list.subject {
                Subject::News { kind } => kind.map_or("开发区新闻", wording::kind).to_owned(),
                Subject::Region { region, .. } => [&region.short_name, "的开发区"].concat(),
                Subject::Zone { zone, kind } => [zone.name.value.as_str(), kind.map_or("", wording::kind)].concat(),
            };
            list.number.map_or_else(|| name.clone(), |number| [&name, " - ", &wording::page(number)].concat())
        }
    }
}

/// 投促中国 InvestCHN.
pub fn portal_name(site: &Site) -> String {
    [&site.name, " ", &site.name_en].concat()
}

/// The document's title: the view's name first, the portal's name last.
pub fn title(view: &View, site: &Site) -> String {
    let portal = portal_name(site);
    match view {
        View::Home(_) => [&portal, "：", &site.slogan].concat(),
        View::Register(_) | View::Article(_) | View::List(_) | View::OfflinePage(_) => {
            [&name(view, site), " - ", &portal].concat()
        }
    }
}

/// One sentence about a view, for search engines and previews.
pub fn description(view: &View, site: &Site) -> String {
    match view {
        View::Home(_) => [&site.name, "：", &site.slogan, "。国家级开发区的新闻与名录。"].concat(),
        View::Register(_) => "国家级经济技术开发区与高新技术产业开发区名录，按省份和类型查找。".to_owned(),
        View::OfflinePage(OfflinePage::Offline) => "没有网络时可以读的内容。".to_owned(),
        View::OfflinePage(OfflinePage::Saved) => "存在这台设备上、没有网络也能读的开发区与地区新闻。".to_owned(),
        View::Article(article) => article.summary.clone(),
        View::List(list) => match &list.subject {
            Subject::News { kind } => ["各地开发区的", kind.map_or("新闻", wording::kind), "，最新在前。"].concat(),
            Subject::Region { region, .. } => [&region.name, "的国家级开发区与新闻。"].concat(),
            Subject::Zone { zone, .. } => {
                [&zone.name.value, "（", &zone.province.short_name, "）的基本资料与新闻。"].concat()
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use investchn_model::{Home, Kind, ListPage};

    use super::*;
    use crate::samples;

    #[test]
    fn a_title_begins_with_the_name_of_the_view() {
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
