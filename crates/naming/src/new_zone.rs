//! What names are derived from.

/// The facts of a new zone from which its names are derived.
#[derive(Clone, Copy, Debug)]
pub struct NewZone<'a> {
    /// Official name: 江苏淮安经济开发区.
    pub name: &'a str,
    /// The code of the province: 320000.
    pub province: &'a str,
    /// The zone's first type, as the column `types` writes it: `etdz`.
    pub zone_type: &'a str,
    /// True for a national zone, false for a provincial one.
    pub national: bool,
    /// The code in the catalogue of 2018; empty if the zone has none.
    pub code: &'a str,
}
