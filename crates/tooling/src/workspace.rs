//! The repository: its root, its paths, its lock file, and reading and writing files with their names in the errors.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Where Trunk builds the app, as Trunk.toml says.
pub const APP_DIR: &str = "target/trunk";
/// The sources of the portal.
pub const CONTENT_DIR: &str = "content";

/// Goes to the root of the repository, so that every other path here can be relative to it.
pub fn enter() -> Result<()> {
    let root = root()?;
    std::env::set_current_dir(&root).with_context(|| format!("the folder {} cannot be entered", root.display()))
}

/// Cargo names the package's folder when it runs the program; without Cargo the search starts where the caller stands.
fn root() -> Result<PathBuf> {
    let start = match std::env::var_os("CARGO_MANIFEST_DIR") {
        Some(package) => PathBuf::from(package),
        None => std::env::current_dir().context("the current folder is gone")?,
    };
    for folder in start.ancestors() {
        if folder.join("Trunk.toml").is_file() && folder.join("Cargo.toml").is_file() {
            return Ok(folder.to_path_buf());
        }
    }
    bail!("no folder with Cargo.toml and Trunk.toml above {}: run this inside the repository", start.display())
}

/// The version of a package that Cargo.lock settled on.
pub fn locked_version(package: &str) -> Result<String> {
    let text = read("Cargo.lock")?;
    version_in_lock(&text, package)
        .with_context(|| format!("Cargo.lock has no package `{package}`: run `cargo metadata` once to write it anew"))
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let lock: toml::Table = lock.parse().ok()?;
    let packages = lock.get("package")?.as_array()?;
    let found = packages.iter().find(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))?;
    found.get("version")?.as_str().map(str::to_owned)
}

/// A text file of the repository, with its name in the error.
pub fn read(path: impl AsRef<Path>) -> Result<String> {
    let path = path.as_ref();
    std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// Writes a file, with its name in the error.
pub fn write(path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) -> Result<()> {
    let path = path.as_ref();
    std::fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
}

/// Removes a folder with all that is in it; a folder that is not there is no error.
pub fn remove(folder: &Path) -> Result<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} cannot be removed", folder.display()))
        }
        _ => Ok(()),
    }
}

/// The features that the compiler may use in the wasm, as `wasm-opt` is told them: those that index.html has for Trunk.
pub fn wasm_features() -> Result<String> {
    let page = read("index.html")?;
    let features = page.split_once("data-wasm-opt-params=\"").and_then(|(_, rest)| rest.split_once('"'));
    Ok(features.context("index.html has no data-wasm-opt-params")?.0.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_read_from_the_lock_file() {
        let lock = "version = 4\n[[package]]\nname = \"a\"\nversion = \"1.2.3\"\n[[package]]\nname = \"b\"\nversion = \"0.1.0\"\n";
        assert_eq!(version_in_lock(lock, "b").as_deref(), Some("0.1.0"));
        assert_eq!(version_in_lock(lock, "c"), None);
    }
}
