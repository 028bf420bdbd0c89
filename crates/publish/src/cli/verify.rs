//! `verify`: its flags, and what it prints.

use std::path::PathBuf;
use std::process::ExitCode;

use investchn_publish::{BuildError, Deployment, Difference, verify};

/// Differences that are printed; the rest is counted.
const PRINTED: usize = 50;

/// The flags of `verify`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// The copy: a folder, or the address of the portal's base on this machine (http://127.0.0.1:8080/portal/).
    copy: String,
    /// The folder that the build wrote beside its output.
    #[arg(long, alias = "aside", value_name = "DIR", default_value = "dist.build")]
    state_dir: PathBuf,
}

/// Compares, and says what differs. A difference is an exit code of 1.
pub(crate) fn run(args: &Args) -> Result<ExitCode, BuildError> {
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
