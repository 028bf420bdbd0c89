//! `deployed`: its flags.

use std::path::PathBuf;

use investchn_publish::{BuildError, deployed};

/// The flags of `deployed`.
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Folder that was uploaded: an output of `build`.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Folder for what is never uploaded, as `build` was told [default: the output's name with .build].
    #[arg(long, value_name = "DIR")]
    aside: Option<PathBuf>,
}

/// Notes it.
pub(crate) fn run(args: Args) -> Result<(), BuildError> {
    deployed(&args.out, args.aside)?;
    println!("Noted: all of {} is at the host.", args.out.display());
    Ok(())
}
