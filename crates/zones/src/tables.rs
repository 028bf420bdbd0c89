//! All tables of the register together.

use std::path::Path;

use investchn_diagnostics::Diagnostic;
use investchn_files::{Files, SourceError};

use crate::citations;
use crate::regions::{self, LetterCodes, RegionNames, Regions};
use crate::terms::{self, Terms};
use crate::zone_lookup::ZoneLookup;
use crate::zone_source::ZoneSource;
use crate::zones;

/// The tables of the register.
#[derive(Clone, Debug)]
pub struct ZoneTables {
    /// `regions.csv`
    pub regions: Regions,
    /// The names of regions in other languages, of `regions.csv` too.
    pub region_names: RegionNames,
    /// The letter codes of provinces.
    pub letter_codes: LetterCodes,
    /// `terms.csv`
    pub terms: Terms,
    /// `zones.csv`, in its order, with `history.csv` and `doubts.csv`.
    pub zones: Vec<ZoneSource>,
}

impl ZoneTables {
    /// Reads the tables of a content folder, and adds their faults to `diagnostics`.
    ///
    /// # Errors
    /// If a required file cannot be read.
    pub fn read(files: &dyn Files, folder: &Path, diagnostics: &mut Vec<Diagnostic>) -> Result<Self, SourceError> {
        let citations = citations::read(files, &folder.join("sources.toml"), diagnostics)?;
        let (regions, region_names, letter_codes) = regions::read(files, &folder.join("regions.csv"), diagnostics)?;
        let zones = zones::read(files, folder, &regions, &citations, diagnostics)?;
        let terms = terms::read(files, &folder.join("terms.csv"), diagnostics)?;
        Ok(ZoneTables { regions, region_names, letter_codes, terms, zones })
    }
}

impl ZoneLookup {
    /// Reads the register of a content folder, without its faulty rows.
    ///
    /// # Errors
    /// If a required file cannot be read.
    pub fn read(files: &dyn Files, folder: &Path) -> Result<Self, SourceError> {
        Ok(ZoneLookup::new(&ZoneTables::read(files, folder, &mut Vec::new())?.zones))
    }
}
