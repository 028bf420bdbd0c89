//! Hosts as operators have them: nginx and Caddy by the portal's recipes, Python's plain server, one like GitHub Pages, and Caddy in
//! front of a store. Each is started on a free port for one test, and ended with it. How each is told what to do is in its module.

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

/// How long a host may take to start.
const START: Duration = Duration::from_secs(20);

/// Which host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum HostKind {
    /// nginx by `host/nginx.conf`.
    Nginx,
    /// Caddy by `host/Caddyfile`.
    Caddy,
    /// `python3 -m http.server`.
    Python,
    /// A `404.html` and no headers.
    Pages,
    /// Caddy by `host/garage.Caddyfile`, before nodes that have the portal in a bucket.
    Front(Front),
}

/// What stands behind Caddy, all of it on this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Front {
    /// The nodes' ports for websites.
    pub(crate) websites: [u16; 3],
    /// The nodes' ports for uploads.
    pub(crate) stores: [u16; 3],
    /// Caddy's own port for uploads.
    pub(crate) uploads: u16,
    /// The bucket.
    pub(crate) bucket: &'static str,
}

/// A running host with the portal on it.
pub(crate) struct Host {
    /// Where the portal stands.
    pub(crate) place: Place,
    kind: HostKind,
    portal: Mount,
    running: Mutex<Option<Running>>,
    room: TempDir,
}

enum Running {
    Program(Child),
    Task(JoinHandle<()>),
}

impl Host {
    /// Starts a host that has the folder at `prefix`.
    pub(crate) async fn start(kind: HostKind, folder: &Path, prefix: &str) -> Self {
        let room = tempfile::tempdir().expect("a folder for the host");
        let root = at_prefix(room.path(), folder, prefix);
        let port = free_port();
        let place = Place::new(port, prefix);
        let listen = format!("127.0.0.1:{port}");
        let portal = Mount { base: prefix.to_owned(), root, listen };
        let host = Host { place, kind, portal, running: Mutex::default(), room };
        host.go_on().await;
        host
    }

    /// Answers nobody, until it goes on.
    pub(crate) fn stop(&self) {
        match self.running.lock().unwrap().take() {
            Some(Running::Program(mut child)) => {
                // It may have ended by itself; there is nobody left to tell.
                child.kill().ok();
                child.wait().ok();
            }
            Some(Running::Task(task)) => task.abort(),
            None => {}
        }
    }

    /// Answers, from now on or again.
    pub(crate) async fn go_on(&self) {
        let Host { kind, portal, room, .. } = self;
        let port = portal.listen.rsplit_once(':').unwrap().1.parse().unwrap();
        let running = match kind {
            HostKind::Nginx => Running::Program(start(nginx::command(room.path(), portal))),
            HostKind::Caddy => Running::Program(start(caddy::command(room.path(), portal))),
            HostKind::Front(front) => Running::Program(start(caddy::in_front(room.path(), portal, front))),
            HostKind::Python => Running::Program(start(python::command(&portal.root, port))),
            HostKind::Pages => Running::Task(pages::serve(portal.root.clone(), &portal.base, port).await),
        };
        *self.running.lock().unwrap() = Some(running);
        self.ready().await;
    }

    /// Whether it sends the compressed twins that lie beside the files.
    pub(crate) fn has_twins(&self) -> bool {
        !matches!(self.kind, HostKind::Front(_))
    }

    /// Asks for a path without a browser; redirects are not followed.
    pub(crate) async fn get(&self, path: &str, encodings: &str) -> http::Reply {
        self.try_get(path, encodings).await.unwrap_or_else(|error| panic!("{error}"))
    }

    /// Asks for a path of the host itself, wherever the portal stands on it. It is sent as it is written.
    pub(crate) async fn get_of_host(&self, path: &str) -> http::Reply {
        http::get(&[&self.place.origin, path].concat()).await.unwrap_or_else(|error| panic!("{error}"))
    }

    /// As `get`, where there may be no answer.
    pub(crate) async fn try_get(&self, path: &str, encodings: &str) -> Result<http::Reply, String> {
        http::get_with(&self.place.url(path), &[("accept-encoding", encodings)]).await
    }

    async fn ready(&self) {
        let start = Instant::now();
        while !http::get(&self.place.url("/icon.svg")).await.is_ok_and(|reply| reply.status == 200) {
            // Not inside the lock, which ending the host needs too.
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

/// A root that has the folder at a prefix: the very same bytes, wherever they stand.
fn at_prefix(room: &Path, folder: &Path, prefix: &str) -> PathBuf {
    if prefix == "/" {
        return folder.to_owned();
    }
    let root = room.join("www");
    let place = root.join(prefix.trim_matches('/'));
    std::fs::create_dir_all(place.parent().expect("it stands in the root")).expect("folders");
    std::os::unix::fs::symlink(folder, place).expect("a link");
    root
}

/// A port that nobody has.
pub(super) fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    listener.local_addr().expect("an address").port()
}
