//! The depth of front matter: a hostile source must not exhaust the parser's stack.

use std::ops::Range;
use std::path::Path;

use investchn_diagnostics::{Diagnostic, Location, rules};
use investchn_localized::localized;
use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// The deepest nesting of tables and arrays. Front matter needs three levels; a source with more could exhaust the stack.
const DEPTH: usize = 16;

/// Reports front matter that is nested deeper than [`DEPTH`].
pub(super) fn is_too_deep(file: &Path, text: &str, front: &Range<usize>, diagnostics: &mut Vec<Diagnostic>) -> bool {
    let Some(at) = too_deep(&text[front.clone()]) else { return false };
    let message = localized!(zh "括号套了 {DEPTH} 层", en "tables and arrays stand {DEPTH} deep in each other");
    let help = localized!(zh "去掉多余的括号", en "take out the brackets that are not needed");
    let place = Location::at(file, text, front.start + at);
    diagnostics.push(Diagnostic::new(place, &rules::TOML, message, help));
    true
}

/// Returns the offset at which a TOML text is nested deeper than [`DEPTH`]. Counts brackets and the dots of keys together:
/// the parser limits each of them, but both limits together still exceed its stack.
pub(super) fn too_deep(toml: &str) -> Option<usize> {
    let (mut open, mut dots) = (Vec::new(), 0);
    for token in Source::new(toml).lex() {
        match token.kind() {
            TokenKind::LeftCurlyBracket => open.push(TokenKind::RightCurlyBracket),
            TokenKind::LeftSquareBracket => open.push(TokenKind::RightSquareBracket),
            kind if open.last() == Some(&kind) => drop(open.pop()),
            TokenKind::Dot => dots += 1,
            TokenKind::Newline if open.is_empty() => dots = 0,
            _ => {}
        }
        if open.len() + dots > DEPTH {
            return Some(token.span().start());
        }
    }
    None
}
