//! One node: its settings, its process, and commands to it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;

use super::super::host::free_port;

/// Shared secret by which the nodes recognise each other; used by these tests only.
const SECRET: &str = "6f6e6520736563726574206f66206f6e652074657374206f6e6c792121212121";

/// A node of the store.
pub(super) struct Node {
    /// Port for websites.
    pub(super) web: u16,
    /// Port for uploads.
    pub(super) s3: u16,
    config: PathBuf,
    process: Mutex<Option<Child>>,
}

impl Node {
    /// Prepares a node that keeps all its data in a folder.
    pub(super) fn new(scratch: &Path) -> Self {
        fs::create_dir_all(scratch).expect("a folder for the node");
        let [rpc, s3, web] = [(); 3].map(|()| free_port());
        let (config, scratch) = (scratch.join("garage.toml"), scratch.display());
        let settings = format!(
            "metadata_dir = \"{scratch}/meta\"\ndata_dir = \"{scratch}/data\"\ndb_engine = \"sqlite\"\nreplication_factor = 3\n\
             rpc_bind_addr = \"127.0.0.1:{rpc}\"\nrpc_public_addr = \"127.0.0.1:{rpc}\"\nrpc_secret = \"{SECRET}\"\n\
             [s3_api]\napi_bind_addr = \"127.0.0.1:{s3}\"\ns3_region = \"garage\"\n\
             [s3_web]\nbind_addr = \"127.0.0.1:{web}\"\nroot_domain = \".web.localhost\"\n"
        );
        fs::write(&config, settings).expect("the settings are written");
        Node { web, s3, config, process: Mutex::default() }
    }

    /// Makes the node answer, from its next start, without asking other nodes for newer data.
    pub(super) fn answer_alone(&self) {
        let settings = fs::read_to_string(&self.config).expect("the settings");
        fs::write(&self.config, format!("consistency_mode = \"degraded\"\n{settings}"))
            .expect("the settings are written");
    }

    /// Starts the node.
    pub(super) fn start(&self) {
        let log = fs::OpenOptions::new().create(true).append(true).open(self.config.with_extension("log"));
        let mut command = self.command(&["server"]);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log.expect("a log"));
        let child = command.spawn();
        let child =
            child.unwrap_or_else(|error| panic!("garage does not start ({error}): `cargo xtask deploy-test --store`"));
        *self.process.lock().unwrap() = Some(child);
    }

    /// Kills the node.
    pub(super) fn kill(&self) {
        if let Some(mut child) = self.process.lock().unwrap().take() {
            child.kill().ok();
            child.wait().ok();
        }
    }

    /// Runs an operator's command on the node, and returns its output, or its error output if it fails.
    pub(super) fn try_run(&self, arguments: &[&str]) -> Result<String, String> {
        let output = self.command(arguments).output().map_err(|error| error.to_string())?;
        let [told, complained] = [output.stdout, output.stderr].map(|it| String::from_utf8_lossy(&it).into_owned());
        if output.status.success() { Ok(told) } else { Err(complained) }
    }

    /// Like `try_run`, but panics if the command fails.
    pub(super) fn run(&self, arguments: &[&str]) -> String {
        self.try_run(arguments).unwrap_or_else(|complained| panic!("garage {arguments:?}: {complained}"))
    }

    /// Returns true if the node has nothing left to copy from other nodes.
    pub(super) fn is_synced(&self) -> bool {
        let Ok(workers) = self.try_run(&["worker", "list", "--busy"]) else { return false };
        // The output has a heading, and a line for each busy worker.
        workers.lines().filter(|line| line.contains("Busy")).count() == 0
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("garage");
        command.arg("-c").arg(&self.config).args(arguments);
        // The default level logs every request.
        command.env("RUST_LOG", "garage=warn");
        command
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.kill();
    }
}
