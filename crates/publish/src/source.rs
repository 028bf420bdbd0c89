//! Reading the content folder: each kind of file has a module. It owns what a source may say; what follows from all of
//! them together is the business of `portal`.

mod articles;
mod facts;
mod front_matter;
mod names;
mod regions;
mod site;
mod zones;

use std::path::Path;

pub(crate) use articles::{ArticleSource, Pin};
pub(crate) use regions::Regions;
pub(crate) use site::{Prerender, SiteSettings};
pub(crate) use zones::ZoneSource;

use crate::error::BuildError;
use crate::pictures::Pictures;
use crate::problem::{Place, Problem};

/// Everything that the content folder says, each source checked by itself.
#[derive(Debug)]
pub(crate) struct Content {
    /// `site.toml`
    pub settings: SiteSettings,
    /// `regions.csv`
    pub regions: Regions,
    /// `zones.csv`, in its order.
    pub zones: Vec<ZoneSource>,
    /// `articles/**`, in the order of the paths.
    pub articles: Vec<ArticleSource>,
    /// The pictures that the articles show.
    pub pictures: Pictures,
}

impl Content {
    /// Reads a content folder, and adds what is wrong with it to `problems`.
    ///
    /// # Errors
    /// Where a file that must be there cannot be read.
    pub(crate) fn read(folder: &Path, problems: &mut Vec<Problem>) -> Result<Self, BuildError> {
        let settings = site::read(&folder.join("site.toml"), problems)?;
        let facts = facts::read(&folder.join("sources.toml"), problems)?;
        let regions = regions::read(&folder.join("regions.csv"), problems)?;
        let zones = zones::read(&folder.join("zones.csv"), &regions, &facts, problems)?;
        let names = names::Names::new(&zones);
        let mut pictures = Pictures::default();
        let articles = articles::read(&folder.join("articles"), &names, &mut pictures, problems)?;
        Ok(Content { settings, regions, zones, articles, pictures })
    }
}

/// A TOML error as a problem; `text` is the whole file, of which the TOML begins at `offset`.
fn toml_problem(file: &Path, text: &str, offset: usize, error: &toml::de::Error) -> Problem {
    let at = offset + error.span().map_or(0, |span| span.start);
    let message = error.message().replace('\n', " ");
    Problem::new(Place::at(file, text, at), "toml", message, "write it as the README shows")
}
