//! Imports with what is known of a site: a profile, a dry run, a source that is given later, and the page for review. The pages
//! are synthetic (示例).

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::Stdio;

use crate::import::{ZONE, files, import, publisher, source, workplace};
use crate::workplace::Workplace;

/// Writes the pages of a synthetic site, in two folders, and returns the workplace.
fn site() -> Workplace {
    let work = Workplace::new();
    for number in 1..=6 {
        let (folder, day) = (if number % 2 == 0 { "zhaoshang" } else { "News" }, number + 10);
        let page = format!(
            "<html><head><meta charset=utf-8><title>示例网</title></head><body><div class=t>第{number}条示例新闻</div>\
             <div class=i><span>2012-03-{day}</span></div><div class=b><p>第{number}条示例新闻的正文，说明示例园区当天的工作情况。</p>\
             <p>示例园区第{number}位负责人介绍，下一步将继续推进示例项目。</p><div class=s>分享到：微博</div></div></body></html>"
        );
        let file = work.path("site").join(folder).join(format!("{number}.html"));
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, page).unwrap();
    }
    fs::write(work.path("site/News/list.html"), "<html><body><h1>示例新闻列表</h1><p>第1条 第2条</p></body></html>")
        .unwrap();
    work
}

const PROFILE: &str = "source = \"示例日报\"\n\n[select]\ntitle = \".t\"\nbody = \".b\"\ndrop = [\".s\"]\n\n\
                       [[address]]\npath = \"/news/list*\"\nskip = true\n\n\
                       [[address]]\npath = \"/zhaoshang/**\"\nzone = \"huaian-htz\"\nsource = \"示例招商网\"\n";

#[test]
fn a_profile_tells_zone_source_and_parts_by_address_and_selector() {
    let work = site();
    fs::write(work.path("import.toml"), PROFILE).unwrap();
    let (code, printed) = import(work.root(), &["--profile", "import.toml", "site"]);
    assert_eq!(code, 1, "{printed}");
    // Pages outside of the rule's folder have no zone, and the list is no article.
    assert!(printed.contains("site/News/list.html: no article, as the profile says\n"), "{printed}");
    assert!(printed.contains("Imported 3 pages, 0 of them as drafts; 0 already there, 3 not imported"), "{printed}");
    let text = source(work.root(), "2012-03-12-1.md");
    assert!(text.contains("title = \"第2条示例新闻\"\npublished = 2012-03-12\nsource = \"示例招商网\"\n"), "{text}");
    assert!(!text.contains("分享到"), "{text}");
    // The zone of the command line is for all other pages.
    let (code, printed) = import(work.root(), &["--profile", "import.toml", "--zone", "huaian-htz", "site"]);
    assert!(
        code == 0 && printed.contains("Imported 3 pages, 0 of them as drafts; 3 already there, 0 not"),
        "{printed}"
    );
    assert!(source(work.root(), "2012-03-11-1.md").contains("source = \"示例日报\"\n"));
}

#[test]
fn faults_of_a_profile_have_line_and_advice() {
    let work = site();
    let profile = PROFILE.replace("\".b\"", "\".b[\"").replace("huaian-htz", "huaian-htx");
    fs::write(work.path("import.toml"), &profile).unwrap();
    let (code, printed) = import(work.root(), &["--profile", "import.toml", "site"]);
    assert!(
        code == 1 && printed.contains("`.b[` is no CSS selector") && printed.contains("import.toml:5:8"),
        "{printed}"
    );
    fs::write(work.path("import.toml"), profile.replace(".b[", ".b")).unwrap();
    let (code, printed) = import(work.root(), &["--profile", "import.toml", "site"]);
    assert!(code == 1 && printed.contains("huaian-htx") && printed.contains("import.toml:14:8"), "{printed}");
    assert!(files(&work.path(ZONE)).iter().all(|file| !file.to_string_lossy().contains("2012-03")));
}

#[test]
fn a_dry_run_shows_what_is_taken_from_where_and_writes_no_source() {
    let work = site();
    fs::write(work.path("import.toml"), PROFILE).unwrap();
    let before = files(&work.path(ZONE));
    let arguments = ["--profile", "import.toml", "--zone", "huaian-htz", "--dry-run", "site"];
    let (code, printed) = import(work.root(), &arguments);
    assert_eq!(code, 0, "{printed}");
    assert_eq!(files(&work.path(ZONE)), before);
    for line in [
        "  title   第2条示例新闻 (selector)\n",
        "  date    2012-03-12 (text around the body)\n",
        "  source  示例招商网 (rule /zhaoshang/**)\n",
        "  source  示例日报 (given)\n",
        "  zone    huaian-htz (rule /zhaoshang/**)\n",
        "  ends    示例园区第2位负责人介绍，下一步将继续推进示例项目。\n",
        "\nWhere the parts of 6 pages were found:\n",
        "\nsource           0         0         0         0         3         3         0\n",
        "Would import 6 pages, 0 of them as drafts",
    ] {
        assert!(printed.contains(line), "{line} in\n{printed}");
    }
}

