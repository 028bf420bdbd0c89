//! What belongs to the old site's frame and not to an article: slogan, contact, copyright, tools, counters, navigation. It owns
//! how each is recognised; where on the page it may stand is the business of `page`.

use investchn_model::Site;

use super::date;
use super::labels::{self, Label};
use super::line::{Line, normalized};
use investchn_text::to_half_width;

/// Words of buttons and links around an article.
const TOOLS: [&str; 26] = [
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
];

/// Words that are tools only among others.
const AMONG_TOOLS: [&str; 17] = [
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
];

/// Headings of what stands beside or below an article.
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

/// The heading of the contact block.
const CONTACT: [&str; 2] = ["与我们联系", "联系我们"];

/// Words that the line of the way to the page begins with.
const YOU_ARE_HERE: [&str; 7] =
    ["您现在的位置", "您当前的位置", "您的当前位置", "您的位置", "当前位置", "现在的位置", "所在位置"];

/// Whether a line, wherever it stands, is a tool or a counter and never a paragraph.
pub(super) fn is_tool(text: &str) -> bool {
    let normalized = normalized(text);
    let words: Vec<&str> =
        normalized.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let known = |word: &&str| TOOLS.contains(word) || AMONG_TOOLS.contains(word);
    if words.iter().any(|word| TOOLS.contains(word)) && words.iter().all(known) {
        return true;
    }
    let fields = labels::split(text);
    fields.lead.is_empty()
        && !fields.fields.is_empty()
        && fields.fields.iter().all(|field| field.label == Label::Count && is_count(&field.value))
}

/// Whether the value of a counter or of a choice of sizes is no more than that: behind it text may go on.
pub(super) fn is_count(value: &str) -> bool {
    let normalized: Vec<String> = value.split(|letter: char| !letter.is_alphanumeric()).map(normalized).collect();
    normalized.iter().all(|word| {
        TOOLS.contains(&word.as_str())
            || AMONG_TOOLS.contains(&word.as_str())
            || word.chars().all(|letter| letter.is_ascii_digit() || "次人大中小".contains(letter))
    })
}

/// Whether a line outside of the article belongs to the site's frame.
pub(super) fn is_frame(line: &Line, site: &Site) -> bool {
    let text = normalized(&line.text);
    line.linked
        || is_tool(&line.text)
        || is_contact_heading(&line.text)
        || is_copyright(&line.text, site)
        || is_own(&line.text, site)
        || SECTIONS.contains(&text.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '>'))
        || (text.starts_with("您是第") && text.contains('位'))
        || (text.starts_with("今天是") && text.chars().any(|letter| letter.is_ascii_digit()))
        || !text.chars().any(char::is_alphanumeric)
        || labels::split(&line.text).first() == Some(Label::Contact)
}

/// A line with one of the operator's own numbers, or a piece of the slogan or the name.
pub(super) fn is_own(text: &str, site: &Site) -> bool {
    let contact = &site.contact;
    let line = normalized(text);
    let is_value = |value: &String| {
        let value = normalized(value);
        // A label stands before it, hardly more.
        !value.is_empty() && line.ends_with(&value) && line.len() < value.len() + 24
    };
    [&contact.phone, &contact.fax, &contact.email].into_iter().any(is_value) || is_site_name(&line, site)
}

/// The heading of the contact block.
pub(super) fn is_contact_heading(text: &str) -> bool {
    CONTACT.contains(&normalized(text).trim_end_matches(':'))
}

/// The copyright line, or a filing number beside it.
pub(super) fn is_copyright(text: &str, site: &Site) -> bool {
    let line = normalized(text);
    let lower = line.to_ascii_lowercase();
    let numbers = [&site.icp, &site.police].map(|number| normalized(number));
    line == normalized(&site.copyright)
        || lower.starts_with("copyright")
        || line.starts_with(['©', '®'])
        || line.starts_with("版权所有")
        || (line.contains("ICP备") || line.contains("ICP证") || line.contains("公网安备")) && line.chars().count() < 80
        || numbers.contains(&line)
}

/// The slogan, whole or the part of it that stands on one line, or the site's name.
fn is_site_name(normalized_line: &str, site: &Site) -> bool {
    let slogan = normalized(&site.slogan);
    let part = normalized_line.chars().count() >= 6 && slogan.contains(normalized_line);
    part || [&site.name, &site.name_en].iter().any(|name| normalized(name).eq_ignore_ascii_case(normalized_line))
}

/// The words of the way to the page, the site's start first; none where the line is something else. What stands before the
/// way, unless it is the day of a visit, is its first word.
pub(super) fn crumbs(text: &str) -> Option<Vec<String>> {
    let start = normalized(text);
    let (said, lead, rest) = match YOU_ARE_HERE.iter().find(|words| start.contains(**words)) {
        Some(words) => {
            let (before, after) = around(text, words);
            (true, Some(normalized(before)).filter(|before| !is_today(before)), after)
        }
        None => (false, None, text),
    };
    let rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || ":：是在".contains(letter));
    let words = rest.split(['>', '＞', '»', '›', '→', '/', '\\', '|']);
    let words: Vec<String> = words.map(normalized).filter(|word| !word.is_empty()).collect();
    let is_way = words.len() > 1 && words.first().is_some_and(|word| word.ends_with("首页") || word == "主页");
    (said || is_way).then(|| lead.into_iter().chain(words).collect())
}

/// What old pages say before the way to them: the day on which they were looked at, or nothing.
fn is_today(normalized: &str) -> bool {
    let rest = normalized.trim_start_matches("今天是");
    !normalized.contains(char::is_alphanumeric) || date::parse(rest).is_some_and(|dated| dated.rest.is_empty())
}

/// The text before and behind words that may be spaced out in it.
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
