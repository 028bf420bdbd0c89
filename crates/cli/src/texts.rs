//! The help of every program in both languages. The English is that of the program's doc comments, without the full stop at the end of a
//! paragraph, and the Chinese has none there either.

mod bench;
mod common;
mod import;
mod publish;
mod xtask;
mod zone;

use investchn_localized::Text;

pub(crate) use common::common;

/// The help of `investchn-publish`.
pub fn publish() -> Vec<Text> {
    [publish::texts(), import::texts(), zone::texts()].concat()
}

/// The help of `cargo xtask` and `cargo xtask serve`.
pub fn xtask() -> Vec<Text> {
    xtask::texts()
}

/// The help of the benchmarks, of `size` and of `same`.
pub fn bench() -> Vec<Text> {
    [bench::texts(), xtask::texts()].concat()
}
