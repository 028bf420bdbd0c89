//! `cargo xtask bench web`: compares the portal in a browser with React, Solid and plain pages that show the same views from
//! the same JSON. bench/web/measure/ has the measuring script; this module prepares the peers.

mod chart;
mod corpus;
mod figures;
mod host;
mod node;
mod peer;
mod report;
mod site;

use investchn_cli::whole_number;
use investchn_tooling::told;
use std::path::Path;

use anyhow::Result;
use clap::ValueEnum;
use serde_json::json;

use host::Host;
use investchn_tooling::bench::{publisher, scratch};
use investchn_tooling::{process, workspace};
use peer::Peer;
use report::Report;

/// The chart of the figures.
const CHART: &str = "docs/images/bench-web.svg";

/// Arguments of the command.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Number of runs of each peer; the median counts.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = whole_number(1u32..))]
    runs: u32,
    /// Measure these peers only; ratios need the portal.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PEERS")]
    only: Vec<Peer>,
    /// Measure these parts only; without all of them there is no chart.
    #[arg(long, value_enum, value_delimiter = ',', value_name = "PARTS")]
    parts: Vec<Part>,
    /// Try the benchmark itself: Lighthouse on the article only, few moves, fifty instead of a thousand; no chart.
    #[arg(long)]
    quick: bool,
}

/// A part of the measurements, by its name in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum, serde::Serialize)]
#[serde(rename_all = "lowercase")]
enum Part {
    /// Lighthouse on each view.
    Lighthouse,
    /// The time until a click is answered.
    Answer,
    /// The moves between views.
    Moves,
    /// The long stay.
    Long,
}

/// Builds, publishes and serves the peers, measures them, and writes the report.
pub(crate) fn web(args: &Args) -> Result<()> {
    let missing: Vec<&str> =
        NEEDED.iter().filter(|(program, _)| !is_installed(program)).map(|(_, advice)| *advice).collect();
    if !missing.is_empty() {
        let missing = missing.join(", ");
        println!(
            "▸ {}",
            told!(zh "没有测量，因为缺少 {missing}", en "nothing is measured, since these are missing: {missing}")
        );
        return Ok(());
    }
    node::install("measure")?;
    let wanted = |peer: &&Peer| args.only.is_empty() || args.only.contains(peer);
    let peers: Vec<Peer> = Peer::ALL.iter().filter(wanted).copied().collect();
    publisher::compile()?;
    site::publish(&corpus::prepare()?)?;
    for peer in &peers {
        peer.build()?;
    }
    let _host = Host::start(&peers)?;
    let (plan, out) = (scratch::web("plan.json"), scratch::web("figures.json"));
    let entries: Vec<_> = peers.iter().map(|peer| peer.plan()).collect();
    let parts = if args.parts.is_empty() { Part::value_variants() } else { &args.parts };
    let text =
        json!({ "runs": args.runs, "quick": args.quick, "parts": parts, "zone": corpus::ZONE, "peers": entries });
    workspace::write(&plan, format!("{text:#}\n"))?;
    node::run("measure/main.js", &[&plan, &out])?;
    let report = Report::read(&out, args.runs, &peers)?;
    report.print();
    report.write(&scratch::path("web.json"))?;
    if !args.quick && args.parts.is_empty() {
        workspace::write(Path::new(CHART), chart::draw(&report))?;
        println!("{}", told!(zh "图在 {CHART}。", en "The chart is {CHART}."));
    }
    Ok(())
}

/// Programs that must be installed, with the text that names each one if it is missing.
const NEEDED: [(&str, &str); 4] = [
    ("node", "Node.js (`node`)"),
    ("npm", "npm"),
    ("caddy", "Caddy (on Debian: apt-get install caddy)"),
    ("chromium", "Chromium (`cargo xtask setup --browser`)"),
];

fn is_installed(program: &str) -> bool {
    process::find(program).is_some()
}
