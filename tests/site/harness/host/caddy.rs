//! Caddy: the recipe as it is, without the interface by which a running Caddy is told otherwise.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use investchn_publish::{Host, HostPlace, recipe};

pub(super) fn command(room: &Path, portal: &HostPlace) -> Command {
    let file = room.join("Caddyfile");
    let alone = "{\n\tadmin off\n\tauto_https off\n}\n";
    fs::write(&file, [alone, &recipe(Host::Caddy, portal)].concat()).expect("the recipe is written");
    let mut command = Command::new("caddy");
    // It keeps its state where these say.
    command.env("XDG_DATA_HOME", room).env("XDG_CONFIG_HOME", room).stderr(Stdio::null());
    command.args(["run", "--adapter", "caddyfile", "--config"]).arg(file);
    command
}
