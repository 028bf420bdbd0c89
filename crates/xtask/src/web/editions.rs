//! The modules that scripts have for each language of the portal: the messages that a bundle imports, and the words of the app. A
//! reader loads those of one language.

use std::path::PathBuf;

use anyhow::{Context, Result};
use investchn_messages::{LANGUAGES, Messages};
use investchn_tooling::told;

/// Returns the file of a module in the folder of generated modules. Scripts import it as `#messages` (web/package.json).
pub(super) fn messages_file(language: &Messages) -> String {
    format!("messages-{}.js", language.lang())
}

/// The module of a language: its messages, and where its edition and the one that the search leads to are.
pub(super) fn messages(language: &Messages) -> Result<String> {
    let other = elsewhere(language)?;
    let (lang, folder, other_lang, other) = (language.lang(), language.folder, other.lang(), other.folder);
    let text = investchn_messages::javascript(language);
    Ok(format!(
        "{text}\nexport const LANG = \"{lang}\";\n/** @type {{string}} */\nexport const FOLDER = \"{folder}\";\n\
         export const ELSEWHERE_LANG = \"{other_lang}\";\n/** @type {{string}} */\nexport const ELSEWHERE_FOLDER = \"{other}\";\n"
    ))
}

/// The words of the app: a file and its text for each language. The start script loads the one of a page's edition.
pub(super) fn words() -> Result<Vec<(PathBuf, String)>> {
    let module = |language: &&Messages| {
        let text = serde_json::to_string(&language.app.lines())
            .with_context(|| told!(zh "无法把文字写成 JSON", en "cannot write the words as JSON"))?;
        Ok((PathBuf::from(format!("target/web/words-{}.js", language.lang())), format!("export default {text};\n")))
    };
    LANGUAGES.iter().map(module).collect()
}

/// Returns the language whose edition the search of another leads to: the first, which has every text, or from the first to the second.
fn elsewhere(language: &Messages) -> Result<&'static Messages> {
    LANGUAGES
        .into_iter()
        .find(|it| it.lang() != language.lang())
        .with_context(|| told!(zh "门户只有一种语言", en "the portal has one language only"))
}

#[cfg(test)]
mod tests {
    use investchn_messages::{EN, ZH};

    use super::*;

    #[test]
    fn each_language_has_its_words() {
        assert_eq!(messages_file(&ZH), "messages-zh-CN.js");
        let words = words().unwrap();
        let [(zh, _), (en, text), ..] = words.as_slice() else { panic!("two languages") };
        assert_eq!([zh, en], [&PathBuf::from("target/web/words-zh-CN.js"), &PathBuf::from("target/web/words-en.js")]);
        assert!(text.starts_with("export default \"en\\n") && text.ends_with("\";\n"), "{text}");
    }

    #[test]
    fn the_start_script_is_told_of_the_words_of_every_language() {
        let names: Vec<String> = LANGUAGES.iter().map(|language| format!("words-{}.js", language.lang())).collect();
        let attribute = format!("data-words=\"{}\"", names.join(" "));
        let trunk = include_str!("../../../../Trunk.toml");
        assert!(trunk.contains(&attribute), "write {attribute} in pattern_script of Trunk.toml");
    }

    #[test]
    fn a_translated_edition_leads_to_the_first() {
        let module = messages(&EN).unwrap();
        for line in ["LANG = \"en\";", "FOLDER = \"en/\";", "ELSEWHERE_LANG = \"zh-CN\";", "ELSEWHERE_FOLDER = \"\";"] {
            assert!(module.contains(line), "{line}\n{module}");
        }
    }
}
