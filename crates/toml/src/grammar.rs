//! TOML that the parser cannot read, in words for an editor: what is wrong there, and what to type.

use investchn_localized::{Text, localized};

use crate::found::{Found, shown};
use crate::schema::example;

/// The quotation marks of Chinese text.
const OPENING: char = '\u{201c}';
const CLOSING: char = '\u{201d}';

/// The form of a date, as the help for one that has no reading.
pub(crate) fn date_help() -> Text {
    localized!(
        zh "按原文写到日、月或年：2022-02-14、\"2021-06\"、\"1984\"",
        en "write it as exactly as the source has it: 2022-02-14, \"2021-06\" or \"1984\""
    )
}

/// Words an error of the parser by its message. One that is not known here gets the general rule. `keys` are the names of texts
/// and switches.
pub(crate) fn worded(message: &str, found: &Found<'_>, keys: &[&str]) -> (Text, Text) {
    let is = |beginnings: &[&str]| beginnings.iter().any(|it| message.starts_with(it));
    if is(&["string values must be quoted", "missing value", "invalid boolean", "missing opening quote"]) {
        return unquoted(found, keys);
    }
    if is(&[
        "invalid basic string",
        "invalid literal string",
        "invalid multi-line",
        "invalid string",
        "invalid comment",
    ]) {
        return broken_text(message, found);
    }
    if is(&["missing escaped value", "too few unicode", "invalid value"]) {
        return (
            localized!(zh "引号里的反斜杠 `\\` 不能这样用", en "`\\` in quotes has a meaning of its own"),
            localized!(zh "写两个反斜杠 `\\\\`，或者删掉", en "write it twice, `\\\\`, or delete it"),
        );
    }
    if is(&["unexpected key or value", "unexpected content"]) {
        return after_value(found);
    }
    if is(&["key with no value", "missing assignment", "invalid key-value pair", "invalid inline table element"]) {
        return no_equals(found, keys);
    }
    if is(&["unquoted keys cannot be empty", "missing key for", "invalid unquoted key", "unexpected `=`"]) {
        return no_name(found);
    }
    if is(&["extra `=`", "extra assignment"]) {
        let last = found.part().split_whitespace().next_back().unwrap_or_default();
        // A date takes the next name as its time of day.
        if found.part().contains('=') && last.bytes().all(|byte| byte.is_ascii_lowercase()) && !last.is_empty() {
            return (
                localized!(zh "`{last}` 前面少了逗号", en "there is no comma before `{last}`"),
                localized!(zh "在那里加英文逗号 `,`", en "type `,` there"),
            );
        }
        return (
            localized!(zh "多了一个 `=`", en "there is one `=` too many"),
            localized!(zh "删掉一个", en "delete one"),
        );
    }
    if is(&["invalid date", "invalid time", "invalid offset"]) {
        let value = found.shown_value();
        let message = if message.contains("between") {
            localized!(zh "日历上没有 `{value}`", en "`{value}` is not in the calendar")
        } else {
            localized!(zh "`{value}` 不是日期", en "`{value}` is not a date")
        };
        return (message, date_help());
    }
    if is(&["missing comma"]) {
        return (
            localized!(zh "两个值之间少了逗号", en "there is no comma between two values"),
            localized!(zh "在这里加英文逗号 `,`", en "type `,` here"),
        );
    }
    if is(&["extra comma"]) {
        return (
            localized!(zh "多了一个逗号", en "there is one comma too many"),
            localized!(zh "删掉一个", en "delete one"),
        );
    }
    if is(&["unclosed"]) {
        let sign = if message.starts_with("unclosed inline") { '}' } else { ']' };
        return (
            localized!(zh "括号没有结束", en "a bracket is not closed"),
            localized!(zh "在末尾加 `{sign}`", en "type `{sign}` at its end"),
        );
    }
    if is(&["carriage return"]) {
        return (
            localized!(zh "换行符不完整", en "a line end is incomplete"),
            localized!(zh "删掉这个换行，重新按回车", en "delete it, and type it anew"),
        );
    }
    if is(&["cannot extend"]) {
        return (
            localized!(zh "键里的点 `.` 不能这样用", en "`.` in a key has a meaning of its own"),
            localized!(zh "去掉点和它后面的部分", en "leave out the dot and what follows it"),
        );
    }
    if is(&["cannot recurse", "recursion limit"]) {
        return (
            localized!(zh "括号套得太深", en "brackets stand too deep in each other"),
            localized!(zh "去掉多余的括号", en "take out those that are not needed"),
        );
    }
    let is_number = ["number", "leading zero", "sign", "digits", "mantissa", "fraction", "exponent", "float", "radix"];
    if is_number.iter().any(|it| message.contains(it)) {
        let name = found.last_name();
        let value = shown(found.line().split_once('=').map_or("", |(_, value)| value).trim());
        if ["published", "date"].contains(&name) {
            return (localized!(zh "`{value}` 不是日期", en "`{value}` is not a date"), date_help());
        }
        return (
            localized!(zh "`{name}` 的数字 `{value}` 写法不对", en "`{value}` is no number for `{name}`"),
            localized!(
                zh "只写数字，例如 30；如果是文字，加英文引号",
                en "write digits alone, as in 30; put a text in quotes"
            ),
        );
    }
    let line = found.line();
    (
        localized!(zh "`{line}` 读不懂", en "`{line}` cannot be read"),
        localized!(
            zh "每行写成 `键 = \"值\"`，引号、等号、逗号都用英文的",
            en "write each line as `key = \"value\"`, with plain quotes, equals signs and commas"
        ),
    )
}

