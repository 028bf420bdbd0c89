//! Recognises the boilerplate of the old site: slogan, contact, copyright, tools, counters, navigation. `page` decides in
//! which parts of a page it is looked for.

use investchn_model::Site;

use crate::ends;

use investchn_lines::date;
use investchn_lines::labels::{self, Label};
use investchn_lines::line::{Line, normalized};
use investchn_text::to_half_width;

/// The words of buttons and links around an article.
const TOOLS: [&str; 51] = [
    "+1",
    "纠错",
    "打印",
    "打印本页",
    "打印本文",
    "打印此页",
    "我要打印",
    "关闭",
    "关闭窗口",
    "关闭本页",
    "关闭此页",
    "返回",
    "返回顶部",
    "返回列表",
    "返回首页",
    "回到顶部",
    "TOP",
    "收藏",
    "收藏本页",
    "加入收藏",
    "设为首页",
    "分享",
    "分享到",
    "复制链接",
    "字号",
    "字体",
    "推荐给好友",
    "我要纠错",
    "打印此文",
    "告诉好友",
    "推荐好友",
    "发表评论",
    "减小字体",
    "增大字体",
    "我要收藏",
    "保存本页",
    "打印文章",
    "打印页面",
    "打印预览",
    "打印正文",
    "关闭本窗口",
    "关闭页面",
    "返回上一页",
    "返回上页",
    "返回上级",
    "返回顶端",
    "在线打印",
    "页面打印",
    "转发",
    "分享按钮",
    "扫一扫",
];

/// Words that count as tools only beside a word of [`TOOLS`].
const AMONG_TOOLS: [&str; 50] = [
    "超大",
    "放大",
    "正常",
    "缩小",
    "调整",
    "较大",
    "较小",
    "标准",
    "A+",
    "A-",
    "A",
    "朋友圈",
    "QQ好友",
    "QQ",
    "大",
    "中",
    "小",
    "特大",
    "默认",
    "首页",
    "网站首页",
    "本页",
    "窗口",
    "QQ空间",
    "新浪微博",
    "微博",
    "腾讯微博",
    "微信",
    "人人网",
    "更多",
    "登录",
    "挑错",
    "推荐",
    "减小",
    "增大",
    "保存",
    "复制",
    "此页",
    "页面",
    "本文",
    "文章",
    "评论",
    "收藏",
    "网页",
    "人民网",
    "豆瓣",
    "开心网",
    "人人",
    "网易微博",
    "一键分享",
];

/// The headings of sections beside or below an article.
const SECTIONS: [&str; 22] = [
    "首页",
    "相关新闻",
    "相关文章",
    "相关链接",
    "相关信息",
    "热点新闻",
    "热门新闻",
    "热门文章",
    "最新新闻",
    "最新文章",
    "最新动态",
    "推荐新闻",
    "推荐文章",
    "图片新闻",
    "视频新闻",
    "文字新闻",
    "开发区新闻",
    "友情链接",
    "站内搜索",
    "快速导航",
    "网站导航",
    "更多>>",
];

/// The words before the date of the visit.
pub(crate) const TODAY: &str = "今天是";

/// The headings of the contact block.
const CONTACT: [&str; 2] = ["与我们联系", "联系我们"];

/// The words at the beginning of a breadcrumb.
const YOU_ARE_HERE: [&str; 7] =
    ["您现在的位置", "您当前的位置", "您的当前位置", "您的位置", "当前位置", "现在的位置", "所在位置"];

/// Returns true if a line is a tool or a counter, which is no paragraph in any part of a page.
pub fn is_tool(text: &str) -> bool {
    let normalized = normalized(text);
    let words: Vec<&str> =
        normalized.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let known = |word: &&str| TOOLS.contains(word) || AMONG_TOOLS.contains(word);
    if words.iter().any(|word| TOOLS.contains(word)) && words.iter().all(known) {
        return true;
    }
    if is_made_of_tools(&normalized) {
        return true;
    }
    let apart: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if apart.iter().any(|word| TOOLS.contains(word)) && apart.iter().all(known) {
        return true;
    }
    let fields = labels::split(text);
    fields.lead.is_empty()
        && !fields.fields.is_empty()
        && fields.fields.iter().all(|field| field.label == Label::Count && is_count(&field.value))
}

/// Returns true if a text is nothing but the words of tools, without anything between them: 打印关闭.
fn is_made_of_tools(normalized: &str) -> bool {
    let mut rest = normalized;
    let mut has_tool = false;
    while !rest.is_empty() {
        let longest = |words: &[&'static str]| {
            words.iter().copied().filter(|word| rest.starts_with(word)).max_by_key(|word| word.len())
        };
        let (tool, among) = (longest(&TOOLS), longest(&AMONG_TOOLS));
        let word = match (tool, among) {
            (Some(tool), Some(among)) if among.len() > tool.len() => among,
            (Some(tool), _) => {
                has_tool = true;
                tool
            }
            (None, Some(among)) => among,
            (None, None) => match rest.chars().next().filter(|letter| !letter.is_alphanumeric()) {
                Some(sign) => &rest[..sign.len_utf8()],
                None => return false,
            },
        };
        rest = &rest[word.len()..];
    }
    has_tool
}

