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
        editions: vec![],
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

const BODY: &str = "<p>示例新区三号厂房昨日封顶，从开工到封顶用了九个月，明年三月装设备。</p><p>投产后年产传感器四十万只，新增岗位二百六十个。</p>";

#[test]
fn lines_below_a_body_are_no_part_of_it() {
    for below in [
        "<p>值班编辑：示例一　值班审核：示例二</p>",
        "<p>一审：示例甲　二审：示例乙　三审：示例丙</p><p>监制：示例丁</p>",
        "<p>相关热词搜索：示例 开发区</p>",
        "<p>标签：示例, 开发区</p><p>本文章由 admin 于 2010年11月03日 14:06 发表在 随笔。</p>",
        "<p>This entry was posted on Tuesday, May 12th, 2009 at 10:22 am and is filed under News.</p>",
        "<p>Last Updated on Friday, 21 January 2011 09:40</p>",
        "<p>【1】【2】【3】</p>",
        "<p>首页 上一页 <b>1</b> <a href=2>2</a> 下一页 尾页 共2页</p>",
        "<p>凡本网注明“来源：示例网”的所有作品，版权均属本网。</p>",
        "<p>原标题：示例厂房封顶</p>",
    ] {
        let page = read_html(&format!("<h1>三号厂房封顶</h1><div>发布时间：2012-05-08</div><div>{BODY}{below}</div>"));
        assert_eq!(paragraphs(&page).len(), 2, "{below}");
        assert_eq!((page.previous, page.next), (None, None), "{below}");
    }
}

#[test]
fn dates_in_every_form_are_the_facts() {
    for facts in [
        "<p>Tuesday, 8 May 2012 10:22</p>",
        "<p>Posted on May 8th, 2012 by admin</p>",
        "<div><b>08</b><span>2012-05</span></div>",
        "<div><div>05-08</div><div>2012</div></div>",
        "<p><span>2012</span><span>-05-08</span></p>",
        "<p><small>2012年05月08日 admin</small></p>",
        "<p>作者：示例甲　2012-05-08 09:20　来源：示例报</p>",
        "<table><tr><td>索引号</td><td>0/1</td></tr><tr><td>公开日期</td><td>2012-05-08</td></tr></table>",
        "<p>《示例日报》（2012年05月08日　第01版）</p>",
    ] {
        let page = read_html(&format!("<h1>三号厂房封顶</h1>{facts}<div>{BODY}</div>"));
        assert_eq!(page.date.map(|date| date.to_string()).as_deref(), Some("2012-05-08"), "{facts}");
        assert_eq!((page.title.as_deref(), paragraphs(&page).len()), (Some("三号厂房封顶"), 2), "{facts}");
    }
}

#[test]
fn a_signature_dates_only_what_nothing_else_does() {
    let signed = "<p align=right>二〇一二年五月八日</p>";
    let date = |facts: &str| {
        let page = read_html(&format!("<h1>三号厂房封顶</h1>{facts}<div>{BODY}{signed}</div>"));
        page.date.map(|date| date.to_string())
    };
    assert_eq!(date("").as_deref(), Some("2012-05-08"));
    assert_eq!(date("<p>发布时间：2012-05-10</p>").as_deref(), Some("2012-05-10"));
}

#[test]
fn outlets_are_told_from_authors_and_counters() {
    for (facts, expected) in [
        ("<p>2012-05-08　来源：示例晚报 评论：0</p>", Some("示例晚报")),
        ("<p><span>发布时间：2012-05-08</span><span>来源：示例中心</span><span>访问量：0</span></p>", Some("示例中心")),
        ("<p><span>2012-05-08</span><span>&nbsp;就业处&nbsp;</span>(点击：)</p>", Some("就业处")),
        ("<p>2012-05-08 人事局 点击数：</p>", None),
        ("<p><span>2012-05-08</span><span>张三</span></p>", None),
        ("<p>发布时间：2012-05-08　来源：　访问量：0</p>", None),
        ("<ul><li>示例融媒</li><li>2012-05-08</li></ul>", Some("示例融媒")),
        ("<p>By Li | Sample Daily | Updated: 2012-05-08</p>", Some("Sample Daily")),
    ] {
        let page = read_html(&format!("<h1>三号厂房封顶</h1>{facts}<div>{BODY}</div>"));
        assert_eq!(page.source.as_deref(), expected, "{facts}");
        assert!(page.date.or(page.updated).is_some(), "{facts}");
    }
}

#[test]
fn neighbours_without_colon_on_one_line_are_two() {
    let html = format!(
        "<h1>三号厂房封顶</h1><p>2012-05-08</p>{BODY}<div>上一篇<a href=1>甲园开园</a>下一篇<a href=2>乙路通车</a></div>"
    );
    let page = read_html(&html);
    assert_eq!((page.previous.as_deref(), page.next.as_deref()), (Some("甲园开园"), Some("乙路通车")));
}

#[test]
fn videos_of_scripts_are_in_the_body() {
    for (head, body) in
        [("<script>var videoUrl='/v/1.mp4';</script>", ""), ("", "<script>play({file:'/v/1.mp4'})</script>")]
    {
        let page = read_html(&format!(
            "<head>{head}</head><body><h1>三号厂房封顶</h1><p>2012-05-08</p><div>{body}<p>封顶现场，示例。</p></div>"
        ));
        assert!(page.body.iter().any(|line| line.form == Form::Embedded("/v/1.mp4".to_owned())), "{head}{body}");
        assert_eq!(page.kind, Some(Kind::Video), "{head}{body}");
    }
}

#[test]
fn a_salutation_or_a_page_of_a_paper_is_no_title() {
    let page = read_html(&format!(
        "<p>第01版：要闻</p><p class=bt align=center>停水通知</p><div><p>各用水企业：</p>{BODY}</div><p>录入日期：2012-05-08</p>"
    ));
    assert_eq!(page.title.as_deref(), Some("停水通知"));
    assert_eq!(paragraphs(&page).first(), Some(&"各用水企业："));
}
