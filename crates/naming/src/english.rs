//! The rule for English names: each part of the name in its order, by the tables or in pinyin.

use crate::error::NamingError;
use crate::kinds;
use crate::pinyin_text::word;
use crate::place;
use crate::region_name::RegionName;
use crate::segments::{Segment, segments};

/// Returns the English name of a zone. It has ASCII characters only.
pub(crate) fn name(name: &str, regions: &[RegionName]) -> Result<String, NamingError> {
    let (before, kind, tail) = kinds::find(place::without_note(name));
    let mut text = parts(before, regions)?;
    if let Some(kind) = kind {
        text = [text.as_str(), kind.en, &parts(tail, regions)?].join(" ");
    }
    Ok(text.trim().replace('ü', "u"))
}

/// Returns the parts of a text in English.
fn parts(name: &str, regions: &[RegionName]) -> Result<String, NamingError> {
    let mut text = String::new();
    for segment in segments(name, regions) {
        let part = match segment {
            Segment::Region { region, rest: "" } => region.name_en.clone(),
            Segment::Region { region, rest } => match landform(rest) {
                Some(english) => format!("{} {english}", region.name_en),
                None => word(&format!("{}{rest}", region.short))?,
            },
            Segment::Word(it) => it.en.to_owned(),
            Segment::Place { en: Some(en), .. } => en.to_owned(),
            Segment::Place { zh, en: None } | Segment::Other(zh) => word(zh)?,
            Segment::Sign('—' | '-' | '·') => "-".to_owned(),
            Segment::Sign('、') => "and".to_owned(),
            Segment::Sign(sign) if sign.is_ascii_alphanumeric() => sign.to_string(),
            Segment::Sign(_) => String::new(),
        };
        if !part.is_empty() && !text.is_empty() && part != "-" && !text.ends_with('-') {
            text.push(' ');
        }
        text.push_str(&part);
    }
    Ok(text)
}

/// The English of a single character after a region.
fn landform(character: &str) -> Option<&'static str> {
    match character {
        "港" => Some("Port"),
        "湾" => Some("Bay"),
        "县" => Some("County"),
        _ => None,
    }
}
