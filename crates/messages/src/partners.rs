//! The messages for partners: what an embed shows on their pages, and the page where they choose one.

use crate::group::group;

group! {
    /// The element and the frame on a partner's page, and the answers of oEmbed.
    EmbedMessages {
        /// The heading of one zone's news.
        news_of(zone: &str),
        /// The heading of several zones' news.
        zones_news,
        more,
        none,
        all_facts,
        pause,
        play,
        next,
    }
}

group! {
    /// The embed builder: the page's own words.
    BuilderMessages {
        name,
        description,
        lead,
        no_script,
        zone,
        way,
        way_element,
        way_frame,
        way_none,
        view,
        view_list,
        view_profile,
        view_ticker,
        limit,
        language,
        language_zh,
        language_en,
        default,
        theme,
        theme_light,
        theme_dark,
        theme_auto,
        heading,
        pinned,
        preview,
        look,
        look_plain,
        look_dark,
        look_large,
        look_narrow,
        look_rtl,
        look_hostile,
        code,
        code_what,
        style,
        style_what,
        policy,
        policy_what,
        feeds,
        feeds_what,
        copy(what: &str),
        height_before,
        height_after,
        /// Stands where a measure is not known yet.
        pending,
        privacy,
        privacy_text,
        developers_before,
        developers_after,
    }
}

group! {
    /// The embed builder: what its script says.
    BuilderScriptMessages {
        height_pending,
        no_policy,
        several(count: &str),
        no_zone,
        unread,
        copied,
        selected,
    }
}

group! {
    /// The page of an imagined partner, in which the builder shows its preview.
    PreviewMessages {
        title,
        heading,
        before,
        after,
    }
}
