//! The script that wasm-bindgen writes beside the wasm, without its comments and indents: Trunk's own minifier cannot read it.
//! It owns nothing that could change what the script does.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// Makes the scripts of a built app's folder bare. `start.js` is written by hand and small.
pub(crate) fn make_bare(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))? {
        let path = entry.with_context(|| format!("{} cannot be read", folder.display()))?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if name.starts_with("investchn-") && name.ends_with(".js") {
            let script = fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
            fs::write(&path, bare(&script)).with_context(|| format!("{} cannot be written", path.display()))?;
        }
    }
    Ok(())
}

/// Line by line: a comment of wasm-bindgen's stands on lines of its own, and none of its texts goes over a line's end.
fn bare(script: &str) -> String {
    let is_comment = |line: &&str| ["//", "/*", "*"].iter().any(|mark| line.starts_with(mark));
    script
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !is_comment(line))
        .map(|line| format!("{line}\n"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_comments_and_indents_go() {
        let script =
            "/**\n * @param {number} a\n */\nexport function f(a) {\n    // why\n    return 'a * b // c';\n}\n";
        assert_eq!(bare(script), "export function f(a) {\nreturn 'a * b // c';\n}\n");
    }
}
