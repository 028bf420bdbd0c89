//! A zone as a person names it.

use investchn_diagnostics::Location;

/// A zone, by its id or one of its names, and the place where it is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedZone {
    /// The id or name.
    pub name: String,
    /// Its place in the file; none if the command line names it.
    pub location: Option<Location>,
}
