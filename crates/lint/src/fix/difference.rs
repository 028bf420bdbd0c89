//! The lines in which two texts differ, as `diff` shows them.

use std::fmt::Write;

use investchn_localized::{Text, localized};

use super::MendedFile;

/// The most comparisons of lines. Of larger files, all lines between the first and the last difference are shown.
const MOST: usize = 4_000_000;

/// Returns the lines that are taken out and put in, with their numbers.
pub fn difference(file: &MendedFile) -> Text {
    let (before, after): (Vec<&str>, Vec<&str>) = (file.before.lines().collect(), file.after.lines().collect());
    let same = before.iter().zip(&after).take_while(|(one, other)| one == other).count();
    let rest = before.len().min(after.len()) - same;
    let same_end =
        before.iter().rev().zip(after.iter().rev()).take(rest).take_while(|(one, other)| one == other).count();
    let (old, new) = (&before[same..before.len() - same_end], &after[same..after.len() - same_end]);
    let mut text = format!("--- {0}\n+++ {0}\n", file.path.display());
    if old.is_empty() && new.is_empty() {
        return localized!(zh "{text}（编码或换行符不同）\n", en "{text}(other encoding or line ends)\n");
    }
    let common = common(old, new);
    let (mut at, mut to) = (0, 0);
    for (one, other) in common.into_iter().chain([(old.len(), new.len())]) {
        if one > at || other > to {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "@@ -{} +{} @@", same + at + 1, same + to + 1);
        }
        text.extend(old[at..one].iter().map(|line| format!("-{line}\n")));
        text.extend(new[to..other].iter().map(|line| format!("+{line}\n")));
        (at, to) = (one + 1, other + 1);
    }
    Text::same(text)
}

/// Returns the places of the longest common lines.
fn common(old: &[&str], new: &[&str]) -> Vec<(usize, usize)> {
    if old.len() * new.len() > MOST {
        return Vec::new();
    }
    let width = new.len() + 1;
    let mut lengths = vec![0_u32; (old.len() + 1) * width];
    for (one, line) in old.iter().enumerate().rev() {
        for (other, right) in new.iter().enumerate().rev() {
            let at = one * width + other;
            lengths[at] =
                if line == right { lengths[at + width + 1] + 1 } else { lengths[at + width].max(lengths[at + 1]) };
        }
    }
    let (mut one, mut other, mut places) = (0, 0, Vec::new());
    while one < old.len() && other < new.len() {
        let at = one * width + other;
        if old[one] == new[other] {
            places.push((one, other));
            (one, other) = (one + 1, other + 1);
        } else if lengths[at + width] >= lengths[at + 1] {
            one += 1;
        } else {
            other += 1;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differing_lines_are_shown_with_their_numbers() {
        let file = |before: &str, after: &str| MendedFile {
            path: "a.md".into(),
            before: before.to_owned(),
            after: after.to_owned(),
        };
        let shown = difference(&file("一\n二\n三\n四\n五\n", "一\n2\n三\n4\n+\n五\n"));
        assert_eq!(shown.zh, "--- a.md\n+++ a.md\n@@ -2 +2 @@\n-二\n+2\n@@ -4 +4 @@\n-四\n+4\n++\n");
        assert!(difference(&file("一\n", "一\n")).en.ends_with("(other encoding or line ends)\n"));
    }
}
