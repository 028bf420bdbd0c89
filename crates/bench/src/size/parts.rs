//! Prints the bytes of the wasm by crate, and those of the app by module. The figures are bytes of code after `wasm-opt` and
//! before compression; an inlined function counts for the function that contains it.

use investchn_tooling::told;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload};

use investchn_tooling::{process, workspace};

/// The module as Cargo builds it, with function names.
const BUILT: &str = "target/wasm32-unknown-unknown/wasm-release/investchn.wasm";
const FOLDER: &str = "target/size";

/// Maximum number of rows of a table.
const LINES: usize = 24;

/// Prints both tables.
pub(super) fn print() -> Result<()> {
    let functions = functions(&named()?)?;
    let sum: usize = functions.iter().map(|(_, bytes)| bytes).sum();
    println!("\n{}", told!(zh "{} 个函数，代码 {sum} 字节", en "{} functions, {sum} bytes of code", functions.len()));
    table("crate", &functions, |name| Some(crate_of(name)));
    table(&told!(zh "应用的模块", en "module of the app"), &functions, module_of);
    Ok(())
}

/// Makes the module that readers download, but with function names.
fn named() -> Result<Vec<u8>> {
    let bound = format!("{FOLDER}/investchn_bg.wasm");
    let named = format!("{FOLDER}/named.wasm");
    process::run(&mut process::command(
        "wasm-bindgen",
        ["--target", "web", "--no-typescript", "--keep-debug", "--out-dir", FOLDER, BUILT],
    )?)?;
    let features = workspace::wasm_features()?;
    let arguments = ["-Oz", "-g"].into_iter().chain(features.split(' ')).chain([bound.as_str(), "-o", named.as_str()]);
    process::run(&mut process::command("wasm-opt", arguments)?)?;
    fs::read(Path::new(&named)).with_context(|| told!(zh "无法读取 {named}", en "{named} cannot be read"))
}

/// Returns the name and the bytes of code of every function.
fn functions(wasm: &[u8]) -> Result<Vec<(String, usize)>> {
    let (mut imported, mut sizes, mut names) = (0, Vec::new(), BTreeMap::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.with_context(|| told!(zh "无法读取 wasm", en "the wasm cannot be read"))? {
            Payload::ImportSection(imports) => {
                let functions = imports.into_imports().flatten();
                imported = functions.filter(|import| matches!(import.ty, wasmparser::TypeRef::Func(_))).count();
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.as_bytes().len()),
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(reader) = section.as_known() {
                    for map in reader.into_iter().flatten() {
                        if let Name::Function(functions) = map {
                            names.extend(
                                functions.into_iter().flatten().map(|it| (it.index as usize, it.name.to_owned())),
                            );
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let name =
        |place: usize| names.get(&(imported + place)).cloned().unwrap_or_else(|| told!(zh "无名", en "without a name"));
    Ok(sizes.into_iter().enumerate().map(|(place, bytes)| (name(place), bytes)).collect())
}

fn table(what: &str, functions: &[(String, usize)], group: impl Fn(&str) -> Option<String>) {
    let mut groups: BTreeMap<String, usize> = BTreeMap::new();
    for (name, bytes) in functions {
        if let Some(group) = group(name) {
            *groups.entry(group).or_default() += bytes;
        }
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(name, bytes)| (std::cmp::Reverse(*bytes), name.clone()));
    println!("\n{}\n| :-- | --: |", told!(zh "| {what} | 字节 |", en "| {what} | bytes |"));
    for (name, bytes) in groups.iter().take(LINES) {
        println!("| {name} | {bytes} |");
    }
}

/// Returns the crate of a function: the first identifier in its name. `<alloc[1f]::vec::Vec<T> as core::…>::next` is in
/// `alloc`.
fn crate_of(name: &str) -> String {
    let start = name.trim_start_matches(['<', '&', '(', '[', ' ']);
    let end = start.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(start.len());
    match &start[..end] {
        "" => told!(zh "无名", en "without a name"),
        found => found.to_owned(),
    }
}

/// Returns the module of a function of the app: `pages::zone` for `investchn::pages::zone::fact::h1f`.
fn module_of(name: &str) -> Option<String> {
    let (_, path) = name.split_once("investchn::")?;
    let parts: Vec<&str> =
        path.split("::").take_while(|part| part.chars().all(|it| it.is_lowercase() || it == '_')).collect();
    // The last part is the name of the function.
    let modules = parts.get(..parts.len().saturating_sub(1).min(2))?;
    Some(if modules.is_empty() { told!(zh "（根）", en "(root)") } else { modules.join("::") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crate_and_module_are_parsed_from_function_names() {
        assert_eq!(crate_of("<alloc[1f2e]::vec::Vec<T,A> as core::ops::Drop>::drop"), "alloc");
        assert_eq!(crate_of("investchn::pages::page::h0"), "investchn");
        assert_eq!(module_of("investchn::pages::zone::fact::h1").as_deref(), Some("pages::zone"));
        assert_eq!(module_of("core::fmt::write"), None);
    }

    #[test]
    fn function_names_are_offset_by_imports() {
        // (import "a" "b" (func)) and one empty function named `f`.
        let wasm = b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x07\x01\x01a\x01b\0\0\x03\x02\x01\0\x0a\x04\x01\x02\0\x0b\
            \0\x0c\x04name\x01\x05\x01\x01\x02ff";
        let functions = functions(wasm).unwrap();
        assert_eq!(functions, [("ff".to_owned(), 2)]);
    }
}
