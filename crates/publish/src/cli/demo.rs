//! `demo`: its flags, its progress bar and its output.

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::time::Instant;

use investchn_cli::{print, progress};
use investchn_localized::{Lang, localized};
use investchn_publish::{BuildError, DemoOptions, demo};

/// The flags of `demo`.
#[derive(Debug, clap::Args)]
pub(crate) struct DemoArgs {
    /// Number of articles.
    #[arg(long, value_name = "N")]
    articles: usize,
    /// Adds an English edition, in which every N-th article of a zone has an English text; without it the corpus is in Chinese alone.
    #[arg(long, value_name = "N")]
    english_every: Option<NonZeroUsize>,
    /// Seed of the generator; the same seed writes the same bytes.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Folder to write, new or empty; use it as --content of `build`.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Folder of sources with the register and the settings.
    #[arg(long, value_name = "DIR", default_value = "content")]
    content: PathBuf,
}

/// Writes the corpus and prints a summary.
pub(crate) fn run(args: DemoArgs, lang: Lang) -> Result<(), BuildError> {
    let start = Instant::now();
    let DemoArgs { articles, english_every, seed, out, content } = args;
    let template = localized!(zh "{{wide_bar}} {{pos}}/{{len}} 篇，还需 {{eta}}", en "{{wide_bar}} {{pos}}/{{len}} articles, {{eta}} left");
    let bar = progress(&template, lang);
    bar.set_length(articles as u64);
    let options = DemoOptions { articles, english_every, seed, content, out };
    let done = demo(&options, || bar.inc(1));
    bar.finish_and_clear();
    let done = done?;
    let text = localized!(
        zh "已写 {} 篇合成稿件、{} 个开发区和 {} 张图片到 {}：{:.1} MB，用时 {:.2} 秒",
        en "Wrote {} synthetic articles of {} zones and {} pictures into {}: {:.1} MB, {:.2} s",
        done.articles,
        done.zones,
        done.pictures,
        options.out.display(),
        done.bytes as f64 / 1e6,
        start.elapsed().as_secs_f64()
    );
    print(&text, lang);
    Ok(())
}
