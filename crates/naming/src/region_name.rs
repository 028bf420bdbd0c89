//! The columns of `content/regions.csv` that names are made of.

/// The names of a province or a city.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionName {
    /// GB/T 2260 code: 320800.
    pub code: String,
    /// Full name: 淮安市.
    pub name: String,
    /// Short name: 淮安.
    pub short: String,
    /// English name: Huai'an, Hohhot.
    pub name_en: String,
    /// Pinyin: Huai'an, Huhehaote.
    pub pinyin: String,
    /// The two letters of a province; empty for a city.
    pub alpha2: String,
}

impl RegionName {
    /// Returns true for a province, a municipality, an autonomous region and a SAR.
    pub(crate) fn is_province(&self) -> bool {
        self.code.ends_with("0000")
    }
}
