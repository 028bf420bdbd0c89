//! The messages around the app: before it starts, on pages without it, and in sources.

use crate::group::group;

group! {
    /// A page before the app runs, as in `index.html`.
    BootMessages {
        opening,
        no_scripts,
    }
}

group! {
    /// The start script.
    StartMessages {
        failed,
    }
}

group! {
    /// The hint at the edition in a reader's language, which is in that language.
    HintMessages {
        /// Says that there is this edition.
        text,
        link,
        close,
    }
}

group! {
    /// Pages without the app: for old addresses, and for addresses outside the portal.
    PlainPageMessages {
        moved_before,
        moved_link,
        moved_after,
        not_found,
    }
}

group! {
    /// Placeholders in a new or imported source, until an editor replaces them.
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
        document_missing(address: &str),
    }
}

group! {
    /// The page that shows imported pages beside their sources.
    ImportReviewMessages {
        title,
        counts(imported: usize, drafts: usize, already_there: usize, not_imported: usize),
        legend,
        /// The heading of pages in doubt, and that of the others.
        doubts,
        others,
        old_page,
        source,
        /// In place of a source that was not written.
        nothing,
    }
}
