//! The rule for files of a crate: they must not use each other in a circle, because files in a circle can only be read, moved
//! and tested together.
//!
//! A file uses another if a path in it resolves to an item of the other. A parent that declares a module and re-exports its
//! items does not use it; a child that takes an item of its parent does.

mod arrows;

use std::collections::{BTreeMap, BTreeSet};

use self::arrows::Graph;
use investchn_tooling::told;

use super::finding::Finding;
use crate::syntax::Target;

/// Checks a library or a program of a crate.
pub(super) fn check(target: &Target) -> Vec<Finding> {
    let graph = arrows::of(target);
    circles(&graph).iter().map(|circle| finding(circle, &graph)).collect()
}

fn finding(circle: &BTreeSet<&str>, graph: &Graph) -> Finding {
    let mut lines = Vec::new();
    for file in circle {
        for (used, item) in graph.get(*file).into_iter().flatten().filter(|(used, _)| circle.contains(used.as_str())) {
            lines.push(told!(zh "\n    {file} 使用 {used} 的 `{item}`", en "\n    {file} uses `{item}` of {used}"));
        }
    }
    let place = circle.first().copied().unwrap_or_default();
    let advice = told!(
        zh "{} 个文件循环引用：把共用的部分移到单独的文件",
        en "{} files use each other in a circle: move what they share into a file of its own",
        circle.len()
    );
    Finding::new(place, advice + &lines.concat())
}

/// Returns the largest sets of files in which each file reaches every other.
fn circles(graph: &Graph) -> Vec<BTreeSet<&str>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        graph.keys().map(|file| (file.as_str(), reach(graph, file))).collect();
    let reaches = |from: &str, to: &str| reached.get(from).is_some_and(|files| files.contains(to));
    let mut found: Vec<BTreeSet<&str>> = Vec::new();
    for (&file, files) in &reached {
        if files.contains(file) && !found.iter().any(|circle| circle.contains(file)) {
            found.push(files.iter().copied().filter(|other| reaches(other, file)).collect());
        }
    }
    found
}

/// Returns all files that a file uses, directly or indirectly.
fn reach<'a>(graph: &'a Graph, file: &str) -> BTreeSet<&'a str> {
    let (mut reached, mut open) = (BTreeSet::new(), vec![file]);
    while let Some(file) = open.pop() {
        for used in graph.get(file).into_iter().flat_map(BTreeMap::keys) {
            if reached.insert(used.as_str()) {
                open.push(used);
            }
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::target_of;

    /// Returns the circles of files in `src/`, by file name.
    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let graph = arrows::of(&target_of(files));
        let name = |file: &&str| file.trim_start_matches("src/").trim_end_matches(".rs").to_owned();
        circles(&graph).iter().map(|circle| circle.iter().map(name).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn two_files_that_import_each_other_are_a_circle() {
        let root = ("src/lib.rs", "mod a; mod b; mod c;");
        let b = ("src/b.rs", "use super::a; pub struct B; fn f() { a::f(); }");
        let c = ("src/c.rs", "use crate::b::B;");
        assert_eq!(found(&[root, ("src/a.rs", "use crate::b::B; pub fn f() {}"), b, c]), ["a b"]);
        assert_eq!(found(&[root, ("src/a.rs", "pub fn f() {}"), b, c]), [""; 0]);
    }

    #[test]
    fn paths_in_expressions_and_macros_are_uses() {
        let root = ("src/lib.rs", "mod a; mod b;");
        let b = ("src/b.rs", "use crate::a::A; pub fn b() {}");
        for a in ["pub struct A; fn f() { crate::b::b() }", "pub struct A; fn f() { println!(\"{}\", super::b::b()) }"]
        {
            assert_eq!(found(&[root, ("src/a.rs", a), b]), ["a b"], "{a}");
        }
    }

    #[test]
    fn a_parent_may_re_export_its_child() {
        let child = ("src/a.rs", "use super::Error; pub struct A;");
        assert_eq!(found(&[("src/lib.rs", "mod a; pub use a::A; pub struct Error;"), child]), [""; 0]);
        assert_eq!(found(&[("src/lib.rs", "mod a; use a::A; pub struct Error;"), child]), ["a lib"]);
    }

    #[test]
    fn a_re_exported_item_belongs_to_its_own_file() {
        let root = ("src/lib.rs", "mod a; mod b; pub use a::A; fn f() { b::f() }");
        assert_eq!(found(&[root, ("src/a.rs", "pub struct A;"), ("src/b.rs", "use crate::A; pub fn f() {}")]), [""; 0]);
        let glob = ("src/lib.rs", "mod a; mod b; pub use a::*; fn f() { b::f() }");
        assert_eq!(found(&[glob, ("src/a.rs", "pub struct A;"), ("src/b.rs", "use crate::A; pub fn f() {}")]), [""; 0]);
    }

    #[test]
    fn visibilities_are_not_uses() {
        let root = ("src/lib.rs", "mod a; fn f() { a::f() }");
        assert_eq!(found(&[root, ("src/a.rs", "pub(super) fn f() {} pub(in crate) struct A;")]), [""; 0]);
    }
}
