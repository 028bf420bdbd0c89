//! Finds the title: the line before the body on which the head of the page, its form and its place agree most.

use super::bare;
use super::head;
use super::outline::Outline;
use super::parts::PageContext;
use super::prose;
use super::source;
use crate::boilerplate;
use crate::ends;
use investchn_lines::html_page::Document;
use investchn_lines::line::{Form, Line, normalized};

/// The longest title, in characters.
const LONGEST: usize = 90;

/// The longest number and name of a newspaper's page, in characters.
const LONGEST_PAGE: usize = 14;

/// The longest mark before a title, in characters.
const LONGEST_MARK: usize = 4;

/// The longest line that only names authors, in characters.
const LONGEST_BYLINE: usize = 30;

/// The longest name of a section that `<title>` may have behind a shorter title, in characters.
const LONGEST_SECTION: usize = 8;

/// The signs by which `<title>` separates the title from the names of the section and of the site.
const SEPARATORS: [char; 9] = ['_', '|', '－', '-', '—', '–', '»', '>', '·'];

/// Words of titles that no name of a site or of an office has.
const VERBS: [&str; 26] = [
    "召开", "举行", "开展", "发布", "印发", "组织", "开通", "上线", "赴", "到", "关于", "获", "与", "考察", "调研",
    "走进", "落户", "入驻", "参观", "慰问", "检查", "成立", "揭牌", "挂牌", "来", "列",
];

/// The names of sections, which head a page as titles do.
const SECTIONS: [&str; 26] = [
    "通知公告",
    "公示公告",
    "公告公示",
    "公告栏",
    "新闻中心",
    "新闻动态",
    "新闻资讯",
    "工作动态",
    "园区动态",
    "园区新闻",
    "政务动态",
    "要闻动态",
    "信息公开",
    "政务公开",
    "政策法规",
    "招商动态",
    "招商引资",
    "媒体聚焦",
    "详细内容",
    "内容页",
    "文章内容",
    "新闻详情",
    "详情",
    "正文",
    "图片新闻",
    "视频新闻",
];

/// The words at the end of the names of sites and their operators.
const SITE_ENDINGS: [&str; 14] = [
    "网",
    "网站",
    "门户",
    "门户网",
    "信息港",
    "管委会",
    "管理委员会",
    "人民政府",
    "政府网",
    "首页",
    "主页",
    "官网",
    "在线",
    "平台",
];

/// Returns the index of the title's line. `found` are the lines before the body that may be facts.
pub(crate) fn find(document: &Document, outline: &Outline, context: &PageContext<'_>) -> Option<usize> {
    let lines = &document.lines;
    let body = outline.body(lines);
    let said = Said::new(document);
    let facts: Vec<usize> = (0..lines.len()).filter(|at| head::may_be_facts(&lines[*at])).collect();
    let has_facts = facts.first().is_some_and(|first| *first < body);
    let mut best: Option<(i32, usize)> = None;
    for (at, line) in lines.iter().enumerate() {
        if !may_be_title(line, context) || facts.binary_search(&at).is_ok() {
            continue;
        }
        let is_name = is_site(&line.text, context);
        let agreement = if is_name { 0 } else { said.agreement(&line.text) };
        if at >= body && (line.linked || agreement < if matches!(line.form, Form::Heading(_)) { 40 } else { 60 }) {
            continue;
        }
        if agreement < 40 && line.form == Form::Text && !line.prominent && prose::is_prose(line) {
            continue;
        }
        let near_facts = facts.iter().find(|fact| **fact > at).map(|fact| between(&lines[at + 1..*fact], context));
        let mut score = agreement + form(line);
        score += match near_facts {
            Some(0) => 30,
            Some(1) => 18,
            Some(2) => 8,
            _ => 0,
        };
        if at < body && between(&lines[at + 1..body], context) == 0 {
            score += 8;
        }
        if line.linked {
            // A forum links the title to itself.
            score -= if agreement >= 50 && matches!(line.form, Form::Heading(_)) { 10 } else { 40 };
        }
        if at >= body {
            score -= 10;
        }
        if is_name || said.is_section(&line.text) || SECTIONS.contains(&normalized(&line.text).as_str()) {
            score -= 60;
        }
        if line.text.ends_with('。') || line.text.chars().count() < 4 {
            score -= 15;
        }
        // Above facts the title is the last line that may be it; without facts it is the first.
        let better = |(known, _): &(i32, usize)| if has_facts { score >= *known } else { score > *known };
        if best.as_ref().is_none_or(better) {
            best = Some((score, at));
        }
    }
    best.filter(|(score, _)| *score > -40).map(|(_, at)| at)
}

