//! The source of an article: the outlet alone, without what the page writes behind it.

use investchn_lines::date;

/// The words that pages write where no outlet is known, or for their own articles.
const NONE: [&str; 16] = [
    "未知",
    "不详",
    "本站",
    "本站原创",
    "本网",
    "本网站",
    "原创",
    "佚名",
    "暂无",
    "无",
    "admin",
    "管理员",
    "网站管理员",
    "null",
    "undefined",
    "本站编辑",
];

/// The words with which something else than the outlet begins.
const ENDS: [&str; 26] = [
    "手机看",
    "手机版",
    "我来说",
    "网摘",
    "数字报",
    "举报",
    "查看更多",
    "收藏",
    "分享到",
    "分享",
    "字号",
    "字体",
    "浏览",
    "点击",
    "阅读",
    "作者",
    "打印",
    "责任编辑",
    "编辑：",
    "编辑:",
    "发布时间",
    "发布日期",
    "时间：",
    "时间:",
    "我要",
    "日期：",
];

/// The ends of names of outlets and of governments.
const OUTLETS: [&str; 32] = [
    "报",
    "网",
    "社",
    "台",
    "刊",
    "频道",
    "在线",
    "客户端",
    "杂志",
    "中心",
    "政府",
    "管委会",
    "委员会",
    "公众号",
    "发布",
    "新闻",
    "周刊",
    "日报社",
    "融媒体",
    "融媒",
    "传媒",
    "广电",
    "云媒",
    "媒体",
    "快讯",
    "网站",
    "微信",
    "微博",
    "Daily",
    "News",
    "Times",
    "Post",
];

/// The ends of words that end as outlets do.
const NO_OUTLETS: [&str; 9] = ["通报", "申报", "预报", "汇报", "举报", "填报", "上报", "图片新闻", "看新闻"];

/// The ends of names of offices, which are authors as often as sources.
const OFFICES: [&str; 34] = [
    "局",
    "办",
    "办公室",
    "委",
    "部",
    "厅",
    "处",
    "科",
    "室",
    "站",
    "馆",
    "院",
    "所",
    "校",
    "大学",
    "学院",
    "公司",
    "集团",
    "协会",
    "学会",
    "商会",
    "联合会",
    "总会",
    "支队",
    "大队",
    "中队",
    "街道",
    "镇",
    "乡",
    "园区",
    "开发区",
    "新区",
    "银行",
    "组",
];

/// Returns the outlet in the value of a label; none if the value names none.
pub(crate) fn outlet(value: &str) -> Option<String> {
    let cut = ENDS.iter().filter_map(|end| value.find(end)).min().unwrap_or(value.len());
    let value =
        value[..cut].split(['|', '｜']).find(|part| part.chars().any(char::is_alphanumeric)).unwrap_or_default();
    let value = date::first_day(value).map_or(value, |(at, ..)| &value[..at]);
    let value = before_label(value);
    let value = value.trim_matches(is_sign);
    // A name of a person may follow, behind a space.
    let mut words: Vec<&str> = value.split(char::is_whitespace).filter(|word| !word.is_empty()).collect();
    while words.len() > 1 && words.last().is_some_and(|word| !is_outlet(word) && is_person(word)) {
        words.pop();
    }
    // Words behind an outlet that name none are a link or a slogan: 示例日报 手机看新闻.
    if words.first().is_some_and(|first| is_outlet(first)) {
        let others = words.iter().skip(1).take_while(|word| is_named(word) || !word.starts_with(char::is_alphanumeric));
        let named = others.count() + 1;
        words.truncate(named);
    }
    let value = words.join(" ");
    let value = value.trim_matches(is_sign);
    let inner = [("[", "]"), ("【", "】"), ("(", ")"), ("（", "）"), ("《", "》")]
        .iter()
        .find_map(|(open, close)| value.strip_prefix(open)?.strip_suffix(close))
        .unwrap_or(value)
        .trim();
    let is_none = NONE.iter().any(|none| inner.eq_ignore_ascii_case(none)) || !inner.chars().any(char::is_alphanumeric);
    (!is_none && !inner.chars().all(|letter| letter.is_ascii_digit())).then(|| inner.to_owned())
}

/// Returns what stands before a label that is not known: no name of an outlet has a colon. The label is the word before the
/// colon, or what follows the end of an outlet's name.
fn before_label(value: &str) -> &str {
    let colon = value.char_indices().find(|(at, sign)| matches!(sign, ':' | '：') && !value[*at..].starts_with("://"));
    let Some((colon, _)) = colon else { return value };
    let before = value[..colon].trim_end();
    if let Some(space) = before.rfind(|sign: char| sign.is_whitespace() || "[【（(|｜".contains(sign)) {
        return &before[..space];
    }
    let ends = before.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let mut names = ends.rev().filter(|end| *end < before.len() && is_outlet(&before[..*end]));
    names.next().map_or("", |end| &before[..end])
}

/// Returns true if a word beside a date is the name of an outlet.
pub(crate) fn is_outlet(word: &str) -> bool {
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    word.chars().count() > 2 && ends(&OUTLETS) && !ends(&NO_OUTLETS) && !word.starts_with("关于")
}

/// Returns true if a word that stands alone is the name of an outlet or of an office.
pub(crate) fn is_named(word: &str) -> bool {
    let length = word.chars().count();
    is_outlet(word) || (length > 2 && length <= 24 && OFFICES.iter().any(|end| word.ends_with(end)))
}

fn is_person(word: &str) -> bool {
    let length = word.chars().count();
    (length <= 3 && word.chars().all(investchn_text::is_han))
        || ["记者", "通讯员"].iter().any(|it| word.starts_with(it))
}

fn is_sign(letter: char) -> bool {
    letter.is_whitespace() || "|｜·:：;；,，-—_/".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outlet_stands_alone() {
        for (value, expected) in [
            ("示例日报", Some("示例日报")),
            ("示例日报分享到：微信 微博", Some("示例日报")),
            ("示例日报 张三", Some("示例日报")),
            ("示例市 示例新区管委会", Some("示例市 示例新区管委会")),
            ("【示例新区网】", Some("示例新区网")),
            ("示例日报 字号：大 中 小", Some("示例日报")),
            ("示例晚报 评论：0", Some("示例晚报")),
            ("示例晚报 审读员：张三", Some("示例晚报")),
            ("示例晚报跟读：0", Some("示例晚报")),
            ("http://www.example.com/a", Some("http://www.example.com/a")),
            ("审读员：张三", None),
            ("示例网综合 | 已有58人参与", Some("示例网综合")),
            ("示例日报 2012-05-08 10:20", Some("示例日报")),
            ("2012-05-08 10:20", None),
            ("示例日报 手机看新闻", Some("示例日报")),
            ("示例日报 - 示例网", Some("示例日报 - 示例网")),
            ("未知 评论：0", None),
            ("未知", None),
            ("本站原创", None),
            ("", None),
            ("--", None),
        ] {
            assert_eq!(outlet(value).as_deref(), expected, "{value}");
        }
    }
}
