//! Links, pictures and addresses that are nearly Markdown within a line, and marks that stay text.

use std::ops::Range;

use investchn_diagnostics::rules;
use investchn_localized::{Text, localized};
use investchn_text::is_han;

use super::form::NearForm;

/// The endings of pictures' names.
const PICTURES: [&str; 5] = [".png", ".jpg", ".jpeg", ".webp", ".gif"];

/// The characters of which every form in a run has one. `h` begins an address.
const SIGNS: [char; 8] = [']', '］', '】', 'h', '*', '~', '_', '＊'];

/// Returns a picture whose ! is full-width, so that it is a link. One beside the article is an error of the parser's.
pub(super) fn picture_as_link(text: &str, at: &Range<usize>, address: &str) -> Option<NearForm> {
    let is_meant = address.contains("://") && is_picture(address) && text[..at.start].ends_with('！');
    let start = at.start - '！'.len_utf8().min(at.start);
    is_meant.then(|| NearForm::near(start..at.end, ["!", &text[at.clone()]].concat(), half_width_mark()))
}

/// The message for a picture that begins with a full-width mark.
pub(crate) fn half_width_mark() -> Text {
    localized!(zh "图片要以半角叹号 ! 开头", en "a picture begins with a half-width !")
}

/// Adds the forms of a run of text.
pub(super) fn forms(text: &str, at: &Range<usize>, is_link: bool, found: &mut Vec<NearForm>) {
    let run = &text[at.clone()];
    // One pass for most runs, in place of one for each form.
    if !run.contains(SIGNS) {
        return;
    }
    let in_file = |part: Range<usize>| at.start + part.start..at.start + part.end;
    let first = found.len();
    for (close, bracket) in run.match_indices([']', '］', '】']) {
        if let Some((part, right)) = link(run, close, bracket) {
            let written = &run[part.clone()];
            let message = if right.starts_with('!') {
                localized!(zh "`{written}` 不会显示为图片", en "`{written}` is no picture")
            } else {
                localized!(zh "`{written}` 不会显示为链接", en "`{written}` is no link")
            };
            found.push(NearForm::near(in_file(part), right, message));
        }
    }
    if !is_link {
        for part in addresses(run) {
            let part = in_file(part);
            if !found[first..].iter().any(|form| form.at.contains(&part.start)) {
                let address = &text[part.clone()];
                let message = localized!(zh "`{address}` 不会显示为链接", en "`{address}` is no link");
                found.push(NearForm::near(part.clone(), format!("<{address}>"), message));
            }
        }
    }
    let mut rest = 0;
    while let Some(mut form) = leftover(run, rest) {
        rest = form.at.end;
        form.at = in_file(form.at);
        found.push(form);
    }
}

fn is_picture(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    PICTURES.iter().any(|ending| address.ends_with(ending))
}

/// Returns the link or picture around a closing bracket, if it is written with signs of the wrong width or a space.
fn link(run: &str, close: usize, bracket: &str) -> Option<(Range<usize>, String)> {
    let (open, opening) = run[..close].rmatch_indices(['[', '［', '【']).next()?;
    let label = &run[open + opening.len()..close];
    let after = &run[close + bracket.len()..];
    let inner = after.trim_start();
    let paren = inner.chars().next().filter(|paren| "（(".contains(*paren))?;
    let inner = &inner[paren.len_utf8()..];
    let end = inner.find(['）', ')'])?;
    let (address, closing) = (inner[..end].trim(), inner[end..].chars().next()?);
    let stop = run.len() - inner.len() + end + closing.len_utf8();
    let mark = run[..open].chars().next_back().filter(|mark| "！!".contains(*mark)).filter(|_| is_picture(address));
    let is_address = ["http://", "https://", "mailto:", "tel:", "/", "../"].iter().any(|it| address.starts_with(it));
    let is_plain =
        opening == "【" && mark.is_none() || label.trim().is_empty() || address.contains(char::is_whitespace);
    if is_plain || !(is_address || mark.is_some()) {
        return None;
    }
    let start = open - mark.map_or(0, char::len_utf8);
    let right = format!("{}[{label}]({address})", if mark.is_some() { "!" } else { "" });
    (run[start..stop] != right).then_some((start..stop, right))
}

/// Returns the addresses that a Chinese mark or character follows at once.
fn addresses(run: &str) -> Vec<Range<usize>> {
    let starts = run.match_indices("http").filter(|(at, _)| {
        let rest = &run[*at..];
        rest.starts_with("http://") || rest.starts_with("https://")
    });
    let ends = starts.filter_map(|(start, _)| {
        let is_end = |letter: char| !letter.is_ascii_graphic() || "<>\"".contains(letter);
        let length = run[start..].find(is_end)?;
        let next = run[start + length..].chars().next()?;
        let address = run[start..start + length].trim_end_matches(['.', ',', ';', ':', '!', '?']);
        let is_whole = address.len() == length && address.len() > "https://".len();
        (is_whole && !next.is_ascii() && !next.is_whitespace()).then_some(start..start + length)
    });
    ends.collect()
}

/// Returns the first mark at or after a byte of a run that readers would see, with its other half where there is one.
fn leftover(run: &str, from: usize) -> Option<NearForm> {
    let marks = ["**", "~~", "__", "＊＊"];
    let (at, mark) =
        marks.iter().filter_map(|mark| Some((from + run[from..].find(mark)?, *mark))).min_by_key(|(at, _)| *at)?;
    let letter = mark.chars().next()?;
    let start = at + mark.len();
    let open = at..run.len() - run[start..].trim_start_matches(letter).len();
    let inner = &run[open.end..];
    let close = inner.find(mark).filter(|close| !inner[..*close].trim().is_empty());
    let pair = close.map(|close| (open.start..open.end + close + mark.len(), inner[..close].trim()));
    let form = |at, right, help| {
        let message = localized!(zh "`{mark}` 会原样显示给读者", en "`{mark}` is published as it stands");
        Some(NearForm { rule: &rules::LEFTOVER_MARK, at, right, message, help })
    };
    match (mark, pair) {
        ("~~", pair) => {
            let at = pair.map_or(open, |(at, _)| at);
            let help = localized!(
                zh "稿件不用删除线：删掉这几个字，在 `corrections` 里写明改了什么",
                en "take the words out, and say in `corrections` what was put right; an article strikes nothing out"
            );
            form(at, None, help)
        }
        // Lines to fill in are no marks.
        ("__", pair) => {
            match pair.filter(|(at, inner)| at.len() - inner.len() >= 4 && open.len() == 2 && inner.contains(is_han)) {
                Some((at, inner)) => form(at, Some(format!("**{inner}**")), Text::default()),
                None => leftover(run, open.end),
            }
        }
        ("＊＊", Some((at, inner))) => form(at, Some(format!("**{inner}**")), Text::default()),
        ("＊＊", None) => leftover(run, open.end),
        (_, Some((at, inner))) if open.len() == 2 && inner.len() + 4 < at.len() && !inner.contains('*') => {
            form(at, Some(format!("**{inner}**")), Text::default())
        }
        _ => {
            let help = localized!(
                zh "要加粗，在同一行的文字前后各写 **，里面不留空格；确实要用星号，写成 \\*\\*",
                en "write ** before and after the words on one line, without a space inside, or \\*\\* for the mark itself"
            );
            form(open, None, help)
        }
    }
}
