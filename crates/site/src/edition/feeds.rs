//! The feeds of an edition, and what sitemaps have of it.

use investchn_discovery::SitemapEdition;
use investchn_feeds::{Feed, FeedEntry, FeedSubject};
use investchn_messages::EN;
use investchn_model::Subject;
use investchn_model::article::last_change;
use investchn_model::route::Route;

use super::EditionBuilder;
use crate::error::SiteError;
use crate::feed_texts::FeedArticle;
use crate::inputs::EditionContent;
use crate::lists::List;
use investchn_digest::Digest;
use investchn_sources::ArticleSource;

impl<'a> EditionBuilder<'a> {
    /// Writes the feeds of a list. A zone's feeds are also written under its former ids, which partners may still use.
    pub(super) fn feeds(&self, list: &List) -> Result<(), SiteError> {
        let (index, tree) = (self.content.index, self.content.tree);
        let route = Route::of_list(&list.subject, None);
        let about = self.feed_subject(list, &route);
        let (articles, newest) = self.newest(list, investchn_feeds::LENGTH)?;
        let newest_is_empty = articles.is_empty();
        let originals = if newest_is_empty { self.originals(list, investchn_feeds::LENGTH) } else { Vec::new() };
        let digests: Vec<Digest> = originals.iter().map(|article| article.digest).collect();
        // Names of a region's zones are not in the digest of its list.
        let key = Digest::of_json(&(newest, &about, tree.settings.feeds, digests))?;
        let former = match &list.subject {
            Subject::Zone { zone, kind: None } => index.former_ids(&zone.id),
            Subject::Zone { kind: Some(_), .. } | Subject::News { .. } | Subject::Region { .. } => &[],
        };
        let former = former.iter().map(|id| Route::Zone(id.clone(), None, None));
        let files_by_id: Vec<[String; 2]> =
            std::iter::once(route).chain(former).map(|route| investchn_feeds::names(&route)).collect();
        // A zone without all pages has a JSON Feed alone, which the partners' element reads.
        let is_zone = matches!(list.subject, Subject::Zone { .. });
        let first = usize::from(is_zone && list.whole_zone().is_none());
        let all: Vec<&str> = files_by_id.iter().flat_map(|names| &names[first..]).map(String::as_str).collect();
        if self.output.keep(&all, key) {
            return Ok(());
        }
        let articles = list.newest(investchn_feeds::LENGTH).iter().map(|number| self.texts.article(*number));
        let articles: Vec<FeedArticle<'_>> = articles.collect::<Result<_, SiteError>>()?;
        let entries: Vec<FeedEntry<'_>> = articles.iter().map(FeedArticle::entry).collect();
        let context = self.content.context;
        let originals: Vec<FeedEntry<'_>> = originals.into_iter().map(summary).collect();
        // Partners' pages show the feeds of zones and regions.
        let has_originals =
            self.untranslated.is_some() && entries.is_empty() && !matches!(list.subject, Subject::News { .. });
        let feed = Feed {
            portal: context.portal,
            list: &list.subject,
            about: &about,
            entries: &entries,
            originals: has_originals.then_some(&originals),
        };
        let files = [investchn_feeds::write_atom(&feed), investchn_feeds::write_json(&feed)?];
        let put = |names: &[String; 2]| {
            names.iter().zip(&files).skip(first).try_for_each(|(name, bytes)| self.output.put(name, bytes, Some(key)))
        };
        files_by_id.iter().try_for_each(put)
    }

    /// Returns the subject of a feed in both languages, from the first edition, whose tree has the names in both.
    fn feed_subject(&self, list: &List, route: &Route) -> FeedSubject {
        let index = self.untranslated.as_ref().map_or(self.content.index, |untranslated| untranslated.first);
        let subject = index.list(route).map_or(&list.subject, |list| &list.subject);
        let english = self.all.iter().find(|edition| edition.context.messages.lang() == EN.lang());
        let english = english.and_then(|edition| edition.index.list(route)).map(|list| &list.subject);
        FeedSubject::of(subject, english, |id| index.name_en(id))
    }

    /// Returns the newest articles of a list in the first edition; none for the first edition itself.
    pub(super) fn originals(&self, list: &List, length: usize) -> Vec<&ArticleSource> {
        let first = self.all.first().filter(|_| self.untranslated.is_some());
        let list = first.and_then(|first| Some((first, first.index.list(&Route::of_list(&list.subject, None))?)));
        let newest = |(first, list): (&EditionContent<'a>, &List)| -> Vec<&'a ArticleSource> {
            list.newest(length).iter().map(|number| &first.tree.articles[*number]).collect()
        };
        list.map(newest).unwrap_or_default()
    }

    /// Returns the newest articles of a list, and a digest of them and the list's subject.
    pub(super) fn newest(&self, list: &List, length: usize) -> Result<(Vec<&ArticleSource>, Digest), SiteError> {
        let articles = &self.content.tree.articles;
        let newest: Vec<&ArticleSource> = list.newest(length).iter().map(|number| &articles[*number]).collect();
        let digests: Vec<Digest> = newest.iter().map(|article| article.digest).collect();
        Ok((newest, Digest::of_json(&(list.key, digests))?))
    }

    /// Returns the pages that sitemaps list.
    pub(crate) fn sitemap(&self) -> SitemapEdition<'_> {
        let context = self.content.context;
        let articles = self.content.tree.articles.iter();
        SitemapEdition {
            folder: context.folder(),
            portal: context.portal,
            routes: self.sitemap_routes(),
            articles: articles.map(|it| (&it.item, last_change(it.item.published, &it.corrections))).collect(),
            alternates: Box::new(|route| self.alternates(route)),
        }
    }

    /// Returns the routes for the sitemap that are not articles. Of a list it has the newest page only, since the sitemap lists
    /// the articles themselves. A list of one kind is left out while it is empty.
    fn sitemap_routes(&self) -> Vec<Route> {
        let found = self.content.index.lists.iter().filter(|list| match &list.subject {
            Subject::Zone { kind: Some(_), .. } | Subject::News { .. } => !list.indices.is_empty(),
            Subject::Zone { kind: None, .. } | Subject::Region { .. } => true,
        });
        let lists = found.map(|list| Route::of_list(&list.subject, None));
        [Route::Home, Route::Register].into_iter().chain(lists).collect()
    }
}

/// Makes an entry with the summary alone.
fn summary(article: &ArticleSource) -> FeedEntry<'_> {
    FeedEntry {
        item: &article.item,
        lang: &article.lang,
        corrected: article.corrections.iter().map(|correction| correction.date).max(),
        html: None,
        enclosures: &[],
    }
}
