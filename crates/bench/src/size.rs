//! `cargo xtask size`: weighs what readers download before the app answers, and holds it to `bench/budget.toml`.

mod parts;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use investchn_tooling::{build, workspace};

const BUDGET: &str = "bench/budget.toml";

/// How much smaller a file may be before the budget should follow it, in bytes.
const SLACK: u64 = 2_048;

/// The budget: bytes by kind of file, as brotli sends them at its best.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budget {
    /// By kind: what the names of its files end with.
    brotli: BTreeMap<String, u64>,
    /// How often a partner's page may ask the portal, by the way that it embeds. The flows count (`tests/site/embed/`).
    #[serde(rename = "requests")]
    _requests: BTreeMap<String, u64>,
}

/// The arguments of the command.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only hold the app that is built to the budget.
    #[arg(long)]
    built: bool,
}

/// Prints the app's weight and fails if it is over the budget. Builds the app first, and prints what it is made of, unless only the
/// built one is wanted.
pub(crate) fn size(args: &Args) -> Result<()> {
    if !args.built {
        build::app_for_readers()?;
        parts::print()?;
    }
    check()
}

/// Fails where the app that is built is over the budget, and says what grew.
fn check() -> Result<()> {
    let budget: Budget =
        toml::from_str(&workspace::read(BUDGET)?).with_context(|| format!("{BUDGET} cannot be read"))?;
    let weights = weights(Path::new(workspace::APP_DIR), &budget)?;
    println!("\n| what a reader downloads | brotli, bytes | budget |\n| :-- | --: | --: |");
    for (kind, weight) in &weights {
        println!("| {kind} | {weight} | {} |", budget.brotli[kind]);
    }
    let (sum, allowed) = (weights.values().sum::<u64>(), budget.brotli.values().sum::<u64>());
    println!("| together | {sum} | {allowed} |\n");
    let verdicts: Vec<String> =
        weights.iter().filter_map(|(kind, weight)| verdict(kind, *weight, budget.brotli[kind])).collect();
    if verdicts.is_empty() { Ok(()) } else { bail!("{}", verdicts.join("\n")) }
}

/// What is wrong with a weight, if anything is.
fn verdict(kind: &str, weight: u64, budget: u64) -> Option<String> {
    if weight > budget {
        let grown = weight - budget;
        return Some(format!(
            "{kind} is {grown} bytes over its budget of {budget}: make it lighter, or raise {BUDGET} and say why"
        ));
    }
    let spare = budget - weight;
    (spare > SLACK)
        .then(|| format!("{kind} is {spare} bytes under its budget: write {weight} into {BUDGET}, so that it stays so"))
}

/// The app's files by kind, compressed.
fn weights(folder: &Path, budget: &Budget) -> Result<BTreeMap<String, u64>> {
    let mut weights: BTreeMap<String, u64> = budget.brotli.keys().map(|kind| (kind.clone(), 0)).collect();
    for path in files(folder)? {
        let name = path.strip_prefix(folder).ok().and_then(Path::to_str).unwrap_or_default();
        // The longest that fits: start.js is a kind of its own.
        let kind = weights.keys().filter(|kind| name.ends_with(kind.as_str())).max_by_key(|kind| kind.len()).cloned();
        if let Some(kind) = kind {
            let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            *weights.entry(kind).or_default() += brotli(&bytes)?;
        }
    }
    match weights.iter().find(|(_, weight)| **weight == 0) {
        Some((kind, _)) => bail!("{} has no file that ends with {kind}: build the app first", folder.display()),
        None => Ok(weights),
    }
}

/// The app's files, and those of partners' pages. Their script has another name too, by which it is the same file.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for folder in [folder.to_owned(), folder.join("embed")] {
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            entries => entries.with_context(|| format!("{} cannot be read", folder.display()))?,
        };
        for entry in entries {
            let path = entry.with_context(|| format!("{} cannot be read", folder.display()))?.path();
            let is_twin = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("embed-"));
            if path.is_file() && !is_twin {
                files.push(path);
            }
        }
    }
    Ok(files)
}

fn brotli(bytes: &[u8]) -> Result<u64> {
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &best).context("brotli failed")?;
    Ok(packed.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_grew_is_said_and_what_shrank_is_kept() {
        assert_eq!(verdict(".wasm", 100, 100), None);
        assert_eq!(verdict(".wasm", 100, 200), None);
        assert!(verdict(".wasm", 101, 100).unwrap().contains("1 bytes over"));
        assert!(verdict(".wasm", 1000, 4000).unwrap().contains("write 1000"));
    }

    #[test]
    fn every_kind_has_a_file_and_the_longest_name_fits() {
        let folder = tempfile::tempdir().unwrap();
        let budget: Budget = toml::from_str("[brotli]\n\".js\" = 9\n\"start.js\" = 9\n[requests]").unwrap();
        fs::write(folder.path().join("start.js"), "1").unwrap();
        assert!(weights(folder.path(), &budget).is_err());
        fs::write(folder.path().join("app-1.js"), "x".repeat(9999)).unwrap();
        let weights = weights(folder.path(), &budget).unwrap();
        assert!(weights["start.js"] < weights[".js"]);
    }
}
