//! `verify`: its flags and its output.

use std::path::PathBuf;
use std::process::ExitCode;

use investchn_cli::print;
use investchn_localized::{Lang, localized};
use investchn_publish::{BuildError, Deployment, Difference, verify};

/// Maximum number of differences that are printed; the rest is counted.
const PRINTED: usize = 50;

/// The flags of `verify`.
#[derive(Debug, clap::Args)]
pub(crate) struct VerifyArgs {
    /// The copy: a folder, or the address of the portal's base on this machine (http://127.0.0.1:8080/portal/).
    copy: String,
    /// Folder of the build state, which the build wrote beside its output.
    #[arg(long, alias = "aside", value_name = "DIR", default_value = "dist.build")]
    state_dir: PathBuf,
}

/// Compares a copy and prints the differences. The exit code is 1 if there are any.
pub(crate) fn run(args: &VerifyArgs, lang: Lang) -> Result<ExitCode, BuildError> {
    let comparison = verify(&args.state_dir, &Deployment::parse(&args.copy))?;
    for (name, difference) in comparison.differences.iter().take(PRINTED) {
        let text = match difference {
            Difference::Missing => localized!(zh "缺少  {name}", en "missing  {name}"),
            Difference::Changed => localized!(zh "不同  {name}", en "changed  {name}"),
            Difference::Unexpected => localized!(zh "多余  {name}", en "foreign  {name}"),
        };
        print(&text, lang);
    }
    let more = comparison.differences.len().saturating_sub(PRINTED);
    if more > 0 {
        print(&localized!(zh "还有 {more} 个", en "and {more} more"), lang);
    }
    let (files, differ) = (comparison.files, comparison.differences.len());
    let sum =
        localized!(zh "清单有 {files} 个文件，{differ} 个不一致", en "{files} files in the manifest, {differ} differ");
    print(&sum, lang);
    Ok(if comparison.differences.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