/// Returns the title that the head states, without the names of the section and of the site.
pub(crate) fn stated(document: &Document, context: &PageContext<'_>) -> Option<String> {
    let title = document.stated.title.clone().or_else(|| {
        let whole = document.title.as_deref()?;
        let parts: Vec<&str> =
            whole.split(['_', '|', '－']).flat_map(|part| part.split(" - ")).map(str::trim).collect();
        let mut own = parts.iter().filter(|part| !part.is_empty() && !is_site(part, context));
        own.next().map(|part| (*part).to_owned())
    });
    title.map(|title| cleaned(&title)).filter(|title| !title.is_empty())
}

/// Returns the number of lines below the first one that go on with the title, as the head states it.
pub(crate) fn more_lines(title: &Line, below: &[Line], document: &Document) -> usize {
    let whole = normalized(&cleaned(document.title.as_deref().unwrap_or_default()));
    let mut start = normalized(&title.text);
    let mut more = 0;
    for line in below.iter().take(3) {
        start += &normalized(&line.text);
        if !line.is_text() || line.text.is_empty() || !whole.starts_with(&start) {
            break;
        }
        more += 1;
    }
    more
}

/// Returns true if a line is the first half of a title, as the head states it.
pub(crate) fn begins(start: &Line, title: &Line, document: &Document) -> bool {
    let whole = normalized(&cleaned(document.title.as_deref().unwrap_or_default()));
    let both = normalized(&start.text) + &normalized(&title.text);
    start.is_text() && !start.text.is_empty() && whole.starts_with(&both)
}

/// Cleans a title: entities that were escaped twice, and a label.
pub(crate) fn cleaned(title: &str) -> String {
    let mut title = title.to_owned();
    for (entity, letter) in [
        ("&amp;", "&"),
        ("&nbsp;", " "),
        ("&ldquo;", "“"),
        ("&rdquo;", "”"),
        ("&lsquo;", "‘"),
        ("&rsquo;", "’"),
        ("&middot;", "·"),
        ("&mdash;", "—"),
        ("&hellip;", "…"),
        ("&quot;", "\""),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&#39;", "'"),
    ] {
        title = title.replace(entity, letter);
    }
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = ["标题：", "标题:", "题目："].iter().find_map(|label| title.strip_prefix(label)).unwrap_or(&title);
    bare.trim().to_owned()
}

/// Returns a title without the mark before it: [图文], 【视频】, (组图).
fn behind_mark(title: &str) -> &str {
    let rest = title.strip_prefix(['[', '【', '(', '（']).and_then(|inner| inner.split_once([']', '】', ')', '）']));
    match rest {
        Some((mark, rest)) if mark.chars().count() <= LONGEST_MARK && !rest.trim().is_empty() => rest.trim(),
        _ => title,
    }
}

/// Returns the title of a line without a mark that the head does not state.
pub(crate) fn of_line(text: &str, document: &Document) -> String {
    let title = cleaned(text);
    let whole = normalized(&cleaned(document.title.as_deref().unwrap_or_default()));
    let bare = behind_mark(&title);
    let (is_stated, without_mark) = (whole.contains(&normalized(&title)), whole.contains(&normalized(bare)));
    if !is_stated && without_mark { bare.to_owned() } else { title }
}

fn may_be_title(line: &Line, context: &PageContext<'_>) -> bool {
    let length = line.text.chars().count();
    // A signature stands at the right, and a dash begins a second title.
    line.is_text()
        && !line.right
        && !line.text.starts_with('—')
        && (2..=LONGEST).contains(&length)
        && !ends::is_summary(&line.text)
        && !is_salutation(&line.text)
        && !is_page_of_paper(&line.text)
        && !is_byline(&line.text)
        && boilerplate::breadcrumb(&line.text).is_none()
        && (line.linked || !boilerplate::is_boilerplate(line, context.site))
}

/// Returns true for a line that speaks to somebody or announces what follows: 各有关企业：.
fn is_salutation(text: &str) -> bool {
    text.ends_with(['：', ':', '，', ',', '；'])
}

