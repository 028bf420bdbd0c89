//! Runs the publisher, `investchn-publish`, always with the same flags.

use std::env;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use investchn_tooling::{language, process, told, workspace};

/// One run of the publisher.
pub(crate) struct Publish<'a> {
    /// The folder with the built app.
    pub(crate) app: &'a Path,
    /// The folder that is written.
    pub(crate) out: &'a Path,
    /// The address of the portal, if it is not the one in the content's settings.
    pub(crate) base_url: Option<&'a str>,
    /// True if drafts are published.
    pub(crate) drafts: bool,
    /// The folder of the build state, instead of the one beside the output.
    pub(crate) state_dir: Option<&'a Path>,
    /// An earlier output, whose app files are kept.
    pub(crate) previous: Option<&'a Path>,
    /// True if files get compressed variants.
    pub(crate) precompress: bool,
    /// True if the publisher is built in release mode, which takes longer to build and is faster on many articles.
    pub(crate) release: bool,
}

impl Publish<'_> {
    /// Runs the publisher, which prints its own report.
    pub(crate) fn run(&self) -> Result<()> {
        process::run(&mut self.command()?)
    }

    fn command(&self) -> Result<Command> {
        let mut command = process::command("cargo", ["run", "-q", "-p", "investchn-publish"])?;
        if self.release {
            command.arg("--release");
        }
        command.arg("--").args(language::option()).args(["build", "--content", workspace::CONTENT_DIR]);
        command.arg("--app").arg(self.app).arg("--out").arg(self.out);
        if let Some(url) = self.base_url {
            command.args(["--base-url", url]);
        }
        if let Some(state_dir) = self.state_dir {
            command.arg("--state-dir").arg(state_dir);
        }
        if let Some(previous) = self.previous {
            command.arg("--previous").arg(previous);
        }
        for (flag, wanted) in [("--drafts", self.drafts), ("--precompress", self.precompress)] {
            if wanted {
                command.arg(flag);
            }
        }
        Ok(command)
    }
}

/// Trunk's hook after a build: publishes into Trunk's staging folder, so that the build is the whole portal.
pub(crate) fn hook() -> Result<()> {
    let staging = env::var_os("TRUNK_STAGING_DIR").with_context(|| {
        told!(
            zh "没有设置 TRUNK_STAGING_DIR：这个命令由 Trunk 调用，运行 `cargo xtask serve`",
            en "TRUNK_STAGING_DIR is not set: this verb is Trunk's hook, `cargo xtask serve` runs it"
        )
    })?;
    let staging = Path::new(&staging);
    // Drafts are published for local authors only, never in a release build, which may be uploaded.
    let drafts = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug");
    if !drafts {
        investchn_tooling::optimize::optimize(staging)?;
    }
    // The default folder, beside the staging folder, would be part of Trunk's output.
    let state_dir = Some(Path::new("target/trunk.build"));
    Publish {
        app: staging,
        out: staging,
        base_url: None,
        drafts,
        state_dir,
        previous: None,
        precompress: false,
        release: false,
    }
    .run()
}
