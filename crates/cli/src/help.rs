//! Puts one language into the help of a command and of all commands below it.

use clap::{Arg, ArgAction, Command, CommandFactory};
use investchn_localized::{Lang, Text, localized};

use crate::{Catalog, language};

/// Returns the commands of a program with help in a language. `default` is the language of the program.
pub fn command<P: CommandFactory>(catalog: &Catalog, lang: Lang, default: Lang) -> Command {
    Help { catalog, lang, missing: Vec::new() }.command(built::<P>(default))
}

/// Lists the texts of a program's help that the catalog lacks, and the commands whose own option hides `--lang`.
pub fn untranslated<P: CommandFactory>(catalog: &Catalog) -> Vec<String> {
    let mut help = Help { catalog, lang: Lang::Zh, missing: Vec::new() };
    help.command(built::<P>(Lang::Zh));
    help.missing.sort();
    help.missing.dedup();
    help.missing
}

/// Returns the commands with what clap adds when it builds them: help, the version, and options of all commands.
fn built<P: CommandFactory>(default: Lang) -> Command {
    let mut command = P::command().arg(language::option(default));
    command.build();
    command
}

/// The parts of help that clap writes, by what they stand for.
struct Labels {
    usage: Text,
    commands: Text,
    arguments: Text,
    options: Text,
}

fn labels() -> Labels {
    Labels {
        usage: localized!(zh "用法：", en "Usage: "),
        commands: localized!(zh "命令：", en "Commands:"),
        arguments: localized!(zh "参数：", en "Arguments:"),
        options: localized!(zh "选项：", en "Options:"),
    }
}

/// A walk through commands.
struct Help<'a> {
    catalog: &'a Catalog,
    lang: Lang,
    /// The texts that the catalog lacks.
    missing: Vec<String>,
}

impl Help<'_> {
    /// Translates a command that is built, and those below it.
    fn command(&mut self, command: Command) -> Command {
        let about = command.get_about().map(|text| self.text(&text.to_string()));
        let long_about = command.get_long_about().map(|text| self.text(&text.to_string()));
        if about.is_none() {
            self.missing.push(format!("the command {}", command.get_name()));
        }
        if command.get_arguments().any(|arg| arg.get_id() == language::OPTION && !arg.is_global_set()) {
            self.missing.push(format!("the command {} hides --lang", command.get_name()));
        }
        let mut command = command.mut_args(|arg| self.argument(arg)).mut_subcommands(|below| self.command(below));
        if let Some(about) = about {
            command = command.about(about);
        }
        if let Some(long_about) = long_about {
            command = command.long_about(long_about);
        }
        if command.has_subcommands() {
            command = command.subcommand_value_name(self.text("COMMAND"));
        }
        let usage = self.usage(&mut command);
        let template = self.template(&command);
        command.override_usage(usage).help_template(template)
    }

    fn argument(&mut self, arg: Arg) -> Arg {
        let takes_value = matches!(arg.get_action(), ArgAction::Set | ArgAction::Append);
        let notes = if takes_value { self.notes(&arg) } else { String::new() };
        let help = arg.get_help().map(|text| self.text(&text.to_string()) + &notes);
        let long_help = arg.get_long_help().map(|text| self.text(&text.to_string()) + &notes);
        if help.is_none() && !arg.is_hide_set() {
            self.missing.push(format!("the argument {}", arg.get_id()));
        }
        let mut arg = arg.hide_default_value(true).hide_possible_values(true);
        if let Some(help) = help {
            arg = arg.help(help);
        }
        if let Some(long_help) = long_help {
            arg = arg.long_help(long_help);
        }
        if takes_value && !arg.is_hide_set() {
            let names = arg.get_value_names().map_or_else(|| vec![default_name(&arg)], names);
            arg = arg.value_names(names.iter().map(|name| self.text(name)).collect::<Vec<_>>());
        }
        arg
    }

    /// Returns the default and the possible values, as clap writes them after help.
    fn notes(&self, arg: &Arg) -> String {
        let defaults: Vec<_> = arg.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
        let possible = arg.get_possible_values();
        let possible: Vec<_> = possible.iter().filter(|it| !it.is_hide_set()).map(|it| it.get_name()).collect();
        let default = (!defaults.is_empty()).then(|| {
            let defaults = defaults.join(" ");
            localized!(zh " [默认：{defaults}]", en " [default: {defaults}]")
        });
        let possible = (!possible.is_empty())
            .then(|| localized!(zh " [可选：{}]", en " [possible values: {}]", possible.join(", ")));
        [default, possible].iter().flatten().map(|note| note.get(self.lang)).collect()
    }

    /// Returns the usage line, without its heading. Keeps clap's colours.
    fn usage(&self, command: &mut Command) -> String {
        let usage = command.render_usage().ansi().to_string();
        let usage = usage.split_once(' ').map_or(usage.as_str(), |(_, usage)| usage);
        usage.replace("[OPTIONS]", localized!(zh "[选项]", en "[OPTIONS]").get(self.lang))
    }

    fn template(&self, command: &Command) -> String {
        let Labels { usage, commands, arguments, options } = labels();
        let style = |style: &clap::builder::styling::Style, label: &Text| {
            format!("{}{}{}", style.render(), label.get(self.lang), style.render_reset())
        };
        let header = command.get_styles().get_header();
        let usage = style(command.get_styles().get_usage(), &usage);
        let mut parts = vec![format!("{{about}}\n\n{usage}{{usage}}")];
        if command.has_subcommands() {
            parts.push(format!("{}\n{{subcommands}}", style(header, &commands)));
        }
        if command.get_positionals().any(|arg| !arg.is_hide_set()) {
            parts.push(format!("{}\n{{positionals}}", style(header, &arguments)));
        }
        if command.get_arguments().any(|arg| !arg.is_positional() && !arg.is_hide_set()) {
            parts.push(format!("{}\n{{options}}", style(header, &options)));
        }
        parts.join("\n\n") + "\n"
    }

    fn text(&mut self, help: &str) -> String {
        let missing = &mut self.missing;
        self.catalog.translate(help, self.lang, &mut |text| missing.push(text.to_owned()))
    }
}

