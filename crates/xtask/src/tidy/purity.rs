//! The rule for pure crates: they receive files from their caller and never use the system, so that they compile and run in a
//! browser too.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;

use investchn_tooling::told;

use super::finding::Finding;
use crate::syntax::Target;

/// Paths to the parts of the system that pure crates must not use.
const FORBIDDEN: [(&str, &str); 5] =
    [("std", "fs"), ("std", "net"), ("std", "process"), ("std", "env"), ("fs_err", "")];

/// Checks a target of a pure crate.
pub(super) fn check(name: &str, target: &Target) -> Vec<Finding> {
    let mut findings = Vec::new();
    for module in &target.modules {
        for item in &module.items {
            for path in forbidden(item.to_token_stream()) {
                let advice = told!(
                    zh "{name} 不能使用 `{path}`：文本或字节应由调用者传入",
                    en "{name} must not use `{path}`: let the caller hand the text or bytes in"
                );
                findings.push(Finding::new(&module.file, advice));
            }
        }
    }
    findings
}

/// Finds the forbidden paths in code: `std::fs::read`, `use std::{fs, io}`, `fs_err::read`.
fn forbidden(code: TokenStream) -> Vec<String> {
    let tokens: Vec<TokenTree> = code.into_iter().collect();
    let mut found = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            found.extend(forbidden(group.stream()));
        }
        let TokenTree::Ident(first) = token else { continue };
        for (root, part) in FORBIDDEN.iter().filter(|(root, _)| first == root) {
            if part.is_empty() {
                found.push((*root).to_owned());
            }
            match tokens.get(place + 3) {
                Some(TokenTree::Ident(second)) if second == part => found.push(format!("{root}::{part}")),
                Some(TokenTree::Group(group)) if names(group.stream(), part) => found.push(format!("{root}::{part}")),
                _ => {}
            }
        }
    }
    found
}

/// Returns true if a branch of `{fs, io::{self, Read}}` begins with a name.
fn names(branches: TokenStream, part: &str) -> bool {
    let mut is_start = true;
    for token in branches {
        match token {
            TokenTree::Ident(name) if is_start && name == part => return true,
            TokenTree::Punct(mark) if mark.as_char() == ',' => is_start = true,
            _ => is_start = false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::target_of;

    fn found(code: &str) -> usize {
        check("investchn-sources", &target_of(&[("src/lib.rs", code)])).len()
    }

    #[test]
    fn every_form_of_a_forbidden_path_is_found() {
        assert_eq!(found("use std::fs;"), 1);
        assert_eq!(found("use std::{fmt, fs::File};"), 1);
        assert_eq!(found("fn f() { let _ = std::fs::read(\"a\"); }"), 1);
        assert_eq!(found("fn f() { println!(\"{:?}\", std::fs::read(\"a\")); }"), 1);
        assert_eq!(found("use fs_err::File;"), 1);
    }

    #[test]
    fn other_code_and_tests_are_fine() {
        assert_eq!(found("use std::{fmt, io::{self, Read}}; fn fs() {}"), 0);
        assert_eq!(found("#[cfg(test)] mod tests { use std::fs; }"), 0);
    }
}
