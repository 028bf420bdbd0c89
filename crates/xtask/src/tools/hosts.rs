//! The hosts that the flows of tests/site walk: nginx with its module for brotli, Caddy, and Python's plain server. The tests
//! start them; none need run by itself.

use anyhow::Result;

use super::{apt, programs, there};

/// A file that each package brings, and the package.
const NEEDED: [(&str, &str); 4] = [
    ("/usr/sbin/nginx", "nginx-light"),
    ("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so", "libnginx-mod-http-brotli-static"),
    ("/usr/bin/caddy", "caddy"),
    ("/usr/bin/python3", "python3"),
];

/// Installs them by apt where that is possible.
pub(super) fn hosts() -> Result<()> {
    apt::need(&NEEDED, "a minute")?;
    there("nginx, Caddy, Python");
    Ok(())
}

/// The store of several nodes and what fills it, for `deploy-test --store` alone.
pub(super) fn store() -> Result<()> {
    apt::need(&[("/usr/bin/rclone", "rclone")], "a minute")?;
    there("rclone");
    programs::garage()
}
