//! `host_config`: its flags, and the text that it prints.

use std::path::PathBuf;

use investchn_publish::{Host, Mount, host_config};

/// The flags of `host_config`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The file of the host, as it is named in host/.
    #[arg(value_name = "FILE", value_parser = host)]
    host: Host,
    /// Path of the portal's base, with a slash at either end.
    #[arg(long, value_name = "PATH", default_value = "/", value_parser = base)]
    base: String,
    /// Folder of the host's root; the portal lies in it below the base.
    #[arg(long, value_name = "DIR", default_value = "/srv/www")]
    root: PathBuf,
    /// Port, or address and port, at which the server listens.
    #[arg(long, default_value = "80")]
    listen: String,
}

fn host(file: &str) -> Result<Host, String> {
    let found = Host::ALL.into_iter().find(|host| host.file() == file);
    found.ok_or_else(|| format!("name one of {}", Host::ALL.map(Host::file).join(", ")))
}

fn base(text: &str) -> Result<String, &'static str> {
    let plain = text.bytes().all(|it| it.is_ascii_alphanumeric() || b"/-_.~".contains(&it)) && !text.contains("//");
    if plain && text.starts_with('/') && text.ends_with('/') {
        Ok(text.to_owned())
    } else {
        Err("write it as / or /portal/news/, of letters, digits, - _ . ~")
    }
}

/// Prints the host_config.
pub(crate) fn run(Args { host, base, root, listen }: Args) {
    print!("{}", host_config(host, &Mount { base, root, listen }));
}
