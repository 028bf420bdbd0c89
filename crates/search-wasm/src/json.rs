//! Hits as JSON, in the shape of `Hit` in `web/src/search/engine.js`. The browser parses it, which is less code than objects made here
//! one by one.

use std::ops::Range;

use investchn_search::SearchHit;

/// Writes JSON.
#[derive(Default)]
pub(crate) struct JsonWriter {
    pub(crate) text: String,
}

impl JsonWriter {
    pub(crate) fn hits(&mut self, hits: &[SearchHit]) {
        self.list(hits, |json, hit| {
            json.raw("{\"id\":");
            json.string(&hit.id);
            json.raw(",\"title\":");
            json.marked(&hit.title, &hit.title_marks);
            json.raw(",\"foundBy\":");
            json.marked(&hit.found_by, &hit.found_by_marks);
            json.raw(",\"excerpt\":");
            json.marked(&hit.excerpt.text, &hit.excerpt.marks);
            json.raw(",\"isCutBefore\":");
            json.boolean(hit.excerpt.is_cut_before);
            json.raw(",\"isCutAfter\":");
            json.boolean(hit.excerpt.is_cut_after);
            json.raw(",\"date\":");
            json.number(hit.date);
            json.raw(",\"zone\":");
            json.string(&hit.zone);
            json.raw(",\"zoneName\":");
            json.string(&hit.zone_name);
            json.raw(",\"kind\":");
            json.string(&hit.kind);
            json.raw(",\"regions\":");
            json.texts(&hit.regions);
            json.raw("}");
        });
    }

    pub(crate) fn texts(&mut self, texts: &[String]) {
        self.list(texts, |json, text| json.string(text));
    }

    /// Writes a text as its parts that match and those between them.
    fn marked(&mut self, text: &str, marks: &[Range<usize>]) {
        self.raw("[");
        let mut at = 0;
        for mark in marks {
            self.part(text, at..mark.start, false);
            self.part(text, mark.clone(), true);
            at = mark.end;
        }
        self.part(text, at..text.len(), false);
        self.raw("]");
    }

    /// Writes a part of a text, unless it is empty.
    fn part(&mut self, text: &str, part: Range<usize>, is_match: bool) {
        let Some(text) = text.get(part).filter(|text| !text.is_empty()) else { return };
        if !self.text.ends_with('[') {
            self.raw(",");
        }
        self.raw("{\"text\":");
        self.string(text);
        self.raw(",\"isMatch\":");
        self.boolean(is_match);
        self.raw("}");
    }

    fn list<T>(&mut self, items: &[T], mut each: impl FnMut(&mut Self, &T)) {
        let mut before = "[";
        for item in items {
            self.raw(before);
            each(self, item);
            before = ",";
        }
        self.raw(if items.is_empty() { "[]" } else { "]" });
    }

    fn boolean(&mut self, value: bool) {
        self.raw(if value { "true" } else { "false" });
    }

    fn number(&mut self, number: u32) {
        if number > 9 {
            self.number(number / 10);
        }
        self.text.extend(char::from_digit(number % 10, 10));
    }

    fn string(&mut self, text: &str) {
        self.raw("\"");
        for letter in text.chars() {
            match letter {
                '"' | '\\' => self.text.push('\\'),
                // JSON has no control characters, and those of text are white space.
                '\0'..' ' => {
                    self.raw(if letter == '\n' { "\\n" } else { " " });
                    continue;
                }
                _ => {}
            }
            self.text.push(letter);
        }
        self.raw("\"");
    }

    fn raw(&mut self, text: &str) {
        self.text.push_str(text);
    }
}
