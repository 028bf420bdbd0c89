//! The rule for names of zones that the font of the share cards cannot write.

use investchn_cards::missing_characters;
use investchn_diagnostics::{Diagnostic, rules};
use investchn_localized::localized;
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
    let id = &zone.zone.id;
    let message = localized!(
        zh "分享卡片的字体没有{name}（{id}）的 `{missing}` 字",
        en "the font of the share cards lacks `{missing}` of {name} ({id})"
    );
    let help = localized!(
        zh "核对这个字；如果没有写错，补上这个字之前，这家开发区的页面用全站的卡片",
        en "check the character; if it is right, the zone's pages are shared with the portal's card until the font has it"
    );
    Some(Diagnostic::new(zone.place.clone(), &rules::CARD_FONT, message, help))
}
