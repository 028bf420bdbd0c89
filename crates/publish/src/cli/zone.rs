//! `zone`: its verbs, their flags and their output.

use std::path::PathBuf;

use investchn_cli::print;
use investchn_localized::{Lang, Localized, Text, localized};
use investchn_publish::{AddZone, ExitZone, GivenNames, MergeZone, RenameZone, UpgradeZone, ZoneEdit};
use investchn_publish::{BuildError, edit_zone};

/// The flags of `zone`.
#[derive(Debug, clap::Args)]
pub(crate) struct ZoneArgs {
    /// Folder of sources: site.toml, zones.csv, regions.csv, sources.toml, articles/.
    #[arg(long, global = true, value_name = "DIR", default_value = "content")]
    content: PathBuf,
    /// Print what would change, and write nothing.
    #[arg(long, global = true)]
    dry_run: bool,
    #[command(subcommand)]
    verb: ZoneVerb,
}

#[derive(Debug, clap::Subcommand)]
enum ZoneVerb {
    /// Make a provincial zone a national one. Its former state goes to history.csv; its id stays, because ids are addresses
    /// for ever.
    Upgrade {
        /// The zone, by its id or any of its names.
        zone: String,
        /// The new official name.
        #[arg(long)]
        name: String,
        /// The new types: etdz, htz, etdz;htz … [default: as before].
        #[arg(long)]
        types: Option<String>,
        /// Approval as a national zone: 2026-02-13, 2026-02, 2026.
        #[arg(long, value_name = "DATE")]
        approved: String,
        /// Area in hectares, if the source states it: the former area is not the new one's.
        #[arg(long, value_name = "HECTARES")]
        area: Option<String>,
        #[command(flatten)]
        names: NameArgs,
    },
    /// Give a zone another official name. The former names go to history.csv and stay searchable.
    Rename {
        /// The zone, by its id or any of its names.
        zone: String,
        /// The new official name.
        #[arg(long)]
        name: String,
        /// Another id. Pages and feeds of the old one go on.
        #[arg(long, value_name = "ID")]
        new_id: Option<String>,
        #[command(flatten)]
        names: NameArgs,
    },
    /// Note that a zone is off the list. Its page and its articles stay.
    Exit {
        /// The zone, by its id or any of its names.
        zone: String,
        /// The date since which it is off the list.
        #[arg(long, value_name = "DATE")]
        since: String,
        /// Id in sources.toml.
        #[arg(long, value_name = "SOURCE")]
        source: String,
    },
    /// Let a zone take up another one, with its ids, names and history. Refused while the zone that goes has articles.
    Merge {
        /// The zone that goes, by its id or any of its names.
        zone: String,
        /// The zone that takes it up.
        #[arg(long, value_name = "ZONE")]
        into: String,
        /// Id in sources.toml.
        #[arg(long, value_name = "SOURCE")]
        source: String,
    },
    /// Add a zone. Id, names in use, pinyin, English name and city follow from the official name.
    Add {
        /// Official name.
        #[arg(long)]
        name: String,
        /// national or provincial.
        #[arg(long)]
        level: String,
        /// Types: etdz, htz, etdz;htz …
        #[arg(long)]
        types: String,
        /// Code of the province: 320000.
        #[arg(long, value_name = "CODE")]
        province: String,
        /// Code of the city [default: the one in the name, else the province's].
        #[arg(long, value_name = "CODE")]
        city: Option<String>,
        /// Id [default: from the name].
        #[arg(long, value_name = "ID")]
        id: Option<String>,
        /// Code in the catalogue of 2018.
        #[arg(long)]
        code: Option<String>,
        /// Approval: 2017-02-13, 2017-02, 2017 or 1992/1994.
        #[arg(long, value_name = "DATE")]
        approved: Option<String>,
        /// Area in hectares.
        #[arg(long, value_name = "HECTARES")]
        area: Option<String>,
        /// Leading industries, with semicolons between them.
        #[arg(long)]
        industries: Option<String>,
        #[command(flatten)]
        names: NameArgs,
    },
}

#[derive(Debug, clap::Args)]
struct NameArgs {
    /// Name in common use [default: from the official name].
    #[arg(long)]
    short: Option<String>,
    /// English name [default: from the official name].
    #[arg(long)]
    name_en: Option<String>,
    /// Source of the English name.
    #[arg(long, value_name = "SOURCE", requires = "name_en")]
    name_en_source: Option<String>,
    /// Id in sources.toml of the document that states the facts.
    #[arg(long, value_name = "SOURCE")]
    source: String,
}

impl NameArgs {
    fn split(self) -> (GivenNames, String) {
        let NameArgs { short, name_en, name_en_source, source } = self;
        (GivenNames { short, name_en, name_en_source }, source)
    }
}

impl From<ZoneVerb> for ZoneEdit {
    fn from(verb: ZoneVerb) -> Self {
        match verb {
            ZoneVerb::Upgrade { zone, name, types, approved, area, names } => {
                let (given, source) = names.split();
                ZoneEdit::Upgrade(UpgradeZone { zone, name, types, approved, area, given, source })
            }
            ZoneVerb::Rename { zone, name, new_id, names } => {
                let (given, source) = names.split();
                ZoneEdit::Rename(RenameZone { zone, name, new_id, given, source })
            }
            ZoneVerb::Exit { zone, since, source } => ZoneEdit::Exit(ExitZone { zone, since, source }),
            ZoneVerb::Merge { zone, into, source } => ZoneEdit::Merge(MergeZone { zone, into, source }),
            ZoneVerb::Add { name, level, types, province, city, id, code, approved, area, industries, names } => {
                let (given, source) = names.split();
                ZoneEdit::Add(AddZone {
                    name,
                    level,
                    types,
                    province,
                    city,
                    id,
                    code,
                    approved,
                    area,
                    industries,
                    given,
                    source,
                })
            }
        }
    }
}

/// Edits the register and prints what has changed.
pub(crate) fn run(args: ZoneArgs, lang: Lang) -> Result<(), BuildError> {
    let ZoneArgs { content, dry_run, verb } = args;
    let mut file = "";
    for edit in edit_zone(&content, verb.into(), dry_run)? {
        if edit.file() != file {
            file = edit.file();
            print(&Text::same(content.join(file).to_string_lossy()), lang);
        }
        print(&Text::same("  ").then(&edit.localized()), lang);
    }
    if dry_run {
        print(&localized!(zh "这是试运行，没有写任何文件。", en "Nothing was written: this was a dry run."), lang);
    }
    Ok(())
}
