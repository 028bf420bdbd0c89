//! The short names of the wasm's imports and exports, and their way into the script.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};
use serde::Deserialize;

/// How `wasm-opt` named things, as it prints it.
#[derive(Deserialize)]
pub(super) struct Names {
    /// Module, name and new name; the module is `a` then.
    imports: Vec<(String, String, String)>,
    /// Name and new name.
    exports: Vec<(String, String)>,
}

impl Names {
    /// The script with the short names. Fails where it lacks an import or asks for an export that is not there: then
    /// wasm-bindgen writes its scripts otherwise than this knows.
    pub(super) fn put_into(&self, script: &str) -> Result<String> {
        let imports: BTreeMap<&str, &str> =
            self.imports.iter().map(|(_, name, short)| (name.as_str(), short.as_str())).collect();
        let exports: BTreeMap<&str, &str> =
            self.exports.iter().map(|(name, short)| (name.as_str(), short.as_str())).collect();
        let modules: Vec<&str> = self.imports.iter().map(|(module, _, _)| module.as_str()).collect();
        ensure!(modules.windows(2).all(|pair| pair[0] == pair[1]), "the wasm imports from more than one module");

        let mut renamed = String::new();
        let mut found = 0;
        let mut before = "";
        for word in words(script) {
            let is_export = renamed.ends_with("wasm.") && before == ".";
            let new = if is_export {
                let short = exports.get(word);
                ensure!(short.is_some(), "the script asks for the export {word}, which the wasm does not have");
                short
            } else {
                let short = imports.get(word);
                found += usize::from(short.is_some());
                short
            };
            renamed += new.unwrap_or(&word);
            before = word;
        }
        ensure!(found == imports.len(), "the script has {found} of the wasm's {} imports", imports.len());
        let module = modules.first().map(|module| format!("\"{module}\"")).unwrap_or_default();
        ensure!(renamed.contains(&module), "the script does not name the module {module}");
        Ok(renamed.replace(&module, "\"a\""))
    }
}

/// A text in pieces: identifiers, and each other character by itself.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_' || letter == '$';
        let length = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        let length = if length == 0 { rest.chars().next()?.len_utf8() } else { length };
        let (word, after) = rest.split_at_checked(length)?;
        rest = after;
        Some(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        serde_json::from_str(r#"{"imports": [["./x.js", "__wbg_now_1", "a"]], "exports": [["memory", "b"]]}"#).unwrap()
    }

    #[test]
    fn whole_words_are_renamed_and_exports_only_where_the_wasm_is_asked() {
        let script = "__wbg_now_1: f, __wbg_now_12 = wasm.memory + memory; x = {\"./x.js\": y}";
        let renamed = names().put_into(script).unwrap();
        assert_eq!(renamed, "a: f, __wbg_now_12 = wasm.b + memory; x = {\"a\": y}");
    }

    #[test]
    fn a_script_that_does_not_fit_is_refused() {
        for script in ["\"./x.js\"", "__wbg_now_1", "__wbg_now_1 \"./x.js\" wasm.gone"] {
            assert!(names().put_into(script).is_err(), "{script}");
        }
    }
}
