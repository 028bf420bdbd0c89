//! `zone`: the real command edits the register. The result passes a check, other rows keep their bytes, and a refused or
//! interrupted command changes nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Output;

use crate::workplace::{Workplace, copy, snapshot, stderr, stdout};

/// A register with quotes, an empty line, CRLF and no line end at the end, which an edit must keep.
pub(crate) const ZONES: &str = "\
id,code,name,short,aliases,former_ids,types,level,province,city,approved,area_ha,industries,status,status_since,name_en,pinyin,name_source,code_source,approved_source,area_source,industries_source,status_source,name_en_source\r
beijing-etdz,,北京经济技术开发区,北京经开区,,,etdz,national,110000,110000,1992/1994,,,listed,,\"Beijing Economic and Technological Development Zone\",Beijing,s0,,s1,,,s0,\r
suzhougongyeyuan-etdz,,苏州工业园区,苏州工业园,,,etdz;htz,national,320000,320500,,,,exited,2020-01,Suzhou Industrial Park,Suzhou Gongyeyuan,s0;s1,,,,,s1,\r
\r
huaian-edz,S329001,江苏淮安经济开发区,淮安经开区,淮安开发区,,etdz,provincial,320000,320800,1992-07,\"683\",甲;乙,listed,,Jiangsu Huai'an Economic Development Zone,Huai'an,s0,s1,s1,s1,s0,s0,\r
huaian-htz,,淮安国家高新技术产业开发区,淮安高新区,淮安高新技术产业开发区,huaiyin-htz,htz,national,320000,320800,2017-02-13,65.2,甲;乙,listed,,Huai'an High-tech Industrial Development Zone,Huai'an,s0,,s0,s1,s0,s0,";

pub(crate) fn register() -> Workplace {
    let work = Workplace::new();
    fs::write(work.path("content/zones.csv"), ZONES).unwrap();
    work
}

pub(crate) fn zone(work: &Workplace, arguments: &[&str]) -> Output {
    work.run(&[&["zone", "--content", "content"], arguments].concat())
}

