//! Every view, opened by its own address, shows its content.

use crate::harness::{Fault, Flow, Site, flow};

const ARTICLE: &str = "/article/huaian-htz-20220214-1/";

/// Checks the header, the breadcrumbs, the only heading and the footer, as on every page.
async fn has_the_frame(site: &Site, trail: &[&str]) {
    let browser = &site.browser;
    browser.wait_texts(".breadcrumbs a", trail).await;
    browser.wait_for("main h1").await;
    assert_eq!(browser.count("h1").await, 1);
    assert_eq!(browser.text(".slogan").await, "打造网上国际投资促进平台 致力于中国投资促进事业");
    assert_eq!(browser.texts(".menu a").await, ["首页", "开发区新闻", "图片新闻", "开发区名录"]);
    assert_eq!(browser.count(".menu [aria-current]").await, 1);
    assert_eq!(browser.text(".contact h2").await, "与我们联系");
    assert!(browser.text(".copyright").await.ends_with("版权所有:投促中国"));
    for landmark in ["header", "main", "footer", "nav[aria-label]"] {
        browser.wait_for(landmark).await;
    }
}

#[test]
fn home_shows_the_map_the_latest_news_and_the_kinds() {
    flow(|site| async move {
        site.browser.goto("/").await;
        has_the_frame(&site, &["首页"]).await;
        assert_eq!(site.browser.count(".tile").await, 34);
        assert!(site.browser.text(".province-320000").await.contains("江苏"));
        assert!(site.browser.count(".home-latest .item").await >= 10);
        assert_eq!(site.browser.texts(".kinds a").await, ["文字新闻", "图片新闻", "视频新闻"]);
        site.browser.click(".province-320000 a").await;
        site.browser.wait_path("/region/320000/").await;
    });
}

#[test]
fn news_shows_all_and_each_kind() {
    flow(|site| async move {
        site.browser.goto("/news/").await;
        has_the_frame(&site, &["首页", "开发区新闻"]).await;
        assert!(site.browser.count(".item").await >= 30);
        site.browser.click_link_text("视频新闻").await;
        site.browser.wait_path("/news/video/").await;
        site.browser.wait_text("main", "这里暂时还没有新闻").await;
        site.browser.goto("/news/photo/").await;
        has_the_frame(&site, &["首页", "开发区新闻", "图片新闻"]).await;
        assert!(site.browser.count(".card img").await >= 5);
    });
}

#[test]
fn older_news_is_one_page_away() {
    flow(|site| async move {
        site.browser.goto("/news/").await;
        site.browser.click(".pager-older").await;
        site.browser.wait_text(".page-number", "页").await;
        let older = site.browser.path().await;
        assert!(older.starts_with("/news/") && older != "/news/", "{older}");
        assert_eq!(site.browser.count(".item").await, 30);
        site.browser.click(".pager-newer").await;
        site.browser.wait_gone(".page-number").await;
    });
}

#[test]
fn a_province_and_a_city_show_their_zones_and_news() {
    flow(|site| async move {
        site.browser.goto("/region/320000/").await;
        has_the_frame(&site, &["首页", "开发区新闻", "江苏"]).await;
        assert_eq!(site.browser.text("h1").await, "江苏的开发区");
        site.browser.click_link_text("淮安").await;
        site.browser.wait_text("h1", "淮安的开发区").await;
        has_the_frame(&site, &["首页", "开发区新闻", "江苏", "淮安"]).await;
        site.browser.wait_text(".zones", "淮安高新区").await;
        site.browser.wait_text(".items", "暨全区高质量发展大会召开").await;
    });
}

#[test]
fn a_zone_shows_its_facts_and_marks_unknown_ones() {
    flow(|site| async move {
        site.browser.goto("/zone/huaian-htz/").await;
        has_the_frame(&site, &["首页", "开发区新闻", "淮安", "淮安高新区"]).await;
        assert_eq!(site.browser.text("h1").await, "淮安国家高新技术产业开发区");
        let facts = site.browser.texts(".facts div").await;
        for fact in [
            "类型\n高新技术产业开发区",
            "级别\n国家级",
            "所在地\n江苏省 淮安市",
            "批准时间\n2017年2月13日",
            "核准面积\n234 公顷",
            "主导产业\n绿色食品、新型装备制造、新一代信息技术\n另有资料载：电子信息、新能源汽车及零部件、装备制造 \
             《中国开发区审核公告目录（2018年版）》（公告2018年第4号，据公开数据集摘录）",
            "状态\n在国家级名单内",
        ] {
            assert!(facts.iter().any(|shown| shown == fact), "{fact} in {facts:?}");
        }
        site.browser.click(".sources summary").await;
        site.browser.wait_text(".sources", "投促中国文章页").await;
        site.browser.click_link_text("文字新闻").await;
        site.browser.wait_path("/zone/huaian-htz/text/").await;
        has_the_frame(&site, &["首页", "开发区新闻", "淮安", "淮安高新区", "文字新闻"]).await;
        site.browser.goto("/zone/chuzhou-htz/").await;
        let facts = site.browser.texts(".facts div").await;
        assert!(facts.iter().any(|shown| shown == "主导产业\n暂无可靠资料"), "{facts:?}");
    });
}

#[test]
fn a_zone_shows_that_it_left_the_list() {
    flow(|site| async move {
        site.browser.goto("/zone/jiuquan-etdz/").await;
        site.browser.wait_text(".facts", "已退出国家级名单（2020年1月）").await;
    });
}

