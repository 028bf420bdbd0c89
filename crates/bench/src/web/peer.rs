//! The peers: their names, ports and folders, and the way each is built.

use investchn_tooling::told;
use std::path::PathBuf;

use anyhow::Result;
use serde_json::{Value, json};

use super::node;
use investchn_tooling::bench::scratch;
use investchn_tooling::workspace;

/// A program that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Peer {
    /// This portal.
    Portal,
    /// HTML without scripts, the lower bound.
    Plain,
    /// React with React Router.
    React,
    /// Solid with its router.
    Solid,
}

impl Peer {
    /// All peers, in the order of the table.
    pub(super) const ALL: [Peer; 4] = [Peer::Portal, Peer::Plain, Peer::React, Peer::Solid];

    /// Returns the name in the plan, in the figures and in the table.
    pub(super) fn name(self) -> &'static str {
        match self {
            Peer::Portal => "portal",
            Peer::Plain => "plain",
            Peer::React => "react",
            Peer::Solid => "solid",
        }
    }

    /// Returns the port on which the peer is served.
    pub(super) fn port(self) -> u16 {
        match self {
            Peer::Portal => 9_311,
            Peer::Plain => 9_312,
            Peer::React => 9_313,
            Peer::Solid => 9_314,
        }
    }

    /// Returns the address at which the peer is measured.
    pub(super) fn url(self) -> String {
        format!("http://localhost:{}/", self.port())
    }

    /// Returns true if the peer answers every path without a file with its one page.
    pub(super) fn is_single_page_app(self) -> bool {
        matches!(self, Peer::React | Peer::Solid)
    }

    /// Returns the folder that is served.
    pub(super) fn folder(self) -> PathBuf {
        match self {
            Peer::Portal => scratch::portal(),
            Peer::Plain | Peer::React | Peer::Solid => scratch::web(self.name()),
        }
    }

    /// Builds the peer and compresses its files.
    pub(super) fn build(self) -> Result<()> {
        match self {
            // The portal is built first, because the others show its JSON.
            Peer::Portal => Ok(()),
            Peer::Plain => {
                println!("▸ {}", told!(zh "纯静态页面", en "the plain pages"));
                workspace::remove(&self.folder())?;
                node::run("plain/write.js", &[&scratch::portal(), &self.folder()])?;
                node::compress(&self.folder(), node::CONTENT)
            }
            Peer::React | Peer::Solid => {
                println!("▸ {}", told!(zh "{} 的应用", en "the app in {}", self.name()));
                node::install(self.name())?;
                node::build(self.name())?;
                node::compress(&self.folder(), node::APP)
            }
        }
    }

    /// Returns the peer's entry in the plan of the measuring script.
    pub(super) fn plan(self) -> Value {
        json!({ "name": self.name(), "url": self.url(), "app": self != Peer::Plain })
    }
}
