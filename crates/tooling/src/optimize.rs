//! Shrinks the app and the search's reader for a release after Trunk has built them: removes unused exports, shortens the names that
//! only a script and its wasm share, and names each file by the hash of its final content. Their behaviour does not change.

mod names;
mod script;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::{process, told, workspace};

use names::Names;

/// The app's page, which contains the names of the files.
const PAGE: &str = "app.html";

/// Begins the name of the script that loads the search's reader, of which there is one for each language.
const SEARCH_SCRIPT: &str = "search";
const READER: &str = "investchn-search-wasm";

/// Exports of Leptos that nothing calls.
const UNUSED: &str = "--remove-exports=_WASM_SPLIT_MARKER*";

/// Optimizes the files in Trunk's output folder.
pub fn optimize(folder: &Path) -> Result<()> {
    let page = folder.join(PAGE);
    let html = workspace::read(&page)?;
    let stem = between(&html, "data-js=\"", ".js\"");
    let stem = stem.with_context(|| {
        told!(
            zh "app.html 的 data-js 中没有脚本：Trunk.toml 的 pattern_script 改过吗？",
            en "app.html names no script in data-js: has pattern_script in Trunk.toml changed?"
        )
    })?;
    let sheet = between(&html, "rel=\"stylesheet\" href=\"./", "\"")
        .with_context(|| told!(zh "app.html 中没有样式表", en "app.html names no sheet"))?;
    let app = module(folder, stem, "app", "export { default, start } from")?;
    let style = workspace::read(folder.join(sheet))?;
    let new_sheet = format!("style-{}.css", short_digest(style.as_bytes()));
    let html = html.replace(&format!("{stem}_bg.wasm"), &format!("{app}_bg.wasm"));
    let html = html.replace(&format!("{stem}.js"), &format!("{app}.js")).replace(sheet, &new_sheet);
    let html = name_words(folder, html)?;
    workspace::write(&page, html.as_bytes())?;
    fs::rename(folder.join(sheet), folder.join(&new_sheet))
        .with_context(|| told!(zh "无法重命名 {sheet}", en "cannot rename {sheet}"))?;

    // The start script takes the first wasm of a release's list for the app's, so this name has to come later.
    let reader = module(folder, READER, "search", "export { default, Search, ArticleMatcher } from")?;
    let (old, new) = (format!("{READER}.js"), format!("{reader}.js"));
    for name in search_scripts(folder)? {
        let (path, script) = (folder.join(&name), workspace::read(folder.join(&name))?);
        anyhow::ensure!(
            script.contains(&old),
            told!(
                zh "{name} 中没有 {old}：web/src/search/reader.js 改过吗？",
                en "{name} does not name {old}: has web/src/search/reader.js changed?"
            )
        );
        workspace::write(path, script.replace(&old, &new).as_bytes())?;
    }
    Ok(())
}

/// Names the files of words by their content. Returns the page with the new names.
fn name_words(folder: &Path, html: String) -> Result<String> {
    let names = between(&html, "data-words=\"", "\"").with_context(|| {
        told!(zh "app.html 没有列出文字文件：Trunk.toml 改过吗？", en "app.html names no words: has Trunk.toml changed?")
    })?;
    let names: Vec<String> = names.split(' ').map(str::to_owned).collect();
    let mut html = html;
    for name in names {
        let path = folder.join(&name);
        let digest =
            short_digest(&fs::read(&path).with_context(|| told!(zh "无法读取 {name}", en "cannot read {name}"))?);
        let new = name.replace(".js", &format!("-{digest}.js"));
        fs::rename(&path, folder.join(&new))
            .with_context(|| told!(zh "无法重命名 {name}", en "cannot rename {name}"))?;
        html = html.replace(&name, &new);
    }
    Ok(html)
}

