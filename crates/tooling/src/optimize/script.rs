//! Bundles and minifies the script that wasm-bindgen generates, and the handwritten scripts.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use anyhow::{Context, Result, ensure};

use super::names::Names;
use crate::{process, told, workspace};

/// Bundles and minifies a script that wasm-bindgen generated, with the short names. `entry` begins the statement that exports what other
/// scripts use. Returns its text.
pub(super) fn optimize(folder: &Path, name: &str, names: &Names, entry: &str) -> Result<String> {
    let path = folder.join(name);
    let script = names.apply(&workspace::read(&path)?)?;
    workspace::write(&path, script.as_bytes())?;
    // The entry imports only what is used, so that esbuild drops the rest.
    let arguments = ["--bundle", "--minify", "--format=esm", "--target=es2022", "--log-level=warning"];
    let mut esbuild = process::command("esbuild", arguments)?
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| told!(zh "无法启动 esbuild", en "esbuild could not be started"))?;
    let mut input = esbuild.stdin.take().with_context(|| told!(zh "esbuild 不接受文本", en "esbuild takes no text"))?;
    write!(input, "{entry} \"./{name}\"")
        .with_context(|| told!(zh "esbuild 没有收下文本", en "esbuild took no text"))?;
    drop(input);
    let output = esbuild.wait_with_output().with_context(|| told!(zh "esbuild 中断了", en "esbuild broke off"))?;
    ensure!(output.status.success(), told!(zh "esbuild 处理 {name} 失败", en "esbuild failed with {name}"));
    String::from_utf8(output.stdout).with_context(|| told!(zh "esbuild 写出的不是文本", en "esbuild wrote no text"))
}