/// Runs a command that succeeds, and checks the result.
pub(crate) fn edited(work: &Workplace, arguments: &[&str]) -> String {
    let output = zone(work, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", stderr(&output));
    let checked = work.check(&[]);
    assert!(stdout(&checked).starts_with("0 errors"), "{arguments:?}: {}", stdout(&checked));
    stdout(&output)
}

/// Runs a command that is refused, and checks that nothing has changed.
pub(crate) fn refused(work: &Workplace, arguments: &[&str]) -> String {
    let before = snapshot(&work.path("content"));
    let output = zone(work, arguments);
    assert_eq!(output.status.code(), Some(1), "{arguments:?}: {}", stdout(&output));
    assert_eq!(snapshot(&work.path("content")), before, "{arguments:?}");
    stderr(&output)
}

pub(crate) fn text(work: &Workplace, name: &str) -> String {
    fs::read_to_string(work.path("content").join(name)).unwrap()
}

/// Returns the lines of the register by id, and the bytes between them.
pub(crate) fn lines(text: &str) -> BTreeMap<&str, &str> {
    text.split_inclusive('\n').map(|line| (line.split(',').next().unwrap(), line)).collect()
}

pub(crate) const UPGRADE: [&str; 10] = [
    "upgrade",
    "huaian-edz",
    "--name",
    "淮安经济技术开发区",
    "--approved",
    "2026-02",
    "--area",
    "1200",
    "--source",
    "s1",
];

/// A check reads such a table, but an edit could not keep its other rows as they are.
#[test]
fn a_table_in_another_encoding_is_refused_with_advice() {
    let work = register();
    let utf16: Vec<u8> = std::iter::once(0xfeff).chain(ZONES.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    fs::write(work.path("content/zones.csv"), utf16).unwrap();
    let said = refused(&work, &UPGRADE);
    for part in ["zones.csv is UTF-16", "save it as CSV UTF-8", "check --fix"] {
        assert!(said.contains(part), "{part} in {said}");
    }
    assert!(work.check(&["--fix"]).status.success());
    assert!(edited(&work, &UPGRADE).contains("huaian-edz"));
}

#[test]
fn an_upgraded_zone_keeps_its_id_and_its_former_state() {
    let work = register();
    fs::write(
        work.path("content/doubts.csv"),
        "zone,column,value,source\nhuaian-edz,area_ha,700,s0\nhuaian-edz,industries,丙,s1\n",
    )
    .unwrap();
    let printed = edited(&work, &UPGRADE);
    let expected = "\
content/history.csv
  + huaian-edz,江苏淮安经济开发区,淮安开发区,etdz,provincial,S329001,1992-07,683,s1
content/zones.csv
  huaian-edz name: 江苏淮安经济开发区 -> 淮安经济技术开发区
  huaian-edz aliases: 淮安开发区 -> (empty)
  huaian-edz code: S329001 -> (empty)
  huaian-edz level: provincial -> national
  huaian-edz approved: 1992-07 -> 2026-02
  huaian-edz area_ha: 683 -> 1200
  huaian-edz name_en: Jiangsu Huai'an Economic Development Zone -> Huai'an Economic and Technological Development Zone
  huaian-edz name_source: s0 -> s1
  huaian-edz code_source: s1 -> (empty)
  huaian-edz status_source: s0 -> s1
content/doubts.csv
  - huaian-edz,area_ha,700,s0
";
    assert_eq!(printed, expected);
    let row = "huaian-edz,,淮安经济技术开发区,淮安经开区,,,etdz,national,320000,320800,2026-02,\"1200\",甲;乙,listed,,Huai'an Economic and Technological Development Zone,Huai'an,s1,,s1,s1,s0,s1,\r\n";
    let after = text(&work, "zones.csv");
    let changed = lines(ZONES)["huaian-edz"];
    assert_eq!(after, ZONES.replace(changed, row), "every other byte is as it was");
    assert_eq!(
        text(&work, "history.csv"),
        "zone,name,aliases,types,level,code,approved,area_ha,source\nhuaian-edz,江苏淮安经济开发区,淮安开发区,etdz,provincial,S329001,1992-07,683,s1\n"
    );
    assert!(work.build(&[]).status.success());
    let page = fs::read_to_string(work.path("out/zone/huaian-edz/index.html")).unwrap();
    assert!(page.contains("淮安经济技术开发区") && page.contains("江苏淮安经济开发区"), "the page has both states");
    let again = refused(&work, &UPGRADE);
    assert_eq!(again, "error: huaian-edz is national already: for another name use `zone rename`\n");
}

/// History is written first, so a command that was stopped between two tables has written it only.
#[test]
fn a_stopped_upgrade_can_be_repeated() {
    let work = register();
    let history = "zone,name,aliases,types,level,code,approved,area_ha,source\nhuaian-edz,江苏淮安经济开发区,淮安开发区,etdz,provincial,S329001,1992-07,683,s1\n";
    fs::write(work.path("content/history.csv"), history).unwrap();
    assert!(edited(&work, &UPGRADE).starts_with("content/zones.csv\n"));
    assert_eq!(text(&work, "history.csv"), history);
}

#[test]
fn names_and_types_that_are_given_are_taken() {
    let work = register();
    let more = ["--types", "htz", "--short", "示例区", "--name-en", "Example Zone", "--name-en-source", "s0"];
    edited(&work, &[&UPGRADE[..6], &UPGRADE[8..], &more].concat());
    let row = "huaian-edz,,淮安经济技术开发区,示例区,,,htz,national,320000,320800,2026-02,\"\",甲;乙,listed,,Example Zone,Huai'an,s1,,s1,,s0,s1,s0\r\n";
    assert_eq!(lines(&text(&work, "zones.csv"))["huaian-edz"], row, "the former area is not the new one's");
    assert!(text(&work, "history.csv").contains(",淮安经开区;淮安开发区,"), "the former short name is kept");
}

#[test]
fn a_renamed_zone_keeps_its_facts_and_is_found_by_its_former_names() {
    let work = register();
    edited(&work, &["rename", "淮安高新区", "--name", "淮安高新技术产业开发区", "--source", "s1"]);
    let after = text(&work, "zones.csv");
    let row = "huaian-htz,,淮安高新技术产业开发区,淮安高新区,,huaiyin-htz,htz,national,320000,320800,2017-02-13,65.2,甲;乙,listed,,Huai'an High-tech Industrial Development Zone,Huai'an,s1,,s0,s1,s0,s0,";
    assert_eq!(after, ZONES.replace(lines(ZONES)["huaian-htz"], row));
    let history = text(&work, "history.csv");
    assert!(history.ends_with("\nhuaian-htz,淮安国家高新技术产业开发区,,htz,national,,,,s0\n"), "{history}");
    let new = work.run(&["new", "--content", "content", "淮安国家高新技术产业开发区", "示例"]);
    assert!(new.status.success(), "{}", stderr(&new));
}

#[test]
fn addresses_and_feeds_of_a_former_id_go_on() {
    let work = register();
    build_before(&work);
    let rename =
        ["rename", "huaian-edz", "--name", "清江浦经济开发区", "--new-id", "qingjiangpu-edz", "--source", "s1"];
    let printed = edited(&work, &rename);
    assert!(printed.contains("  huaian-edz former_ids: (empty) -> huaian-edz\n"), "{printed}");
    let after = text(&work, "zones.csv");
    let order: Vec<&str> = after.lines().filter_map(|line| line.split(',').next()).collect();
    let expected = ["id", "beijing-etdz", "suzhougongyeyuan-etdz", "", "huaian-htz", "qingjiangpu-edz"];
    assert_eq!(order, expected, "the row stands at its place in the order of province, city and id");
    assert!(after.contains("Suzhou Gongyeyuan,s0;s1,,,,,s1,\r\n\r\nhuaian-htz"), "other rows keep their bytes");
    assert!(text(&work, "history.csv").contains("\nqingjiangpu-edz,江苏淮安经济开发区,"));
    assert!(work.build(&[]).status.success());
    assert_addresses_go_on(&work, "huaian-edz");
}

/// Publishes the register as it is before an edit.
fn build_before(work: &Workplace) {
    let output = work.run(&["build", "--content", "content", "--app", "app", "--out", "before"]);
    assert!(output.status.success(), "{}", stderr(&output));
}

/// Checks that the page of a zone and what partners use of it are there after an edit as before.
fn assert_addresses_go_on(work: &Workplace, id: &str) {
    let mut files =
        ["zone/ID/index.html", "zone/ID/feed.json", "zone/ID/feed.xml", "oembed/ID.json", "embed/zone/ID/index.html"]
            .map(|file| file.replace("ID", id))
            .to_vec();
    files.retain(|file| work.path("before").join(file).exists());
    assert!(files.len() >= 2, "{files:?}");
    for file in files {
        assert!(work.path("out").join(&file).exists(), "{file}");
    }
}

#[test]
fn a_struck_zone_keeps_its_page() {
    let work = register();
    let printed = edited(&work, &["exit", "huaian-htz", "--since", "2025-03", "--source", "s1"]);
    let expected = "\
content/zones.csv
  huaian-htz status: listed -> exited
  huaian-htz status_since: (empty) -> 2025-03
  huaian-htz status_source: s0 -> s1
";
    assert_eq!(printed, expected);
    let row = lines(ZONES)["huaian-htz"];
    let expected = row.replace(",listed,,", ",exited,2025-03,").replace(",s0,s0,", ",s0,s1,");
    assert_eq!(text(&work, "zones.csv"), ZONES.replace(row, &expected));
    assert!(!work.path("content/history.csv").exists(), "no table is made without a row");
    assert!(work.build(&[]).status.success() && work.path("out/zone/huaian-htz/index.html").exists());
    let again = refused(&work, &["exit", "huaian-htz", "--since", "2025", "--source", "s1"]);
    assert!(again.contains("has left the list already"), "{again}");
}

#[test]
fn a_merged_zone_lives_on_in_the_other_one() {
    let work = register();
    build_before(&work);
    let history = "zone,name,aliases,types,level,code,approved,area_ha,source\nbeijing-etdz,旧区,,etdz,,,,,s0\nhuaian-edz,甲区,,etdz,,,,,s0\nhuaian-htz,乙区,,htz,,,,,s0\n";
    fs::write(work.path("content/history.csv"), history).unwrap();
    fs::write(work.path("content/doubts.csv"), "zone,column,value,source\nhuaian-edz,area_ha,700,s0\n").unwrap();
    edited(&work, &["merge", "huaian-edz", "--into", "huaian-htz", "--source", "s1"]);
    let taking = lines(ZONES)["huaian-htz"]
        .replace(",huaiyin-htz,", ",huaiyin-htz;huaian-edz,")
        .replace("Huai'an,s0,", "Huai'an,s0;s1,");
    let expected = ZONES.replace(lines(ZONES)["huaian-htz"], &taking).replace(lines(ZONES)["huaian-edz"], "");
    assert_eq!(text(&work, "zones.csv"), expected);
    let kept = "huaian-htz,江苏淮安经济开发区,淮安经开区;淮安开发区,etdz,provincial,S329001,1992-07,683,s1\n";
    let head = "zone,name,aliases,types,level,code,approved,area_ha,source\nbeijing-etdz,旧区,,etdz,,,,,s0\nhuaian-htz,甲区,,etdz,,,,,s0\nhuaian-htz,乙区,,htz,,,,,s0\n";
    assert_eq!(text(&work, "history.csv"), [head, kept].concat());
    assert_eq!(text(&work, "doubts.csv"), "zone,column,value,source\n");
    assert!(work.build(&[]).status.success());
    assert_addresses_go_on(&work, "huaian-edz");
}

#[test]
fn a_zone_with_articles_keeps_its_id() {
    let work = register();
    let said = refused(&work, &["merge", "huaian-htz", "--into", "huaian-edz", "--source", "s1"]);
    for part in [
        "error: huaian-htz has 7 articles: content/articles/huaian-htz/2017-05-01-1.md, ",
        "; first move each, with its translation, to articles/huaian-edz/ under the next free number of its day, ",
        "write zone = \"huaian-edz\" and its old address in aliases into the original, as in ",
        "aliases = [\"article/huaian-htz-20220214-1/\"]",
        "or leave huaian-htz as it is\n",
    ] {
        assert!(said.contains(part), "{part} in {said}");
    }
    let rename =
        ["rename", "huaian-htz", "--name", "示例高新技术产业开发区", "--new-id", "shili-htz", "--source", "s1"];
    assert!(refused(&work, &rename).contains("huaian-htz has 7 articles"));
}

#[test]
fn an_added_zone_gets_its_names_by_the_rule() {
    let work = register();
    let add = [
        "add",
        "--name",
        "江苏苏州高新技术产业园区",
        "--level",
        "provincial",
        "--types",
        "htz",
        "--province",
        "320000",
        "--code",
        "S329002",
        "--approved",
        "2002-07",
        "--area",
        "594.4",
        "--industries",
        "甲; 乙,丙",
        "--source",
        "s1",
    ];
    let before = snapshot(&work.path("content"));
    let dry = stdout(&zone(&work, &[&add[..], &["--dry-run"]].concat()));
    assert_eq!(snapshot(&work.path("content")), before);
    let printed = edited(&work, &add);
    let row = "suzhou-phtz,S329002,江苏苏州高新技术产业园区,苏州高新区,,,htz,provincial,320000,320500,2002-07,594.4,\"甲;乙,丙\",listed,,Jiangsu Suzhou High-tech Industrial Park,Suzhou,s1,s1,s1,s1,s1,s1,";
    assert_eq!(printed, format!("content/zones.csv\n  + {row}\n"));
    assert_eq!(dry, format!("{printed}Nothing was written: this was a dry run.\n"));
    let next = lines(ZONES)["suzhougongyeyuan-etdz"];
    assert_eq!(text(&work, "zones.csv"), ZONES.replace(next, &format!("{row}\r\n{next}")), "at its place in the order");
    assert!(refused(&work, &add).contains("is the name of suzhou-phtz already"));
}

#[test]
fn wrong_values_are_named_and_nothing_is_written() {
    let work = register();
    let with = |at: usize, value: &'static str| {
        let mut all = UPGRADE.to_vec();
        all[at] = value;
        all
    };
    for (arguments, expected) in [
        (
            with(1, "huaian-ezd"),
            "error: there is no zone `huaian-ezd`, nearest in zones.csv: huaian-edz (江苏淮安经济开发区)",
        ),
        (
            with(9, "s7"),
            "error: no source has the id `s7`: add it to sources.toml, or write one of those near it: s0 (示例来源)",
        ),
        (
            with(5, "2026-2"),
            "error: `2026-2` is no date of approval: write 2017-02-13, 2017-02, 2017, or 1992/1994 for a",
        ),
        (with(7, "12 km"), "error: `12 km` is no area: write hectares as digits"),
        (with(3, "北京经济技术开发区"), "error: `北京经济技术开发区` is the name of beijing-etdz already"),
        (with(3, " "), "error: ` ` is no name: write one line"),
        ([&UPGRADE[..], &["--types", "etz"]].concat(), "error: `etz` is no type of zone: write one of etdz, htz,"),
        (
            vec!["exit", "huaian-htz", "--since", "2025-02-30", "--source", "s1"],
            "error: `2025-02-30` is no date: write",
        ),
        (
            vec!["merge", "huaian-edz", "--into", "huaian-edz", "--source", "s1"],
            "error: huaian-edz cannot be merged into",
        ),
        (
            vec!["rename", "huaian-edz", "--name", "江苏淮安经济开发区", "--source", "s1"],
            "error: huaian-edz has this name",
        ),
        (
            vec!["rename", "huaian-edz", "--name", "示例经济开发区", "--new-id", "huaiyin-htz", "--source", "s1"],
            "error: the id `huaiyin-htz` is or was that of a zone, and ids are for ever",
        ),
    ] {
        let said = refused(&work, &arguments);
        assert!(said.starts_with(expected), "{arguments:?}: {said}");
    }
    // The result is checked with everything else: an article that links to the page of the zone that goes stops a merger.
    let article = "+++\ntitle = \"示例\"\npublished = 2023-01-01\nsource = \"示例报\"\nzone = \"huaian-htz\"\n+++\n\n[示例](/zone/huaian-edz/)。\n";
    fs::write(work.path("content/articles/huaian-htz/2023-01-01-1.md"), article).unwrap();
    let said = refused(&work, &["merge", "huaian-edz", "--into", "huaian-htz", "--source", "s1"]);
    assert!(
        said.contains(" broken-link ") && said.ends_with("1 problem in the content, nothing was written\n"),
        "{said}"
    );
}

/// The shell's limit on file sizes makes the last write fail, as a full disk does.
#[cfg(unix)]
#[test]
fn a_command_that_cannot_write_all_tables_writes_none() {
    let work = register();
    let before = snapshot(&work.path("content"));
    let program = env!("CARGO_BIN_EXE_investchn-publish");
    let padded = [ZONES, "\r\n", &"\r\n".repeat(2000)].concat();
    fs::write(work.path("content/zones.csv"), &padded).unwrap();
    let line = format!("trap '' XFSZ; ulimit -f 2; exec {program} zone {}", UPGRADE.join(" "));
    let output = crate::workplace::english("bash").args(["-c", &line]).current_dir(work.root()).output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(stderr(&output).contains("cannot write content/zones.csv"), "{}", stderr(&output));
    fs::write(work.path("content/zones.csv"), ZONES).unwrap();
    assert_eq!(snapshot(&work.path("content")), before, "no history, and no temporary file");
}

#[test]
fn the_real_register_is_edited_row_by_row() {
    let work = Workplace::new();
    fs::remove_dir_all(work.path("content")).unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content"), &work.path("content"));
    let [zones, history] = ["zones.csv", "history.csv"].map(|name| text(&work, name));
    let of_level = |level: &str| {
        let row = zones.lines().find(|line| line.contains(&format!(",{level},")) && line.contains(",listed,"));
        row.unwrap().split(',').next().unwrap()
    };
    let (provincial, national) = (of_level("provincial"), of_level("national"));
    let sources = text(&work, "sources.toml");
    let source = sources.split("id = \"").nth(1).unwrap().split('"').next().unwrap();
    let facts = ["--approved", "2026-02", "--area", "1200", "--source", source];
    edited(&work, &[&["upgrade", provincial, "--name", "示例经济技术开发区"], &facts[..]].concat());
    edited(&work, &["rename", national, "--name", "示例高新技术产业开发区", "--source", source]);
    edited(&work, &["exit", national, "--since", "2026-03", "--source", source]);
    let after = text(&work, "zones.csv");
    let (before, after) = (lines(&zones), lines(&after));
    assert!(before.keys().eq(after.keys()));
    let changed: Vec<_> = after.iter().filter(|(id, line)| before[*id] != **line).map(|(id, _)| *id).collect();
    assert_eq!(changed, [provincial, national]);
    let after = text(&work, "history.csv");
    let others =
        after.split_inclusive('\n').filter(|line| !line.starts_with(provincial) && !line.starts_with(national));
    assert_eq!(others.collect::<String>(), history, "the rows of other zones keep their bytes");
    assert_eq!(after.lines().count(), history.lines().count() + 2);
}
