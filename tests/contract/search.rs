//! The published search indexes, read by the same code as in the browser: what readers type finds its articles and zones, and the files
//! are those that the manifests name.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

use investchn_artifacts::Class;
use investchn_model::published::{
    ARTICLE_SEARCH_MANIFEST, EDITION_FOLDERS, SEARCH_MANIFESTS, ZONE_SEARCH_MANIFEST, edition_of,
};
use investchn_model::route::{Route, SEARCH_DATA_FOLDER};
use investchn_publish::{BuildOptions, build};
use investchn_search::{
    IndexManifest, SearchFilter, SearchHit, SearchOptions, SearchQuery, SearchRun, SearchStep, SegmentEntry,
};

use tempfile::TempDir;

use crate::published::{Site, copy, fixture, options, page_file};

const SEED: &str = "huaian-htz-20220214-1";

/// Reads a file of an index as a browser does: packs are inflated by its `DecompressionStream`.
fn read(path: &Path) -> Vec<u8> {
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return bytes;
    }
    let mut inflated = Vec::new();
    flate2::read::GzDecoder::new(bytes.as_slice()).read_to_end(&mut inflated).unwrap();
    inflated
}

fn manifest(dist: &Path, name: &str) -> IndexManifest {
    IndexManifest::decode(&fs::read(dist.join(name)).unwrap()).unwrap()
}

/// Searches to the end.
fn search(dist: &Path, name: &str, typed: &str, filter: &SearchFilter) -> Vec<SearchHit> {
    let query = SearchQuery::parse(typed);
    let manifest = Arc::new(manifest(dist, name));
    let mut run = SearchRun::new(manifest, query, filter.clone(), SearchOptions::default());
    loop {
        match run.step() {
            SearchStep::Need(paths) => {
                for path in paths {
                    run.supply(&path, &read(&dist.join(SEARCH_DATA_FOLDER).join(&path))).unwrap();
                }
            }
            SearchStep::Page => run.next_page(),
            SearchStep::Done => return run.take_hits(),
        }
    }
}

fn articles(dist: &Path, typed: &str) -> Vec<String> {
    let hits = search(dist, ARTICLE_SEARCH_MANIFEST, typed, &SearchFilter::default());
    hits.into_iter().map(|hit| hit.id).collect()
}

fn paths(entry: &SegmentEntry) -> Vec<String> {
    let shards = (0..entry.shards).map(|shard| entry.shard_path(shard));
    let all = shards.chain((0..entry.packs()).map(|pack| entry.pack_path(pack)));
    all.map(|path| [SEARCH_DATA_FOLDER, &path].concat()).collect()
}

/// The files that the manifests name, and the manifests.
fn named(dist: &Path) -> BTreeSet<String> {
    let segments = SEARCH_MANIFESTS.iter().flat_map(|name| manifest(dist, name).segments);
    segments.flat_map(|entry| paths(&entry)).chain(SEARCH_MANIFESTS.map(str::to_owned)).collect()
}

/// The bytes of every published file of the indexes.
fn published(site: &Site) -> BTreeMap<String, Vec<u8>> {
    let files = site.files().into_iter().filter(|file| file.starts_with(SEARCH_DATA_FOLDER));
    files.map(|file| (file.clone(), fs::read(site.path().join(&file)).unwrap())).collect()
}

/// Returns the files that are new or have other bytes.
fn changed(before: &BTreeMap<String, Vec<u8>>, after: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    after.iter().filter(|(name, bytes)| before.get(*name) != Some(bytes)).map(|(name, _)| name.clone()).collect()
}

/// A published copy of the fixture with more articles, to change.
struct Archive {
    scratch: TempDir,
    site: Site,
}

impl Archive {
    fn new() -> Self {
        let scratch = tempfile::tempdir().unwrap();
        copy(&fixture(), scratch.path());
        for number in 1..=90 {
            write_article(scratch.path(), number, "示例机构发布示例通知。");
        }
        let site = Site::publish(scratch.path());
        Archive { scratch, site }
    }

