//! The codes that begin each step of a template. The macro writes them and both halves read them: the macro's crate includes this
//! file by its path, because a macro crate can export no constant.
//! A template is one string. Each step is a code and the text up to the next code, so no text of a template may contain a code;
//! the macro refuses it. Tab and line feed are not codes.

/// Opens an HTML element; its name follows.
pub(crate) const OPEN: u8 = 1;
/// Opens an element of the SVG namespace; its name follows.
pub(crate) const OPEN_SVG: u8 = 2;
/// Sets an attribute of the open element; its name follows, then `=` and its value unless the value is empty.
pub(crate) const ATTRIBUTE: u8 = 3;
/// Sets an attribute, a property (`prop:`) or a listener (`on:`) to the next slot; its name follows.
pub(crate) const ATTRIBUTE_SLOT: u8 = 4;
/// Appends text, which follows.
pub(crate) const TEXT: u8 = 5;
/// Appends the content of the next slot.
pub(crate) const SLOT: u8 = 6;
/// Closes the open element.
pub(crate) const CLOSE: u8 = 7;
/// Closes the open element, which is void: HTML has no end tag for it.
pub(crate) const CLOSE_VOID: u8 = 8;

/// The greatest code.
pub(crate) const LAST: u8 = CLOSE_VOID;
