//! Runs Trunk offline, with flags that keep paths of this machine out of the app.

use std::ffi::OsStr;
use std::path::PathBuf;
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
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_paths().join(" "));
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
fn without_paths() -> Vec<String> {
    let sources = process::cargo_home().map(|home| home.join("registry/src"));
    let registries = sources.and_then(|folder| fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    let folders: Vec<PathBuf> = registries.map(|entry| entry.path()).collect();
    // Flags are separated by spaces, so a folder with a space in its name would become two flags.
    let plain =
        folders.iter().filter_map(|folder| folder.to_str()).filter(|folder| !folder.contains(char::is_whitespace));
    plain.map(|folder| format!("--remap-path-prefix={folder}=crates")).collect()
}
