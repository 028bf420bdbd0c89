//! `cargo xtask tidy`: checks the rules of the tree that no compiler checks. Each submodule has one kind of rule.

mod circles;
mod docs;
mod finding;
mod languages;
mod leaks;
mod manifests;
mod purity;
mod source;
mod tree;
mod types;
mod words;

use anyhow::{Result, ensure};

use self::tree::Tree;
use crate::crates;
use investchn_tooling::packages;
use investchn_tooling::told;

/// The crates that are not part of the product.
const COMMANDS: [&str; 7] = [
    "investchn-bench",
    "investchn-bench-publish",
    "investchn-bench-search",
    "investchn-devserver",
    "investchn-fuzz",
    "investchn-tooling",
    "xtask",
];

/// Prints every finding, and fails if there is one.
pub(crate) fn tidy() -> Result<()> {
    let tree = Tree::read()?;
    let packages = packages::read()?;
    let mut findings = [
        source::check(&tree),
        docs::check(&tree),
        languages::check(&tree),
        leaks::check(&tree),
        words::check(&tree),
        manifests::check(&packages),
    ]
    .concat();
    let mut product = Vec::new();
    for package in &packages {
        let targets = crates::targets(package)?;
        for target in &targets {
            findings.extend(circles::check(target));
            if packages::PURE.contains(&package.name.as_str()) {
                findings.extend(purity::check(&package.name, target));
            }
        }
        if !COMMANDS.contains(&package.name.as_str()) {
            product.extend(targets);
        }
    }
    findings.extend(types::check(&product));
    for finding in &findings {
        eprintln!("{}: {}", finding.place, finding.advice);
    }
    ensure!(findings.is_empty(), told!(zh "违反规则 {} 处", en "{} rules of the tree are broken", findings.len()));
    println!("  ✓ {}", told!(zh "{} 个文件都符合规则", en "{} files are tidy", tree.files.len()));
    Ok(())
}
