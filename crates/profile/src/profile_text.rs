//! The text of a learned profile, for a person to complete.

use crate::learn::{LearnedPart, LearnedProfile};

/// The most folders that are proposed as rules.
const MOST_FOLDERS: usize = 12;

impl LearnedProfile {
    /// Returns the selectors with the pages that agree on each, for the terminal.
    pub fn summary(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        for (name, part) in self.parts() {
            lines.push(match part {
                Some(LearnedPart { selector, agreeing, found }) => {
                    format!("{name:<9}{selector} ({agreeing} of {found} pages)")
                }
                None => format!("{name:<9}no selector found, each page is read by itself"),
            });
        }
        lines.extend(self.dropped.iter().map(|dropped| format!("{:<9}{dropped}", "drop")));
        lines.join("\n")
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

    /// Writes the profile as `import.toml`.
    pub fn to_toml(&self) -> String {
        let mut text = format!(
            "# Made from {} pages. Try it with `import --dry-run --profile`, and correct what it takes wrongly.\n\n\
             # For pages that do not say it. Remove the # where one value is right for the whole site.\n\
             # site = \"http://www.example.com/\"\n# zone = \"\"\n# source = \"\"\n# kind = \"text\"\n# lang = \"zh-CN\"\n\n\
             # Where the pages have the parts of an article, as in a style sheet. A part without a line is found without.\n\
             [select]\n",
            self.pages
        );
        for (key, part) in self.parts() {
            text += &match part {
                Some(LearnedPart { selector, agreeing, found }) => {
                    format!("{key} = {} # {agreeing} of {found} pages\n", quoted(selector))
                }
                None => format!("# {key} = \"\"\n"),
            };
        }
        let dropped: Vec<String> = self.dropped.iter().map(|selector| quoted(selector)).collect();
        text += &format!("drop = [{}]\n\n", dropped.join(", "));
        text += "# What a folder of the site tells of its pages: their zone, source or kind, or that they are no articles.\n";
        for (folder, pages) in self.folders.iter().take(MOST_FOLDERS) {
            let path = quoted(&["/", folder, "/**"].concat());
            text += &format!("# [[address]] # {pages} pages\n# path = {path}\n# zone = \"\"\n# skip = true\n\n");
        }
        text
    }
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
