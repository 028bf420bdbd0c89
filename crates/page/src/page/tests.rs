//! Tests of the parts of a page, on lines of text. Whole pages are in `tests/import/`.

use investchn_model::{Kind, Site};

use super::*;
use investchn_lines::html_page::Document;
use investchn_lines::{html_page, text_page};
use investchn_model::Contact;

fn site() -> Site {
    Site {
        name: "示例门户".to_owned(),
        name_en: "Example".to_owned(),
        slogan: "示例标语前半句 示例标语后半句".to_owned(),
        copyright: "Copyright © 2015 示例".to_owned(),
        since: 2015,
        icp: String::new(),
        police: String::new(),
        contact: Contact { phone: "+86-1".to_owned(), fax: "+86-2".to_owned(), email: "a@example.com".to_owned() },
    }
}

fn read(text: &str) -> Page {
    let site = site();
    let context = PageContext { site: &site, is_place: &|name| name == "示例市" };
    split(Document { lines: text_page::lines(text), ..Document::default() }, &context)
}

fn read_html(html: &str) -> Page {
    let site = site();
    split(html_page::read(html), &PageContext { site: &site, is_place: &|_| false })
}

fn paragraphs(page: &Page) -> Vec<&str> {
    page.body.iter().map(|line| line.text.as_str()).collect()
}

#[test]
fn all_parts_of_a_page_are_found() {
    let page = read(
        "示例标语前半句\n示例标语后半句\n您现在的位置：首页 > 开发区新闻 > 示例市 > 图片新闻\n示例标题\n发布时间:2022年2月14日 10:20  \
         来源:示例报  发布开发区:示例高新区\n\n　　第一段。\n　　联系电话:第二段里的。\n【打印】【关闭】\n上一条:没有了\n下一条:示例\
         下一条\n与我们联系\n• 联系电话:+86-1\n• 传  真:+86-2\nCopyright © 2015 示例\n",
    );
    assert_eq!(page.title.as_deref(), Some("示例标题"));
    assert_eq!(page.date.map(|date| date.to_string()).as_deref(), Some("2022-02-14"));
    assert_eq!(page.source.as_deref(), Some("示例报"));
    assert_eq!(page.zone.as_deref(), Some("示例高新区"));
    assert_eq!(page.place.as_deref(), Some("示例市"));
    assert_eq!(page.kind, Some(Kind::Photo));
    assert_eq!(paragraphs(&page), ["第一段。", "联系电话:第二段里的。"]);
    assert_eq!((page.previous.as_deref(), page.next.as_deref()), (None, Some("示例下一条")));
    assert_eq!(page.unplaced, [""; 0]);
}

#[test]
fn unplaced_text_is_kept() {
    let page = read(
        "首页 > 示例频道 > 文字新闻\n眉题在此\n示例标题\n2022-02-14 来源:示例报 作者:某人 发布开发区:示例高新区 点击:12次\n\
         正文。\n上一条:甲\n页脚里的一句话。\n版权所有:示例\n",
    );
    assert_eq!(page.unplaced, ["作者:某人", "首页 > 示例频道 > 文字新闻", "眉题在此", "页脚里的一句话。"]);
    assert_eq!(page.title.as_deref(), Some("示例标题"));
    assert_eq!(paragraphs(&page), ["正文。"]);
}

#[test]
fn second_dates_and_sources_are_kept_as_unplaced_text() {
    let page = read("示例标题\n发布时间:2022-02-14 来源:甲报\n发布时间:2022-02-15 来源:乙报\n正文。\n");
    assert_eq!(page.unplaced, ["发布时间:2022-02-15", "来源:乙报"]);
    assert_eq!(page.source.as_deref(), Some("甲报"));
    let page = read("示例标题\n发布时间:2022-02-30 来源:甲报\n正文。\n");
    assert_eq!((page.date, page.unplaced.len()), (None, 1));
}

#[test]
fn pages_without_facts_have_a_title_and_a_body() {
    let page = read("示例标语前半句\n示例标题\n正文。\n");
    assert_eq!((page.title.as_deref(), paragraphs(&page)), (Some("示例标题"), vec!["正文。"]));
}

#[test]
fn rows_of_unplaced_tables_are_joined_without_empty_cells() {
    let page = read_html(
        "<p>示例标题<p>来源:示例报<p>正文。<p>上一条:甲<table><tr><td colspan=5><td>子<tr><td>丑<td>寅<td><td><td><td>\
         <tr><td><td><td><td><td><td><tr><td>卯<td><td><td><td><td>辰</table>",
    );
    assert_eq!(page.unplaced, ["子", "丑 寅", "卯 辰"]);
}

#[test]
fn text_after_a_counter_is_kept() {
    let page = read("示例标题\n发布时间:2022-02-14 来源:甲报 点击:12次 示例社讯\n正文。\n");
    assert_eq!(page.unplaced, ["点击:12次 示例社讯"]);
    for counted in ["点击:12次", "点击：【 35 】", "字号：[大 中 小] 打印 关闭窗口", "字体:大中小", "阅读量："]
    {
        let page = read(&format!("示例标题\n发布时间:2022-02-14 来源:甲报 {counted}\n正文。\n"));
        assert_eq!(page.unplaced, [""; 0], "{counted}");
    }
}

#[test]
fn text_before_the_breadcrumb_is_kept_unless_it_is_boilerplate() {
    let way = "您 现在的 位置：首页 > 开发区新闻 > 示例市";
    let page = read(&format!("所有园区复工 {way}\n示例标题\n来源:甲报\n正文。\n"));
    assert_eq!(page.unplaced, [format!("所有园区复工 {way}")]);
    assert_eq!(page.place.as_deref(), Some("示例市"));
    for frame in ["", "今天是2022年2月14日 星期一 ", "2022-02-14 ", "示例门户 ", "示例标语前半句 ", "• "]
    {
        let page = read(&format!("{frame}{way}\n示例标题\n来源:甲报\n正文。\n"));
        assert_eq!(page.unplaced, [""; 0], "{frame}");
    }
}
