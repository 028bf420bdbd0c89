//! nginx: a server block with the maps that it needs, in a file that is included in the `http` block.

use investchn_model::published::{EDITION_FOLDERS, NOT_FOUND_PAGE};

use super::mount::{Mount, framed_by_us, unframed};
use crate::policy;
use crate::table::{AN_HOUR, EMBEDS, FRAMED, FRAMED_BY_US, HASHED, IMMUTABLE, REVALIDATE, SHARED, any_of};

/// Writes the file.
pub(super) fn config(Mount { base, root, listen }: &Mount) -> String {
    let (all, no_frames) = unframed();
    let headers: String =
        all.iter().map(|(name, value)| format!("    add_header {name} \"{value}\" always;\n")).collect();
    let (below, root, any) = (base.trim_end_matches('/'), root.display(), policy::of_any());
    let (shared, embeds, framed) = (any_of(base, &SHARED), any_of(base, &EMBEDS), any_of(base, &[FRAMED]));
    let (ours, own, not_found) = (any_of(base, &[FRAMED_BY_US]), framed_by_us(), not_found(base));
    format!(
        r#"# The portal on nginx, as a file of conf.d/. Its folder is {root}{base}
# Written by `investchn-publish host-config`; changes here are lost when it is generated again.

map $uri $portal_cache {{
    default "{REVALIDATE}";
    "~^{below}{HASHED}" "{IMMUTABLE}";
    "~{embeds}" "{AN_HOUR}";
}}
map $uri $portal_shared {{
    default "";
    "~{shared}" "*";
}}
map $uri $portal_policy {{
    default "{no_frames}";
    "~{framed}" "{any}";
    "~{ours}" "{own}";
}}

server {{
    listen {listen};
    root "{root}";
    index index.html;
    server_tokens off;
    # The redirect to a folder's slash, also behind a CDN with another name or port.
    absolute_redirect off;
    error_page 404 {base}404.html;
{not_found}
    # The files of `--precompress`.
    gzip_static on;
    gzip_vary on;
    # With Debian's libnginx-mod-http-brotli-static or another build that has the module:
    # brotli_static on;

{headers}    add_header Content-Security-Policy $portal_policy always;
    add_header Cache-Control $portal_cache always;
    # An empty one is not sent.
    add_header Access-Control-Allow-Origin $portal_shared always;

    charset utf-8;
    charset_types text/plain text/css text/csv text/javascript text/xml application/xml image/svg+xml;
    default_type application/octet-stream;
    types {{
        text/html html htm;
        text/css css;
        text/csv csv;
        text/javascript js;
        text/plain txt;
        application/json json;
        application/xml xml;
        application/manifest+json webmanifest;
        application/wasm wasm;
        application/octet-stream bin;
        image/svg+xml svg;
        image/png png;
        image/jpeg jpg jpeg;
        image/webp webp;
    }}
    location ~ /feed\.xml$ {{ types {{}} default_type application/atom+xml; }}
    location ~ /feed\.json$ {{ types {{}} default_type application/feed+json; }}
}}
"#
    )
}

/// Writes the locations in which the not-found page of a translated edition is sent; that of the portal, if it has no such edition.
fn not_found(base: &str) -> String {
    let location = |folder: &str| {
        let name = folder.trim_end_matches('/');
        format!(
            "    location {base}{folder} {{ error_page 404 @missing_{name}; }}\n    location @missing_{name} \
             {{ try_files {base}{folder}{NOT_FOUND_PAGE} {base}{NOT_FOUND_PAGE} =404; }}\n"
        )
    };
    EDITION_FOLDERS.into_iter().filter(|folder| !folder.is_empty()).map(location).collect()
}
