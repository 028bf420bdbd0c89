//! The English messages, with the terms of the field: development zone, approved area, leading industries.

mod phrases;
mod register;
mod register_files;
mod search;

use investchn_model::{PartialDate, Period, Status};

use phrases::counted;

use crate::messages::Messages;
use crate::partners::{BuilderMessages, BuilderScriptMessages, EmbedMessages, PreviewMessages};
use crate::published::{
    BootMessages, HintMessages, ImportReviewMessages, PlainPageMessages, SourceMessages, StartMessages, WorkerMessages,
};
use crate::reader::{
    ActionMessages, ArticleMessages, DescriptionMessages, FactMessages, FailureMessages, FrameMessages, HomeMessages,
    ListMessages, NameMessages, SavedMessages,
};

/// The messages in English.
pub const EN: Messages = Messages {
    lang: "en",
    frame: FrameMessages {
        skip_link: "Skip to content",
        menu: "Main menu",
        breadcrumbs: "You are here",
        breadcrumbs_label: "You are here: ",
        loading: "Loading…",
        outdated_before: "This site has a new version. You can read on, or ",
        outdated_link: "reload the page",
        outdated_after: ".",
        contact: "Contact us",
        phone: "Telephone",
        fax: "Fax",
        email: "Email",
        colon: ": ",
        saved_link: "Saved pages (read offline)",
        embed_link: "Put this news on your website",
    },
    actions: ActionMessages {
        home: "Go to the home page",
        all_news: "See all news",
        find_zones: "Find a development zone",
        saved_pages: "See your saved pages",
        reload: "Reload",
        retry: "Try again",
    },
    names: NameMessages {
        home: "Home",
        news: "News",
        zone_news: "Development zone news",
        text_news: "Text news",
        photo_news: "Photo news",
        video_news: "Video news",
        zones: "Development zones",
        register: "Register of development zones",
        offline: "You are offline",
        saved: "Saved pages",
        not_found: "Page not found",
        page: |number| ["Page ", &number.to_string()].concat(),
        region: |region| ["Development zones in ", region].concat(),
        zone: |zone, kind| match kind {
            None => zone.to_owned(),
            Some(kind) => [zone, ": ", &lower(EN.names.kind(kind))].concat(),
        },
        home_title: |portal, slogan| [portal, ": ", slogan].concat(),
    },
    descriptions: DescriptionMessages {
        home: |portal, slogan| [portal, ": ", slogan, ". News and a register of development zones in China."].concat(),
        register: "National and provincial development zones of China, by level, type, province, industry, year of approval and area.",
        offline: "Pages that you can read without a network.",
        saved: "Development zone and regional news saved on this device, to read without a network.",
        news: |kind| {
            let kind = kind.map_or(EN.names.news, |kind| EN.names.kind(kind));
            [kind, " from China's development zones, newest first."].concat()
        },
        region: |region| ["Development zones in ", region, ", and their news."].concat(),
        zone: |zone, province| [zone, " (", province, "): key facts and news."].concat(),
    },
    home: HomeMessages {
        lead: "News and a register of China's development zones: see where they are, and read what they report.",
        zones: "Listed zones",
        national_etdz: "National ETDZs",
        national_htz: "National high-tech zones",
        national_other: "Other national zones",
        map: "Development zones by province",
        map_note: "A schematic layout that does not show boundaries. Each number counts the listed national and provincial zones; a zone of both types counts once in each. “–” means that the register has none.",
        no_zones: "None in the register",
        zones_national: |national| [" zones, ", &national.to_string(), " of them national"].concat(),
        latest: "Latest news",
        all_news: "All development zone news",
    },
    lists: ListMessages {
        kinds: "Kind of news",
        all: "All",
        news_lead_before: "From development zones across China, newest first. For the news of one zone, see the ",
        news_lead_after: ".",
        region_zones: |region, national, provincial| {
            let (national, provincial) = (counted(national, "national zone"), counted(provincial, "provincial zone"));
            [region, " has ", &national, " and ", &provincial, " in the register."].concat()
        },
        region_has_none: "The register has no development zone here.",
        zones_of: |name, count| [name, ": ", &count.to_string()].concat(),
        by_city: "By city",
        empty: "There is no news here yet. ",
        all_of_zone: "See all news of this zone",
        pages: "Pages",
        newer: "Newer news",
        older: "Older news",
    },
    register: register::REGISTER,
    charts: register_files::CHARTS,
    register_files: register_files::REGISTER_FILES,
    article: ArticleMessages {
        draft: "Draft, not published yet",
        published: "Published: ",
        source: "Source: ",
        zone: "Publishing zone: ",
        corrections: "Corrections",
        neighbours: "Previous and next item",
        previous: "Previous: ",
        next: "Next: ",
        is_newest: "none, this is the newest item of this zone",
        is_oldest: "none, this is the oldest item of this zone",
        title_only: "(title only, the text is not held)",
        all_of_zone: |zone| ["All news of ", zone].concat(),
        table: "Table",
        video: |title| ["Video: ", title].concat(),
    },
    facts: FactMessages {
        name: "Official name",
        zone_type: "Type",
        level: "Level",
        place: "Place",
        approved: "Approved",
        area: "Approved area",
        industries: "Leading industries",
        status: "Status",
        zones: "National development zones",
        sources: "Sources",
        name_and_place: "Name and place",
        unknown: "No reliable information",
        separator: ", ",
        name_separator: "; ",
        place_separator: ", ",
        national: "National",
        provincial: "Provincial",
        etdz: "Economic and Technological Development Zone",
        etdz_short: "ETDZ",
        htz: "High-tech Industrial Development Zone",
        htz_short: "High-tech zone",
        economic: "Economic Development Zone",
        high_tech: "High-tech Industrial Park",
        bonded_zone: "Comprehensive Bonded Zone",
        bonded_area: "Bonded Zone",
        export_processing: "Export Processing Zone",
        bonded_logistics: "Bonded Logistics Park",
        bonded_port: "Bonded Port Zone",
        customs_other: "Other area under special customs supervision",
        customs: "Area under special customs supervision",
        border: "Border or cross-border economic cooperation zone",
        industrial: "Industrial park and the like",
        other_type: "Development zone of another type",
        code: "Catalogue code",
        history: "History",
        name_en: "English name",
        name_en_derived: "derived from the Chinese name by rule",
        doubtful: " (doubtful)",
        otherwise: "Other sources state: ",
        also_called: |names| ["Also called: ", names].concat(),
        hectares: |area| [area, " hectares"].concat(),
        date,
        period,
        listed_by_province: "On the list of provincial zones",
        status_since,
    },
    failures: FailureMessages {
        not_found_advice: "The address may be wrong, or the page may have moved. Find a development zone by name below, or start again from the home page.",
        offline_advice: "This device seems to have no connection. The page tries again once it has one.",
        unreachable: "The page did not load",
        unreachable_advice: "The server does not answer at the moment. Wait a little and try again.",
        wrong_shape: "The page cannot be shown",
        wrong_shape_advice: "The data is incomplete or has the wrong format. You can try again; if that does not help, please tell us.",
        newer_schema: "This site has been updated",
        newer_schema_advice: "This page is an older version. Reload it to use the new one.",
    },
    search: search::SEARCH,
    search_script: search::SEARCH_SCRIPT,
    saved: SavedMessages {
        keep: "Save to read offline",
        drop: "Remove from saved pages",
        renew_one: "Update",
        drop_one: "Remove",
        action_on: |action, name| [action, ": ", name].concat(),
        unavailable: "This needs a browser that allows offline storage, with scripts switched on.",
        empty: "You have no saved pages yet.",
        clear: "Remove all",
        confirm_clear: "Remove all saved pages?",
        readable: "You can read these offline",
        offline_lead: "This page is not on your device yet. Open it again when you are connected. Until then you can read the pages that you have visited or saved.",
        lead_before: "Save the development zones and regions that you follow on this device and read them without a network. Choose “Save to read offline” on their pages, which you find in the ",
        lead_after: ".",
    },
    embed: EmbedMessages {
        news: |zone| [zone, " news"].concat(),
        many: "Development zone news",
        more: "More news",
        none: "No news yet",
        facts: "All facts and sources",
        stop: "Pause",
        go: "Play",
        next: "Next",
    },
    builder: BuilderMessages {
        name: "Put this news on your website",
        description: "One line of code puts the news of any national-level development zone on your website: as a web component, a frame, or a feed without scripts.",
        lead: "For chambers of commerce, banks and city portals: choose a development zone, copy one line of code and paste it into your page. We update the news; your page stays as it is.",
        no_script: "The choices and the preview below need scripts. You can embed without them too: every zone's page has feeds (feed.xml, feed.json), and the address of its frame is this site's address followed by embed/zone/ZONE-ID/.",
        zone: "Development zone (type its name or pinyin)",
        way: "How",
        way_element: "Web component: styled like your page",
        way_frame: "Frame: kept apart from your page",
        way_none: "No script: a piece of HTML with the news as it is now",
        view: "Show",
        view_list: "List of news",
        view_profile: "Zone profile",
        view_ticker: "One-line ticker",
        limit: "Number of items",
        language: "Language",
        language_zh: "Chinese",
        language_en: "English",
        default: "Default",
        theme: "Colours",
        theme_light: "Light",
        theme_dark: "Dark",
        theme_auto: "As on the visitor's device",
        heading: "Heading (leave empty for the default)",
        pinned: "Pin the script's version and check its integrity",
        preview: "Preview",
        look: "On a page like this",
        look_plain: "Ordinary page",
        look_dark: "Dark page",
        look_large: "Very large text",
        look_narrow: "Narrow column",
        look_rtl: "Right to left",
        look_hostile: "All styles reset",
        code: "Copy into your page",
        code_what: "code",
        style: "Reserve the height (in your style sheet, so that nothing moves while the page loads)",
        style_what: "style",
        policy: "Content security policy (only if your site has a CSP)",
        policy_what: "policy",
        feeds: "Feeds",
        feeds_what: "addresses",
        copy: |what| ["Copy ", what].concat(),
        height_before: "Measured in the preview with its present content, at a width of ",
        height_after: " pixels. Reserve more if your page is narrower, its text larger or the news longer; what does not fit can be scrolled.",
        privacy: "Privacy",
        privacy_text: "Embeds use no cookies, store nothing in the visitor's browser and involve no third party. The visitor's browser asks this site alone, for the script or the frame and for the news of the chosen zone.",
        developers_before: "For developers: the data format is JSON Feed 1.1, ",
        developers_after: ". The addresses of articles and zones support oEmbed: paste them into WordPress and similar systems.",
    },
    builder_script: BuilderScriptMessages {
        zone_news: |zone| EN.embed.news(zone),
        height_later: "The height appears here once the preview has loaded.",
        no_policy: "Not needed.",
        width_later: "…",
        several_zones: |count| [count, " zones match. Choose one from the list."].concat(),
        no_zone: "No zone matches. Choose one from the list.",
        no_data: "The data did not come. Please try again later.",
        copied: "Copied.",
        selected: "Selected: press Ctrl+C to copy.",
    },
    preview: PreviewMessages {
        title: "Example: a partner's page",
        heading: "Example Chamber of Commerce",
        before: "Example text: the embed is below. Its style comes from this page and from your choices.",
        after: "Example text: the embed ends here and leaves the rest of the page alone.",
    },
    boot: BootMessages {
        opening: "Opening…",
        no_scripts: "Scripts show the pages of this site, and your browser has them switched off. Allow this site to run scripts (JavaScript) in the browser's settings, then reload.",
    },
    start: StartMessages {
        failed: "The page did not open. Check the network and reload. If the browser is very old, use a newer one.",
    },
    hint: HintMessages { text: "This site is in English too.", link: "Read in English", close: "Close" },
    plain_pages: PlainPageMessages {
        moved_before: "This page has moved to ",
        moved_link: "a new address",
        moved_after: ".",
        not_found: "Page not found. ",
    },
    worker: WorkerMessages {
        busy: "Working…",
        no_space: "There is not enough storage, so not everything is saved. Remove something and try again.",
        no_network: "Not everything is saved: there is no network, or the server did not answer. Try again when you are connected.",
        done: |name, articles| ["Saved: ", name, " (articles: ", articles, ")."].concat(),
        dropped: "Removed from saved pages.",
        emptied: "All saved pages are removed.",
        note: |articles, size, date| ["articles: ", articles, ", ", size, ", updated ", date].concat(),
        incomplete: |size| [size, ", not everything is saved"].concat(),
        locale: "en-GB",
    },
    sources: SourceMessages {
        source_pending: "To be added",
        body_pending: "Text to be written.",
        left_over: "To be sorted",
        no_title: "The title was not found.",
        no_date: "The date of publication was not found; 0000 is a placeholder.",
        no_source: "The source was not found.",
        no_body: "The text was not found.",
        unreadable: |count| {
            [&counted(count, "character"), " of the original page could not be read and became \u{fffd}."].concat()
        },
        picture_missing: |address| ["Picture not saved with the page: ", address].concat(),
        content_missing: |address| ["Video or other content not saved with the page: ", address].concat(),
        document_missing: |address| ["Document not saved with the page: ", address].concat(),
    },
    import_review: ImportReviewMessages {
        title: "Review of the import",
        counts: |imported, drafts, already_there, not_imported| {
            let [imported, drafts, there, not] = [imported, drafts, already_there, not_imported].map(|n| n.to_string());
            [
                "Imported: ",
                &imported,
                ", drafts among them: ",
                &drafts,
                "; already there: ",
                &there,
                "; not imported: ",
                &not,
            ]
            .concat()
        },
        legend: "Left: the text of the old page; what is grey and struck through was left out. Right: the source. Doubts are \
                 marked: check each of these pages. The others are spread over the import: check some.",
        doubts: "Pages in doubt",
        others: "Others",
        old_page: "Old page",
        source: "Source",
        nothing: "No source was written.",
    },
};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn lower(text: &str) -> String {
    text.to_ascii_lowercase()
}

/// Formats a date: 13 February 2017, June 2021, 1984.
fn date(date: PartialDate) -> String {
    let month = date.month().and_then(|month| MONTHS.get(usize::from(month) - 1));
    let day = date.day().map(|day| day.to_string());
    let parts = [day.as_deref(), month.copied(), Some(&date.year().to_string())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn period(period: Period) -> String {
    match period.to {
        None => date(period.from),
        Some(to) => ["Between ", &date(period.from), " and ", &date(to), " (exact year unknown)"].concat(),
    }
}

fn status_since(status: Status, since: Option<PartialDate>) -> String {
    match (status, since) {
        (Status::Listed, _) => "On the national list".to_owned(),
        (Status::Uncertain, _) => "Sources are few or disagree whether it is on the national list".to_owned(),
        (Status::Exited, Some(since)) => ["No longer on the national list (", &date(since), ")"].concat(),
        (Status::Exited, None) => "No longer on the national list".to_owned(),
    }
}
