//! Entry point of `investchn-publish`.

mod cli;

use std::process::ExitCode;

use investchn_cli::{parse, texts};
use investchn_localized::Lang;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let (arguments, lang) = parse(texts::publish(), Lang::Zh);
    cli::run(arguments, lang)
}