/// Lists the search's scripts: `search.js`, and `search-en.js` and the like.
fn search_scripts(folder: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let cannot_list = || told!(zh "无法列出 {}", en "cannot list {}", folder.display());
    for entry in fs::read_dir(folder).with_context(cannot_list)? {
        let name = entry.with_context(cannot_list)?.file_name().to_string_lossy().into_owned();
        let code = name.strip_prefix(SEARCH_SCRIPT).and_then(|rest| rest.strip_suffix(".js"));
        // The reader has a digest in its name.
        if code.is_some_and(|code| code.len() < 10) {
            names.push(name);
        }
    }
    anyhow::ensure!(
        !names.is_empty(),
        told!(zh "{} 里没有 {SEARCH_SCRIPT}.js", en "{} has no {SEARCH_SCRIPT}.js", folder.display())
    );
    Ok(names)
}

/// Optimizes a script and its wasm, `stem.js` and `stem_bg.wasm`, and names them by their content after `name`. `entry` are the exports
/// that are used. Returns the new stem.
fn module(folder: &Path, stem: &str, name: &str, entry: &str) -> Result<String> {
    let (old_script, old_wasm) = (format!("{stem}.js"), format!("{stem}_bg.wasm"));
    let lean = folder.join("lean.wasm");
    let names = shrink(&folder.join(&old_wasm), &lean)?;
    let wasm = fs::read(&lean).with_context(|| told!(zh "无法读取 {}", en "cannot read {}", lean.display()))?;
    let script = script::optimize(folder, &old_script, &names, entry)?;

    // Hashes the final bytes, because files with hashed names are cached for a year and must never change. The hashes in
    // Trunk's names are of the bytes before.
    let new = format!("{name}-{}", short_digest(&[script.as_bytes(), &wasm].concat()));
    let new_wasm = format!("{new}_bg.wasm");
    workspace::write(folder.join(format!("{new}.js")), script.replace(&old_wasm, &new_wasm).as_bytes())?;
    workspace::write(folder.join(&new_wasm), &wasm)?;
    for old in [folder.join(old_script), folder.join(old_wasm), lean] {
        fs::remove_file(&old).with_context(|| told!(zh "无法删除 {}", en "cannot remove {}", old.display()))?;
    }
    Ok(new)
}

/// Returns the text between two marks.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Option<&'a str> {
    Some(text.split_once(start)?.1.split_once(end)?.0)
}

fn short_digest(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}

/// Writes the smaller module to `lean`. Returns the new names of its imports and exports.
fn shrink(wasm: &Path, lean: &Path) -> Result<Names> {
    let features = workspace::wasm_features()?;
    let mut command = process::command("wasm-opt", features.split(' '))?;
    command.args([UNUSED, "-Oz", "--minify-imports-and-exports-and-modules"]);
    let output = command
        .arg(wasm)
        .arg("-o")
        .arg(lean)
        .output()
        .with_context(|| told!(zh "无法启动 wasm-opt", en "wasm-opt could not be started"))?;
    anyhow::ensure!(
        output.status.success(),
        told!(
            zh "wasm-opt 失败：{}",
            en "wasm-opt failed: {}",
            String::from_utf8_lossy(&output.stderr)
        )
    );
    serde_json::from_slice(&output.stdout).with_context(|| {
        told!(
            zh "wasm-opt 没有给出导入和导出的新名称",
            en "wasm-opt did not say how it named imports and exports"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_named_by_their_content() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["words-zh-CN.js", "words-en.js"] {
            fs::write(folder.path().join(name), name).unwrap();
        }
        let html = "<script data-words=\"words-zh-CN.js words-en.js\"></script>".to_owned();
        let html = name_words(folder.path(), html).unwrap();
        let names: Vec<&str> = between(&html, "data-words=\"", "\"").unwrap().split(' ').collect();
        assert_eq!(
            names,
            ["zh-CN", "en"].map(|lang| {
                let old = format!("words-{lang}.js");
                format!("words-{lang}-{}.js", short_digest(old.as_bytes()))
            })
        );
        for name in names {
            assert!(folder.path().join(name).is_file(), "{name}");
        }
    }

    #[test]
    fn every_language_has_its_search_script() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["search.js", "search-en.js", "search.css", "search-0123456789abcdef.js", "start.js"] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let mut names = search_scripts(folder.path()).unwrap();
        names.sort();
        assert_eq!(names, ["search-en.js", "search.js"]);
    }
}
