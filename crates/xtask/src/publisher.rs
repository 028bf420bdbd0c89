//! Calling the publisher, `investchn-publish`, always with the same flags. What it does with them is its own.

use std::env;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::optimize;
use investchn_tooling::{process, workspace};

/// One run of the publisher.
pub(crate) struct Publish<'a> {
    /// The folder with the built app.
    pub(crate) app: &'a Path,
    /// The folder that is written.
    pub(crate) out: &'a Path,
    /// The portal's address, where it is not the one of the content.
    pub(crate) base_url: Option<&'a str>,
    /// Whether articles that are not yet released are shown.
    pub(crate) drafts: bool,
    /// Where what is never uploaded goes, instead of beside the folder that is written.
    pub(crate) aside: Option<&'a Path>,
    /// An earlier output, whose app's files stay.
    pub(crate) previous: Option<&'a Path>,
    /// Whether files get compressed twins.
    pub(crate) precompress: bool,
    /// Whether the publisher itself is built in release mode: slower to build, quicker on many articles.
    pub(crate) release: bool,
}

impl Publish<'_> {
    /// Runs the publisher; it reports by itself.
    pub(crate) fn run(&self) -> Result<()> {
        process::run(&mut self.command()?)
    }

    fn command(&self) -> Result<Command> {
        let mut command = process::command("cargo", ["run", "-q", "-p", "investchn-publish"])?;
        if self.release {
            command.arg("--release");
        }
        command.args(["--", "build", "--content", workspace::CONTENT_DIR]);
        command.arg("--app").arg(self.app).arg("--out").arg(self.out);
        if let Some(url) = self.base_url {
            command.args(["--base-url", url]);
        }
        if let Some(aside) = self.aside {
            command.arg("--aside").arg(aside);
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
    let staging = env::var_os("TRUNK_STAGING_DIR")
        .context("TRUNK_STAGING_DIR is not set: this verb is Trunk's hook, `cargo xtask serve` runs it")?;
    let staging = Path::new(&staging);
    // Drafts are for the author's own eyes: never in a release build, which may go to a host.
    let drafts = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug");
    if !drafts {
        optimize::optimize(staging)?;
    }
    // Beside the staging folder would be inside what Trunk puts out.
    let aside = Some(Path::new("target/trunk.build"));
    Publish {
        app: staging,
        out: staging,
        base_url: None,
        drafts,
        aside,
        previous: None,
        precompress: false,
        release: false,
    }
    .run()
}