#[test]
fn an_article_shows_every_block_type() {
    flow(|site| async move {
        site.browser.goto("/article/zhangjiakou-etdz-202106-1/").await;
        has_the_frame(&site, &["首页", "开发区新闻", "张家口", "文字新闻"]).await;
        for form in ["p", "h2", "ul li", "ol li", "blockquote", "table th[scope=col]", "figure img[alt]", "figcaption"]
        {
            site.browser.wait_for(&format!(".article-body {form}")).await;
        }
        site.browser
            .wait_until(
                "(() => { const image = document.querySelector('.article-body img'); image.scrollIntoView();
                  return image.complete && image.naturalWidth > 0 })()",
                "the picture to load",
            )
            .await;
        // A month is shown as a month; no day is invented.
        assert_eq!(site.browser.text(".article-meta time").await, "2021-06");
    });
}

#[test]
fn unknown_addresses_show_the_not_found_view_with_links() {
    flow(|site| async move {
        // The host answers the page itself, and the search for the base, with 404.
        site.browser.allow_console("status of 404");
        for path in ["/nowhere/", "/zone/nowhere-htz/", "/article/huaian-htz-20990101-1/", "/news/999/", "/a/b/c"] {
            site.browser.goto(path).await;
            site.browser.wait_for("[data-state=not-found] h1").await;
            assert_eq!(site.server.get(path).await.status, 404);
            site.browser.wait_until("document.title.startsWith('没有找到这个页面')", "the title").await;
        }
        site.browser.type_into(".filter input[type=search]", "淮安高新").await;
        site.browser.wait_until("document.querySelectorAll('.zones li').length === 1", "one zone").await;
        site.browser.click_link_text("淮安国家高新技术产业开发区").await;
        site.browser.wait_path("/zone/huaian-htz/").await;
        site.browser.wait_text("h1", "淮安国家高新技术产业开发区").await;
    });
}

#[test]
fn an_old_address_with_a_query_opens_its_article() {
    flow(|site| async move {
        site.browser.allow_console("status of 404");
        let aliases = br#"{"/news/show.asp?id=7":"/article/huaian-htz-20220214-1/"}"#;
        let fault = Fault::Body { status: 200, content_type: "application/json", bytes: aliases.to_vec() };
        site.server.fault("/data/aliases.json", fault);
        site.browser.goto("/news/show.asp?id=7").await;
        site.browser.wait_path(ARTICLE).await;
        site.browser.wait_text("h1", "全区高质量发展大会召开").await;
        // With the parameters that sharing in WeChat adds.
        site.browser.goto("/news/show.asp?id=7&from=timeline&isappinstalled=0").await;
        site.browser.wait_path(ARTICLE).await;
        site.browser.goto("/news/show.asp?id=8").await;
        site.browser.wait_for("[data-state=not-found]").await;
    });
}

#[test]
fn other_spellings_of_an_address_open_its_page() {
    flow(|site| async move {
        for path in [
            "/zone/huaian-htz",
            "/zone/huaian-htz/index.html",
            "/zone/huaian-htz/?utm_source=x",
            "/zone/huaian-htz/#main",
        ] {
            site.browser.goto(path).await;
            site.browser.wait_text("h1", "淮安国家高新技术产业开发区").await;
        }
    });
}

#[test]
fn pages_and_links_work_without_scripts() {
    Flow::new().without_scripts().run(|site| async move {
        let browser = &site.browser;
        browser.goto(ARTICLE).await;
        has_the_frame(&site, &["首页", "开发区新闻", "淮安", "文字新闻"]).await;
        browser.wait_text(".article-body", "李有平").await;
        browser.click_link_text("淮安").await;
        browser.wait_path("/region/320800/").await;
        browser.wait_text("h1", "淮安的开发区").await;
        browser.click_link_text("开发区名录").await;
        browser.wait_text(".register", "北京经济技术开发区").await;
        // Every zone is two links away.
        browser.click(".provinces a[href$='/370000/']").await;
        browser.wait_text("h1", "山东的开发区").await;
        browser.click_link_text("临淄经开区").await;
        browser.wait_text("h1", "山东临淄经济开发区").await;
    });
}

#[test]
fn an_unknown_address_links_home_without_scripts() {
    Flow::new().without_scripts().run(|site| async move {
        site.browser.allow_console("status of 404");
        site.browser.goto("/nowhere/").await;
        site.browser.wait_text("body", "没有找到这个页面").await;
        let home = site.browser.attr("noscript a, body > p a", "href").await;
        assert_eq!(home.as_deref(), Some("https://www.investchn.com/"));
    });
}

#[test]
fn no_view_overflows_the_window() {
    flow(|site| async move {
        for width in [320, 360, 768, 1280, 1600] {
            site.browser.set_window(width, 900).await;
            for path in [
                "/",
                "/news/",
                "/region/320000/",
                "/zone/huaian-htz/",
                "/zones/",
                ARTICLE,
                "/article/zhangjiakou-etdz-202106-1/",
            ] {
                site.browser.goto(path).await;
                site.browser.wait_for("main h1").await;
                let overflow = "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
                let overflow = site.browser.execute(overflow, Vec::new()).await;
                assert_eq!(overflow.as_f64(), Some(0.0), "{path} at {width}");
            }
        }
    });
}
