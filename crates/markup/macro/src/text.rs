//! The text that a template can contain.

use proc_macro2::Span;

use crate::opcode;

/// Refuses text that contains a code of a template, or a character that a parser drops.
pub(crate) fn refuse_codes(text: &str, at: Span) -> syn::Result<()> {
    match text.bytes().find(|byte| *byte <= opcode::LAST) {
        Some(code) => Err(syn::Error::new(at, format!("the control character U+{code:04X} cannot be in a view"))),
        None => Ok(()),
    }
}
