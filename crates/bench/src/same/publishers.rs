//! The two publishers that are compared.

use investchn_tooling::told;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};
use investchn_tooling::{language, process};

/// The folder of all files that the comparison makes.
pub(super) const FOLDER: &str = "target/same";

/// Two built publishers. Both get the same arguments, which every revision since the first release supports, and the language of
/// their output if they have that option: what a publisher prints when it fails is shown.
pub(super) struct Publishers {
    pub(super) old: Publisher,
    pub(super) new: Publisher,
}

/// A built publisher.
pub(super) struct Publisher {
    program: PathBuf,
    has_language: bool,
}

impl Publisher {
    /// Asks a program for its help, which names its options.
    pub(super) fn new(program: &Path) -> Result<Self> {
        let missing = || told!(zh "没有 {}", en "{} is not there", program.display());
        let program = std::fs::canonicalize(program).with_context(missing)?;
        let mut command = Command::new(&program);
        command.arg("--help").stdin(Stdio::null());
        let name = process::shown(&command);
        let output =
            command.output().with_context(|| told!(zh "无法启动 `{name}`", en "`{name}` could not be started"))?;
        Ok(Publisher { program, has_language: has_language(&String::from_utf8_lossy(&output.stdout)) })
    }

    /// Returns a command of the publisher.
    pub(super) fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        if self.has_language {
            command.args(language::option());
        }
        command
    }
}

/// Returns true if help names the option `--lang`.
fn has_language(help: &str) -> bool {
    help.lines().any(|line| line.split_whitespace().next() == Some("--lang"))
}

/// Runs a publisher. Prints its output only if it fails.
pub(super) fn run(mut command: Command) -> Result<()> {
    let name = process::shown(&command);
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| told!(zh "无法启动 `{name}`", en "`{name}` could not be started"))?;
    if !output.status.success() {
        eprintln!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        let status = process::ended(output.status);
        bail!(told!(zh "`{name}` {status}", en "`{name}` ended with {status}"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_publisher_with_the_option_gets_the_language() {
        for name in ["en.txt", "zh.txt"] {
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../publish/tests/help").join(name);
            let help = std::fs::read_to_string(file).unwrap();
            assert!(has_language(&help), "{name}");
            let before: String = help.lines().filter(|line| !line.contains("--lang")).collect::<Vec<_>>().join("\n");
            assert!(!has_language(&before), "{name}");
        }
        let arguments = |has_language| {
            let publisher = Publisher { program: "investchn-publish".into(), has_language };
            publisher.command().get_args().map(ToOwned::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(arguments(true), ["--lang", "en"]);
        assert_eq!(arguments(false), [""; 0]);
    }
}
