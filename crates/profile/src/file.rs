//! The file of a profile, `import.toml`: its keys, and diagnostics for what is wrong in it.

use std::path::Path;

use investchn_diagnostics::{Diagnostic, Location, rules};
use investchn_lines::html_page::{PartSelector, SelectorError, Selectors};
use investchn_localized::{Text, localized};
use investchn_model::Kind;
use investchn_toml::toml_diagnostics;
use serde::Deserialize;
use toml::Spanned;

use crate::address_rules::{AddressRule, AddressRules};
use crate::named_zone::NamedZone;

/// The facts that all pages of an old site share.
#[derive(Clone, Debug, Default)]
pub struct SiteProfile {
    /// Its address, such as `http://www.example.com/`.
    pub site: Option<String>,
    /// The zone of pages that name none.
    pub zone: Option<NamedZone>,
    /// The source of pages that name none.
    pub source: Option<String>,
    /// The kind of pages that do not say theirs.
    pub kind: Option<Kind>,
    /// The language of the pages, as a BCP 47 tag.
    pub lang: Option<String>,
    /// The selectors of the parts of an article.
    pub selectors: Selectors,
    /// The rules for addresses.
    pub rules: AddressRules,
}

/// The keys of the file.
const KEYS: [&str; 16] = [
    "site", "zone", "source", "kind", "lang", "select", "address", "title", "date", "body", "previous", "next", "drop",
    "path", "skip", "pages",
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawProfile {
    site: Option<String>,
    zone: Option<Spanned<String>>,
    source: Option<String>,
    kind: Option<Spanned<String>>,
    lang: Option<String>,
    #[serde(default)]
    select: RawSelectors,
    #[serde(default)]
    address: Vec<RawRule>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSelectors {
    title: Option<Spanned<String>>,
    date: Option<Spanned<String>>,
    source: Option<Spanned<String>>,
    zone: Option<Spanned<String>>,
    body: Option<Spanned<String>>,
    previous: Option<Spanned<String>>,
    next: Option<Spanned<String>>,
    #[serde(default)]
    drop: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawRule {
    path: Spanned<String>,
    zone: Option<Spanned<String>>,
    source: Option<String>,
    kind: Option<Spanned<String>>,
    #[serde(default)]
    skip: bool,
}

impl SiteProfile {
    /// Reads the text of a profile. `file` is named in the diagnostics.
    ///
    /// # Errors
    /// If it has faults: all of them, each with its place and what to write instead.
    pub fn parse(file: &Path, text: &str) -> Result<Self, Vec<Diagnostic>> {
        let mut diagnostics = Vec::new();
        let raw: RawProfile = match toml::from_str(text) {
            Ok(raw) => raw,
            Err(error) => {
                toml_diagnostics(file, text, 0..text.len(), &error, &KEYS, &mut diagnostics);
                return Err(diagnostics);
            }
        };
        let mut reader = ProfileReader { file, text, diagnostics };
        let select = raw.select;
        let profile = SiteProfile {
            site: raw.site,
            zone: raw.zone.map(|zone| reader.zone(zone)),
            source: raw.source,
            kind: raw.kind.and_then(|kind| reader.kind(&kind)),
            lang: raw.lang,
            selectors: Selectors {
                title: reader.selector(select.title),
                date: reader.selector(select.date),
                source: reader.selector(select.source),
                zone: reader.selector(select.zone),
                body: reader.selector(select.body),
                previous: reader.selector(select.previous),
                next: reader.selector(select.next),
                dropped: select.drop.into_iter().filter_map(|text| reader.selector(Some(text))).collect(),
            },
            rules: AddressRules(raw.address.into_iter().filter_map(|rule| reader.rule(rule)).collect()),
        };
        if reader.diagnostics.is_empty() { Ok(profile) } else { Err(reader.diagnostics) }
    }
}

/// Reads values, and collects what is wrong with them.
struct ProfileReader<'a> {
    file: &'a Path,
    text: &'a str,
    diagnostics: Vec<Diagnostic>,
}

impl ProfileReader<'_> {
    fn fault(&mut self, at: usize, message: Text, help: Text) {
        let location = Location::at(self.file, self.text, at);
        self.diagnostics.push(Diagnostic::new(location, &rules::TOML, message, help));
    }

    fn zone(&self, zone: Spanned<String>) -> NamedZone {
        let location = Some(Location::at(self.file, self.text, zone.span().start));
        NamedZone { name: zone.into_inner(), location }
    }

    fn kind(&mut self, kind: &Spanned<String>) -> Option<Kind> {
        let parsed = kind.get_ref().parse().ok();
        if parsed.is_none() {
            let message = localized!(zh "没有稿件类型 `{}`", en "`{}` is no kind", kind.get_ref());
            let help = localized!(
                zh "写 text（文字）、photo（图片）或 video（视频）",
                en "write text, photo or video"
            );
            self.fault(kind.span().start, message, help);
        }
        parsed
    }

    fn selector(&mut self, text: Option<Spanned<String>>) -> Option<PartSelector> {
        let text = text?;
        match PartSelector::parse(text.get_ref()) {
            Ok(selector) => Some(selector),
            Err(SelectorError(selector)) => {
                let message = localized!(zh "`{selector}` 不是 CSS 选择器", en "`{selector}` is no CSS selector");
                let help = localized!(
                    zh "照样式表的写法：`#zoom`、`div.content`、`h1`、`.info > span:nth-child(2)`",
                    en "write it as in a style sheet: `#zoom`, `div.content`, `h1`, `.info > span:nth-child(2)`"
                );
                self.fault(text.span().start, message, help);
                None
            }
        }
    }

    fn rule(&mut self, raw: RawRule) -> Option<AddressRule> {
        let rule = AddressRule::new(raw.path.get_ref());
        let Ok(rule) = rule else {
            let message = localized!(zh "`{}` 不是网址规则", en "`{}` is no pattern of addresses", raw.path.get_ref());
            let help = localized!(
                zh "写成 `/zhaoshang/**` 或 `/news/show.asp*` 这样",
                en "write it as `/zhaoshang/**` or `/news/show.asp*`"
            );
            self.fault(raw.path.span().start, message, help);
            return None;
        };
        let zone = raw.zone.map(|zone| self.zone(zone));
        let kind = raw.kind.and_then(|kind| self.kind(&kind));
        Some(AddressRule { zone, source: raw.source, kind, skipped: raw.skip, ..rule })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_is_named_with_its_line() {
        let text = "zone = \"x\"\nkind = \"film\"\n\n[select]\nbody = \"div[\"\n\n[[address]]\npath = \"/a/[\"\n";
        let faults = SiteProfile::parse(Path::new("import.toml"), text).expect_err("three faults");
        let faults: Vec<String> = faults
            .iter()
            .map(|fault| format!("{:?}: {}", (fault.location.line, fault.location.column), fault.message.en))
            .collect();
        assert_eq!(
            faults,
            [
                "(2, 8): `film` is no kind",
                "(5, 8): `div[` is no CSS selector",
                "(8, 8): `/a/[` is no pattern of addresses",
            ]
        );
    }

    #[test]
    fn full_width_signs_are_named() {
        let faults = SiteProfile::parse(Path::new("import.toml"), "zone ＝ \"x\"\n").expect_err("a fault");
        assert_eq!(faults[0].message.zh, "这里用了全角等号 ` ＝ `");
    }
}
