//! nginx: the host_config in a configuration of its own, as one process that ends when it is told.

use std::fs;
use std::path::Path;
use std::process::Command;

use investchn_publish::{Host, Mount, host_config};

/// Where Debian's package puts the module.
const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

pub(super) fn command(room: &Path, portal: &Mount) -> Command {
    // As the host_config says for a build with the module.
    let portal = host_config(Host::Nginx, portal).replace("# brotli_static on;", "brotli_static on;");
    let room_path = room.display();
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|part| format!("    {part}_temp_path {room_path}/{part};\n"))
        .concat();
    let all = format!(
        "load_module {BROTLI};\npid {room_path}/pid;\nerror_log stderr crit;\nmaster_process off;\ndaemon off;\n\
         events {{}}\nhttp {{\n    access_log off;\n{temporary}    include {room_path}/portal.conf;\n}}\n"
    );
    fs::write(room.join("portal.conf"), portal).expect("the host_config is written");
    fs::write(room.join("nginx.conf"), all).expect("the configuration is written");
    let mut command = Command::new("nginx");
    // Where no search path of root's is set, Debian's place is not on it.
    let path = std::env::var("PATH").unwrap_or_default();
    command.env("PATH", [&path, ":/usr/sbin"].concat());
    command.arg("-e").arg("stderr").arg("-c").arg(room.join("nginx.conf"));
    command
}
