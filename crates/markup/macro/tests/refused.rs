//! Views that do not compile, and what the compiler says of each. `refused/` has a view and its message for each rule; after a
//! change of a message, `TRYBUILD=overwrite cargo test -p investchn-markup-macro` writes it anew.

#[test]
fn views_that_would_be_wrong_do_not_compile() {
    trybuild::TestCases::new().compile_fail("tests/refused/*.rs");
}
