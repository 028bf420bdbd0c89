//! Removes suppressed warnings, and warns about suppressions that suppress nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use investchn_diagnostics::{Diagnostic, Rule, Severity, rules};
use investchn_localized::localized;
use investchn_sources::{SourceTree, Suppression};

/// The suppressions of each file that has any.
pub(crate) type Suppressions = BTreeMap<PathBuf, Vec<Suppression>>;

/// Collects the suppressions of all articles and translations.
pub(crate) fn suppressions(tree: &SourceTree) -> Suppressions {
    let all = tree.articles.iter().chain(tree.all_translations());
    let with_some = all.filter(|article| !article.suppressions.is_empty());
    with_some.map(|article| (article.file.clone(), article.suppressions.clone())).collect()
}

/// Removes suppressed warnings, and adds a warning for each suppression whose rule found nothing.
pub(crate) fn apply(suppressions: &Suppressions, diagnostics: &mut Vec<Diagnostic>) {
    let mut used: BTreeSet<(&Path, &Rule)> = BTreeSet::new();
    diagnostics.retain(|diagnostic| {
        let is_meant = |it: &Suppression| it.rule == diagnostic.rule && diagnostic.rule.severity == Severity::Warning;
        let suppressed = suppressions.get_key_value(&diagnostic.location.file);
        let suppressed = suppressed.filter(|(_, of_file)| of_file.iter().any(is_meant));
        if let Some((file, _)) = suppressed {
            used.insert((file, diagnostic.rule));
        }
        suppressed.is_none()
    });
    // A file with errors may not have been checked by every rule.
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.is_error());
    let broken: BTreeSet<&PathBuf> = errors.map(|diagnostic| &diagnostic.location.file).collect();
    let mut unused = Vec::new();
    for (file, of_file) in suppressions.iter().filter(|(file, _)| !broken.contains(file)) {
        for suppression in of_file.iter().filter(|it| !used.contains(&(file.as_path(), it.rule))) {
            let message = localized!(zh "规则 `{}` 在这里没有发现问题", en "`{}` finds nothing here", suppression.rule);
            let help = localized!(zh "删掉这一条", en "delete the entry");
            unused.push(Diagnostic::new(suppression.at.in_file(file), &rules::UNUSED_SILENCE, message, help));
        }
    }
    diagnostics.append(&mut unused);
}
