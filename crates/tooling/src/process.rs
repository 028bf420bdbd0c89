//! Runs other programs with the search path of this project, and adds their names to errors.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::{env, path};

use anyhow::{Context, Result, bail};

use crate::told;
use crate::tools::pinned;

/// Returns the search path: the folders of the pinned programs, then the caller's PATH, then Cargo's folder, which PATH often
/// lacks.
fn folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = pinned::folders().collect();
    folders.extend(env::var_os("PATH").iter().flat_map(env::split_paths));
    folders.extend(cargo_home().map(|home| home.join("bin")));
    folders
}

/// Returns Cargo's home folder, absolute.
pub fn cargo_home() -> Option<PathBuf> {
    let home = || env::home_dir().map(|home| home.join(".cargo"));
    env::var_os("CARGO_HOME").and_then(|folder| path::absolute(folder).ok()).or_else(home)
}

fn search_path() -> Result<OsString> {
    env::join_paths(folders()).context(told!(
        zh "PATH 中有个文件夹的名称不能写进路径列表",
        en "a folder on PATH has a name that no path list can hold"
    ))
}

/// Finds the file of an installed program in the search path.
pub fn find(program: &str) -> Option<PathBuf> {
    let name = format!("{program}{}", env::consts::EXE_SUFFIX);
    folders().into_iter().map(|folder| folder.join(&name)).find(|file| is_program(file))
}

#[cfg(unix)]
fn is_program(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    file.metadata().is_ok_and(|meta| meta.is_file() && meta.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(file: &Path) -> bool {
    file.is_file()
}

/// Prepares a program with its arguments. Its child processes get the same search path.
pub fn command<S: AsRef<OsStr>>(program: &str, arguments: impl IntoIterator<Item = S>) -> Result<Command> {
    let file = find(program).with_context(|| told!(zh "没有安装 `{program}`", en "`{program}` is not installed"))?;
    let mut command = Command::new(file);
    command.args(arguments).env("PATH", search_path()?);
    Ok(command)
}

/// Runs a program that prints to the terminal itself. Fails if the program fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status =
        command.status().with_context(|| told!(zh "无法启动 `{}`", en "`{}` could not be started", shown(command)))?;
    if !status.success() {
        let (name, status) = (shown(command), ended(status));
        bail!(told!(zh "`{name}` {status}", en "`{name}` ended with {status}"));
    }
    Ok(())
}

/// Returns the output of a program; none if the program is not installed or fails.
pub fn output_of<S: AsRef<OsStr>>(program: &str, arguments: impl IntoIterator<Item = S>) -> Option<String> {
    let output = command(program, arguments).ok()?.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Words how a program ended.
pub fn ended(status: ExitStatus) -> String {
    match status.code() {
        Some(code) => told!(zh "失败（退出码 {code}）", en "exit status {code}"),
        None => told!(zh "被信号中断", en "a signal"),
    }
}

/// Formats a command as one would type it.
pub fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
