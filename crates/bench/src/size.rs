//! `cargo xtask size`: compares the files that readers download before the app answers with `bench/budget.toml`.

mod parts;

use investchn_tooling::told;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use investchn_tooling::{build, workspace};

const BUDGET: &str = "bench/budget.toml";

/// Bytes that a kind of file may be below its budget before the budget must be lowered.
const SLACK: u64 = 2_048;

/// The budget: bytes by kind of file, after brotli at its highest level.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    /// Bytes by kind. A kind is the end of the names of its files, or their beginning and end with a star between them.
    brotli: BTreeMap<String, u64>,
    /// Maximum number of requests of a partner's page to the portal, by the way that it embeds. The flows in `tests/site/embed/`
    /// check it.
    #[serde(rename = "requests")]
    _requests: BTreeMap<String, u64>,
}

/// The arguments of the command.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Check the built app only; do not build it.
    #[arg(long)]
    built: bool,
}

/// Prints the size of the app and fails if it is over the budget. Builds the app first and prints the parts of the wasm, unless
/// `--built` is given.
pub(crate) fn size(args: &Args) -> Result<()> {
    if !args.built {
        build::app_for_readers()?;
        parts::print()?;
    }
    check()
}

/// Fails if the built app is over the budget, and names the kinds that grew.
fn check() -> Result<()> {
    let budget: Budget = toml::from_str(&workspace::read(BUDGET)?)
        .with_context(|| told!(zh "无法读取 {BUDGET}", en "{BUDGET} cannot be read"))?;
    let weights = weights(Path::new(workspace::APP_DIR), &budget)?;
    println!(
        "\n{}\n| :-- | --: | --: |",
        told!(zh "| 读者下载的文件 | brotli，字节 | 限额 |", en "| what a reader downloads | brotli, bytes | budget |")
    );
    for (kind, weight) in &weights {
        println!("| {kind} | {weight} | {} |", budget.brotli[kind]);
    }
    let (sum, allowed) = (weights.values().sum::<u64>(), budget.brotli.values().sum::<u64>());
    println!("{}\n", told!(zh "| 共计 | {sum} | {allowed} |", en "| together | {sum} | {allowed} |"));
    let verdicts: Vec<String> =
        weights.iter().filter_map(|(kind, weight)| verdict(kind, *weight, budget.brotli[kind])).collect();
    if verdicts.is_empty() { Ok(()) } else { bail!("{}", verdicts.join("\n")) }
}

/// Returns the message for a size that is over the budget or far below it.
fn verdict(kind: &str, weight: u64, budget: u64) -> Option<String> {
    if weight > budget {
        let grown = weight - budget;
        return Some(told!(
            zh "{kind} 超出限额 {budget} 共 {grown} 字节：减小它，或提高 {BUDGET} 并说明理由",
            en "{kind} is {grown} bytes over its budget of {budget}: make it lighter, or raise {BUDGET} and say why"
        ));
    }
    let spare = budget - weight;
    (spare > SLACK).then(|| {
        told!(
            zh "{kind} 比限额少 {spare} 字节：把 {weight} 写进 {BUDGET}，使它不再变大",
            en "{kind} is {spare} bytes under its budget: write {weight} into {BUDGET}, so that it stays so"
        )
    })
}

/// Returns the compressed bytes of the app's files by kind.
fn weights(folder: &Path, budget: &Budget) -> Result<BTreeMap<String, u64>> {
    let mut weights: BTreeMap<String, u64> = budget.brotli.keys().map(|kind| (kind.clone(), 0)).collect();
    for path in files(folder)? {
        let name = path.strip_prefix(folder).ok().and_then(Path::to_str).unwrap_or_default();
        // The longest matching kind, because start.js is a kind of its own.
        let kind = weights.keys().filter(|kind| is_of_kind(name, kind)).max_by_key(|kind| kind.len()).cloned();
        if let Some(kind) = kind {
            let bytes =
                fs::read(&path).with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", path.display()))?;
            *weights.entry(kind).or_default() += brotli(&bytes)?;
        }
    }
    match weights.iter().find(|(_, weight)| **weight == 0) {
        Some((kind, _)) => bail!(told!(
            zh "{} 中没有 {kind} 类文件：先编译应用",
            en "{} has no file of the kind {kind}: build the app first",
            folder.display()
        )),
        None => Ok(weights),
    }
}

fn is_of_kind(name: &str, kind: &str) -> bool {
    match kind.split_once('*') {
        Some((start, end)) => name.starts_with(start) && name.ends_with(end),
        None => name.ends_with(kind),
    }
}

/// Lists the files of the app and of the embeds. The hashed copy of the partners' script is left out, since it is the same
/// file.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for folder in [folder.to_owned(), folder.join("embed")] {
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            entries => entries.with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", folder.display()))?,
        };
        for entry in entries {
            let path = entry.with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", folder.display()))?.path();
            let is_hashed_copy = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("embed-"));
            if path.is_file() && !is_hashed_copy {
                files.push(path);
            }
        }
    }
    Ok(files)
}

fn brotli(bytes: &[u8]) -> Result<u64> {
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &best)
        .with_context(|| told!(zh "brotli 压缩失败", en "brotli failed"))?;
    Ok(packed.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verdicts_report_growth_and_large_savings() {
        assert_eq!(verdict(".wasm", 100, 100), None);
        assert_eq!(verdict(".wasm", 100, 200), None);
        assert!(verdict(".wasm", 101, 100).unwrap().contains("1 bytes over"));
        assert!(verdict(".wasm", 1000, 4000).unwrap().contains("write 1000"));
    }

    #[test]
    fn files_count_for_the_longest_matching_kind() {
        let folder = tempfile::tempdir().unwrap();
        let budget: Budget = toml::from_str("[brotli]\n\".js\" = 9\n\"start.js\" = 9\n[requests]").unwrap();
        fs::write(folder.path().join("start.js"), "1").unwrap();
        assert!(weights(folder.path(), &budget).is_err());
        fs::write(folder.path().join("app-1.js"), "x".repeat(9999)).unwrap();
        let weights = weights(folder.path(), &budget).unwrap();
        assert!(weights["start.js"] < weights[".js"]);
    }

    #[test]
    fn a_star_in_a_kind_stands_for_the_digest() {
        assert!(is_of_kind("search-0123456789abcdef_bg.wasm", "search-*.wasm"));
        assert!(
            !is_of_kind("app-0123456789abcdef_bg.wasm", "search-*.wasm") && !is_of_kind("search.js", "search-*.js")
        );
    }
}
