//! The colours of the charts. An attribute sets the light one, so that a host's policy, which allows no style in a picture that is
//! opened by itself, leaves it readable. The picture's own style sets the dark one.

/// A colour in both themes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Colour {
    /// The class of the elements that have it.
    pub(crate) class: &'static str,
    /// The colour on light paper.
    pub(crate) light: &'static str,
    /// The colour on dark paper.
    pub(crate) dark: &'static str,
}

/// `--paper`
pub(crate) const PAPER: Colour = colour("paper", "#ffffff", "#16252d");
/// `--ink`
pub(crate) const INK: Colour = colour("ink", "#1d2a31", "#e4ebee");
/// `--ink-soft`
pub(crate) const SOFT: Colour = colour("soft", "#55656e", "#a3b3bb");
/// `--line`
pub(crate) const LINE: Colour = colour("line", "#dbe2e6", "#2b3d47");

// The series. Each differs in lightness from its neighbours in a column, so that nobody has to tell them apart by hue alone.
pub(crate) const ETDZ: Colour = colour("etdz", "#14506e", "#8cc8e6");
pub(crate) const HTZ: Colour = colour("htz", "#5798b8", "#4083a3");
pub(crate) const CUSTOMS: Colour = colour("customs", "#b34a22", "#f0a07c");
pub(crate) const BORDER: Colour = colour("border", "#c98524", "#b87f2a");
pub(crate) const OTHER: Colour = colour("other", "#1d2a31", "#e4ebee");
/// `--control-line`
pub(crate) const PROVINCIAL: Colour = colour("provincial", "#7b8d97", "#6d8592");
/// `--shade-4`, and `--shade-3` of the dark theme.
pub(crate) const BAR: Colour = colour("bar", "#24698b", "#4c94b4");

/// Every colour.
pub(crate) const ALL: [Colour; 11] = [PAPER, INK, SOFT, LINE, ETDZ, HTZ, CUSTOMS, BORDER, OTHER, PROVINCIAL, BAR];

const fn colour(class: &'static str, light: &'static str, dark: &'static str) -> Colour {
    Colour { class, light, dark }
}
