//! The text of a learned profile, for a person to complete.

use investchn_localized::{Lang, Text, localized};

use crate::learn::{LearnedPart, LearnedProfile};

/// The most folders that are proposed as rules.
const MOST_FOLDERS: usize = 12;

impl LearnedProfile {
    /// Returns the selectors with the pages that agree on each, for the terminal. The names are the keys of the file.
    pub fn summary(&self) -> Text {
        let mut lines: Vec<Text> = Vec::new();
        for (name, part) in self.parts() {
            lines.push(match part {
                Some(LearnedPart { selector, agreeing, found }) => localized!(
                    zh "{name:<9}{selector}（{found} 页中有 {agreeing} 页一致）",
                    en "{name:<9}{selector} ({agreeing} of {found} pages)"
                ),
                None => localized!(
                    zh "{name:<9}没有找到选择器，逐页识别",
                    en "{name:<9}no selector found, each page is read by itself"
                ),
            });
        }
        lines.extend(self.dropped.iter().map(|dropped| Text::same(format!("{:<9}{dropped}", "drop"))));
        let joined = |lang| lines.iter().map(|line| line.get(lang)).collect::<Vec<_>>().join("\n");
        Text { zh: joined(Lang::Zh), en: joined(Lang::En) }
    }

    fn parts(&self) -> [(&'static str, &Option<LearnedPart>); 6] {
        [
            ("title", &self.title),
            ("date", &self.date),
            ("source", &self.source),
            ("body", &self.body),
            ("previous", &self.previous),
            ("next", &self.next),
        ]
    }

    /// Writes the profile as `import.toml`, with comments in one language.
    pub fn to_toml(&self, lang: Lang) -> String {
        let pages = self.pages;
        let mut text = localized!(
            zh "# 根据 {pages} 个页面写成。用 `import --dry-run --profile` 试用，取错的改正过来。\n\n\
                # 页面没有写明时用这里的值。全站都一样的，去掉行首的 #。\n",
            en "# Made from {pages} pages. Try it with `import --dry-run --profile`, and correct what it takes wrongly.\n\n\
                # For pages that do not say it. Remove the # where one value is right for the whole site.\n"
        )
        .get(lang)
        .to_owned();
        text += "# site = \"http://www.example.com/\"\n# zone = \"\"\n# source = \"\"\n# kind = \"text\"\n# lang = \"zh-CN\"\n\n";
        let parts = localized!(
            zh "# 页面上各部分的位置，写法同样式表。没有写的部分自动识别。\n",
            en "# Where the pages have the parts of an article, as in a style sheet. A part without a line is found without.\n"
        );
        text += parts.get(lang);
        text += "[select]\n";
        for (key, part) in self.parts() {
            text += &match part {
                Some(LearnedPart { selector, agreeing, found }) => {
                    let votes = localized!(
                        zh "{found} 页中有 {agreeing} 页一致",
                        en "{agreeing} of {found} pages"
                    );
                    format!("{key} = {} # {}\n", quoted(selector), votes.get(lang))
                }
                None => format!("# {key} = \"\"\n"),
            };
        }
        let dropped: Vec<String> = self.dropped.iter().map(|selector| quoted(selector)).collect();
        text += &format!("drop = [{}]\n\n", dropped.join(", "));
        let folders = localized!(
            zh "# 网站文件夹说明的事：其中页面的开发区、来源或类型，或者它们不是稿件。\n",
            en "# What a folder of the site tells of its pages: their zone, source or kind, or that they are no articles.\n"
        );
        text += folders.get(lang);
        for (folder, pages) in self.folders.iter().take(MOST_FOLDERS) {
            let path = quoted(&["/", folder, "/**"].concat());
            let count = localized!(zh "{pages} 页", en "{pages} pages");
            text += &format!("# [[address]] # {}\n# path = {path}\n# zone = \"\"\n# skip = true\n\n", count.get(lang));
        }
        text
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
