//! Resolves every path in the files of a crate to the file that defines the item. A use of another file is an arrow.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Item, ItemUse, Macro, Path, UseTree, Visibility};

use crate::syntax::{self, Module, Target};

/// For each file, the files that it uses, each with one item that it uses.
pub(super) type Graph = BTreeMap<String, BTreeMap<String, String>>;

/// Maximum number of re-exports that are followed for one path.
const DEPTH: usize = 8;

/// Returns the arrows between the files of a target.
pub(super) fn of(target: &Target) -> Graph {
    let names = Names::of(target);
    let mut graph = Graph::new();
    for module in &target.modules {
        graph.entry(module.file.clone()).or_default();
        let mut walk = Walk { module, names: &names, graph: &mut graph };
        module.items.iter().for_each(|item| walk.visit_item(item));
    }
    graph
}

/// The names that each module of a target defines and imports.
struct Names<'a> {
    scopes: BTreeMap<&'a [String], Scope<'a>>,
}

struct Scope<'a> {
    file: &'a str,
    defined: BTreeSet<String>,
    imports: Vec<Import>,
}

/// A branch of a `use`.
struct Import {
    path: Vec<String>,
    /// The name in the importing module; none for a glob import.
    name: Option<String>,
}

/// The target of a path.
struct Found<'a> {
    module: &'a [String],
    file: &'a str,
    /// The item; none if the path ends at the module itself.
    item: Option<String>,
}

impl<'a> Names<'a> {
    fn of(target: &'a Target) -> Self {
        let scope = |module: &'a Module| {
            let defined = module.items.iter().filter_map(syntax::name).map(ToString::to_string).collect();
            let uses = module.items.iter().filter_map(|item| if let Item::Use(it) = item { Some(it) } else { None });
            Scope { file: &module.file, defined, imports: uses.flat_map(imports).collect() }
        };
        Names { scopes: target.modules.iter().map(|module| (module.path.as_slice(), scope(module))).collect() }
    }

    /// Resolves a path in a module. Returns none for items of other crates and for local names.
    fn resolve(&self, module: &[String], path: &[String], depth: usize) -> Option<Found<'_>> {
        let depth = depth.checked_sub(1)?;
        let (first, rest) = path.split_first()?;
        let mut at = module.to_vec();
        match first.as_str() {
            "crate" => return self.walk(Vec::new(), rest, depth),
            "self" => return self.walk(at, rest, depth),
            "super" => {
                let ups = path.iter().take_while(|it| *it == "super").count();
                at.truncate(at.len().checked_sub(ups)?);
                return self.walk(at, &path[ups..], depth);
            }
            _ => {}
        }
        let child = [module, std::slice::from_ref(first)].concat();
        if self.scopes.contains_key(child.as_slice()) {
            return self.walk(child, rest, depth);
        }
        self.follow_import(module, first, rest, depth)
    }

    /// Descends from a module while the path names modules; the next name is an item.
    fn walk(&self, mut at: Vec<String>, mut path: &[String], depth: usize) -> Option<Found<'_>> {
        while let Some((first, rest)) = path.split_first() {
            at.push(first.clone());
            if !self.scopes.contains_key(at.as_slice()) {
                at.pop();
                break;
            }
            path = rest;
        }
        let (module, scope) = self.scopes.get_key_value(at.as_slice())?;
        let Some((item, rest)) = path.split_first() else {
            return Some(Found { module, file: scope.file, item: None });
        };
        if !scope.defined.contains(item)
            && let Some(found) = self.follow_import(&at, item, rest, depth)
        {
            return Some(found);
        }
        // A name that this module imports from another crate is not an item of this file.
        let is_foreign = scope.imports.iter().any(|import| import.name.as_ref() == Some(item));
        (!is_foreign).then(|| Found { module, file: scope.file, item: Some(item.clone()) })
    }

    /// Resolves a name that a module imports.
    fn follow_import(&self, module: &[String], name: &str, rest: &[String], depth: usize) -> Option<Found<'_>> {
        let scope = self.scopes.get(module)?;
        for import in &scope.imports {
            match &import.name {
                Some(known)
                    if known == name && import.path.first().is_some_and(|it| it != name || import.path.len() > 1) =>
                {
                    let path = [import.path.as_slice(), rest].concat();
                    return self.resolve(module, &path, depth);
                }
                Some(_) => {}
                None => {
                    let Some(source) = self.resolve(module, &import.path, depth) else { continue };
                    let defines = self.scopes.get(source.module).is_some_and(|it| it.defined.contains(name));
                    if source.item.is_none() && source.module != module && defines {
                        return Some(Found { item: Some(name.to_owned()), ..source });
                    }
                }
            }
        }
        None
    }
}

