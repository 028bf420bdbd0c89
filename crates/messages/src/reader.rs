//! The messages for readers: on every page, in each view, and in place of a view that cannot be shown.

use investchn_model::{Kind, Level, OfflinePage, PartialDate, Period, Status, TypeGroup, ZoneType};

use crate::group::group;

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
        kind.map_or_else(|| zone.to_owned(), |kind| self.zone_kind(zone, self.kind(kind)))
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
        /// How many of a list's articles this edition has.
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
        /// A level and a type at that level, as a heading.
        level_and_type(level: &str, zone_type: &str),
        etdz,
        etdz_short,
        htz,
        htz_short,
        /// 经开区 at the level of a province.
        economic,
        /// 高新区 at the level of a province.
        high_tech,
        bonded_zone,
        bonded_area,
        export_processing,
        bonded_logistics,
        bonded_port,
        customs_other,
        customs,
        border,
        industrial,
        other_type,
        code,
        history,
        name_en,
        /// In place of the sources of an English name.
        name_en_derived,
        /// After a value that is doubtful.
        doubtful,
        /// Before what another source states.
        otherwise,
        /// Before a zone's other names.
        also_called,
        hectares(area: &str),
        /// The names of the months, separated by spaces.
        months,
        full_date(year: &str, month: &str, day: &str),
        month_of_year(year: &str, month: &str),
        bare_year(year: &str),
        /// The span of years that contains a date.
        between(from: &str, to: &str),
        /// The status of a zone that its province's list has.
        listed_by_province,
        listed,
        uncertain,
        exited_since(date: &str),
        exited,
        /// The label of a zone's name in the portal's first language, on pages in another.
        name_original,
    }
}

impl FactMessages {
    /// Returns the full name of a type at a level.
    pub fn type_name(&self, level: Level, zone_type: ZoneType) -> &'static str {
        match (zone_type, level) {
            (ZoneType::Etdz, Level::National) => self.etdz,
            (ZoneType::Etdz, Level::Provincial) => self.economic,
            (ZoneType::Htz, Level::National) => self.htz,
            (ZoneType::Htz, Level::Provincial) => self.high_tech,
            (ZoneType::BondedZone, _) => self.bonded_zone,
            (ZoneType::BondedArea, _) => self.bonded_area,
            (ZoneType::ExportProcessing, _) => self.export_processing,
            (ZoneType::BondedLogistics, _) => self.bonded_logistics,
            (ZoneType::BondedPort, _) => self.bonded_port,
            (ZoneType::CustomsOther, _) => self.customs_other,
            (ZoneType::Border, _) => self.border,
            (ZoneType::Industrial, _) => self.industrial,
            (ZoneType::Other, _) => self.other_type,
        }
    }

    /// Returns the short name of a group of types.
    pub fn group_name(&self, group: TypeGroup) -> &'static str {
        match group {
            TypeGroup::Economic => self.etdz_short,
            TypeGroup::HighTech => self.htz_short,
            TypeGroup::Customs => self.customs,
            TypeGroup::Border => self.border,
            TypeGroup::Industrial => self.industrial,
            TypeGroup::Other => self.other_type,
        }
    }

    /// Words a date in running text, as exact as it is known.
    pub fn date(&self, date: PartialDate) -> String {
        let year = date.year().to_string();
        // By bytes, because `split` by a character adds kilobytes to the wasm.
        let name = |month: u8| self.months.as_bytes().split(|byte| *byte == b' ').nth(usize::from(month) - 1);
        let month = date.month().and_then(name).and_then(|name| str::from_utf8(name).ok());
        match (month, date.day()) {
            (Some(month), Some(day)) => self.full_date(&year, month, &day.to_string()),
            (Some(month), None) => self.month_of_year(&year, month),
            (None, _) => self.bare_year(&year),
        }
    }

    /// Words a date, or the span of years that contains it.
    pub fn period(&self, period: Period) -> String {
        let from = self.date(period.from);
        period.to.map_or_else(|| from.clone(), |to| self.between(&from, &self.date(to)))
    }

    /// Words a zone's status, with its date if that is known.
    pub fn status_since(&self, status: Status, since: Option<PartialDate>) -> String {
        match (status, since) {
            (Status::Listed, _) => self.listed.to_owned(),
            (Status::Uncertain, _) => self.uncertain.to_owned(),
            (Status::Exited, Some(since)) => self.exited_since(&self.date(since)),
            (Status::Exited, None) => self.exited.to_owned(),
        }
    }

    /// Words the status of a zone of a level.
    pub fn status_at(&self, level: Level, status: Status, since: Option<PartialDate>) -> String {
        match (level, status) {
            (Level::Provincial, Status::Listed) => self.listed_by_province.to_owned(),
            _ => self.status_since(status, since),
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
