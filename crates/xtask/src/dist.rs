//! `cargo xtask dist`: builds the portal for a host. Only the publisher writes to dist/.

use std::fs;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::publisher::Publish;
use investchn_tooling::step::Steps;
use investchn_tooling::tools::{self, Need};
use investchn_tooling::{build, told, workspace};

const OUT: &str = "dist";

/// Builds the app and publishes the content with it.
pub(crate) fn dist(base_url: Option<&str>, precompress: bool) -> Result<()> {
    let mut steps = Steps::default();
    tools::plan(Need::Release, &mut steps)?;
    build::plan_app(&mut steps);
    let first = build::guess("target/release/investchn-publish", Duration::from_secs(300));
    let help = told!(
        zh "改正上面指出的稿件，再运行 `cargo xtask dist`。",
        en "Mend the sources named above, then run `cargo xtask dist` again."
    );
    steps.add(told!(zh "发布", en "publish"), first, help, || {
        let (app, out) = (Path::new(workspace::APP_DIR), Path::new(OUT));
        // Pages that are open continue to use the app files that they were loaded with.
        let previous = out.join("app.json").is_file().then_some(out);
        Publish { app, out, base_url, state_dir: None, drafts: false, previous, precompress, release: true }.run()
    });
    steps.run()?;
    let (files, bytes) = size(Path::new(OUT))?;
    steps.print_times();
    let text = told!(
        zh "门户在 {OUT}/ 中：{files} 个文件，{bytes} 字节。把这个文件夹原样上传到任意静态主机即可。",
        en "The portal is in {OUT}/: {files} files, {bytes} bytes. Upload the folder as it is to any static host."
    );
    println!("\n{text}");
    Ok(())
}

/// Returns the number of files in a folder, and the sum of their bytes.
fn size(folder: &Path) -> Result<(u64, u64)> {
    let mut total = (0, 0);
    let entries =
        fs::read_dir(folder).with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", folder.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", folder.display()))?;
        let meta = entry
            .metadata()
            .with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", entry.path().display()))?;
        let (files, bytes) = if meta.is_dir() { size(&entry.path())? } else { (1, meta.len()) };
        total = (total.0 + files, total.1 + bytes);
    }
    Ok(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_include_subfolders() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("a/b")).unwrap();
        fs::write(folder.path().join("one"), "12").unwrap();
        fs::write(folder.path().join("a/b/two"), "345").unwrap();
        assert_eq!(size(folder.path()).unwrap(), (2, 5));
    }
}
