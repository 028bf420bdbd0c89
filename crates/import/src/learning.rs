//! Makes a first profile from the pages of a folder.

use std::path::Path;

use investchn_lines::{encoding, html_page};
use investchn_model::Site;
use investchn_page::page::{self, PageContext};
use investchn_profile::{LearnedProfile, SamplePage, learn};
use rayon::prelude::*;

use crate::address;
use crate::error::ImportError;
use crate::files;

/// The most pages that are compared. More do not change what is learned, and the pages are in memory.
const MOST_PAGES: usize = 200;

/// Compares pages of a folder, which must be of one site.
///
/// # Errors
/// If the folder cannot be listed.
pub fn learn_profile(folder: &Path) -> Result<LearnedProfile, ImportError> {
    let pages = files::pages(&[folder.to_owned()])?;
    let step = pages.len().div_ceil(MOST_PAGES).max(1);
    let pages: Vec<_> = pages.into_iter().step_by(step).collect();
    // No portal is known here. Its name and slogan only tell its own pages' furniture.
    let site = Site::default();
    let samples: Vec<SamplePage> = pages
        .par_iter()
        .filter_map(|file| {
            let html = encoding::decode(&std::fs::read(&file.path).ok()?).text;
            if !files::is_html(&file.path, &html) {
                return None;
            }
            let mut document = html_page::read(&html);
            let address = address::of(&document, file);
            let page = page::split(document.taken(), &PageContext { site: &site, is_place: &|_| false });
            (!page.body.is_empty()).then_some(SamplePage { html, page, address })
        })
        .collect();
    Ok(learn(&samples))
}
