//! Encodes markup: the steps of the template, and the values of its slots in the order in which the steps use them.

use proc_macro2::TokenStream;
use quote::quote;
use rstml::Infallible;
use rstml::node::{Node, NodeElement};
use syn::spanned::Spanned;

use crate::attribute::{self, Setting};
use crate::elements::{self, Namespace, Open};
use crate::opcode;
use crate::text::refuse_codes;

/// Returns the expression to which a view expands.
pub(crate) fn expand(nodes: &[Node]) -> syn::Result<TokenStream> {
    let mut encoder = Encoder::default();
    encoder.children(nodes, None)?;
    let Encoder { pieces, template, slots } = encoder;
    let template = if pieces.is_empty() {
        quote!(#template)
    } else {
        quote! {{
            const PIECES: &[&str] = &[#(#pieces,)* #template];
            const BYTES: &[u8] = &::investchn_markup::constant::join::<{ ::investchn_markup::constant::length(PIECES) }>(PIECES);
            const TEMPLATE: &str = ::investchn_markup::constant::text(BYTES);
            TEMPLATE
        }}
    };
    Ok(quote!(::investchn_markup::Markup::new(#template, ::std::vec![#(#slots),*])))
}

#[derive(Default)]
struct Encoder {
    /// The parts of the template before `template`: text and a constant, in turn.
    pieces: Vec<TokenStream>,
    template: String,
    slots: Vec<TokenStream>,
}

impl Encoder {
    /// Encodes the content of `parent`, or the top level of a template.
    fn children(&mut self, nodes: &[Node], parent: Option<Open<'_>>) -> syn::Result<()> {
        let nodes = flat(nodes);
        let alone = parent.is_some() && nodes.len() == 1;
        nodes.into_iter().try_for_each(|node| self.node(node, parent, alone))
    }

    fn node(&mut self, node: &Node, parent: Option<Open<'_>>, alone: bool) -> syn::Result<()> {
        let refused = parent.filter(|_| matches!(node, Node::Text(_))).and_then(elements::refuse_text);
        if let Some(message) = refused {
            return Err(syn::Error::new(node.span(), message));
        }
        match node {
            Node::Element(element) => self.element(element, parent),
            Node::Text(text) => {
                let text = text.value_string();
                refuse_codes(&text, node.span())?;
                self.step(opcode::TEXT, &text);
                Ok(())
            }
            Node::Block(block) => {
                if let Some(message) = parent.filter(|it| elements::is_void(*it)).and_then(elements::refuse_text) {
                    return Err(syn::Error::new(node.span(), message));
                }
                // Braces around a value would only cause a warning.
                let value = match block.try_block().map(|block| block.stmts.as_slice()) {
                    Some([syn::Stmt::Expr(value, None)]) if attribute::is_constant(value) => {
                        if let Some(message) = parent.and_then(elements::refuse_text) {
                            return Err(syn::Error::new(node.span(), message));
                        }
                        self.step(opcode::TEXT, "");
                        self.constant(&quote!(#value));
                        return Ok(());
                    }
                    Some([syn::Stmt::Expr(value, None)]) => quote!(#value),
                    Some([syn::Stmt::Macro(syn::StmtMacro { mac, semi_token: None, .. })]) => quote!(#mac),
                    _ => quote!(#block),
                };
                self.step(opcode::SLOT, "");
                self.slots.push(attribute::child(&value, alone));
                Ok(())
            }
            other => Err(syn::Error::new(other.span(), "a view has elements, quoted text and {expressions}")),
        }
    }

    fn element(&mut self, element: &NodeElement<Infallible>, parent: Option<Open<'_>>) -> syn::Result<()> {
        let name = element.name().to_string();
        let namespace =
            elements::namespace(&name, parent).map_err(|message| syn::Error::new(element.name().span(), message))?;
        let open = Open { name: &name, namespace };
        self.step(if namespace == Namespace::Svg { opcode::OPEN_SVG } else { opcode::OPEN }, &name);
        for setting in attribute::settings(element.attributes())? {
            match setting {
                Setting::Constant { name, value } if value.is_empty() => self.step(opcode::ATTRIBUTE, &name),
                Setting::Constant { name, value } => self.step(opcode::ATTRIBUTE, &[&name, "=", &value].concat()),
                Setting::NamedConstant { name, value } => {
                    self.step(opcode::ATTRIBUTE, &[&name, "="].concat());
                    self.constant(&value);
                }
                Setting::Slot { name, value } => {
                    self.step(opcode::ATTRIBUTE_SLOT, &name);
                    self.slots.push(value);
                }
            }
        }
        self.children(&element.children, Some(open))?;
        self.step(if elements::is_void(open) { opcode::CLOSE_VOID } else { opcode::CLOSE }, "");
        Ok(())
    }

    /// Appends a constant.
    fn constant(&mut self, value: &TokenStream) {
        let template = std::mem::take(&mut self.template);
        self.pieces.extend([quote!(#template), value.clone()]);
    }

    fn step(&mut self, code: u8, text: &str) {
        self.template.push(char::from(code));
        self.template += text;
    }
}

/// Returns the nodes with fragments (`<>…</>`) replaced by their content.
fn flat(nodes: &[Node]) -> Vec<&Node> {
    nodes
        .iter()
        .flat_map(|node| match node {
            Node::Fragment(fragment) => flat(&fragment.children),
            other => vec![other],
        })
        .collect()
}
