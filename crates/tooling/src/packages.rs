//! The packages of this repository and their dependencies on each other, as `cargo metadata` reports them.

use std::path::{Path, PathBuf};

use crate::{process, told};
use anyhow::{Context, Result, ensure};
use serde::Deserialize;

/// The manifests of all workspaces; the fuzz targets have a separate one.
const WORKSPACES: [&str; 2] = ["Cargo.toml", "fuzz/Cargo.toml"];

/// The crates that use no file, network or process. They also compile for the browser, where an editor will use them.
pub const PURE: [&str; 20] = [
    "investchn-localized",
    "investchn-model",
    "investchn-artifacts",
    "investchn-navigation",
    "investchn-text",
    "investchn-messages",
    "investchn-markup",
    "investchn-diagnostics",
    "investchn-digest",
    "investchn-sources",
    "investchn-markdown",
    "investchn-mending",
    "investchn-lint",
    "investchn-register",
    "investchn-search",
    "investchn-csv",
    "investchn-files",
    "investchn-zones",
    "investchn-figures",
    "investchn-edition",
];

/// A package of this repository.
#[derive(Debug, Deserialize)]
pub struct Package {
    /// The name.
    pub name: String,
    manifest_path: PathBuf,
    dependencies: Vec<Dependency>,
}

/// A dependency for any target, optional or not.
#[derive(Debug, Deserialize)]
pub struct Dependency {
    /// The name.
    pub name: String,
    kind: Option<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

impl Package {
    /// Returns the package's folder relative to the root of the repository; empty for the app, whose package is in the root.
    pub fn folder(&self) -> String {
        let root = std::env::current_dir().unwrap_or_default();
        let folder = self.manifest_path.parent().unwrap_or(Path::new(""));
        folder.strip_prefix(root).unwrap_or(folder).to_string_lossy().replace('\\', "/")
    }

    /// Returns a path inside the package, relative to the root of the repository.
    pub fn path(&self, inside: &str) -> String {
        let folder = self.folder();
        if folder.is_empty() { inside.to_owned() } else { format!("{folder}/{inside}") }
    }

    /// Returns the names of the ordinary and build dependencies.
    pub fn dependencies(&self) -> impl Iterator<Item = &str> {
        self.dependencies.iter().filter(|it| !it.is_for_tests()).map(|it| it.name.as_str())
    }

    /// Returns the names of the dependencies of its tests.
    pub fn test_dependencies(&self) -> impl Iterator<Item = &str> {
        self.dependencies.iter().filter(|it| it.is_for_tests()).map(|it| it.name.as_str())
    }
}

impl Dependency {
    fn is_for_tests(&self) -> bool {
        self.kind.as_deref() == Some("dev")
    }
}

/// Reads every package, sorted by name.
pub fn read() -> Result<Vec<Package>> {
    let mut packages = Vec::new();
    for manifest in WORKSPACES {
        let arguments = ["metadata", "--no-deps", "--format-version", "1", "--manifest-path", manifest];
        let output = process::command("cargo", arguments)?
            .output()
            .with_context(|| told!(zh "无法启动 cargo", en "cargo could not be started"))?;
        ensure!(
            output.status.success(),
            told!(
                zh "无法读取 {manifest}：{}",
                en "{manifest} cannot be read: {}",
                String::from_utf8_lossy(&output.stderr)
            )
        );
        packages.extend(parse(&output.stdout)?);
    }
    packages.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(packages)
}

/// Parses the output of `cargo metadata`.
pub fn parse(json: &[u8]) -> Result<Vec<Package>> {
    let metadata: Metadata = serde_json::from_slice(json)
        .with_context(|| told!(zh "`cargo metadata` 的输出无法识别", en "`cargo metadata` prints something else"))?;
    Ok(metadata.packages)
}
