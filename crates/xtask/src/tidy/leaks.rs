//! Rules for what no file may tell: the machine on which it was written, and from which mirror its packages came.

use super::finding::Finding;
use super::tree::{File, Tree};

/// Folders of a person's or a builder's machine, split so that this file does not hold them.
const MACHINE: [[&str; 2]; 4] = [["/ro", "ot/"], ["/wo", "rk/"], ["/ho", "me/"], ["/Use", "rs/"]];

/// Hosts of package registries; a lock file that names its registry by a host binds everybody to it.
const REGISTRIES: [[&str; 2]; 8] = [
    ["index.crates", ".io"],
    ["static.crates", ".io"],
    ["registry", ".npmjs.org"],
    ["registry.yarnpkg", ".com"],
    ["registry.npmmirror", ".com"],
    ["files.pythonhosted", ".org"],
    ["//pypi", ".org"],
    ["proxy.golang", ".org"],
];

/// Every text file against both lists.
pub(super) fn check(tree: &Tree) -> Vec<Finding> {
    tree.files.iter().flat_map(leaks).collect()
}

fn leaks(file: &File) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, line) in file.lines() {
        if MACHINE.iter().any(|needle| starts_a_path(line, &needle.concat())) {
            findings.push(Finding::at_line(
                &file.path,
                number,
                "a path of one machine: name it from the repository's root",
            ));
        }
        if REGISTRIES.iter().any(|needle| line.contains(&needle.concat())) {
            findings.push(Finding::at_line(
                &file.path,
                number,
                "the host of a package registry: leave it to the settings",
            ));
        }
    }
    findings
}

/// `https://example.com/home/` holds the same letters, but there the path begins earlier.
fn starts_a_path(line: &str, needle: &str) -> bool {
    line.match_indices(needle).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || "./_-~}>*".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::tree::tree_of;

    fn places(text: &str) -> Vec<String> {
        check(&tree_of(&[("a.md", text)])).into_iter().map(|finding| finding.place).collect()
    }

    #[test]
    fn a_machine_is_not_told() {
        assert_eq!(places(&["see `/ho", "me/ann/portal`"].concat()), ["a.md:1"]);
        assert_eq!(places(&["file at \"/ro", "ot/x\""].concat()), ["a.md:1"]);
    }

    #[test]
    fn an_address_is_not_a_machine() {
        assert_eq!(places("https://example.com/home/news and data/home/1.json"), [""; 0]);
    }

    #[test]
    fn a_registry_is_not_told() {
        assert_eq!(places(&["a\n\"resolved\": \"https://registry", ".npmjs.org/x\""].concat()), ["a.md:2"]);
        // The name that Cargo.lock gives to the public registry on every machine.
        assert_eq!(places("registry+https://github.com/rust-lang/crates.io-index"), [""; 0]);
    }
}