/// Words a value without quotes, or none.
fn unquoted(found: &Found<'_>, keys: &[&str]) -> (Text, Text) {
    let value = if found.value.is_empty() { found.rest } else { found.value };
    if value.is_empty() {
        let (name, right) = (found.last_name(), example(found.last_name(), keys));
        return (
            localized!(zh "`{name}` 后面没有内容", en "`{name}` has no value"),
            localized!(zh "写成 `{right}`；不需要就删掉这一行", en "write `{right}`, or delete the line"),
        );
    }
    let (shown, right) = (shown(value), shown(&curly(value.trim_matches('"'))));
    if value.starts_with(|letter: char| letter.is_ascii_digit()) {
        return (
            localized!(zh "`{shown}` 不全是数字", en "`{shown}` is no number"),
            localized!(
                zh "只写数字；如果是文字，加英文引号，写成 `\"{right}\"`",
                en "write digits alone, or a text in quotes: `\"{right}\"`"
            ),
        );
    }
    let message = if value.contains('"') {
        localized!(zh "`{shown}` 的英文引号没有成对放在两头", en "the quotes of `{shown}` are not around it")
    } else {
        localized!(zh "`{shown}` 没有加英文引号", en "`{shown}` is not in quotes")
    };
    (message, localized!(zh "写成 `\"{right}\"`", en "write `\"{right}\"`"))
}

/// Returns a text with the quotation marks of Chinese text within it.
fn curly(text: &str) -> String {
    let mut is_open = false;
    let mark = |letter| {
        if letter != '"' {
            return letter;
        }
        is_open = !is_open;
        if is_open { OPENING } else { CLOSING }
    };
    text.chars().map(mark).collect()
}

/// Words a text that has no end, or a character that no text can have.
fn broken_text(message: &str, found: &Found<'_>) -> (Text, Text) {
    if message.contains("characters") && !found.value.is_empty() {
        return (
            localized!(zh "这里有看不见的控制字符", en "there is a control character, which nobody sees"),
            localized!(zh "删掉它", en "delete it"),
        );
    }
    let quotes = match message {
        it if it.starts_with("invalid multi-line literal") => "'''",
        it if it.starts_with("invalid multi-line") => "\"\"\"",
        it if it.starts_with("invalid literal") => "'",
        _ => "\"",
    };
    (
        localized!(zh "文字的引号没有结束", en "the quotes of a text are not closed"),
        localized!(zh "在文字末尾加 `{quotes}`", en "type `{quotes}` at the end of the text"),
    )
}

