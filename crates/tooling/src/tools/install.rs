//! Installs the pinned programs, each in its own folder.

use anyhow::{Context, Result, bail};

use super::pinned::{Installer, Pinned};
use crate::step::Steps;
use crate::{output, process, told};

/// Settings for an unoptimized build of a program that runs for seconds. Optimization takes most of the build time, above all
/// for Trunk, whose profile enables every optimization of the linker.
const UNOPTIMIZED: [(&str, &str); 4] = [
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
];

/// Plans the installation of a program if it is missing. A program of the same version on `PATH` counts as installed.
pub(super) fn plan(tool: &'static Pinned, steps: &mut Steps<'_>) {
    if !is_installed(tool) {
        let name = format!("{} {}", tool.program, tool.version);
        let help = told!(zh "原因在日志末尾。", en "The end of the log says why.");
        steps.add(name, tool.guess, help, || install(tool));
    }
}

fn is_installed(tool: &Pinned) -> bool {
    process::output_of(tool.program, ["--version"]).is_some_and(|answer| answer.contains(&tool.reported))
}

fn install(tool: &Pinned) -> Result<()> {
    let package = format!("{}@{}", tool.package, tool.version);
    let folder = tool.folder();
    let mut command = match &tool.installer {
        Installer::Cargo { arguments, optimized } => {
            let mut command = process::command("cargo", ["install", &package, "--force", "--root"])?;
            command.arg(&folder).args(*arguments);
            if !optimized {
                command.envs(UNOPTIMIZED);
            }
            command
        }
        Installer::Npm => {
            if process::find("npm").is_none() {
                bail!(told!(
                    zh "没有 npm：安装带 npm 的 Node.js，或单独安装 {} {}",
                    en "npm is missing: install Node.js with npm, or {} {} by itself",
                    tool.program,
                    tool.version
                ));
            }
            let mut command = process::command("npm", ["install", "--no-audit", "--no-fund", "--prefix"])?;
            command.arg(&folder).arg(&package);
            command
        }
    };
    output::to_log(&mut command, tool.program)?;
    is_installed(tool).then_some(()).with_context(|| {
        told!(
            zh "{} 已安装到 {}，但无法启动：运行它看原因",
            en "{} is installed in {} but does not start: run it to see why",
            tool.program,
            folder.display()
        )
    })
}
