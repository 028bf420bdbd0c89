//! Links of every rendered view: each address, resolved against the address of its page, is a published file.

use std::collections::BTreeSet;
use std::path::Path;

use investchn_model::Envelope;
use investchn_model::published::edition_of;
use investchn_model::route::Route;

use crate::languages::with_english;
use crate::published::{Site, fixture, page_file, rendered};

/// Returns the values of an attribute in HTML that the app rendered.
pub(crate) fn attribute<'a>(html: &'a str, name: &str) -> Vec<&'a str> {
    let opening = [" ", name, "=\""].concat();
    html.split(&opening).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// Resolves a relative address on a page to a file below the base.
pub(crate) fn target(page: &str, address: &str) -> String {
    let mut parts: Vec<&str> = Path::new(page).parent().unwrap().iter().map(|part| part.to_str().unwrap()).collect();
    for part in address.split('/') {
        match part {
            "." | "" => {}
            ".." => assert!(parts.pop().is_some(), "{address} leads out of the portal from {page}"),
            part => parts.push(part),
        }
    }
    let path = parts.join("/");
    match address.ends_with('/') {
        true if path.is_empty() => "index.html".to_owned(),
        true => path + "/index.html",
        false => path,
    }
}

fn every_address_leads_to_a_file(site: &Site) -> usize {
    let files: BTreeSet<String> = site.files().into_iter().collect();
    let mut followed = 0;
    for file in site.view_files() {
        let view = serde_json::from_str::<Envelope>(&site.text(&file)).unwrap().view;
        let route = Route::of(&view);
        let (folder, _) = edition_of(&file);
        let html = rendered(&site.page_data_in(folder, &route).site, folder, &view);
        let sources = attribute(&html, "srcset")
            .into_iter()
            .flat_map(|set| set.split(", "))
            .filter_map(|it| it.split(' ').next());
        let addresses = attribute(&html, "href").into_iter().chain(attribute(&html, "src")).chain(sources);
        for address in addresses.filter(|address| !address.contains(':')) {
            let target = target(&[folder, &page_file(&route)].concat(), address);
            assert!(files.contains(&target), "{folder}{}: {address} is no file ({target})", route.path());
            followed += 1;
        }
        assert!(!html.contains(" style=\""), "{folder}{}: a style attribute breaks a strict policy", route.path());
    }
    followed
}

#[test]
fn every_link_of_the_fixture_is_a_published_file() {
    assert!(every_address_leads_to_a_file(&Site::publish(&fixture())) > 100);
}

#[test]
fn every_link_of_the_default_content_is_a_published_file() {
    assert!(every_address_leads_to_a_file(Site::own()) > 20_000);
}

#[test]
fn every_link_of_a_portal_of_which_little_is_translated_is_a_published_file() {
    assert!(every_address_leads_to_a_file(with_english()) > 200);
}