    /// Writes an article of the archive, or another one.
    fn write(&self, number: u32, text: &str) {
        write_article(self.scratch.path(), number, text);
    }

    fn publish(&self) {
        build(&self.options()).unwrap();
    }

    fn options(&self) -> BuildOptions {
        options(self.scratch.path(), &self.site.path())
    }
}

fn article_file(content: &Path, number: u32) -> PathBuf {
    content.join(format!("articles/huaian-htz/2023-05-{:02}-{}.md", 1 + number / 10, 1 + number % 10))
}

fn article_id(number: u32) -> String {
    format!("huaian-htz-202305{:02}-{}", 1 + number / 10, 1 + number % 10)
}

fn write_article(content: &Path, number: u32, text: &str) {
    let date = format!("2023-05-{:02}", 1 + number / 10);
    let text = format!(
        "+++\ntitle = \"示例 {number}\"\npublished = {date}\nsource = \"示例周刊\"\nzone = \"huaian-htz\"\n+++\n\n{text}示例编号 {number}。\n"
    );
    fs::write(article_file(content, number), text).unwrap();
}

#[test]
fn readers_find_the_seed_article_by_what_they_type() {
    let dist = Site::own().path();
    for typed in [
        "百强高新区",
        "李有平",
        "淮阴报",
        "招商发展",
        "招商發展",
        "创建“全国百强高新区”",
        "huaian",
        "HUAIAN",
        "gaoxinqu",
        "hagxq",
        "淮安高新区 李有平",
    ] {
        assert!(articles(&dist, typed).contains(&SEED.to_owned()), "{typed}: {:?}", articles(&dist, typed));
    }
    assert_eq!(articles(&dist, "李有平 -招商发展"), Vec::<String>::new());
    let hits = search(&dist, ARTICLE_SEARCH_MANIFEST, "百强高新区", &SearchFilter::default());
    let seed = hits.iter().find(|hit| hit.id == SEED).unwrap();
    assert_eq!((seed.zone.as_str(), seed.zone_name.as_str(), seed.date), ("huaian-htz", "淮安高新区", 20_220_214));
    assert_eq!(seed.regions, ["320000", "320800"]);
}

#[test]
fn filters_name_zones_regions_and_kinds_as_addresses_do() {
    let dist = Site::own().path();
    let some = |text: &str| Some(text.to_owned());
    for filter in [
        SearchFilter { zone: some("huaian-htz"), ..SearchFilter::default() },
        SearchFilter { region: some("320000"), ..SearchFilter::default() },
        SearchFilter { region: some("320800"), kind: some("text"), year: Some(2022), ..SearchFilter::default() },
    ] {
        let hits = search(&dist, ARTICLE_SEARCH_MANIFEST, "百强高新区", &filter);
        assert!(hits.iter().any(|hit| hit.id == SEED), "{filter:?}");
    }
    let other = SearchFilter { region: some("110000"), ..SearchFilter::default() };
    assert!(!search(&dist, ARTICLE_SEARCH_MANIFEST, "百强高新区", &other).iter().any(|hit| hit.id == SEED));
}

#[test]
fn zones_are_found_by_every_name() {
    let dist = Site::own().path();
    for typed in
        ["淮安高新区", "淮安国家高新技术产业开发区", "淮安國家高新區", "huaiangaoxinqu", "hagxq", "Huai'an High-tech"]
    {
        let hits = search(&dist, ZONE_SEARCH_MANIFEST, typed, &SearchFilter::default());
        let zone = hits.iter().find(|hit| hit.id == "huaian-htz").unwrap_or_else(|| panic!("{typed}: {hits:?}"));
        assert_eq!((zone.title.as_str(), zone.kind.as_str()), ("淮安国家高新技术产业开发区", "zone"));
        assert_eq!((zone.zone.as_str(), zone.zone_name.as_str()), ("huaian-htz", "淮安高新区"));
    }
    // National zones before provincial ones.
    let hits = search(&dist, ZONE_SEARCH_MANIFEST, "淮安", &SearchFilter::default());
    let place = |id: &str| hits.iter().position(|hit| hit.id == id).unwrap_or_else(|| panic!("{id}: {hits:?}"));
    let provincial = hits.iter().position(|hit| hit.title.contains("江苏")).unwrap();
    assert!(place("huaian-htz") < provincial, "{hits:?}");
    assert_eq!(manifest(&dist, ZONE_SEARCH_MANIFEST).articles() as usize, Site::own().summary.zones);
}

