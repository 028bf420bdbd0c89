//! SARIF 2.1.0, the format in which code hosts take findings. It owns the shape, of which it writes the least that is useful.

use std::fmt::Write;
use std::path::{Component, Path};

use serde::Serialize;

use super::report::Report;
use crate::problem::Problem;
use crate::rules::{RULES, Rule, Severity};

/// Where the shape is described.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// A log file.
#[derive(Serialize)]
pub(super) struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<ResultOf>,
    properties: Properties,
}

#[derive(Serialize)]
struct Properties {
    omitted: usize,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<RuleOf>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RuleOf {
    id: &'static str,
    short_description: Text,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultOf {
    rule_id: &'static str,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
}

/// A report as a log, with `limit` results at most.
pub(super) fn log(report: &Report, limit: usize) -> Log {
    let rules = RULES.iter().map(|rule| RuleOf {
        id: rule.id,
        short_description: Text { text: rule.finds.to_owned() },
        default_configuration: Configuration { level: level(rule) },
    });
    let driver = Driver { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION"), rules: rules.collect() };
    let run = Run {
        tool: Tool { driver },
        column_kind: "unicodeCodePoints",
        results: report.shown(limit).into_iter().map(result).collect(),
        properties: Properties { omitted: report.omitted(limit) },
    };
    Log { schema: SCHEMA, version: "2.1.0", runs: [run] }
}

fn result(problem: &Problem) -> ResultOf {
    let physical_location = PhysicalLocation {
        artifact_location: ArtifactLocation { uri: uri(&problem.place.file) },
        region: Region { start_line: problem.place.line, start_column: problem.place.column },
    };
    ResultOf {
        rule_id: problem.rule.id,
        level: level(problem.rule),
        message: Text { text: [problem.message.as_str(), ", ", &problem.advice].concat() },
        locations: [Location { physical_location }],
    }
}

fn level(rule: &Rule) -> &'static str {
    match rule.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// A path as a reference: relative as it is, absolute as a file's address.
fn uri(path: &Path) -> String {
    let mut uri = String::new();
    if path.is_absolute() {
        uri.push_str("file://");
    }
    for component in path.components() {
        if component == Component::CurDir {
            continue;
        }
        if !uri.is_empty() && component != Component::RootDir && !uri.ends_with('/') {
            uri.push('/');
        }
        for byte in component.as_os_str().to_string_lossy().bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
                uri.push(char::from(byte));
            } else {
                // Writing to a string does not fail.
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_reference() {
        for (path, expected) in [
            ("content/articles/a-1.md", "content/articles/a-1.md"),
            ("./内 容/a.md", "%E5%86%85%20%E5%AE%B9/a.md"),
            ("/tmp/a.md", "file:///tmp/a.md"),
            ("../a.md", "../a.md"),
        ] {
            assert_eq!(uri(Path::new(path)), expected);
        }
    }
}
