//! The messages of scripts as a JavaScript module, so that scripts contain no text of their own. A constant text becomes a
//! string, a text with values a function that fills a template literal.

use crate::entry::{Group, Message};
use crate::{LANGUAGES, Messages, language_tag};

/// Returns a module with the messages of the portal's scripts in one language, each prefixed by its script: constants in capitals,
/// functions in camel case. Each language has the same names, so that a script is bundled once for each.
///
/// ```js
/// export const SEARCH_RETRY = "…";
/// export const searchFound = (count) => `…${count}…`;
/// ```
pub fn javascript(messages: &Messages) -> String {
    let mut module = String::from(HEADING);
    for (script, group) in [("search", &messages.search_script as &dyn Group), ("builder", &messages.builder_script)] {
        group.each(&mut |entry| {
            let name = [script, "_", entry.name].concat();
            let name = if entry.values.is_empty() { name.to_ascii_uppercase() } else { camel_case(&name) };
            module += &["export const ", &name, " = ", &value(&entry), ";\n"].concat();
        });
    }
    module
}

/// Returns a module with the messages that a script has in every language: those on partners' pages, and the hint at another edition. A
/// bundler leaves out what a script does not import.
///
/// ```js
/// export const EMBED_LABELS = { zh: { more: "…", news: (zone) => `${zone}…` }, en: { … } };
/// ```
pub fn labels() -> String {
    let mut module = String::from(HEADING);
    for (name, group) in [
        ("EMBED_LABELS", (|messages| &messages.embed) as fn(&Messages) -> &dyn Group),
        ("HINTS", |messages| &messages.hint),
    ] {
        module += &["export const ", name, " = {\n"].concat();
        for messages in LANGUAGES {
            module += &["  ", language_tag(messages), ": {\n"].concat();
            group(messages).each(&mut |entry| {
                module += &["    ", &camel_case(entry.name), ": ", &value(&entry), ",\n"].concat();
            });
            module += "  },\n";
        }
        module += "};\n";
    }
    module += "/** The locale of dates in an edition, by its folder. */\nexport const LOCALES = {\n";
    for messages in LANGUAGES {
        module += &["  \"", messages.folder, "\": \"", messages.date_locale, "\",\n"].concat();
    }
    module + "};\n"
}

const HEADING: &str = "// Generated from crates/messages. Change a message there.\n\n";

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
    use crate::{EN, ZH};

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
    fn each_language_has_a_module_with_the_same_names() {
        let names = |module: &str| -> Vec<String> {
            module.lines().filter_map(|line| Some(line.split_once(" = ")?.0.to_owned())).collect()
        };
        let [zh, en] = [&ZH, &EN].map(javascript);
        for language in LANGUAGES {
            assert_eq!(names(&javascript(language)), names(&zh), "{}", language.lang());
        }
        for (module, lines) in [
            (
                &zh,
                [
                    "export const searchFoundAtLeast = (/** @type {string | number} */ count) => `${count} 篇以上`;",
                    "export const BUILDER_NO_POLICY = \"不需要。\";",
                ],
            ),
            (
                &en,
                [
                    "export const searchFoundAtLeast = (/** @type {string | number} */ count) => `Articles: ${count} or more`;",
                    "export const BUILDER_NO_POLICY = \"Not needed.\";",
                ],
            ),
        ] {
            for line in lines {
                assert!(module.contains(line), "{line}\n{module}");
            }
        }
    }

    #[test]
    fn labels_are_there_in_every_language() {
        let module = labels();
        for line in [
            "    many: \"Development zone news\",",
            "    news: (/** @type {string | number} */ zone) => `${zone}新闻`,",
            "    news: (/** @type {string | number} */ zone) => `${zone} news`,",
            "export const HINTS = {",
            "  \"en/\": \"en-GB\",",
        ] {
            assert!(module.contains(line), "{line}\n{module}");
        }
    }

    #[test]
    fn messages_of_scripts_have_one_form() {
        // The scripts have no rule for plurals.
        for group in
            LANGUAGES.iter().flat_map(|it| [&it.search_script as &dyn Group, &it.builder_script, &it.embed, &it.hint])
        {
            group.each(&mut |entry| assert!(!entry.text.contains('|'), "{}", entry.name));
        }
    }
}
