//! The table of rules: id, severity, and the fault that a rule finds. The checks are in `investchn-sources` and
//! `investchn-lint`. `docs/rules.md` describes each rule, and a test compares it with this table.

use std::fmt;

use investchn_localized::{Lang, Localized, Text, localized};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The effect of a diagnostic on a build.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Stops the build.
    Error,
    /// The build reports it and continues.
    Warning,
    /// A check counts it, and lists it only on request. It is work for a quiet hour.
    Note,
}

impl Localized for Severity {
    fn localized(&self) -> Text {
        match self {
            Severity::Error => localized!(zh "错误", en "error"),
            Severity::Warning => localized!(zh "警告", en "warning"),
            Severity::Note => localized!(zh "提示", en "note"),
        }
    }
}

/// The word of machine-readable formats.
impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        })
    }
}

/// A rule: an entry of [`RULES`].
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rule {
    /// The id, such as `unknown-zone`. It never changes.
    pub id: &'static str,
    /// The effect of its diagnostics on a build.
    pub severity: Severity,
    /// The fault that it finds, in Chinese.
    zh: &'static str,
    /// The same in English.
    en: &'static str,
}

impl Rule {
    /// Returns the fault that it finds, in one line.
    pub fn finds(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id)
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id)
    }
}

impl<'de> Deserialize<'de> for &'static Rule {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = <&str>::deserialize(deserializer)?;
        find(id).ok_or_else(|| serde::de::Error::custom(format!("there is no rule `{id}`")))
    }
}

/// Returns the rule with this id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

