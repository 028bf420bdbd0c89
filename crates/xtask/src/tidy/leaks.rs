//! Rules for text that no file may contain: paths of a machine, and hosts of package registries.

use investchn_tooling::told;

use super::finding::Finding;
use super::tree::{File, Tree};

/// Home and work folders of a machine, split so that this file does not contain them.
const MACHINE: [[&str; 2]; 4] = [["/ro", "ot/"], ["/wo", "rk/"], ["/ho", "me/"], ["/Use", "rs/"]];

/// Hosts of package registries. A lock file that names one binds every contributor to it.
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

/// Checks every text file against both lists.
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
                told!(
                    zh "这是某台机器上的路径：从代码库的根写起",
                    en "a path of one machine: name it from the repository's root"
                ),
            ));
        }
        if REGISTRIES.iter().any(|needle| line.contains(&needle.concat())) {
            findings.push(Finding::at_line(
                &file.path,
                number,
                told!(
                    zh "这是软件包仓库的主机名：由设置决定，不写在文件里",
                    en "the host of a package registry: leave it to the settings"
                ),
            ));
        }
    }
    findings
}

/// Returns true if a path starts with the needle. `https://example.com/home/` contains the same letters, but its path starts
/// earlier.
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
    fn machine_paths_are_reported() {
        assert_eq!(places(&["see `/ho", "me/ann/portal`"].concat()), ["a.md:1"]);
        assert_eq!(places(&["file at \"/ro", "ot/x\""].concat()), ["a.md:1"]);
    }

    #[test]
    fn addresses_are_not_machine_paths() {
        assert_eq!(places("https://example.com/home/news and data/home/1.json"), [""; 0]);
    }

    #[test]
    fn registry_hosts_are_reported() {
        assert_eq!(places(&["a\n\"resolved\": \"https://registry", ".npmjs.org/x\""].concat()), ["a.md:2"]);
        // The name of the public registry in Cargo.lock, which is the same on every machine.
        assert_eq!(places("registry+https://github.com/rust-lang/crates.io-index"), [""; 0]);
    }
}
