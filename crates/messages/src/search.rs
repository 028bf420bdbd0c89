//! The messages of the search: the box in every header, the page of results, and the script that shows the results.

use crate::group::group;

group! {
    /// The search box, and the page of results without what its script adds.
    SearchMessages {
        description,
        help_name,
        /// Explains queries.
        help,
        no_script_before,
        no_script_between,
        no_script_after,
        region,
        /// The option for a whole province, above its cities.
        whole_province(province: &str),
        kind,
        year,
        year_option(year: u32),
        order,
        newest,
        fit,
    }
}

group! {
    /// The search's script.
    SearchScriptMessages {
        /// The heading of the zones that match.
        zones,
        /// The heading of the articles that match.
        articles,
        /// The name of the panel below the box.
        results,
        /// The sign at an end where an excerpt is cut.
        ellipsis,
        searching,
        found(count: &str),
        /// The count if not every article was searched.
        found_at_least(count: &str),
        /// A value of a filter, with the number of articles that it leaves.
        option_count(value: &str, count: &str),
        nothing_found,
        /// The parts of a query that no article has.
        missing(parts: &str),
        /// One of these parts.
        missing_part(part: &str),
        /// Between two of these parts.
        separator,
        /// Links to the results of the rest of the query.
        search_rest(rest: &str),
        /// Removes every filter.
        clear_filters,
        more,
        all_results,
        /// Links to the register with the same query.
        more_zones,
        only_zone,
        /// The name of this link for screen readers, which begins with what is shown.
        only_this_zone(zone: &str),
        /// The filter by a zone, and the name of the button that removes it.
        in_zone(zone: &str),
        any_zone(zone: &str),
        photo_news,
        video_news,
        /// In place of results if too little is typed.
        too_short,
        offline,
        version,
        reload,
        network,
        broken,
        retry,
        unsupported,
        /// Links to the same query in another edition: a translated one leads to the original, the original to the first translation.
        elsewhere,
        register,
        news,
    }
}
