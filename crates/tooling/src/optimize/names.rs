//! The short names of the wasm's imports and exports, and their replacement in the script.

use std::collections::BTreeMap;

use crate::told;
use anyhow::{Result, ensure};
use serde::Deserialize;

/// The renamed imports and exports, as `wasm-opt` prints them.
#[derive(Deserialize)]
pub(super) struct Names {
    /// Module, name and new name of each import; the new module is `a`.
    imports: Vec<(String, String, String)>,
    /// Name and new name of each export.
    exports: Vec<(String, String)>,
}

impl Names {
    /// Returns the script with the short names. Fails if the script lacks an import or uses an export that does not exist,
    /// which means that wasm-bindgen has changed the form of its scripts.
    pub(super) fn apply(&self, script: &str) -> Result<String> {
        let imports: BTreeMap<&str, &str> =
            self.imports.iter().map(|(_, name, short)| (name.as_str(), short.as_str())).collect();
        let exports: BTreeMap<&str, &str> =
            self.exports.iter().map(|(name, short)| (name.as_str(), short.as_str())).collect();
        let modules: Vec<&str> = self.imports.iter().map(|(module, _, _)| module.as_str()).collect();
        ensure!(
            modules.windows(2).all(|pair| pair[0] == pair[1]),
            told!(zh "wasm 从不止一个模块导入", en "the wasm imports from more than one module")
        );

        let mut renamed = String::new();
        let mut found = 0;
        let mut before = "";
        for word in words(script) {
            let is_export = renamed.ends_with("wasm.") && before == ".";
            let new = if is_export {
                let short = exports.get(word);
                ensure!(
                    short.is_some(),
                    told!(
                        zh "脚本要用导出 {word}，wasm 中没有",
                        en "the script asks for the export {word}, which the wasm does not have"
                    )
                );
                short
            } else {
                let short = imports.get(word);
                found += usize::from(short.is_some());
                short
            };
            renamed += new.unwrap_or(&word);
            before = word;
        }
        ensure!(
            found == imports.len(),
            told!(
                zh "wasm 的 {} 个导入，脚本中只有 {found} 个",
                en "the script has {found} of the wasm's {} imports",
                imports.len()
            )
        );
        let module = modules.first().map(|module| format!("\"{module}\"")).unwrap_or_default();
        ensure!(
            renamed.contains(&module),
            told!(zh "脚本中没有模块 {module}", en "the script does not name the module {module}")
        );
        Ok(renamed.replace(&module, "\"a\""))
    }
}

/// Splits a text into identifiers and single other characters.
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
    fn only_whole_words_are_renamed_and_exports_only_after_wasm() {
        let script = "__wbg_now_1: f, __wbg_now_12 = wasm.memory + memory; x = {\"./x.js\": y}";
        let renamed = names().apply(script).unwrap();
        assert_eq!(renamed, "a: f, __wbg_now_12 = wasm.b + memory; x = {\"a\": y}");
    }

    #[test]
    fn scripts_that_do_not_match_the_wasm_are_refused() {
        for script in ["\"./x.js\"", "__wbg_now_1", "__wbg_now_1 \"./x.js\" wasm.gone"] {
            assert!(names().apply(script).is_err(), "{script}");
        }
    }
}
