//! The front matter of a translation. It has the words; every other key is the original's.

use std::ops::Range;
use std::path::Path;

use investchn_diagnostics::{Diagnostic, LineColumn, LineIndex, rules};
use investchn_localized::localized;
use investchn_model::Correction;
use investchn_toml::toml_diagnostics;
use serde::Deserialize;
use toml::Spanned;
use toml::de::DeTable;

use super::depth::is_too_deep;
use super::{ArticleSpans, Checks, KEYS, Parts, RawCorrection, TextEntry};
use crate::suppression::{RawSuppression, Suppression};

/// The keys of a translation, in any of its tables.
const OWN: [&str; 9] = ["title", "summary", "source", "corrections", "suppress", "date", "text", "rule", "reason"];

/// The checked front matter of a translation.
#[derive(Clone, Debug)]
pub(crate) struct TranslationFrontMatter {
    pub(crate) title: String,
    pub(crate) summary: String,
    /// The outlet, if its name is translated.
    pub(crate) source: Option<String>,
    pub(crate) corrections: Vec<Correction>,
    pub(crate) suppressions: Vec<Suppression>,
    pub(crate) title_at: LineColumn,
    pub(crate) spans: ArticleSpans,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawTranslation {
    title: Spanned<String>,
    summary: Spanned<String>,
    source: Option<Spanned<String>>,
    #[serde(default)]
    corrections: Vec<RawCorrection>,
    #[serde(default)]
    suppress: Vec<Spanned<RawSuppression>>,
}

/// Parses and checks the front matter of a translation. Adds its faults to `diagnostics`, and returns none if there are any.
pub(crate) fn parse(
    file: &Path,
    text: &str,
    Parts { front, body }: Parts,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<TranslationFrontMatter> {
    if is_too_deep(file, text, &front, diagnostics) {
        return None;
    }
    let before = diagnostics.len();
    let toml = &text[front.clone()];
    keys_of_the_original(toml, &mut Checks { lines: LineIndex::new(file, text), offset: front.start, diagnostics });
    if diagnostics.len() > before {
        return None;
    }
    let raw: RawTranslation = match toml::from_str(toml) {
        Ok(raw) => raw,
        Err(error) => {
            toml_diagnostics(file, text, front, &error, &OWN, diagnostics);
            return None;
        }
    };
    let mut checks = Checks { lines: LineIndex::new(file, text), offset: front.start, diagnostics };
    let title = checks.filled(&raw.title, &rules::TITLE, || localized!(zh "写上标题", en "write the headline"));
    let summary = checks.filled(
        &raw.summary,
        &rules::SUMMARY,
        || localized!(zh "用一句话写明发生了什么", en "say in one sentence what happened"),
    );
    let source = raw.source.as_ref().map(|source| {
        let help = || {
            localized!(
                zh "写上来源，或删掉这一行：原文已写明来源",
                en "name the outlet, or take the line out: the original names it"
            )
        };
        checks.filled(source, &rules::SOURCE, help)
    });
    let corrections = checks.corrections(&raw.corrections);
    let suppressions = raw.suppress.iter().filter_map(|suppression| checks.suppression(suppression)).collect();
    let title_at = checks.line_column(raw.title.span());
    if diagnostics.len() > before {
        return None;
    }
    let in_file = |span: Range<usize>| front.start + span.start..front.start + span.end;
    let entries = raw.corrections.iter().map(|correction| TextEntry::correction(correction, in_file)).collect();
    let spans = ArticleSpans {
        title: in_file(raw.title.span()),
        source: raw.source.map(|source| in_file(source.span())),
        summary: Some(in_file(raw.summary.span())),
        entries,
        body,
    };
    Some(TranslationFrontMatter { title, summary, source, corrections, suppressions, title_at, spans })
}

/// Reports the keys that only an original has.
fn keys_of_the_original(toml: &str, checks: &mut Checks<'_>) {
    // Front matter that is not TOML has its own diagnostic.
    let Ok(table) = DeTable::parse(toml) else { return };
    for (key, _) in table.get_ref() {
        let name = key.get_ref().as_ref();
        if KEYS.contains(&name) && !OWN.contains(&name) {
            let message = localized!(zh "`{name}` 已在原文里写明", en "`{name}` is stated by the original");
            let help = localized!(
                zh "删掉这一行：译文只有 title、summary、source、corrections 和 suppress",
                en "take the line out: a translation has title, summary, source, corrections and suppress"
            );
            checks.diagnostic(key.span(), &rules::TOML, message, help);
        }
    }
}