/// Returns true for a line that only names the author: 本报记者 某人.
fn is_byline(text: &str) -> bool {
    let starts = [
        "记者",
        "本报记者",
        "本网记者",
        "本刊记者",
        "本报通讯员",
        "通讯员",
        "特约记者",
        "见习记者",
        "文/",
        "作者",
        "□",
        "■",
        "By ",
        "by ",
    ];
    let is_name = |word: &str| word.chars().count() <= 4 || starts.iter().any(|start| word.starts_with(start));
    starts.iter().any(|start| text.starts_with(start))
        && text.split(|sign: char| sign.is_whitespace() || "/／、".contains(sign)).all(is_name)
        && text.chars().count() <= LONGEST_BYLINE
}

/// Returns true for the number and the name of a page of a newspaper: 第01版：要闻.
fn is_page_of_paper(text: &str) -> bool {
    bare::names_a_page(text) && text.chars().count() <= LONGEST_PAGE && !text.contains(['，', '《'])
}

/// Counts the lines that a reader would read between two others.
fn between(lines: &[Line], context: &PageContext<'_>) -> usize {
    let is_read =
        |line: &&Line| line.is_text() && !is_salutation(&line.text) && !boilerplate::is_boilerplate(line, context.site);
    lines.iter().filter(is_read).count()
}

fn form(line: &Line) -> i32 {
    let form = match line.form {
        Form::Heading(1) => 22,
        Form::Heading(2 | 3) => 16,
        Form::Heading(_) => 8,
        _ => 0,
    };
    form + if line.prominent { 10 } else { 0 }
}

/// Returns true for the name of a site or of its operator.
fn is_site(text: &str, context: &PageContext<'_>) -> bool {
    let name = normalized(text);
    let site = normalized(&context.site.name);
    let ends = SITE_ENDINGS.iter().any(|ending| name.ends_with(ending)) && name.chars().count() <= 18;
    (ends && !VERBS.iter().any(|verb| name.contains(verb))) || (!site.is_empty() && name.contains(&site))
}

/// Returns true for the name of an office, which a title is not.
fn is_operator(name: &str) -> bool {
    source::is_named(name) && !VERBS.iter().any(|verb| name.contains(verb))
}

/// The title that the head states, and its parts.
struct Said {
    whole: String,
    parts: Vec<String>,
    meta: Option<String>,
}

impl Said {
    fn new(document: &Document) -> Self {
        let whole = cleaned(document.title.as_deref().unwrap_or_default());
        let parts = whole.split(SEPARATORS).map(normalized).filter(|part| !part.is_empty()).collect();
        Said { whole: normalized(&whole), parts, meta: document.stated.title.as_deref().map(normalized) }
    }

    /// Returns true for the name of a section, which `<title>` has after the title.
    fn is_section(&self, text: &str) -> bool {
        let text = normalized(text);
        // A title may stand behind the site's name: then it is longer.
        self.parts.len() > 1
            && (text.chars().count() <= self.parts[0].chars().count().max(LONGEST_SECTION) || is_operator(&text))
            && text.chars().count() > 1
            && !self.parts[0].contains(&text)
            && self.parts[1..].iter().any(|part| part.contains(&text))
    }

    /// Returns how much the head agrees that this is the title.
    fn agreement(&self, text: &str) -> i32 {
        let text = normalized(&cleaned(text));
        let length = text.chars().count();
        if length < 2 {
            return 0;
        }
        let text = if self.whole.contains(&text) { text } else { normalized(behind_mark(&text)) };
        let length = text.chars().count();
        if self.meta.as_ref() == Some(&text) || self.whole == text {
            return 70;
        }
        if self.parts.first() == Some(&text) || (length > 5 && self.whole.starts_with(&text)) {
            return 60;
        }
        if length > LONGEST_SECTION && self.parts.contains(&text) && !is_operator(&text) {
            return 55;
        }
        // A long title is cut in `<title>`.
        let first = self.parts.first().map_or("", String::as_str).trim_end_matches(['.', '…', '\u{fffd}']);
        if first.chars().count() > LONGEST_SECTION && text.starts_with(first) {
            return 50;
        }
        if length > 3 && self.whole.contains(&text) { 40 } else { 0 }
    }
}
