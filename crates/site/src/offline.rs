//! The files that make the portal installable and readable offline: the app's manifest, and the worker with the list of the
//! shell's files and the limits of what it stores. The worker itself is in `web/src/worker/`.

use std::collections::BTreeMap;

use investchn_model::published::{WEB_MANIFEST, is_loaded_on_use};
use investchn_navigation::page_meta;
use serde_json::{Value, json};

use crate::error::SiteError;
use crate::render_context::RenderContext;
use investchn_digest::Digest;

/// The background of the page and the colour of the header, with the names that they have in `style/tokens.css`.
const COLOURS: [(&str, &str); 2] = [("--ground", "#f4f6f7"), ("--brand", "#14506e")];

/// The attribute of the app's page that makes its start script register the worker.
const REGISTERED: &str = " data-worker=\"./sw.js\"";

/// Makes the app's manifest of an edition. Its addresses are relative to the manifest, so that they work for a portal at any address.
pub(crate) fn manifest(context: RenderContext<'_>) -> Result<Vec<u8>, SiteError> {
    let (site, root) = (context.site(), context.root_from(WEB_MANIFEST));
    let icon = |size: &str, purpose: &str, file: &str| {
        let src = match root.join(file) {
            above if above.starts_with("../") => above,
            here => ["./", &here].concat(),
        };
        json!({ "src": src, "sizes": size, "type": "image/png", "purpose": purpose })
    };
    let [(_, ground), (_, brand)] = COLOURS;
    Ok(serde_json::to_vec_pretty(&json!({
        "name": page_meta::portal_name(site),
        "short_name": site.name,
        "description": site.slogan,
        "lang": context.messages.lang(),
        "start_url": "./",
        "scope": "./",
        "id": "./",
        "display": "minimal-ui",
        "background_color": ground,
        "theme_color": brand,
        "icons": [
            icon("192x192", "any", "icon-192.png"),
            icon("512x512", "any", "icon-512.png"),
            icon("512x512", "maskable", "icon-maskable-512.png"),
        ],
    }))?)
}

/// Makes the worker for the app's files and the shell's pages, by name and digest. If the portal is not kept offline, this is the worker
/// that removes what browsers have stored. The shell has no articles, so a new article does not change the worker, and no file of the
/// search, because most readers never search.
pub(crate) fn worker(shell: &BTreeMap<String, Digest>, kept_offline: bool) -> Result<String, SiteError> {
    if !kept_offline {
        return Ok(include_str!("../../../web/built/removed.js").to_owned());
    }
    let shell: BTreeMap<&String, &Digest> = shell.iter().filter(|(name, _)| !is_loaded_on_use(name)).collect();
    let files: Vec<&String> = shell.keys().copied().collect();
    let release = json!({ "version": Digest::of_json(&shell)?.to_string()[..16], "shell": files, "limits": limits() });
    let worker = include_str!("../../../web/built/worker.js");
    Ok(format!("const RELEASE = {release};\n{worker}"))
}

/// The limits of what a browser stores (`docs/offline.md`), in the shape that `web/src/worker/release.d.ts` declares.
fn limits() -> Value {
    json!({
        "read": { "count": 200, "bytes": 20_000_000 },
        "pictures": { "count": 200, "bytes": 40_000_000 },
        "search": { "count": 12, "bytes": 1_000_000 },
        "saved": { "articles": 300, "bytes": 100_000_000 },
        "renewAfter": 3_600_000,
    })
}

/// Removes the attribute that registers the worker from the app's page.
pub fn without_worker(page: &str) -> String {
    page.replace(REGISTERED, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn manifest_colours_match_the_style_sheet() {
        let sheet = include_str!("../../../style/tokens.css");
        for (name, colour) in COLOURS {
            assert!(sheet.contains(&format!("{name}: {colour};")), "{name}");
        }
    }

    #[test]
    fn without_worker_removes_the_registration() {
        let trunk = include_str!("../../../Trunk.toml");
        assert!(trunk.contains(REGISTERED) && !without_worker(trunk).contains("data-worker"));
    }

    #[test]
    fn the_worker_changes_with_the_files_of_the_shell() {
        let shell = |text: &str| BTreeMap::from([("start.js".to_owned(), Digest::of(text.as_bytes()))]);
        let worker = |text: &str| worker(&shell(text), true).unwrap();
        assert_eq!(worker("1"), worker("1"));
        assert_ne!(worker("1"), worker("2"));
    }

    #[test]
    fn the_worker_does_not_store_the_search_ahead() {
        let start = ("start.js".to_owned(), Digest::of(b"1"));
        let search = ["search.js", "search-0123456789abcdef_bg.wasm"].map(|name| (name.to_owned(), Digest::of(b"1")));
        let shell = |files: &[(String, Digest)]| worker(&files.iter().cloned().collect(), true).unwrap();
        assert_eq!(shell(&[std::slice::from_ref(&start), &search[..]].concat()), shell(&[start]));
    }
}