fn names(names: &[clap::builder::Str]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}

/// Returns the name that clap gives to a value that has none.
fn default_name(arg: &Arg) -> String {
    arg.get_id().as_str().to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    /// Do something.
    #[derive(Parser)]
    #[command(name = "do")]
    struct Whole {
        /// Number of things.
        #[arg(long, default_value_t = 3)]
        count: u8,
    }

    /// Do something.
    #[derive(Parser)]
    #[command(name = "do")]
    struct Hiding {
        #[command(subcommand)]
        verb: Verb,
    }

    #[derive(clap::Subcommand)]
    enum Verb {
        /// Do something.
        Read {
            #[arg(long)]
            lang: Option<String>,
        },
    }

    fn catalog() -> Catalog {
        Catalog::new([localized!(zh "做事", en "Do something"), localized!(zh "个数", en "Number of things")])
    }

    #[test]
    fn help_has_one_language_only() {
        let help = |lang| command::<Whole>(&catalog(), lang, Lang::En).render_help().to_string();
        let (zh, en) = (help(Lang::Zh), help(Lang::En));
        assert!(zh.starts_with("做事\n\n用法：do [选项]\n\n选项：\n") && zh.contains("个数 [默认：3]"), "{zh}");
        assert!(en.starts_with("Do something\n\nUsage: do [OPTIONS]\n\nOptions:\n"), "{en}");
        assert!(en.contains("Number of things [default: 3]"), "{en}");
    }

    #[test]
    fn missing_texts_and_a_hidden_language_are_listed() {
        // The name of the value has no translation.
        assert_eq!(untranslated::<Whole>(&catalog()), ["COUNT"]);
        let missing = untranslated::<Hiding>(&catalog());
        assert!(missing.contains(&"the command read hides --lang".to_owned()), "{missing:?}");
        assert!(missing.contains(&"the argument lang".to_owned()), "{missing:?}");
    }
}
