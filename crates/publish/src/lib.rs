//! From sources to the site: read, check, link, render, write. One direction, and nothing is written before all is checked.
//!
//! It owns the sources' forms and the published folder. What a page shows is the app's: routes, titles and views come from
//! the crate `investchn`, shapes from `investchn-model`.

mod app_files;
mod aside;
mod cache;
mod check;
mod csv_table;
mod demo;
mod deploy;
mod digest;
mod embed;
mod error;
mod feeds;
#[cfg(fuzzing)]
pub mod fuzzing;
mod head;
mod hosts;
mod import;
mod markdown;
mod new_article;
mod offline;
mod output;
mod pictures;
mod portal;
mod problem;
mod redirects;
mod rules;
mod sitemap;
mod source;
mod stages;
mod stat;
mod template;
mod twins;
mod verify;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use serde_json::value::to_raw_value;

pub use check::{CheckOptions, Report, check};
pub use demo::{Demo, DemoOptions, demo};
pub use error::BuildError;
pub use hosts::recipe::{Host, Place as HostPlace, recipe};
pub use import::{ImportOptions, ImportSummary, Outcome, PageReport, import};
pub use new_article::{NewArticle, NewArticleError, new_article};
pub use output::Written;
pub use problem::{Place, Problem};
pub use rules::{RULES, Rule, Severity};
pub use verify::{Comparison, Copy, Difference, verify};

use app_files::AppFiles;
use aside::Manifest;
use cache::Cache;
use digest::Digest;
use output::Output;
use portal::Portal;
use source::{Content, Prerender};
use stages::Stages;
use template::{Around, Template};

/// What to publish, and where to.
#[derive(Clone, Debug)]
pub struct BuildOptions {
    /// The sources.
    pub content: PathBuf,
    /// The built app: Trunk's output, or an earlier output.
    pub app: PathBuf,
    /// The folder to write; may be the app's.
    pub out: PathBuf,
    /// Where the portal will stand, instead of what the settings say.
    pub base_url: Option<String>,
    /// Publish drafts too.
    pub drafts: bool,
    /// Where what belongs to the build and is never uploaded is written, instead of beside the output.
    pub aside: Option<PathBuf>,
    /// An earlier output, whose app goes on being served to the pages that were opened with it; may be the output itself.
    pub previous: Option<PathBuf>,
    /// Write compressed twins, `.br` and `.gz`, beside the files.
    pub precompress: bool,
}

/// What a build did.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Articles published.
    pub articles: usize,
    /// Zones of the register.
    pub zones: usize,
    /// Pages, one a route.
    pub pages: usize,
    /// What happened to the files.
    pub written: Written,
    /// What is odd about the content, in the order of its places; it is published all the same.
    pub warnings: Vec<Problem>,
    /// Wall time.
    pub seconds: f64,
}

/// Reads and checks the content, and writes the site if nothing is wrong with it.
///
/// # Errors
/// With [`BuildError::Problems`] every problem of the content is reported at once, and nothing was written.
pub fn build(options: &BuildOptions) -> Result<Summary, BuildError> {
    let start = Instant::now();
    let mut app = AppFiles::read(&options.app)?;
    if let Some(previous) = &options.previous {
        app.keep_earlier(previous)?;
    }
    output::check(&options.out)?;
    let aside = options.aside.clone().unwrap_or_else(|| aside::folder(&options.out));
    let program = own_digest();
    let cache = Arc::new(Cache::open(aside.join("cache"), program)?);
    let last = aside::read(&aside);
    let (read, manifest) = rayon::join(|| read(&options.content, &cache, options.drafts), || Manifest::parse(&last));
    let (content, warnings) = read?;
    let base_url = base_url(options.base_url.as_deref().unwrap_or(&content.settings.base_url))?;
    let site = &content.settings.site;
    let site_json = to_raw_value(site)?;
    let around = Around { site, site_json: &site_json, base_url: &base_url, prerender: content.settings.prerender };
    let page = if content.settings.offline { app.template.clone() } else { offline::without_worker(&app.template) };
    let template = Template::new(&page).map_err(|reason| BuildError::App { path: options.app.clone(), reason })?;
    let portal = Portal::new(&content)?;
    let stamp = program.map(|program| stamp(program, &page, around)).transpose()?;
    let manifest = if aside::take(&aside) { manifest } else { Manifest::default() };
    let output = Output::begin(&options.out, manifest, stamp)?.precompress(options.precompress);
    let stages = Stages { app: &app, template: &template, around, content: &content, portal: &portal, output: &output };
    let pages = stages.write()?;
    let done = output.finish()?;
    // Before the manifest: stopped between them, the next build knows nothing and lists all.
    deploy::write(&aside, &done)?;
    aside::write(&aside, &base_url, stamp, &done)?;
    cache.prune()?;
    let (articles, zones) = (content.articles.len(), content.zones.len());
    // The program is about to end; the system takes the memory of hundreds of thousands of texts back at once.
    std::mem::forget(content);
    Ok(Summary { articles, zones, pages, written: done.written, warnings, seconds: start.elapsed().as_secs_f64() })
}

/// Notes that all of a site is at its host, so that the next build's lists begin anew. `aside` is what [`BuildOptions`] has.
///
/// # Errors
/// Where the lists cannot be read or written.
pub fn deployed(out: &Path, aside: Option<PathBuf>) -> Result<(), BuildError> {
    deploy::done(&aside.unwrap_or_else(|| aside::folder(out)))
}

/// A digest of this program: another one may make everything otherwise. None where it cannot read itself, and then nothing is
/// taken for unchanged.
fn own_digest() -> Option<Digest> {
    let program = std::env::current_exe().ok()?;
    Some(Digest::of(&std::fs::read(program).ok()?))
}

/// A digest of all that a file is made from beside its key.
fn stamp(program: Digest, page: &str, around: Around<'_>) -> Result<Digest, BuildError> {
    let Around { site_json, base_url, prerender, .. } = around;
    Ok(Digest::of_json(&(program, page, site_json, base_url, prerender == Prerender::All))?)
}

/// The content, ordered, without an error, and what is to be warned of.
fn read(folder: &Path, cache: &Arc<Cache>, drafts: bool) -> Result<(Content, Vec<Problem>), BuildError> {
    let (content, problems) = check::read(folder, Some(cache), drafts, None)?;
    if problems.iter().any(Problem::is_error) { Err(BuildError::Problems(problems)) } else { Ok((content, problems)) }
}

fn base_url(text: &str) -> Result<String, BuildError> {
    let scheme = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let plain =
        scheme.is_some_and(|rest| !rest.starts_with('/') && !rest.is_empty() && !rest.contains(['?', '#', ' ', '"']));
    if !plain {
        return Err(BuildError::BaseUrl(text.to_owned()));
    }
    Ok(if text.ends_with('/') { text.to_owned() } else { text.to_owned() + "/" })
}
