//! `mark_deployed`: its flags.

use std::path::PathBuf;

use investchn_publish::{BuildError, mark_deployed};

/// The flags of `mark_deployed`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Folder that was uploaded: an output of `build`.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Folder for what is never uploaded, as `build` was told [default: the output's name with .build].
    #[arg(long, alias = "aside", value_name = "DIR")]
    state_dir: Option<PathBuf>,
}

/// Notes it.
pub(crate) fn run(args: Args) -> Result<(), BuildError> {
    mark_deployed(&args.out, args.state_dir)?;
    println!("Noted: all of {} is at the host.", args.out.display());
    Ok(())
}
