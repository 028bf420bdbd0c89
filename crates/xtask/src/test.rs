//! `cargo xtask test`: builds the portal under test, runs every test program and adds up the results.

mod count;
mod html;

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use self::count::Count;
use crate::program;
use crate::publisher::Publish;
use crate::web;
use investchn_tooling::step::Steps;
use investchn_tooling::tools::{self, Need};
use investchn_tooling::{build, output, process, told, workspace};

/// The folder of the portal under test.
const SITE: &str = "target/site";

/// A step makes this folder before the test programs are compiled: if it is missing, they have never been compiled.
const TESTED: &str = "target/frameworks";

/// The folder of the browser check of the markup crate.
const MARKUP: &str = "target/markup";

/// The variable that sets the number of threads of a test program.
const THREADS: &str = "RUST_TEST_THREADS";

/// Arguments that run every test, even after one has failed.
const ALL: [&str; 2] = ["--workspace", "--no-fail-fast"];

/// Estimated durations, measured on two cores.
const AT_ONCE: Duration = Duration::from_secs(5);
const FIRST_TESTS: Duration = Duration::from_secs(240);
const FULL_RUN: Duration = Duration::from_secs(600);

/// Builds the portal and runs every test; or, with arguments of `cargo test`, runs the selected tests on the portal as it is
/// built. Returns true if all passed. The last line of its output is the sum of the results.
pub(crate) fn test(chosen: &[String]) -> Result<bool> {
    let (mut count, mut passed) = (Count::default(), false);
    let mut steps = Steps::default();
    if chosen.is_empty() {
        plan_build(&mut steps)?;
        let name = told!(zh "测试程序", en "test programs");
        steps.add(name, build::guess(TESTED, FIRST_TESTS), first_error(), compile_tests);
        steps.add(told!(zh "测试", en "tests"), FULL_RUN, below(), || {
            (count, passed) = run(&ALL.map(str::to_owned))?;
            Ok(())
        });
    } else {
        steps.add(told!(zh "测试", en "tests"), Duration::ZERO, below(), || {
            (count, passed) = run(chosen)?;
            Ok(())
        });
    }
    let result = steps.run();
    steps.print_times();
    drop(steps);
    result?;
    if !passed {
        let text = told!(
            zh "失败的测试见上文；失败流程的截图在 target/site-failures/。",
            en "The failures are above; the pictures of failed flows are in target/site-failures/."
        );
        println!("\n{text}");
    }
    if count.ran() == 0 {
        println!(
            "\n{}",
            told!(zh "没有运行任何测试：原因见上面第一处错误。", en "No test ran: the first error above says why.")
        );
    }
    println!("\n{count}");
    Ok(passed && count.ran() > 0)
}

fn plan_build(steps: &mut Steps<'_>) -> Result<()> {
    tools::plan(Need::Test, steps)?;
    build::plan_app(steps);
    let help = told!(
        zh "读者下载的文件有大小限额；`cargo xtask size` 显示其组成。",
        en "What a reader downloads is held to a budget; `cargo xtask size` shows what it is made of."
    );
    steps.add(told!(zh "大小", en "size"), program::guess(), help, program::size_of_built_app);
    let help = told!(zh "改正上面指出的问题。", en "Mend what is named above.");
    steps.add(told!(zh "脚本的测试", en "tests of scripts"), AT_ONCE, help, web::test);
    let guess = build::guess(MARKUP, Duration::from_secs(120));
    steps.add(told!(zh "浏览器中的标记", en "markup in a browser"), guess, first_error(), markup);
    let help = told!(
        zh "在 tests/frameworks/ 中运行 `npm ci` 可看缺什么。",
        en "`npm ci` in tests/frameworks/ shows what is missing."
    );
    steps.add(told!(zh "各框架的页面", en "pages of frameworks"), AT_ONCE, help, frameworks);
    let help = told!(
        zh "改正上面指出的稿件，再运行 `cargo xtask test`。",
        en "Mend the sources named above, then run `cargo xtask test` again."
    );
    steps.add(told!(zh "被测网站", en "site under test"), AT_ONCE, help, || {
        let (app, out) = (Path::new(workspace::APP_DIR), Path::new(SITE));
        Publish {
            app,
            out,
            base_url: None,
            state_dir: None,
            drafts: false,
            previous: None,
            precompress: true,
            release: false,
        }
        .run()
    });
    let help = told!(
        zh "改正写出该页面的代码；规则及理由在 tests/html/ 中。",
        en "Mend what writes the page; the rules, and why, are in tests/html/."
    );
    steps.add(told!(zh "HTML 合规", en "valid HTML"), AT_ONCE, help, || html::check(Path::new(SITE)));
    Ok(())
}

/// Advice for a step that compiles.
fn first_error() -> String {
    told!(zh "改正上面第一处错误。", en "Mend the first error above.")
}

/// Advice for a step whose error is printed after it.
fn below() -> String {
    told!(zh "位置见下面的错误。", en "The error below says where.")
}

