//! The messages of scripts as a JavaScript module, so that scripts contain no text of their own. A constant text becomes a
//! string, a text with values a function that fills a template literal.

use crate::entry::{Group, Message};
use crate::{EN, ZH};

/// Returns a module with the messages of every script, each prefixed by its script: constants in capitals, functions in camel
/// case. The messages on partners' pages are there in both languages.
///
/// ```js
/// export const START_FAILED = "…";
/// export const savedDone = (name, articles) => `…${name}…${articles}…`;
/// export const EMBED_LABELS = { zh: { more: "…", news: (zone) => `${zone}…` }, en: { … } };
/// ```
///
/// The portal's own scripts use Chinese. A bundler leaves out what a script does not import.
pub fn javascript() -> String {
    let mut module = String::from("// Generated from crates/messages. Change a message there.\n\n");
    for (script, group) in [
        ("start", &ZH.start as &dyn Group),
        ("search", &ZH.search_script),
        ("builder", &ZH.builder_script),
        ("saved", &ZH.worker),
    ] {
        group.each(&mut |entry| {
            let name = [script, "_", entry.name].concat();
            let name = if entry.values.is_empty() { name.to_ascii_uppercase() } else { camel_case(&name) };
            module += &["export const ", &name, " = ", &value(&entry), ";\n"].concat();
        });
    }
    module += "\nexport const EMBED_LABELS = {\n";
    for (lang, messages) in [("zh", &ZH.embed), ("en", &EN.embed)] {
        module += &["  ", lang, ": {\n"].concat();
        messages.each(&mut |entry| {
            module += &["    ", &camel_case(entry.name), ": ", &value(&entry), ",\n"].concat();
        });
        module += "  },\n";
    }
    module + "};\n"
}

/// Returns a message as an expression.
fn value(entry: &Message) -> String {
    let text = entry.text.replace('\\', "\\\\");
    if entry.values.is_empty() {
        return ["\"", &text.replace('"', "\\\""), "\""].concat();
    }
    let typed = |(name, _): &(&str, &str)| ["/** @type {string | number} */ ", name].concat();
    let values: Vec<String> = entry.values.iter().map(typed).collect();
    let literal = |form: &str| ["`", &form.replace('`', "\\`").replace('{', "${"), "`"].concat();
    ["(", &values.join(", "), ") => ", &literal(&text)].concat()
}

/// Converts `several_zones` to `severalZones`.
fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let mut text = words.next().unwrap_or_default().to_owned();
    for word in words {
        let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
        text += &first.to_ascii_uppercase();
        text += rest;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_in_camel_case() {
        assert_eq!(camel_case("builder_several_zones"), "builderSeveralZones");
        assert_eq!(camel_case("more"), "more");
    }

    #[test]
    fn constants_become_strings_and_functions_template_literals() {
        let constant = Message { name: "a", values: &[], text: "\"x\\" };
        assert_eq!(value(&constant), "\"\\\"x\\\\\"");
        let function = Message { name: "b", values: &[("name", "&str")], text: "`{name}`" };
        assert_eq!(value(&function), "(/** @type {string | number} */ name) => `\\`${name}\\``");
    }

    #[test]
    fn the_module_has_every_message_of_the_scripts() {
        let module = javascript();
        for line in [
            "export const START_FAILED = \"页面没有打开。",
            "export const searchFoundAtLeast = (/** @type {string | number} */ count) => `${count} 篇以上`;",
            "export const BUILDER_NO_POLICY = \"不需要。\";",
            "export const builderSeveralZones = (/** @type {string | number} */ count) => `有 ${count} 家，",
            "=> `已存入公文包：${name}，共 ${articles} 篇。`;",
            "    many: \"Development zone news\",",
            "    news: (/** @type {string | number} */ zone) => `${zone}新闻`,",
            "    news: (/** @type {string | number} */ zone) => `${zone} news`,",
        ] {
            assert!(module.contains(line), "{line}\n{module}");
        }
    }

    #[test]
    fn messages_of_scripts_have_one_form() {
        // The scripts have no rule for plurals.
        for group in [&ZH.start as &dyn Group, &ZH.search_script, &ZH.builder_script, &ZH.worker, &ZH.embed, &EN.embed]
        {
            group.each(&mut |entry| assert!(!entry.text.contains('|'), "{}", entry.name));
        }
    }
}
