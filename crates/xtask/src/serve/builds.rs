//! Telling when Trunk has finished a build. It looks at the result only, so that it does not depend on Trunk's words.

use std::path::Path;
use std::time::{Duration, SystemTime};

use crate::workspace::APP_DIR;

/// Often enough to feel immediate, seldom enough to cost nothing.
const INTERVAL: Duration = Duration::from_millis(300);

/// The dates of the two files that the publisher writes into every build.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Build([SystemTime; 2]);

/// The build that is there, if it is whole: Trunk moves its files one by one out of `.stage`, then removes that folder.
pub(super) fn newest() -> Option<Build> {
    newest_in(Path::new(APP_DIR))
}

fn newest_in(folder: &Path) -> Option<Build> {
    let dates = ["app.json", "index.html"].map(|file| folder.join(file).metadata().and_then(|meta| meta.modified()));
    let [Ok(app), Ok(index)] = dates else { return None };
    (!folder.join(".stage").exists()).then_some(Build([app, index]))
}

/// Calls `show` at each build that differs from the one before; it never ends.
pub(super) async fn follow(mut seen: Option<Build>, mut show: impl FnMut()) {
    let mut ticks = tokio::time::interval(INTERVAL);
    loop {
        ticks.tick().await;
        let now = newest();
        if now.is_some() && now != seen {
            seen = now;
            show();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_build_counts_once_it_is_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        assert_eq!(newest_in(path), None);
        fs::create_dir(path.join(".stage")).unwrap();
        fs::write(path.join("app.json"), "").unwrap();
        fs::write(path.join("index.html"), "").unwrap();
        assert_eq!(newest_in(path), None);
        fs::remove_dir(path.join(".stage")).unwrap();
        assert!(newest_in(path).is_some());
    }
}
