//! The macro that declares a group of messages: a struct whose fields each language fills, so that a missing translation does not
//! compile. Every field is a text. If the text contains values it is a pattern, and the message is also a method that fills it.

/// Declares a group. `name` is a text; `name(value: Type)` is a pattern with `{value}`, and a method that returns a `String`.
macro_rules! group {
    ($(#[$doc:meta])* $group:ident { $($(#[$note:meta])* $name:ident $(($($value:ident: $type:ty),+))?,)+ }) => {
        $(#[$doc])*
        #[allow(missing_docs, reason = "a message is described by its name, and by a note where that is not enough")]
        #[derive(Clone, Copy, Debug)]
        pub struct $group {
            $($(#[$note])* pub $name: &'static str,)+
        }

        #[allow(missing_docs, reason = "a method has the name of its message")]
        impl $group {
            $($(
                pub fn $name(&self, $($value: $type),+) -> String {
                    crate::pattern::fill(self.$name, &[$((stringify!($value), $value.into())),+])
                }
            )?)+
        }

        impl $group {
            /// The number of messages.
            #[allow(dead_code, reason = "the app has some groups only")]
            pub(crate) const COUNT: usize = [$(stringify!($name)),+].len();

            /// Returns a group whose messages are references, from the one with this index on.
            #[allow(dead_code, unused_assignments, reason = "the app has some groups only; nothing follows the last message")]
            pub(crate) const fn references(first: usize) -> Self {
                let mut next = first;
                $group { $($name: {
                    let index = next;
                    next += 1;
                    crate::reference::reference(index)
                },)+ }
            }

            /// Returns a group with every text replaced.
            pub(crate) fn map(&self, text: &mut dyn FnMut(&'static str) -> &'static str) -> Self {
                $group { $($name: text(self.$name),)+ }
            }
        }

        impl crate::entry::Group for $group {
            fn each(&self, see: &mut dyn FnMut(crate::entry::Message)) {
                $(see(crate::entry::Message {
                    name: stringify!($name),
                    values: &[$($((stringify!($value), stringify!($type))),+)?],
                    text: self.$name,
                });)+
            }

        }
    };
}

pub(crate) use group;
