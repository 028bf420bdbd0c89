//! Caddy with the generated configuration, but without its admin interface.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use investchn_publish::{Host, Mount, host_config};

use super::Front;

/// Returns the command that serves the portal from a folder.
pub(super) fn command(scratch: &Path, portal: &Mount) -> Command {
    run(scratch, Host::Caddy, portal)
}

/// Returns the command that serves the portal from the nodes of a store.
pub(super) fn in_front(scratch: &Path, portal: &Mount, front: &Front) -> Command {
    let all = |ports: [u16; 3]| ports.map(|port| format!("127.0.0.1:{port}")).join(" ");
    let mut command = run(scratch, Host::GarageFront, portal);
    command.env("NODES", all(front.websites)).env("STORES", all(front.stores)).env("BUCKET", front.bucket);
    command.env("UPLOADS", format!("http://127.0.0.1:{}", front.uploads));
    command
}

fn run(scratch: &Path, host: Host, portal: &Mount) -> Command {
    let file = scratch.join("Caddyfile");
    let alone = "{\n\tadmin off\n\tauto_https off\n}\n";
    fs::write(&file, [alone, &host_config(host, portal)].concat()).expect("the host_config is written");
    let mut command = Command::new("caddy");
    // Caddy keeps its state in these folders.
    command.env("XDG_DATA_HOME", scratch).env("XDG_CONFIG_HOME", scratch).stderr(Stdio::null());
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(file);
    command
}
