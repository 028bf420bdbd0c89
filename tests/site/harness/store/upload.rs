//! Uploads by the script for operators, and a comparison of the bucket with a site.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use investchn_publish::{Host, Mount, host_config};

use super::{BUCKET, Store};

/// The way by which files are uploaded and read.
#[derive(Clone, Copy)]
pub(crate) enum Through {
    /// Through one of the nodes.
    Node(usize),
    /// Through the host in front of them.
    Front,
}

/// Result of an upload.
pub(crate) struct Upload {
    /// Number of files.
    pub(crate) files: usize,
    /// Their size in bytes.
    pub(crate) bytes: u64,
    /// Number of files that needed more than one try.
    pub(crate) again: usize,
    /// Duration of the upload.
    pub(crate) took: Duration,
    /// True if the script ran to its end.
    pub(crate) is_whole: bool,
}

impl Store {
    /// Uploads the files in the lists beside a site. `goes_on` is called with the number of files after each one; false kills the
    /// upload.
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
                    // The script's whole process group.
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

    /// Returns the files that differ between a site and the bucket, are missing in the bucket, or exist only there.
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

    /// Configures the remote `garage` that the script expects.
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
        // With this certificate bundle rclone fails, even on plain HTTP.
        command.env_remove("AWS_CA_BUNDLE");
    }
}

/// Parses the file name from a line that reports a copied file.
fn copied(line: &str) -> Option<&str> {
    let (_, told) = line.split_once("INFO  : ")?;
    Some(told.split_once(": Copied (")?.0)
}
