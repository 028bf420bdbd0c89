//! The hosts that operators use: nginx and Caddy with the portal's configurations, Python's plain server, one like GitHub Pages, and
//! Caddy in front of a store. Each is started on a free port for one test and ends with it. The modules below configure them.

mod caddy;
mod nginx;
mod pages;
mod python;

use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use investchn_publish::Mount;
use tempfile::TempDir;
use tokio::task::JoinHandle;

use super::http;
use super::place::Place;

/// Time that a host may take to start.
const START: Duration = Duration::from_secs(20);

/// The kind of a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HostKind {
    /// nginx with `host/nginx.conf`.
    Nginx,
    /// Caddy with `host/Caddyfile`.
    Caddy,
    /// `python3 -m http.server`.
    Python,
    /// A host with `404.html` and without the portal's headers.
    Pages,
    /// Caddy with `host/garage.Caddyfile`, in front of nodes with the portal in a bucket.
    Front(Front),
}

/// Ports of the store behind Caddy, all on this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Front {
    /// Ports of the nodes for websites.
    pub(crate) websites: [u16; 3],
    /// Ports of the nodes for uploads.
    pub(crate) stores: [u16; 3],
    /// Caddy's own port for uploads.
    pub(crate) uploads: u16,
    /// The bucket.
    pub(crate) bucket: &'static str,
}

/// A running host that serves the portal.
pub(crate) struct Host {
    /// Address of the portal.
    pub(crate) place: Place,
    kind: HostKind,
    portal: Mount,
    running: Mutex<Option<Running>>,
    scratch: TempDir,
}

enum Running {
    Program(Child),
    Task(JoinHandle<()>),
}

impl Host {
    /// Starts a host that serves the folder at `prefix`.
    pub(crate) async fn start(kind: HostKind, folder: &Path, prefix: &str) -> Self {
        let scratch = tempfile::tempdir().expect("a folder for the host");
        let root = at_prefix(scratch.path(), folder, prefix);
        let port = free_port();
        let place = Place::new(port, prefix);
        let listen = format!("127.0.0.1:{port}");
        let portal = Mount { base: prefix.to_owned(), root, listen };
        let host = Host { place, kind, portal, running: Mutex::default(), scratch };
        host.go_on().await;
        host
    }

    /// Stops the host until `go_on`.
    pub(crate) fn stop(&self) {
        match self.running.lock().unwrap().take() {
            Some(Running::Program(mut child)) => {
                // Fails if it has ended already, which is no error here.
                child.kill().ok();
                child.wait().ok();
            }
            Some(Running::Task(task)) => task.abort(),
            None => {}
        }
    }

    /// Starts the host, or starts it again.
    pub(crate) async fn go_on(&self) {
        let Host { kind, portal, scratch, .. } = self;
        let port = portal.listen.rsplit_once(':').unwrap().1.parse().unwrap();
        let running = match kind {
            HostKind::Nginx => Running::Program(start(nginx::command(scratch.path(), portal))),
            HostKind::Caddy => Running::Program(start(caddy::command(scratch.path(), portal))),
            HostKind::Front(front) => Running::Program(start(caddy::in_front(scratch.path(), portal, front))),
            HostKind::Python => Running::Program(start(python::command(&portal.root, port))),
            HostKind::Pages => Running::Task(pages::serve(portal.root.clone(), &portal.base, port).await),
        };
        *self.running.lock().unwrap() = Some(running);
        self.ready().await;
    }

    /// Returns true if the host sends the compressed variants beside the files.
    pub(crate) fn has_twins(&self) -> bool {
        !matches!(self.kind, HostKind::Front(_))
    }

    /// Requests a path of the portal without a browser; does not follow redirects.
    pub(crate) async fn get(&self, path: &str, encodings: &str) -> http::Reply {
        self.try_get(path, encodings).await.unwrap_or_else(|error| panic!("{error}"))
    }

    /// Requests a path of the host, sent exactly as written, wherever the portal is on it.
    pub(crate) async fn get_of_host(&self, path: &str) -> http::Reply {
        http::get(&[&self.place.origin, path].concat()).await.unwrap_or_else(|error| panic!("{error}"))
    }

    /// Like `get`, but returns an error if there is no answer.
    pub(crate) async fn try_get(&self, path: &str, encodings: &str) -> Result<http::Reply, String> {
        http::get_with(&self.place.url(path), &[("accept-encoding", encodings)]).await
    }

    async fn ready(&self) {
        let start = Instant::now();
        while !http::get(&self.place.url("/icon.svg")).await.is_ok_and(|reply| reply.status == 200) {
            // The lock must be free before a failure, because dropping the host needs it too.
            let ended = match &mut *self.running.lock().unwrap() {
                Some(Running::Program(child)) => child.try_wait().ok().flatten(),
                _ => None,
            };
            assert!(ended.is_none(), "the host ended by itself with {ended:?}: what it printed is above");
            assert!(start.elapsed() < START, "the host does not answer");
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.stop();
    }
}

fn start(mut command: Command) -> Child {
    let program = command.get_program().to_string_lossy().into_owned();
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn();
    child.unwrap_or_else(|error| panic!("{program} does not start ({error}): run `cargo xtask setup --browser`"))
}

/// Returns a root that has the folder at a prefix, with the same files at any prefix.
fn at_prefix(scratch: &Path, folder: &Path, prefix: &str) -> PathBuf {
    if prefix == "/" {
        return folder.to_owned();
    }
    let root = scratch.join("www");
    let place = root.join(prefix.trim_matches('/'));
    std::fs::create_dir_all(place.parent().expect("it stands in the root")).expect("folders");
    std::os::unix::fs::symlink(folder, place).expect("a link");
    root
}

/// Returns a free port.
pub(super) fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("an address").port()
}
