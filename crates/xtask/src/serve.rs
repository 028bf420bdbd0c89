//! `cargo xtask serve`: the portal on this machine, rebuilt at every change. Trunk builds, the modules below answer the
//! browser and look for finished builds; this one starts and ends them.
//!
//! `trunk serve` shows the same portal: `trunk watch` differs from it only in that it adds no reload script to the page.
//! It is not used here because it answers an unknown path with an empty page, where a host would send 404.html. Both
//! overlook that a file was deleted: the next change of any other file shows it.

mod builds;
mod portal;

use std::net::Ipv4Addr;
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use tokio::net::TcpListener;
use tokio::process::Child;

use self::portal::Portal;
use crate::step::Steps;
use crate::{process, tools, trunk};

/// How long Trunk may take to end by itself before it is killed.
const PATIENCE: Duration = Duration::from_secs(3);

/// Builds, serves and watches until Ctrl-C.
pub(crate) fn serve(port: u16, open: bool) -> Result<()> {
    Steps::default()
        .run("tools", "Install what is named below, then run `cargo xtask serve` again.", || tools::setup(false))?;
    let runtime = tokio::runtime::Runtime::new().context("the server's threads could not be started")?;
    runtime.block_on(run(port, open))
}

async fn run(port: u16, open: bool) -> Result<()> {
    // First the port: nobody should wait for a build to learn that it is taken.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.with_context(|| {
        format!("port {port} is not free: choose another by `cargo xtask serve --port {}`", next(port))
    })?;
    let address = format!("http://{}/", listener.local_addr().context("the server has no address")?);

    println!("▸ step watch: building; the address follows when the first build is there, Ctrl-C ends");
    let seen = builds::newest();
    let mut trunk = start_trunk()?;
    let portal = Portal::new();
    let announce = || {
        println!("Portal: {address}");
        if open {
            open_browser(&address);
        }
    };
    let result = tokio::select! {
        served = portal.serve(listener) => served,
        () = builds::follow(seen, || if portal.show_build() { announce() }) => Ok(()),
        ended = trunk.wait() => match ended.context("trunk was lost")? {
            // Ctrl-C reached it first.
            status if status.success() => return Ok(()),
            status => bail!("`trunk watch` ended with {status}: what it printed above says why"),
        },
        asked = tokio::signal::ctrl_c() => asked.context("Ctrl-C cannot be read").map(|()| println!()),
        asked = terminated() => return asked,
    };
    // The terminal sends Ctrl-C to Trunk too, which then ends by itself. In any other case the drop kills it.
    if tokio::time::timeout(PATIENCE, trunk.wait()).await.is_err() {
        println!("`trunk watch` does not end by itself: it is killed");
    }
    result
}

fn next(port: u16) -> u16 {
    port.checked_add(1).unwrap_or(8080)
}

fn start_trunk() -> Result<Child> {
    let mut command = tokio::process::Command::from(trunk::command("watch", [""; 0])?);
    command.stdin(Stdio::null()).kill_on_drop(true).spawn().context("`trunk watch` could not be started")
}

/// The signal of a program that ends this one.
#[cfg(unix)]
async fn terminated() -> Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate()).context("signals cannot be read")?;
    terminate.recv().await;
    Ok(())
}

#[cfg(not(unix))]
async fn terminated() -> Result<()> {
    std::future::pending().await
}

/// The address is printed as well, so a desktop without such a program loses nothing.
fn open_browser(address: &str) {
    let (program, arguments): (_, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("explorer", &[]),
        _ => ("xdg-open", &[]),
    };
    let started = process::command(program, arguments.iter().chain([&address]))
        .and_then(|mut command| command.spawn().context("it does not start"));
    if started.is_err() {
        println!("No browser could be opened: open the address above yourself.");
    }
}
