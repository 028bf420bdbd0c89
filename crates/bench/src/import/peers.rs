//! Reads pages by other programs, which know nothing of the sites either: trafilatura, from PyPI, and Readability, from npm.

use investchn_tooling::told;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use investchn_tooling::{process, tools};
use serde::Deserialize;

use super::score::ReadPage;

/// The folder of the scripts.
const FOLDER: &str = "bench/import";

/// The folder of Python's packages.
const PACKAGES: &str = "target/bench/python";

/// The parts of a page, as a script prints them.
#[derive(Deserialize)]
struct PeerPage {
    title: Option<String>,
    date: Option<String>,
    body: Vec<String>,
}

/// Reads pages by trafilatura.
pub(super) fn trafilatura(files: &[&Path]) -> Result<Vec<ReadPage>> {
    if !Path::new(PACKAGES).join("trafilatura").is_dir() {
        let requirements = [FOLDER, "/requirements.txt"].concat();
        let arguments = ["-m", "pip", "install", "--quiet", "--target", PACKAGES, "--requirement", &requirements];
        process::run(&mut process::command("python3", arguments)?)?;
    }
    let mut command = process::command("python3", [[FOLDER, "/trafilatura_pages.py"].concat()])?;
    command.env("PYTHONPATH", PACKAGES);
    read(&mut command, files)
}

/// Reads pages by Readability.
pub(super) fn readability(files: &[&Path]) -> Result<Vec<ReadPage>> {
    tools::npm::packages(Path::new(FOLDER))?;
    read(&mut process::command("node", [[FOLDER, "/readability.js"].concat()])?, files)
}

fn read(command: &mut Command, files: &[&Path]) -> Result<Vec<ReadPage>> {
    let output = command.args(files).output().with_context(|| process::shown(command))?;
    ensure!(
        output.status.success(),
        told!(
            zh "{} 失败：{}",
            en "{} failed: {}",
            process::shown(command),
            String::from_utf8_lossy(&output.stderr)
        )
    );
    let mut pages: HashMap<PathBuf, PeerPage> = serde_json::from_slice(&output.stdout)?;
    let read = |file: &&Path| {
        let PeerPage { title, date, body } =
            pages.remove(*file).with_context(|| told!(zh "输出中缺少一页", en "a page is missing in the output"))?;
        Ok(ReadPage { title, date, source: None, body, asides: Vec::new(), draft: false })
    };
    files.iter().map(read).collect()
}
