//! Entries that are missing, unknown, there twice or of the wrong kind, in words for an editor.

use investchn_localized::{Text, localized};

use crate::found::{Found, shown};

/// The most letters in which an unknown name differs from the one that is meant.
const NEAR: usize = 2;

/// Words an error of the deserializer by its message; none if it is another one. `keys` are the names of texts and switches.
pub(crate) fn worded(message: &str, found: &Found<'_>, keys: &[&str]) -> Option<(Text, Text)> {
    let names: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    let first = names.first().copied().unwrap_or_default();
    if message.starts_with("missing field") {
        let right = example(first, keys);
        return Some((
            localized!(zh "缺少 `{first}`", en "`{first}` is missing"),
            localized!(zh "加上 `{right}`", en "add `{right}`"),
        ));
    }
    if message.starts_with("unknown field") {
        return Some(unknown(first, names.get(1..).unwrap_or_default()));
    }
    if message.starts_with("unknown variant") {
        let (name, Text { zh, en }) = (found.name(), quoted(names.get(1..).unwrap_or_default()));
        return Some((
            localized!(zh "`{name}` 不能是 `{first}`", en "`{name}` cannot be `{first}`"),
            localized!(zh "写 {zh} 中的一个", en "write one of {en}"),
        ));
    }
    if message.starts_with("duplicate") {
        let name = if first.is_empty() { shown(found.value) } else { shown(first) };
        let former =
            localized!(zh "只留一个；`silence` 就是 `suppress`", en "keep one of them: `silence` is `suppress`");
        let one = localized!(zh "只留一个", en "keep one of them");
        return Some((
            localized!(zh "`{name}` 出现了两次", en "`{name}` is there twice"),
            if name == "suppress" { former } else { one },
        ));
    }
    if message.starts_with("wanted string or table") {
        return Some(wrong_kind("a string", found));
    }
    let is_kind =
        ["invalid type:", "invalid value: integer", "invalid length"].iter().any(|it| message.starts_with(it));
    is_kind.then(|| wrong_kind(message.rsplit_once(", expected ").map_or("", |(_, kind)| kind), found))
}

/// Returns the line that an entry needs, with an example of its value.
pub(crate) fn example(name: &str, keys: &[&str]) -> String {
    match name {
        "published" | "date" => format!("{name} = 2022-02-14"),
        "since" => format!("{name} = 2006"),
        "contact" => "[contact]".to_owned(),
        // Of an article the source is a text; in the list of sources it is a table.
        "source" if !keys.contains(&name) => "[[source]]".to_owned(),
        _ => format!("{name} = \"…\""),
    }
}

fn unknown(name: &str, known: &[&str]) -> (Text, Text) {
    // The former name of a key is read, and not offered.
    let known: Vec<&str> = known.iter().copied().filter(|it| *it != "silence").collect();
    let distance = |it: &&str| strsim::damerau_levenshtein(&name.to_lowercase(), it);
    let near = known.iter().copied().min_by_key(distance).filter(|it| distance(it) <= NEAR.min(it.len() / 2));
    let shown = shown(name);
    let message = localized!(zh "没有 `{shown}` 这个键", en "there is no key `{shown}`");
    let help = match near {
        Some(near) => localized!(zh "改成 `{near}`，或者删掉", en "write `{near}`, or delete it"),
        None => {
            let Text { zh, en } = quoted(&known);
            localized!(zh "可以写的有 {zh}；不需要就删掉", en "write one of {en}, or delete it")
        }
    };
    (message, help)
}

/// Lists names as messages show them.
fn quoted(names: &[&str]) -> Text {
    Text::list(&names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>())
}

/// Words a value of the wrong kind. `expected` is the kind, as serde names it.
fn wrong_kind(expected: &str, found: &Found<'_>) -> (Text, Text) {
    let (name, value) = (found.last_name().trim_start_matches('['), found.shown_value());
    let name = if name.is_empty() { found.value.trim_matches(['[', ']']) } else { name };
    let is_short = found.value.len() == value.len() && !found.value.starts_with(['[', '{', '"']);
    let is_number = ["u8", "u16", "u32", "u64", "usize", "i64"].iter().any(|it| expected.ends_with(it));
    if expected == "a string" && name == value && found.before.is_empty() {
        return (
            localized!(zh "`{name}` 是文字，不能再分出别的键", en "`{name}` is a text and has no keys of its own"),
            localized!(zh "写成 `{name} = \"…\"`", en "write `{name} = \"…\"`"),
        );
    }
    if expected == "a string" {
        let right = if is_short { format!("\"{value}\"") } else { "\"…\"".to_owned() };
        return (
            localized!(zh "`{name}` 是文字，不能写成 `{value}`", en "`{name}` is a text and cannot be `{value}`"),
            localized!(zh "加英文引号，写成 `{right}`", en "put it in quotes: `{right}`"),
        );
    }
    if expected == "a boolean" {
        return (
            localized!(zh "`{name}` 不能是 `{value}`", en "`{name}` cannot be `{value}`"),
            localized!(zh "写 `true`（是）或 `false`（否），不加引号", en "write `true` or `false` without quotes"),
        );
    }
    if is_number {
        return (
            localized!(zh "`{name}` 不能是 `{value}`", en "`{name}` cannot be `{value}`"),
            localized!(
                zh "写 1 到 65535 的整数，不加引号",
                en "write a whole number from 1 to 65535 without quotes"
            ),
        );
    }
    if expected == "a sequence" {
        let message =
            localized!(zh "`{name}` 可以有几个值，要放在方括号里", en "`{name}` has several values, in brackets");
        if found.value.starts_with('[') {
            return (message, localized!(zh "写成 `[[{name}]]`", en "write `[[{name}]]`"));
        }
        let right = if found.value.starts_with('{') { "[{ … }]".to_owned() } else { format!("[{value}]") };
        return (message, localized!(zh "写成 `{name} = {right}`", en "write `{name} = {right}`"));
    }
    let braces = "{ … }";
    (
        localized!(zh "`{name}` 不能是 `{value}`", en "`{name}` cannot be `{value}`"),
        match name {
            "previous" | "next" => localized!(
                zh "写成 `{name} = {{ title = \"…\" }}`",
                en "write `{name} = {{ title = \"…\" }}`"
            ),
            _ => localized!(zh "放在花括号里，写成 `{braces}`", en "put it in braces: `{braces}`"),
        },
    )
}
