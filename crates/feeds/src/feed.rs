//! A feed, independent of its format: its subject, its addresses and its entries.

use investchn_model::route::Route;
use investchn_model::{Item, ListPage, Subject, View};
use investchn_navigation::page_meta;
use investchn_navigation::site_context::SiteContext;

use crate::entry::FeedEntry;
use crate::id::tag;
use crate::names;
use crate::subject::FeedSubject;

/// The feed of a list.
#[derive(Debug)]
pub struct Feed<'a> {
    /// The edition of the portal, with absolute addresses.
    pub portal: &'a SiteContext,
    /// The list.
    pub list: &'a Subject,
    /// The list's name and facts.
    pub about: &'a FeedSubject,
    /// Its newest articles, at most [`crate::LENGTH`].
    pub entries: &'a [FeedEntry<'a>],
    /// The newest articles of the list in the portal's first language, in the feed of an edition that has none of them; none in any
    /// other feed.
    pub originals: Option<&'a [FeedEntry<'a>]>,
}

impl Feed<'_> {
    pub(crate) fn title(&self) -> String {
        let list = ListPage {
            subject: self.list.clone(),
            number: None,
            newer: None,
            older: None,
            items: Vec::new(),
            originals: None,
        };
        [&page_meta::name(&View::List(list), self.portal), " - ", &self.portal.site.name].concat()
    }

    /// Returns the address of a path below the edition's folder.
    pub(crate) fn absolute(&self, below: &str) -> String {
        self.portal.base.join(below)
    }

    /// Returns the address of a picture.
    pub(crate) fn picture(&self, src: &str) -> String {
        self.portal.root.join(src)
    }

    /// Returns the id of the feed, or of an entry. A text in another language is another entry.
    pub(crate) fn id(&self, what: &str) -> String {
        tag(&self.portal.site, &[self.portal.folder(), what].concat())
    }

    /// Returns the address of the page that shows the same articles.
    pub(crate) fn page(&self) -> String {
        let route = Route::of_list(self.list, None);
        if route.feed_folder().is_empty() { self.absolute("") } else { self.absolute(&route.below()) }
    }

    /// Returns the paths of the Atom feed and the JSON Feed, below the edition's folder.
    pub(crate) fn names(&self) -> [String; 2] {
        names(&Route::of_list(self.list, None))
    }

    /// Returns the address of an article's page.
    pub(crate) fn article(&self, item: &Item) -> String {
        self.absolute(&Route::Article(item.id.clone()).below())
    }
}
