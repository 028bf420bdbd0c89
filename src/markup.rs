//! What views are made of: a template, which is one constant text, and the values of its slots. It owns their forms and how
//! they read as HTML; `dom` puts them into a document. One type for every view keeps the app light: a view adds a text and the
//! code that fills its slots, and nothing is compiled anew for its shape.

#[cfg(feature = "csr")]
mod dom;
#[cfg(feature = "ssr")]
mod html;
mod slot;

#[cfg(feature = "csr")]
pub(crate) use dom::mount;
pub(crate) use investchn_view::view;
pub use slot::{IntoSlot, Slot};

/// Markup with its values.
#[derive(Default)]
pub struct Markup {
    template: &'static str,
    slots: Vec<Slot>,
}

impl Markup {
    /// A template of the macro `view!` with the values of its slots, in their order.
    pub fn new(template: &'static str, slots: Vec<Slot>) -> Self {
        Markup { template, slots }
    }

    /// Step by step.
    fn into_steps(self) -> (impl Iterator<Item = Step>, std::vec::IntoIter<Slot>) {
        (steps(self.template), self.slots.into_iter())
    }
}

/// The bytes of a template that the macro puts together from literals and constants, at compile time.
pub(crate) const fn length(pieces: &[&str]) -> usize {
    let (mut sum, mut at) = (0, 0);
    while at < pieces.len() {
        sum += pieces[at].len();
        at += 1;
    }
    sum
}

/// The pieces one after another; `LENGTH` is theirs.
pub(crate) const fn join<const LENGTH: usize>(pieces: &[&str]) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    let (mut end, mut at) = (0, 0);
    while at < pieces.len() {
        let piece = pieces[at].as_bytes();
        let (_, rest) = bytes.split_at_mut(end);
        let (room, _) = rest.split_at_mut(piece.len());
        room.copy_from_slice(piece);
        end += piece.len();
        at += 1;
    }
    bytes
}

/// The text that the joined pieces are.
pub(crate) const fn text(bytes: &[u8]) -> &str {
    match str::from_utf8(bytes) {
        Ok(text) => text,
        // Pieces of text are text.
        Err(_) => "",
    }
}

/// A step of a template. What it is told by is the macro's.
enum Step {
    Open(&'static str),
    Attribute(&'static str, &'static str),
    AttributeSlot(&'static str),
    Text(&'static str),
    Slot,
    Close,
}

fn steps(template: &'static str) -> impl Iterator<Item = Step> {
    // Every piece begins with its mark; what stands between two marks is text of the portal's, which has none.
    let mut rest = template;
    std::iter::from_fn(move || {
        let mark = *rest.as_bytes().first()?;
        let text = rest.get(1..)?;
        let end = text.bytes().position(|byte| byte < 7).unwrap_or(text.len());
        let (payload, after) = text.split_at_checked(end)?;
        rest = after;
        Some(match mark {
            1 => Step::Open(payload),
            2 => {
                let (name, value) = payload.split_once('=').unwrap_or((payload, ""));
                Step::Attribute(name, value)
            }
            3 => Step::AttributeSlot(payload),
            4 => Step::Text(payload),
            5 => Step::Slot,
            _ => Step::Close,
        })
    })
}
