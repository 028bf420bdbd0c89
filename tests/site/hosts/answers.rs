//! The answers of a host: content type, caching, compression and headers. Each check covers one thing that a host may or may not
//! do.

use std::io::Read;

use flate2::read::GzDecoder;

use crate::harness::{Host, Reply};
use crate::releases::{hashed, pinned, releases};

/// The checks, in the order of the table's columns.
pub(super) const CHECKS: [&str; 9] = [
    "every address is a page",
    "types",
    "a folder is sent to its slash",
    "404.html with status 404",
    "a year for hashed files",
    "the rest revalidated",
    "compressed",
    "policy and headers",
    "CORS",
];

/// Index of the check that the portal answers unknown addresses.
pub(super) const NOT_FOUND: usize = 3;

/// Any page, checked together with the addresses next to it.
const PAGE: &str = "/zone/huaian-htz/";

const SEARCH_MANIFEST: &str = "/data/search/articles.bin";

/// Files that partners' pages load.
const EMBEDS: [&str; 3] = ["/embed.js", "/embed/zone/huaian-htz/", "/oembed/huaian-htz.json"];

/// Runs the checks on a host, and returns the results in the order of `CHECKS`.
pub(super) async fn of(host: &Host) -> Vec<bool> {
    let app = hashed(&releases().before);
    let page = host.get(PAGE, "identity").await;
    let unknown = host.get("/nowhere/at/all", "identity").await;
    let slash = host.get("/zone/huaian-htz?a=b", "identity").await;
    let leads = slash.location.clone().unwrap_or_default();
    let mut hashed = Vec::new();
    for name in &app {
        hashed.push(host.get(&format!("/{name}"), "identity").await);
    }
    hashed.push(host.get(&search_file(), "identity").await);
    let data = host.get("/data/zones.json", "identity").await;
    let manifest = host.get(SEARCH_MANIFEST, "identity").await;
    let feed = host.get("/zone/huaian-htz/feed.xml", "identity").await;
    let gone = host.get("/investchn-0123456789abcdef.js", "identity").await;
    let pinned = host.get(&format!("/{}", pinned(&releases().before)), "identity").await;
    let mut embeds = Vec::new();
    for path in EMBEDS {
        embeds.push(host.get(path, "identity").await);
    }
    let [frame, builder, preview] = ["zone/huaian-htz/", "", "preview/"].map(|below| format!("/embed/{below}"));
    let frame = host.get(&frame, "identity").await;
    let builder = host.get(&builder, "identity").await;
    let preview = host.get(&preview, "identity").await;
    let a_year = |reply: &Reply| reply.header("cache-control") == "public, max-age=31536000, immutable";
    let briefly = |reply: &Reply| reply.header("cache-control") == "public, max-age=60, must-revalidate";
    let an_hour = |reply: &Reply| reply.header("cache-control") == "public, max-age=3600";
    let shared = |reply: &Reply| reply.header("access-control-allow-origin") == "*";
    vec![
        page.status == 200 && page.body == read(PAGE),
        types(host, &app).await,
        [301, 302, 307, 308].contains(&slash.status)
            && leads.ends_with(&format!("{}zone/huaian-htz/?a=b", host.place.prefix)),
        unknown.status == 404 && unknown.body == read("/404.html") && unknown.content_type.starts_with("text/html"),
        hashed.iter().all(a_year) && a_year(&pinned) && !a_year(&gone) && !a_year(&page),
        [&page, &data, &feed, &manifest, &unknown].into_iter().all(briefly) && embeds.iter().all(an_hour),
        compressed(host, &app).await,
        [&page, &data, &unknown, &builder].into_iter().all(|reply| guarded(reply, Some("'none'")))
            && guarded(&preview, Some("'self'"))
            && guarded(&frame, None),
        shared(&data)
            && shared(&feed)
            && shared(&pinned)
            && embeds.iter().all(shared)
            && !shared(&page)
            && shared(&manifest)
            && !hashed[..app.len()].iter().any(shared),
    ]
}

/// Returns the path of a file of the search index that is named by its content, one with gzip inside.
fn search_file() -> String {
    let mut files = std::fs::read_dir(releases().before.join("data/search/open")).unwrap().map(|it| it.unwrap().path());
    let pack = files.find(|file| std::fs::read(file).unwrap().starts_with(&[0x1f, 0x8b])).unwrap();
    format!("/data/search/open/{}", pack.file_name().unwrap().to_str().unwrap())
}

