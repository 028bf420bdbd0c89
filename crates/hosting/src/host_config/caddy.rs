//! Caddyfiles: one for a portal in a folder, one for a portal in an object store behind Caddy.

use investchn_model::published::{EDITION_FOLDERS, NOT_FOUND_PAGE};

use super::mount::{Mount, framed_by_us, unframed};
use crate::policy;
use crate::table::{AN_HOUR, EMBEDS, FRAMED, FRAMED_BY_US, HASHED, IMMUTABLE, REVALIDATE, SHARED, any_of};

/// Writes the Caddyfile for a folder.
pub(super) fn config(mount: &Mount) -> String {
    let Mount { base, root, .. } = mount;
    let (below, root, embeds) = (base.trim_end_matches('/'), root.display(), any_of(base, &EMBEDS));
    let (address, matchers, all, some) = (address(mount), matchers(base), headers_for_all(), headers_for_some());
    let not_found = not_found(base);
    format!(
        r#"# The portal on Caddy. Its folder is {root}{base}
# Written by `investchn-publish host-config`; changes here are lost when it is generated again.
# With the host's name instead of the port, Caddy gets a certificate for it by itself.

{address} {{
	root * "{root}"
	# A folder is sent to its slash by the file server, which may lose a query. To the path as it is matched, without doubled
	# slashes, backslashes and dots: as it was asked for it could lead to another host.
	@asked {{
		file {{
			try_files {{path}}/index.html
		}}
		path_regexp asked ^({below}(/[\w-]+)+)$
		expression `{{query}} != ""`
	}}
	redir @asked {{re.asked.1}}/?{{query}} 301
	file_server {{
		# The files of `--precompress`.
		precompressed br gzip
	}}

{matchers}	@embeds path_regexp {embeds}
	@hashed path_regexp ^{below}{HASHED}
	# In this order: what is said of some files comes after what is said of all.
	route {{
		header {{
{all}			Cache-Control "{REVALIDATE}"
		}}
{some}		header @embeds Cache-Control "{AN_HOUR}"
		header @hashed Cache-Control "{IMMUTABLE}"
		header @atom Content-Type application/atom+xml
		header @jsonfeed Content-Type application/feed+json
		header @manifest Content-Type application/manifest+json
		header @table Content-Type "text/csv; charset=utf-8"
		header @bytes Content-Type application/octet-stream
	}}

	handle_errors {{
		@missing expression `{{err.status_code}} == 404`
		handle @missing {{
			header Cache-Control "{REVALIDATE}"
			header Content-Type "text/html; charset=utf-8"
{not_found}			file_server {{
				precompressed br gzip
			}}
		}}
	}}
}}
"#
    )
}

/// Writes the Caddyfile for an object store, whose nodes send `Cache-Control` and `404.html` themselves.
pub(super) fn in_front(mount: &Mount) -> String {
    let (address, matchers, all, some) = (address(mount), matchers(&mount.base), headers_for_all(), headers_for_some());
    format!(
        r#"# Caddy in front of the nodes of a store that serves the portal, such as Garage (garage.sh). Base {base}
# Written by `investchn-publish host-config`; changes here are lost when it is generated again.
# NODES: where the nodes serve their websites, `10.0.0.1:3902 10.0.0.2:3902 10.0.0.3:3902`. STORES: where they take uploads,
# `10.0.0.1:3900 10.0.0.2:3900 10.0.0.3:3900`. BUCKET: the bucket's name. All three are read from the environment.
# With the host's name instead of the port, Caddy gets a certificate for it by itself.

{address} {{
	encode zstd gzip {{
		# All but pictures. Left to itself it passes over wasm.
		match {{
			header Content-Type text/*
			header Content-Type application/*
			header Content-Type image/svg+xml*
		}}
	}}
	reverse_proxy {{$NODES}} {{
		header_up Host {{$BUCKET}}
		# A node that is down, or that answers nothing, is passed over. One that comes back is asked again once it
		# has found the others: until then it answers with failures.
		lb_policy round_robin
		lb_try_duration 8s
		fail_duration 10s
		health_uri {base}robots.txt
		health_headers {{
			Host {{$BUCKET}}
		}}
		health_interval 2s
		health_timeout 3s
		transport http {{
			dial_timeout 1s
			response_header_timeout 3s
		}}
		# A folder is sent to its slash by the store, which loses the query.
		@moved status 301 302 307 308
		handle_response @moved {{
			@asked expression `{{query}} != ""`
			redir @asked {{rp.header.Location}}?{{query}} 301
			redir {{rp.header.Location}} 301
		}}
	}}

{matchers}	# In this order: what is said of some files comes after what is said of all.
	route {{
		header {{
{all}		}}
{some}		# Instead of the store's own, which comes later.
		header @atom >Content-Type application/atom+xml
		header @jsonfeed >Content-Type application/feed+json
		header @manifest >Content-Type application/manifest+json
		header @table >Content-Type "text/csv; charset=utf-8"
		header @bytes >Content-Type application/octet-stream
	}}
}}

# Uploads from this machine, through the first node that is there.
{{$UPLOADS:http://127.0.0.1:3909}} {{
	reverse_proxy {{$STORES}} {{
		lb_policy first
		lb_try_duration 8s
		fail_duration 10s
		transport http {{
			dial_timeout 1s
		}}
	}}
}}
"#,
        base = mount.base,
    )
}

/// Writes the handlers that select the not-found page: that of the edition in whose folder the address is, if there is such an edition.
fn not_found(base: &str) -> String {
    let translated = EDITION_FOLDERS.into_iter().filter(|folder| !folder.is_empty());
    let handle = translated.map(|folder| {
        format!(
            "\t\t\thandle {base}{folder}* {{\n\t\t\t\ttry_files {base}{folder}{NOT_FOUND_PAGE} {base}{NOT_FOUND_PAGE}\n\t\t\t}}\n"
        )
    });
    handle.chain([format!("\t\t\thandle {{\n\t\t\t\trewrite * {base}{NOT_FOUND_PAGE}\n\t\t\t}}\n")]).collect()
}

/// Returns the site address of a port or of an address with a port. Without a host's name Caddy requests no certificate.
fn address(Mount { listen, .. }: &Mount) -> String {
    if listen.contains(':') { format!("http://{listen}") } else { format!(":{listen}") }
}

/// Writes the matchers of the headers that are only for some files.
fn matchers(base: &str) -> String {
    let (shared, framed, ours) = (any_of(base, &SHARED), any_of(base, &[FRAMED]), any_of(base, &[FRAMED_BY_US]));
    format!(
        r"	@shared path_regexp {shared}
	@framed path_regexp {framed}
	@ours path_regexp {ours}
	@atom path_regexp /feed\.xml$
	@jsonfeed path_regexp /feed\.json$
	@manifest path_regexp /manifest\.webmanifest$
	@table path_regexp \.csv$
	@bytes path_regexp \.bin$
"
    )
}

/// Writes the headers of every file, as the lines of a block.
fn headers_for_all() -> String {
    let (all, no_frames) = unframed();
    let headers: String = all.iter().map(|(name, value)| format!("\t\t\t{name} \"{value}\"\n")).collect();
    headers + &format!("\t\t\tContent-Security-Policy \"{no_frames}\"\n")
}

/// Writes the headers that only some files have.
fn headers_for_some() -> String {
    let (any, own) = (policy::of_any(), framed_by_us());
    format!(
        "\t\theader @framed Content-Security-Policy \"{any}\"\n\
         \t\theader @ours Content-Security-Policy \"{own}\"\n\
         \t\theader @shared Access-Control-Allow-Origin *\n"
    )
}
