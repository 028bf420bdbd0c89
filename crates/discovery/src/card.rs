//! The texts of share cards.

use investchn_cards::{Card, CardError, draw};
use investchn_messages::AppMessages;
use investchn_model::{Site, Zone, ZoneType};
use investchn_text::is_han;

/// Draws the portal's card.
///
/// # Errors
/// If the font lacks a character of the portal's name and of its English name.
pub fn portal_card(site: &Site) -> Result<Vec<u8>, CardError> {
    let name_en = Some(&site.name_en).filter(|name_en| **name_en != site.name).map_or("", String::as_str);
    let card = Card { portal: &site.name, title: &site.name, facts: &site.slogan, name_en };
    match draw(card) {
        Err(CardError::Missing(_)) => draw(Card { title: &site.name_en, name_en: "", ..card }),
        drawn => drawn,
    }
}

/// Draws a zone's card; none if the font lacks a character of its short name.
///
/// # Errors
/// If the picture cannot be written.
pub fn zone_card(words: &AppMessages, site: &Site, zone: &Zone) -> Result<Option<Vec<u8>>, CardError> {
    let facts = [zone.province.short_name.as_str(), " · ", &what(words, zone)].concat();
    match draw(Card { portal: &site.name, title: &zone.short_name, facts: &facts, name_en: &zone.name_en }) {
        Err(CardError::Missing(_)) => Ok(None),
        drawn => drawn.map(Some),
    }
}

/// Words the level and the types of a zone; the level alone, where the register has no type for it.
fn what(words: &AppMessages, zone: &Zone) -> String {
    let types: Vec<&str> = zone
        .types
        .iter()
        .filter(|it| **it != ZoneType::Other)
        .map(|it| words.facts.type_name(zone.level, *it))
        .collect();
    let (level, types) = (words.facts.level_name(zone.level), types.join(words.facts.separator));
    // Chinese has no space between words.
    let space = if types.is_empty() || types.contains(is_han) { "" } else { " " };
    [level, space, &types].concat()
}
