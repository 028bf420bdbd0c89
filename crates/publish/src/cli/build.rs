//! `build`: its flags and its output.

use std::path::PathBuf;

use investchn_cli::print;
use investchn_localized::{Lang, Text, localized};
use investchn_publish::{BuildError, BuildOptions, Summary, build};

use super::print::print_diagnostics;

/// The flags of `build`.
#[derive(Debug, clap::Args)]
pub(crate) struct BuildArgs {
    /// Folder of sources: site.toml, zones.csv, regions.csv, sources.toml, articles/.
    #[arg(long, value_name = "DIR")]
    content: PathBuf,
    /// Folder with the built app: Trunk's output, or an earlier output of this command.
    #[arg(long, value_name = "DIR")]
    app: PathBuf,
    /// Folder to write. New, empty, or an earlier output; may be the same as --app.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Address of the published portal, instead of the one in site.toml.
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// Publish drafts too, marked as such.
    #[arg(long)]
    drafts: bool,
    /// Folder of the build state (digests, upload plan), which is never uploaded [default: the output's name with .build].
    #[arg(long, alias = "aside", value_name = "DIR")]
    state_dir: Option<PathBuf>,
    /// An earlier output, whose app files are kept for pages that are open; may be the same as --out.
    #[arg(long, value_name = "DIR")]
    previous: Option<PathBuf>,
    /// Write a .br and a .gz beside every file that they make smaller, for hosts that serve precompressed files.
    #[arg(long)]
    precompress: bool,
    /// Look at every file of the output, in case somebody has edited one in place; else only at pages, and at folders in which files were added, removed or replaced.
    #[arg(long)]
    check_output: bool,
}

/// Builds the site and prints a summary.
pub(crate) fn run(args: BuildArgs, lang: Lang) -> Result<(), BuildError> {
    let options = BuildOptions {
        content: args.content,
        app: args.app,
        out: args.out,
        base_url: args.base_url,
        drafts: args.drafts,
        state_dir: args.state_dir,
        previous: args.previous,
        precompress: args.precompress,
        check_output: args.check_output,
    };
    let summary = build(&options)?;
    print_diagnostics(&summary.warnings, lang);
    print(&worded(&summary, &options), lang);
    Ok(())
}

fn worded(summary: &Summary, options: &BuildOptions) -> Text {
    let written = &summary.written;
    localized!(
        zh "已发布 {} 篇稿件、{} 个开发区，共 {} 页，到 {}：写了 {} 个文件，{} 个未变，删除 {} 个，共 {:.1} MB，用时 {:.2} 秒",
        en "Published {} articles of {} zones as {} pages into {}: {} files written, {} unchanged, {} removed, {:.1} MB in all, {:.2} s",
        summary.articles,
        summary.zones,
        summary.pages,
        options.out.display(),
        written.written,
        written.unchanged,
        written.removed,
        written.bytes as f64 / 1e6,
        summary.seconds
    )
}
