//! The engines beside Chromium in which tests/site reads the portal: Firefox, and WebKit in the small browser that comes with its
//! driver, which needs a screen. Firefox's driver is no package of Debian's and is built from source.

use anyhow::Result;

use super::{apt, programs, there};

/// A file that each package brings, and the package.
const NEEDED: [(&str, &str); 3] =
    [("/usr/bin/firefox", "firefox-esr"), ("/usr/bin/WebKitWebDriver", "webkit2gtk-driver"), ("/usr/bin/Xvfb", "xvfb")];

/// Installs them by apt where that is possible.
pub(super) fn engines() -> Result<()> {
    apt::need(&NEEDED, "about 2 minutes")?;
    there("Firefox, WebKit, Xvfb");
    programs::geckodriver()
}
