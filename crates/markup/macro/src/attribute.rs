//! The attributes of an element: the step of each, and the attributes that are refused.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use rstml::node::{KeyedAttribute, NodeAttribute};
use syn::spanned::Spanned;

use crate::text::refuse_codes;

/// The effect of an attribute when the template is read.
pub(crate) enum Setting {
    /// Sets the attribute to a text that is part of the template.
    Constant { name: String, value: String },
    /// Sets the attribute to a constant of the crate that uses the macro.
    NamedConstant { name: String, value: TokenStream },
    /// Sets an attribute, a property or a listener to the value of a slot.
    Slot { name: String, value: TokenStream },
}

/// Parses the attributes of one element, in order. A literal `false` sets nothing.
pub(crate) fn settings(attributes: &[NodeAttribute]) -> syn::Result<Vec<Setting>> {
    let (mut settings, mut names) = (Vec::new(), Vec::new());
    for attribute in attributes {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return Err(syn::Error::new(attribute.span(), "an attribute has a name and a value: `name=value`"));
        };
        let name = attribute.key.to_string();
        if names.contains(&name) {
            let message = format!("`{name}` is set twice: a parser reads the first, a document has the last");
            return Err(syn::Error::new(attribute.key.span(), message));
        }
        settings.extend(setting(attribute, name.clone())?);
        names.push(name);
    }
    Ok(settings)
}

fn setting(attribute: &KeyedAttribute, name: String) -> syn::Result<Option<Setting>> {
    let Some(value) = attribute.value() else {
        let message = format!("an attribute has a value: write `{name}=true` for one that HTML writes without");
        return Err(syn::Error::new(attribute.key.span(), message));
    };
    let span = value.span();
    match name.split_once(':') {
        Some(("on", _)) => {
            let value = quote_spanned!(span=> ::investchn_markup::Slot::listener(#value));
            return Ok(Some(Setting::Slot { name, value }));
        }
        Some(("prop", _)) | None => {}
        Some((directive, _)) => {
            let message = format!("`{directive}:` is not known: a view has attributes, `prop:` and `on:`");
            return Err(syn::Error::new(attribute.key.span(), message));
        }
    }
    if !name.contains(':') && is_constant(value) {
        return Ok(Some(Setting::NamedConstant { name, value: quote_spanned!(span=> #value) }));
    }
    // A property is always a slot: HTML has no properties, so the HTML writer skips slots with these names.
    let literal = attribute.value_literal_string().filter(|_| !name.contains(':'));
    Ok(match (literal, is_set(value)) {
        (None, _) => {
            let value = quote_spanned!(span=> <_ as ::investchn_markup::IntoSlot<::investchn_markup::Attribute>>::into_slot(#value));
            Some(Setting::Slot { name, value })
        }
        (Some(_), Some(true)) => Some(Setting::Constant { name, value: String::new() }),
        (Some(_), Some(false)) => None,
        (Some(value), None) => {
            refuse_codes(&value, span)?;
            Some(Setting::Constant { name, value })
        }
    })
}

/// Returns true if an expression names a constant, or the field of one: the name is in capitals.
pub(crate) fn is_constant(value: &syn::Expr) -> bool {
    match value {
        syn::Expr::Field(field) => is_constant(&field.base),
        syn::Expr::Path(path) => path.path.segments.last().is_some_and(|last| {
            let name = last.ident.to_string();
            name.len() > 1 && name.chars().all(|letter| letter.is_ascii_uppercase() || letter == '_')
        }),
        _ => false,
    }
}

/// Parses a literal `true` or `false`, so that it means the same as an expression of that value.
fn is_set(value: &syn::Expr) -> Option<bool> {
    match value {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Bool(literal), .. }) => Some(literal.value),
        _ => None,
    }
}

/// Returns the value of a child's slot. `alone` is true if the child is the only one of its element.
pub(crate) fn child(value: &TokenStream, alone: bool) -> TokenStream {
    let position = if alone { quote!(Alone) } else { quote!(BesideSiblings) };
    let span = value.span();
    quote_spanned!(span=> <_ as ::investchn_markup::IntoSlot<::investchn_markup::#position>>::into_slot(#value))
}
