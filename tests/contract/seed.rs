//! The seed's article as the app renders it natively: every label, link and piece of metadata, in the order of the seed page.

use crate::published::{Site, rendered};
use investchn_model::route::Route;

#[test]
fn labels_and_metadata_follow_the_order_of_the_seed_page() {
    let site = Site::own();
    let view = site.view("/article/huaian-htz-20220214-1/");
    let html = rendered(&site.page_data(&Route::of(&view)).site, "", &view);
    let mut rest = html.as_str();
    for part in [
        "您现在的位置：",
        "href=\"../../\"",
        "首页",
        "href=\"../../news/\"",
        "开发区新闻",
        "href=\"../../region/320800/\"",
        "淮安",
        "href=\"../../zone/huaian-htz/text/\"",
        "文字新闻",
        "淮安高新区创建“全国百强高新区”暨全区高质量发展大会召开",
        "发布时间：",
        "2022-02-14",
        "来源：",
        "淮阴报",
        "发布开发区：",
        "href=\"../../zone/huaian-htz/\"",
        "淮安国家高新技术产业开发区",
        "上一条：",
        "当涂制造业三年倍增行动出实招",
        "下一条：",
        "永乐店邀专家解读十八大精神",
    ] {
        let (_, after) = rest.split_once(part).unwrap_or_else(|| panic!("{part} does not follow in {rest}"));
        rest = after;
    }
}
