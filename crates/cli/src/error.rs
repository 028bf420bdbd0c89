//! clap's errors in both languages.

use std::error::Error as _;
use std::num::ParseIntError;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use investchn_localized::{Lang, Text, localized};

use crate::values::{ValueError, not_whole};

/// Returns true for help and the version, which clap reports as errors.
pub(crate) fn is_help(error: &Error) -> bool {
    use ErrorKind::{DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion};
    matches!(error.kind(), DisplayHelp | DisplayHelpOnMissingArgumentOrSubcommand | DisplayVersion)
}

/// Words an error in a language, with what was probably meant, the usage of the command, and the way to its help.
pub(crate) fn worded(error: &Error, lang: Lang) -> String {
    let context = Context(error);
    let mut lines = vec![localized!(zh "错误：{}", en "error: {}", context.what().get(lang)).get(lang).to_owned()];
    lines.extend(context.meant().map(|meant| format!("  {}", meant.get(lang))));
    lines.push(String::new());
    if let Some(usage) = context.usage() {
        lines.push(localized!(zh "用法：{usage}", en "Usage: {usage}").get(lang).to_owned());
    }
    lines.push(localized!(zh "加上 --help 可看说明。", en "Add --help to read more.").get(lang).to_owned());
    lines.join("\n")
}

/// The context that clap gives for an error.
struct Context<'a>(&'a Error);

impl Context<'_> {
    /// Returns a text of the context; none if it has none, or an empty one.
    fn text(&self, kind: ContextKind) -> Option<String> {
        let text = match self.0.get(kind)? {
            ContextValue::String(text) => text.clone(),
            ContextValue::Strings(texts) => texts.join(", "),
            ContextValue::Number(number) => number.to_string(),
            ContextValue::StyledStr(text) => text.to_string(),
            _ => return None,
        };
        (!text.is_empty()).then_some(text)
    }

    fn what(&self) -> Text {
        let argument = self.text(ContextKind::InvalidArg).unwrap_or_default();
        match self.0.kind() {
            ErrorKind::UnknownArgument => {
                localized!(zh "没有 `{argument}` 这个参数", en "there is no argument `{argument}`")
            }
            ErrorKind::InvalidSubcommand => {
                let name = self.text(ContextKind::InvalidSubcommand).unwrap_or_default();
                localized!(zh "没有 `{name}` 这个命令", en "there is no command `{name}`")
            }
            ErrorKind::MissingRequiredArgument => localized!(zh "还需要：{argument}", en "missing: {argument}"),
            ErrorKind::MissingSubcommand => {
                let parent = self.text(ContextKind::InvalidSubcommand).unwrap_or_default();
                let names = self.text(ContextKind::ValidSubcommand).unwrap_or_default();
                localized!(zh "`{parent}` 后面要写命令：{names}", en "`{parent}` needs a command: {names}")
            }
            ErrorKind::InvalidValue => self.invalid_value(&argument),
            ErrorKind::ValueValidation => {
                let value = self.text(ContextKind::InvalidValue).unwrap_or_default();
                let text =
                    localized!(zh "`{value}` 不能作 `{argument}` 的值", en "`{value}` is no value of `{argument}`");
                self.reason().map_or(text.clone(), |reason| text.because(&reason))
            }
            ErrorKind::ArgumentConflict => match self.text(ContextKind::PriorArg) {
                Some(other) if other != argument => {
                    localized!(zh "`{argument}` 不能与 `{other}` 同时使用", en "`{argument}` cannot be used with `{other}`")
                }
                _ => localized!(zh "`{argument}` 只能写一次", en "`{argument}` can be given only once"),
            },
            ErrorKind::NoEquals => {
                localized!(zh "`{argument}` 的值要用等号连接", en "`{argument}` needs an equals sign before its value")
            }
            ErrorKind::TooManyValues => {
                let value = self.text(ContextKind::InvalidValue).unwrap_or_default();
                localized!(zh "`{argument}` 多了一个值 `{value}`", en "`{argument}` takes no further value `{value}`")
            }
            ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
                localized!(zh "`{argument}` 的值个数不对", en "`{argument}` has the wrong number of values")
            }
            ErrorKind::InvalidUtf8 => localized!(zh "有参数不是 UTF-8 文本", en "an argument is not UTF-8"),
            _ => localized!(zh "命令行无法识别", en "the command line cannot be read"),
        }
    }

    fn invalid_value(&self, argument: &str) -> Text {
        let Some(value) = self.text(ContextKind::InvalidValue) else {
            return localized!(zh "`{argument}` 后面缺少值", en "`{argument}` needs a value");
        };
        let text = localized!(zh "`{value}` 不能作 `{argument}` 的值", en "`{value}` is no value of `{argument}`");
        match self.text(ContextKind::ValidValue) {
            Some(valid) => text.because(&localized!(zh "可选 {valid}", en "write one of {valid}")),
            None => text,
        }
    }

    /// Returns why a value cannot be parsed, if its parser words it in both languages.
    fn reason(&self) -> Option<Text> {
        let source = self.0.source()?;
        let worded = source.downcast_ref::<ValueError>().map(|error| error.0.clone());
        worded.or_else(|| source.is::<ParseIntError>().then(not_whole))
    }

    /// Returns what was probably meant.
    fn meant(&self) -> Option<Text> {
        use ContextKind::{Suggested, SuggestedArg, SuggestedSubcommand, SuggestedValue};
        let near = [SuggestedSubcommand, SuggestedArg, SuggestedValue].into_iter().find_map(|kind| self.text(kind));
        if let Some(near) = near {
            return Some(localized!(zh "是不是 `{near}`？", en "Did you mean `{near}`?"));
        }
        self.0.get(Suggested)?;
        let argument = self.text(ContextKind::InvalidArg).filter(|argument| argument.starts_with('-'))?;
        Some(localized!(zh "要把它当作值，写 `-- {argument}`。", en "To pass it as a value, write `-- {argument}`."))
    }

    /// Returns the usage without clap's heading.
    fn usage(&self) -> Option<String> {
        let usage = self.text(ContextKind::Usage)?;
        Some(usage.split_once(": ").map_or(usage.as_str(), |(_, usage)| usage).trim().to_owned())
    }
}
