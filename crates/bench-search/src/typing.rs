//! Measures in a browser how long a reader waits for results (`bench/search/typing.js`).

use investchn_tooling::localized;
use investchn_tooling::told;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use investchn_tooling::{process, tools, workspace};

use crate::pagefind::PACKAGES;
use crate::report::{Figures, Row};

/// The packages of the benchmark of the web, which has the browser with a slow processor.
const BROWSER: &str = "bench/web/measure";
/// Number of queries. All of their files must be in the page's memory.
const QUERIES: usize = 60;

/// Types queries on a site's page of results, and returns the row.
pub(crate) fn measure(site: &Path, queries: &[&str], scratch: &Path) -> Result<Row> {
    tools::npm::packages(Path::new(BROWSER))?;
    let quoted: Vec<String> = queries.iter().take(QUERIES).map(|query| format!("\"{query}\"")).collect();
    let (asked, figures) = (scratch.join("typing-queries.json"), scratch.join("typing-figures.json"));
    fs::write(&asked, serde_json::to_string(&quoted)?)
        .with_context(|| told!(zh "无法写入 {}", en "{} cannot be written", asked.display()))?;
    let mut command = process::command("node", [Path::new(PACKAGES).join("typing.js")])?;
    for path in [site, Path::new(workspace::APP_DIR), &asked, &figures] {
        command.arg(workspace::absolute(path)?);
    }
    process::run(&mut command)?;
    let milliseconds = Figures::new(serde_json::from_str::<Vec<f64>>(&workspace::read(&figures)?)?);
    let row = Row::new(
        localized!(zh "最后一次按键到出结果，已预热，处理器四分之一速度", en "last key to results, warm, a processor a quarter as fast"),
        milliseconds.worded(1.0, "ms"),
    );
    Ok(row
        .goal(localized!(zh "中位数至多 50 ms", en "at most 50 ms in the median"), milliseconds.percentile(50) <= 50.0))
}
