//! Parts that the selectors of a site lead to count before what the page's lines suggest.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test")]

use investchn_lines::html_page::{self, PartSelector, Selectors};
use investchn_model::Site;
use investchn_page::page::{self, Origin, Page, PageContext};

/// A page that is read wrongly without selectors: the title is a menu's style, the body ends with other news.
const PAGE: &str = "<html><head><title>示例网</title></head><body><h1>示例网要闻</h1>\
    <div class=t>示例短题</div><div class=d>录入：2010-05-06　更新：2011-01-02</div><div class=from>来源：示例晚报 张三</div>\
    <div class=b><p>短文一句</p><div class=ad>示例广告，请拨打示例电话咨询，欢迎各界人士前来洽谈合作事宜。</div>\
    <p>第二句没有句号</p></div>\
    <div class=other><p>另一篇示例文章的摘要很长，有逗号，也有句号，看起来像正文，其实是别的文章的摘要。</p></div>\
    <div class=prev>上一篇：<a href=1.html>示例前一篇</a></div></body></html>";

fn read(selectors: &Selectors) -> Page {
    let site = Site { name: "示例门户".to_owned(), ..Site::default() };
    page::split(html_page::read_selected(PAGE, selectors), &PageContext { site: &site, is_place: &|_| false })
}

#[test]
fn selected_parts_count_first() {
    let some = |text: &str| Some(PartSelector::parse(text).unwrap());
    let selectors = Selectors {
        title: some(".t"),
        date: some(".d"),
        source: some(".from"),
        body: some(".b"),
        previous: some(".prev"),
        dropped: vec![PartSelector::parse(".ad").unwrap()],
        ..Selectors::default()
    };
    let page = read(&selectors);
    assert_eq!(page.title.as_deref(), Some("示例短题"));
    assert_eq!(page.date.map(|date| date.to_string()).as_deref(), Some("2010-05-06"));
    assert_eq!(page.source.as_deref(), Some("示例晚报"));
    let body: Vec<&str> = page.body.iter().map(|line| line.text.as_str()).collect();
    assert_eq!(body, ["短文一句", "第二句没有句号"]);
    assert_eq!(page.previous.as_deref(), Some("示例前一篇"));
    assert_eq!(page.origins.title, Some(Origin::Selector));
    assert_eq!(page.origins.source, Some(Origin::Selector));
}

#[test]
fn a_part_whose_selector_matches_nothing_is_found_without() {
    let selectors = Selectors { source: Some(PartSelector::parse(".none").unwrap()), ..Selectors::default() };
    let page = read(&selectors);
    assert_eq!(page.source.as_deref(), Some("示例晚报"));
    assert_eq!(page.origins.source, Some(Origin::Text));
}
