//! Uploads by the script that operators are given, and a comparison of what is there.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use investchn_publish::{Host, Mount, host_config};

use super::{BUCKET, Store};

/// Which way files go into the store, and come out of it.
#[derive(Clone, Copy)]
pub(crate) enum Through {
    /// One of the nodes.
    Node(usize),
    /// What stands in front of them.
    Front,
}

/// What an upload moved.
pub(crate) struct Upload {
    /// Files.
    pub(crate) files: usize,
    /// Their bytes.
    pub(crate) bytes: u64,
    /// How many did not arrive at the first try.
    pub(crate) again: usize,
    /// How long it took.
    pub(crate) took: Duration,
    /// Whether the script came to its end.
    pub(crate) is_whole: bool,
}

impl Store {
    /// Uploads what the lists beside a site name. `goes_on` hears after each file how many there were, and may stop it at once.
    pub(crate) fn upload(
        &self,
        site: &Path,
        through: Through,
        publisher: &Path,
        mut goes_on: impl FnMut(usize) -> bool,
    ) -> Upload {
        let begun = Instant::now();
        let script = site.with_extension("garage.sh");
        std::fs::write(&script, host_config(Host::Garage, &Mount::default())).expect("the script is written");
        let path = std::env::var("PATH").unwrap_or_default();
        let mut command = Command::new("sh");
        command.arg(script).env("SITE", site).env("BUCKET", BUCKET);
        command.env("PATH", format!("{}:{path}", publisher.parent().expect("a folder").display()));
        self.as_remote(&mut command, through);
        let mut child = command.process_group(0).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("a shell");
        let mut upload = Upload { files: 0, bytes: 0, again: 0, took: Duration::ZERO, is_whole: false };
        for line in BufReader::new(child.stderr.take().expect("it is piped")).lines().map_while(Result::ok) {
            if let Some(name) = copied(&line) {
                upload.files += 1;
                upload.bytes += site.join(name).metadata().expect("it is there").len();
                if !goes_on(upload.files) {
                    // All of its processes.
                    let group = format!("-{}", child.id());
                    Command::new("kill").args(["-KILL", "--", &group]).status().expect("kill");
                    break;
                }
            } else if line.contains(": Failed to copy") {
                upload.again += 1;
            }
        }
        upload.is_whole = child.wait().expect("it ends").success();
        upload.took = begun.elapsed();
        upload
    }

    /// The files of a site that the bucket has otherwise, or has not, or has beside them, as one of the nodes tells it.
    pub(crate) fn differences(&self, site: &Path, through: Through) -> Vec<String> {
        let mut command = Command::new("rclone");
        command.args(["check", "--checksum", "--fast-list", "--combined", "-", "--checkers", "16"]);
        command.arg(site).arg(format!("garage:{BUCKET}"));
        self.as_remote(&mut command, through);
        let output = command.env("RCLONE_LOG_LEVEL", "ERROR").output().expect("rclone");
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(told.lines().any(|line| line.starts_with("= ")), "{}", String::from_utf8_lossy(&output.stderr));
        told.lines().filter(|line| !line.starts_with("= ")).map(str::to_owned).collect()
    }

    /// The remote `garage`, as the script wants it.
    fn as_remote(&self, command: &mut Command, through: Through) {
        let port = match through {
            Through::Node(number) => self.nodes[number].s3,
            Through::Front => self.uploads,
        };
        let endpoint = format!("http://127.0.0.1:{port}");
        let settings = [
            ("CONFIG_GARAGE_TYPE", "s3"),
            ("CONFIG_GARAGE_PROVIDER", "Other"),
            ("CONFIG_GARAGE_REGION", "garage"),
            ("CONFIG_GARAGE_ENDPOINT", &endpoint),
            ("CONFIG_GARAGE_ACCESS_KEY_ID", &self.key.id),
            ("CONFIG_GARAGE_SECRET_ACCESS_KEY", &self.key.secret),
            ("S3_NO_HEAD", "true"),
            ("S3_NO_CHECK_BUCKET", "true"),
            ("LOG_LEVEL", "INFO"),
            ("STATS", "0"),
        ];
        command.envs(settings.map(|(name, value)| (format!("RCLONE_{name}"), value)));
        // With a bundle of certificates rclone reaches nothing, not even by plain HTTP.
        command.env_remove("AWS_CA_BUNDLE");
    }
}

/// The file of a line that says one was copied.
fn copied(line: &str) -> Option<&str> {
    let (_, told) = line.split_once("INFO  : ")?;
    Some(told.split_once(": Copied (")?.0)
}
