//! Writes one source: the front matter, and the body below it.

use std::fmt::Write;

use investchn_model::Kind;

use super::body::BodyWriter;
use super::plan::{Plan, Planned, ZonePlan, kind};
use super::random::Random;
use super::words;

/// Writes the source of a zone's article into `text`. Returns true if it shows the zone's picture, `picture`.
pub(super) fn write(text: &mut String, plan: &Plan, zone: &ZonePlan, place: usize, seed: u64, picture: &str) -> bool {
    let Some(article) = zone.articles.get(place) else { return false };
    let number = zone.before + place;
    let (kind, mut random) = (kind(number), Random::new(seed, number as u64));
    let random = &mut random;
    let has_picture = kind == Kind::Photo || random.percent(4);
    text.clear();
    front_matter(text, plan, zone, article, number, random);
    BodyWriter { text, random, plan, zone: &zone.id, picture: has_picture.then_some(picture), level: 1 }.write(kind);
    // A file ends with one line end.
    text.truncate(text.trim_end().len());
    text.push('\n');
    has_picture
}

fn front_matter(
    text: &mut String,
    plan: &Plan,
    zone: &ZonePlan,
    article: &Planned,
    number: usize,
    random: &mut Random,
) {
    let serial = number + 1;
    // Writing to a string cannot fail.
    let _ = write!(text, "+++\ntitle = \"示例 {serial}：");
    words::headline(text, random);
    let date = &article.date;
    let quote = if date.len() == "2022-02-14".len() { "" } else { "\"" };
    let (outlet, id) = (random.pick(&words::OUTLETS), &zone.id);
    let _ = writeln!(text, "\"\npublished = {quote}{date}{quote}\nsource = \"{outlet}\"\nzone = \"{id}\"");
    let _ = writeln!(text, "kind = \"{}\"", kind(number));
    if random.percent(30) {
        text.push_str("summary = \"示例摘要：");
        words::headline(text, random);
        text.push_str("。\"\n");
    }
    if random.percent(2) {
        let _ = writeln!(text, "aliases = [\"demo/show.asp?id={serial}\"]");
    }
    if random.percent(1) {
        text.push_str("previous = { title = \"示例：仅存标题的一条\" }\n");
    }
    if random.percent(1)
        && let Some((zone, other)) = plan.any(random)
    {
        let _ = writeln!(text, "next = {{ article = \"{}\" }}", other.id(zone));
    }
    text.push_str("+++\n\n");
}
