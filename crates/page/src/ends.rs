//! The words of what stands around a body: the summary before it, and comments, related articles, share buttons and the site's
//! foot after it.

use investchn_lines::date;
use investchn_lines::line::normalized;
use investchn_model::PartialDate;

/// The words of what follows an article, alone on a line.
const ENDS: [&str; 78] = [
    "顶一下",
    "踩一下",
    "相关新闻",
    "相关文章",
    "相关链接",
    "相关信息",
    "相关阅读",
    "相关报道",
    "相关推荐",
    "相关内容",
    "相关资讯",
    "RelatedNews",
    "RelatedArticles",
    "热点新闻",
    "热门新闻",
    "热门文章",
    "热门推荐",
    "热点推荐",
    "热点排行",
    "点击排行",
    "点击排行榜",
    "阅读排行",
    "新闻排行",
    "最新新闻",
    "最新文章",
    "最新动态",
    "最新信息",
    "最新评论",
    "推荐新闻",
    "推荐文章",
    "推荐阅读",
    "推荐信息",
    "延伸阅读",
    "猜你喜欢",
    "友情链接",
    "网站链接",
    "发表评论",
    "我要评论",
    "网友评论",
    "文章评论",
    "评论",
    "查看评论",
    "本文评论",
    "用户评论",
    "精彩评论",
    "心情",
    "新闻心情",
    "表情",
    "分享",
    "分享到",
    "分享按钮",
    "网站地图",
    "关于我们",
    "隐私声明",
    "责任编辑",
    "附近新闻",
    "扫一扫",
    "二维码",
    "栏目导航",
    "站内搜索",
    "点赞",
    "赞",
    "推荐给朋友吧",
    "评论排行",
    "大家都在看",
    "看过本文的人还看过",
    "看了本文的网友还看了",
    "相关专题",
    "相关政策解读",
    "相关解读",
    "政策解读",
    "热点信息",
    "最新资讯",
    "随机文章",
    "近期文章",
    "更多新闻",
    "网友留言",
    "我来说两句",
];

/// The words with which a line begins that follows an article.
const ENDS_WITH_MORE: [&str; 55] = [
    "声明:",
    "【免责声明",
    "分享到",
    "分享至",
    "扫一扫",
    "微信扫",
    "扫描二维码",
    "扫描上方",
    "扫描下方",
    "用微信扫",
    "用手机扫",
    "手机扫",
    "扫码",
    "版权所有",
    "版权声明",
    "免责声明",
    "郑重声明",
    "特别声明",
    "主办:",
    "主办单位:",
    "承办:",
    "承办单位:",
    "技术支持:",
    "网站标识码",
    "中文域名",
    "发表评论",
    "我要评论",
    "网友评论",
    "请自觉遵守",
    "评论内容",
    "用户名:",
    "验证码",
    "尚无评论",
    "查看所有评论",
    "打印本",
    "【打印",
    "[打印",
    "备案号",
    "相关热词",
    "热词搜索",
    "本文标签",
    "文章标签",
    "您看到此篇文章",
    "您看完此文章",
    "您看完本文",
    "本文链接",
    "本文地址",
    "原文链接",
    "转载请注明",
    "转载请保留",
    "LastUpdated",
    "FiledUnder",
    "Filedunder",
    "Sharethis",
    "Thisentrywasposted",
];

/// The words of links to the pages of an article.
const PAGER: [&str; 21] = [
    "首页",
    "上一页",
    "下一页",
    "末页",
    "尾页",
    "前一页",
    "后一页",
    "上页",
    "下页",
    "第一页",
    "最后一页",
    "阅读全文",
    "余下全文",
    "全文阅读",
    "查看全文",
    "在本页阅读全文",
    "页次",
    "转到",
    "共",
    "第",
    "页",
];

/// The words before a summary.
const SUMMARY: [&str; 12] = [
    "核心提示",
    "内容提要",
    "内容摘要",
    "内容简介",
    "新闻导读",
    "摘要",
    "导读",
    "提要",
    "简介",
    "导语",
    "提示",
    "概要",
];

/// The longest line that ends an article, in characters.
const LONGEST_END: usize = 300;

/// Returns true if a line belongs to what follows an article: comments, related articles, share buttons, the site's foot.
pub(crate) fn is_end(text: &str) -> bool {
    let line = normalized(text);
    let bare = line.trim_matches(|letter: char| !letter.is_alphanumeric());
    let is_rule = line.contains("分割线") || line.contains("分隔线");
    let is_filing = line.contains("ICP备") || line.contains("ICP证") || line.contains("公网安备");
    let is_copyright = line.to_ascii_lowercase().starts_with("copyright") || line.starts_with(['©', '®']);
    let length = line.chars().count();
    // Some sites write a heading in two languages.
    let chinese = bare.trim_matches(|letter: char| letter.is_ascii());
    ENDS.contains(&bare)
        || (!chinese.is_empty() && ENDS.contains(&chinese))
        || (length <= LONGEST_END && ENDS_WITH_MORE.iter().any(|start| line.starts_with(start)))
        || (is_rule && length <= 60)
        || (length <= LONGEST_END && is_notice_of_rights(&line))
        || is_pager(&line)
        || posted(text).is_some()
        || (is_filing && length <= 200)
        || is_copyright
}

