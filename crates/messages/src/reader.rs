//! The messages for readers: on every page, in each view, and in place of a view that cannot be shown.

use investchn_model::{Kind, OfflinePage};

use crate::group::group;
use crate::pattern::parts;
use crate::reference::text;

group! {
    /// The layout of every page: skip link, menu, breadcrumbs, contact, notices.
    FrameMessages {
        skip_link,
        menu,
        /// The label of the search box.
        search_box,
        breadcrumbs,
        /// Text before the breadcrumbs.
        breadcrumbs_label,
        loading,
        outdated_before,
        outdated_link,
        outdated_after,
        contact,
        phone,
        fax,
        email,
        /// Text between the label of a contact and its value.
        colon,
        saved_link,
        embed_link,
    }
}

group! {
    /// The text of buttons and links in all views.
    ActionMessages {
        home,
        all_news,
        find_zones,
        saved_pages,
        reload,
        retry,
    }
}

group! {
    /// Names of views: in breadcrumbs, the menu, headings and titles.
    NameMessages {
        home,
        news,
        zone_news,
        /// Short names for the menu and the breadcrumbs.
        menu_news,
        menu_photos,
        menu_register,
        text_news,
        photo_news,
        video_news,
        /// The register as a step of the breadcrumbs.
        zones,
        register,
        offline,
        saved,
        not_found,
        /// The page of search results, and the button of the search box.
        search,
        page(number: u32),
        region(region: &str),
        /// The news of one kind of a zone.
        zone_kind(zone: &str, kind: &str),
        home_title(portal: &str, slogan: &str),
    }
}

impl NameMessages {
    /// Returns the name of a kind of news.
    pub fn kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Text => self.text_news,
            Kind::Photo => self.photo_news,
            Kind::Video => self.video_news,
        }
    }

    /// Returns the name of a zone, or of one kind of its news.
    pub fn zone(&self, zone: &str, kind: Option<Kind>) -> String {
        kind.map_or_else(|| zone.to_owned(), |kind| self.zone_kind(zone, text(self.kind(kind))))
    }

    /// Returns the name of an offline page.
    pub fn offline_page(&self, page: OfflinePage) -> &'static str {
        match page {
            OfflinePage::Offline => self.offline,
            OfflinePage::Saved => self.saved,
        }
    }
}

group! {
    /// One sentence about a view, for search engines and previews.
    DescriptionMessages {
        home(portal: &str, slogan: &str),
        register,
        offline,
        saved,
        /// The news of a kind, or all news.
        news(kind: &str),
        region(region: &str),
        zone(zone: &str, province: &str),
    }
}

group! {
    /// The home page.
    HomeMessages {
        lead,
        /// The label of the number of all zones.
        zones,
        national_etdz,
        national_htz,
        national_other,
        map,
        map_note,
        /// For a province without zones on the map.
        no_zones,
        /// After the number of zones of a province: how many of them are national.
        zones_national(national: usize),
        latest,
        all_news,
    }
}

group! {
    /// Lists of news, and the zones of a region.
    ListMessages {
        kinds,
        /// The tab or option for every kind or type.
        all,
        news_lead_before,
        news_lead_after,
        region_zones(region: &str, national: usize, provincial: usize),
        region_has_none,
        /// The heading of a level and type among a region's zones, with their number.
        zones_of(name: &str, count: usize),
        by_city,
        empty,
        all_of_zone,
        pages,
        newer,
        older,
        /// The heading of articles that this edition does not have.
        originals,
        /// The number of a list's articles that this edition has.
        translated_of(translated: u32, all: u32),
        all_originals,
    }
}

group! {
    /// The register: its filter, its table and its charts.
    RegisterMessages {
        lead,
        counts(zones: usize, national: usize, provincial: usize),
        more_counts(exited: usize, uncertain: usize),
        find,
        find_by,
        /// The heading of the conditions below the search field.
        conditions,
        clear,
        year_from,
        year_to,
        area_from,
        area_to,
        industry_hint,
        sort,
        /// The order before the reader chooses one.
        by_province,
        sort_by_name,
        sort_by_level,
        sort_by_type,
        sort_by_year,
        sort_by_area,
        sort_by_industry,
        rows_loading,
        rows_failed,
        found(count: usize),
        more(count: usize),
        none_found,
        uncertain,
        exited,
        /// The caption of the table, for screen readers.
        table,
        province,
        hectares,
        provinces,
        provinces_note,
        province_counts(zones: usize, national: usize),
        charts,
        charts_note,
        chart_years,
        chart_areas,
        chart_industries,
        /// The button that opens the table behind a chart.
        chart_table,
        chart_year,
        chart_zones,
        download,
        download_csv,
        download_json,
    }
}

group! {
    /// An article and its neighbours.
    ArticleMessages {
        draft,
        published,
        source,
        zone,
        corrections,
        neighbours,
        previous,
        next,
        is_newest,
        is_oldest,
        title_only,
        all_of_zone(zone: &str),
        table,
        video(title: &str),
        /// Before the link to the text that this one is a translation of.
        translated_from,
    }
}

group! {
    /// Reasons why a view is not shown: what happened, and what a reader can do.
    FailureMessages {
        not_found_advice,
        offline_advice,
        unreachable,
        unreachable_advice,
        wrong_shape,
        wrong_shape_advice,
        newer_schema,
        newer_schema_advice,
    }
}

group! {
    /// Pages saved on this device: the button that saves a page, the saved pages, and the offline page.
    SavedMessages {
        keep,
        drop,
        renew_one,
        drop_one,
        /// A button's name for screen readers: its action and the object.
        action_on(action: &str, name: &str),
        unavailable,
        empty,
        clear,
        confirm_clear,
        readable,
        offline_lead,
        lead_before,
        lead_after,
        /// The outcomes of a request to the worker, which names them ([`SavedMessages::reported`]).
        busy,
        done(name: &str, articles: &str),
        dropped,
        emptied,
        no_space,
        no_network,
        /// The note on a saved page, and on one that is not saved as a whole.
        note(articles: &str, size: &str, date: &str),
        incomplete(size: &str),
    }
}

impl SavedMessages {
    /// Words a report of the worker: the name of a message, and its values, each on a line. A worker of an earlier release reports in
    /// words, which are returned as they are.
    pub fn reported(&self, report: &str) -> String {
        match parts(report, b'\n')[..] {
            ["busy"] => text(self.busy).to_owned(),
            ["done", name, articles] => self.done(name, articles),
            ["dropped"] => text(self.dropped).to_owned(),
            ["emptied"] => text(self.emptied).to_owned(),
            ["no_space"] => text(self.no_space).to_owned(),
            ["no_network"] => text(self.no_network).to_owned(),
            ["note", articles, size, date] => self.note(articles, size, date),
            ["incomplete", size] => self.incomplete(size),
            _ => report.to_owned(),
        }
    }
}
