//! Pages of the old site as sources: the real command imports the pages in `import/`, and a build publishes the results. The
//! pages are synthetic (示例) and have the form of those of the old site.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::workplace::{Workplace, case, copy};

/// The folder of the articles of the fixture's zone.
pub(crate) const ZONE: &str = "content/articles/huaian-htz";

/// A workplace with the old pages in `old/`.
pub(crate) fn workplace() -> Workplace {
    let work = Workplace::new();
    copy(&case("import"), &work.path("old"));
    work
}

pub(crate) fn publisher(work: &Path, arguments: &[&str]) -> Output {
    crate::workplace::publisher().current_dir(work).args(arguments).output().unwrap()
}

/// Imports pages. Returns the exit code and the output.
pub(crate) fn import(work: &Path, pages: &[&str]) -> (i32, String) {
    let output = publisher(work, &[&["import", "--content", "content"], pages].concat());
    let printed = String::from_utf8([output.stdout, output.stderr].concat()).unwrap().replace('\\', "/");
    let review = "import-report.html: old pages beside their sources, those in doubt first\n";
    (output.status.code().unwrap(), printed.replace(review, ""))
}

pub(crate) fn source(work: &Path, name: &str) -> String {
    fs::read_to_string(work.join(ZONE).join(name)).unwrap()
}

/// Publishes with drafts and returns the data of an article.
fn published(work: &Path, id: &str) -> serde_json::Value {
    let build = ["build", "--content", "content", "--app", "app", "--out", "out", "--drafts"];
    let output = publisher(work, &build);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let data = fs::read(work.join("out/data/article").join(id).with_extension("json")).unwrap();
    serde_json::from_slice(&data).unwrap()
}

