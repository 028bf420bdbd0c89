//! SARIF 2.1.0, the format in which code hosts accept diagnostics. This module writes only the part that they use. The
//! crate `serde-sarif` has the whole schema, which is a hundred times as much.

use std::path::{Component, Path};

use investchn_localized::Lang;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::rules::{RULES, Rule, Severity};

/// The characters of a path that must be percent-encoded in a URI (RFC 3986).
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The address of the JSON schema.
const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";

/// The program that writes a report.
#[derive(Clone, Copy, Debug)]
pub struct Tool {
    /// The name, such as `investchn-publish`.
    pub name: &'static str,
    /// The version.
    pub version: &'static str,
}

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
    tool: ToolOf,
    /// The language of all texts, as a tag that code hosts know.
    language: &'static str,
    column_kind: &'static str,
    results: Vec<ResultOf>,
    properties: Properties,
}

#[derive(Serialize)]
struct Properties {
    omitted: usize,
}

#[derive(Serialize)]
struct ToolOf {
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
    short_description: SarifText,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct SarifText {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultOf {
    rule_id: &'static str,
    level: &'static str,
    message: SarifText,
    locations: [LocationOf; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LocationOf {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: RegionOf,
}

#[derive(Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RegionOf {
    start_line: usize,
    start_column: usize,
}

/// Makes a log of diagnostics. `omitted` is the number of others that it does not contain.
pub(super) fn log(Tool { name, version }: Tool, shown: Vec<&Diagnostic>, omitted: usize, lang: Lang) -> Log {
    let rules = RULES.iter().map(|rule| RuleOf {
        id: rule.id,
        short_description: SarifText { text: rule.finds(lang).to_owned() },
        default_configuration: Configuration { level: level(rule) },
    });
    let driver = Driver { name, version, rules: rules.collect() };
    let run = Run {
        tool: ToolOf { driver },
        language: match lang {
            Lang::Zh => "zh-CN",
            Lang::En => "en-US",
        },
        column_kind: "unicodeCodePoints",
        results: shown.into_iter().map(|diagnostic| result(diagnostic, lang)).collect(),
        properties: Properties { omitted },
    };
    Log { schema: SCHEMA, version: "2.1.0", runs: [run] }
}

fn result(diagnostic: &Diagnostic, lang: Lang) -> ResultOf {
    let physical_location = PhysicalLocation {
        artifact_location: ArtifactLocation { uri: uri(&diagnostic.location.file) },
        region: RegionOf { start_line: diagnostic.location.line, start_column: diagnostic.location.column },
    };
    ResultOf {
        rule_id: diagnostic.rule.id,
        level: level(diagnostic.rule),
        message: SarifText { text: diagnostic.sentence(lang) },
        locations: [LocationOf { physical_location }],
    }
}

fn level(rule: &Rule) -> &'static str {
    match rule.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// Returns a path as a URI reference. A relative path stays relative; an absolute path becomes a `file:` URI.
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
        uri.extend(utf8_percent_encode(&component.as_os_str().to_string_lossy(), ESCAPED));
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uri_references() {
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
