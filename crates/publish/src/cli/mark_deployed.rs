//! `mark-deployed`: its flags and its output.

use std::path::PathBuf;

use investchn_localized::{Lang, localized};
use investchn_publish::{BuildError, mark_deployed};

/// The flags of `mark-deployed`.
#[derive(Debug, clap::Args)]
pub(crate) struct MarkDeployedArgs {
    /// Folder that was uploaded: an output of `build`.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Folder of the build state, as for `build` [default: the output's name with .build].
    #[arg(long, alias = "aside", value_name = "DIR")]
    state_dir: Option<PathBuf>,
}

/// Marks every file of a site as uploaded.
pub(crate) fn run(args: MarkDeployedArgs, lang: Lang) -> Result<(), BuildError> {
    mark_deployed(&args.out, args.state_dir)?;
    let text = localized!(zh "已记下：{} 已全部上传。", en "Noted: all of {} is at the host.", args.out.display());
    investchn_cli::print(&text, lang);
    Ok(())
}
