//! The messages for partners: the text of embeds on their pages, and the page where they build one.

use crate::group::group;

group! {
    /// The element and the frame on a partner's page, and the answers of oEmbed.
    EmbedMessages {
        /// The heading of one zone's news.
        news(zone: &str),
        /// The heading of several zones' news.
        many,
        /// Links to the zone's page.
        more,
        /// Replaces an empty list.
        none,
        /// Links from a profile to the zone's page.
        facts,
        /// Button that stops the ticker.
        stop,
        /// Button that resumes the ticker.
        go,
        /// Button that shows the next headline of the ticker.
        next,
    }
}

group! {
    /// The embed builder: the text of the page.
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
        privacy,
        privacy_text,
        developers_before,
        developers_after,
    }
}

group! {
    /// The embed builder: the text of its script.
    BuilderScriptMessages {
        zone_news(zone: &str),
        no_policy,
        height_later,
        width_later,
        several_zones(count: &str),
        no_zone,
        no_data,
        copied,
        selected,
    }
}

group! {
    /// The page of an imaginary partner, in which the builder shows its preview.
    PreviewMessages {
        title,
        heading,
        before,
        after,
    }
}