/// Returns true for the notice by which a site claims or disclaims rights, whatever name it begins with.
fn is_notice_of_rights(normalized: &str) -> bool {
    let heads =
        ["免责声明:", "版权声明:", "版权与免责声明", "版权及免责声明"].iter().filter_map(|head| normalized.find(head));
    let claims =
        ["凡本网注明", "凡本站注明", "凡注明", "凡本报", "凡来源"].iter().any(|start| normalized.contains(start));
    heads.min().is_some_and(|at| normalized[..at].chars().count() <= 12) || claims
}

/// Returns true for the links to the pages of a long article: 【1】【2】, 首页 上一页 1 2 下一页 尾页, 共3页.
pub(crate) fn is_pager(normalized: &str) -> bool {
    let mut rest = normalized.to_owned();
    let length = rest.len();
    for word in PAGER {
        rest = rest.replace(word, " ");
    }
    let is_number = |word: &&str| word.chars().all(|letter| letter.is_ascii_digit()) && word.len() <= 2;
    let numbers: Vec<&str> =
        rest.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let in_brackets = || normalized.starts_with(['[', '【']) && !normalized.contains(['.', ',', ':']);
    numbers.iter().all(is_number) && (rest.len() < length || (numbers.len() > 1 && in_brackets()))
}

/// Returns the date in a line by which a blog says when an entry was posted: 本文章由 admin 于 2010年11月03日 发表在 随笔.
pub(crate) fn posted(text: &str) -> Option<PartialDate> {
    if text.len() > 4 * LONGEST_END || !["发表", "发布", "osted"].iter().any(|word| text.contains(word)) {
        return None;
    }
    let line = normalized(text);
    let begins = [
        "本文章由",
        "本文由",
        "本日志由",
        "本条目由",
        "这篇文章由",
        "由",
        "Thisentrywasposted",
        "Postedby",
        "Postedon",
    ];
    let is_posted = begins.iter().any(|start| line.starts_with(start)) && !line.starts_with("由于");
    let on = ["于", " on "].iter().find_map(|word| text.split_once(word)).map(|(_, after)| after.trim_start())?;
    let dated = date::parse(on).filter(|dated| dated.date.day().is_some());
    dated.filter(|_| is_posted && line.chars().count() <= LONGEST_END).map(|dated| dated.date)
}

/// Returns true for the title under which the article was first printed: 原标题：….
pub(crate) fn is_first_title(text: &str) -> bool {
    let line = normalized(text);
    let line = line.trim_start_matches(['(', '[', '【']);
    ["原标题:", "原题:", "原文标题:", "原题为:"].iter().any(|start| line.starts_with(start))
        && line.chars().count() <= 100
}

/// Returns true for the words by which a site disclaims what it reprints.
pub(crate) fn is_disclaimer(text: &str) -> bool {
    let line = normalized(text);
    let line = line.trim_start_matches(['【', '[', '*', '※']);
    let begins = ["声明:", "版权声明", "免责声明", "特别声明", "郑重声明"].iter().any(|start| line.starts_with(start));
    let says = ["转载", "版权", "本网", "本站", "不构成", "仅供参考", "不代表"].iter().any(|word| line.contains(word));
    begins && says
}

/// Returns true for the heading of readers' comments.
pub(crate) fn is_comments(text: &str) -> bool {
    let line = normalized(text);
    let bare = line.trim_matches(|letter: char| !letter.is_alphanumeric());
    let length = line.chars().count();
    let named =
        ["网友评论", "发表评论", "我要评论", "最新评论", "最热评论", "文章评论", "用户评论", "我来说两句", "留言"];
    (length <= 12 && named.iter().any(|name| bare.starts_with(name) || bare.ends_with(name)))
        || (length <= 30 && (line.contains("条评论") || bare.starts_with("评论(")))
}

/// Returns true if a line begins with the words before a summary.
pub(crate) fn is_summary(text: &str) -> bool {
    let text = normalized(text);
    behind_summary(&text).len() < text.len()
}

/// Returns a text without the words before a summary.
pub(crate) fn behind_summary(text: &str) -> &str {
    let inner = text.trim_start_matches(['[', '【', '(', '（']);
    let labelled = SUMMARY.iter().find_map(|label| inner.strip_prefix(label));
    match labelled {
        Some(rest) if rest.is_empty() || rest.starts_with([':', '：', ']', '】', ')']) => {
            rest.trim_start_matches([':', '：', ']', '】', ')'])
        }
        _ => text,
    }
}
