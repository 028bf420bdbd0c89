//! Reads the published types from parsed JSON. In the browser, the browser parses, because serde's JSON parser would be as
//! large as the rest of the app. The macro `from_json!` generates the reading of each type beside its definition; the
//! compiler checks that it lists every field.

use std::cell::Cell;

/// Parsed JSON, or the absence of a value.
pub trait Json: Sized {
    /// Returns a field of an object. It is absent if the object does not have it, or if this is no object.
    fn field(&self, name: &str) -> Self;
    /// Returns true if the value is absent, or null.
    fn is_absent(&self) -> bool;
    /// Returns the number of items of an array.
    fn length(&self) -> Option<u32>;
    /// Returns an item of an array. `place` is less than its length.
    fn item(&self, place: u32) -> Self;
    /// Returns the text of a string.
    fn text(&self) -> Option<String>;
    /// Returns the value of a number.
    fn number(&self) -> Option<f64>;
    /// Returns the value of a boolean.
    fn as_bool(&self) -> Option<bool>;
}

thread_local! {
    /// True once a value did not have its published shape. It is a variable, because a result of each field, which has to be looked at and
    /// the fields before it to be dropped, makes the wasm of reading three times as large.
    static MISMATCH: Cell<bool> = const { Cell::new(false) };
}

/// A type that can be read from JSON. Unknown fields are ignored.
pub trait FromJson: Sized {
    /// Reads a value; none if the JSON does not have the published shape.
    fn from_json<J: Json>(json: &J) -> Option<Self> {
        MISMATCH.set(false);
        let value = Self::read(json);
        (!MISMATCH.get()).then_some(value)
    }

    /// Reads a value. If the JSON has another shape, notes it ([`or_mismatch`]) and returns any value.
    fn read<J: Json>(json: &J) -> Self;
}

/// Returns the value; if there is none, notes a mismatch and returns `other`.
pub(crate) fn or_mismatch<T>(value: Option<T>, other: T) -> T {
    value.unwrap_or_else(|| {
        MISMATCH.set(true);
        other
    })
}

/// Reads a field of an object.
pub(crate) fn field<T: FromJson, J: Json>(json: &J, name: &'static str) -> T {
    T::read(&json.field(name))
}

/// Returns the place of a text among words, 0 if it is none of them.
pub(crate) fn place_of_word<J: Json>(json: &J, words: &[&str]) -> usize {
    let text = json.text();
    or_mismatch(text.and_then(|text| words.iter().position(|word| *word == text)), 0)
}

impl FromJson for String {
    fn read<J: Json>(json: &J) -> Self {
        or_mismatch(json.text(), String::new())
    }
}

impl FromJson for bool {
    fn read<J: Json>(json: &J) -> Self {
        or_mismatch(json.as_bool(), false)
    }
}

/// Reads a whole number up to `max`.
fn whole_number<J: Json>(json: &J, max: u32) -> u32 {
    let number = json.number().filter(|number| (0.0..=f64::from(max)).contains(number) && number.fract() == 0.0);
    or_mismatch(number.map(|number| number as u32), 0)
}

impl FromJson for u32 {
    fn read<J: Json>(json: &J) -> Self {
        whole_number(json, u32::MAX)
    }
}

impl FromJson for u16 {
    fn read<J: Json>(json: &J) -> Self {
        whole_number(json, u16::MAX.into()) as u16
    }
}

impl FromJson for u8 {
    fn read<J: Json>(json: &J) -> Self {
        whole_number(json, u8::MAX.into()) as u8
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn read<J: Json>(json: &J) -> Self {
        (!json.is_absent()).then(|| T::read(json))
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn read<J: Json>(json: &J) -> Self {
        (0..or_mismatch(json.length(), 0)).map(|place| T::read(&json.item(place))).collect()
    }
}

/// Implements [`FromJson`]: `fields` for a struct (`as` gives the JSON name of a field where it differs, as serde's
/// `rename` does; the fields after a `;` may be absent), `words` for an enum of words, `text` for a type that parses from
/// text, and `cases` for an enum of one-field objects: first the variants with one value, then those with fields, then one
/// that is a word. The value after `else` stands where the JSON is none of the type.
macro_rules! from_json {
    (fields $type:ident $(<$of:ident>)? { $($field:ident $(as $name:literal)?),* $(,)? $(; $($may:ident),*)? }) => {
        impl $(<$of: $crate::json::FromJson>)? $crate::json::FromJson for $type $(<$of>)? {
            fn read<J: $crate::json::Json>(json: &J) -> Self {
                $type {
                    $($field: $crate::json::field(json, $crate::json::json_name!($field $($name)?)),)*
                    $($($may: $crate::json::field::<Option<_>, _>(json, stringify!($may)).unwrap_or_default(),)*)?
                }
            }
        }
    };
    (words $type:ident { $($word:literal => $case:ident),* $(,)? }) => {
        impl $crate::json::FromJson for $type {
            fn read<J: $crate::json::Json>(json: &J) -> Self {
                [$($type::$case),*][$crate::json::place_of_word(json, &[$($word),*])]
            }
        }
    };
    (cases $type:ident {
        $($of_name:literal => $of:ident),*;
        $($name:literal => $case:ident { $($field:ident),* }),*;
        $($word:literal => $alone:ident)?
    } else $other:expr) => {
        impl $crate::json::FromJson for $type {
            fn read<J: $crate::json::Json>(json: &J) -> Self {
                $(if json.text().as_deref() == Some($word) {
                    return $type::$alone;
                })?
                $(
                    let of = json.field($of_name);
                    if !of.is_absent() {
                        return $type::$of($crate::json::FromJson::read(&of));
                    }
                )*
                $(
                    let case = json.field($name);
                    if !case.is_absent() {
                        return $type::$case { $($field: $crate::json::field(&case, stringify!($field))),* };
                    }
                )*
                $crate::json::or_mismatch(None, $other)
            }
        }
    };
    (text $type:ty, else $other:expr) => {
        impl $crate::json::FromJson for $type {
            fn read<J: $crate::json::Json>(json: &J) -> Self {
                $crate::json::or_mismatch(json.text().and_then(|text| <$type>::parse(&text).ok()), $other)
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
