//! The messages for readers: on every page, in each view, and in place of a view that cannot be shown.

use investchn_model::{Kind, Level, OfflinePage, PartialDate, Period, Status, ZoneType};

use crate::group::group;

group! {
    /// The layout of every page: skip link, menu, breadcrumbs, contact, notices.
    FrameMessages {
        skip_link,
        menu,
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
        text_news,
        photo_news,
        video_news,
        /// The register as a step of the breadcrumbs.
        zones,
        register,
        offline,
        saved,
        not_found,
        page(number: u32),
        region(region: &str),
        zone(zone: &str, kind: Option<Kind>),
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
        news(kind: Option<Kind>),
        region(region: &str),
        zone(zone: &str, province: &str),
    }
}

group! {
    /// The home page.
    HomeMessages {
        lead,
        zones,
        map,
        map_note,
        /// For a province without zones on the map.
        no_zones,
        /// After the number of zones of a province, for screen readers.
        zones_unit,
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
        region_zones(region: &str, count: usize),
        region_has_none,
        by_city,
        empty,
        all_of_zone,
        pages,
        newer,
        older,
    }
}

group! {
    /// The register and its filter.
    RegisterMessages {
        lead,
        counts(listed: usize, exited: usize, uncertain: usize),
        find,
        find_by,
        zone_type,
        found(count: usize),
        none_found,
        uncertain,
        exited,
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
    }
}

group! {
    /// The facts of a zone. Feeds publish these words too, so changing one affects partners (`docs/embedding.md`).
    FactMessages {
        name,
        zone_type,
        level,
        place,
        approved,
        area,
        industries,
        status,
        zones,
        sources,
        name_and_place,
        unknown,
        /// Between the items of a list within a sentence.
        separator,
        /// Between names that may contain commas.
        name_separator,
        /// Between a province and its city.
        place_separator,
        national,
        provincial,
        etdz,
        etdz_short,
        htz,
        htz_short,
        also_called(names: &str),
        hectares(area: &str),
        /// A date in running text, as exact as it is known.
        date(date: PartialDate),
        /// A date, or the span of years that contains it.
        period(period: Period),
        /// A zone's status, with its date if that is known.
        status_since(status: Status, since: Option<PartialDate>),
    }
}

impl FactMessages {
    /// Returns the full name of a zone's type.
    pub fn type_name(&self, zone_type: ZoneType) -> &'static str {
        match zone_type {
            ZoneType::Etdz => self.etdz,
            ZoneType::Htz => self.htz,
        }
    }

    /// Returns the short name of a zone's type.
    pub fn type_short(&self, zone_type: ZoneType) -> &'static str {
        match zone_type {
            ZoneType::Etdz => self.etdz_short,
            ZoneType::Htz => self.htz_short,
        }
    }

    /// Returns the authority that approved a zone.
    pub fn level_name(&self, level: Level) -> &'static str {
        match level {
            Level::National => self.national,
            Level::Provincial => self.provincial,
        }
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
    }
}
