//! `host-config`: its flags and its output.

use std::path::PathBuf;

use investchn_cli::{ValueError, one_of};
use investchn_localized::localized;
use investchn_publish::{Host, Mount, host_config};

/// The flags of `host-config`.
#[derive(Debug, clap::Args)]
pub(crate) struct HostConfigArgs {
    /// Name of the host's file in host/.
    #[arg(value_name = "FILE", value_parser = host)]
    host: Host,
    /// Path of the portal's base, with a slash at both ends.
    #[arg(long, value_name = "PATH", default_value = "/", value_parser = base)]
    base: String,
    /// Folder of the host's root, which contains the portal's folder at --base.
    #[arg(long, value_name = "DIR", default_value = "/srv/www")]
    root: PathBuf,
    /// Port, or address and port, on which the server listens.
    #[arg(long, default_value = "80")]
    listen: String,
}

fn host(file: &str) -> Result<Host, ValueError> {
    let found = Host::ALL.into_iter().find(|host| host.file() == file);
    found.ok_or_else(|| ValueError(one_of(&Host::ALL.map(Host::file).join(", "))))
}

fn base(text: &str) -> Result<String, ValueError> {
    let plain = text.bytes().all(|it| it.is_ascii_alphanumeric() || b"/-_.~".contains(&it)) && !text.contains("//");
    if plain && text.starts_with('/') && text.ends_with('/') {
        Ok(text.to_owned())
    } else {
        let advice = localized!(
            zh "写成 / 或 /portal/news/，只用字母、数字和 - _ . ~",
            en "write it as / or /portal/news/, of letters, digits, - _ . ~"
        );
        Err(ValueError(advice))
    }
}

/// Prints the configuration of a host.
pub(crate) fn run(HostConfigArgs { host, base, root, listen }: HostConfigArgs) {
    print!("{}", host_config(host, &Mount { base, root, listen }));
}
