//! The peers: their names, their folders, and how each is built.

use std::path::PathBuf;

use anyhow::Result;
use serde_json::{Value, json};

use super::node;
use crate::scratch;
use investchn_tooling::workspace;

/// Who is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Peer {
    /// This portal.
    Portal,
    /// HTML without a script, the floor.
    Plain,
    /// React with React Router.
    React,
    /// Solid with its router.
    Solid,
}

impl Peer {
    /// All of them, in the order of the table.
    pub(super) const ALL: [Peer; 4] = [Peer::Portal, Peer::Plain, Peer::React, Peer::Solid];

    /// As it is called in the plan, in the figures and in the table.
    pub(super) fn name(self) -> &'static str {
        match self {
            Peer::Portal => "portal",
            Peer::Plain => "plain",
            Peer::React => "react",
            Peer::Solid => "solid",
        }
    }

    /// The port on which it is served.
    pub(super) fn port(self) -> u16 {
        match self {
            Peer::Portal => 9_311,
            Peer::Plain => 9_312,
            Peer::React => 9_313,
            Peer::Solid => 9_314,
        }
    }

    /// The address at which it is measured.
    pub(super) fn url(self) -> String {
        format!("http://localhost:{}/", self.port())
    }

    /// Whether every address that is no file is answered with its one page.
    pub(super) fn is_one_page(self) -> bool {
        matches!(self, Peer::React | Peer::Solid)
    }

    /// The folder that is served.
    pub(super) fn folder(self) -> PathBuf {
        match self {
            Peer::Portal => scratch::portal(),
            Peer::Plain | Peer::React | Peer::Solid => scratch::web(self.name()),
        }
    }

    /// Builds it, and compresses what it is served as.
    pub(super) fn build(self) -> Result<()> {
        match self {
            // It is built before all others, for they show what it has published.
            Peer::Portal => Ok(()),
            Peer::Plain => {
                println!("▸ the plain pages");
                workspace::remove(&self.folder())?;
                node::run("plain/write.js", &[&scratch::portal(), &self.folder()])?;
                node::compress(&self.folder(), node::CONTENT)
            }
            Peer::React | Peer::Solid => {
                println!("▸ the app in {}", self.name());
                node::install(self.name())?;
                node::build(self.name())?;
                node::compress(&self.folder(), node::APP)
            }
        }
    }

    /// As the measuring is told of it.
    pub(super) fn plan(self) -> Value {
        json!({ "name": self.name(), "url": self.url(), "app": self != Peer::Plain })
    }
}
