//! The seed page element by element: the built article page has each label, link and piece of metadata, in order.

use crate::harness::flow;

#[test]
fn the_article_page_has_the_text_of_the_seed_page_in_order() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto("/article/huaian-htz-20220214-1/").await;
        browser.wait_for("main h1").await;
        // The labels with ASCII colons, and without the spaces that stretch 传真 and 邮箱 on the seed page.
        let page: String = browser.text("body").await.replace('：', ":").split_whitespace().collect();
        let mut rest = page.as_str();
        for part in [
            "打造网上国际投资促进平台致力于中国投资促进事业",
            "您现在的位置:首页>开发区新闻>淮安>文字新闻",
            "淮安高新区创建“全国百强高新区”暨全区高质量发展大会召开",
            "发布时间:2022-02-14",
            "来源:淮阴报",
            "发布开发区:淮安国家高新技术产业开发区",
            "李有平",
            "王向红",
            "王建军",
            "陈张",
            "《创建“全国百强高新区”实施方案（2022—2025年）》",
            "淮安高新区招商发展有限公司",
            "上一条:当涂制造业三年倍增行动出实招",
            "下一条:永乐店邀专家解读十八大精神",
            "与我们联系",
            "联系电话:+86-0512-53660867",
            "传真:+86-0512-53660867",
            "邮箱:info@investchn.com",
            "Copyright©2015-2024InvestCHN.comAllRightsReserved.版权所有:投促中国",
        ] {
            let part = part.replace('：', ":");
            let Some((_, after)) = rest.split_once(&part) else { panic!("“{part}” does not follow in: {rest}") };
            rest = after;
        }
    });
}

#[test]
fn the_article_page_has_the_links_of_the_seed_page() {
    flow(|site| async move {
        let browser = &site.browser;
        browser.goto("/article/huaian-htz-20220214-1/").await;
        browser.wait_for("main h1").await;
        assert_eq!(
            browser.attrs(".breadcrumbs a", "href").await,
            ["/", "/news/", "/region/320800/", "/zone/huaian-htz/text/"]
        );
        assert_eq!(browser.attrs(".article-meta a", "href").await, ["/zone/huaian-htz/"]);
        // Of both neighbours only the title is published, so they are no links and say so; their zones are.
        let links = browser.attrs(".neighbours a", "href").await;
        assert_eq!(links, ["/zone/dangtu-edz/", "/zone/yongle-edz/", "/zone/huaian-htz/"]);
        browser.wait_text(".neighbours", "仅存标题，正文未收录").await;
        // The displayed number stays as written; the dialled one omits the zero after the country code.
        assert_eq!(
            browser.attrs(".contact a", "href").await,
            ["tel:+8651253660867", "tel:+8651253660867", "mailto:info@investchn.com"]
        );
        let dates = browser.attrs(".article-meta time", "datetime").await;
        assert_eq!(dates, ["2022-02-14"]);
        let indent = "return getComputedStyle(document.querySelector('.article-body p')).textIndent";
        let indent = browser.execute(indent, Vec::new()).await;
        assert_ne!(indent.as_str(), Some("0px"), "first lines are indented");
        assert!(browser.title().await.starts_with("淮安高新区创建“全国百强高新区”暨全区高质量发展大会召开"));
    });
}
