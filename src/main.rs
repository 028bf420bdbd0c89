//! The wasm module's entry. Nothing runs when the module loads: the start script calls `start` of the library.

// The library exports `start`; naming it here keeps it in the module.
pub use investchn::start;

fn main() {}
