//! Caddy: the host_configs as they are, without the interface by which a running Caddy is told otherwise.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use investchn_publish::{Host, Mount, host_config};

use super::Front;

/// With the portal in a folder.
pub(super) fn command(room: &Path, portal: &Mount) -> Command {
    run(room, Host::Caddy, portal)
}

/// Before the nodes of a store.
pub(super) fn in_front(room: &Path, portal: &Mount, front: &Front) -> Command {
    let all = |ports: [u16; 3]| ports.map(|port| format!("127.0.0.1:{port}")).join(" ");
    let mut command = run(room, Host::GarageFront, portal);
    command.env("NODES", all(front.websites)).env("STORES", all(front.stores)).env("BUCKET", front.bucket);
    command.env("UPLOADS", format!("http://127.0.0.1:{}", front.uploads));
    command
}

fn run(room: &Path, host: Host, portal: &Mount) -> Command {
    let file = room.join("Caddyfile");
    let alone = "{\n\tadmin off\n\tauto_https off\n}\n";
    fs::write(&file, [alone, &host_config(host, portal)].concat()).expect("the host_config is written");
    let mut command = Command::new("caddy");
    // It keeps its state where these say.
    command.env("XDG_DATA_HOME", room).env("XDG_CONFIG_HOME", room).stderr(Stdio::null());
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(file);
    command
}