/// Words what stands after a value.
fn after_value(found: &Found<'_>) -> (Text, Text) {
    let rest = shown(found.rest);
    let value = found.before.split_once('=').map_or("", |(_, value)| value).trim();
    let next = found.rest.chars().next().unwrap_or_default();
    let has_value = found.rest.trim_start_matches([',', ';', ' ']).starts_with(['"', '\'']);
    if next == ',' && has_value {
        let right = format!("[{}]", shown([value, found.rest].concat().trim()));
        return (
            localized!(zh "几个值要放在方括号里", en "several values stand in brackets"),
            localized!(zh "写成 `{right}`", en "write `{right}`"),
        );
    }
    let has_quotes = value.starts_with(['"', '\'']) && found.rest.contains(['"', '\'']);
    if has_quotes && !",;]}".contains(next) && !found.rest.contains('=') {
        return (
            localized!(zh "文字里有英文引号，后面的 `{rest}` 就落在了引号外", en "`{rest}` stands outside of the quotes"),
            localized!(
                zh "文字里的引号改用中文的“ ”，或写成 `\\\"`",
                en "write “ ” within a text, or `\\\"`"
            ),
        );
    }
    if found.rest.split_once('=').is_some_and(|(name, _)| !name.contains(['"', '\''])) {
        return (
            localized!(zh "一行写了两个键", en "a line has two keys"),
            localized!(zh "从 `{rest}` 起另起一行", en "begin another line at `{rest}`"),
        );
    }
    if found.rest.is_empty() {
        return (
            localized!(zh "值后面有看不见的字符", en "there is a character after the value that nobody sees"),
            localized!(zh "删掉它", en "delete it"),
        );
    }
    let message = localized!(zh "值后面多了 `{rest}`", en "`{rest}` stands after the value");
    if ",;]}".contains(next) {
        return (message, localized!(zh "删掉它", en "delete it"));
    }
    (message, localized!(zh "删掉，或放进引号里", en "delete it, or put it within the quotes"))
}

/// Words a line without an equals sign.
fn no_equals(found: &Found<'_>, keys: &[&str]) -> (Text, Text) {
    if found.is_in_open_quotes() {
        return open_quotes();
    }
    let (line, name) = (found.line(), found.last_name());
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let next = found.rest.split('=').next().unwrap_or_default().trim();
    if is_name && found.rest.contains('=') && next.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return (
            localized!(zh "键 `{name} {next}` 里有空格", en "the key `{name} {next}` has a space"),
            localized!(zh "删掉空格，写成 `{name}{next}`", en "delete it: `{name}{next}`"),
        );
    }
    if is_name {
        let right = example(name, keys);
        return (
            localized!(zh "`{name}` 后面少了等号", en "there is no equals sign after `{name}`"),
            localized!(zh "写成 `{right}`", en "write `{right}`"),
        );
    }
    (
        localized!(zh "`{line}` 这一行没有等号", en "the line `{line}` has no equals sign"),
        localized!(
            zh "写成 `键 = \"值\"`；正文写在第二个 +++ 下面",
            en "write `key = \"value\"`; the text of an article stands below the second +++"
        ),
    )
}

/// Words a name that is empty or has other letters than names have.
fn no_name(found: &Found<'_>) -> (Text, Text) {
    if found.is_in_open_quotes() {
        return open_quotes();
    }
    let value = found.shown_value();
    let is_unseen = |letter: char| letter.is_whitespace() || "\u{feff}\u{200b}".contains(letter);
    if found.value.chars().all(is_unseen) && !found.rest.is_empty() {
        if found.rest.starts_with(['=', ']']) {
            return (
                localized!(zh "`{}` 前面没有键", en "there is no key before `{}`", &found.rest[..1]),
                localized!(zh "写上键，例如 `title`", en "write one, such as `title`"),
            );
        }
        return (
            localized!(zh "行首有看不见的字符", en "the line begins with a character that nobody sees"),
            localized!(zh "删掉它", en "delete it"),
        );
    }
    (
        localized!(zh "`{value}` 不能作键", en "`{value}` is no key"),
        localized!(
            zh "键只用英文字母、数字、`-` 和 `_`，例如 `title`",
            en "a key has letters a to z, digits, `-` and `_`, as in `title`"
        ),
    )
}

fn open_quotes() -> (Text, Text) {
    (
        localized!(zh "上一行的引号没有结束", en "the quotes of the line above are not closed"),
        localized!(
            zh "文字写在一行里，末尾加 `\"`",
            en "write a text on one line, and type `\"` at its end"
        ),
    )
}
