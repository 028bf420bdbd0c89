//! Adds up the result lines of the test programs.

use std::fmt;

use investchn_tooling::told;

/// Numbers of tests that passed, failed and were skipped.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Count {
    passed: u64,
    failed: u64,
    skipped: u64,
}

impl Count {
    /// Adds the numbers in a line `test result: ok. 3 passed; 0 failed; 1 ignored; …`. Ignores other lines.
    pub(super) fn add(&mut self, line: &str) {
        let Some(result) = line.trim().strip_prefix("test result: ") else {
            return;
        };
        let words: Vec<_> = result.split([' ', ';', '.']).filter(|word| !word.is_empty()).collect();
        for pair in words.windows(2) {
            let Ok(number) = pair[0].parse::<u64>() else { continue };
            match pair[1] {
                "passed" => self.passed += number,
                "failed" => self.failed += number,
                "ignored" => self.skipped += number,
                _ => {}
            }
        }
    }

    /// Returns the number of tests that ran.
    pub(super) fn ran(&self) -> u64 {
        self.passed + self.failed
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Count { passed, failed, skipped } = self;
        f.write_str(&told!(zh "通过 {passed}，失败 {failed}", en "{passed} passed, {failed} failed"))?;
        if *skipped > 0 {
            f.write_str(&told!(zh "，跳过 {skipped}", en ", {skipped} skipped"))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_of_all_suites_are_added() {
        let mut count = Count::default();
        count.add("running 3 tests");
        count.add("test a::b ... ok");
        count.add("test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s");
        assert_eq!(count.to_string(), "3 passed, 0 failed");
        count.add("test result: FAILED. 1 passed; 2 failed; 4 ignored; 0 measured; 9 filtered out; finished in 1.00s");
        assert_eq!(count.to_string(), "4 passed, 2 failed, 4 skipped");
        assert_eq!(count.ran(), 6);
    }
}
