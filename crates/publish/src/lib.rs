//! From sources to the site: read, check, link, render, write. One direction, and nothing is written before all is checked.
//!
//! It owns the sources' forms and the published folder. What a page shows is the app's: routes, titles and views come from
//! the crate `investchn`, shapes from `investchn-content`.

mod app_files;
mod csv_table;
mod digest;
mod error;
mod markdown;
mod output;
mod pictures;
mod portal;
mod problem;
mod source;
mod template;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Instant;

use investchn::route::{ENTRY_PATH, Route};
use investchn_content::{Entry, Envelope, SCHEMA, View};

pub use error::BuildError;
pub use output::Written;
pub use problem::{Place, Problem, RuleId};

use app_files::AppFiles;
use source::Content;
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
    /// Wall time.
    pub seconds: f64,
}

/// Reads and checks the content, and writes the site if nothing is wrong with it.
///
/// # Errors
/// With [`BuildError::Problems`] every problem of the content is reported at once, and nothing was written.
pub fn build(options: &BuildOptions) -> Result<Summary, BuildError> {
    let start = Instant::now();
    let app = AppFiles::read(&options.app)?;
    output::check(&options.out)?;
    let mut content = read(&options.content, options.drafts)?;
    let base_url = base_url(options.base_url.as_deref().unwrap_or(&content.settings.base_url))?;
    let views = portal::views(&content);
    let (articles, zones, pages) = (content.articles.len(), content.zones.len(), views.len());
    let mut files = pages_and_data(&app, &options.app, &content, &base_url, &views)?;
    files.extend(std::mem::take(&mut content.pictures).into_files());
    files.extend(app.files);
    let written = output::write(&options.out, &files)?;
    Ok(Summary { articles, zones, pages, written, seconds: start.elapsed().as_secs_f64() })
}

/// The content, ordered, with nothing wrong.
fn read(folder: &Path, drafts: bool) -> Result<Content, BuildError> {
    let mut problems = Vec::new();
    let mut content = Content::read(folder, &mut problems)?;
    portal::order(&mut content, drafts);
    portal::check(&content, &mut problems);
    problems.sort();
    if problems.is_empty() { Ok(content) } else { Err(BuildError::Problems(problems)) }
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

fn pages_and_data(
    app: &AppFiles,
    app_folder: &Path,
    content: &Content,
    base_url: &str,
    views: &[(Route, View)],
) -> Result<BTreeMap<String, Vec<u8>>, BuildError> {
    let template =
        Template::new(&app.template).map_err(|reason| BuildError::App { path: app_folder.to_owned(), reason })?;
    let site = &content.settings.site;
    let around = Around { site, base_url, prerender: content.settings.prerender };
    let mut files = BTreeMap::new();
    for (route, view) in views {
        let page = template.page(around, route, view)?;
        files.insert([&route.path()[1..], "index.html"].concat(), page.into_bytes());
        let envelope = Envelope { schema: SCHEMA, view: view.clone() };
        files.insert(route.data_path(), serde_json::to_vec(&envelope)?);
    }
    let entry = Entry {
        schema: SCHEMA,
        release: app.release(),
        site: site.clone(),
        files: app.files.keys().cloned().collect(),
    };
    files.insert(ENTRY_PATH.to_owned(), serde_json::to_vec(&entry)?);
    files.insert("404.html".to_owned(), template.not_found(around).into_bytes());
    files.insert(app_files::TEMPLATE.to_owned(), app.template.clone().into_bytes());
    files.insert(app_files::LIST.to_owned(), app.list()?);
    Ok(files)
}
