//! A temporary folder with the valid fixture as `content/` and the smallest app as `app/`. Cases are copied over it, and the
//! real command runs in it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub(crate) struct Workplace(tempfile::TempDir);

impl Workplace {
    pub(crate) fn new() -> Self {
        let work = Workplace(tempfile::tempdir().unwrap());
        copy(&here().join("../../tests/fixtures/valid"), &work.path("content"));
        copy(&here().join("../../tests/fixtures/app"), &work.path("app"));
        work
    }

    /// Makes a workplace with a case of `bad/` or `warn/` copied over the fixture.
    pub(crate) fn with(case: &str) -> Self {
        let work = Workplace::new();
        work.lay(case);
        work
    }

    pub(crate) fn lay(&self, name: &str) {
        copy(&case(name), &self.path("content"));
    }

    pub(crate) fn root(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        publisher().current_dir(&self.0).args(arguments).output().unwrap()
    }

    pub(crate) fn build(&self, more: &[&str]) -> Output {
        self.run(&[&["build", "--content", "content", "--app", "app", "--out", "out"], more].concat())
    }

    pub(crate) fn check(&self, more: &[&str]) -> Output {
        self.run(&[&["check", "--content", "content"], more].concat())
    }
}

/// Prepares the program, which speaks English here whatever the environment says.
pub(crate) fn publisher() -> Command {
    english(env!("CARGO_BIN_EXE_investchn-publish"))
}

/// Prepares a program that may run the publisher, such as a shell.
pub(crate) fn english(program: &str) -> Command {
    let mut command = Command::new(program);
    command.env_remove("LC_ALL").env("LC_MESSAGES", "en_US.UTF-8");
    command
}

/// Lists the cases of a folder as `bad/<name>`, in a fixed order.
pub(crate) fn cases(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(case(folder)).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| [folder, "/", entry.unwrap().file_name().to_str().unwrap()].concat()).collect();
    names.sort();
    names
}

/// Returns the expected output of a case.
pub(crate) fn expected(case: &str) -> String {
    fs::read_to_string(self::case(case).join("expected.txt")).unwrap()
}

/// Writes the output of a case as its expected output, if `BLESS` is set.
pub(crate) fn bless(case: &str, printed: &str) {
    if std::env::var_os("BLESS").is_some() {
        fs::write(self::case(case).join("expected.txt"), printed).unwrap();
    }
}

pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Returns the lines of a check except the last, which has the counts.
pub(crate) fn problems(output: &Output) -> String {
    let printed = stdout(output);
    let (lines, _) = printed.trim_end().rsplit_once('\n').unwrap_or_default();
    if lines.is_empty() { String::new() } else { lines.to_owned() + "\n" }
}

fn here() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the path of a case, or of the folder of all cases of one kind.
pub(crate) fn case(name: &str) -> PathBuf {
    here().join("tests/cases").join(name)
}

/// Reads every file of a folder, by relative path.
pub(crate) fn snapshot(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    files
}

/// Copies a folder.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}
