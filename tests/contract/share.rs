//! The pictures that stand for pages where they are shared.

use std::collections::BTreeSet;

use investchn_artifacts::Class;
use investchn_model::published::{LOGO, LOGO_SIZE, edition_of};
use investchn_model::route::Route;

use crate::published::{Site, copy, fixture, page_file};

fn meta<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!("<meta {name} content=\"");
    page.split(start.as_str()).skip(1).map(|rest| rest.split_once('"').unwrap().0).collect()
}

fn image_of(site: &Site, path: &str) -> String {
    let page = site.text(&page_file(&Route::parse(path).unwrap()));
    meta(&page, "property=\"og:image\"")[0].to_owned()
}

#[test]
fn every_page_has_a_picture_of_the_stated_size() {
    for site in [Site::own(), &Site::publish(&fixture())] {
        let mut used = BTreeSet::new();
        for file in site.pages() {
            let page = site.text(&file);
            let one = |name: &str| {
                let values = meta(&page, name);
                assert_eq!(values.len(), 1, "{name} in {file}");
                values[0]
            };
            let address = one("property=\"og:image\"");
            assert_eq!(one("itemprop=\"image\""), address);
            assert_eq!(one("itemprop=\"name\""), one("property=\"og:title\""));
            assert_eq!(one("itemprop=\"description\""), one("name=\"description\""));
            let lang = if edition_of(&file).0.is_empty() { "zh-CN" } else { "en" };
            assert!(page.contains(&format!("<html lang=\"{lang}\" itemscope")), "{file}: properties of nothing");
            assert!(!one("property=\"og:image:alt\"").is_empty());
            let picture = address.strip_prefix("https://www.investchn.com/").unwrap().to_owned();
            let reader = image::ImageReader::open(site.path().join(&picture)).unwrap().with_guessed_format().unwrap();
            let format = reader.format().unwrap();
            assert!([image::ImageFormat::Jpeg, image::ImageFormat::Png].contains(&format), "{picture}");
            assert_eq!(format.to_mime_type(), one("property=\"og:image:type\""));
            let size = reader.into_dimensions().unwrap();
            let stated: [u32; 2] =
                ["width", "height"].map(|side| one(&format!("property=\"og:image:{side}\"")).parse().unwrap());
            assert_eq!([size.0, size.1], stated, "{picture}");
            assert!(size.0.min(size.1) >= 300, "{picture}");
            if edition_of(&file).1.starts_with("article/") {
                let json = format!("\"image\":{{\"@type\":\"ImageObject\",\"height\":{}", size.1);
                assert!(page.contains(&json) && page.contains("\"logo\":{\"@type\":\"ImageObject\""), "{file}");
            }
            used.insert(picture);
        }
        let cards = site.files().into_iter().filter(|file| Class::of(file) == Class::ShareCard);
        let cards: BTreeSet<String> = cards.collect();
        assert!(cards.is_subset(&used), "cards that no page names: {:?}", cards.difference(&used));
        for card in cards {
            assert!(std::fs::metadata(site.path().join(&card)).unwrap().len() < 18_000, "{card}");
        }
    }
}

#[test]
fn a_page_without_a_picture_has_its_zones_card_or_the_portals() {
    let site = Site::publish(&fixture());
    let card = |name: &str| format!("https://www.investchn.com/cards/{name}.png");
    assert_eq!(image_of(&site, "/"), card("portal"));
    assert_eq!(image_of(&site, "/region/320000/"), card("portal"));
    assert_eq!(image_of(&site, "/zone/huaian-htz/"), card("zone/huaian-htz"));
    assert_eq!(image_of(&site, "/zone/huaian-htz/photo/"), card("zone/huaian-htz"));
    assert!(!site.text("sw.js").contains("cards/"), "no reader stores a card");
}

#[test]
fn a_zone_whose_name_the_font_cannot_write_has_the_portals_card() {
    let content = tempfile::tempdir().unwrap();
    copy(&fixture(), content.path());
    let register = content.path().join("zones.csv");
    let rare = std::fs::read_to_string(&register).unwrap().replace(",淮安高新区,", ",淮𬭎高新区,");
    assert!(rare.contains("淮𬭎高新区"));
    std::fs::write(&register, rare).unwrap();
    let site = Site::publish(content.path());
    assert_eq!(image_of(&site, "/zone/huaian-htz/"), "https://www.investchn.com/cards/portal.png");
    assert!(!site.files().contains(&"cards/zone/huaian-htz.png".to_owned()));
}

#[test]
fn the_logo_has_the_stated_size() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("public").join(LOGO);
    let size = image::ImageReader::open(file).unwrap().into_dimensions().unwrap();
    assert_eq!(size, (LOGO_SIZE, LOGO_SIZE));
}
