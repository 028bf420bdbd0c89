//! The Chinese messages.

mod register;
mod register_files;
mod search;

use investchn_model::{PartialDate, Period, Status};

use crate::messages::Messages;
use crate::partners::{BuilderMessages, BuilderScriptMessages, EmbedMessages, PreviewMessages};
use crate::published::{
    BootMessages, ImportReviewMessages, PlainPageMessages, SourceMessages, StartMessages, WorkerMessages,
};
use crate::reader::{
    ActionMessages, ArticleMessages, DescriptionMessages, FactMessages, FailureMessages, FrameMessages, HomeMessages,
    ListMessages, NameMessages, SavedMessages,
};

/// The messages in Chinese.
pub const ZH: Messages = Messages {
    lang: "zh-CN",
    frame: FrameMessages {
        skip_link: "跳到正文",
        menu: "主导航",
        breadcrumbs: "您现在的位置",
        breadcrumbs_label: "您现在的位置：",
        loading: "正在载入……",
        outdated_before: "网站有了新版本，可以接着读，也可以",
        outdated_link: "重新载入",
        outdated_after: "。",
        contact: "与我们联系",
        phone: "联系电话",
        fax: "传真",
        email: "邮箱",
        colon: "：",
        saved_link: "公文包（离线阅读）",
        embed_link: "把新闻放到您的网站",
    },
    actions: ActionMessages {
        home: "回到首页",
        all_news: "看全部新闻",
        find_zones: "查开发区名录",
        saved_pages: "看公文包",
        reload: "重新载入",
        retry: "重试",
    },
    names: NameMessages {
        home: "首页",
        news: "新闻",
        zone_news: "开发区新闻",
        text_news: "文字新闻",
        photo_news: "图片新闻",
        video_news: "视频新闻",
        zones: "开发区",
        register: "开发区名录",
        offline: "现在没有网络",
        saved: "公文包",
        not_found: "没有找到这个页面",
        page: |number| ["第", &number.to_string(), "页"].concat(),
        region: |region| [region, "的开发区"].concat(),
        zone: |zone, kind| [zone, kind.map_or("", |kind| ZH.names.kind(kind))].concat(),
        home_title: |portal, slogan| [portal, "：", slogan].concat(),
    },
    descriptions: DescriptionMessages {
        home: |portal, slogan| [portal, "：", slogan, "。全国开发区的新闻与名录。"].concat(),
        register: "全国国家级与省级开发区名录：按级别、类型、省份、产业、批准年份和面积查找。",
        offline: "没有网络时可以读的内容。",
        saved: "存在这台设备上、没有网络也能读的开发区与地区新闻。",
        news: |kind| ["各地开发区的", kind.map_or(ZH.names.news, |kind| ZH.names.kind(kind)), "，最新在前。"].concat(),
        region: |region| [region, "的开发区与新闻。"].concat(),
        zone: |zone, province| [zone, "（", province, "）的基本资料与新闻。"].concat(),
    },
    home: HomeMessages {
        lead: "全国开发区的新闻与名录：按省份看分布，按开发区读消息。",
        zones: "在册开发区",
        national_etdz: "国家级经开区",
        national_htz: "国家级高新区",
        national_other: "其他国家级",
        map: "各省份的开发区",
        map_note: "示意排列，不表示疆界。数字为在册的国家级与省级开发区合计；兼有两类的一家在两类中各计一次。“–”为名录中暂无。",
        no_zones: "名录中暂无",
        zones_national: |national| [" 家，其中国家级 ", &national.to_string(), " 家"].concat(),
        latest: "最新新闻",
        all_news: "全部开发区新闻",
    },
    lists: ListMessages {
        kinds: "新闻类型",
        all: "全部",
        news_lead_before: "来自全国各地的开发区，最新在前。也可以从",
        news_lead_after: "进入某一家的新闻。",
        region_zones: |region, national, provincial| {
            let (national, provincial) = (national.to_string(), provincial.to_string());
            [region, "，名录收录国家级开发区 ", &national, " 家、省级开发区 ", &provincial, " 家。"].concat()
        },
        region_has_none: "名录中暂无这里的开发区。",
        zones_of: |name, count| [name, " ", &count.to_string(), " 家"].concat(),
        by_city: "按城市",
        empty: "这里暂时还没有新闻。",
        all_of_zone: "看这家的全部新闻",
        pages: "翻页",
        newer: "较新的新闻",
        older: "较早的新闻",
    },
    register: register::REGISTER,
    charts: register_files::CHARTS,
    register_files: register_files::REGISTER_FILES,
    article: ArticleMessages {
        draft: "草稿，尚未发布",
        published: "发布时间：",
        source: "来源：",
        zone: "发布开发区：",
        corrections: "更正",
        neighbours: "上一条与下一条",
        previous: "上一条：",
        next: "下一条：",
        is_newest: "没有了，这是本开发区最新的一条",
        is_oldest: "没有了，这是本开发区最早的一条",
        title_only: "（仅存标题，正文未收录）",
        all_of_zone: |zone| [zone, "的全部新闻"].concat(),
        table: "表格",
        video: |title| ["视频：", title].concat(),
    },
    facts: FactMessages {
        name: "全称",
        zone_type: "类型",
        level: "级别",
        place: "所在地",
        approved: "批准时间",
        area: "核准面积",
        industries: "主导产业",
        status: "状态",
        zones: "国家级开发区",
        sources: "资料出处",
        name_and_place: "名称与所在地",
        unknown: "暂无可靠资料",
        separator: "、",
        name_separator: "、",
        place_separator: " ",
        national: "国家级",
        provincial: "省级",
        etdz: "经济技术开发区",
        etdz_short: "经开区",
        htz: "高新技术产业开发区",
        htz_short: "高新区",
        economic: "经济开发区",
        high_tech: "高新技术产业园区",
        bonded_zone: "综合保税区",
        bonded_area: "保税区",
        export_processing: "出口加工区",
        bonded_logistics: "保税物流园区",
        bonded_port: "保税港区",
        customs_other: "其他海关特殊监管区域",
        customs: "海关特殊监管区域",
        border: "边境/跨境经济合作区",
        industrial: "工业园区等",
        other_type: "其他类型开发区",
        code: "公告目录代码",
        history: "沿革",
        name_en: "英文名称",
        name_en_derived: "依中文名称按规则译写",
        doubtful: "（存疑）",
        otherwise: "另有资料载：",
        also_called: |names| ["又称：", names].concat(),
        hectares: |area| [area, " 公顷"].concat(),
        date,
        period,
        listed_by_province: "在省级开发区名单内",
        status_since,
    },
    failures: FailureMessages {
        not_found_advice: "地址可能有误，或者内容已经移走。可以在下面按名称查找开发区，也可以从首页重新开始。",
        offline_advice: "设备似乎没有连上网络，连上以后这里会再试一次。",
        unreachable: "内容没有载入成功",
        unreachable_advice: "服务器暂时没有回应，稍等片刻再试一次。",
        wrong_shape: "内容无法显示",
        wrong_shape_advice: "收到的数据不完整或格式不对。可以重试；仍然不行，请告诉我们。",
        newer_schema: "网站已经更新",
        newer_schema_advice: "这里打开的是旧版页面，重新载入即可使用新版。",
    },
    search: search::SEARCH,
    search_script: search::SEARCH_SCRIPT,
    saved: SavedMessages {
        keep: "存入公文包，离线可读",
        drop: "移出公文包",
        renew_one: "更新",
        drop_one: "移出",
        action_on: |action, name| [action, "：", name].concat(),
        unavailable: "这里要在允许离线保存的浏览器里、打开脚本后才能使用。",
        empty: "公文包还是空的。",
        clear: "全部清空",
        confirm_clear: "要清空公文包吗？",
        readable: "没有网络也能读",
        offline_lead: "要看的内容还没有存在这台设备上。连上网络以后再打开就好；读过的页面和公文包里的内容现在也能读。",
        lead_before: "把常看的开发区或地区存在这台设备上，没有网络也能读。在它们的页面上按“存入公文包”即可；可以从",
        lead_after: "进入。",
    },
    embed: EmbedMessages {
        news: |zone| [zone, "新闻"].concat(),
        many: "开发区新闻",
        more: "更多新闻",
        none: "暂无新闻",
        facts: "全部资料与出处",
        stop: "暂停",
        go: "滚动",
        next: "下一条",
    },
    builder: BuilderMessages {
        name: "把新闻放到您的网站",
        description: "一行代码，把任何一家国家级开发区的新闻放到您的网站上：网页元素、框架或不用脚本的订阅源。",
        lead: "商会、银行、城市门户都可以用：选一家开发区，复制一行代码，粘贴到网页里。新闻由本站更新，您的页面不用再改。",
        no_script: "下面的选择与预览需要浏览器运行脚本。不用脚本也能嵌入：在每家开发区的页面上都有订阅源（feed.xml、feed.json），框架页的地址是本站地址加 embed/zone/开发区代号/。",
        zone: "开发区（输入名称或拼音）",
        way: "方式",
        way_element: "网页元素：样式随您的页面",
        way_frame: "框架：与您的页面隔开",
        way_none: "不用脚本：一段 HTML，内容是此刻的",
        view: "显示",
        view_list: "新闻列表",
        view_profile: "开发区概况",
        view_ticker: "单行滚动",
        limit: "条数",
        language: "语言",
        language_zh: "中文",
        language_en: "English",
        default: "默认",
        theme: "配色",
        theme_light: "浅色",
        theme_dark: "深色",
        theme_auto: "随访问者的设备",
        heading: "标题（留空用默认）",
        pinned: "固定脚本版本，并校验完整性",
        preview: "预览",
        look: "放在这样的页面里",
        look_plain: "普通页面",
        look_dark: "深色页面",
        look_large: "超大字号",
        look_narrow: "窄栏",
        look_rtl: "从右到左",
        look_hostile: "重置一切样式",
        code: "复制到您的页面",
        code_what: "代码",
        style: "预留高度（写进样式表，载入时页面不跳动）",
        style_what: "样式",
        policy: "内容安全策略（您的网站设有 CSP 时才需要）",
        policy_what: "策略",
        feeds: "订阅源",
        feeds_what: "地址",
        copy: |what| ["复制", what].concat(),
        height_before: "高度按此刻的内容在预览里量得，那里宽 ",
        height_after: " 像素。您的页面更窄、字更大，或以后新闻更多时，请多留一些；放不下的可以滚动。",
        privacy: "隐私",
        privacy_text: "嵌入的内容不使用 Cookie，不在访问者的浏览器里存储任何东西，也不涉及第三方；访问者的浏览器只向本站请求脚本或框架页和所选开发区的新闻数据。",
        developers_before: "给开发者：数据格式是 JSON Feed 1.1，",
        developers_after: "。文章与开发区的地址支持 oEmbed，粘贴到 WordPress 等系统即可。",
    },
    builder_script: BuilderScriptMessages {
        zone_news: |zone| ZH.embed.news(zone),
        height_later: "预览载入后，高度写在这里。",
        no_policy: "不需要。",
        width_later: "……",
        several_zones: |count| ["有 ", count, " 家，请从列表里选一家。"].concat(),
        no_zone: "没有找到，请从列表里选一家。",
        no_data: "没有取到数据，请稍后再试。",
        copied: "已复制。",
        selected: "已选中，请按 Ctrl+C 复制。",
    },
    preview: PreviewMessages {
        title: "示例：合作网站的页面",
        heading: "示例商会网站",
        before: "示例文字：嵌入的内容在下面，样式由这个页面和您的选择共同决定。",
        after: "示例文字：嵌入的内容到此为止，不影响页面的其他部分。",
    },
    boot: BootMessages {
        opening: "正在打开……",
        no_scripts: "这个网站的页面由脚本显示，而浏览器现在关闭了脚本。请在浏览器设置中允许本站运行脚本（JavaScript），然后重新载入。",
    },
    start: StartMessages {
        failed: "页面没有打开。请检查网络后重新载入；浏览器太旧时，请换用新版浏览器。"
    },
    plain_pages: PlainPageMessages {
        moved_before: "这个页面已经移到",
        moved_link: "新地址",
        moved_after: "。",
        not_found: "没有找到这个页面。",
    },
    worker: WorkerMessages {
        busy: "正在处理……",
        no_space: "存储空间不够，没有存全。可以先移出一些内容再试。",
        no_network: "没有存全：网络不通，或者服务器没有回应。连上以后可以再试。",
        done: |name, articles| ["已存入公文包：", name, "，共 ", articles, " 篇。"].concat(),
        dropped: "已移出公文包。",
        emptied: "公文包已清空。",
        note: |articles, size, date| [articles, " 篇，", size, "，更新于 ", date].concat(),
        incomplete: |size| [size, "，没有存全"].concat(),
        locale: "zh-CN",
    },
    sources: SourceMessages {
        source_pending: "待填",
        body_pending: "正文待写。",
        left_over: "待整理",
        no_title: "标题未能确定。",
        no_date: "发布时间未能确定，暂记作0000。",
        no_source: "来源未能确定。",
        no_body: "正文未能确定。",
        unreadable: |count| ["原页面有", &count.to_string(), "处字符未能识别，文中记作\u{fffd}。"].concat(),
        picture_missing: |address| ["图片未随页面保存：", address].concat(),
        content_missing: |address| ["视频等内容未随页面保存：", address].concat(),
        document_missing: |address| ["附件未随页面保存：", address].concat(),
    },
    import_review: ImportReviewMessages {
        title: "导入核对",
        counts: |imported, drafts, already_there, not_imported| {
            let [imported, drafts, there, not] = [imported, drafts, already_there, not_imported].map(|n| n.to_string());
            ["导入 ", &imported, " 页，其中草稿 ", &drafts, " 篇；此前已有 ", &there, " 页，未导入 ", &not, " 页。"]
                .concat()
        },
        legend: "左为原页面的文字，灰色带删除线的没有收入；右为写成的稿件。疑点已标出，请逐篇核对；其余各篇均匀抽取，供抽查。",
        doubts: "有疑点的页面",
        others: "抽查",
        old_page: "原页面",
        source: "稿件",
        nothing: "未写成稿件。",
    },
};

/// Formats a date: 2017年2月13日, 2021年6月, 1984年.
fn date(date: PartialDate) -> String {
    let mut text = date.year().to_string() + "年";
    if let Some(month) = date.month() {
        text.push_str(&month.to_string());
        text.push('月');
    }
    if let Some(day) = date.day() {
        text.push_str(&day.to_string());
        text.push('日');
    }
    text
}

fn period(period: Period) -> String {
    match period.to {
        None => date(period.from),
        Some(to) => [&period.from.to_string(), "年至", &date(to), "之间（确切年份未详）"].concat(),
    }
}

fn status_since(status: Status, since: Option<PartialDate>) -> String {
    match (status, since) {
        (Status::Listed, _) => "在国家级名单内".to_owned(),
        (Status::Uncertain, _) => "资料不足或不一，是否仍在国家级名单内待核实".to_owned(),
        (Status::Exited, Some(since)) => ["已退出国家级名单（", &date(since), "）"].concat(),
        (Status::Exited, None) => "已退出国家级名单".to_owned(),
    }
}
