//! `view!`: markup as Leptos writes it, turned into one constant text, the template, and the values of its slots. A view is
//! then data and no type of its own, which is what makes the app light. It owns the grammar and the template's form;
//! `src/markup.rs` of the app reads it.

use rstml::Infallible;

use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::{KeyedAttribute, Node, NodeAttribute, NodeElement};
use syn::spanned::Spanned;

/// An element begins; its name follows.
const OPEN: char = '\u{1}';
/// An attribute; its name follows, and `=` and its value unless it has none.
const ATTRIBUTE: char = '\u{2}';
/// An attribute whose value is the next slot; its name follows.
const ATTRIBUTE_SLOT: char = '\u{3}';
/// Text follows.
const TEXT: char = '\u{4}';
/// The next slot stands here.
const SLOT: char = '\u{5}';
/// The innermost element ends.
const CLOSE: char = '\u{6}';

/// Markup: elements, quoted text, and `{expressions}`. A constant, or a field of one, is a text that is known beforehand and
/// becomes part of the template, as if it were quoted: `{NAME}`, `{ZH.home.lead}`, `aria-label=ZH.frame.menu`. An attribute's value is a literal or any expression; one that is `None`
/// or `false` is left out, one that is `true` has no value, as HTML wants it of `checked`; where the word is meant it is quoted:
/// `aria-hidden="true"`. A closure is followed wherever it reads a signal; as a child it stands alone in its element.
/// `prop:name` sets a property, `on:name` listens and is given the element's value.
#[proc_macro]
pub fn view(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let expanded = rstml::parse2(input.into()).and_then(|nodes| {
        let mut template = Template::default();
        nodes.iter().try_for_each(|node| template.node(node))?;
        Ok(template.into_tokens())
    });
    expanded.unwrap_or_else(|error| error.to_compile_error()).into()
}

/// The constant, or the field of a constant, that an expression names; told by its name in capitals.
fn constant(value: &TokenStream) -> Option<syn::Expr> {
    fn is_constant(value: &syn::Expr) -> bool {
        match value {
            syn::Expr::Field(field) => is_constant(&field.base),
            syn::Expr::Path(path) => path.path.segments.last().is_some_and(|last| {
                let name = last.ident.to_string();
                name.len() > 1 && name.chars().all(|letter| letter.is_ascii_uppercase() || letter == '_')
            }),
            _ => false,
        }
    }
    syn::parse2(value.clone()).ok().filter(is_constant)
}

/// Reads a literal `true` or `false`, so that it means the same as an expression of that value.
fn is_set(value: &syn::Expr) -> Option<bool> {
    match value {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Bool(literal), .. }) => Some(literal.value),
        _ => None,
    }
}

#[derive(Default)]
struct Template {
    /// The pieces before `text`: literals, and constants of the crate that uses the macro.
    pieces: Vec<TokenStream>,
    /// What follows them.
    text: String,
    slots: Vec<TokenStream>,
}

impl Template {
    fn node(&mut self, node: &Node) -> syn::Result<()> {
        match node {
            Node::Element(element) => self.element(element),
            Node::Fragment(fragment) => fragment.children.iter().try_for_each(|node| self.node(node)),
            Node::Text(text) => {
                self.piece(TEXT, &text.value_string());
                Ok(())
            }
            Node::Block(block) => {
                // Braces around a value would only be warned of.
                let value = match block.try_block().map(|block| block.stmts.as_slice()) {
                    Some([syn::Stmt::Expr(value, None)]) => quote!(#value),
                    _ => quote!(#block),
                };
                self.slot(SLOT, "", &value);
                Ok(())
            }
            other => Err(syn::Error::new(other.span(), "a view has elements, quoted text and {expressions}")),
        }
    }

    fn element(&mut self, element: &NodeElement<Infallible>) -> syn::Result<()> {
        self.piece(OPEN, &element.name().to_string());
        for attribute in element.attributes() {
            match attribute {
                NodeAttribute::Attribute(attribute) => self.attribute(attribute)?,
                NodeAttribute::Block(block) => {
                    return Err(syn::Error::new(block.span(), "an attribute has a name"));
                }
            }
        }
        element.children.iter().try_for_each(|node| self.node(node))?;
        self.text.push(CLOSE);
        Ok(())
    }

    fn attribute(&mut self, attribute: &KeyedAttribute) -> syn::Result<()> {
        let name = attribute.key.to_string();
        let Some(value) = attribute.value() else {
            return Err(syn::Error::new(attribute.key.span(), "an attribute has a value"));
        };
        match attribute.value_literal_string() {
            _ if name.starts_with("on:") => {
                self.piece(ATTRIBUTE_SLOT, &name);
                self.slots.push(quote!(crate::markup::Slot::heard(#value)));
            }
            // Properties are the browser's alone: the slot tells them from attributes.
            Some(text) if !name.contains(':') => match is_set(value) {
                Some(true) => self.piece(ATTRIBUTE, &name),
                Some(false) => {}
                None => self.piece(ATTRIBUTE, &[&name, "=", &text].concat()),
            },
            _ => self.slot(ATTRIBUTE_SLOT, &name, &quote!(#value)),
        }
        Ok(())
    }

    fn slot(&mut self, mark: char, name: &str, value: &TokenStream) {
        if let Some(constant) = constant(value).filter(|_| !name.contains(':')) {
            match mark {
                SLOT => self.piece(TEXT, ""),
                _ => self.piece(ATTRIBUTE, &[name, "="].concat()),
            }
            let text = std::mem::take(&mut self.text);
            self.pieces.extend([quote!(#text), quote!(#constant)]);
            return;
        }
        self.piece(mark, name);
        self.slots.push(quote!(crate::markup::IntoSlot::into_slot(#value)));
    }

    fn piece(&mut self, mark: char, text: &str) {
        self.text.push(mark);
        self.text += text;
    }

    fn into_tokens(self) -> TokenStream {
        let Template { pieces, text, slots } = self;
        let template = if pieces.is_empty() {
            quote!(#text)
        } else {
            quote! {{
                const PIECES: &[&str] = &[#(#pieces,)* #text];
                const TEXT: &[u8] = &crate::markup::join::<{ crate::markup::length(PIECES) }>(PIECES);
                const TEMPLATE: &str = crate::markup::text(TEXT);
                TEMPLATE
            }}
        };
        quote!(crate::markup::Markup::new(#template, ::std::vec![#(#slots),*]))
    }
}
