//! Views that do not compile, and the compiler's message for each. `refused/` has a view and its message for each rule; after a
//! change of a message, `TRYBUILD=overwrite cargo test -p investchn-markup-macro` writes them again.

#[test]
fn broken_views_do_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/refused/*.rs");
}
