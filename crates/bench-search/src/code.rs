//! The code that a reader downloads with the first query, as the app is built.

use investchn_tooling::told;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use investchn_tooling::workspace;

/// Returns the sum of the search's scripts and of its wasm after brotli; none if the app is not built.
pub(crate) fn bytes() -> Result<Option<u64>> {
    let folder = Path::new(workspace::APP_DIR);
    let Ok(entries) = fs::read_dir(folder) else { return Ok(None) };
    let mut sum = 0;
    for entry in entries {
        let path = entry.with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", folder.display()))?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if is_code(name) {
            let bytes =
                fs::read(&path).with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", path.display()))?;
            sum += compressed(&bytes)?;
        }
    }
    Ok((sum > 0).then_some(sum))
}

/// Returns the size of bytes after brotli at its highest level.
fn compressed(bytes: &[u8]) -> Result<u64> {
    let mut out = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters)
        .with_context(|| told!(zh "brotli 压缩失败", en "brotli failed"))?;
    Ok(out.len() as u64)
}

/// Returns true for `search.js`, `search-<digest>.js` and `search-<digest>_bg.wasm`, and false for the script in another language, such
/// as `search-en.js`: a reader loads one.
fn is_code(name: &str) -> bool {
    let ending = name.strip_prefix("search").unwrap_or_default();
    // A digest is longer than the code of a language.
    let has_digest = ending.starts_with('-') && ending.len() > "-0123456789ab".len();
    [".js", ".css"].contains(&ending) || (has_digest && (ending.ends_with(".js") || ending.ends_with("_bg.wasm")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_told_by_its_name() {
        for name in ["search.js", "search.css", "search-0123456789ab.js", "search-0123456789abcdef_bg.wasm"] {
            assert!(is_code(name), "{name}");
        }
        for name in ["search-en.js", "search.bin", "app-0123456789ab.js", "searching.js"] {
            assert!(!is_code(name), "{name}");
        }
    }
}
