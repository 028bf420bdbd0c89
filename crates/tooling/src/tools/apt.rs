//! Packages of Debian: browsers with their drivers, fonts, hosts. Installs them on Debian if the user is root; otherwise the
//! error lists them.

use std::path::Path;
use std::time::Duration;

use anyhow::{Result, bail};

use crate::step::Steps;
use crate::{output, process, told};

/// A package, and the sign that it, or the same software from another source, is installed.
#[derive(Clone, Copy)]
pub(super) struct Package {
    name: &'static str,
    sign: Sign,
}

#[derive(Clone, Copy)]
enum Sign {
    /// The program is on the search path.
    Program(&'static str),
    /// The file exists.
    File(&'static str),
    /// A font with Chinese characters is installed.
    ChineseFont,
}

const fn program(program: &'static str, name: &'static str) -> Package {
    Package { name, sign: Sign::Program(program) }
}

/// The browsers for the flows of tests/site: three engines with their drivers, except Firefox's, and a virtual display for
/// WebKit's small browser, which comes with its driver.
pub(super) const BROWSERS: &[Package] = &[
    program("chromium", "chromium"),
    program("chromedriver", "chromium-driver"),
    Package { name: "fonts-noto-cjk", sign: Sign::ChineseFont },
    program("firefox", "firefox-esr"),
    program("WebKitWebDriver", "webkit2gtk-driver"),
    program("Xvfb", "xvfb"),
];

/// The hosts that the flows test. The tests start them, so none has to run as a service.
pub(super) const HOSTS: &[Package] = &[
    program("nginx", "nginx-light"),
    Package {
        name: "libnginx-mod-http-brotli-static",
        sign: Sign::File("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so"),
    },
    program("caddy", "caddy"),
    program("python3", "python3"),
    // A recipe of host/ci deploys by it.
    program("rsync", "rsync"),
];

/// The client that fills a store of several nodes.
pub(super) const STORE: &[Package] = &[program("rclone", "rclone")];

/// Plans the installation of missing packages. Fails with their names if they cannot be installed.
pub(super) fn plan(packages: &[Package], steps: &mut Steps<'_>) -> Result<()> {
    let missing: Vec<&str> =
        packages.iter().filter(|package| !package.is_installed()).map(|package| package.name).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names = missing.join(", ");
    if !can_install() {
        bail!(told!(
            zh "缺少（Debian 的软件包名）：{names}。安装，并把其中的程序放进 PATH",
            en "missing, as Debian names it: {names}. Install it and put its programs on PATH"
        ));
    }
    let guess = Duration::from_secs(20 + 20 * missing.len() as u64);
    let help = told!(zh "日志中有 `apt-get` 的说明。", en "`apt-get` says in the log what it lacks.");
    steps.add(names, guess, help, move || {
        apt(&["update"])?;
        // Recommended packages bring fonts, by which the heights differ that tests compare.
        apt(&[&["install", "-y", "--no-install-recommends"], missing.as_slice()].concat())
    });
    Ok(())
}

impl Package {
    fn is_installed(&self) -> bool {
        match self.sign {
            Sign::Program(program) => process::find(program).is_some(),
            Sign::File(file) => Path::new(file).exists(),
            // Without fontconfig the fonts are unknown and are left to the user.
            Sign::ChineseFont => process::output_of("fc-list", [":lang=zh"]).is_none_or(|fonts| !fonts.is_empty()),
        }
    }
}

/// Returns true if this is Debian and the user may install packages.
fn can_install() -> bool {
    let is_root = process::output_of("id", ["-u"]).as_deref() == Some("0");
    is_root && Path::new("/etc/debian_version").exists() && process::find("apt-get").is_some()
}

fn apt(arguments: &[&str]) -> Result<()> {
    let mut command = process::command("apt-get", arguments)?;
    output::to_log(command.env("DEBIAN_FRONTEND", "noninteractive"), "apt-get")
}
