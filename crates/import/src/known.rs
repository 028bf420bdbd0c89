//! The facts of a site's pages that need no reading: the zone, source and kind of all its pages, and of those whose
//! address matches a rule.

use investchn_diagnostics::{Diagnostic, rules};
use investchn_localized::{Localized, localized};
use investchn_model::ZoneRef;
use investchn_profile::{NamedZone, SiteProfile};

use crate::error::{ImportError, PageError};
use crate::options::PartOrigin;
use crate::source_text::Defaults;
use crate::zones::Zones;

/// A profile whose zones were found in the register.
pub(crate) struct KnownSite<'a> {
    profile: &'a SiteProfile,
    zone: Option<ZoneRef>,
    /// The zone of each rule.
    zones: Vec<Option<ZoneRef>>,
}

/// The facts of a page that need no reading.
pub(crate) struct KnownPage {
    /// Its zone, and what tells it.
    pub(crate) zone: Option<(ZoneRef, PartOrigin)>,
    /// The source, kind and language of a page that states none.
    pub(crate) defaults: Defaults,
    /// The pattern of the rule that tells its source.
    pub(crate) source_rule: Option<String>,
    /// True if it is no article.
    pub(crate) skipped: bool,
}

impl<'a> KnownSite<'a> {
    /// Finds the zones of a profile.
    ///
    /// # Errors
    /// If the register does not have one of them: all such zones of the profile, or the one of the command line.
    pub(crate) fn new(profile: &'a SiteProfile, zones: &Zones<'_>) -> Result<Self, ImportError> {
        let mut diagnostics = Vec::new();
        let mut find = |named: Option<&NamedZone>| -> Result<Option<ZoneRef>, ImportError> {
            let Some(named) = named else { return Ok(None) };
            match (zones.named(&named.name), &named.location) {
                (Ok(zone), _) => Ok(Some(zone)),
                (Err(error), None) => Err(ImportError::Zone(error)),
                (Err(error), Some(location)) => {
                    diagnostics.push(unknown_zone(&error, location));
                    Ok(None)
                }
            }
        };
        let zone = find(profile.zone.as_ref())?;
        let zones = profile.rules.0.iter().map(|rule| find(rule.zone.as_ref())).collect::<Result<_, _>>()?;
        if diagnostics.is_empty() {
            Ok(KnownSite { profile, zone, zones })
        } else {
            Err(ImportError::Profile(diagnostics))
        }
    }

    /// Returns what is known of the page with an address below the site.
    pub(crate) fn page(&self, address: Option<&str>) -> KnownPage {
        let rule = address.and_then(|address| self.profile.rules.find(address));
        let of_rule = rule.and_then(|rule| {
            let at = self.profile.rules.0.iter().position(|other| std::ptr::eq(other, rule))?;
            Some((self.zones[at].clone()?, PartOrigin::Rule(rule.pattern.clone())))
        });
        let of_site = || self.zone.clone().map(|zone| (zone, PartOrigin::Given));
        KnownPage {
            zone: of_rule.or_else(of_site),
            source_rule: rule.filter(|rule| rule.source.is_some()).map(|rule| rule.pattern.clone()),
            defaults: Defaults {
                source: rule.and_then(|rule| rule.source.clone()).or_else(|| self.profile.source.clone()),
                kind: rule.and_then(|rule| rule.kind).or(self.profile.kind),
                lang: self.profile.lang.clone(),
            },
            skipped: rule.is_some_and(|rule| rule.skipped),
        }
    }

    /// Returns the address of the site.
    pub(crate) fn address(&self) -> Option<&str> {
        self.profile.site.as_deref()
    }

    /// Returns the profile.
    pub(crate) fn profile(&self) -> &SiteProfile {
        self.profile
    }
}

fn unknown_zone(error: &PageError, location: &investchn_diagnostics::Location) -> Diagnostic {
    let help = localized!(
        zh "写 zones.csv 里开发区的代号、名称、简称或别名",
        en "write the id of a zone in zones.csv, its name, short name or an alias"
    );
    Diagnostic::new(location.clone(), &rules::UNKNOWN_ZONE, error.localized(), help)
}
