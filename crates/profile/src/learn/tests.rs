//! Learns from the pages of a synthetic site.

use investchn_lines::html_page;
use investchn_model::Site;
use investchn_page::page::{self, PageContext};

use super::*;

/// A page of a synthetic site. Its facts have no labels, and the body contains a share bar.
fn page(number: usize) -> String {
    let (day, year) = (number % 27 + 1, 2008 + number % 9);
    format!(
        "<html><head><title>示例新区完成第{number}项示例工程-示例网</title></head><body>\
         <div id=menu><a href=/>首页</a> <a href=/n/>新闻</a></div>\
         <div class=main><div class=bt>示例新区完成第{number}项示例工程</div>\
         <div class=info><span>{year}-03-{day:02}</span> <span>示例日报</span> <span>点击：{number}</span></div>\
         <div class=text><p>　　第{number}项示例工程昨日完成，总投资{number}亿元，建成后年产值预计增加{number}亿元。</p>\
         <p>　　示例新区第{number}位负责人表示，下一步将加快推进后续的示例工程，确保按期完成全年目标。</p>\
         <div class=share>分享到：微信 微博</div></div>\
         <div class=foot>示例网版权所有</div></div></body></html>"
    )
}

fn sample(html: String, address: String) -> SamplePage {
    let site = Site::default();
    let page = page::split(html_page::read(&html), &PageContext { site: &site, is_place: &|_| false });
    SamplePage { html, page, address: Some(address) }
}

fn selector(part: &Option<LearnedPart>) -> Option<&str> {
    part.as_ref().map(|part| part.selector.as_str())
}

#[test]
fn parts_are_where_pages_differ_and_furniture_is_where_they_agree() {
    let samples: Vec<SamplePage> =
        (0..12).map(|number| sample(page(number), format!("n/{}/{number}.html", number % 2))).collect();
    let learned = learn(&samples);
    assert_eq!(selector(&learned.title), Some("div.bt"));
    assert_eq!(selector(&learned.date), Some("div.info > span:nth-of-type(1)"));
    assert_eq!(selector(&learned.source), Some("div.info > span:nth-of-type(2)"));
    assert_eq!(selector(&learned.body), Some("div.text"));
    assert_eq!(learned.dropped, ["div.share"]);
    assert_eq!(learned.folders, [("n".to_owned(), 12)]);
}

#[test]
fn a_learned_profile_is_read_again() {
    let samples: Vec<SamplePage> = (0..6).map(|number| sample(page(number), format!("n/{number}.html"))).collect();
    let text = learn(&samples).to_toml(investchn_localized::Lang::En);
    let profile = crate::SiteProfile::parse(std::path::Path::new("import.toml"), &text).expect("no faults");
    assert!(profile.selectors.body.is_some() && profile.zone.is_none(), "{text}");
    assert!(text.contains("# path = \"/n/**\""), "{text}");
}

#[test]
fn a_part_on_which_pages_disagree_gets_no_selector() {
    let other = |number: usize| page(number).replace("class=bt", &format!("class=t{number}"));
    let samples: Vec<SamplePage> = (0..6).map(|number| sample(other(number), String::new())).collect();
    let title = learn(&samples).title;
    // The place below the main box is the same on all pages, its class is not.
    assert_eq!(selector(&title), Some("div.main > div:nth-of-type(1)"));
}
