//! `cargo xtask dist`: builds the portal for a host. Only the publisher writes to dist/.

use std::path::Path;
use std::time::Duration;

use anyhow::Result;

use crate::publisher::Publish;
use investchn_tooling::bench::folder::{self, Size};
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
    let Size { files, bytes } = folder::size(Path::new(OUT))?;
    steps.print_times();
    let text = told!(
        zh "门户在 {OUT}/ 中：{files} 个文件，{bytes} 字节。把这个文件夹原样上传到任意静态服务器即可。",
        en "The portal is in {OUT}/: {files} files, {bytes} bytes. Upload the folder as it is to any static host."
    );
    println!("\n{text}");
    Ok(())
}
