//! One node: its settings, its process, and what it is told.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;

use super::super::host::free_port;

/// The nodes know each other by it; it is a secret of one test.
const SECRET: &str = "6f6e6520736563726574206f66206f6e652074657374206f6e6c792121212121";

/// A node.
pub(super) struct Node {
    /// Its port for websites.
    pub(super) web: u16,
    /// Its port for uploads.
    pub(super) s3: u16,
    config: PathBuf,
    process: Mutex<Option<Child>>,
}

impl Node {
    /// A node that keeps all in a folder.
    pub(super) fn new(room: &Path) -> Self {
        fs::create_dir_all(room).expect("a folder for the node");
        let [rpc, s3, web] = [(); 3].map(|()| free_port());
        let (config, room) = (room.join("garage.toml"), room.display());
        let settings = format!(
            "metadata_dir = \"{room}/meta\"\ndata_dir = \"{room}/data\"\ndb_engine = \"sqlite\"\nreplication_factor = 3\n\
             rpc_bind_addr = \"127.0.0.1:{rpc}\"\nrpc_public_addr = \"127.0.0.1:{rpc}\"\nrpc_secret = \"{SECRET}\"\n\
             [s3_api]\napi_bind_addr = \"127.0.0.1:{s3}\"\ns3_region = \"garage\"\n\
             [s3_web]\nbind_addr = \"127.0.0.1:{web}\"\nroot_domain = \".web.localhost\"\n"
        );
        fs::write(&config, settings).expect("the settings are written");
        Node { web, s3, config, process: Mutex::default() }
    }

    /// From its next start it answers without asking another node whether that knows something newer.
    pub(super) fn ask_nobody(&self) {
        let settings = fs::read_to_string(&self.config).expect("the settings");
        fs::write(&self.config, format!("consistency_mode = \"degraded\"\n{settings}"))
            .expect("the settings are written");
    }

    /// Starts it.
    pub(super) fn start(&self) {
        let log = fs::OpenOptions::new().create(true).append(true).open(self.config.with_extension("log"));
        let mut command = self.command(&["server"]);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log.expect("a log"));
        let child = command.spawn();
        let child =
            child.unwrap_or_else(|error| panic!("garage does not start ({error}): `cargo xtask deploy-test --store`"));
        *self.process.lock().unwrap() = Some(child);
    }

    /// Ends it at once.
    pub(super) fn kill(&self) {
        if let Some(mut child) = self.process.lock().unwrap().take() {
            child.kill().ok();
            child.wait().ok();
        }
    }

    /// What it answers to a command of an operator.
    pub(super) fn told(&self, arguments: &[&str]) -> Result<String, String> {
        let output = self.command(arguments).output().map_err(|error| error.to_string())?;
        let [told, complained] = [output.stdout, output.stderr].map(|it| String::from_utf8_lossy(&it).into_owned());
        if output.status.success() { Ok(told) } else { Err(complained) }
    }

    /// The same, where nothing else than an answer will do.
    pub(super) fn tell(&self, arguments: &[&str]) -> String {
        self.told(arguments).unwrap_or_else(|complained| panic!("garage {arguments:?}: {complained}"))
    }

    /// Whether it waits for nothing that another node has.
    pub(super) fn is_in_step(&self) -> bool {
        let Ok(workers) = self.told(&["worker", "list", "--busy"]) else { return false };
        // A heading, and a line for each that is busy.
        workers.lines().filter(|line| line.contains("Busy")).count() == 0
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new("garage");
        command.arg("-c").arg(&self.config).args(arguments);
        // Where it is not asked to, it tells of each request.
        command.env("RUST_LOG", "garage=warn");
        command
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.kill();
    }
}
