//! Debian's packages: browsers with their drivers, fonts, hosts. Installs them as root on Debian, and names them elsewhere.

use std::path::Path;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::step::Steps;
use crate::{output, process};

/// A package, and what tells that it, or the same from elsewhere, is there.
#[derive(Clone, Copy)]
pub(super) struct Package {
    name: &'static str,
    sign: Sign,
}

#[derive(Clone, Copy)]
enum Sign {
    /// A program on the search path.
    Program(&'static str),
    /// A file.
    File(&'static str),
    /// Any font with Chinese characters.
    ChineseFont,
}

const fn program(program: &'static str, name: &'static str) -> Package {
    Package { name, sign: Sign::Program(program) }
}

/// The flows of tests/site look at pages with these: three engines and their drivers but Firefox's, and a screen for WebKit's small
/// browser, which comes with its driver.
pub(super) const BROWSERS: &[Package] = &[
    program("chromium", "chromium"),
    program("chromedriver", "chromium-driver"),
    Package { name: "fonts-noto-cjk", sign: Sign::ChineseFont },
    program("firefox", "firefox-esr"),
    program("WebKitWebDriver", "webkit2gtk-driver"),
    program("Xvfb", "xvfb"),
];

/// The hosts that the flows walk. The tests start them; none need run by itself.
pub(super) const HOSTS: &[Package] = &[
    program("nginx", "nginx-light"),
    Package {
        name: "libnginx-mod-http-brotli-static",
        sign: Sign::File("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"),
    },
    program("caddy", "caddy"),
    program("python3", "python3"),
];

/// Fills a store of several nodes.
pub(super) const STORE: &[Package] = &[program("rclone", "rclone")];

/// Plans the installation of what is missing; fails with its names where packages cannot be installed.
pub(super) fn plan(packages: &[Package], steps: &mut Steps<'_>) -> Result<()> {
    let missing: Vec<&str> =
        packages.iter().filter(|package| !package.is_there()).map(|package| package.name).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(", ");
    if !can_install() {
        bail!("missing, as Debian names it: {names}. Install it and put its programs on PATH");
    }
    let guess = Duration::from_secs(20 + 20 * missing.len() as u64);
    steps.add(names, guess, "`apt-get` says in the log what it lacks.", move || {
        apt(&["update"])?;
        apt(&[&["install", "-y"], missing.as_slice()].concat())
    });
    Ok(())
}

impl Package {
    fn is_there(&self) -> bool {
        match self.sign {
            Sign::Program(program) => process::find(program).is_some(),
            Sign::File(file) => Path::new(file).exists(),
            // Where fontconfig is not there to be asked, the fonts are left to the person.
            Sign::ChineseFont => process::output_of("fc-list", [":lang=zh"]).is_none_or(|fonts| !fonts.is_empty()),
        }
    }
}

/// Says whether this is a Debian whose packages this user may install.
fn can_install() -> bool {
    let is_root = process::output_of("id", ["-u"]).as_deref() == Some("0");
    is_root && Path::new("/etc/debian_version").exists() && process::find("apt-get").is_some()
}

fn apt(arguments: &[&str]) -> Result<()> {
    let mut command = process::command("apt-get", arguments)?;
    output::to_log(command.env("DEBIAN_FRONTEND", "noninteractive"), "apt-get")
}
