//! The messages around the app: before it starts, where it is not there, of the service worker, and in sources.

use crate::group::group;

group! {
    /// A page before the app runs, as `index.html` has it.
    BootMessages {
        opening,
        no_scripts,
    }
}

group! {
    /// What the start script says.
    StartMessages {
        failed,
    }
}

group! {
    /// Pages without the app: at an old address, and at one that is not the portal's.
    PlainPageMessages {
        moved_before,
        moved_link,
        moved_after,
        not_found,
    }
}

group! {
    /// What the service worker says of the saved pages. It words the size and the date by itself.
    WorkerMessages {
        busy,
        done(name: &str, articles: &str),
        dropped,
        emptied,
        no_space,
        no_network,
        note(articles: &str, size: &str, date: &str),
        incomplete(size: &str),
        /// The locale that dates are worded in.
        locale,
    }
}

group! {
    /// What stands in a new or imported source until an editor replaces it.
    SourceMessages {
        source_pending,
        body_pending,
        left_over,
        no_title,
        no_date,
        no_source,
        no_body,
        unreadable(count: usize),
        picture_missing(address: &str),
        content_missing(address: &str),
    }
}
