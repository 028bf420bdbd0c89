//! Reads the published types from parsed JSON. In the browser, the browser parses, because serde's JSON parser would be as
//! large as the rest of the app. The macro `from_json!` generates the reading of each type beside its definition; the
//! compiler checks that it lists every field.

/// Parsed JSON.
pub trait Json: Sized {
    /// Returns a field of an object; none if it is absent or null.
    fn field(&self, name: &str) -> Option<Self>;
    /// Returns the items of an array.
    fn items(&self) -> Option<Vec<Self>>;
    /// Returns the text of a string.
    fn text(&self) -> Option<String>;
    /// Returns the value of a number.
    fn number(&self) -> Option<f64>;
    /// Returns the value of a boolean.
    fn as_bool(&self) -> Option<bool>;
}

/// A type that can be read from JSON. Unknown fields are ignored.
pub trait FromJson: Sized {
    /// Reads a value; none if the JSON does not have the published shape.
    fn from_json<J: Json>(json: &J) -> Option<Self>;

    /// Returns the value of an absent field; none if the field is required.
    fn absent() -> Option<Self> {
        None
    }
}

/// Reads a field of an object.
pub(crate) fn field<T: FromJson, J: Json>(json: &J, name: &'static str) -> Option<T> {
    match json.field(name) {
        Some(value) => T::from_json(&value),
        None => T::absent(),
    }
}

impl FromJson for String {
    fn from_json<J: Json>(json: &J) -> Option<Self> {
        json.text()
    }
}

impl FromJson for bool {
    fn from_json<J: Json>(json: &J) -> Option<Self> {
        json.as_bool()
    }
}

impl FromJson for u32 {
    fn from_json<J: Json>(json: &J) -> Option<Self> {
        let number =
            json.number().filter(|number| (0.0..=f64::from(u32::MAX)).contains(number) && number.fract() == 0.0);
        number.map(|number| number as u32)
    }
}

impl FromJson for u16 {
    fn from_json<J: Json>(json: &J) -> Option<Self> {
        u32::from_json(json)?.try_into().ok()
    }
}

impl FromJson for u8 {
    fn from_json<J: Json>(json: &J) -> Option<Self> {
        u32::from_json(json)?.try_into().ok()
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json<J: Json>(json: &J) -> Option<Self> {
        T::from_json(json).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json<J: Json>(json: &J) -> Option<Self> {
        let items = json.items()?;
        // A loop, because collecting into an `Option` compiles to much more wasm code for each type.
        let mut read = Vec::with_capacity(items.len());
        for item in &items {
            read.push(T::from_json(item)?);
        }
        Some(read)
    }
}

/// Implements [`FromJson`]: `fields` for a struct (`as` gives the JSON name of a field where it differs, as serde's
/// `rename` does; the fields after a `;` may be absent), `words` for an enum of words, `text` for a type that parses from
/// text, and `cases` for an enum of one-field objects: first the variants with one value, then those with fields, then one
/// that is a word.
macro_rules! from_json {
    (fields $type:ident $(<$of:ident>)? { $($field:ident $(as $name:literal)?),* $(,)? $(; $($may:ident),*)? }) => {
        impl $(<$of: $crate::json::FromJson>)? $crate::json::FromJson for $type $(<$of>)? {
            fn from_json<J: $crate::json::Json>(json: &J) -> Option<Self> {
                Some($type {
                    $($field: $crate::json::field(json, $crate::json::json_name!($field $($name)?))?,)*
                    $($($may: $crate::json::field::<Option<_>, _>(json, stringify!($may))?.unwrap_or_default(),)*)?
                })
            }
        }
    };
    (words $type:ident { $($word:literal => $case:ident),* $(,)? }) => {
        impl $crate::json::FromJson for $type {
            fn from_json<J: $crate::json::Json>(json: &J) -> Option<Self> {
                match json.text().as_deref() {
                    $(Some($word) => Some($type::$case),)*
                    _ => None,
                }
            }
        }
    };
    (cases $type:ident {
        $($of_name:literal => $of:ident),*;
        $($name:literal => $case:ident { $($field:ident),* }),*;
        $($word:literal => $alone:ident)?
    }) => {
        impl $crate::json::FromJson for $type {
            fn from_json<J: $crate::json::Json>(json: &J) -> Option<Self> {
                $(if json.text().as_deref() == Some($word) {
                    return Some($type::$alone);
                })?
                $(if let Some(json) = json.field($of_name) {
                    return Some($type::$of($crate::json::FromJson::from_json(&json)?));
                })*
                $(if let Some(json) = json.field($name) {
                    return Some($type::$case { $($field: $crate::json::field(&json, stringify!($field))?),* });
                })*
                None
            }
        }
    };
    (text $type:ty) => {
        impl $crate::json::FromJson for $type {
            fn from_json<J: $crate::json::Json>(json: &J) -> Option<Self> {
                <$type>::parse(&json.text()?).ok()
            }
        }
    };
}

/// Expands to the JSON name of a field.
macro_rules! json_name {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $name:literal) => {
        $name
    };
}

pub(crate) use {from_json, json_name};
