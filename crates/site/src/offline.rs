//! Writes what makes the portal installable and readable without a network: the web app's manifest, and the worker with the list of the
//! shell's files and the limits of what it stores. The worker itself is in `web/src/worker/`.

use std::collections::BTreeMap;

use investchn_messages::ZH;
use investchn_model::Site;
use serde_json::{Value, json};

use crate::error::SiteError;
use investchn_digest::Digest;

/// The page's background and the header's colour, as `style/tokens.css` has them.
const COLOURS: [(&str, &str); 2] = [("--ground", "#f4f6f7"), ("--brand", "#14506e")];

/// What the app's page says for its start script to register the worker.
const REGISTERED: &str = " data-worker=\"./sw.js\"";

/// The app's manifest. Its addresses are relative to itself, so that it holds wherever the portal stands.
pub(crate) fn manifest(site: &Site) -> Result<Vec<u8>, SiteError> {
    let icon = |size: &str, purpose: &str, file: &str| json!({ "src": file, "sizes": size, "type": "image/png", "purpose": purpose });
    let [(_, ground), (_, brand)] = COLOURS;
    Ok(serde_json::to_vec_pretty(&json!({
        "name": format!("{} {}", site.name, site.name_en),
        "short_name": site.name,
        "description": site.slogan,
        "lang": ZH.lang,
        "start_url": "./",
        "scope": "./",
        "id": "./",
        "display": "minimal-ui",
        "background_color": ground,
        "theme_color": brand,
        "icons": [
            icon("192x192", "any", "./icon-192.png"),
            icon("512x512", "any", "./icon-512.png"),
            icon("512x512", "maskable", "./icon-maskable-512.png"),
        ],
    }))?)
}

/// The worker for a shell, by the names of its files and what is in them; or, if the portal is not kept offline, the worker that
/// removes what browsers have stored. No article is in the list, so none changes the worker.
pub(crate) fn worker(shell: &BTreeMap<String, Digest>, kept_offline: bool) -> Result<String, SiteError> {
    if !kept_offline {
        return Ok(include_str!("../../../web/built/removed.js").to_owned());
    }
    let files: Vec<&String> = shell.keys().collect();
    let release = json!({ "version": Digest::of_json(shell)?.to_string()[..16], "shell": files, "limits": limits() });
    let worker = include_str!("../../../web/built/worker.js");
    Ok(format!("const RELEASE = {release};\n{worker}"))
}

/// What a browser stores at most (`docs/offline.md`), in the shape that `web/src/worker/release.d.ts` declares.
fn limits() -> Value {
    json!({
        "read": { "count": 200, "bytes": 20_000_000 },
        "pictures": { "count": 200, "bytes": 40_000_000 },
        "saved": { "articles": 300, "bytes": 100_000_000 },
        "renewAfter": 3_600_000,
    })
}

/// The app's page, without the worker for its start script to register.
pub fn without_worker(page: &str) -> String {
    page.replace(REGISTERED, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_has_the_colours_of_the_sheet() {
        let sheet = include_str!("../../../style/tokens.css");
        for (name, colour) in COLOURS {
            assert!(sheet.contains(&format!("{name}: {colour};")), "{name}");
        }
    }

    #[test]
    fn the_apps_page_registers_the_worker_where_it_says_so() {
        let trunk = include_str!("../../../Trunk.toml");
        assert!(trunk.contains(REGISTERED) && !without_worker(trunk).contains("data-worker"));
    }

    #[test]
    fn a_worker_is_another_where_a_file_of_the_shell_is() {
        let shell = |text: &str| BTreeMap::from([("start.js".to_owned(), Digest::of(text.as_bytes()))]);
        let worker = |text: &str| worker(&shell(text), true).unwrap();
        assert_eq!(worker("1"), worker("1"));
        assert_ne!(worker("1"), worker("2"));
    }
}
