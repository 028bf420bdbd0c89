//! The messages of scripts as a module of JavaScript, so that scripts hold no words of their own. A constant text becomes a
//! string, a text with values a function that fills a template literal.

use crate::entry::{Entry, Group};
use crate::{EN, ZH};

/// A module with the messages of every script, as constants in camel case: the group, then the message.
///
/// ```js
/// export const bootFailed = "…";
/// export const workerDropped = "…";
/// export const workerKept = (name, articles) => `…${name}…${articles}…`;
/// export const embed = { zh: { more: "…", newsOf: (zone) => `${zone}…` }, en: { … } };
/// ```
///
/// The portal's own scripts (`boot`, `worker`, `builder`) speak Chinese. What partners' pages show, `embed`, is there in both
/// languages. A bundler leaves out what a script does not import.
pub fn javascript() -> String {
    let mut module = String::from("// Generated from crates/messages. Change a message there.\n");
    for (prefix, group) in [("boot", &ZH.boot as &dyn Group), ("builder", &ZH.builder_script), ("worker", &ZH.worker)] {
        group.each(0, &mut |entry| {
            let name = camel_case(&[prefix, "_", entry.name].concat());
            module += &["export const ", &name, " = ", &value(&entry), ";\n"].concat();
        });
    }
    module += "export const embed = {\n";
    for (lang, messages) in [("zh", &ZH.embed), ("en", &EN.embed)] {
        module += &["  ", lang, ": {\n"].concat();
        messages.each(0, &mut |entry| {
            module += &["    ", &camel_case(entry.name), ": ", &value(&entry), ",\n"].concat();
        });
        module += "  },\n";
    }
    module + "};\n"
}

/// A message as an expression. The samples of its values are placeholders of a template literal already.
fn value(entry: &Entry) -> String {
    let text = entry.text.replace('\\', "\\\\").replace('\n', "\\n");
    if entry.values.is_empty() {
        return ["\"", &text.replace('"', "\\\""), "\""].concat();
    }
    let values: Vec<&str> = entry.values.iter().map(|(name, _)| *name).collect();
    ["(", &values.join(", "), ") => `", &text.replace('`', "\\`"), "`"].concat()
}

/// `several_zones` as `severalZones`.
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
        assert_eq!(camel_case("builder_height_pending"), "builderHeightPending");
        assert_eq!(camel_case("more"), "more");
    }

    #[test]
    fn constants_become_strings_and_functions_template_literals() {
        let constant = Entry { name: "a", values: &[], text: "\"x\\\n".to_owned() };
        assert_eq!(value(&constant), "\"\\\"x\\\\\\n\"");
        let function = Entry { name: "b", values: &[("name", "&str")], text: "`${name}`".to_owned() };
        assert_eq!(value(&function), "(name) => `\\`${name}\\``");
    }

    #[test]
    fn the_module_has_every_message_of_the_scripts() {
        let module = javascript();
        for line in [
            "export const bootFailed = \"页面没有打开。",
            "export const builderSeveral = (count) => `有 ${count} 家，请从列表里选一家。`;",
            "export const workerKept = (name, articles) => `已存入公文包：${name}，共 ${articles} 篇。`;",
            "    newsOf: (zone) => `${zone}新闻`,",
            "    newsOf: (zone) => `${zone} news`,",
        ] {
            assert!(module.contains(line), "{line}\n{module}");
        }
    }

    #[test]
    fn scripts_are_given_texts_only() {
        // A number or a date would be the sample of a round, and no placeholder.
        for group in [&ZH.boot as &dyn Group, &ZH.builder_script, &ZH.worker, &ZH.embed, &EN.embed] {
            group.each(0, &mut |entry| {
                for (value, kind) in entry.values {
                    assert_eq!(*kind, "&str", "{} {value}", entry.name);
                    assert!(entry.text.contains(&["${", value, "}"].concat()), "{} {value}", entry.name);
                }
            });
        }
    }
}
