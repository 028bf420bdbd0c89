//! A store of three Garage nodes on this machine, with every file on each node, set up as `host/garage.sh` says. This module
//! starts the nodes and creates the bucket; `upload` fills it, and a `Host` in front of the nodes serves it.

mod node;
mod upload;

use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::host::{Front, HostKind, free_port};
use node::Node;
pub(crate) use upload::{Through, Upload};

/// The bucket with the portal.
const BUCKET: &str = "portal";

/// Time limit for a node to start, or for its data to arrive.
const PATIENCE: Duration = Duration::from_secs(120);

/// The nodes of a store.
pub(crate) struct Store {
    nodes: [Node; 3],
    key: Key,
    /// Port at which the front accepts uploads.
    uploads: u16,
    _scratch: TempDir,
}

/// Credentials for uploads.
struct Key {
    id: String,
    secret: String,
}

impl Store {
    /// Starts the nodes, joins them into one store, and creates a bucket that is served as a website.
    pub(crate) async fn start() -> Self {
        let scratch = tempfile::tempdir().expect("a folder for the nodes");
        let nodes = [0, 1, 2].map(|number| Node::new(&scratch.path().join(number.to_string())));
        for node in &nodes {
            node.start();
        }
        for node in &nodes {
            until("a node answers", || node.try_run(&["status"]).is_ok()).await;
        }
        let names: Vec<String> = nodes.iter().map(|node| node.run(&["node", "id", "-q"]).trim().to_owned()).collect();
        let first = &nodes[0];
        for (number, name) in names.iter().enumerate() {
            if number > 0 {
                first.run(&["node", "connect", name]);
            }
            let (id, _) = name.split_once('@').expect("a node's name has its place");
            first.run(&["layout", "assign", "-z", &format!("zone{number}"), "-c", "10G", id]);
        }
        first.run(&["layout", "apply", "--version", "1"]);
        until("the nodes are one store", || first.try_run(&["key", "list"]).is_ok()).await;
        let made = first.run(&["key", "create", "upload"]);
        let line = |name: &str| {
            let value = made.lines().find_map(|line| line.strip_prefix(name));
            value.unwrap_or_else(|| panic!("no {name} in\n{made}")).trim().to_owned()
        };
        let key = Key { id: line("Key ID:"), secret: line("Secret key:") };
        first.run(&["bucket", "create", BUCKET]);
        first.run(&["bucket", "website", "--allow", "-i", "index.html", "-e", "404.html", BUCKET]);
        first.run(&["bucket", "allow", "--read", "--write", BUCKET, "--key", "upload"]);
        Store { nodes, key, uploads: free_port(), _scratch: scratch }
    }

    /// Returns the host in front of the nodes.
    pub(crate) fn front(&self) -> HostKind {
        let [websites, stores] =
            [|node: &Node| node.web, |node: &Node| node.s3].map(|port| self.nodes.each_ref().map(port));
        HostKind::Front(Front { websites, stores, uploads: self.uploads, bucket: BUCKET })
    }

    /// Returns the number and the size of the files, as the store reports them.
    pub(crate) fn holds(&self) -> String {
        let told = self.nodes[0].run(&["bucket", "info", BUCKET]);
        let lines = told.lines().filter(|line| line.starts_with("Objects:") || line.starts_with("Size:"));
        let words: Vec<String> = lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        words.join(", ")
    }

    /// Kills a node, as a power failure would.
    pub(crate) fn kill(&self, number: usize) {
        self.nodes[number].kill();
    }

    /// Kills all nodes but one, which then answers alone from its own data.
    pub(crate) async fn leave_alone(&self, number: usize) {
        self.nodes.iter().for_each(Node::kill);
        let node = &self.nodes[number];
        node.answer_alone();
        node.start();
        until("the node answers", || node.try_run(&["status"]).is_ok()).await;
    }

    /// Restarts a node, and waits until it has everything that was written without it.
    pub(crate) async fn bring_back(&self, number: usize) {
        let node = &self.nodes[number];
        node.start();
        until("the node answers", || node.try_run(&["status"]).is_ok()).await;
        until("the nodes see each other", || {
            let seen = |node: &Node| node.try_run(&["status"]).is_ok_and(|told| !told.contains("FAILED NODES"));
            self.nodes.iter().all(seen)
        })
        .await;
        // The nodes synchronise by themselves, but slowly; an operator can request it at once.
        for node in &self.nodes {
            node.run(&["repair", "--yes", "tables"]);
            node.run(&["repair", "--yes", "blocks"]);
        }
        until("the node has all", || self.nodes.iter().all(Node::is_synced)).await;
    }
}

async fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let start = Instant::now();
    while !is_so() {
        assert!(start.elapsed() < PATIENCE, "waited {PATIENCE:?} until {what}");
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}
