//! Steps that fetch crates, and that build the publisher and the app.

use std::path::Path;
use std::time::Duration;

use anyhow::Result;

use crate::step::Steps;
use crate::tools::{self, Need};
use crate::{output, process, told, trunk};

/// The app as `serve` builds it.
pub const DEBUG_APP: &str = "target/wasm32-unknown-unknown/debug/investchn.wasm";
/// The app as it is built for readers, before it is optimized.
pub const RELEASE_APP: &str = "target/wasm32-unknown-unknown/wasm-release/investchn.wasm";
/// The publisher of the working tree.
pub const PUBLISHER: &str = "target/debug/investchn-publish";

/// Estimated duration of an incremental build.
const AGAIN: Duration = Duration::from_secs(5);

/// Estimates the duration of a build: `first`, measured on two cores, if `built` does not exist; otherwise a few seconds.
pub fn guess(built: &str, first: Duration) -> Duration {
    if Path::new(built).exists() { AGAIN } else { first }
}

/// Plans a step that fetches every crate of the lock file.
pub fn plan_crates(steps: &mut Steps<'_>) {
    let help = told!(
        zh "Cargo.lock 写明了需要哪些依赖；问题在网络或这个文件。",
        en "Cargo.lock names them; the network, or the lock file, is at fault."
    );
    steps.add(told!(zh "依赖", en "crates"), AGAIN, help, || fetch(&["--locked"]));
}

/// Fetches the crates for this machine and for the browser. Trunk runs offline, so that a build makes no request, and it runs
/// Cargo offline too; Cargo then finds fetched crates only.
pub fn fetch(arguments: &[&str]) -> Result<()> {
    let mut command =
        process::command("cargo", ["fetch", "--target", "wasm32-unknown-unknown", "--target", "host-tuple"])?;
    output::to_log(command.args(arguments), "crates")
}

/// Plans a step that builds the publisher, which Trunk's hook runs.
pub fn plan_publisher(steps: &mut Steps<'_>) {
    let help = told!(
        zh "改正上面第一处错误；运行 `cargo build -p investchn-publish` 可再看一遍。",
        en "Mend the first error above; `cargo build -p investchn-publish` shows it again."
    );
    steps.add(told!(zh "发布程序", en "publisher"), guess(PUBLISHER, Duration::from_secs(150)), help, || {
        output::messages(&mut process::command("cargo", ["build", "-p", "investchn-publish"])?, "publisher")
    });
}

/// Plans the steps that build the app for readers.
pub fn plan_app(steps: &mut Steps<'_>) {
    plan_crates(steps);
    plan_publisher(steps);
    let help = told!(
        zh "改正上面第一处错误；运行 `cargo xtask size` 可只编译应用。",
        en "Mend the first error above; the app alone is built by `cargo xtask size`."
    );
    steps.add(told!(zh "应用", en "app"), guess(RELEASE_APP, Duration::from_secs(150)), help, app);
}

/// Builds the app for readers, and installs missing tools first.
pub fn app_for_readers() -> Result<()> {
    let mut steps = Steps::default();
    tools::plan(Need::Release, &mut steps)?;
    plan_app(&mut steps);
    steps.run()
}

fn app() -> Result<()> {
    output::messages(&mut trunk::command("build", ["--release"])?, "app")
}
