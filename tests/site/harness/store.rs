//! A store of three nodes of Garage on this machine, each file on each of them, set up as `host/garage.sh` says. It owns the nodes and
//! the bucket; what is put there is `upload`'s, and what reads there is a `Host` in front of the nodes.

mod node;
mod upload;

use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::host::{Front, HostKind, free_port};
use node::Node;
pub(crate) use upload::{Through, Upload};

/// The bucket with the portal.
const BUCKET: &str = "portal";

/// How long a node, or what it holds, may take to be there.
const PATIENCE: Duration = Duration::from_secs(120);

/// The nodes.
pub(crate) struct Store {
    nodes: [Node; 3],
    key: Key,
    /// Where what stands in front takes uploads.
    uploads: u16,
    _room: TempDir,
}

/// Who may write.
struct Key {
    id: String,
    secret: String,
}

impl Store {
    /// Starts the nodes and makes them one store with a bucket that is a website.
    pub(crate) async fn start() -> Self {
        let room = tempfile::tempdir().expect("a folder for the nodes");
        let nodes = [0, 1, 2].map(|number| Node::new(&room.path().join(number.to_string())));
        for node in &nodes {
            node.start();
        }
        for node in &nodes {
            until("a node answers", || node.told(&["status"]).is_ok()).await;
        }
        let names: Vec<String> = nodes.iter().map(|node| node.tell(&["node", "id", "-q"]).trim().to_owned()).collect();
        let first = &nodes[0];
        for (number, name) in names.iter().enumerate() {
            if number > 0 {
                first.tell(&["node", "connect", name]);
            }
            let (id, _) = name.split_once('@').expect("a node's name has its place");
            first.tell(&["layout", "assign", "-z", &format!("zone{number}"), "-c", "10G", id]);
        }
        first.tell(&["layout", "apply", "--version", "1"]);
        until("the nodes are one store", || first.told(&["key", "list"]).is_ok()).await;
        let made = first.tell(&["key", "create", "upload"]);
        let line = |name: &str| {
            let value = made.lines().find_map(|line| line.strip_prefix(name));
            value.unwrap_or_else(|| panic!("no {name} in\n{made}")).trim().to_owned()
        };
        let key = Key { id: line("Key ID:"), secret: line("Secret key:") };
        first.tell(&["bucket", "create", BUCKET]);
        first.tell(&["bucket", "website", "--allow", "-i", "index.html", "-e", "404.html", BUCKET]);
        first.tell(&["bucket", "allow", "--read", "--write", BUCKET, "--key", "upload"]);
        Store { nodes, key, uploads: free_port(), _room: room }
    }

    /// What stands in front of the nodes for readers.
    pub(crate) fn front(&self) -> HostKind {
        let [websites, stores] =
            [|node: &Node| node.web, |node: &Node| node.s3].map(|port| self.nodes.each_ref().map(port));
        HostKind::Front(Front { websites, stores, uploads: self.uploads, bucket: BUCKET })
    }

    /// The number of files, and their size, as the store tells it.
    pub(crate) fn holds(&self) -> String {
        let told = self.nodes[0].tell(&["bucket", "info", BUCKET]);
        let lines = told.lines().filter(|line| line.starts_with("Objects:") || line.starts_with("Size:"));
        let words: Vec<String> = lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        words.join(", ")
    }

    /// Ends a node at once, as when its power fails.
    pub(crate) fn kill(&self, number: usize) {
        self.nodes[number].kill();
    }

    /// Ends all nodes but one, which answers by itself then: of what it has alone.
    pub(crate) async fn leave_alone(&self, number: usize) {
        self.nodes.iter().for_each(Node::kill);
        let node = &self.nodes[number];
        node.ask_nobody();
        node.start();
        until("the node answers", || node.told(&["status"]).is_ok()).await;
    }

    /// Starts a node again, and waits until it has what was written without it.
    pub(crate) async fn bring_back(&self, number: usize) {
        let node = &self.nodes[number];
        node.start();
        until("the node answers", || node.told(&["status"]).is_ok()).await;
        until("the nodes see each other", || {
            let seen = |node: &Node| node.told(&["status"]).is_ok_and(|told| !told.contains("FAILED NODES"));
            self.nodes.iter().all(seen)
        })
        .await;
        // What was written meanwhile comes by itself, by and by; an operator can ask for it at once.
        for node in &self.nodes {
            node.tell(&["repair", "--yes", "tables"]);
            node.tell(&["repair", "--yes", "blocks"]);
        }
        until("the node has all", || self.nodes.iter().all(Node::is_in_step)).await;
    }
}

async fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < PATIENCE, "waited {PATIENCE:?} until {what}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}
