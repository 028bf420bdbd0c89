//! Notes of the content. Each folder of `note/` is copied over the valid fixture. `check --notes` must print the folder's
//! `expected.txt`; other checks and builds only count notes. `BLESS=1` writes the files again.

use crate::workplace::{Workplace, bless, cases, expected, problems, stderr, stdout};

#[test]
fn notes_are_listed_on_request_and_fail_no_check() {
    for case in cases("note") {
        let work = Workplace::with(&case);
        let output = work.check(&["--notes", "--strict", "--now", "2024-01-01"]);
        let printed = problems(&output);
        bless(&case, &printed);
        assert_eq!(printed, expected(&case), "{case}");
        assert!(!printed.is_empty() && output.status.success(), "{case}: {}", stdout(&output));
        let counted = format!("0 errors, 0 warnings, {} notes, ", printed.lines().count());
        assert!(stdout(&work.check(&["--now", "2024-01-01"])).starts_with(&counted), "{case}");
        let json = stdout(&work.check(&["--format", "json", "--now", "2024-01-01"]));
        assert!(json.contains(&format!("\"notes\": {}", printed.lines().count())), "{json}");
        let built = work.build(&[]);
        assert!(built.status.success() && stderr(&built).is_empty(), "{case}: {}", stderr(&built));
    }
}

#[test]
fn facts_age_with_the_day_that_is_named() {
    let work = Workplace::with("note/old-fact");
    let notes = |day: &str| problems(&work.check(&["--notes", "--now", day])).lines().count();
    assert_eq!(notes("2023-02-26"), 0, "five years later to the day");
    assert_eq!(notes("2023-02-27"), 2);
    assert_eq!(problems(&work.check(&["--notes"])).lines().count(), 2, "without a commit it is the clock's day");
}