/// Lists the branches of a `use`.
fn imports(item: &ItemUse) -> Vec<Import> {
    fn branch(tree: &UseTree, path: &[String], found: &mut Vec<Import>) {
        let longer = |ident: &syn::Ident| [path, &[ident.to_string()]].concat();
        let last = || path.last().cloned();
        match tree {
            UseTree::Path(it) => branch(&it.tree, &longer(&it.ident), found),
            UseTree::Name(it) if it.ident == "self" => found.push(Import { path: path.to_vec(), name: last() }),
            UseTree::Name(it) => found.push(Import { path: longer(&it.ident), name: Some(it.ident.to_string()) }),
            UseTree::Rename(it) if it.ident == "self" => {
                found.push(Import { path: path.to_vec(), name: Some(it.rename.to_string()) });
            }
            UseTree::Rename(it) => found.push(Import { path: longer(&it.ident), name: Some(it.rename.to_string()) }),
            UseTree::Glob(_) => found.push(Import { path: path.to_vec(), name: None }),
            UseTree::Group(it) => it.items.iter().for_each(|tree| branch(tree, path, found)),
        }
    }
    let mut found = Vec::new();
    branch(&item.tree, &[], &mut found);
    found
}

/// A visitor that adds the arrows of a module.
struct Walk<'a> {
    module: &'a Module,
    names: &'a Names<'a>,
    graph: &'a mut Graph,
}

impl Walk<'_> {
    fn add(&mut self, path: &[String], is_re_export: bool) {
        let Some(found) = self.names.resolve(&self.module.path, path, DEPTH) else { return };
        // Naming a module does not use it; the paths that begin with its name do.
        let is_glob = path.last().is_some_and(|last| last == "*");
        let Some(item) = found.item.or_else(|| is_glob.then(|| "*".to_owned())) else { return };
        let is_below = found.module.starts_with(&self.module.path);
        if found.file != self.module.file && !(is_re_export && is_below) {
            let arrows = self.graph.entry(self.module.file.clone()).or_default();
            arrows.entry(found.file.to_owned()).or_insert(item);
        }
    }

    /// Adds the paths in the arguments of a macro, which are not parsed.
    fn add_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Ident(name) if colons == 2 || path.is_empty() => path.push(name.to_string()),
                TokenTree::Punct(mark) if mark.as_char() == ':' && !path.is_empty() => {
                    colons += 1;
                    continue;
                }
                other => {
                    self.add(&std::mem::take(&mut path), false);
                    match other {
                        TokenTree::Ident(name) => path.push(name.to_string()),
                        TokenTree::Group(group) => self.add_tokens(group.stream()),
                        _ => {}
                    }
                }
            }
            colons = 0;
        }
        self.add(&path, false);
    }
}

impl<'ast> Visit<'ast> for Walk<'_> {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let is_re_export = !matches!(item.vis, Visibility::Inherited);
        for Import { mut path, name } in imports(item) {
            if name.is_none() {
                // `use a::*` imports items that no path names.
                path.push("*".to_owned());
            }
            self.add(&path, is_re_export);
        }
    }

    /// Skips visibilities: `pub(super)` does not use the parent.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}

    fn visit_path(&mut self, path: &'ast Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.add(&segments, false);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.add_tokens(call.tokens.clone());
        visit::visit_macro(self, call);
    }
}
