//! Parses the Rust files of a crate by following its `mod` declarations from `lib.rs` and `main.rs`. Code that is compiled for
//! tests only is left out.

use anyhow::{Context, Result};
use syn::{Attribute, Expr, ExprLit, Item, Lit, Meta, MetaNameValue};

/// A module of a crate: a file, or an inline module.
pub(crate) struct Module {
    /// The file that contains it, relative to the root of the repository.
    pub(crate) file: String,
    /// Its path in the crate; empty for the root module.
    pub(crate) path: Vec<String>,
    pub(crate) items: Vec<Item>,
}

/// The modules of a library or a program.
pub(crate) struct Target {
    pub(crate) modules: Vec<Module>,
}

impl Target {
    /// Reads the library or program with this root file. Returns none if the file does not exist.
    pub(crate) fn read(root: &str, text: &dyn Fn(&str) -> Option<String>) -> Result<Option<Self>> {
        let Some(source) = text(root) else { return Ok(None) };
        let mut target = Target { modules: Vec::new() };
        let folder = root.rsplit_once('/').map_or("", |(folder, _)| folder);
        target.add(root, Vec::new(), parse(root, &source)?, folder, text)?;
        Ok(Some(target))
    }

    /// Adds a module and its submodules, whose files are in `folder`.
    fn add(
        &mut self,
        file: &str,
        path: Vec<String>,
        items: Vec<Item>,
        folder: &str,
        text: &dyn Fn(&str) -> Option<String>,
    ) -> Result<()> {
        let mut kept = Vec::new();
        for item in items {
            if is_for_tests(attributes(&item)) {
                continue;
            }
            let Item::Mod(module) = item else {
                kept.push(item);
                continue;
            };
            let name = module.ident.to_string();
            let (path, below) = ([path.clone(), vec![name.clone()]].concat(), format!("{folder}/{name}"));
            match module.content {
                Some((_, items)) => self.add(file, path, items, &below, text)?,
                None => {
                    let file =
                        path_attribute(&module.attrs).map_or(format!("{below}.rs"), |path| relative(file, &path));
                    let source = text(&file)
                        .with_context(|| investchn_tooling::told!(zh "没有 {file}", en "{file} is not there"))?;
                    self.add(&file, path, parse(&file, &source)?, &below, text)?;
                }
            }
        }
        self.modules.push(Module { file: file.to_owned(), path, items: kept });
        Ok(())
    }
}

fn parse(file: &str, source: &str) -> Result<Vec<Item>> {
    Ok(syn::parse_file(source)
        .with_context(|| investchn_tooling::told!(zh "{file} 不是 Rust 代码", en "{file} cannot be parsed"))?
        .items)
}

/// Reads the path of `#[path = "…"]`, which a module has whose file has another name or place.
fn path_attribute(attributes: &[Attribute]) -> Option<String> {
    attributes.iter().find_map(|attribute| match &attribute.meta {
        Meta::NameValue(MetaNameValue { path, value: Expr::Lit(ExprLit { lit: Lit::Str(text), .. }), .. })
            if path.is_ident("path") =>
        {
            Some(text.value())
        }
        _ => None,
    })
}

/// Resolves a path, such as `../a.rs`, that a file names.
fn relative(file: &str, path: &str) -> String {
    let mut parts: Vec<&str> = file.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// Returns true for `#[cfg(test)]`.
fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg") && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(it) => &it.attrs,
        Item::Enum(it) => &it.attrs,
        Item::Fn(it) => &it.attrs,
        Item::Impl(it) => &it.attrs,
        Item::Macro(it) => &it.attrs,
        Item::Mod(it) => &it.attrs,
        Item::Static(it) => &it.attrs,
        Item::Struct(it) => &it.attrs,
        Item::Trait(it) => &it.attrs,
        Item::Type(it) => &it.attrs,
        Item::Use(it) => &it.attrs,
        _ => &[],
    }
}

/// Returns the name of an item that can be imported, unless it is a module.
pub(crate) fn name(item: &Item) -> Option<&syn::Ident> {
    match item {
        Item::Const(it) => Some(&it.ident),
        Item::Enum(it) => Some(&it.ident),
        Item::Fn(it) => Some(&it.sig.ident),
        Item::Macro(it) => it.ident.as_ref(),
        Item::Static(it) => Some(&it.ident),
        Item::Struct(it) => Some(&it.ident),
        Item::Trait(it) => Some(&it.ident),
        Item::Type(it) => Some(&it.ident),
        Item::Union(it) => Some(&it.ident),
        _ => None,
    }
}

/// Makes a target from the text of its files, for tests of the rules.
#[cfg(test)]
pub(crate) fn target_of(files: &[(&str, &str)]) -> Target {
    let text = |path: &str| files.iter().find(|(file, _)| *file == path).map(|(_, text)| (*text).to_owned());
    Target::read("src/lib.rs", &text).unwrap().unwrap()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_found_in_files_and_in_braces() {
        let target = target_of(&[
            ("src/lib.rs", "mod a; mod inside { pub struct B; }"),
            ("src/a.rs", "mod deep;"),
            ("src/a/deep.rs", "fn f() {}"),
        ]);
        let mut found: Vec<_> =
            target.modules.iter().map(|it| format!("{}: {}", it.path.join("::"), it.file)).collect();
        found.sort();
        assert_eq!(found, [": src/lib.rs", "a: src/a.rs", "a::deep: src/a/deep.rs", "inside: src/lib.rs"]);
    }

    #[test]
    fn a_module_may_name_its_file() {
        let source = "#[path = \"../shared/a.rs\"] mod b;";
        let target = target_of(&[("src/lib.rs", source), ("shared/a.rs", "fn f() {}")]);
        assert!(target.modules.iter().any(|it| it.path == ["b"] && it.file == "shared/a.rs"));
    }

    #[test]
    fn test_code_is_left_out() {
        let target = target_of(&[("src/lib.rs", "#[cfg(test)] mod tests; #[cfg(test)] struct A; struct B;")]);
        assert_eq!(target.modules.len(), 1);
        assert_eq!(target.modules[0].items.len(), 1);
    }

    #[test]
    fn a_crate_without_the_file_has_no_target() {
        assert!(Target::read("src/main.rs", &|_| None).unwrap().is_none());
        assert!(Target::read("src/lib.rs", &|file| (file == "src/lib.rs").then(|| "mod gone;".to_owned())).is_err());
    }
}
