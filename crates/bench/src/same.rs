//! `cargo xtask same <revision>`: publishes the same sources with the publisher of a revision and with that of the working
//! tree, and compares every byte. A refactoring must not change any published file, and no test suite compares all of them.

mod compare;
mod corpus;
mod publishers;
mod revision;

use investchn_tooling::told;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use self::publishers::{FOLDER, Publisher, Publishers};
use investchn_tooling::step::Steps;
use investchn_tooling::{build, workspace};

/// The bases of the publications: the root of a host, and a folder.
const BASES: [(&str, &str); 2] = [("root", "https://www.example.com/"), ("folder", "https://www.example.com/portal/")];

/// The arguments of the command.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The revision to compare with: main, HEAD~3, 1a2b3c4.
    #[arg(required_unless_present = "old", conflicts_with = "old")]
    revision: Option<String>,
    /// A built publisher to compare with, instead of that of a revision.
    #[arg(long, value_name = "PROGRAM")]
    old: Option<PathBuf>,
    /// The built app that both use [default: the app that `dist` or `serve` built last].
    #[arg(long, value_name = "DIR", default_value = workspace::APP_DIR, hide_default_value = true)]
    app: PathBuf,
}

/// A publication: sources, base and options.
struct Case<'a> {
    name: String,
    content: &'a Path,
    base_url: &'static str,
    precompress: bool,
}

/// Builds both publishers, publishes every case with each, and fails if a file differs.
pub(crate) fn same(args: &Args) -> Result<()> {
    let app = &args.app;
    ensure!(
        app.join("app.html").is_file(),
        told!(
            zh "{} 中没有编译好的应用：运行一次 `cargo xtask dist`，或用 --app 指定文件夹",
            en "{} holds no built app: run `cargo xtask dist` once, or name a folder by --app",
            app.display()
        )
    );
    let publishers = publishers(args)?;
    let outputs = Path::new(FOLDER).join("out");
    workspace::remove(&outputs)?;
    let corpora = corpus::prepare(&publishers, &Path::new(FOLDER).join("content"))?;

    let mut differing = 0;
    for case in cases(&corpora) {
        let (old, new) = (outputs.join(&case.name).join("old"), outputs.join(&case.name).join("new"));
        publish(&publishers.old, &case, app, &old)?;
        publish(&publishers.new, &case, app, &new)?;
        differing += usize::from(!compare::report(&case.name, &old, &new)?);
    }
    ensure!(
        differing == 0,
        told!(
            zh "有 {differing} 次发布不同；对上面两个文件夹运行 `diff -r` 可看差异",
            en "{differing} publications differ; `diff -r` of the two folders named above shows how"
        )
    );
    println!("\n{}", told!(zh "两个发布程序写出的字节完全相同。", en "Both publishers write the same bytes."));
    Ok(())
}

fn publishers(args: &Args) -> Result<Publishers> {
    let mut steps = Steps::default();
    let mut old = args.old.clone();
    if let Some(name) = &args.revision {
        let revision = revision::find(name)?;
        old = Some(revision.publisher());
        steps.add(
            told!(zh "{name} 的发布程序", en "publisher of {name}"),
            revision.guess(),
            revision::help(),
            move || revision.build(),
        );
    }
    build::plan_publisher(&mut steps);
    steps.run()?;
    let old = old.with_context(
        || told!(zh "指定一个版本，或用 --old 指定一个发布程序", en "name a revision, or a publisher by --old"),
    )?;
    Ok(Publishers { old: Publisher::new(&old)?, new: Publisher::new(Path::new(build::PUBLISHER))? })
}

/// Returns all sources at all bases, and one publication with compressed variants.
fn cases(corpora: &[corpus::Corpus]) -> Vec<Case<'_>> {
    let case = |corpus: &corpus::Corpus, base: &str, suffix: &str| format!("{}-{base}{suffix}", corpus.name);
    let mut cases: Vec<_> = corpora
        .iter()
        .flat_map(|corpus| {
            BASES.map(|(base, base_url)| Case {
                name: case(corpus, base, ""),
                content: &corpus.folder,
                base_url,
                precompress: false,
            })
        })
        .collect();
    cases.extend(corpora.first().map(|corpus| Case {
        name: case(corpus, BASES[0].0, "-precompress"),
        content: &corpus.folder,
        base_url: BASES[0].1,
        precompress: true,
    }));
    cases
}

fn publish(publisher: &Publisher, case: &Case<'_>, app: &Path, out: &Path) -> Result<()> {
    let mut command = publisher.command();
    command.arg("build").arg("--content").arg(case.content).arg("--app").arg(app).arg("--out").arg(out);
    command.args(["--base-url", case.base_url]);
    if case.precompress {
        command.arg("--precompress");
    }
    publishers::run(command)
}