macro_rules! rules {
    ($($name:ident = $severity:ident $id:literal zh $zh:literal, en $en:literal;)*) => {
        $(#[doc = $en] pub static $name: Rule = Rule { id: $id, severity: Severity::$severity, zh: $zh, en: $en };)*

        /// Every rule, in the order of `docs/rules.md`.
        pub static RULES: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    // Files.
    ENCODING = Error "encoding"
        zh "文件不是 UTF-8 编码",
        en "a file that is not UTF-8";
    OTHER_FORM = Warning "other-form"
        zh "文件是其他编码，或者用了其他换行符，但仍能读取",
        en "a file in another encoding or with other line ends, which is read all the same";
    BEFORE_FENCE = Warning "before-fence"
        zh "稿件的第一个 +++ 之前还有内容",
        en "something before the first +++ of an article";
    PORTABLE_NAME = Warning "portable-name"
        zh "文件名在有的系统上不能用",
        en "a file name that not every system can have";
    SEPARATOR = Warning "separator"
        zh "表格的单元格不是用逗号分隔的",
        en "a table whose cells are not separated by commas";
    CONTROL = Error "control"
        zh "有控制字符，网页显示不了，订阅源也不能带",
        en "a control character, which no page can show and no feed can carry";
    TOO_LARGE = Error "too-large"
        zh "稿件文件超过两百万字节",
        en "an article's file of more than two million bytes";
    SYMLINK = Error "symlink"
        zh "稿件文件夹里有符号链接（指向别处的快捷方式）",
        en "a symbolic link in the folder of articles";
    TOML = Error "toml"
        zh "TOML 读不出来，或者有不认识的键、缺少必需的键",
        en "TOML that cannot be read, or a key that is unknown or missing";
    CSV = Error "csv"
        zh "某一行与表格不符",
        en "a row that does not fit its table";
    FILE_NAME = Error "file-name"
        zh "稿件的文件名不是日期加序号",
        en "an article's file whose name is not its date and number";
    FOLDER = Error "folder"
        zh "稿件放在了另一家开发区的文件夹里",
        en "an article in the folder of another zone";
    // The register.
    REGION_CODE = Error "region-code"
        zh "不是 GB/T 2260 的行政区划代码，或者重复出现",
        en "a code that is not of GB/T 2260, or stands there twice";
    ZONE_ID = Error "zone-id"
        zh "开发区代号的格式不对，或者已被占用",
        en "a zone's id that is malformed or taken";
    ZONE_TYPE = Error "zone-type"
        zh "没有这种开发区类型",
        en "a type of zone that there is not";
    ZONE_AREA = Error "zone-area"
        zh "面积不是以公顷为单位的数字",
        en "an area that is no number of hectares";
    UNKNOWN_REGION = Error "unknown-region"
        zh "行政区划代码不在 regions.csv 中",
        en "a region's code that is not in regions.csv";
    UNKNOWN_SOURCE = Error "unknown-source"
        zh "出处的编号不在 sources.toml 中",
        en "the id of a source that is not in sources.toml";
    UNCITED = Error "uncited"
        zh "有事实而没有出处，或者有出处而没有事实",
        en "a fact without a source, or a source without a fact";
    // Front matter.
    FRONT_MATTER = Error "front-matter"
        zh "稿件没有文件头",
        en "an article without front matter";
    TITLE = Error "title"
        zh "标题是空的",
        en "an empty title";
    SUMMARY = Error "summary"
        zh "译文的摘要是空的",
        en "an empty summary of a translation";
    SOURCE = Error "source"
        zh "来源是空的",
        en "an empty source";
    DATE = Error "date"
        zh "日期的格式不对，或者日历上没有这一天",
        en "a date that is malformed or not in the calendar";
    FUTURE_DATE = Error "future-date"
        zh "稿件的日期晚于今天",
        en "an article dated after today";
    UNKNOWN_ZONE = Error "unknown-zone"
        zh "开发区代号不在 zones.csv 中",
        en "a zone's id that is not in zones.csv";
    KIND = Error "kind"
        zh "没有这种稿件类型",
        en "a kind that there is not";
    ALIAS = Error "alias"
        zh "旧地址不是路径，或者是门户自己的地址",
        en "an old address that is no path, or is one of the portal's own";
    PIN = Error "pin"
        zh "指定的上一条或下一条既不是标题，也不是稿件",
        en "a pinned neighbour that is neither a title nor an article";
    CORRECTION = Error "correction"
        zh "更正没有说明改了什么",
        en "a correction that does not say what was put right";
    SILENCE = Error "silence"
        zh "忽略警告而没有写理由，或者忽略了不能忽略的规则",
        en "a suppression without a reason, or of something that cannot be suppressed";
    PLACEHOLDER = Error "placeholder"
        zh "稿件不是草稿，却还留着 `new` 写下的待填文字",
        en "words that `new` left to be replaced, in an article that is no draft";
    // The body.
    EMPTY_BODY = Error "empty-body"
        zh "稿件没有正文",
        en "an article without a text";
    HEADING = Error "heading"
        zh "正文里用了一级标题",
        en "a heading of the first level";
    CODE_BLOCK = Error "code-block"
        zh "出现了代码块，多半是段首缩进造成的",
        en "a block of code, mostly an indented paragraph";
    MARKDOWN = Error "markdown"
        zh "用了稿件不支持的 Markdown 写法",
        en "a form of Markdown that articles do not have";
    NESTING = Error "nesting"
        zh "列表、引用或强调嵌套得太深",
        en "lists, quotes or emphasis too deep in each other";
    RAW_HTML = Error "raw-html"
        zh "稿件里有 HTML",
        en "HTML in an article";
    LINK = Error "link"
        zh "读者打不开的链接",
        en "a link that no reader could follow";
    ATTACHMENT = Error "attachment"
        zh "文档不存在、放错了地方或者是空的",
        en "a document that is missing, elsewhere or empty";
    PHONE = Error "phone"
        zh "电话链接在 +86 之后多了国内长途的 0",
        en "a telephone link with the 0 of calls within China after +86";
    IMAGE = Error "image"
        zh "图片不存在、放错了地方或者已损坏",
        en "a picture that is missing, elsewhere or broken";
    IMAGE_ALT = Error "image-alt"
        zh "图片没有文字描述",
        en "a picture without its text";
    IMAGE_IN_TEXT = Error "image-in-text"
        zh "图片夹在文字中间",
        en "a picture in running text";
    // Translations.
    TRANSLATION_WITHOUT_ORIGINAL = Error "translation-without-original"
        zh "译文旁边没有原文",
        en "a translation without its original beside it";
    TRANSLATION_OUTDATED = Warning "translation-outdated"
        zh "原文最近的更正，译文里没有",
        en "a translation that lacks the last correction of its original";
    TRANSLATION_DIFFERS = Warning "translation-differs"
        zh "某个数字或日期，原文和译文只有一方有",
        en "a number or a date in one of original and translation, and not in the other";
    TERMS_MISSING = Warning "terms-missing"
        zh "terms.csv 里没有这个产业的译名",
        en "an industry that terms.csv does not translate";
    // All articles together.
    DUPLICATE_ID = Error "duplicate-id"
        zh "两篇稿件的编号相同",
        en "two articles with one id";
    DUPLICATE_ALIAS = Error "duplicate-alias"
        zh "两篇稿件写了同一个旧地址",
        en "an old address of two articles";
    BROKEN_LINK = Error "broken-link"
        zh "链接，或者指定的上一条、下一条，指向门户里没有的内容",
        en "a link or a pin to what is not in this portal";
    // Editorial.
    AFTER_EXIT = Warning "after-exit"
        zh "稿件的日期晚于该开发区退出名单的时间",
        en "an article dated after its zone left the list";
    FORMER_NAME = Warning "former-name"
        zh "稿件里用了开发区的曾用名，而全文没有出现现名",
        en "a former name of a zone, where the present one is nowhere in the article";
    DUPLICATE_TITLE = Warning "duplicate-title"
        zh "同一家开发区同一天有两个相同的标题",
        en "a title that a zone has twice on one day";
    UNBALANCED = Warning "unbalanced"
        zh "《》、“”、（）、【】只有一半",
        en "one of 《》 “” （） 【】 without its other half";
    MIXED_WIDTH = Warning "mixed-width"
        zh "中文里用了半角标点",
        en "a half-width mark in Chinese text";
    LEFTOVER_MARK = Warning "leftover-mark"
        zh "Markdown 的记号会被读者看到",
        en "a mark of Markdown that readers would see";
    NEAR_MARKDOWN = Warning "near-markdown"
        zh "这一行差一点就是 Markdown",
        en "a line that is nearly Markdown";
    CARD_FONT = Warning "card-font"
        zh "开发区名称里有分享卡片的字体没有的字",
        en "a zone's name with a character that the font of the share cards lacks";
    UNUSED_SILENCE = Warning "unused-silence"
        zh "忽略了一条规则，而这条规则并没有发现问题",
        en "a suppression of a rule that found nothing";
    OLD_FACT = Note "old-fact"
        zh "某项事实在其出处之后可能有变，而该开发区引用了更新的出处",
        en "a fact that may have changed since its source, where the zone cites a newer one";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ids_are_unique_and_well_formed() {
        let ids: BTreeSet<&str> = RULES.iter().map(|rule| rule.id).collect();
        assert_eq!(ids.len(), RULES.len());
        for id in ids {
            assert!(id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{id}");
            assert_eq!(find(id).map(|rule| rule.id), Some(id));
        }
    }

    #[test]
    fn every_rule_says_in_chinese_what_it_finds() {
        for rule in RULES {
            let (zh, en) = (rule.finds(Lang::Zh), rule.finds(Lang::En));
            assert!(zh.contains(|letter: char| ('\u{4e00}'..='\u{9fff}').contains(&letter)), "{rule}: {zh}");
            let names = |text: &str| text.split('`').skip(1).step_by(2).map(ToOwned::to_owned).collect::<Vec<_>>();
            assert_eq!(names(zh), names(en), "{rule}");
        }
    }

    #[test]
    fn the_document_has_exactly_the_sections_of_the_table() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/rules.md");
        let document = std::fs::read_to_string(path).unwrap().replace('\r', "");
        let heads: Vec<&str> = document.lines().filter_map(|line| line.strip_prefix("### ")).collect();
        let ids: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
        assert_eq!(heads, ids);
        for rule @ Rule { id, severity, .. } in RULES {
            let severity = match severity {
                Severity::Error => "Error",
                Severity::Warning => "Warning",
                Severity::Note => "Note",
            };
            let opening = format!("### {id}\n\n{severity}: {}.\n", rule.finds(Lang::En));
            assert!(document.contains(&opening), "the section begins as the table says: {opening}");
        }
    }

    #[test]
    fn the_chinese_document_has_the_texts_of_the_table() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/zh-CN/rules.md");
        let document = std::fs::read_to_string(path).unwrap().replace('\r', "");
        let sections: Vec<&str> = document.split("\n### ").skip(1).collect();
        assert_eq!(sections.len(), RULES.len());
        for (section, rule) in sections.into_iter().zip(RULES) {
            let opening = format!("{}\n\n{}：{}。\n", rule.id, rule.severity.localized().zh, rule.finds(Lang::Zh));
            assert!(section.starts_with(&opening), "the section begins as the table says: {opening}\n{section}");
        }
    }
}
