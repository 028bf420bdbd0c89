//! The repository: its root, its paths, its lock file, and functions that read and write files with their names in errors.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::told;

/// The folder of Trunk's output, as set in Trunk.toml.
pub const APP_DIR: &str = "target/trunk";
/// The folder of the portal's sources.
pub const CONTENT_DIR: &str = "content";

/// Changes to the root of the repository, because all other paths are relative to it.
pub fn enter() -> Result<()> {
    let root = root()?;
    std::env::set_current_dir(&root)
        .with_context(|| told!(zh "无法进入文件夹 {}", en "the folder {} cannot be entered", root.display()))
}

/// Finds the root of the repository. Starts at the package's folder, which Cargo sets when it runs a program, or else at the
/// current folder.
fn root() -> Result<PathBuf> {
    let start = match std::env::var_os("CARGO_MANIFEST_DIR") {
        Some(package) => PathBuf::from(package),
        None => std::env::current_dir().context(told!(zh "当前文件夹已不存在", en "the current folder is gone"))?,
    };
    for folder in start.ancestors() {
        if folder.join("Trunk.toml").is_file() && folder.join("Cargo.toml").is_file() {
            return Ok(folder.to_path_buf());
        }
    }
    bail!(told!(
        zh "{} 之上没有同时含 Cargo.toml 和 Trunk.toml 的文件夹：在代码库中运行",
        en "no folder with Cargo.toml and Trunk.toml above {}: run this inside the repository",
        start.display()
    ))
}

/// Makes a path absolute, for a program that runs in another folder.
pub fn absolute(path: &Path) -> Result<PathBuf> {
    std::path::absolute(path)
        .with_context(|| told!(zh "无法求出 {} 的绝对路径", en "{} cannot be made absolute", path.display()))
}

/// Returns the version of a package in Cargo.lock.
pub fn locked_version(package: &str) -> Result<String> {
    let text = read("Cargo.lock")?;
    version_in_lock(&text, package).with_context(|| {
        told!(
            zh "Cargo.lock 中没有 `{package}`：运行一次 `cargo metadata` 重写这个文件",
            en "Cargo.lock has no package `{package}`: run `cargo metadata` once to write it anew"
        )
    })
}

fn version_in_lock(lock: &str, package: &str) -> Option<String> {
    let lock: toml::Table = lock.parse().ok()?;
    let packages = lock.get("package")?.as_array()?;
    let found = packages.iter().find(|entry| entry.get("name").and_then(toml::Value::as_str) == Some(package))?;
    found.get("version")?.as_str().map(str::to_owned)
}

/// Reads a text file. The error names the file.
pub fn read(path: impl AsRef<Path>) -> Result<String> {
    let path = path.as_ref();
    std::fs::read_to_string(path).with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", path.display()))
}

/// Writes a file. The error names the file.
pub fn write(path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) -> Result<()> {
    let path = path.as_ref();
    std::fs::write(path, bytes).with_context(|| told!(zh "无法写入 {}", en "{} cannot be written", path.display()))
}

/// Removes a folder and everything in it, if it exists.
pub fn remove(folder: &Path) -> Result<()> {
    match std::fs::remove_dir_all(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| told!(zh "无法删除 {}", en "{} cannot be removed", folder.display()))
        }
        _ => Ok(()),
    }
}

/// Returns the wasm features that the compiler may use, as flags of `wasm-opt`. index.html has them for Trunk.
pub fn wasm_features() -> Result<String> {
    let page = read("index.html")?;
    let features = page.split_once("data-wasm-opt-params=\"").and_then(|(_, rest)| rest.split_once('"'));
    Ok(features
        .context(told!(zh "index.html 中没有 data-wasm-opt-params", en "index.html has no data-wasm-opt-params"))?
        .0
        .to_owned())
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
