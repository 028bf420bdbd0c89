//! Caddy: a Caddyfile.

use super::super::{AN_HOUR, BRIEFLY, EMBEDS, FRAMED, FRAMED_BY_US, HASHED, IMMUTABLE, SHARED, any_of, policy};
use super::{Place, framed_by_us, unframed};

/// The file.
pub(super) fn recipe(Place { base, root, listen }: &Place) -> String {
    let (all, no_frames) = unframed();
    let headers: String = all.iter().map(|(name, value)| format!("\t\t\t{name} \"{value}\"\n")).collect();
    let (below, root, any) = (base.trim_end_matches('/'), root.display(), policy::of_any());
    // A name instead of a port gets a certificate by itself.
    let address = if listen.contains(':') { format!("http://{listen}") } else { format!(":{listen}") };
    let (shared, embeds, framed) = (any_of(base, &SHARED), any_of(base, &EMBEDS), any_of(base, &[FRAMED]));
    let (ours, own) = (any_of(base, &[FRAMED_BY_US]), framed_by_us());
    format!(
        r#"# The portal on Caddy. Its folder is {root}{base}
# Written by `investchn-publish recipe`; what stands here is a rule of the publisher's, not of this file.
# With the host's name instead of the port, Caddy gets a certificate for it by itself.

{address} {{
	root * {root}
	# A folder is sent to its slash by the file server, which may lose a query.
	@asked {{
		file {{
			try_files {{path}}/index.html
		}}
		not path */
		expression `{{query}} != ""`
	}}
	redir @asked {{path}}/?{{query}} 301
	file_server {{
		# The files of `--precompress`.
		precompressed br gzip
	}}

	@shared path_regexp {shared}
	@embeds path_regexp {embeds}
	@framed path_regexp {framed}
	@ours path_regexp {ours}
	@hashed path_regexp ^{below}{HASHED}
	@atom path_regexp /feed\.xml$
	@jsonfeed path_regexp /feed\.json$
	# In this order: what is said of some files comes after what is said of all.
	route {{
		header {{
{headers}			Content-Security-Policy "{no_frames}"
			Cache-Control "{BRIEFLY}"
		}}
		header @framed Content-Security-Policy "{any}"
		header @ours Content-Security-Policy "{own}"
		header @embeds Cache-Control "{AN_HOUR}"
		header @hashed Cache-Control "{IMMUTABLE}"
		header @shared Access-Control-Allow-Origin *
		header @atom Content-Type application/atom+xml
		header @jsonfeed Content-Type application/feed+json
	}}

	handle_errors {{
		@missing expression `{{err.status_code}} == 404`
		handle @missing {{
			header Cache-Control "{BRIEFLY}"
			header Content-Type "text/html; charset=utf-8"
			rewrite * {base}404.html
			file_server {{
				precompressed br gzip
			}}
		}}
	}}
}}
"#
    )
}
