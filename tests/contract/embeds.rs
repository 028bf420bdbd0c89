//! The contract with partners (`docs/embedding.md`): frames, oEmbed, feeds by their schema, and former ids. That the document names
//! what the element has is tested in `web/test/contract.test.js`.

use std::collections::BTreeSet;
use std::path::Path;

use investchn_model::published::edition_of;
use serde_json::Value;

use crate::links::{attribute, target};
use crate::published::{Site, copy, fixture};

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn json(site: &Site, file: &str) -> Value {
    serde_json::from_str(&site.text(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// The fixture, whose 淮安高新区 had two other ids before.
fn renamed() -> Site {
    let content = tempfile::tempdir().unwrap();
    copy(&fixture(), content.path());
    let zones = content.path().join("zones.csv");
    let text = std::fs::read_to_string(&zones).unwrap();
    let (head, _) = text.split_once('\n').unwrap();
    let place = head.split(',').position(|column| column == "former_ids").unwrap();
    let lines = text.lines().map(|line| {
        let mut cells: Vec<&str> = line.split(',').collect();
        if cells[0] == "huaian-htz" {
            cells[place] = "huaiyin-htz;huaian-gxq";
        }
        cells.join(",")
    });
    std::fs::write(&zones, lines.collect::<Vec<_>>().join("\n")).unwrap();
    Site::publish(content.path())
}

#[test]
fn every_feed_is_what_its_schema_says() {
    let schema: Value = serde_json::from_str(&read("public/embed/feed.schema.json")).unwrap();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let mut items = 0;
    for site in [Site::own(), &renamed()] {
        let files = site.files();
        for file in files.iter().filter(|file| file.ends_with("feed.json")) {
            let feed = json(site, file);
            let wrong: Vec<String> =
                schema.iter_errors(&feed).map(|error| format!("{} {error}", error.instance_path())).collect();
            assert!(wrong.is_empty(), "{file}: {wrong:#?}");
            items += feed["items"].as_array().unwrap().len();
        }
    }
    assert!(items > 100, "{items}");
    // And it refuses what is none.
    for wrong in ["{}", "{\"version\":\"https://jsonfeed.org/version/1\"}", "[]"] {
        assert!(!schema.is_valid(&serde_json::from_str(wrong).unwrap()), "{wrong}");
    }
}

#[test]
fn a_frame_shows_the_ten_newest_and_leads_to_published_files() {
    let site = Site::own();
    let files: BTreeSet<String> = site.files().into_iter().collect();
    let is_frame = |file: &&String| edition_of(file).1.starts_with("embed/") && file.ends_with("index.html");
    let frames: Vec<&String> = files.iter().filter(is_frame).collect();
    assert!(frames.len() > 800, "{}", frames.len());
    for file in frames {
        let html = site.text(file);
        for address in attribute(&html, "href").into_iter().chain(attribute(&html, "src")) {
            if !address.contains(':') && !address.starts_with('#') {
                assert!(files.contains(&target(file, address)), "{file}: {address}");
            }
        }
        let (folder, below) = edition_of(file);
        let Some(id) = below.strip_prefix("embed/zone/").and_then(|rest| rest.strip_suffix("/index.html")) else {
            continue;
        };
        let feed = json(site, &format!("{folder}zone/{id}/feed.json"));
        let newest: Vec<&str> =
            feed["items"].as_array().unwrap().iter().take(10).map(|item| item["title"].as_str().unwrap()).collect();
        assert_eq!(html.matches("<li ").count(), newest.len(), "{file}");
        for title in newest {
            assert!(html.contains(&title.replace('&', "&amp;").replace('"', "&quot;")), "{file}: {title}");
        }
        assert!(html.contains("Content-Security-Policy") && !html.contains("<script>"), "{file}");
    }
}

/// The HTML that WordPress accepts from an unknown provider: at most one quote, then one frame.
fn has_what_wordpress_takes(html: &str) -> bool {
    let rest = html.strip_prefix("<blockquote>").and_then(|rest| rest.split_once("</blockquote>"));
    rest.is_some_and(|(quote, frame)| {
        !quote.contains("<iframe") && frame.starts_with("<iframe src=\"https://") && frame.ends_with("></iframe>")
    })
}

#[test]
fn oembed_has_an_answer_for_every_article_and_zone_and_their_pages_name_it() {
    let site = Site::own();
    let files: BTreeSet<String> = site.files().into_iter().collect();
    let base = "https://www.investchn.com/";
    let mut answers = 0;
    for page in site.pages() {
        let html = site.text(&page);
        let link = html.split_once("type=\"application/json+oembed\"").map(|(_, rest)| attribute(rest, "href")[0]);
        let (folder, below) = edition_of(&page);
        let parts: Vec<&str> = below.split('/').collect();
        let id = match parts[..] {
            ["article", id, "index.html"] | ["zone", id, "index.html"] => id,
            _ => {
                assert_eq!(link, None, "{page}");
                continue;
            }
        };
        let file = format!("{folder}oembed/{id}.json");
        // A zone that was added without news has no answer yet.
        if !files.contains(&file) && below.starts_with("zone/") {
            assert_eq!(link, None, "{page}");
            continue;
        }
        assert_eq!(link, Some([base, &file].concat().as_str()), "{page}");
        let answer = json(site, &file);
        assert_eq!((&answer["version"], &answer["type"]), (&Value::from("1.0"), &Value::from("rich")), "{file}");
        assert!(answer["width"].is_u64() && answer["height"].is_u64(), "{file}");
        let text = answer["html"].as_str().unwrap();
        assert!(has_what_wordpress_takes(text), "{file}: {text}");
        for address in attribute(text, "href").into_iter().chain(attribute(text, "src")) {
            assert!(address.starts_with(&[base, folder].concat()), "{file}: {address} is in another language");
            let below = address.strip_prefix(base).unwrap().split('?').next().unwrap();
            assert!(files.contains(&[below, "index.html"].concat()), "{file}: {address}");
        }
        answers += 1;
    }
    assert!(answers > 1_000, "{answers}");
}

#[test]
fn a_zone_that_is_renamed_is_found_under_each_of_its_ids() {
    let site = renamed();
    for id in ["huaiyin-htz", "huaian-gxq"] {
        for (now, then) in [
            ("zone/huaian-htz/feed.json", format!("zone/{id}/feed.json")),
            ("zone/huaian-htz/feed.xml", format!("zone/{id}/feed.xml")),
            ("embed/zone/huaian-htz/index.html", format!("embed/zone/{id}/index.html")),
            ("oembed/huaian-htz.json", format!("oembed/{id}.json")),
        ] {
            assert_eq!(site.text(now), site.text(&then), "{then}");
        }
        // And the link that a partner pasted leads on.
        let page = site.text(&format!("zone/{id}/index.html"));
        assert!(page.contains("http-equiv=\"refresh\" content=\"0; url=../../zone/huaian-htz/\""), "{page}");
    }
}