/// Returns every string of a value, in order.
fn texts(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::String(text) => vec![text.clone()],
        serde_json::Value::Array(values) => values.iter().flat_map(texts).collect(),
        serde_json::Value::Object(entries) => entries.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn plain_text_is_published_unchanged() {
    let work = workplace();
    let (code, printed) = import(work.root(), &["old/plain.txt"]);
    let file = format!("{ZONE}/2021-03-05-1.md");
    let summary = "Imported 1 pages, 0 of them as drafts; 0 already there, 0 not imported; 0 pictures copied";
    assert_eq!((code, printed), (0, format!("old/plain.txt: {file}\n{summary}\n")));
    let text = source(work.root(), "2021-03-05-1.md");
    let front = "+++\ntitle = \"示例园区召开示例工作会\"\npublished = 2021-03-05\nsource = \"示例日报\"\n\
                 zone = \"huaian-htz\"\nkind = \"text\"\nnext = { title = \"示例后一条“标题”\" }\n+++\n\n";
    assert!(text.starts_with(front), "{text}");
    let published = published(work.root(), "huaian-htz-20210305-1");
    let shown = texts(&published);
    // Every paragraph is unchanged, even if it contains characters that are markup in Markdown.
    for paragraph in [
        "3月4日,示例园区召开示例工作会,1. 部署*示例*任务,# 号、_下划线_与[方括号]照原样写。",
        "1. 示例第一项,&nbsp; 与 <b> 都是正文。",
        "- 示例破折号开头的一段,联系电话:0000。",
    ] {
        assert!(shown.iter().any(|text| text == paragraph), "{paragraph} in {shown:?}");
    }
    assert!(!shown.iter().any(|text| text.contains("53660867")), "the contact block is the frame's");
}

#[test]
fn dates_keep_their_precision() {
    let work = workplace();
    assert_eq!(import(work.root(), &["old/month.txt"]).0, 0);
    let text = source(work.root(), "2019-05-1.md");
    assert!(text.contains("published = \"2019-05\"\n") && text.contains("kind = \"video\"\n"), "{text}");
    assert!(text.ends_with("+++\n\n示例正文。\n"), "{text}");
}

#[test]
fn every_encoding_yields_the_same_source() {
    let body = "示例第一段，红色的字也在一行。\n\n示例第二段，见[示例网](http://www.example.com/a_b)。\n\n示例第三段\n\n\
                示例第四段\n\n| 项目 | 数目 |\n| --- | --- |\n| 示例甲 | 1\\|2 |\n\n- 示例条目一\n- 示例条目二\n";
    for (page, alias, title, paragraph) in [
        ("utf-8.html", "news/show.asp?id=11", "示例高新区举行示例活动", "示例第三段"),
        ("gbk.html", "gbk.html", "示例高新区举行示例活动", "示例第三段"),
        ("gb18030.html", "gb18030.html", "示例高新区举行示例活动", "示例人名𠮷某"),
        ("undeclared.htm", "undeclared.htm", "示例高新区没有说编码却举行示例活动", "示例第三段"),
    ] {
        let work = workplace();
        // In a folder the path of a page is its old address.
        fs::create_dir(work.root().join("mirror")).unwrap();
        fs::rename(work.root().join("old").join(page), work.root().join("mirror").join(page)).unwrap();
        let (code, printed) = import(work.root(), &["mirror"]);
        assert_eq!(code, 0, "{printed}");
        let expected = format!(
            "+++\ntitle = \"{title}\"\npublished = 2020-06-08\nsource = \"示例晚报\"\nzone = \"huaian-htz\"\n\
             kind = \"photo\"\naliases = [\"{alias}\"]\nprevious = {{ title = \"示例前一条\" }}\n+++\n\n{}",
            body.replace("示例第三段", paragraph)
        );
        assert_eq!(source(work.root(), "2020-06-08-1.md"), expected, "{page}");
        published(work.root(), "huaian-htz-20200608-1");
    }
}

#[test]
fn undecodable_characters_make_a_draft_with_a_note() {
    let work = workplace();
    let (code, printed) = import(work.root(), &["old/broken.html"]);
    assert_eq!(code, 0);
    assert!(printed.contains("2020-06-08-1.md, a draft\n  1 characters could not be read\n"), "{printed}");
    let text = source(work.root(), "2020-06-08-1.md");
    assert!(text.contains("draft = true\n+++\n"), "{text}");
    assert!(text.contains("\n\n## 待整理\n\n原页面有1处字符未能识别，文中记作\u{fffd}。\n"), "{text}");
    assert!(!text.contains("aliases"), "a page alone does not say its old address");
    published(work.root(), "huaian-htz-20200608-1");
}

#[test]
fn leftover_text_is_kept_in_a_draft() {
    let work = workplace();
    let (code, printed) = import(work.root(), &["old/unplaced.txt"]);
    assert_eq!(code, 0);
    assert!(printed.contains("1 of them as drafts"), "{printed}");
    let text = source(work.root(), "0000-1.md");
    let (article, leftover) = text.split_once("\n\n## 待整理\n\n").unwrap();
    assert!(article.ends_with("draft = true\n+++\n\n示例正文。"), "{text}");
    for line in [
        "发布时间:2021-02-30",
        "作者:示例作者",
        "您现在的位置:首页 > 示例频道 > 文字新闻",
        "示例眉题",
        "示例页脚里没有位置的一句话。",
    ] {
        assert!(leftover.lines().any(|left| left == line), "{line} in {leftover}");
    }
    published(work.root(), "huaian-htz-0000-1");
}

#[test]
fn saved_pictures_are_copied_and_missing_ones_are_named() {
    let work = workplace();
    let (code, printed) = import(work.root(), &["old/pictures"]);
    assert_eq!(code, 0);
    assert!(printed.ends_with("0 not imported; 2 pictures copied\n"), "{printed}");
    for address in ["http://img.example.com/lost.jpg", "../../UploadFile/drawing.gif"] {
        assert!(printed.contains(&format!("  picture not held: {address}\n")), "{printed}");
    }
    let text = source(work.root(), "2020-06-08-1.md");
    let expected = "aliases = [\"news/2020/1.html\"]\nprevious = { title = \"示例前一条\" }\ndraft = true\n+++\n\n\
                    ![图为示例活动现场。示例记者 摄](1.png \"图为示例活动现场。示例记者 摄\")\n\n\
                    ![第二次的示例图](1.png)\n\n![示例高新区举行示例活动](square-2.png)\n\n示例正文。\n\n\
                    ## 待整理\n\n图片未随页面保存：http://img.example.com/lost.jpg\n\n\
                    图片未随页面保存：../../UploadFile/drawing.gif\n\n视频等内容未随页面保存：movie.swf\n";
    assert!(text.ends_with(expected), "{text}");
    assert!(work.root().join(ZONE).join("1.png").is_file() && work.root().join(ZONE).join("square-2.png").is_file());
    published(work.root(), "huaian-htz-20200608-1");
}

#[test]
fn pictures_outside_the_named_folder_are_not_copied() {
    let work = workplace();
    // The named folder has only the page; the pictures are above it.
    let (_, printed) = import(work.root(), &["old/pictures/news"]);
    assert!(printed.ends_with("0 pictures copied\n"), "{printed}");
}

#[test]
fn unknown_and_missing_zones_are_not_guessed() {
    let work = workplace();
    let before = files(&work.root().join(ZONE));
    let (code, printed) = import(work.root(), &["old/unknown-zone.txt", "old/no-zone.txt", "old/missing.txt"]);
    assert_eq!(code, 1);
    let known = "huaian-htz (淮安国家高新技术产业开发区)";
    let said = [
        format!("not imported, there is no zone `淮安国家高薪技术产业开发区`, nearest in zones.csv: {known}"),
        format!("not imported, it names no zone (发布开发区), zones there: {known}"),
        "old/missing.txt: not imported, it cannot be read".to_owned(),
        "0 already there, 3 not imported".to_owned(),
    ];
    for words in said {
        assert!(printed.contains(&words), "{words} in {printed}");
    }
    assert_eq!(files(&work.root().join(ZONE)), before);
}

#[test]
fn imported_pages_are_skipped_and_new_ones_get_the_next_number() {
    let work = workplace();
    let pages = ["old/plain.txt", "old/pictures", "old/unplaced.txt"];
    import(work.root(), &pages);
    let before = files(&work.root().join(ZONE));
    let (code, printed) = import(work.root(), &pages);
    assert_eq!(code, 0);
    assert!(printed.contains("Imported 0 pages, 0 of them as drafts; 3 already there"), "{printed}");
    assert_eq!(files(&work.root().join(ZONE)), before);

    let other = fs::read_to_string(work.root().join("old/plain.txt")).unwrap().replace("工作会", "座谈会");
    fs::write(work.root().join("old/other.txt"), other).unwrap();
    let (_, printed) = import(work.root(), &["old/other.txt"]);
    assert!(printed.contains("huaian-htz/2021-03-05-2.md\n"), "{printed}");
    assert!(source(work.root(), "2021-03-05-1.md").contains("工作会"), "nothing is written over");
}

#[test]
fn pages_of_other_sites_are_published_with_the_zone_of_the_command() {
    let work = workplace();
    let pages =
        ["--zone", "淮安高新区", "--source", "示例网", "--kind", "photo", "--page-lang", "zh-CN", "old/foreign"];
    let (code, printed) = import(work.root(), &pages);
    assert_eq!(code, 0, "{printed}");
    assert!(
        printed
            .ends_with("Imported 4 pages, 1 of them as drafts; 0 already there, 0 not imported; 0 pictures copied\n")
    );
    let text = source(work.root(), "2009-09-07-1.md");
    let front = "+++\ntitle = \"三号厂房封顶\"\npublished = 2009-09-07\nsource = \"示例新区网\"\nzone = \"huaian-htz\"\n\
                 kind = \"photo\"\nlang = \"zh-CN\"\naliases = [\"date.html\"]\n";
    assert!(text.starts_with(front), "{text}");
    // What is missing is noted where no reader sees it.
    let text = source(work.root(), "2012-02-24-1.md");
    assert!(text.contains("\n# 附件未随页面保存：/d/file/mulu.xls\n+++\n"), "{text}");
    assert!(text.contains("| 1 | 00020 | 高等数学 |\n| 2 | 00041 |  |\n"), "{text}");
    let text = source(work.root(), "2020-12-02-1.md");
    assert!(text.contains("source = \"示例网\"\n") && !text.contains("draft"), "{text}");
    published(work.root(), "huaian-htz-20090907-1");
}

#[test]
fn documents_and_videos_link_to_the_old_site() {
    let work = workplace();
    let site = ["--zone", "huaian-htz", "--source", "示例网", "--site", "http://www.example.com/"];
    let (code, printed) =
        import(work.root(), &[&site[..], &["old/foreign/attachments.html", "old/foreign/video.html"]].concat());
    assert_eq!(code, 0, "{printed}");
    assert!(printed.contains("Imported 2 pages, 0 of them as drafts"), "{printed}");
    let text = source(work.root(), "2012-02-24-1.md");
    assert!(text.contains("\n[附件：目录.xls (14.00 KB)](http://www.example.com/d/file/mulu.xls)\n"), "{text}");
    let text = source(work.root(), "2020-12-18-1.md");
    assert!(text.contains("kind = \"video\"\n"), "{text}");
    assert!(text.ends_with("+++\n\n[三号厂房封顶](http://www.example.com/v/1.mp4 \"视频\")\n"), "{text}");
    published(work.root(), "huaian-htz-20201218-1");
}

#[test]
fn documents_in_the_folder_are_copied_and_linked_by_their_names() {
    let work = workplace();
    let options = ["--zone", "huaian-htz", "--source", "示例网", "--site", "http://www.example.com/", "old/documents"];
    let before = files(&work.root().join(ZONE));
    let summary =
        "Would import 1 pages, 0 of them as drafts; 0 already there, 0 not imported; 1 pictures and 3 documents copied";
    let (code, printed) = import(work.root(), &[&options[..], &["--dry-run"]].concat());
    assert!(code == 0 && printed.contains(summary), "{printed}");
    assert_eq!(files(&work.root().join(ZONE)), before, "a dry run writes nothing");

    let (code, printed) = import(work.root(), &options);
    assert!(code == 0 && printed.ends_with("1 pictures and 3 documents copied\n"), "{printed}");
    let text = source(work.root(), "2016-03-02-1.md");
    let expected = "示例正文，各单位须于3月底前把申报材料报送示例管理委员会。\n\n![示例现场](square.png)\n\n\
                    附件：1. [示例目录（一）](catalogue.xls)\n\n\
                    2\\. [示例目录（二）](catalogue-2.xls)\n\n\
                    [示例招商手册](document.pdf)\n\n\
                    [示例目录（三）](catalogue-2.xls)\n\n\
                    [示例表格](http://www.example.com/d/lost.doc)\n\n\
                    [别处的文件](http://other.example.com/d/catalogue.xls)\n";
    assert!(text.ends_with(expected), "{text}");
    for (name, from) in
        [("catalogue.xls", "d/Catalogue.XLS"), ("catalogue-2.xls", "d/2/catalogue.xls"), ("document.pdf", "d/手册.pdf")]
    {
        let copied = fs::read(work.root().join(ZONE).join(name)).unwrap();
        assert!(copied == fs::read(work.root().join("old/documents").join(from)).unwrap(), "{name}");
    }
    let shown = texts(&published(work.root(), "huaian-htz-20160302-1"));
    let link = shown.iter().find(|text| text.starts_with("/media/document-") && text.ends_with(".pdf")).unwrap();
    assert!(work.root().join("out").join(&link[1..]).is_file(), "{link}");

    // Without the site's address, a document that is not there is named for an editor.
    let work = workplace();
    let (_, printed) = import(work.root(), &["--zone", "huaian-htz", "--source", "示例网", "old/documents"]);
    assert!(printed.contains("  document not held: /d/lost.doc\n") && printed.contains("3 documents"), "{printed}");
    let (code, printed) = import(work.root(), &options);
    assert!(code == 0 && printed.contains("1 already there"), "{printed}");
}

#[test]
fn a_missing_source_is_asked_for_once() {
    let work = workplace();
    let (code, printed) = import(work.root(), &["--zone", "huaian-htz", "old/foreign/no-source.html"]);
    assert_eq!(code, 0, "{printed}");
    assert_eq!(printed.matches("with --source").count(), 1, "{printed}");
    assert!(source(work.root(), "2020-12-02-1.md").contains("source = \"待填\"\n"));
}

#[test]
fn an_unknown_zone_of_the_command_stops_the_import() {
    let work = workplace();
    let (code, printed) = import(work.root(), &["--zone", "淮安高薪区", "old/foreign"]);
    assert_ne!(code, 0);
    assert!(printed.contains("there is no zone `淮安高薪区`"), "{printed}");
}
