//! The depth of TOML, which is bounded before it is parsed.

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// The deepest nesting of tables and arrays. Front matter needs three levels; a source with more could exhaust the stack.
pub(super) const DEPTH: usize = 16;

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
