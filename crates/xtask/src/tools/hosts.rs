//! The hosts that the flows of tests/site walk: nginx with its module for brotli, Caddy, and Python's plain server. The tests
//! start them; none need run by itself.

use std::path::Path;

use anyhow::{Result, bail};

use super::{apt, installing, there};
use crate::process;

/// A file that each package brings, and the package.
const NEEDED: [(&str, &str); 4] = [
    ("/usr/sbin/nginx", "nginx-light"),
    ("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so", "libnginx-mod-http-brotli-static"),
    ("/usr/bin/caddy", "caddy"),
    ("/usr/bin/python3", "python3"),
];

/// Installs them by apt where that is possible; elsewhere it says what to install.
pub(super) fn hosts() -> Result<()> {
    let is_missing = |(file, _): &&(&str, &str)| {
        let program = Path::new(file).file_name().and_then(|name| name.to_str()).unwrap_or_default();
        !Path::new(file).exists() && process::find(program).is_none()
    };
    let missing: Vec<&str> = NEEDED.iter().filter(is_missing).map(|(_, package)| *package).collect();
    if !missing.is_empty() {
        let named = missing.join(", ");
        if !apt::is_there() {
            bail!("{named} are missing, as Debian names them: install them");
        }
        installing(&named, "a minute");
        apt::install(&missing)?;
    }
    there("nginx, Caddy, Python");
    Ok(())
}
