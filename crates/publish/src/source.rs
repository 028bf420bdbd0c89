//! Reading the content folder: each kind of file has a module. It owns what a source may say; what follows from all of
//! them together is the business of `portal`.

mod articles;
mod facts;
mod front_matter;
#[cfg(fuzzing)]
pub(crate) mod fuzzing;
mod names;
mod regions;
mod site;
mod zones;

use std::io;
use std::path::Path;

pub(crate) use articles::{ArticleSource, Pin, numbers};
pub(crate) use names::Names;
pub(crate) use regions::Regions;
pub(crate) use site::{Prerender, SiteSettings};
pub(crate) use zones::ZoneSource;

use crate::error::BuildError;
use crate::pictures::Pictures;
use crate::problem::{Place, Problem};
use crate::rules;

/// Everything that the content folder says, each source checked by itself.
#[derive(Debug)]
pub(crate) struct Content {
    /// `site.toml`
    pub settings: SiteSettings,
    /// `regions.csv`
    pub regions: Regions,
    /// `zones.csv`, in its order.
    pub zones: Vec<ZoneSource>,
    /// The zones by every name that they go by.
    names: Names,
    /// `articles/**`, in the order of the paths, without their bodies.
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
        let names = Names::new(&zones);
        let pictures = Pictures::default();
        let articles = articles::read(&folder.join("articles"), &names, &pictures, problems)?;
        Ok(Content { settings, regions, zones, names, articles, pictures })
    }
}

impl Names {
    /// The names of a content folder's register; rows that are wrong are left out.
    ///
    /// # Errors
    /// Where a file that must be there cannot be read.
    pub(crate) fn read(folder: &Path) -> Result<Self, BuildError> {
        let mut problems = Vec::new();
        let facts = facts::read(&folder.join("sources.toml"), &mut problems)?;
        let regions = regions::read(&folder.join("regions.csv"), &mut problems)?;
        Ok(Names::new(&zones::read(&folder.join("zones.csv"), &regions, &facts, &mut problems)?))
    }
}

impl Content {
    /// An article with its body, read once more: the bodies of all are more than memory should hold.
    ///
    /// # Errors
    /// Where the file is gone, or was changed since it was checked so that it no longer is an article.
    pub(crate) fn with_body(&self, article: &ArticleSource) -> Result<ArticleSource, BuildError> {
        let mut problems = Vec::new();
        let read = articles::read_one(&article.file, &self.names, &self.pictures, &mut problems)?;
        read.filter(|_| problems.is_empty()).ok_or_else(|| {
            let error = io::Error::other("it was changed while it was being published; publish again");
            BuildError::File { action: "cannot read", path: article.file.clone(), source: error }
        })
    }
}

/// A TOML error as a problem; `text` is the whole file, of which the TOML begins at `offset`.
fn toml_problem(file: &Path, text: &str, offset: usize, error: &toml::de::Error) -> Problem {
    let at = offset + error.span().map_or(0, |span| span.start);
    let message = error.message().replace('\n', " ");
    Problem::new(Place::at(file, text, at), &rules::TOML, message, "write it as the README shows")
}
