//! `cargo xtask tidy`: the rules of the tree that no compiler checks. Each module below holds one kind of rule; this one
//! lists the files, asks every rule and prints what is broken.

mod docs;
mod leaks;
mod manifests;
mod source;
mod tree;
mod words;

use anyhow::{Result, ensure};

use self::tree::Tree;

/// One broken rule: where, and what to do.
#[derive(Debug, PartialEq)]
struct Finding {
    place: String,
    advice: String,
}

impl Finding {
    fn new(place: impl Into<String>, advice: impl Into<String>) -> Self {
        Finding { place: place.into(), advice: advice.into() }
    }

    fn at_line(path: &str, line: usize, advice: impl Into<String>) -> Self {
        Finding::new(format!("{path}:{line}"), advice)
    }
}

/// Prints every broken rule, then fails if there is one.
pub(crate) fn tidy() -> Result<()> {
    let tree = Tree::read()?;
    let findings: Vec<Finding> =
        [source::check(&tree), docs::check(&tree), leaks::check(&tree), words::check(&tree), manifests::check(&tree)?]
            .into_iter()
            .flatten()
            .collect();
    for finding in &findings {
        eprintln!("{}: {}", finding.place, finding.advice);
    }
    ensure!(findings.is_empty(), "{} rules of the tree are broken", findings.len());
    println!("  ✓ {} files are tidy", tree.files.len());
    Ok(())
}