#[test]
fn a_learned_profile_leads_to_the_same_parts() {
    let work = site();
    let output = publisher(work.root(), &["import", "--learn", "site/zhaoshang"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let profile = fs::read_to_string(work.path("import.toml")).unwrap();
    for line in ["title = \"div.t\" # 3 of 3 pages\n", "body = \"div.b\" # 3 of 3 pages\n", "drop = [\"div.s\"]\n"] {
        assert!(profile.contains(line), "{line} in\n{profile}");
    }
    // A profile that a person may have completed is not overwritten.
    let again = publisher(work.root(), &["import", "--learn", "site/zhaoshang"]);
    assert!(!again.status.success());
    let (code, printed) =
        import(work.root(), &["--profile", "import.toml", "--zone", "huaian-htz", "--dry-run", "site"]);
    assert!(printed.contains("  title   第2条示例新闻 (selector)\n"), "{code} {printed}");
}

#[test]
fn a_source_that_is_given_later_completes_what_nobody_edited() {
    let work = site();
    let bare = PROFILE.replace("source = \"示例日报\"\n", "").replace("source = \"示例招商网\"\n", "");
    fs::write(work.path("import.toml"), bare).unwrap();
    let (_, printed) = import(work.root(), &["--profile", "import.toml", "site/zhaoshang", "--zone", "huaian-htz"]);
    assert!(printed.contains("3 sources name no outlet"), "{printed}");
    let edited = work.path(ZONE).join("2012-03-14-1.md");
    let text = fs::read_to_string(&edited).unwrap().replace("下一步将", "今后将");
    fs::write(&edited, &text).unwrap();
    let again = ["--profile", "import.toml", "site/zhaoshang", "--zone", "huaian-htz", "--source", "示例晚报"];
    let (_, printed) = import(work.root(), &again);
    assert!(printed.contains("2 sources imported before have their outlet now"), "{printed}");
    assert!(source(work.root(), "2012-03-12-1.md").contains("source = \"示例晚报\"\n"));
    assert!(!source(work.root(), "2012-03-12-1.md").contains("来源未能确定"));
    assert!(!fs::read_to_string(&edited).unwrap().contains("示例晚报"));
}

#[test]
fn the_review_shows_doubts_first_beside_the_old_page() {
    let work = workplace();
    import(work.root(), &["--lang", "zh", "--zone", "huaian-htz", "old"]);
    let review = fs::read_to_string(work.path("import-report.html")).unwrap();
    let (doubts, others) = (review.find("有疑点的页面").unwrap(), review.find("抽查</h2>").unwrap());
    assert!(doubts < others);
    assert!(review[doubts..others].contains("<mark>没有找到发布时间"), "{}", &review[doubts..others]);
    // The old page marks the lines that the source lacks.
    assert!(review.contains("<p class=\"left\">"), "{review}");
    import(work.root(), &["--dry-run", "--zone", "huaian-htz", "old"]);
    let english = fs::read_to_string(work.path("import-report.html")).unwrap();
    for part in ["<html lang=\"en\">", "<h1>Review of the import</h1>", "<h4>Old page</h4>"] {
        assert!(english.contains(part), "{part}: {english}");
    }
}

#[test]
fn an_import_that_was_stopped_goes_on_and_leaves_no_half_article() {
    let work = site();
    for number in 0..300 {
        let page = fs::read_to_string(work.path("site/zhaoshang/2.html")).unwrap();
        fs::write(
            work.path(&format!("site/zhaoshang/n{number}.html")),
            page.replace("第2条", &format!("第n{number}条")),
        )
        .unwrap();
    }
    fs::write(work.path("import.toml"), PROFILE).unwrap();
    let arguments = ["import", "--content", "content", "--profile", "import.toml", "--zone", "huaian-htz", "site"];
    let mut command = crate::workplace::publisher();
    let mut child = command.current_dir(work.root()).args(arguments).stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let first = lines.next().unwrap().unwrap();
    assert!(first.contains(ZONE), "{first}");
    child.kill().unwrap();
    child.wait().unwrap();
    let (stopped_after, there) = (files(&work.path(ZONE)), |text: &str| text.trim_end().ends_with("示例项目。"));
    let whole =
        |file: &PathBuf| file.extension().is_none_or(|it| it != "md") || there(&fs::read_to_string(file).unwrap());
    assert!(stopped_after.iter().filter(|file| file.to_string_lossy().contains("/2012-03")).all(whole));
    let (code, printed) = import(work.root(), &["--profile", "import.toml", "--zone", "huaian-htz", "site"]);
    assert_eq!(code, 0, "{printed}");
    let (_, again) = import(work.root(), &["--profile", "import.toml", "--zone", "huaian-htz", "site"]);
    assert!(again.contains("Imported 0 pages, 0 of them as drafts; 306 already there"), "{again}");
}
