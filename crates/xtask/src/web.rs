//! `cargo xtask web`: writes the modules that scripts import, then bundles the scripts of web/ and the sheets of style/ with esbuild.
//!
//! Trunk copies `target/web`. The publisher compiles in the files of `web/built`, which are checked in, so that it builds without Node.js;
//! so are the generated modules, so that an editor finds them.

mod editions;
mod engine;
mod paths;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use investchn_messages::LANGUAGES;
use investchn_model::published::script_of_edition;
use investchn_tooling::tools::npm;
use investchn_tooling::{output, process, told, workspace};

/// The folder of the scripts' packages and settings.
const FOLDER: &str = npm::SCRIPTS;

/// The part of the sources that is generated.
const GENERATED: &str = "web/src/generated";

/// The folder of the portal's sheets.
const SHEETS: &str = "style";

/// The sheet that imports the others.
const MAIN_SHEET: &str = "main.css";

/// The sheet of the partners' element.
const STYLE: &str = "web/src/embed/element.css";

/// The script that writes the files of partners' tools, and the folder for them, which Trunk copies.
const PARTNER_FILES: &str = "web/tools/partner-files.js";
const PARTNERS: &str = "public/embed";

/// A file that esbuild makes of a source and all that the source imports.
struct Bundle {
    source: &'static str,
    file: String,
    options: Vec<String>,
}

const MODULE: &[&str] = &["--format=esm", "--target=es2022"];
/// A script in a scope of its own.
const CLASSIC: &[&str] = &["--format=iife", "--target=es2022"];

fn bundle(source: &'static str, file: &str, options: &[&str]) -> Bundle {
    Bundle { source, file: file.to_owned(), options: options.iter().map(|it| (*it).to_owned()).collect() }
}

/// The scripts that have addresses of their own, and the portal's sheets. The frame's script is no module in its page: WebKit loads none in
/// a sandbox without an origin. It exports nothing, so that its bundle is a plain script.
fn of_portal() -> Result<Vec<Bundle>> {
    let mut bundles = vec![
        bundle("web/src/start.js", "target/web/start.js", MODULE),
        bundle("web/src/hint.js", "target/web/hint.js", MODULE),
        bundle("style/hint.css", "target/web/hint.css", &[]),
        bundle("style/search.css", "target/web/search.css", &[]),
        bundle("web/src/embed.js", "target/web/embed.js", MODULE),
        bundle("web/src/embed/fit.js", "target/web/embed/fit.js", MODULE),
        bundle("web/src/embed/frame.js", "target/web/embed/frame.js", MODULE),
        bundle("style/main.css", "target/style/portal.css", &[]),
    ];
    for (source, file) in WORDED {
        for language in LANGUAGES {
            let mut bundle = bundle(source, &script_of_edition(file, language.folder), MODULE);
            bundle.options.push(format!("--alias:#messages=./{GENERATED}/{}", editions::messages_file(language)));
            bundles.push(bundle);
        }
    }
    Ok(bundles)
}

/// The scripts that show messages of their own: one bundle for each language.
const WORDED: [(&str, &str); 2] =
    [("web/src/search.js", "target/web/search.js"), ("web/src/embed/builder.js", "target/web/embed/workshop.js")];

/// The scripts that the publisher writes into `sw.js` and `404.html`, and the styles that it writes into pages.
fn of_publisher() -> [Bundle; 8] {
    [
        bundle("web/src/worker/main.js", "web/built/worker.js", CLASSIC),
        bundle("web/src/worker/removed.js", "web/built/removed.js", CLASSIC),
        bundle("web/src/not-found.js", "web/built/not-found.js", MODULE),
        bundle("style/first-screen-article.css", "web/built/first-screen-article.css", &[]),
        bundle("style/first-screen-list.css", "web/built/first-screen-list.css", &[]),
        bundle("style/first-screen-zone.css", "web/built/first-screen-zone.css", &[]),
        bundle("style/first-screen-home.css", "web/built/first-screen-home.css", &[]),
        bundle("public/embed/frame.css", "web/built/frame.css", &[]),
    ]
}

/// Writes every generated module and bundle.
pub(crate) fn web() -> Result<()> {
    for (file, text) in generated()?.into_iter().chain(editions::words()?) {
        write(&file, &text)?;
    }
    for bundle in of_portal()?.into_iter().chain(of_publisher()) {
        write(Path::new(&bundle.file), &bundle.text()?)?;
    }
    Ok(())
}