/// Checks that no redirect leads to another host, whatever the request.
pub(super) async fn stay_on(host: &Host) {
    let below = host.place.prefix.trim_start_matches('/');
    for before in [
        "//elsewhere.example/..%2f",
        "/%5celsewhere.example/..%2f",
        "//",
        "/elsewhere.example/..%2f",
        "//elsewhere.example/../",
    ] {
        for query in ["?a=b", ""] {
            let asked = format!("{before}{below}zones{query}");
            let led = host.get_of_host(&asked).await.location.unwrap_or_default();
            assert!(!["//", "/\\", "http"].iter().any(|start| led.starts_with(start)), "{asked} is sent to {led}");
        }
    }
}

fn read(path: &str) -> Vec<u8> {
    let name = if path.ends_with('/') { [&path[1..], "index.html"].concat() } else { path[1..].to_owned() };
    std::fs::read(releases().before.join(name)).unwrap()
}

/// Checks the content types without which a browser refuses a file or shows it wrongly.
async fn types(host: &Host, app: &[String]) -> bool {
    let mut wanted: Vec<(String, &[&str])> = vec![
        (PAGE.to_owned(), &["text/html"]),
        ("/data/zones.json".to_owned(), &["application/json"]),
        ("/zone/huaian-htz/feed.xml".to_owned(), &["application/atom+xml", "application/xml", "text/xml"]),
        ("/sitemap.xml".to_owned(), &["application/xml", "text/xml"]),
        ("/robots.txt".to_owned(), &["text/plain"]),
        ("/icon.svg".to_owned(), &["image/svg+xml"]),
        ("/data/charts/years.svg".to_owned(), &["image/svg+xml"]),
        ("/data/register.csv".to_owned(), &["text/csv"]),
        (SEARCH_MANIFEST.to_owned(), &["application/octet-stream"]),
        (search_file(), &["application/octet-stream"]),
        ("/start.js".to_owned(), &["text/javascript", "application/javascript"]),
    ];
    wanted.extend(app.iter().map(|name| {
        let types: &[&str] = match name.rsplit_once('.') {
            Some((_, "wasm")) => &["application/wasm"],
            Some((_, "css")) => &["text/css"],
            _ => &["text/javascript", "application/javascript"],
        };
        (format!("/{name}"), types)
    }));
    for (path, types) in wanted {
        let reply = host.get(&path, "identity").await;
        let is = reply.content_type.split(';').next().unwrap_or_default();
        if reply.status != 200 || !types.contains(&is) {
            println!("{path}: {} as {}", reply.status, reply.content_type);
            return false;
        }
    }
    true
}

/// Checks that a client gets compressed files only if it accepts the encoding, and that they decode to the original. Most hosts
/// send precompressed variants; a host in front of a store has none and compresses on the fly.
async fn compressed(host: &Host, app: &[String]) -> bool {
    let by_twins = host.has_twins();
    let encodings: &[(&str, &str)] = if by_twins { &[("br", ".br"), ("gzip", ".gz")] } else { &[("gzip", ".gz")] };
    for path in app.iter().map(|name| format!("/{name}")).chain([PAGE.to_owned(), "/data/zones.json".to_owned()]) {
        let file = if path.ends_with('/') { [&path, "index.html"].concat() } else { path.clone() };
        for (encoding, suffix) in encodings {
            let reply = host.get(&path, encoding).await;
            let same =
                if by_twins { reply.body == read(&[&file, *suffix].concat()) } else { gunzip(&reply) == read(&file) };
            let vary = reply.header("vary").to_ascii_lowercase().contains("accept-encoding");
            if !(reply.header("content-encoding") == *encoding && same && vary) {
                println!("{path} {encoding}: {:?}", reply.headers);
                return false;
            }
        }
        let plain = host.get(&path, "identity").await;
        assert_eq!(plain.header("content-encoding"), "", "{path} for who reads neither");
    }
    // A host may compress these once more, but must not take what is inside for its own compression.
    for path in [SEARCH_MANIFEST.to_owned(), search_file()] {
        let reply = host.get(&path, "gzip").await;
        let body = if reply.header("content-encoding") == "gzip" { gunzip(&reply) } else { reply.body };
        assert!(body == read(&path), "{path}: another file arrives");
    }
    true
}

fn gunzip(reply: &Reply) -> Vec<u8> {
    let mut plain = Vec::new();
    // If the body is not gzip, the result differs from the file, and the check fails.
    GzDecoder::new(reply.body.as_slice()).read_to_end(&mut plain).ok();
    plain
}

/// Checks the security headers of a page, and who may frame it; `None` if everyone may.
fn guarded(reply: &Reply, framed_by: Option<&str>) -> bool {
    let policy = reply.header("content-security-policy");
    reply.header("x-content-type-options") == "nosniff"
        && !reply.header("referrer-policy").is_empty()
        && reply.header("permissions-policy").contains("camera=()")
        && policy.contains("default-src 'none'")
        && policy.split_once("frame-ancestors ").map(|(_, whom)| whom) == framed_by
}
