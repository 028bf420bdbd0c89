//! What the flows of tests/site need: a browser, its WebDriver, and fonts with Chinese characters.

use anyhow::{Result, bail};

use super::{installing, there};
use crate::process;

const BY_HAND: &str =
    "install Chromium, the chromedriver of the same version and a font with Chinese characters, and put both on PATH";

/// Installs them by apt where that is possible; elsewhere it says what to install.
pub(super) fn browser() -> Result<()> {
    let driver = process::find("chromedriver").is_some();
    let fonts = has_chinese_font();
    if driver && fonts != Some(false) {
        return report();
    }
    if !super::apt::is_there() {
        if !driver {
            bail!("chromedriver is missing: {BY_HAND}");
        }
        // A page without the glyphs still works; only its pictures are poor.
        println!("  ! no font with Chinese characters: install Noto Sans CJK to see the pages as readers do");
        return report();
    }
    installing("chromium, chromedriver, Noto CJK", "about 2 minutes");
    super::apt::install(&["chromium", "chromium-driver", "fonts-noto-cjk"])?;
    report()
}

fn report() -> Result<()> {
    match process::answer("chromedriver", ["--version"]) {
        Some(version) => {
            there(&version.split_whitespace().take(2).collect::<Vec<_>>().join(" "));
            Ok(())
        }
        None => bail!("chromedriver does not start: {BY_HAND}"),
    }
}

/// Unknown where fontconfig is not there to be asked.
fn has_chinese_font() -> Option<bool> {
    process::answer("fc-list", [":lang=zh"]).map(|list| !list.is_empty())
}
