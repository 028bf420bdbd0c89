//! Runs Trunk's builds: one at the start, then one after every change, until Ctrl-C.
//!
//! `trunk serve` serves the same portal, but it answers an unknown path with an empty page instead of 404.html, misses deleted
//! files and continues after a failed first build.

use std::net::Ipv4Addr;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use tokio::net::TcpListener;

use crate::changes::Changes;
use crate::server::DevServer;
use investchn_tooling::step::Steps;
use investchn_tooling::tools::{self, Need};
use investchn_tooling::{build, language, output, process, told, trunk};

/// Builds, serves and watches until Ctrl-C.
pub(crate) fn serve(port: u16, open: bool) -> Result<()> {
    let runtime = tokio::runtime::Runtime::new()
        .with_context(|| told!(zh "无法启动服务器的线程", en "the server's threads could not be started"))?;
    let result = runtime.block_on(run(port, open));
    // A build that is still running ends with this process.
    runtime.shutdown_background();
    result
}

async fn run(port: u16, open: bool) -> Result<()> {
    // Binds the port first, so that nobody waits for a build only to learn that the port is taken.
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.with_context(|| {
        told!(
            zh "端口 {port} 已被占用：换一个，如 `cargo xtask serve --port {}`",
            en "port {port} is not free: choose another by `cargo xtask serve --port {}`",
            next(port)
        )
    })?;
    let address = format!(
        "http://{}/",
        listener.local_addr().with_context(|| told!(zh "服务器没有地址", en "the server has no address"))?
    );
    let server = DevServer::new();
    let shown = server.clone();
    let builds = tokio::task::spawn_blocking(move || {
        // The watch starts before the first build, so that changes during the build are noticed.
        let changes = Changes::watch(&trunk::watched()?)?;
        first_build()?;
        shown.show_build();
        println!("\n{}", told!(zh "门户：{address}（按 Ctrl-C 结束）", en "Portal: {address} (Ctrl-C ends)"));
        if open {
            open_browser(&address);
        }
        follow(&changes, &shown)
    });
    tokio::select! {
        served = server.serve(listener) => served,
        ended = builds => ended.with_context(|| told!(zh "编译中断了", en "the builds broke off"))?,
        asked = tokio::signal::ctrl_c() => asked.with_context(|| told!(zh "无法接收 Ctrl-C", en "Ctrl-C cannot be read")).map(|()| println!()),
        asked = terminated() => asked,
    }
}

/// Installs missing tools and builds the portal. Fails if the portal cannot be built.
fn first_build() -> Result<()> {
    let mut steps = Steps::default();
    tools::plan(Need::Serve, &mut steps)?;
    build::plan_crates(&mut steps);
    build::plan_publisher(&mut steps);
    let guess = build::guess(build::DEBUG_APP, Duration::from_secs(80));
    let help = told!(
        zh "改正上面第一处错误，再运行 `cargo xtask serve`。",
        en "Mend the first error above, then run `cargo xtask serve` again."
    );
    steps.add(told!(zh "门户", en "portal"), guess, help, build_portal);
    steps.run()
}

fn build_portal() -> Result<()> {
    output::messages(&mut trunk::command("build", [""; 0])?, "portal")
}

/// Builds again after every change. Prints the error of a failed build and waits for the next change.
fn follow(changes: &Changes, server: &DevServer) -> Result<()> {
    loop {
        changes.wait()?;
        let start = Instant::now();
        // The change may have added a dependency.
        match build::fetch(&[]).and_then(|()| build_portal()) {
            Ok(()) => {
                server.show_build();
                let seconds = start.elapsed().as_secs_f64();
                println!("✓ {}", told!(zh "门户：{seconds:.1} 秒", en "portal: {seconds:.1} s"));
            }
            Err(error) => {
                let error = language::worded(&error);
                let text = told!(
                    zh "门户：{error}\n  页面保持原样；下次改动后再编译。",
                    en "portal: {error}\n  The pages stay as they were; the next change builds again."
                );
                eprintln!("✗ {text}");
            }
        }
    }
}

fn next(port: u16) -> u16 {
    port.checked_add(1).unwrap_or(8080)
}

/// Waits for SIGTERM.
#[cfg(unix)]
async fn terminated() -> Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate =
        signal(SignalKind::terminate()).with_context(|| told!(zh "无法接收信号", en "signals cannot be read"))?;
    terminate.recv().await;
    Ok(())
}

#[cfg(not(unix))]
async fn terminated() -> Result<()> {
    std::future::pending().await
}

/// Opens the address in a browser. The address is printed too, so that nothing is lost if no program can open it.
fn open_browser(address: &str) {
    let (program, arguments): (_, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("explorer", &[]),
        _ => ("xdg-open", &[]),
    };
    let started =
        process::command(program, arguments.iter().chain([&address])).and_then(|mut command| Ok(command.spawn()?));
    if started.is_err() {
        let text = told!(
            zh "没有能打开的浏览器：自行打开上面的网址。",
            en "No browser could be opened: open the address above yourself."
        );
        println!("{text}");
    }
}
