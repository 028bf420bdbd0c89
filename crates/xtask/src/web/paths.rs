//! The module of published paths that the scripts import, generated from the routes and names of `investchn-model`. A path with an
//! id becomes a function.

use anyhow::{Context, Result};
use investchn_artifacts::{EXAMPLES, OfflineRule};
use investchn_model::published::{
    EDITION_FOLDERS, EMBED_SCRIPT, FIT_SCRIPT, HASHED_NAME, MEDIA_FOLDER, ONLY_AS_PAGE, SEARCH_SCRIPT, SEARCH_SHEET,
};
use investchn_model::route::{
    CHANGES_PATH, EMBED_BUILDER_PATH, ENTRY_PATH, SEARCH_DATA_FOLDER, SEARCH_PATH, frame_path,
};
use investchn_model::{ArticleId, Kind, RegionCode, Route, ZoneId};
use investchn_tooling::told;

/// The module's text.
pub(super) fn javascript() -> Result<String> {
    let zone: ZoneId = "sample".parse()?;
    let code: RegionCode = "987654".parse()?;
    let article = ArticleId::new(&zone, "2000".parse()?, 1);
    let (id, region_code, article_id) = (zone.to_string(), code.to_string(), article.to_string());
    let (frame, article) = (frame_path(&zone), Route::Article(article));
    let (zone, region) = (Route::Zone(zone, None, None), Route::Region(code, None).below());
    let (list, zone) = (zone.data_path(), zone.below());
    let home = Route::Home.data_path();
    let latest = between(&list, &zone, ".json")?;

    let mut module = String::from("// Generated from crates/model. Change a path there.\n\n");
    for (name, path) in [
        ("ENTRY", ENTRY_PATH),
        ("CHANGES", CHANGES_PATH),
        ("HOME_DATA", &home),
        ("DATA_FOLDER", between(&list, "", &zone)?),
        ("MEDIA_FOLDER", MEDIA_FOLDER),
        ("SEARCH_FOLDER", SEARCH_DATA_FOLDER),
        ("EMBED_FOLDER", EMBED_BUILDER_PATH),
        ("FRAMES_FOLDER", between(&frame, "", &id)?),
        ("ZONE_FOLDER", between(&zone, "", &id)?),
        ("REGION_FOLDER", between(&region, "", &region_code)?),
        ("NEWS_PAGE", &Route::News(None, None).below()),
        ("REGISTER_PAGE", &Route::Register.below()),
        ("SEARCH_PAGE", SEARCH_PATH),
        ("SEARCH_SCRIPT", SEARCH_SCRIPT),
        ("SEARCH_SHEET", SEARCH_SHEET),
        ("OFFLINE_PAGE", &Route::Offline.below()),
        ("LATEST", latest),
        ("EMBED_SCRIPT", EMBED_SCRIPT),
        ("FIT_SCRIPT", FIT_SCRIPT),
    ] {
        module += &format!("export const {name} = \"{path}\";\n");
    }
    module += &format!("export const ONLY_AS_PAGE = {ONLY_AS_PAGE};\n");
    module += &format!("export const KINDS = [{}];\n", Kind::ALL.map(|kind| format!("\"{kind}\"")).join(", "));
    // Hosts match it within an address, where the base comes before; scripts match a path below the base.
    let hashed = HASHED_NAME
        .strip_prefix('/')
        .with_context(|| told!(zh "HASHED_NAME 没有以斜杠开头", en "HASHED_NAME does not begin with a slash"))?;
    module += &format!("export const HASHED = /^{}/;\n", hashed.replace('/', r"\/"));
    let folders: Vec<&str> = EDITION_FOLDERS.into_iter().filter(|folder| !folder.is_empty()).collect();
    module += "/** The folder of a translated edition, at the beginning of a path. */\n";
    module += &format!("export const EDITION = /^({})/;\n", folders.join("|").replace('/', r"\/"));
    for (name, path) in [
        ("zonePath", zone.replace(&id, "${id}")),
        ("regionPath", region.replace(&region_code, "${id}")),
        ("articlePath", article.below().replace(&article_id, "${id}")),
        ("framePath", frame.replace(&id, "${id}")),
        ("articleData", article.data_path().replace(&article_id, "${id}")),
    ] {
        module += &format!("export const {name} = (/** @type {{string}} */ id) => `{path}`;\n");
    }
    let list = list.replace(&zone, "${folder}").replace(latest, "${page}");
    module += "/** @type {(folder: string, page: string) => string} */\n";
    Ok(module + &format!("export const listData = (folder, page) => `{list}`;\n"))
}

/// The module with a path of each class of files and the worker's rule for it, which the test of the worker's rules imports.
pub(super) fn examples() -> String {
    let mut module = String::from("// Generated from crates/artifacts. Change a class there.\n\n");
    module += "/** @type {[path: string, strategy: string][]} */\nexport const EXAMPLES = [\n";
    for (path, class) in EXAMPLES {
        let strategy = match class.treatment().offline {
            OfflineRule::CacheFirst => "cache-first",
            OfflineRule::NetworkFirst => "network-first",
            OfflineRule::Ignored => "ignored",
        };
        module += &format!("  [\"{path}\", \"{strategy}\"],\n");
    }
    module + "];\n"
}

/// The part of a path between two others.
fn between<'a>(path: &'a str, start: &str, end: &str) -> Result<&'a str> {
    let part = path.split_once(start).and_then(|(_, rest)| rest.split_once(end));
    part.map(|(part, _)| part)
        .with_context(|| told!(zh "{path} 中没有先 {start} 后 {end}", en "{path} does not have {start} and then {end}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_has_constants_a_regular_expression_and_functions() {
        let module = javascript().unwrap();
        for line in [
            "export const ENTRY = \"data/site.json\";",
            "export const DATA_FOLDER = \"data/\";",
            "export const FRAMES_FOLDER = \"embed/zone/\";",
            "export const LATEST = \"latest\";",
            "export const KINDS = [\"text\", \"photo\", \"video\"];",
            "export const articleData = (/** @type {string} */ id) => `data/article/${id}.json`;",
            "export const listData = (folder, page) => `data/${folder}${page}.json`;",
        ] {
            assert!(module.contains(&[line, "\n"].concat()), "{line}\n{module}");
        }
        assert!(module.contains("export const EDITION = /^(en\\/"), "{module}");
        assert!(module.contains(r"export const HASHED = /^(media\/[^\/]+|"), "{module}");
    }
}