#[test]
fn an_english_reader_finds_articles_by_their_text_and_zones_by_every_name() {
    let dist = Site::own().path().join("en");
    for typed in ["top 100 high-tech", "Huai'an"] {
        assert!(articles(&dist, typed).contains(&SEED.to_owned()), "{typed}: {:?}", articles(&dist, typed));
    }
    assert_eq!(articles(&dist, "百强高新区"), Vec::<String>::new());
    for typed in [
        "Huai'an High-tech",
        "huaian",
        "huaiangaoxinqu",
        "hagxq",
        "淮安高新区",
        "淮安国家高新技术产业开发区",
        "淮安高新區",
    ] {
        let hits = search(&dist, ZONE_SEARCH_MANIFEST, typed, &SearchFilter::default());
        let zone = hits.iter().find(|hit| hit.id == "huaian-htz").unwrap_or_else(|| panic!("{typed}: {hits:?}"));
        assert_eq!(zone.title, "Huai'an High-tech Industrial Development Zone");
    }
}

#[test]
fn every_hit_is_a_published_page_and_every_article_is_indexed() {
    let site = Site::own();
    let files: BTreeSet<String> = site.files().into_iter().collect();
    for folder in EDITION_FOLDERS {
        let all = |name| search(&site.path().join(folder), name, "", &SearchFilter::default());
        let hits = all(ARTICLE_SEARCH_MANIFEST);
        let of_articles = [folder, "data/article/"].concat();
        assert_eq!(hits.len(), files.iter().filter(|file| file.starts_with(&of_articles)).count());
        let article = |id: &str| Route::Article(id.parse().unwrap());
        let zone = |id: &str| Route::Zone(id.parse().unwrap(), None, None);
        let routes = hits.iter().map(|hit| article(&hit.id));
        for route in routes.chain(all(ZONE_SEARCH_MANIFEST).iter().map(|hit| zone(&hit.id))) {
            assert!(files.contains(&[folder, &page_file(&route)].concat()), "{folder} {route:?}");
        }
    }
}

#[test]
fn every_published_file_is_named_and_every_named_file_is_published() {
    for site in [Site::own(), &Site::publish(&fixture())] {
        let published: BTreeSet<String> = published(site).into_keys().collect();
        assert_eq!(published, named(&site.path()));
        let of_editions = site.files().into_iter().filter(|file| edition_of(file).1.starts_with(SEARCH_DATA_FOLDER));
        let english: BTreeSet<String> =
            of_editions.filter_map(|file| Some(file.strip_prefix("en/")?.to_owned())).collect();
        if !english.is_empty() {
            assert_eq!(english, named(&site.path().join("en")));
        }
        for file in published.into_iter().chain(english) {
            let class =
                if SEARCH_MANIFESTS.contains(&file.as_str()) { Class::SearchManifest } else { Class::SearchFile };
            assert_eq!(Class::of(&file), class, "{file}");
            let lengths =
                EDITION_FOLDERS.iter().filter_map(|folder| fs::metadata(site.path().join(folder).join(&file)).ok());
            assert!(lengths.max_by_key(fs::Metadata::len).unwrap().len() <= 64 << 10, "{file} is over 64 KB");
        }
    }
}

#[test]
fn an_article_more_changes_few_files_of_the_index() {
    let archive = Archive::new();
    let before = published(&archive.site);
    archive.write(91, "示例新人到任。");
    archive.publish();
    let after = published(&archive.site);
    let changed = changed(&before, &after);
    assert!((1..=8).contains(&changed.len()), "{changed:#?}");
    assert!(!changed.contains(&ZONE_SEARCH_MANIFEST.to_owned()), "{changed:#?}");
    assert_eq!(articles(&archive.site.path(), "示例新人"), [article_id(91)]);
    assert_eq!(after.into_keys().collect::<BTreeSet<_>>(), named(&archive.site.path()));
}

