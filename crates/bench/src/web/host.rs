//! Runs one Caddy for all peers, each on its own port, with the same headers and precompressed files.

use investchn_tooling::told;
use std::fs::{self, File};
use std::net::TcpStream;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::peer::Peer;
use investchn_tooling::bench::scratch;
use investchn_tooling::{process, workspace};

const PATIENCE: Duration = Duration::from_secs(10);

/// Settings of all peers: files with hashed names are cached forever, all others for ten minutes.
const HEAD: &str = r#"{
	admin off
	auto_https off
	default_bind 127.0.0.1
}
(headers) {
	@hashed path_regexp ^/(assets/.+|[a-z]+-[0-9a-f]{16}(_bg)?\.(js|wasm|css))$
	header @hashed Cache-Control "max-age=31536000, immutable"
	header ?Cache-Control "max-age=600"
}
(files) {
	file_server {
		precompressed br gzip
	}
}
"#;

/// A running Caddy, which is killed when this value is dropped.
pub(super) struct Host(Child);

impl Host {
    /// Starts Caddy and waits until it answers on every port.
    pub(super) fn start(peers: &[Peer]) -> Result<Self> {
        let (file, log) = (scratch::web("Caddyfile"), scratch::web("caddy.log"));
        workspace::write(&file, &settings(peers)?)?;
        if let Some(peer) = peers.iter().find(|peer| answers(**peer)) {
            bail!(told!(
                zh "{} 已被别的程序占用：先结束它，再测一次",
                en "something listens at {} already: end it, then measure again",
                peer.url()
            ));
        }
        let output =
            File::create(&log).with_context(|| told!(zh "无法写入 {}", en "{} cannot be written", log.display()))?;
        let mut command = process::command("caddy", ["run", "--adapter", "caddyfile", "--config"])?;
        let child = command.arg(&file).stdin(Stdio::null()).stdout(Stdio::null()).stderr(output).spawn();
        let mut host = Host(child.with_context(|| told!(zh "无法启动 Caddy", en "Caddy could not be started"))?);
        let start = Instant::now();
        while !peers.iter().all(|peer| answers(*peer)) {
            let ended =
                host.0.try_wait().with_context(|| told!(zh "与 Caddy 失去联系", en "Caddy was lost"))?.is_some();
            if ended || start.elapsed() > PATIENCE {
                let log = fs::read_to_string(&log).unwrap_or_default();
                bail!(told!(zh "Caddy 没有启动：{log}", en "Caddy does not serve: {log}"));
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(host)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // Fails if Caddy has exited by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn answers(peer: Peer) -> bool {
    TcpStream::connect(("localhost", peer.port())).is_ok()
}

fn settings(peers: &[Peer]) -> Result<String> {
    let site = workspace::absolute(&scratch::portal())?;
    let mut text = HEAD.to_owned();
    for peer in peers {
        let folder = workspace::absolute(&peer.folder())?;
        text.push_str(&block(*peer, &folder.to_string_lossy(), &site.to_string_lossy()));
    }
    Ok(text)
}

/// Returns the configuration of one peer. Other peers read the JSON and the pictures of the portal.
fn block(peer: Peer, folder: &str, site: &str) -> String {
    let address = format!("http://localhost:{}", peer.port());
    if peer == Peer::Portal {
        return format!(
            "{address} {{\n\timport headers\n\troot * \"{folder}\"\n\timport files\n\thandle_errors {{\n\t\trewrite * /404.html\n\
             \t\timport files\n\t}}\n}}\n"
        );
    }
    let fallback = if peer.is_single_page_app() { "\t\ttry_files {path} /index.html\n" } else { "" };
    format!(
        "{address} {{\n\timport headers\n\t@published path /data/* /media/* /icon.svg /robots.txt\n\thandle @published {{\n\
         \t\troot * \"{site}\"\n\t\timport files\n\t}}\n\thandle {{\n\t\troot * \"{folder}\"\n{fallback}\t\timport files\n\t}}\n}}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_single_page_apps_have_a_fallback_page() {
        assert!(block(Peer::React, "a", "b").contains("try_files {path} /index.html"));
        assert!(!block(Peer::Plain, "a", "b").contains("try_files"));
        assert!(block(Peer::Portal, "a", "b").contains("/404.html"));
    }
}
