//! `_headers` gives every published file the headers that follow from its class.

use investchn_artifacts::{Caching, Class, Framing, Readers};

use crate::published::{Site, fixture};

/// One rule of `_headers`: a pattern of paths and the headers that they get.
struct Rule<'a> {
    pattern: &'a str,
    headers: Vec<(&'a str, &'a str)>,
}

fn rules(text: &str) -> Vec<Rule<'_>> {
    let mut rules: Vec<Rule<'_>> = Vec::new();
    for line in text.lines() {
        match line.trim_start().split_once(": ") {
            Some(header) => rules.last_mut().unwrap().headers.push(header),
            None => rules.push(Rule { pattern: line, headers: Vec::new() }),
        }
    }
    rules
}

/// Matches a path as Netlify and Cloudflare Pages do: `:name` is one part of it, a last `*` any rest.
fn matches(pattern: &str, path: &str) -> bool {
    if let Some(start) = pattern.strip_suffix('*') {
        return path.starts_with(start);
    }
    let (pattern, path): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
    pattern.len() == path.len() && pattern.iter().zip(&path).all(|(part, name)| part.starts_with(':') || part == name)
}

/// The values of a header for a file, by the address at which hosts answer with it.
fn values<'a>(rules: &[Rule<'a>], file: &str, name: &str) -> Vec<&'a str> {
    let path = ["/", file.strip_suffix("index.html").unwrap_or(file)].concat();
    let headers = rules.iter().filter(|rule| matches(rule.pattern, &path)).flat_map(|rule| &rule.headers);
    headers.filter(|(header, _)| *header == name).map(|(_, value)| *value).collect()
}

#[test]
fn every_file_has_the_headers_of_its_class() {
    for site in [Site::own(), &Site::publish(&fixture())] {
        let text = site.text("_headers");
        let rules = rules(&text);
        for file in site.files() {
            let class = Class::of(&file);
            let treatment = class.treatment();
            let caching = match treatment.caching {
                Caching::Immutable => vec!["public, max-age=31536000, immutable"],
                Caching::Hour => vec!["public, max-age=3600"],
                // These hosts ask again each time by themselves.
                Caching::Minute => Vec::new(),
            };
            assert_eq!(values(&rules, &file, "Cache-Control"), caching, "{file} ({class:?})");
            let readers = match treatment.readers {
                Readers::AnyOrigin => vec!["*"],
                Readers::OwnOrigin => Vec::new(),
            };
            assert_eq!(values(&rules, &file, "Access-Control-Allow-Origin"), readers, "{file} ({class:?})");
            // A rule for a folder of pages gives its feeds the header as well, and nobody frames a feed.
            if !file.ends_with(".html") {
                continue;
            }
            let policies = values(&rules, &file, "Content-Security-Policy");
            let framing: Vec<_> = policies.iter().filter_map(|it| it.strip_prefix("frame-ancestors ")).collect();
            let expected = match treatment.framing {
                Framing::Anyone => Vec::new(),
                Framing::Portal => vec!["'self'"],
                Framing::Nobody => vec!["'none'"],
            };
            assert_eq!(framing, expected, "{file} ({class:?})");
        }
    }
}
