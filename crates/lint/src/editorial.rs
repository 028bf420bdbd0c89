//! The editorial rules that need the register, the other articles or today's date.

use std::collections::BTreeMap;

use investchn_model::{PartialDate, Status, Zone, ZoneId};
use rustc_hash::FxHashMap;

use crate::today::Today;
use investchn_diagnostics::Diagnostic;
use investchn_diagnostics::rules;
use investchn_localized::localized;
use investchn_sources::{ArticleSource, SourceTree};

/// Checks all articles together, drafts among them.
pub(crate) fn check(content: &SourceTree, today: &dyn Today) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    diagnostics.extend(content.articles.iter().filter_map(|article| future(article, today)));
    let zones: BTreeMap<&ZoneId, &Zone> = content.zones.iter().map(|source| (&source.zone.id, &source.zone)).collect();
    diagnostics
        .extend(content.articles.iter().filter_map(|article| after_exit(article, zones.get(&article.item.zone.id)?)));
    diagnostics.extend(duplicate_titles(&content.articles));
    diagnostics
}

/// Reports an article dated after today. A draft may be written in advance.
fn future(article: &ArticleSource, today: &dyn Today) -> Option<Diagnostic> {
    if article.draft {
        return None;
    }
    let today = today.before(article.item.published, &article.file)?;
    let published = article.item.published;
    let message = localized!(
        zh "发布时间 {published} 晚于今天（{today}）",
        en "{published} is after today, {today}"
    );
    let help = localized!(
        zh "改正日期，或用 `draft = true` 暂不发布",
        en "mend the date, or keep the article back by `draft = true`"
    );
    Some(Diagnostic::new(article.published_at.in_file(&article.file), &rules::FUTURE_DATE, message, help))
}

fn after_exit(article: &ArticleSource, zone: &Zone) -> Option<Diagnostic> {
    let since = zone.status_since.filter(|_| zone.status.value == Status::Exited)?;
    if !is_after(article.item.published, since) {
        return None;
    }
    let (name, published) = (&zone.name.value, article.item.published);
    let message = localized!(
        zh "{name} {since} 已退出名单，稿件的日期是 {published}",
        en "{name} left the list in {since}, the article is of {published}"
    );
    let help = localized!(
        zh "核对开发区和日期；没有错，就忽略这条规则并写明理由",
        en "check its zone and its date; if it is right, suppress the rule and say why"
    );
    Some(Diagnostic::new(article.published_at.in_file(&article.file), &rules::AFTER_EXIT, message, help))
}

/// Returns true if a date is certainly after a period. A day of January 2020 is not after 2020-01.
fn is_after(date: PartialDate, period: PartialDate) -> bool {
    date > period && !date.to_string().starts_with(&period.to_string())
}

/// Finds articles with the same title, zone and date. `articles` are newest first; of two, the later one gets the
/// diagnostic.
fn duplicate_titles(articles: &[ArticleSource]) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut seen: FxHashMap<(&ZoneId, PartialDate, &str), &ArticleSource> = FxHashMap::default();
    for article in articles.iter().rev() {
        let key = (&article.item.zone.id, article.item.published, article.item.title.as_str());
        if let Some(first) = seen.get(&key) {
            let other = first.file.display();
            let message = localized!(
                zh "{other} 也是这一天、这个标题",
                en "{other} has this title on the same day"
            );
            let help = localized!(
                zh "只留一篇，或在标题里写出区别",
                en "keep one of them, or say in the titles what differs"
            );
            let place = article.title_at.in_file(&article.file);
            diagnostics.push(Diagnostic::new(place, &rules::DUPLICATE_TITLE, message, help));
        } else {
            seen.insert(key, article);
        }
    }
    diagnostics
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_within_a_period_are_not_after_it() {
        let after = |date: &str, period: &str| is_after(date.parse().unwrap(), period.parse().unwrap());
        assert!(after("2020-02-01", "2020-01"));
        assert!(after("2021", "2020"));
        assert!(after("2020-01-18", "2020-01-17"));
        assert!(!after("2020-01-31", "2020-01"));
        assert!(!after("2020", "2020-01"));
        assert!(!after("2019-12-31", "2020"));
    }
}
