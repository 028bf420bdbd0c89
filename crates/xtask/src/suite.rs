//! `cargo xtask test`: builds the portal under test, runs every suite and adds up what they say. The suites themselves
//! are in tests/ and beside the code.

mod count;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result};

use self::count::Count;
use crate::publisher::Publish;
use crate::step::Steps;
use crate::{dist, process, size, tools, workspace};

/// Where the portal under test stands.
const SITE: &str = "target/site";

/// Runs everything and says whether all is well; the last line that it prints is the sum alone.
pub(crate) fn test() -> Result<bool> {
    let mut steps = Steps::default();
    let result = build(&mut steps).and_then(|()| steps.run("tests", "The error below says where.", run));
    steps.print_times();
    let (count, passed) = result?;
    if !passed {
        println!("\nThe failures are above; the pictures of failed flows are in target/site-failures/.");
    }
    if count.ran() == 0 {
        println!("\nNo test ran: the first error above says why.");
    }
    println!("\n{count}");
    Ok(passed && count.ran() > 0)
}

fn build(steps: &mut Steps) -> Result<()> {
    steps.run("tools", "Install what is named below, then run `cargo xtask test` again.", || tools::setup(true))?;
    steps.run("app", dist::BUILD_ADVICE, dist::build_app)?;
    steps.run(
        "size",
        "What a reader downloads is held to a budget; `cargo xtask size` shows what it is made of.",
        size::check,
    )?;
    steps.run("pages of frameworks", "`npm ci` in tests/frameworks/ shows what is missing.", frameworks)?;
    steps.run("site under test", "Mend the sources named above, then run `cargo xtask test` again.", || {
        let (app, out) = (Path::new(workspace::APP_DIR), Path::new(SITE));
        Publish {
            app,
            out,
            base_url: None,
            aside: None,
            drafts: false,
            previous: None,
            precompress: true,
            release: false,
        }
        .run()
    })
}

/// Bundles the pages into which partners who use a framework put the element.
fn frameworks() -> Result<()> {
    let folder = Path::new("tests/frameworks");
    tools::npm::packages(folder)?;
    let arguments = ["--bundle", "--minify", "--format=esm", "--jsx=automatic", "--log-level=warning"];
    let mut esbuild = process::command("esbuild", arguments)?;
    esbuild.args(["--define:process.env.NODE_ENV=\"production\"", "--define:__VUE_OPTIONS_API__=true"]);
    esbuild.args(["--define:__VUE_PROD_DEVTOOLS__=false", "--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false"]);
    esbuild.arg("--outdir=target/frameworks").args(["react.jsx", "vue.js"].map(|file| folder.join(file)));
    process::run(&mut esbuild)
}

/// Walks the portal on every host; each test prints its row.
pub(crate) fn hosts() -> Result<()> {
    tools::setup(true)?;
    process::run(&mut process::command("cargo", ["test", "-q", "--test", "site", "hosts::", "--", "--nocapture"])?)
}

/// Plays releases of the portal under test that arrive, so many times in each order.
pub(crate) fn deploy(times: u32) -> Result<()> {
    tools::setup(true)?;
    let mut command = process::command("cargo", ["test", "-q", "--test", "site", "deploy::", "--", "--nocapture"])?;
    process::run(command.env("INVESTCHN_DEPLOYS", times.to_string()))
}

/// Fills a store of three nodes with the portal under test and so many articles, and kills nodes meanwhile.
pub(crate) fn store(articles: u32) -> Result<()> {
    tools::setup_store()?;
    // As operators run it; the store's script finds it on the search path.
    process::run(&mut process::command("cargo", ["build", "-q", "--release", "-p", "investchn-publish"])?)?;
    let publisher = std::path::absolute("target/release").context("the publisher has no address")?;
    let arguments = ["test", "-q", "--test", "site", "store::", "--", "--ignored", "--nocapture", "--test-threads=1"];
    let mut command = process::command("cargo", arguments)?;
    process::run(
        command
            .env("INVESTCHN_PUBLISHER", publisher.join("investchn-publish"))
            .env("INVESTCHN_ARTICLES", articles.to_string()),
    )
}

/// The sum of all suites, and whether Cargo was content.
fn run() -> Result<(Count, bool)> {
    let site = std::path::absolute(SITE).context("the site under test has no address")?;
    let mut command = process::command("cargo", ["test", "--workspace", "--no-fail-fast"])?;
    command.env("INVESTCHN_SITE", site).stdout(Stdio::piped());
    let mut child = command.spawn().context("`cargo test` could not be started")?;
    let mut count = Count::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line.context("the output of `cargo test` cannot be read")?;
            println!("{line}");
            count.add(&line);
        }
    }
    let status = child.wait().context("`cargo test` was lost")?;
    Ok((count, status.success()))
}
