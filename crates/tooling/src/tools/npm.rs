//! Installs the npm packages of a folder of this repository, in the versions of its lock file.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::step::Steps;
use crate::{output, process, told};

/// The folder of the scripts that are shipped. Its packages check types, format and lints.
pub const SCRIPTS: &str = "web";

/// Plans the installation of a folder's packages, unless they are installed.
pub(super) fn plan(folder: &'static str, steps: &mut Steps<'_>) {
    if !is_installed(Path::new(folder)) {
        let help = told!(zh "在该文件夹运行 `npm ci` 可看缺什么。", en "`npm ci` in the folder shows what is missing.");
        let name = told!(zh "{folder}/ 的 npm 包", en "packages of {folder}/");
        steps.add(name, Duration::from_secs(10), help, || packages(Path::new(folder)));
    }
}

/// Installs the packages of a folder, unless they are installed.
pub fn packages(folder: &Path) -> Result<()> {
    if is_installed(folder) {
        return Ok(());
    }
    if process::find("npm").is_none() {
        bail!(told!(zh "没有 npm：安装带 npm 的 Node.js", en "npm is missing: install Node.js with npm"));
    }
    let log = format!("npm-{}", folder.to_string_lossy().replace(['/', '\\'], "-"));
    let mut command = process::command("npm", ["ci", "--no-progress"])?;
    output::to_log(command.current_dir(folder), &log)
}

/// Returns true if npm's own lock file in node_modules, which it writes after an installation, is not older than the folder's.
fn is_installed(folder: &Path) -> bool {
    let time = |file: &str| fs::metadata(folder.join(file)).and_then(|meta| meta.modified()).ok();
    let (wanted, there) = (time("package-lock.json"), time("node_modules/.package-lock.json"));
    there.is_some_and(|there| wanted.is_none_or(|wanted| wanted <= there))
}
