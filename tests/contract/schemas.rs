//! The contract of JSON files: each has a published JSON Schema, or follows a public standard, and is what its schema says.

use std::path::Path;

use investchn_model::json_kind::JsonKind;
use investchn_model::published::edition_of;
use serde_json::{Value, json};

use crate::published::{Site, fixture};

fn read(site: &Site, file: &str) -> Value {
    serde_json::from_str(&site.text(file)).unwrap_or_else(|error| panic!("{file}: {error}"))
}

/// Returns true for JSON whose shape a public standard defines: JSON Schema, Web App Manifest, Custom Elements Manifest.
fn follows_a_standard(file: &str) -> bool {
    file.starts_with("data/schema/")
        || ["embed/feed.schema.json", "embed/custom-elements.json"].contains(&file)
        || edition_of(file).1 == "manifest.webmanifest"
}

#[test]
fn every_json_file_is_what_its_published_schema_says() {
    let sites = [Site::own(), &Site::publish(&fixture())];
    for kind in JsonKind::ALL {
        let schema = read(sites[0], &kind.schema_path());
        let validator = jsonschema::validator_for(&schema).unwrap();
        let mut files = 0;
        for site in sites {
            for file in site.files().iter().filter(|file| JsonKind::of(file) == Some(kind)) {
                let value = read(site, file);
                let wrong: Vec<String> =
                    validator.iter_errors(&value).map(|error| format!("{} {error}", error.instance_path())).collect();
                assert!(wrong.is_empty(), "{file}: {wrong:#?}");
                files += 1;
            }
        }
        assert!(files > 0, "no file of the kind {kind:?}");
        for wrong in [json!(null), json!([1]), json!({ "": 1 })] {
            assert!(!validator.is_valid(&wrong), "{kind:?} takes {wrong}");
        }
    }
}

#[test]
fn every_json_file_has_a_schema_or_follows_a_standard() {
    for site in [Site::own(), &Site::publish(&fixture())] {
        for file in site.files() {
            if file.ends_with("json") || file.ends_with(".webmanifest") {
                assert_ne!(JsonKind::of(&file).is_some(), follows_a_standard(&file), "{file}");
            }
        }
    }
}

#[test]
fn schemas_name_their_own_address_and_describe_their_shapes() {
    let site = Site::own();
    let schemas: Vec<String> = site.files().into_iter().filter(|file| file.starts_with("data/schema/")).collect();
    assert_eq!(schemas.len(), JsonKind::ALL.len());
    for kind in JsonKind::ALL {
        let path = kind.schema_path();
        let schema = read(site, &path);
        assert!(jsonschema::meta::is_valid(&schema), "{path}");
        assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
        assert_eq!(schema["$id"], format!("https://www.investchn.com/{path}"));
        let text = schema.to_string();
        assert!(!text.contains("[`") && !text.contains("crate::"), "{path} has marks of the source's comments");
        let described = |shape: &Value| {
            let fields = shape["properties"].as_object().into_iter().flatten();
            // A field whose type has a description needs none.
            fields.filter(|(_, field)| field["description"].is_null() && field["$ref"].is_null()).count()
        };
        let definitions = schema["$defs"].as_object().into_iter().flat_map(|shapes| shapes.values());
        assert_eq!(definitions.chain([&schema]).map(described).sum::<usize>(), 0, "{path}: {schema:#}");
    }
}

/// The schema beside the partners' script has the same text without an address, for a copy of the file.
#[test]
fn the_partners_schema_of_feeds_is_that_of_the_shapes() {
    let mut schema = read(Site::own(), &JsonKind::Feed.schema_path());
    schema.as_object_mut().unwrap().remove("$id");
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/embed/feed.schema.json");
    let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&file, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text, "write it again with BLESS=1");
}
