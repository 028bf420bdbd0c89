//! The portal that the hosts have: the small content with old addresses of every kind, and the app under test.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use investchn_publish::{BuildOptions, build};

use crate::harness;

const ALIASES: &str = "aliases = [\"news/show.asp?id=1\"";

/// Publishes it once.
pub(super) fn folder() -> PathBuf {
    static PUBLISHED: OnceLock<PathBuf> = OnceLock::new();
    PUBLISHED.get_or_init(publish).clone()
}

fn publish() -> PathBuf {
    // Kept for the next time, which then has little to do.
    let room = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hosts");
    let content = room.join("content");
    fs::remove_dir_all(&content).ok();
    harness::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/valid"), &content);
    let article = content.join("articles/huaian-htz/2022-02-14-1.md");
    let text = fs::read_to_string(&article).unwrap();
    assert!(text.contains(ALIASES), "{text}");
    let more = format!("{ALIASES}, \"old/1.htm\", \"old/page/\", \"old/2.asp\"");
    fs::write(&article, text.replace(ALIASES, &more)).unwrap();
    let (app, out) = (harness::folder(), room.join("site"));
    build(&BuildOptions {
        content,
        app,
        out: out.clone(),
        base_url: None,
        drafts: false,
        aside: None,
        previous: None,
        precompress: true,
    })
    .unwrap();
    out
}
