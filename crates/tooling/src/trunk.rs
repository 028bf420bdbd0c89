//! Runs Trunk offline, so that the same sources make the same app in every folder and on every machine.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result};

use investchn_localized::Lang;

use crate::language::language;
use crate::{process, told, workspace};

const SETTINGS: &str = "Trunk.toml";

/// Prepares Trunk with the installed tools and without network access.
pub fn command<S: AsRef<OsStr>>(verb: &str, arguments: impl IntoIterator<Item = S>) -> Result<Command> {
    let mut command = process::command("trunk", [verb, "--offline"])?;
    command.args(arguments);
    // Trunk reads this variable as the value of its own flag and accepts only `true` and `false`; by convention any value means
    // yes.
    if env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        command.env("NO_COLOR", "true");
    }
    // Trunk's hooks are commands of this project, which take the language from the environment.
    command.env_remove("LC_ALL").env(
        "LC_MESSAGES",
        match language() {
            Lang::Zh => "zh_CN.UTF-8",
            Lang::En => "en_US.UTF-8",
        },
    );
    if let Some(home) = process::cargo_home() {
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_paths(&home).join(" "));
        hide_repository(&mut command, &home);
    }
    Ok(command)
}

/// Returns the files and folders that Trunk.toml lists for a rebuild.
pub fn watched() -> Result<Vec<PathBuf>> {
    let settings: toml::Table = workspace::read(SETTINGS)?
        .parse()
        .with_context(|| told!(zh "{SETTINGS} 不是 TOML", en "{SETTINGS} is no TOML"))?;
    let watch = settings.get("watch").and_then(|watch| watch.get("watch")).and_then(toml::Value::as_array);
    let paths = watch.with_context(
        || told!(zh "{SETTINGS} 的 [watch] 中没有列表 `watch`", en "{SETTINGS} has no list `watch` in [watch]"),
    )?;
    Ok(paths.iter().filter_map(toml::Value::as_str).map(PathBuf::from).collect())
}

/// Returns flags that replace the folders of this machine's crates. Panic messages contain the names of source files and
/// readers download them, so the app would otherwise differ from machine to machine.
fn without_paths(cargo_home: &Path) -> Vec<String> {
    let registries = fs::read_dir(cargo_home.join("registry/src")).into_iter().flatten().flatten();
    let folders: Vec<PathBuf> = registries.map(|entry| entry.path()).collect();
    // Flags are separated by spaces, so a folder with a space in its name would become two flags.
    let plain =
        folders.iter().filter_map(|folder| folder.to_str()).filter(|folder| !folder.contains(char::is_whitespace));
    plain.map(|folder| format!("--remap-path-prefix={folder}=crates")).collect()
}

/// Hides the Git repository around Cargo's home from the build scripts of crates. The one of wasm-bindgen-shared compiles the
/// commit that it finds into every exported function, so where Cargo's home is inside this project's clone, as in a cache of CI,
/// each commit would make another app.
fn hide_repository(command: &mut Command, cargo_home: &Path) {
    command.env("GIT_CEILING_DIRECTORIES", cargo_home);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_script_finds_no_commit_around_cargos_home() {
        let clone = tempfile::tempdir().unwrap();
        let home = clone.path().join("cache/cargo");
        let package = home.join("registry/src/registry/wasm-bindgen-shared");
        fs::create_dir_all(&package).unwrap();
        let git = |folder: &Path, arguments: &[&str]| {
            let mut git = Command::new("git");
            git.current_dir(folder).args(["-c", "user.name=a", "-c", "user.email=a@example.com"]).args(arguments);
            git
        };
        for arguments in [&["init", "-q"][..], &["commit", "-q", "--allow-empty", "-m", "first"]] {
            assert!(git(clone.path(), arguments).status().unwrap().success());
        }
        let mut commit = git(&package, &["rev-parse", "HEAD"]);
        assert!(commit.output().unwrap().status.success(), "the package is not inside the repository");
        hide_repository(&mut commit, &home);
        assert!(!commit.output().unwrap().status.success());
    }
}
