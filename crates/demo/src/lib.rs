//! Writes synthetic content folders of any size, with the zones of the real register, for tests and benchmarks.
//!
//! Invariant: every article contains the word 示例 (example), and the same seed produces the same bytes.

mod article;
mod body;
mod error;
mod pictures;
mod plan;
mod random;
mod words;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use investchn_model::ZoneId;
use rayon::prelude::*;
use serde::Deserialize;

pub use error::DemoError;
use investchn_diagnostics::rules;
use investchn_diagnostics::{Diagnostic, Location};
use investchn_localized::{FileAction, localized};
use investchn_sources::{Files, csv_rows};
use pictures::Drawing;
use plan::{Plan, ZonePlan};

/// The files of a content folder other than articles, which are copied.
const COPIED_FILES: [&str; 4] = ["site.toml", "zones.csv", "regions.csv", "sources.toml"];

/// The table of industries in English, which is copied if it is there: an edition in English needs it.
const TERMS: &str = "terms.csv";

/// The options of a corpus.
#[derive(Clone, Debug)]
pub struct DemoOptions {
    /// The number of articles.
    pub articles: usize,
    /// The seed of the random numbers. The same seed produces the same bytes.
    pub seed: u64,
    /// The content folder from which register, regions, citations and settings are copied.
    pub content: PathBuf,
    /// The folder to write, which must be new or empty.
    pub out: PathBuf,
}

/// The counts of a written corpus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Demo {
    /// The zones with an article.
    pub zones: usize,
    /// The articles.
    pub articles: usize,
    /// The picture files.
    pub pictures: usize,
    /// The size of the articles and the pictures, in bytes.
    pub bytes: u64,
}

/// Writes a corpus. Calls `written` after each article, from several threads.
///
/// # Errors
/// If the folder is not empty, the register cannot be read, or a file cannot be written.
pub fn demo(files: &dyn Files, options: &DemoOptions, written: impl Fn() + Sync) -> Result<Demo, DemoError> {
    refuse_non_empty_folder(&options.out)?;
    let zones = zone_ids(files, &options.content.join("zones.csv"))?;
    let drawings = pictures::drawings().map_err(DemoError::Pictures)?;
    make_folder(&options.out)?;
    let terms = files.stamp(&options.content.join(TERMS)).is_ok().then_some(TERMS);
    for name in COPIED_FILES.into_iter().chain(terms) {
        let (from, to) = (options.content.join(name), options.out.join(name));
        let bytes = fs::read(&from).map_err(DemoError::file(FileAction::Read, &from))?;
        fs::write(&to, bytes).map_err(DemoError::file(FileAction::Write, &to))?;
    }
    let folder = options.out.join("articles");
    make_folder(&folder)?;
    let plan = Plan::new(zones, options.articles, options.seed);
    let writer = ZoneWriter { plan: &plan, seed: options.seed, folder: &folder, written: &written };
    let parts: Vec<Demo> = plan
        .zones
        .par_iter()
        .enumerate()
        .map(|(place, zone)| writer.zone(zone, &drawings[place % drawings.len()]))
        .collect::<Result<_, DemoError>>()?;
    Ok(parts.into_iter().fold(Demo::default(), |sum, part| Demo {
        zones: sum.zones + part.zones,
        articles: sum.articles + part.articles,
        pictures: sum.pictures + part.pictures,
        bytes: sum.bytes + part.bytes,
    }))
}

/// Writes the folders of zones.
struct ZoneWriter<'a> {
    plan: &'a Plan,
    seed: u64,
    folder: &'a Path,
    written: &'a (dyn Fn() + Sync),
}

impl ZoneWriter<'_> {
    /// Writes the folder of one zone. Only one text per thread is in memory, however large the corpus is.
    fn zone(&self, zone: &ZonePlan, drawing: &Drawing) -> Result<Demo, DemoError> {
        let folder = self.folder.join(zone.id.as_str());
        make_folder(&folder)?;
        let mut done = Demo { zones: 1, articles: zone.articles.len(), ..Demo::default() };
        let mut text = String::new();
        for (place, article) in zone.articles.iter().enumerate() {
            let has_picture = article::write(&mut text, self.plan, zone, place, self.seed, &drawing.name);
            let file = folder.join(article.file());
            fs::write(&file, &text).map_err(DemoError::file(FileAction::Write, &file))?;
            done.bytes += text.len() as u64;
            // The articles of a zone share its picture. Otherwise a large corpus would consist mostly of pictures.
            if has_picture && done.pictures == 0 {
                let file = folder.join(&drawing.name);
                fs::write(&file, &drawing.bytes).map_err(DemoError::file(FileAction::Write, &file))?;
                done.bytes += drawing.bytes.len() as u64;
                done.pictures = 1;
            }
            (self.written)();
        }
        Ok(done)
    }
}

/// Refuses a folder that is not empty, because a corpus must not mix with an editor's articles or with another corpus.
fn refuse_non_empty_folder(folder: &Path) -> Result<(), DemoError> {
    match fs::read_dir(folder).map(|mut entries| entries.next().is_none()) {
        Ok(true) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(DemoError::file(FileAction::Read, folder)(error)),
        Ok(false) => Err(DemoError::NotEmpty(folder.to_owned())),
    }
}

fn make_folder(folder: &Path) -> Result<(), DemoError> {
    fs::create_dir_all(folder).map_err(DemoError::file(FileAction::MakeFolder, folder))
}

/// The status of a listed zone, as the register writes it.
const LISTED: &str = "listed";

#[derive(Deserialize)]
struct IdAndStatus {
    id: String,
    status: String,
}

/// Reads the ids of the listed zones. The other zones are skipped, because a recent article of a zone that left the list
/// would be a fault. The build that publishes the corpus reads the rest of the register.
fn zone_ids(files: &dyn Files, file: &Path) -> Result<Vec<ZoneId>, DemoError> {
    let mut diagnostics = Vec::new();
    let mut ids = Vec::new();
    for (place, IdAndStatus { id, status }) in csv_rows::<IdAndStatus>(files, file, &mut diagnostics)? {
        match id.parse() {
            Ok(id) => ids.extend((status == LISTED).then_some(id)),
            Err(_) => {
                let message = localized!(zh "`{id}` 不是开发区代号", en "`{id}` is not a zone's id");
                let help =
                    localized!(zh "用小写字母，例如 huaian-htz", en "write it in small letters, as in huaian-htz");
                diagnostics.push(Diagnostic::new(place.row, &rules::ZONE_ID, message, help));
            }
        }
    }
    if diagnostics.is_empty() && ids.is_empty() {
        let message = localized!(zh "没有开发区", en "there is no zone");
        let help = localized!(zh "稿件需要开发区：加一行", en "articles need one: add a row");
        diagnostics.push(Diagnostic::new(Location::line(file, 1), &rules::CSV, message, help));
    }
    if diagnostics.is_empty() { Ok(ids) } else { Err(DemoError::Register(diagnostics)) }
}
