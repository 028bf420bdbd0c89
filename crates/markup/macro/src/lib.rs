//! `view!`: turns markup, written as Leptos writes it, into one constant string, the template, and the values of its slots. The
//! crate `investchn-markup` reads the template; the README there has the grammar.
//!
//! Invariant: a template that this macro makes is read by an HTML parser as it is built in a document. What an HTML parser would
//! change, or what the runtime cannot do, is a compile error here.

mod attribute;
mod elements;
#[path = "../../src/opcode.rs"]
mod opcode;
mod template;
mod text;

/// Makes a template of markup: elements, quoted text, and `{expressions}`.
///
/// An attribute's value is a literal or an expression. `None` and `false` leave the attribute out, `true` writes it without a value,
/// as HTML wants it of `checked`; quote the word where you mean the word: `aria-hidden="true"`. `prop:name` sets a property,
/// `on:name` adds a listener, which gets a `DomEvent`. The value is computed again when a signal that a closure reads changes; a
/// closure as a child must be the only child of its element.
///
/// A constant, or a field of one, is text that becomes part of the template, as if it were quoted: `{NAME}`, `{ZH.home.lead}`,
/// `title=NAME`. It is known by its name in capitals.
#[proc_macro]
pub fn view(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let nodes = rstml::parse2(input.into());
    nodes.and_then(|nodes| template::expand(&nodes)).unwrap_or_else(|error| error.to_compile_error()).into()
}
