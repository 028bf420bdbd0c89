//! Reads a template: an iterator over its steps, for the HTML writer and for the DOM half.

use crate::opcode;

/// One step of a template.
pub(crate) enum Step {
    /// Opens the HTML element of this name.
    Open(&'static str),
    /// Opens the SVG element of this name.
    OpenSvg(&'static str),
    /// Sets the attribute of this name to this value.
    Attribute(&'static str, &'static str),
    /// Sets an attribute, property or listener with this name to the next slot.
    AttributeSlot(&'static str),
    /// Appends text.
    Text(&'static str),
    /// Appends the next slot.
    Slot,
    /// Closes an element that has an end tag in HTML.
    Close,
    /// Closes a void element.
    CloseVoid,
}

/// Returns the steps of a template that `view!` has made.
pub(crate) fn steps(template: &'static str) -> impl Iterator<Item = Step> {
    let mut rest = template;
    std::iter::from_fn(move || {
        let code = *rest.as_bytes().first()?;
        let text = rest.get(1..)?;
        let end = text.bytes().position(|byte| byte <= opcode::LAST).unwrap_or(text.len());
        let (payload, after) = text.split_at_checked(end)?;
        rest = after;
        Some(match code {
            opcode::OPEN => Step::Open(payload),
            opcode::OPEN_SVG => Step::OpenSvg(payload),
            opcode::ATTRIBUTE => {
                let (name, value) = payload.split_once('=').unwrap_or((payload, ""));
                Step::Attribute(name, value)
            }
            opcode::ATTRIBUTE_SLOT => Step::AttributeSlot(payload),
            opcode::TEXT => Step::Text(payload),
            opcode::SLOT => Step::Slot,
            opcode::CLOSE => Step::Close,
            _ => Step::CloseVoid,
        })
    })
}
