//! The macro that declares a group of messages: a struct whose fields each language fills, so that a missing translation does not
//! compile. A field is a constant text, which templates can contain, or a function if the text contains a value.

/// Declares a group. `name` is a text; `name(value: Type)` is a function that returns a `String` and can be called as a method.
macro_rules! group {
    ($(#[$doc:meta])* $group:ident { $($(#[$note:meta])* $name:ident $(($($value:ident: $type:ty),+))?,)+ }) => {
        $(#[$doc])*
        #[allow(missing_docs, reason = "a message is described by its name, and by a note where that is not enough")]
        #[derive(Clone, Copy, Debug)]
        pub struct $group {
            $($(#[$note])* pub $name: group!(@field $(($($type),+))?),)+
        }

        #[allow(missing_docs, reason = "a method has the name of its message")]
        impl $group {
            $(group!(@method $name $(($($value: $type),+))?);)+
        }

        impl crate::entry::Group for $group {
            fn each(&self, round: usize, see: &mut dyn FnMut(crate::entry::Message)) {
                // A group of constant texts does not use it.
                let _ = round;
                $(group!(@entry self round see $name $(($($value: $type),+))?);)+
            }
        }
    };
    (@field) => { &'static str };
    (@field ($($type:ty),+)) => { fn($($type),+) -> String };
    (@method $name:ident) => {};
    (@method $name:ident ($($value:ident: $type:ty),+)) => {
        #[inline]
        pub fn $name(&self, $($value: $type),+) -> String {
            (self.$name)($($value),+)
        }
    };
    (@entry $self:ident $round:ident $see:ident $name:ident) => {
        $see(crate::entry::Message { name: stringify!($name), values: &[], text: $self.$name.to_owned() });
    };
    (@entry $self:ident $round:ident $see:ident $name:ident ($($value:ident: $type:ty),+)) => {
        let worded = || {
            $(let $value: $type = crate::entry::Sample::sample(concat!("${", stringify!($value), "}"), $round)?;)+
            Some($self.$name($($value),+))
        };
        let values = &[$((stringify!($value), stringify!($type))),+];
        $see(crate::entry::Message { name: stringify!($name), values, text: worded().unwrap_or_default() });
    };
}

pub(crate) use group;
