//! `cargo xtask check`: checks the format, the lints and the rules of the tree. It does not run the product.

use std::time::Duration;

use anyhow::Result;
use investchn_messages::{LANGUAGES, language_tag};

use crate::{crates, tidy, web};
use investchn_tooling::packages;
use investchn_tooling::step::Steps;
use investchn_tooling::{output, process, told, tools};

/// Runs every check, even after one has failed.
pub(crate) fn check() -> Result<()> {
    let mut setup = Steps::default();
    tools::plan_lints(&mut setup);
    setup.run()?;

    let mut steps = Steps::default();
    // A macro declares the modules of languages, so that rustfmt does not find them.
    let languages = LANGUAGES.map(|language| format!(" crates/messages/src/{}.rs", language_tag(language))).concat();
    let help = told!(zh "运行 `cargo fmt --all --{languages}`。", en "Run `cargo fmt --all --{languages}`.");
    let arguments = ["fmt --all --check --", &languages].concat();
    plan(&mut steps, told!(zh "格式", en "format"), &help, "format", arguments);
    let help = told!(zh "改正上面 clippy 指出的问题。", en "Mend what clippy names above.");
    plan(
        &mut steps,
        told!(zh "clippy，本机", en "lints, native"),
        &help,
        "lints-native",
        "clippy --workspace --all-targets -- -D warnings",
    );
    // The browser's half of the app only compiles for the browser's target.
    plan(
        &mut steps,
        told!(zh "clippy，浏览器", en "lints, browser"),
        &help,
        "lints-browser",
        "clippy -p investchn --target wasm32-unknown-unknown --no-default-features --features csr \
         --lib --bin investchn -- -D warnings",
    );
    plan(
        &mut steps,
        told!(zh "clippy，浏览器中的标记", en "lints, markup in a browser"),
        &help,
        "lints-markup",
        "clippy -p investchn-markup --target wasm32-unknown-unknown --features csr,ssr --lib --examples -- -D warnings",
    );
    // The fuzzing code is compiled with this flag only, so no other build would notice an error in it.
    let publish = "clippy -p investchn-publish --lib -- -D warnings --cfg fuzzing";
    plan(&mut steps, told!(zh "clippy，模糊测试", en "lints, fuzzing"), &help, "lints-fuzzing", publish);
    let search = "clippy -p investchn-search --lib --features write -- -D warnings --cfg fuzzing";
    let name = told!(zh "clippy，搜索的模糊测试", en "lints, fuzzing of the search");
    plan(&mut steps, name, &help, "lints-fuzzing-search", search);
    let help = told!(
        zh "运行 `cargo xtask web`，并在 web/ 中运行 `node_modules/.bin/biome check --write`；再改正剩下的问题。",
        en "Run `cargo xtask web`, and `node_modules/.bin/biome check --write` in web/; fix what is left."
    );
    steps.add(told!(zh "脚本", en "scripts"), Duration::from_secs(10), help, web::check);
    // Pure crates must also compile for the browser, because an editor in the browser will use them.
    let packages = packages::read()?;
    let pure = packages.iter().map(|package| package.name.as_str()).filter(|name| packages::PURE.contains(name));
    let arguments =
        ["check", "--target", "wasm32-unknown-unknown"].into_iter().chain(pure.flat_map(|name| ["-p", name]));
    let mut command = process::command("cargo", arguments)?;
    let help = told!(
        zh "改正上面第一处错误：纯 crate 不使用系统的任何功能。",
        en "Mend the first error above: a pure crate uses nothing of the system."
    );
    steps.add(told!(zh "纯 crate，浏览器", en "pure crates, browser"), Duration::from_secs(30), help, move || {
        output::messages(&mut command, "pure-crates-browser")
    });
    let help = told!(
        zh "改正上面指出的问题；`cargo xtask tidy` 只运行这一项。",
        en "Mend what is named above; `cargo xtask tidy` runs this alone."
    );
    steps.add("tidy", Duration::from_secs(1), help, tidy::tidy);
    let help = told!(zh "`cargo xtask crates` 显示各 crate 的大小。", en "`cargo xtask crates` prints the sizes.");
    steps.add(told!(zh "crate 的大小", en "sizes of crates"), Duration::from_secs(1), help, crates::check);
    let result = steps.run_all();
    steps.print_times();
    result
}

/// Plans a run of Cargo. All that it prints goes to the log.
fn plan(steps: &mut Steps<'_>, name: String, help: &str, log: &'static str, arguments: impl Into<String>) {
    let arguments = arguments.into();
    steps.add(name, Duration::from_secs(60), help, move || {
        let mut command = process::command("cargo", arguments.split_whitespace())?;
        output::messages(&mut command, log)
    });
}
