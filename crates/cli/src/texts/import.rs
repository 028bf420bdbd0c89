//! The help of `investchn-publish import`.

use investchn_localized::{Text, localized};

pub(super) fn texts() -> Vec<Text> {
    vec![
        localized!(
            zh "页面没写开发区时用的开发区：代号、名称、简称或别名",
            en "Zone of pages that name none: its id, name, short name or alias"
        ),
        localized!(zh "页面没写来源时用的来源", en "Source (来源) of pages that name none"),
        localized!(zh "来源", en "OUTLET"),
        localized!(
            zh "页面没写类型时用的类型：text（文字）、photo（图片）或 video（视频）",
            en "Kind of pages that do not say theirs: text, photo or video"
        ),
        localized!(zh "页面的语言，如 en", en "Language of the pages, such as en"),
        localized!(zh "语言代码", en "TAG"),
        localized!(
            zh "旧网站的网址，如 http://www.example.com/，用于指向其文件和视频的链接",
            en "Address of the old site, such as http://www.example.com/, for links to its documents and videos"
        ),
        localized!(zh "网址", en "ADDRESS"),
        localized!(
            zh "旧网站的配置文件：页面各部分的选择器和网址规则（见 docs/zh-CN/import.md）",
            en "Profile of the old site: selectors of its pages' parts, and rules for their addresses (docs/import.md)"
        ),
        localized!(
            zh "什么都不写，只显示会从每页取什么、从哪里取、缺什么",
            en "Write nothing. Print what would be taken from each page and from where, and what is missing"
        ),
        localized!(
            zh "从一个网站的许多页面得出初步的配置文件 import.toml",
            en "Write a first profile, import.toml, from many pages of one site"
        ),
        localized!(
            zh "旧网站的页面，或存放页面的文件夹：纯文本或 HTML，UTF-8、GBK 或 GB18030",
            en "Pages of the old site, or folders with such pages: plain text or HTML, in UTF-8, GBK or GB18030"
        ),
        localized!(zh "页面", en "PAGE"),
    ]
}
