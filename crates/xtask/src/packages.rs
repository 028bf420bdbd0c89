//! The packages of this repository and their dependencies on each other, as `cargo metadata` reports them.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use investchn_tooling::process;
use serde::Deserialize;

/// The manifests of all workspaces; the fuzz targets have one of their own.
const WORKSPACES: [&str; 2] = ["Cargo.toml", "fuzz/Cargo.toml"];

/// The crates that compute and touch nothing: they compile for the browser too, where an editor's desk will run them.
pub(crate) const PURE: [&str; 8] = [
    "investchn-model",
    "investchn-text",
    "investchn-messages",
    "investchn-markup",
    "investchn-diagnostics",
    "investchn-digest",
    "investchn-sources",
    "investchn-lint",
];

/// A package of this repository.
#[derive(Debug, Deserialize)]
pub(crate) struct Package {
    pub(crate) name: String,
    manifest_path: PathBuf,
    dependencies: Vec<Dependency>,
}

/// A dependency of any target, whether optional or not.
#[derive(Debug, Deserialize)]
pub(crate) struct Dependency {
    pub(crate) name: String,
    kind: Option<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

impl Package {
    /// The package's folder, from the root of the repository; empty for the app, which lies in the root.
    pub(crate) fn folder(&self) -> String {
        let root = std::env::current_dir().unwrap_or_default();
        let folder = self.manifest_path.parent().unwrap_or(Path::new(""));
        folder.strip_prefix(root).unwrap_or(folder).to_string_lossy().replace('\\', "/")
    }

    /// A path inside the package, from the root of the repository.
    pub(crate) fn path(&self, inside: &str) -> String {
        let folder = self.folder();
        if folder.is_empty() { inside.to_owned() } else { format!("{folder}/{inside}") }
    }

    /// What the package is built with: ordinary and build dependencies.
    pub(crate) fn dependencies(&self) -> impl Iterator<Item = &str> {
        self.dependencies.iter().filter(|it| !it.is_for_tests()).map(|it| it.name.as_str())
    }

    /// What only its tests are built with.
    pub(crate) fn test_dependencies(&self) -> impl Iterator<Item = &str> {
        self.dependencies.iter().filter(|it| it.is_for_tests()).map(|it| it.name.as_str())
    }
}

impl Dependency {
    fn is_for_tests(&self) -> bool {
        self.kind.as_deref() == Some("dev")
    }
}

/// Reads every package, in the order of their names.
pub(crate) fn read() -> Result<Vec<Package>> {
    let mut packages = Vec::new();
    for manifest in WORKSPACES {
        let arguments = ["metadata", "--no-deps", "--format-version", "1", "--manifest-path", manifest];
        let output = process::command("cargo", arguments)?.output().context("cargo could not be started")?;
        ensure!(output.status.success(), "{manifest} cannot be read: {}", String::from_utf8_lossy(&output.stderr));
        packages.extend(parse(&output.stdout)?);
    }
    packages.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(packages)
}

/// Reads what `cargo metadata` printed.
pub(crate) fn parse(json: &[u8]) -> Result<Vec<Package>> {
    let metadata: Metadata = serde_json::from_slice(json).context("`cargo metadata` prints something else")?;
    Ok(metadata.packages)
}
