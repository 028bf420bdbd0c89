//! A text in both languages.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{Lang, localized};

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Text {
    /// The Chinese text.
    pub zh: String,
    /// The English text.
    pub en: String,
}

impl Text {
    /// Returns the text in a language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }

    /// Adds the text of a cause, after a colon.
    #[must_use]
    pub fn because(self, cause: &Text) -> Self {
        self.then(&localized!(zh "：", en ": ")).then(cause)
    }

    /// Appends a text.
    #[must_use]
    pub fn then(self, next: &Text) -> Self {
        Text { zh: self.zh + &next.zh, en: self.en + &next.en }
    }

    /// Makes a text that is the same in both languages: a path, a number, a part of a source.
    pub fn same(text: impl Into<String>) -> Self {
        let en: String = text.into();
        Text { zh: en.clone(), en }
    }

    /// Lists names or values: `a, b`.
    pub fn list<T: AsRef<str>>(items: &[T]) -> Self {
        let comma = localized!(zh "、", en ", ");
        let joined = |comma: &str| items.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(comma);
        Text { zh: joined(&comma.zh), en: joined(&comma.en) }
    }

    /// Joins texts with what stands between two of them.
    pub fn join(texts: &[Text], between: &Text) -> Self {
        let joined = |lang| texts.iter().map(|text| text.get(lang)).collect::<Vec<_>>().join(between.get(lang));
        Text { zh: joined(Lang::Zh), en: joined(Lang::En) }
    }
}

/// The English text: for logs, and for tests, which need one language.
impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.en)
    }
}

/// A type that has a text in both languages: errors, above all.
pub trait Localized {
    /// Returns the text.
    fn localized(&self) -> Text;
}

impl Localized for Text {
    fn localized(&self) -> Text {
        self.clone()
    }
}

/// Words a text in both languages; each is a format string that may name local variables, with the same further arguments for both.
///
/// ```
/// use investchn_localized::{Lang, localized};
///
/// let file = "site.toml";
/// let text = localized!(zh "找不到 {file}", en "{file} is missing");
/// assert_eq!((text.get(Lang::Zh), text.get(Lang::En)), ("找不到 site.toml", "site.toml is missing"));
///
/// let text = localized!(zh "第 {} 行有 {count} 处", en "line {} has {count}", 7, count = 2);
/// assert_eq!(text.zh, "第 7 行有 2 处");
/// ```
#[macro_export]
macro_rules! localized {
    (zh $zh:literal, en $en:literal $(, $($arguments:tt)+)?) => {
        $crate::Text { zh: format!($zh $(, $($arguments)+)?), en: format!($en $(, $($arguments)+)?) }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_have_the_comma_of_each_language() {
        assert_eq!(Text::list(&["a", "b", "c"]), localized!(zh "a、b、c", en "a, b, c"));
        let texts = [localized!(zh "甲", en "a"), Text::same("b")];
        assert_eq!(Text::join(&texts, &localized!(zh "，", en " and ")), localized!(zh "甲，b", en "a and b"));
        assert_eq!(Text::list(&[""; 0]), Text::default());
    }
}