/// Returns true if the value is only a count or a choice of font sizes. More text may follow it on the same line, and must
/// be kept.
pub fn is_count(value: &str) -> bool {
    let normalized: Vec<String> = value.split(|letter: char| !letter.is_alphanumeric()).map(normalized).collect();
    normalized.iter().all(|word| {
        TOOLS.contains(&word.as_str())
            || AMONG_TOOLS.contains(&word.as_str())
            || word.chars().all(|letter| letter.is_ascii_digit() || "次人大中小".contains(letter))
    })
}

/// Returns true if a line outside of the article is boilerplate.
pub fn is_boilerplate(line: &Line, site: &Site) -> bool {
    let text = normalized(&line.text);
    line.linked
        || is_tool(&line.text)
        || ends::is_end(&line.text)
        || is_contact_heading(&line.text)
        || is_copyright(&line.text, site)
        || is_own(&line.text, site)
        || SECTIONS.contains(&text.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '>'))
        || (text.starts_with("您是第") && text.contains('位'))
        || (text.starts_with(TODAY) && text.chars().any(|letter| letter.is_ascii_digit()))
        || !text.chars().any(char::is_alphanumeric)
        || labels::split(&line.text).first() == Some(Label::Contact)
}

/// Returns true if a line has the portal's own phone, fax or e-mail address, or is its name or a part of its slogan.
pub fn is_own(text: &str, site: &Site) -> bool {
    let contact = &site.contact;
    let line = normalized(text);
    let is_value = |value: &String| {
        let value = normalized(value);
        // The line may have a label before the value, but little more.
        !value.is_empty() && line.ends_with(&value) && line.len() < value.len() + 24
    };
    [&contact.phone, &contact.fax, &contact.email].into_iter().any(is_value) || is_site_name(&line, site)
}

/// Returns true for the heading of the contact block.
pub fn is_contact_heading(text: &str) -> bool {
    CONTACT.contains(&normalized(text).trim_end_matches(':'))
}

/// Returns true for the copyright line, or a filing number beside it.
pub fn is_copyright(text: &str, site: &Site) -> bool {
    let line = normalized(text);
    let lower = line.to_ascii_lowercase();
    let numbers = [&site.icp, &site.police].map(|number| normalized(number));
    line == normalized(&site.copyright)
        || lower.starts_with("copyright")
        || line.starts_with(['©', '®'])
        || line.starts_with("版权所有")
        || (line.contains("版权所有") && line.chars().count() < 60 && !line.contains('，'))
        || (line.contains("ICP备") || line.contains("ICP证") || line.contains("公网安备")) && line.chars().count() < 80
        || numbers.contains(&line)
}

/// Returns true for the site's name, its slogan, or a part of the slogan of at least six characters.
fn is_site_name(normalized_line: &str, site: &Site) -> bool {
    let slogan = normalized(&site.slogan);
    let part = normalized_line.chars().count() >= 6 && slogan.contains(normalized_line);
    part || [&site.name, &site.name_en].iter().any(|name| normalized(name).eq_ignore_ascii_case(normalized_line))
}

/// Splits a breadcrumb into its words, home page first; none if the line is no breadcrumb. Text before the breadcrumb
/// becomes its first word, unless it is the date of the visit.
pub fn breadcrumb(text: &str) -> Option<Vec<String>> {
    let start = normalized(text);
    let (said, lead, rest) = match YOU_ARE_HERE.iter().find(|words| start.contains(**words)) {
        Some(words) => {
            let (before, after) = around(text, words);
            (true, Some(normalized(before)).filter(|before| !is_today(before)), after)
        }
        None => (false, None, text),
    };
    let rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || ":：是在".contains(letter));
    let dashes = normalized(rest).starts_with("首页-");
    let words = rest.split(|sign: char| ">＞»›→/\\|".contains(sign) || (dashes && sign == '-'));
    let words: Vec<String> = words.map(normalized).filter(|word| !word.is_empty()).collect();
    let is_way = words.len() > 1 && words.first().is_some_and(|word| word.ends_with("首页") || word == "主页");
    (said || is_way).then(|| lead.into_iter().chain(words).collect())
}

/// Returns true if the text before a breadcrumb is the date of the visit, or has no letters.
fn is_today(normalized: &str) -> bool {
    let rest = normalized.trim_start_matches(TODAY);
    !normalized.contains(char::is_alphanumeric) || date::parse(rest).is_some_and(|dated| dated.rest.is_empty())
}

/// Splits a text at words that may have spaces between their characters, into the text before and after them.
fn around<'a>(text: &'a str, words: &str) -> (&'a str, &'a str) {
    let behind = |at: usize| {
        words.chars().try_fold(&text[at..], |rest, wanted| {
            let rest = rest.trim_start_matches(|letter: char| normalized(letter.encode_utf8(&mut [0; 4])).is_empty());
            rest.strip_prefix(|letter| to_half_width(letter) == wanted)
        })
    };
    let found = text.char_indices().find_map(|(at, _)| Some((&text[..at], behind(at)?)));
    found.unwrap_or((text, ""))
}