/// Checks that the generated modules and the checked-in bundles are current, then types, format and lints, and runs the tests.
pub(crate) fn check() -> Result<()> {
    ensure_imported()?;
    for (file, text) in generated()? {
        ensure_current(&file, &text)?;
    }
    for bundle in of_publisher() {
        ensure_current(Path::new(&bundle.file), &bundle.text()?)?;
    }
    ensure_in_one_language()?;
    for project in [FOLDER, "web/src/worker"] {
        let mut compiler =
            process::command("node", ["web/node_modules/typescript/bin/tsc", "--noEmit", "-p", project])?;
        output::messages(&mut compiler, "types-of-scripts")?;
    }
    let mut biome =
        process::command("node", ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"])?;
    output::messages(biome.current_dir(FOLDER), "lints-of-scripts")?;
    test()
}

/// Fails if the search in a translated edition has a Chinese letter: readers would download another language's words. The embed builder has
/// the labels of both, because partners choose the language.
fn ensure_in_one_language() -> Result<()> {
    let translated =
        LANGUAGES.iter().skip(1).map(|language| script_of_edition("target/web/search.js", language.folder));
    let translated: Vec<String> = translated.collect();
    for bundle in of_portal()?.iter().filter(|bundle| translated.contains(&bundle.file)) {
        let text = bundle.text()?;
        let found = text.chars().find(|letter| matches!(letter, '\u{3400}'..='\u{9fff}'));
        ensure!(
            found.is_none(),
            told!(
                zh "{} 里有汉字 {found:?}：文字应来自 #messages",
                en "{} has the Chinese letter {found:?}: words come from #messages",
                bundle.file
            )
        );
    }
    Ok(())
}

/// Fails for a sheet that is neither imported by the main sheet nor a bundle of its own: no page would have its rules.
fn ensure_imported() -> Result<()> {
    let folder = Path::new(SHEETS);
    let main = workspace::read(folder.join(MAIN_SHEET))?;
    let bundles: Vec<Bundle> = of_portal()?.into_iter().chain(of_publisher()).collect();
    for entry in fs::read_dir(folder).with_context(|| told!(zh "无法读取 {SHEETS}", en "{SHEETS} cannot be read"))?
    {
        let name = entry?.file_name().to_string_lossy().into_owned();
        let is_bundle = bundles.iter().any(|bundle| Path::new(bundle.source) == folder.join(&name));
        ensure!(
            is_bundle || main.contains(&format!("@import \"{name}\"")),
            told!(
                zh "{SHEETS}/{MAIN_SHEET} 没有引入 {name}：加上 @import 或删除该样式表",
                en "{SHEETS}/{MAIN_SHEET} does not import {name}: add an @import or delete the sheet"
            )
        );
    }
    Ok(())
}

/// Runs the tests of web/test in Node.js.
pub(crate) fn test() -> Result<()> {
    engine::prepare()?;
    let mut node = process::command("node", ["--test", "--test-reporter=dot"])?;
    output::messages(node.current_dir(FOLDER), "tests-of-scripts")
}

/// The generated files and their texts.
fn generated() -> Result<Vec<(PathBuf, String)>> {
    let file = |name: &str| Path::new(GENERATED).join(name);
    let mut generated = vec![
        (file("paths.js"), paths::javascript()?),
        (file("examples.js"), paths::examples()),
        (file("labels.js"), investchn_messages::labels()),
        (file("style.js"), style()?),
    ];
    for language in LANGUAGES {
        generated.push((file(&editions::messages_file(language)), editions::messages(language)?));
    }
    let texts = process::output_of("node", [PARTNER_FILES])
        .with_context(|| told!(zh "{PARTNER_FILES} 失败", en "{PARTNER_FILES} failed"))?;
    let texts: BTreeMap<String, String> = serde_json::from_str(&texts)
        .with_context(|| told!(zh "{PARTNER_FILES} 写出的不是 JSON", en "{PARTNER_FILES} wrote no JSON"))?;
    generated.extend(texts.into_iter().map(|(name, text)| (Path::new(PARTNERS).join(name), text)));
    Ok(generated)
}

/// The sheet of the partners' element as a module: the element makes its sheet of a text.
fn style() -> Result<String> {
    let sheet = bundle(STYLE, "", &[]).text()?;
    let text =
        serde_json::to_string(sheet.trim_end()).with_context(|| told!(zh "样式表不是文本", en "a sheet is no text"))?;
    Ok(format!("// Generated from {STYLE}. Change a rule there.\n\nexport const STYLE = {text};\n"))
}

/// Writes a file unless it has this text: a newer date on the same bytes would build the publisher again.
fn write(file: &Path, text: &str) -> Result<()> {
    if is_current(file, text) {
        return Ok(());
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)
            .with_context(|| told!(zh "无法新建文件夹 {}", en "{} cannot be made", folder.display()))?;
    }
    workspace::write(file, text)
}

fn is_current(file: &Path, text: &str) -> bool {
    fs::read_to_string(file).is_ok_and(|old| old == text)
}

fn ensure_current(file: &Path, text: &str) -> Result<()> {
    ensure!(
        is_current(file, text),
        told!(zh "{} 已过时：运行 `cargo xtask web`", en "{} is stale: run `cargo xtask web`", file.display())
    );
    Ok(())
}

impl Bundle {
    /// The bundle's text.
    fn text(&self) -> Result<String> {
        let mut esbuild =
            process::command("esbuild", ["--bundle", "--minify", "--charset=utf8", "--log-level=warning"])?;
        let output = esbuild
            .args(&self.options)
            .arg(self.source)
            .output()
            .with_context(|| told!(zh "无法启动 esbuild", en "esbuild could not be started"))?;
        let errors = String::from_utf8_lossy(&output.stderr);
        ensure!(
            output.status.success() && errors.is_empty(),
            told!(zh "esbuild 处理 {} 时出错：{errors}", en "esbuild complains of {}: {errors}", self.source)
        );
        let text = String::from_utf8(output.stdout)
            .with_context(|| told!(zh "esbuild 写出的不是文本", en "esbuild wrote no text"))?;
        let is_sheet = Path::new(self.source).extension().is_some_and(|it| it == "css");
        // esbuild keeps the spaces within the values of custom properties.
        Ok(if is_sheet { text.replace(": ", ":").replace(", ", ",") } else { text })
    }
}