/// Builds the check of the markup crate, which a flow opens (`tests/site/markup.rs`).
fn markup() -> Result<()> {
    let example = ["build", "-p", "investchn-markup", "--example", "markup_in_browser", "--features", "csr,ssr"];
    let mut build = process::command("cargo", example)?;
    output::messages(build.args(["--target", "wasm32-unknown-unknown"]), "markup")?;
    let bindings = ["--target", "web", "--no-typescript", "--out-dir", MARKUP];
    let wasm = "target/wasm32-unknown-unknown/debug/examples/markup_in_browser.wasm";
    process::run(process::command("wasm-bindgen", bindings)?.arg(wasm))?;
    let page = "index.html";
    let copied = fs::copy(Path::new("crates/markup/tests/browser").join(page), Path::new(MARKUP).join(page));
    copied
        .map(drop)
        .with_context(|| told!(zh "无法复制检查标记用的页面", en "the page of the markup's check cannot be copied"))
}

/// Checks the types of the element in the templates of frameworks, and bundles the pages that embed it, as partners do.
fn frameworks() -> Result<()> {
    let folder = Path::new("tests/frameworks");
    tools::npm::packages(folder)?;
    // It checks TypeScript and React too.
    let compiler = ["node_modules/vue-tsc/bin/vue-tsc.js", "--noEmit", "-p", "."];
    output::messages(process::command("node", compiler)?.current_dir(folder), "types-of-frameworks")?;
    let arguments = ["--bundle", "--minify", "--format=esm", "--jsx=automatic", "--log-level=warning"];
    let mut esbuild = process::command("esbuild", arguments)?;
    esbuild.args(["--define:process.env.NODE_ENV=\"production\"", "--define:__VUE_OPTIONS_API__=true"]);
    esbuild.args(["--define:__VUE_PROD_DEVTOOLS__=false", "--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false"]);
    esbuild.arg("--outdir=target/frameworks").args(["react.jsx", "vue.js"].map(|file| folder.join(file)));
    process::run(&mut esbuild)
}

/// Tests the portal on every host. Each test prints its row of the table.
pub(crate) fn hosts() -> Result<()> {
    tools::setup(Need::Test)?;
    process::run(&mut process::command("cargo", ["test", "-q", "--test", "site", "hosts::", "--", "--nocapture"])?)
}

/// Simulates this number of releases of the portal under test in each order of arrival.
pub(crate) fn deploy(times: u32) -> Result<()> {
    tools::setup(Need::Test)?;
    let mut command = process::command("cargo", ["test", "-q", "--test", "site", "deploy::", "--", "--nocapture"])?;
    process::run(command.env("INVESTCHN_DEPLOYS", times.to_string()))
}

/// Fills a store of three nodes with the portal under test and this number of articles, and kills nodes meanwhile.
pub(crate) fn store(articles: u32) -> Result<()> {
    tools::setup(Need::Store)?;
    // A release build, as operators use; the store's script finds it in PATH.
    process::run(&mut process::command("cargo", ["build", "-q", "--release", "-p", "investchn-publish"])?)?;
    let publisher = std::path::absolute("target/release")
        .with_context(|| told!(zh "不知道发布程序的路径", en "the publisher has no address"))?;
    let arguments = ["test", "-q", "--test", "site", "store::", "--", "--ignored", "--nocapture", "--test-threads=1"];
    let mut command = process::command("cargo", arguments)?;
    process::run(
        command
            .env("INVESTCHN_PUBLISHER", publisher.join("investchn-publish"))
            .env("INVESTCHN_ARTICLES", articles.to_string()),
    )
}

fn compile_tests() -> Result<()> {
    output::messages(process::command("cargo", ["test"])?.args(ALL).arg("--no-run"), "test-programs")
}

/// Runs the tests that the arguments of `cargo test` select. Returns the sum of all suites, and true if Cargo reported success.
fn run(chosen: &[String]) -> Result<(Count, bool)> {
    let site = std::path::absolute(SITE)
        .with_context(|| told!(zh "不知道被测网站的路径", en "the site under test has no address"))?;
    let mut command = process::command("cargo", ["test"])?;
    command.args(chosen).env("INVESTCHN_SITE", site).stdout(Stdio::piped());
    // Flows spend half of their time waiting, so one more thread than cores is used, limited by the browsers that
    // `tests/site/harness/slots.rs` allows.
    if env::var_os(THREADS).is_none() {
        let cores = thread::available_parallelism().map_or(2, usize::from);
        command.env(THREADS, (cores + 1).to_string());
    }
    let mut child =
        command.spawn().with_context(|| told!(zh "无法启动 `cargo test`", en "`cargo test` could not be started"))?;
    let mut count = Count::default();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line.with_context(
                || told!(zh "无法读取 `cargo test` 的输出", en "the output of `cargo test` cannot be read"),
            )?;
            println!("{line}");
            count.add(&line);
        }
    }
    let status = child.wait().with_context(|| told!(zh "与 `cargo test` 失去联系", en "`cargo test` was lost"))?;
    Ok((count, status.success()))
}
