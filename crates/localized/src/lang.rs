//! The language of a program's output: of its option, of the environment, or its default.

use std::str::FromStr;

/// A language in which the tools speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lang {
    /// Chinese.
    Zh,
    /// English.
    En,
}

/// The environment variables that name the language of messages; the first that is set decides, as in POSIX.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

impl Lang {
    /// Chooses the language by the environment. `variable` returns a variable's value; `default` is for an environment that names no
    /// language, or one that the tools do not speak.
    pub fn of_environment(variable: impl Fn(&str) -> Option<String>, default: Lang) -> Lang {
        let named = VARIABLES.iter().filter_map(|name| variable(name)).find(|value| !value.is_empty());
        named.and_then(|value| value.parse().ok()).unwrap_or(default)
    }
}

/// A language that the tools do not speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLang;

/// Reads `zh`, `en`, and names of locales: `zh_CN.UTF-8`, `en-GB`. `C` and `POSIX` name no language.
impl FromStr for Lang {
    type Err = UnknownLang;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let language = text.split(['_', '-', '.', '@']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "zh" => Ok(Lang::Zh),
            "en" => Ok(Lang::En),
            _ => Err(UnknownLang),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variables: &[(&str, &str)]) -> Lang {
        let value = |name: &str| variables.iter().find(|(it, _)| *it == name).map(|(_, value)| (*value).to_owned());
        Lang::of_environment(value, Lang::Zh)
    }

    #[test]
    fn the_first_variable_that_is_set_decides() {
        assert_eq!(of(&[("LC_ALL", ""), ("LC_MESSAGES", "en_US.UTF-8"), ("LANG", "zh_CN.UTF-8")]), Lang::En);
        assert_eq!(of(&[("LC_ALL", "zh_CN"), ("LANG", "en_GB")]), Lang::Zh);
    }

    #[test]
    fn an_environment_without_a_known_language_gets_the_default() {
        for variables in [&[][..], &[("LANG", "C.UTF-8")], &[("LANG", "fr_FR.UTF-8")], &[("LANG", "")]] {
            assert_eq!(of(variables), Lang::Zh, "{variables:?}");
        }
    }

    #[test]
    fn names_of_languages_and_locales_are_read() {
        for (text, lang) in
            [("zh", Lang::Zh), ("zh-Hans-CN", Lang::Zh), ("EN", Lang::En), ("en_GB.UTF-8@euro", Lang::En)]
        {
            assert_eq!(text.parse(), Ok(lang), "{text}");
        }
        for text in ["", "C", "POSIX", "fr", "english", "z"] {
            assert_eq!(text.parse::<Lang>(), Err(UnknownLang), "{text}");
        }
    }
}
