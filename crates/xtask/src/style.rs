//! Joins the sheets of style/ into the one that index.html names, since Trunk does not. style/main.css says which and
//! in which order; a rule of style is never written here.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use investchn_tooling::workspace;

const FOLDER: &str = "style";
const MAIN: &str = "main.css";
const OUT: &str = "target/style/portal.css";

/// Writes the joined sheet, where it differs from the one that is there.
pub(crate) fn style() -> Result<()> {
    let joined = join(Path::new(FOLDER))?;
    let out = Path::new(OUT);
    // A newer date on the same bytes would make Trunk build for ever.
    if fs::read_to_string(out).is_ok_and(|old| old == joined) {
        return Ok(());
    }
    if let Some(folder) = out.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    fs::write(out, joined).with_context(|| format!("{OUT} cannot be written"))
}

/// One `@import "tokens.css" layer(tokens);`.
#[derive(Debug, PartialEq)]
struct Import {
    file: String,
    layer: String,
}

fn join(folder: &Path) -> Result<String> {
    let (layers, imports) = read_main(&workspace::read(folder.join(MAIN))?)?;
    let unnamed: Vec<_> = sheets(folder)?.into_iter().filter(|file| !imports.iter().any(|i| i.file == *file)).collect();
    ensure!(unnamed.is_empty(), "{FOLDER}/{MAIN} imports no {}: add an @import or delete it", unnamed.join(", "));

    let mut joined = format!("@layer {};\n", layers.join(", "));
    for Import { file, layer } in &imports {
        ensure!(layers.contains(layer), "{FOLDER}/{MAIN}: layer({layer}) of {file} is not in the line @layer …;");
        let sheet = workspace::read(folder.join(file))
            .with_context(|| format!("{FOLDER}/{MAIN} imports {file}, which is not there"))?;
        joined.push_str(&format!("@layer {layer} {{\n{}}}\n", bare(&sheet)));
    }
    Ok(joined)
}

/// The names of the layers and the imports, in their order.
fn read_main(text: &str) -> Result<(Vec<String>, Vec<Import>)> {
    let (mut layers, mut imports) = (Vec::new(), Vec::new());
    for statement in bare(text).split(';').map(str::trim).filter(|statement| !statement.is_empty()) {
        if let Some(names) = statement.strip_prefix("@layer ") {
            layers.extend(names.split(',').map(|name| name.trim().to_owned()));
        } else if let Some(import) = read_import(statement) {
            imports.push(import);
        } else {
            bail!("{FOLDER}/{MAIN}: `{statement}` is neither `@layer a, b` nor `@import \"a.css\" layer(a)`");
        }
    }
    ensure!(!layers.is_empty(), "{FOLDER}/{MAIN} has no line @layer a, b; which gives the order of the layers");
    Ok((layers, imports))
}

fn read_import(statement: &str) -> Option<Import> {
    let (file, layer) = statement.strip_prefix("@import \"")?.split_once('"')?;
    let layer = layer.trim().strip_prefix("layer(")?.strip_suffix(')')?;
    Some(Import { file: file.to_owned(), layer: layer.to_owned() })
}

/// Every sheet of the folder but the main one.
fn sheets(folder: &Path) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let name = entry.context("an entry of style/ cannot be read")?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".css") && name != MAIN {
            names.insert(name);
        }
    }
    Ok(names)
}

/// A sheet without its comments and empty lines, which no reader's browser needs. Text in quotes stays as it is.
fn bare(sheet: &str) -> String {
    let mut kept = String::with_capacity(sheet.len());
    let mut characters = sheet.chars().peekable();
    let mut quote = None;
    while let Some(c) = characters.next() {
        match quote {
            Some(_) if c == '\\' => {
                kept.push(c);
                kept.extend(characters.next());
                continue;
            }
            Some(open) if c == open => quote = None,
            None if c == '"' || c == '\'' => quote = Some(c),
            None if c == '/' && characters.peek() == Some(&'*') => {
                characters.next();
                let mut last = ' ';
                for inside in characters.by_ref() {
                    if last == '*' && inside == '/' {
                        break;
                    }
                    last = inside;
                }
                continue;
            }
            _ => {}
        }
        kept.push(c);
    }
    kept.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIN_TEXT: &str = "/* order; matters */\n@layer reset, tokens;\n@import \"reset.css\" layer(reset);\n\
                             @import \"tokens.css\" layer(tokens);\n";

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        folder
    }

    #[test]
    fn sheets_are_wrapped_in_their_layers_in_order() {
        let folder = folder(&[(MAIN, MAIN_TEXT), ("reset.css", "a { b: c }\n"), ("tokens.css", "/* why */\n:root {}")]);
        let expected = "@layer reset, tokens;\n@layer reset {\na { b: c }\n}\n@layer tokens {\n:root {}\n}\n";
        assert_eq!(join(folder.path()).unwrap(), expected);
    }

    #[test]
    fn a_missing_sheet_is_named() {
        let folder = folder(&[(MAIN, MAIN_TEXT), ("reset.css", "")]);
        assert!(format!("{:#}", join(folder.path()).unwrap_err()).contains("tokens.css"));
    }

    #[test]
    fn a_sheet_that_nobody_imports_is_named() {
        let folder = folder(&[(MAIN, MAIN_TEXT), ("reset.css", ""), ("tokens.css", ""), ("lost.css", "")]);
        assert!(join(folder.path()).unwrap_err().to_string().contains("lost.css"));
    }

    #[test]
    fn a_layer_without_a_place_is_named() {
        let folder = folder(&[(MAIN, "@layer a;\n@import \"b.css\" layer(b);"), ("b.css", "")]);
        assert!(join(folder.path()).unwrap_err().to_string().contains("layer(b)"));
    }

    #[test]
    fn quotes_keep_what_looks_like_a_comment() {
        assert_eq!(
            bare("a::before { content: \"/* \\\" */\" } /* gone */\n"),
            "a::before { content: \"/* \\\" */\" }\n"
        );
    }
}
