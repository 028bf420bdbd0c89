//! Signs and words that TOML does not read as they are meant, in words for an editor.

use investchn_localized::{Text, localized};
use investchn_mending::SignKind;

use crate::found::WIDE_COLON;

/// The comma between the items of a Chinese list.
const LIST_COMMA: char = '\u{3001}';

/// Words a fault: what stands there, and what to type instead.
pub(crate) fn worded(kind: SignKind, found: &str, right: &str) -> (Text, Text) {
    let message = match kind {
        SignKind::Name if found.is_ascii() => {
            localized!(zh "`{found}` 要用小写字母", en "`{found}` is not in small letters")
        }
        SignKind::Name => localized!(zh "键 `{found}` 要写英文", en "the key `{found}` is not in English"),
        SignKind::Equals if found.trim() == "=" => {
            localized!(zh "等号旁边用了全角空格", en "there is a full-width space beside the equals sign")
        }
        SignKind::Equals if found.contains(':') => {
            localized!(zh "这里用了冒号 `{found}`", en "`{found}` is a colon")
        }
        SignKind::Equals if found.contains(WIDE_COLON) => {
            localized!(zh "这里用了中文冒号 `{found}`", en "`{found}` is a Chinese colon")
        }
        SignKind::Equals => localized!(zh "这里用了全角等号 `{found}`", en "`{found}` is a full-width equals sign"),
        SignKind::YesNo => {
            localized!(zh "`{found}` 不是 `true` 或 `false`", en "`{found}` is neither `true` nor `false`")
        }
        SignKind::Date => localized!(zh "日期 `{found}` 的写法不对", en "the date `{found}` is not of the form needed"),
        SignKind::Unquoted => localized!(zh "`{found}` 没有加英文引号", en "`{found}` is not in quotes"),
        SignKind::Quote if found.is_ascii() => {
            localized!(zh "引号 `{found}` 没有配对", en "the quotation mark `{found}` is alone")
        }
        SignKind::Quote => {
            localized!(zh "这里用了中文引号 `{found}`", en "`{found}` is a Chinese quotation mark")
        }
        SignKind::Comma if found.contains(LIST_COMMA) => {
            localized!(zh "这里用了顿号 `{found}`", en "`{found}` is the Chinese comma of lists")
        }
        SignKind::Comma => localized!(zh "这里用了中文逗号 `{found}`", en "`{found}` is a Chinese comma"),
        SignKind::Bracket => localized!(zh "这里用了全角符号 `{found}`", en "`{found}` is a full-width sign"),
        SignKind::Space => localized!(zh "这里有全角空格", en "there is a full-width space"),
    };
    let help = match kind {
        SignKind::Quote => localized!(zh "改成英文引号 `{right}`", en "type the plain one, `{right}`"),
        SignKind::Comma => localized!(zh "改成英文逗号 `{right}`", en "type `{right}`"),
        SignKind::Equals => localized!(zh "改成英文等号 `{right}`", en "type `{right}`"),
        SignKind::Space => localized!(zh "改成普通空格 `{right}`", en "type a plain one, `{right}`"),
        _ => localized!(zh "改成 `{right}`", en "type `{right}`"),
    };
    (message, help)
}
