//! The recipes for CI, `host/ci/`: their commands are taken out of the files and run, in their order, in a folder with the fixture. What
//! only a platform does (`uses`, images, caches, expressions) is left out, and each file's head says so.

use std::fs;
use std::path::{Path, PathBuf};

use yaml_rust2::{Yaml, YamlLoader};

use crate::workplace::{Workplace, snapshot};

fn text(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../host/ci").join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn recipe(file: &str) -> Yaml {
    YamlLoader::load_from_str(&text(file)).unwrap_or_else(|error| panic!("{file}: {error}")).remove(0)
}

/// The commands of the steps of a job, for GitHub and Gitea.
fn steps(job: &Yaml) -> Vec<String> {
    let steps = job["steps"].as_vec().unwrap();
    steps.iter().filter_map(|step| step["run"].as_str().map(ToOwned::to_owned)).collect()
}

/// The commands of a job of GitLab.
fn script(job: &Yaml) -> Vec<String> {
    job["script"].as_vec().unwrap().iter().map(|line| line.as_str().unwrap().to_owned()).collect()
}

/// Runs commands as a runner does: each in a shell of its own, in the repository's folder. Returns the first command that fails.
fn run(work: &Workplace, commands: &[String]) -> Result<(), String> {
    let publisher = Path::new(env!("CARGO_BIN_EXE_investchn-publish")).parent().unwrap();
    let path = std::env::join_paths(
        std::iter::once(publisher.to_owned()).chain(std::env::split_paths(&std::env::var_os("PATH").unwrap())),
    );
    for command in commands {
        assert!(!command.contains("${{"), "a platform fills this in: {command}");
        let output = crate::workplace::english("sh")
            .args(["-e", "-c", command])
            .current_dir(work.root())
            .env("PATH", path.as_ref().unwrap())
            .env("HOME", work.path("home"))
            .env("INVESTCHN_APP", work.path("app"))
            .env("DEPLOY_TO", target(work).join(""))
            .env("DEPLOY_KEY", "示例")
            .env("DEPLOY_HOSTS", "示例")
            .output()
            .unwrap();
        if !output.status.success() {
            let said = [output.stdout, output.stderr].concat();
            return Err(format!("{command}\n{}", String::from_utf8_lossy(&said)));
        }
    }
    Ok(())
}

fn target(work: &Workplace) -> PathBuf {
    work.path("server")
}

/// Runs a recipe twice, before and after an article is removed and another is changed, and once with a wrong article.
fn publishes(commands: &[String], out: &str, after: impl Fn(&Workplace)) {
    let work = Workplace::new();
    for folder in ["home", "server"] {
        fs::create_dir(work.path(folder)).unwrap();
    }
    run(&work, commands).unwrap();
    let article = "article/huaian-htz-20180501-1/index.html";
    assert!(work.path(out).join(article).exists());
    after(&work);

    fs::remove_file(work.path("content/articles/huaian-htz/2018-05-01-1.md")).unwrap();
    let other = work.path("content/articles/huaian-htz/2019-05-01-1.md");
    let text = fs::read_to_string(&other).unwrap();
    fs::write(&other, text.replace("示例正文五。", "示例正文改。")).unwrap();
    run(&work, commands).unwrap();
    assert!(!work.path(out).join(article).exists());
    let page = fs::read_to_string(work.path(out).join("article/huaian-htz-20190501-1/index.html")).unwrap();
    assert!(page.contains("示例正文改。"));
    after(&work);

    // A wrong article stops the recipe at its first command, and nothing is built.
    let before = snapshot(&work.path(out));
    fs::write(&other, text.replace("huaian-htz\"", "nowhere-htz\"")).unwrap();
    let failed = run(&work, commands).unwrap_err();
    assert!(failed.starts_with("investchn-publish check") && failed.contains("2019-05-01-1.md:"), "{failed}");
    assert_eq!(snapshot(&work.path(out)), before);
}

#[test]
fn github_publishes_on_push() {
    let recipe = recipe("github.yml");
    let commands = steps(&recipe["jobs"]["build"]);
    assert_eq!(commands.len(), 3);
    publishes(&commands, "dist", |work| assert!(!work.path("dist/index.html.br").exists()));
}

#[test]
fn gitlab_publishes_on_push() {
    let recipe = recipe("gitlab.yml");
    let commands = [script(&recipe["check"]), script(&recipe["pages"])].concat();
    assert_eq!(commands.len(), 3);
    publishes(&commands, "public", |work| assert!(work.path("public/index.html.br").exists()));
}

/// After each run the server has the site, byte by byte, and nothing else but files of earlier search indexes.
#[test]
fn gitea_publishes_on_push_to_a_server() {
    let recipe = recipe("gitea.yml");
    let commands = steps(&recipe["jobs"]["publish"]);
    assert_eq!(commands.len(), 6);
    publishes(&commands, "dist", |work| {
        let (dist, mut server) = (snapshot(&work.path("dist")), snapshot(&target(work)));
        server.retain(|name, _| dist.contains_key(name) || !name.starts_with("data/search/"));
        assert_eq!(dist, server);
        assert!(work.path("dist/index.html.br").exists());
        let key = fs::read_to_string(work.path("home/.ssh/id_ed25519")).unwrap();
        assert_eq!(key, "示例\n");
    });
}

#[test]
fn gitea_notices_a_file_that_did_not_arrive() {
    let recipe = recipe("gitea.yml");
    let commands = steps(&recipe["jobs"]["publish"]);
    let work = Workplace::new();
    for folder in ["home", "server"] {
        fs::create_dir(work.path(folder)).unwrap();
    }
    run(&work, &commands).unwrap();
    fs::write(target(&work).join("robots.txt"), "示例").unwrap();
    let compare = commands.last().unwrap().clone();
    assert!(run(&work, &[compare]).unwrap_err().contains("robots.txt"));
}

/// Each recipe says what was run, and the image has what the recipes use.
#[test]
fn recipes_say_what_was_run() {
    for file in ["github.yml", "gitlab.yml", "gitea.yml", "Dockerfile"] {
        let text = text(file);
        let head: String = text.lines().take_while(|line| line.starts_with('#')).collect();
        assert!(head.contains("# Run: ") && head.contains("Not run: "), "{file}");
    }
    let image = text("Dockerfile");
    for part in ["ENV INVESTCHN_APP=/opt/investchn/app", " rsync", " openssh-client", " rclone", "/usr/local/bin/"] {
        assert!(image.contains(part), "{part}");
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for path in ["host", "tests/fixtures/valid"] {
        assert!(image.contains(path) && root.join(path).exists(), "{path}");
    }
}
