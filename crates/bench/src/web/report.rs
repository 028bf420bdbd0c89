//! Reports the figures of the browser as a table for people and as JSON for programs.

use crate::labels::label;
use investchn_tooling::told;
use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use super::figures::{FIGURES, Figure};
use super::peer::Peer;
use investchn_tooling::workspace;

/// All figures of a run.
pub(super) struct Report {
    runs: u32,
    peers: Vec<Peer>,
    /// The output of the measuring script.
    raw: Value,
}

impl Report {
    /// Reads the output of the measuring script.
    pub(super) fn read(file: &Path, runs: u32, peers: &[Peer]) -> Result<Self> {
        let text = workspace::read(file)?;
        let raw = serde_json::from_str(&text)
            .with_context(|| told!(zh "{} 不是 JSON", en "{} is no JSON", file.display()))?;
        Ok(Report { runs, peers: peers.to_vec(), raw })
    }

    /// Returns the peers that were measured.
    pub(super) fn peers(&self) -> &[Peer] {
        &self.peers
    }

    /// Returns a figure of a peer.
    pub(super) fn value(&self, figure: &Figure, peer: Peer) -> Option<f64> {
        figure.of(&self.raw["peers"][peer.name()])
    }

    /// Returns the ratio of the portal's figure to that of another peer.
    fn ratio(&self, figure: &Figure, peer: Peer) -> Option<f64> {
        if !figure.has_ratio() {
            return None;
        }
        let (ours, theirs) = (self.value(figure, Peer::Portal)?, self.value(figure, peer)?);
        (theirs > 0.0).then(|| ours / theirs)
    }

    /// Returns the peers that the portal is compared with; none if the portal was not measured.
    fn others(&self) -> Vec<Peer> {
        if !self.peers.contains(&Peer::Portal) {
            return Vec::new();
        }
        self.peers.iter().filter(|peer| **peer != Peer::Portal).copied().collect()
    }

    /// Returns the figures that were measured.
    fn figures(&self) -> impl Iterator<Item = &'static Figure> {
        FIGURES.iter().filter(|figure| self.peers.iter().any(|peer| self.value(figure, *peer).is_some()))
    }

    /// Prints the table.
    pub(super) fn print(&self) {
        let version =
            |name: &str| self.raw[name].as_str().map_or_else(|| told!(zh "未知", en "unknown"), str::to_owned);
        let text = told!(
            zh "每个对象测 {} 次，取中间值。核数：{}。Chromium {}，Lighthouse {}，Node {}。",
            en "Runs of each: {}; the middle one counts. Cores: {}. Chromium {}, Lighthouse {}, Node {}.",
            self.runs,
            cores(),
            version("chromium"),
            version("lighthouse"),
            version("node")
        );
        println!("\n{text}\n");
        for line in self.table() {
            println!("{line}");
        }
        for failed in self.raw["failed"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            println!("\n{}", told!(zh "两次失败，不计入：{failed}", en "Failed twice, and left out: {failed}"));
        }
        println!();
    }

    fn table(&self) -> Vec<String> {
        let (peers, others) = (&self.peers, self.others());
        let names = peers.iter().map(|peer| peer.name().to_owned());
        let ratios = others.iter().map(|peer| told!(zh "门户 / {}", en "portal / {}", peer.name()));
        let mut lines = vec![
            row(&told!(zh "项目", en "what"), names.chain(ratios)),
            format!("| :-- |{}", " --: |".repeat(peers.len() + others.len())),
        ];
        for figure in self.figures() {
            let text = |value: Option<f64>| value.map_or("–".to_owned(), |value| figure.unit.format(value));
            let values = peers.iter().map(|peer| text(self.value(figure, *peer)));
            let ratio = |peer: &Peer| self.ratio(figure, *peer).map_or(String::new(), |ratio| format!("{ratio:.2}"));
            let label = label(figure.label) + figure.unit.suffix();
            lines.push(row(&label, values.chain(others.iter().map(ratio))));
        }
        lines
    }

    /// Writes the report as JSON: the medians, the ratios and every run.
    pub(super) fn write(&self, file: &Path) -> Result<()> {
        let rows: Vec<Value> = self.figures().map(|figure| self.json(figure)).collect();
        let report = json!({ "cores": cores(), "runs": self.runs, "rows": rows, "all": self.raw });
        workspace::write(file, format!("{report:#}\n"))?;
        println!("{}", told!(zh "全部数据在 {}。", en "All of it is in {}.", file.display()));
        Ok(())
    }

    fn json(&self, figure: &Figure) -> Value {
        let of = |peers: &[Peer], value: &dyn Fn(Peer) -> Option<f64>| -> Map<String, Value> {
            peers.iter().map(|peer| (peer.name().to_owned(), json!(value(*peer)))).collect()
        };
        json!({
            "what": figure.label,
            "unit": figure.unit.json_name(),
            "middle": of(&self.peers, &|peer| self.value(figure, peer)),
            "portal_for_each": of(&self.others(), &|peer| self.ratio(figure, peer)),
        })
    }
}

fn row(first: &str, cells: impl Iterator<Item = String>) -> String {
    let cells: String = cells.map(|cell| format!(" {cell} |")).collect();
    format!("| {first} |{cells}")
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, Into::into)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in super::super) fn sample() -> Report {
        let of = |paint: f64| json!({ "lighthouse": { "article": [{ "largest_paint": paint, "bytes": 1000.0 * paint, "shift": 0.0 }] } });
        let raw = json!({ "peers": { "portal": of(600.0), "react": of(1200.0) } });
        Report { runs: 1, peers: vec![Peer::Portal, Peer::React], raw }
    }

    #[test]
    fn the_table_has_measured_figures_and_meaningful_ratios() {
        let expected = [
            "| what | portal | react | portal / react |",
            "| :-- | --: | --: | --: |",
            "| article: largest paint, ms | 600 | 1200 | 0.50 |",
            "| article: layout shift | 0.000 | 0.000 |  |",
            "| article: bytes, KB | 600.0 | 1200.0 | 0.50 |",
        ];
        assert_eq!(sample().table(), expected);
    }

    #[test]
    fn json_contains_ratios_of_the_portal_to_other_peers() {
        let rows: Vec<Value> = sample().figures().map(|figure| sample().json(figure)).collect();
        assert_eq!(rows[0]["middle"]["react"], 1200.0);
        assert_eq!(rows[0]["portal_for_each"]["react"], 0.5);
        assert_eq!(rows[1]["portal_for_each"]["react"], Value::Null);
    }
}
