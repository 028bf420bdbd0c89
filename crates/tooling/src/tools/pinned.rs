//! The programs of which this project needs a fixed version, and the folder of each.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::Duration;

use super::folder;
use crate::workspace;

/// A program with a fixed version.
pub(crate) struct Pinned {
    /// The file name of the program.
    pub(super) program: &'static str,
    /// The package that contains it.
    pub(super) package: &'static str,
    /// The version of the package.
    pub(super) version: String,
    /// Text in the output of `--version` if the version is right.
    pub(super) reported: String,
    pub(super) installer: Installer,
    /// Estimated duration of the installation on two cores.
    pub(super) guess: Duration,
}

/// The way in which a program is installed.
pub(super) enum Installer {
    /// Cargo builds it.
    Cargo {
        arguments: &'static [&'static str],
        /// True for a program that runs for minutes, which justifies an optimized build.
        optimized: bool,
    },
    /// npm downloads it ready to run.
    Npm,
}

/// Trunk, without the features that download tools and check for updates, because it runs offline with the tools below.
pub(crate) static TRUNK: LazyLock<Pinned> =
    LazyLock::new(|| Pinned::by_cargo("trunk", "trunk", "0.21.14", &["--locked", "--no-default-features"], 180));

/// wasm-bindgen, without the network code of its test runner. Its output works only with the library of the same version. Its
/// lock file is not used, because it names crates of the day of its release, and a mirror of the registry may be some days
/// behind.
pub(crate) static WASM_BINDGEN: LazyLock<Pinned> = LazyLock::new(|| {
    let version = workspace::locked_version("wasm-bindgen").unwrap_or_default();
    let arguments = &["--no-default-features", "--bin", "wasm-bindgen"];
    Pinned::by_cargo("wasm-bindgen", "wasm-bindgen-cli", &version, arguments, 70)
});

/// wasm-opt, which optimizes the app.
pub(crate) static WASM_OPT: LazyLock<Pinned> = LazyLock::new(|| Pinned {
    reported: "version 132".to_owned(),
    ..Pinned::by_npm("wasm-opt", "binaryen", "132.0.0")
});

/// esbuild, which minifies the scripts.
pub(crate) static ESBUILD: LazyLock<Pinned> = LazyLock::new(|| Pinned::by_npm("esbuild", "esbuild", "0.28.2"));

/// Firefox's WebDriver, which Debian does not package.
pub(crate) static GECKODRIVER: LazyLock<Pinned> =
    LazyLock::new(|| Pinned::by_cargo("geckodriver", "geckodriver", "0.36.0", &["--locked"], 60));

/// Garage, whose nodes run as separate programs (AGPL); the portal does not link any of it.
pub(crate) static GARAGE: LazyLock<Pinned> = LazyLock::new(|| {
    let arguments = &["--locked", "--no-default-features", "--features", "sqlite,bundled-libs"];
    let installer = Installer::Cargo { arguments, optimized: true };
    Pinned { installer, ..Pinned::by_cargo("garage", "garage", "2.5.0", arguments, 420) }
});

/// Every pinned program.
fn all() -> [&'static Pinned; 6] {
    [&TRUNK, &WASM_BINDGEN, &WASM_OPT, &ESBUILD, &GECKODRIVER, &GARAGE]
}

/// Returns the folders of the pinned programs, installed or not.
pub(crate) fn folders() -> impl Iterator<Item = PathBuf> {
    all().into_iter().map(Pinned::programs)
}

impl Pinned {
    fn by_cargo(
        program: &'static str,
        package: &'static str,
        version: &str,
        arguments: &'static [&'static str],
        seconds: u64,
    ) -> Self {
        let (version, guess) = (version.to_owned(), Duration::from_secs(seconds));
        let installer = Installer::Cargo { arguments, optimized: false };
        Pinned { program, package, reported: version.clone(), version, installer, guess }
    }

    fn by_npm(program: &'static str, package: &'static str, version: &str) -> Self {
        let (version, guess) = (version.to_owned(), Duration::from_secs(5));
        Pinned { program, package, reported: version.clone(), version, installer: Installer::Npm, guess }
    }

    /// Returns the folder of this version.
    pub(super) fn folder(&self) -> PathBuf {
        folder::root().join(format!("{}-{}", self.package, self.version))
    }

    /// Returns the subfolder that contains the program.
    fn programs(&self) -> PathBuf {
        let below = match self.installer {
            Installer::Cargo { .. } => "bin",
            Installer::Npm => "node_modules/.bin",
        };
        self.folder().join(below)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_programs_folder_names_its_version() {
        let folder = TRUNK.programs();
        assert!(folder.ends_with(format!("{}-{}/bin", TRUNK.package, TRUNK.version)), "{}", folder.display());
        assert!(ESBUILD.programs().ends_with(format!("esbuild-{}/node_modules/.bin", ESBUILD.version)));
    }
}
