//! The wasm module's entry. Nothing runs when the module loads: the start script calls `start` of the library.
//! So the wasm has no `main`, which would bring the standard library's runtime of programs.

#![cfg_attr(target_arch = "wasm32", no_main)]

// The library exports `start`; naming it here keeps it in the module.
pub use investchn::start;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
