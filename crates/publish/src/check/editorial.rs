//! The editor's rules that need the register, the other articles or today's date.

use std::collections::BTreeMap;

use investchn_model::{PartialDate, Status, Zone, ZoneId};
use rustc_hash::FxHashMap;

use super::today::Today;
use crate::problem::Problem;
use crate::rules;
use crate::source::{ArticleSource, Content};

/// Looks at all articles together, drafts among them.
pub(super) fn check(content: &Content, today: &Today) -> Vec<Problem> {
    let mut problems = Vec::new();
    problems.extend(content.articles.iter().filter_map(|article| future(article, today)));
    let zones: BTreeMap<&ZoneId, &Zone> = content.zones.iter().map(|source| (&source.zone.id, &source.zone)).collect();
    problems
        .extend(content.articles.iter().filter_map(|article| after_exit(article, zones.get(&article.item.zone.id)?)));
    problems.extend(duplicate_titles(&content.articles));
    problems
}

/// A draft may be written ahead.
fn future(article: &ArticleSource, today: &Today) -> Option<Problem> {
    if article.draft {
        return None;
    }
    let today = today.before(article.item.published, &article.file)?;
    let message = format!("{} is after today, {today}", article.item.published);
    let advice = "mend the date, or keep the article back by `draft = true`";
    Some(Problem::new(article.published_at.in_file(&article.file), &rules::FUTURE_DATE, message, advice))
}

fn after_exit(article: &ArticleSource, zone: &Zone) -> Option<Problem> {
    let since = zone.status_since.filter(|_| zone.status.value == Status::Exited)?;
    if !is_after(article.item.published, since) {
        return None;
    }
    let message = format!("{} left the list in {since}, the article is of {}", zone.name.value, article.item.published);
    let advice = "check its zone and its date; if it is right, silence the rule and say why";
    Some(Problem::new(article.published_at.in_file(&article.file), &rules::AFTER_EXIT, message, advice))
}

/// Whether a date is after a period that it is not within: of 2020-01 no day of that January is known to be after.
fn is_after(date: PartialDate, period: PartialDate) -> bool {
    date > period && !date.to_string().starts_with(&period.to_string())
}

/// `articles` are newest first; of two the later one is told.
fn duplicate_titles(articles: &[ArticleSource]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut seen: FxHashMap<(&ZoneId, PartialDate, &str), &ArticleSource> = FxHashMap::default();
    for article in articles.iter().rev() {
        let key = (&article.item.zone.id, article.item.published, article.item.title.as_str());
        if let Some(first) = seen.get(&key) {
            let message = format!("{} has this title on the same day", first.file.display());
            let advice = "keep one of them, or say in the titles what differs";
            let place = article.title_at.in_file(&article.file);
            problems.push(Problem::new(place, &rules::DUPLICATE_TITLE, message, advice));
        } else {
            seen.insert(key, article);
        }
    }
    problems
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_within_a_period_is_not_after_it() {
        let after = |date: &str, period: &str| is_after(date.parse().unwrap(), period.parse().unwrap());
        assert!(after("2020-02-01", "2020-01"));
        assert!(after("2021", "2020"));
        assert!(after("2020-01-18", "2020-01-17"));
        assert!(!after("2020-01-31", "2020-01"));
        assert!(!after("2020", "2020-01"));
        assert!(!after("2019-12-31", "2020"));
    }
}
