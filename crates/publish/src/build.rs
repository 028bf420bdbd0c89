//! `build`: reads, checks and publishes a content folder.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use indicatif::ProgressBar;
use investchn_diagnostics::Diagnostic;
use investchn_digest::Digest;
use investchn_lint::read_and_check;
use investchn_output::{OutputFolder, WriteStats};
use investchn_site::{
    AppFiles, EditionContent, PortalEdition, Progress, SiteBuilder, SiteIndex, Template, without_worker,
};
use investchn_sources::{Prerender, SourceTree};
use rayon::prelude::*;
use serde_json::value::RawValue;

use crate::error::BuildError;
use crate::{disk_files, state_folder};
use investchn_disk::{CommitDate, DiskCache};

/// The inputs and the target of a build.
#[derive(Clone, Debug)]
pub struct BuildOptions {
    /// The content folder.
    pub content: PathBuf,
    /// The built app: Trunk's output, or an earlier output.
    pub app: PathBuf,
    /// The folder to write; may be the app's.
    pub out: PathBuf,
    /// The address of the portal, instead of the one in the settings.
    pub base_url: Option<String>,
    /// Publish drafts too.
    pub drafts: bool,
    /// The folder of the build state, which is never uploaded, instead of the one beside the output.
    pub state_dir: Option<PathBuf>,
    /// An earlier output, whose app files are kept for pages that are open; may be the output itself.
    pub previous: Option<PathBuf>,
    /// Write compressed variants, `.br` and `.gz`, beside the files.
    pub precompress: bool,
    /// Look at every file of the output, not only where somebody may have touched them.
    pub check_output: bool,
}

/// The result of a build.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Number of articles that were published.
    pub articles: usize,
    /// Number of zones in the register.
    pub zones: usize,
    /// Number of pages; each route has one.
    pub pages: usize,
    /// Numbers of files that were written, kept and removed, and the bytes of the output.
    pub written: WriteStats,
    /// The warnings, sorted by location.
    pub warnings: Vec<Diagnostic>,
    /// Wall time in seconds.
    pub seconds: f64,
}

/// Reads and checks the content, and writes the site if the content has no error.
///
/// # Errors
/// [`BuildError::Diagnostics`] contains every error of the content; in this case nothing was written. Other errors mean that a
/// file or folder cannot be read or written.
pub fn build(options: &BuildOptions) -> Result<Summary, BuildError> {
    let start = Instant::now();
    let mut app = AppFiles::read(&options.app)?;
    if let Some(previous) = &options.previous {
        app.keep_earlier(previous)?;
    }
    investchn_output::refuse_foreign_folder(&options.out)?;
    let state = state_folder(&options.out, options.state_dir.clone());
    let program = digest_of_this_program();
    let cache = Arc::new(DiskCache::open(state.join("cache"), program)?);
    let (read, manifest) =
        rayon::join(|| read(&options.content, &cache, options.drafts), || investchn_output::read_manifest(&state));
    let (tree, warnings) = read?;
    let base_url = base_url(options.base_url.as_deref().unwrap_or(&tree.settings.base_url))?;
    let (articles, zones, settings) = (tree.articles.len(), tree.zones.len(), tree.settings.clone());
    let editions = PortalEdition::all(tree, &base_url)?;
    let indexes: Vec<SiteIndex<'_>> =
        editions.par_iter().map(|edition| SiteIndex::new(&edition.tree)).collect::<serde_json::Result<_>>()?;
    let contents: Vec<EditionContent<'_>> =
        editions.iter().zip(&indexes).map(|(edition, index)| edition.content(index)).collect();
    let page = if settings.offline { app.template.clone() } else { without_worker(&app.template) };
    let template = Template::new(&page, &options.app)?;
    let prerender = settings.prerender == Prerender::All;
    let shared_digest =
        program.map(|program| shared_digest(program, &page, &editions, &base_url, prerender)).transpose()?;
    let manifest = if investchn_output::delete_manifest(&state) { manifest } else { Default::default() };
    let output = OutputFolder::begin(&options.out, manifest, shared_digest)?;
    let output = output.precompress(options.precompress).look_at_all(options.check_output);
    let bar = ProgressBar::new(0);
    let progress = Progress { begin: &|length| bar.set_length(length as u64), advance: &|| bar.inc(1) };
    let builder = SiteBuilder { app: &app, template: &template, editions: &contents, output: &output, progress };
    let pages = builder.write();
    bar.finish_and_clear();
    let pages = pages?;
    let outcome = output.finish()?;
    // The upload plan is written before the manifest. If the build is interrupted between them, the next build has no manifest
    // and lists every file.
    investchn_output::write_upload_plan(&state, &outcome)?;
    investchn_output::write_state(&state, &base_url, &outcome)?;
    cache.prune()?;
    // The program is about to end, and the system frees the memory of hundreds of thousands of texts at once.
    std::mem::forget(editions);
    Ok(Summary { articles, zones, pages, written: outcome.written, warnings, seconds: start.elapsed().as_secs_f64() })
}

/// Marks every file of a site as uploaded, so that the lists of the next build start empty. `state_dir` is that of
/// [`BuildOptions`].
///
/// # Errors
/// If the lists cannot be read or written.
pub fn mark_deployed(out: &Path, state_dir: Option<PathBuf>) -> Result<(), BuildError> {
    Ok(investchn_output::mark_deployed(&state_folder(out, state_dir))?)
}

/// Hashes this program, because another version may make any file differently. Returns none if the program cannot read itself;
/// then every file is made again.
fn digest_of_this_program() -> Option<Digest> {
    let program = std::env::current_exe().ok()?;
    Some(Digest::of(&std::fs::read(program).ok()?))
}

/// Hash of the inputs shared by every file: publisher, template, settings.
fn shared_digest(
    program: Digest,
    page: &str,
    editions: &[PortalEdition],
    base_url: &str,
    prerender: bool,
) -> Result<Digest, BuildError> {
    let facts: Vec<&RawValue> = editions.iter().map(|edition| edition.site_json.as_ref()).collect();
    Ok(Digest::of_json(&(program, page, facts, base_url, prerender))?)
}

/// Reads and checks the content. Returns the tree and its warnings, or every diagnostic if one is an error.
fn read(folder: &Path, cache: &Arc<DiskCache>, drafts: bool) -> Result<(SourceTree, Vec<Diagnostic>), BuildError> {
    let today = CommitDate::new(None, folder);
    let (tree, diagnostics) = read_and_check(&disk_files(), folder, Some(cache.clone()), drafts, &today)?;
    let has_error = diagnostics.iter().any(Diagnostic::is_error);
    if has_error { Err(BuildError::Diagnostics(diagnostics)) } else { Ok((tree, diagnostics)) }
}

/// Checks a base address and appends a slash if it has none.
fn base_url(text: &str) -> Result<String, BuildError> {
    let scheme = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let plain =
        scheme.is_some_and(|rest| !rest.starts_with('/') && !rest.is_empty() && !rest.contains(['?', '#', ' ', '"']));
    if !plain {
        return Err(BuildError::BaseUrl(text.to_owned()));
    }
    Ok(if text.ends_with('/') { text.to_owned() } else { text.to_owned() + "/" })
}
