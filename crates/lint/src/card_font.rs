//! The rule for names of zones that the font of the share cards cannot write.

use investchn_cards::missing_characters;
use investchn_diagnostics::{Diagnostic, rules};
use investchn_sources::ZoneSource;

/// Reports each zone with such a name.
pub(crate) fn check(zones: &[ZoneSource]) -> Vec<Diagnostic> {
    zones.iter().filter_map(lacking).collect()
}

fn lacking(zone: &ZoneSource) -> Option<Diagnostic> {
    let name = &zone.zone.short_name;
    let missing: String = missing_characters(name).into_iter().collect();
    if missing.is_empty() {
        return None;
    }
    let message = format!("the font of the share cards lacks `{missing}` of {name} ({})", zone.zone.id);
    let help =
        "check the character; if it is right, the zone's pages are shared with the portal's card until the font has it";
    Some(Diagnostic::new(zone.place.clone(), &rules::CARD_FONT, message, help))
}
