//! Types whose JSON form is one string. Each type defines its grammar by `Display` and by a function `parse`, which returns no copy of
//! the text with its error: the browser's wasm has no use for it.

/// Parses a number of one to nine ASCII digits. The standard library's parser also takes a sign, and weighs more in the wasm.
pub(crate) fn number(text: &str) -> Option<u32> {
    let is_number = (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.bytes().fold(0, |number, digit| number * 10 + u32::from(digit - b'0')))
}

/// Implements `FromStr` through `parse`.
macro_rules! parse_as_text {
    ($type:ty) => {
        impl std::str::FromStr for $type {
            type Err = $crate::error::ParseError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text).map_err(|reason| $crate::error::ParseError { text: text.to_owned(), reason })
            }
        }
    };
}

/// Implements `FromStr` and `Deserialize` through `parse`, and `Serialize` through `Display`. The value after `else` is for
/// [`crate::json::from_json`].
macro_rules! serde_as_text {
    ($type:ty, else $other:expr) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        $crate::text_form::parse_as_text!($type);
        $crate::json::from_json!(text $type, else $other);

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

pub(crate) use {parse_as_text, serde_as_text};
