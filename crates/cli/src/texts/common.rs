//! Help that every program has: what clap adds to each command, and the names of values.

use investchn_localized::{Text, localized};

pub(crate) fn common() -> Vec<Text> {
    vec![
        localized!(zh "显示说明", en "Print help"),
        localized!(zh "显示说明（加 --help 更详细）", en "Print help (see more with '--help')"),
        localized!(zh "显示说明（加 -h 只看摘要）", en "Print help (see a summary with '-h')"),
        localized!(zh "显示版本", en "Print version"),
        localized!(
            zh "显示本说明，或某个命令的说明",
            en "Print this message or the help of the given subcommand(s)"
        ),
        localized!(
            zh "说明和输出所用的语言 [默认：按 LC_ALL、LC_MESSAGES 或 LANG，否则为中文]",
            en "Language of help and output [default: that of LC_ALL, LC_MESSAGES or LANG, else Chinese]"
        ),
        localized!(
            zh "说明和输出所用的语言 [默认：按 LC_ALL、LC_MESSAGES 或 LANG，否则为英文]",
            en "Language of help and output [default: that of LC_ALL, LC_MESSAGES or LANG, else English]"
        ),
        localized!(zh "命令", en "COMMAND"),
        localized!(zh "语言", en "LANG"),
        localized!(zh "文件夹", en "DIR"),
        localized!(zh "网址", en "URL"),
        localized!(zh "数量", en "N"),
        localized!(zh "文件", en "FILE"),
        localized!(zh "日期", en "DATE"),
        localized!(zh "路径", en "PATH"),
    ]
}
