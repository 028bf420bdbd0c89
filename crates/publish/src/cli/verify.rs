//! `verify`: its flags and its output.

use std::path::PathBuf;
use std::process::ExitCode;

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
pub(crate) fn run(args: &VerifyArgs) -> Result<ExitCode, BuildError> {
    let comparison = verify(&args.state_dir, &Deployment::parse(&args.copy))?;
    for (name, difference) in comparison.differences.iter().take(PRINTED) {
        let word = match difference {
            Difference::Missing => "missing",
            Difference::Changed => "changed",
            Difference::Unexpected => "foreign",
        };
        println!("{word}  {name}");
    }
    let more = comparison.differences.len().saturating_sub(PRINTED);
    if more > 0 {
        println!("and {more} more");
    }
    println!("{} files in the manifest, {} differ", comparison.files, comparison.differences.len());
    Ok(if comparison.differences.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