#[test]
fn corrected_and_withdrawn_articles_are_found_by_their_new_text_alone() {
    let archive = Archive::new();
    let dist = archive.site.path();
    let later = || {
        let segments = manifest(&dist, ARTICLE_SEARCH_MANIFEST).segments;
        segments[..segments.len() - 1].iter().flat_map(paths).collect::<BTreeSet<_>>()
    };
    let (before, later_before) = (published(&archive.site), later());
    archive.write(2, "示例更正。");
    fs::remove_file(article_file(archive.scratch.path(), 3)).unwrap();
    archive.publish();
    assert_eq!(articles(&dist, "示例更正"), [article_id(2)]);
    assert_eq!(articles(&dist, "\"示例机构发布示例通知。示例编号 2。\""), Vec::<String>::new());
    let all = articles(&dist, "");
    assert!(all.contains(&article_id(2)) && !all.contains(&article_id(3)));
    assert_eq!(all.len() + 1, archive.site.summary.articles);
    // Only the segment of the two is made anew.
    let after = published(&archive.site);
    assert!(changed(&before, &after).iter().all(|file| !later_before.contains(file)));
    assert_eq!(later(), later_before);
    assert_eq!(after.into_keys().collect::<BTreeSet<_>>(), named(&dist));
}

#[test]
fn an_unchanged_segment_is_not_made_again() {
    let archive = Archive::new();
    let dist = archive.site.path();
    let oldest = || manifest(&dist, ARTICLE_SEARCH_MANIFEST).segments.last().cloned().unwrap();
    let before = oldest();
    // The file is another one, and its stamp says that it is not: a build that reads it fails.
    let file = article_file(archive.scratch.path(), 2);
    let time = UNIX_EPOCH + Duration::from_secs(1_600_000_000);
    let set_time = || File::options().write(true).open(&file).unwrap().set_modified(time).unwrap();
    set_time();
    archive.publish();
    fs::write(&file, fs::read_to_string(&file).unwrap().replace("机构", "企业")).unwrap();
    set_time();
    archive.write(91, "示例新人到任。");
    archive.publish();
    assert_eq!(oldest(), before);
    assert_eq!(articles(&dist, "示例新人"), [article_id(91)]);
}

#[test]
fn an_interrupted_build_is_mended_by_the_next() {
    let archive = Archive::new();
    let (site, before) = (&archive.site, published(&archive.site));
    // A build deletes its manifest first; one that was interrupted leaves none, and files of two states.
    fs::remove_file(site.state_dir().join("manifest.bin")).unwrap();
    let entry = manifest(&site.path(), ARTICLE_SEARCH_MANIFEST).segments.pop().unwrap();
    let data = site.path().join(SEARCH_DATA_FOLDER);
    fs::remove_file(data.join(entry.shard_path(0))).unwrap();
    fs::write(data.join(entry.pack_path(0)), "half").unwrap();
    fs::write(data.join("open/0123456789abcdef.bin"), "of the other state").unwrap();
    archive.publish();
    assert_eq!(published(site), before);
}

#[test]
fn drafts_are_found_only_where_they_are_published() {
    let draft = "huaian-htz-20170501-1".to_owned();
    assert!(!articles(&Site::publish(&fixture()).path(), "").contains(&draft));
    let with_drafts = tempfile::tempdir().unwrap();
    build(&BuildOptions { drafts: true, ..options(&fixture(), with_drafts.path()) }).unwrap();
    assert!(articles(with_drafts.path(), "").contains(&draft));
}

#[test]
fn a_release_on_top_of_an_earlier_one_has_one_index() {
    let archive = Archive::new();
    archive.write(91, "示例新人到任。");
    build(&BuildOptions { previous: Some(archive.site.path()), ..archive.options() }).unwrap();
    assert_eq!(published(&archive.site).into_keys().collect::<BTreeSet<_>>(), named(&archive.site.path()));
}
