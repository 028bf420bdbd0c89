//! Reads the translations in a folder of articles, each beside its original.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use investchn_diagnostics::{Diagnostic, Location, rules};
use investchn_localized::localized;
use investchn_messages::translation_tags;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::{ArticleReader, ReadFileOutcome};
use crate::article::{self, ArticleSource, ParsedArticle};
use crate::article_cache::CachedArticle;
use crate::front_matter;
use crate::languages;
use crate::lints::ArticleText;
use crate::translation;
use investchn_files::{FoundFile, SourceError};

impl ArticleReader<'_> {
    /// Reads translations. `files` are the originals of their folder, `articles` those of them that could be read.
    pub(super) fn read_translations(
        &self,
        translations: Vec<(Option<CachedArticle>, FoundFile)>,
        files: &BTreeSet<PathBuf>,
        articles: &[CachedArticle],
    ) -> Result<(Vec<CachedArticle>, Vec<Diagnostic>), SourceError> {
        let originals: FxHashMap<&Path, &ArticleSource> =
            articles.iter().map(|cached| (cached.article.file.as_path(), cached.article.as_ref())).collect();
        let read = translations.into_par_iter().map(|(known, found)| {
            let file = &found.path;
            let Some((name, tag)) = languages::of_file(file) else { return Ok((None, Vec::new())) };
            let beside = file.with_file_name(&name);
            match (languages::translation_language(tag), originals.get(beside.as_path())) {
                (None, _) => Ok((None, vec![unknown_language(file, tag)])),
                (Some(_), None) if !files.contains(&beside) => Ok((None, vec![without_original(file, &name)])),
                // The original has errors, which stop the build anyway.
                (Some(_), None) => Ok((None, Vec::new())),
                (Some(messages), Some(original)) => {
                    let known = known.filter(|cached| translation::is_of(&cached.article, original));
                    self.read_changed(&found, known, |text, diagnostics| {
                        let parsed = translation::parse(file, text, original, messages, self.pictures, diagnostics)?;
                        self.compare(&parsed, text, original, diagnostics);
                        Some(parsed)
                    })
                }
            }
        });
        let read: Vec<ReadFileOutcome> = read.collect::<Result<_, SourceError>>()?;
        let (translations, diagnostics): (Vec<_>, Vec<_>) = read.into_iter().unzip();
        Ok((translations.into_iter().flatten().collect(), diagnostics.into_iter().flatten().collect()))
    }

    /// Checks a translation beside its original, whose text is read for it.
    fn compare(&self, parsed: &ParsedArticle, text: &str, original: &ArticleSource, diagnostics: &mut Vec<Diagnostic>) {
        // The original was read a moment ago, and its faults are reported where it is.
        let (file, mut known) = (&original.file, Vec::new());
        let Ok(bytes) = self.files.read(file) else { return };
        let Some(beside) = article::text(file, bytes, &mut known) else { return };
        let Some(parts) = article::split(file, &beside, &mut known) else { return };
        let Some(front) = front_matter::parse(file, &beside, parts, self.names, &mut known) else { return };
        let original = ArticleText { article: original, text: &beside, spans: &front.spans };
        let translation = ArticleText { article: &parsed.article, text, spans: &parsed.spans };
        (self.lints.translation)(translation, original, self.names, diagnostics);
    }
}

fn unknown_language(file: &Path, tag: &str) -> Diagnostic {
    let tags = translation_tags().collect::<Vec<_>>().join(".md, .");
    let message = localized!(
        zh "译文不能用 `{tag}` 这种语言",
        en "`{tag}` is no language into which articles are translated"
    );
    let help = localized!(
        zh "译文的文件名是原文的文件名加语言：2022-02-14-1.{tags}.md",
        en "name a translation by its original and its language: 2022-02-14-1.{tags}.md"
    );
    Diagnostic::new(Location::line(file, 1), &rules::FILE_NAME, message, help)
}

fn without_original(file: &Path, original: &str) -> Diagnostic {
    let message = localized!(
        zh "这篇译文旁边没有原文 `{original}`",
        en "there is no original `{original}` beside this translation"
    );
    let help = localized!(
        zh "放到原文旁边；如果它本身就是原文，文件名里不要写语言",
        en "put it beside its original, or name it as the original, without the language"
    );
    Diagnostic::new(Location::line(file, 1), &rules::TRANSLATION_WITHOUT_ORIGINAL, message, help)
}
