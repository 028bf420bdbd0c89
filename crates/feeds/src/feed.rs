//! A feed, independent of its format: its subject, its addresses and its entries.

use investchn_model::route::{Base, Route};
use investchn_model::{Item, ListPage, Subject, View};
use investchn_navigation::page_meta;
use investchn_navigation::site_context::SiteContext;

use crate::entry::FeedEntry;
use crate::names;
use crate::subject::FeedSubject;

/// The feed of a list.
#[derive(Debug)]
pub struct Feed<'a> {
    /// The edition of the portal.
    pub portal: &'a SiteContext,
    /// The address of the portal, with a trailing slash.
    pub base_url: &'a str,
    /// The list.
    pub list: &'a Subject,
    /// The list's name and facts.
    pub about: &'a FeedSubject,
    /// Its newest articles, at most [`crate::LENGTH`].
    pub entries: &'a [FeedEntry<'a>],
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

    /// Returns the address of a path below the base.
    pub(crate) fn absolute(&self, below: &str) -> String {
        Base::at(self.base_url).join(below)
    }

    /// Returns the address of the page that shows the same articles.
    pub(crate) fn page(&self) -> String {
        let route = Route::of_list(self.list, None);
        if route.feed_folder().is_empty() { self.base_url.to_owned() } else { self.absolute(&route.below()) }
    }

    /// Returns the paths of the Atom feed and the JSON Feed, below the base.
    pub(crate) fn names(&self) -> [String; 2] {
        names(&Route::of_list(self.list, None))
    }

    /// Returns the address of an article's page.
    pub(crate) fn article(&self, item: &Item) -> String {
        self.absolute(&Route::Article(item.id.clone()).below())
    }
}
