//! nginx with the generated configuration, as a single foreground process.

use std::fs;
use std::path::Path;
use std::process::Command;

use investchn_publish::{Host, Mount, host_config};

/// Path of the module in Debian's package.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

pub(super) fn command(scratch: &Path, portal: &Mount) -> Command {
    // Enables the line that the configuration has for a build with the module.
    let portal = host_config(Host::Nginx, portal).replace("# brotli_static on;", "brotli_static on;");
    let scratch_path = scratch.display();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|part| format!("    {part}_temp_path {scratch_path}/{part};\n"))
        .concat();
    let all = format!(
        "load_module {BROTLI};\npid {scratch_path}/pid;\nerror_log stderr crit;\nmaster_process off;\ndaemon off;\n\
         events {{}}\nhttp {{\n    access_log off;\n{temporary}    include {scratch_path}/portal.conf;\n}}\n"
    );
    fs::write(scratch.join("portal.conf"), portal).expect("the host_config is written");
    fs::write(scratch.join("nginx.conf"), all).expect("the configuration is written");
    let mut command = Command::new("nginx");
    // Debian installs nginx in a folder that is often missing from `PATH`.
    let path = std::env::var("PATH").unwrap_or_default();
    command.env("PATH", [&path, ":/usr/sbin"].concat());
    command.arg("-e").arg("stderr").arg("-c").arg(scratch.join("nginx.conf"));
    command
}
