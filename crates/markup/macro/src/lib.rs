//! `view!`: turns markup in the syntax of Leptos into one constant string, the template, and the values of its slots. The crate
//! `investchn-markup` reads the template; its README has the grammar.
//!
//! Invariant: an HTML parser reads the HTML of a template as the same tree that the runtime builds in a document. Markup that an
//! HTML parser would change, or that the runtime does not support, is a compile error.

mod attribute;
mod elements;
#[path = "../../src/opcode.rs"]
mod opcode;
mod template;
mod text;

/// Makes a template of markup: elements, quoted text, and `{expressions}`.
///
/// An attribute's value is a literal or an expression. `None` and `false` leave the attribute out, `true` writes it without a
/// value, as in HTML's `checked`; for the word itself quote it: `aria-hidden="true"`. `prop:name` sets a property, `on:name` adds
/// a listener, which gets a `DomEvent`. A closure runs again when a signal that it reads changes; as a child it must be the only
/// child of its element.
///
/// A constant, or a field of one, becomes part of the template, like quoted text: `{NAME}`, `{TEXT.home.lead}`, `title=NAME`. The
/// macro recognises it by its name in capitals. Its references to texts are replaced when the markup is written or built.
#[proc_macro]
pub fn view(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let nodes = rstml::parse2(input.into());
    nodes.and_then(|nodes| template::expand(&nodes)).unwrap_or_else(|error| error.to_compile_error()).into()
}
