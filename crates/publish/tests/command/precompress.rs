//! `--precompress`: each file that becomes smaller has compressed variants, which are made again and removed together with it.

use std::fs;
use std::io::Read;

use crate::workplace::{Workplace, snapshot, stderr, stdout};

const PRECOMPRESS: [&str; 1] = ["--precompress"];

fn build(work: &Workplace, more: &[&str]) -> String {
    let output = work.build(more);
    assert!(output.status.success(), "{}", stderr(&output));
    stdout(&output)
}

fn count(work: &Workplace, ending: &str) -> usize {
    snapshot(&work.path("out")).keys().filter(|name| name.to_str().unwrap().ends_with(ending)).count()
}

#[test]
fn variants_decompress_to_their_files() {
    let work = Workplace::new();
    build(&work, &PRECOMPRESS);
    let files = snapshot(&work.path("out"));
    let mut variants = [0, 0];
    for (name, bytes) in &files {
        let name = name.to_str().unwrap();
        let mut read = Vec::new();
        if let Some(file) = name.strip_suffix(".br") {
            brotli::Decompressor::new(bytes.as_slice(), 4096).read_to_end(&mut read).unwrap();
            assert!(read == files[std::path::Path::new(file)] && bytes.len() < read.len(), "{name}");
            variants[0] += 1;
        } else if let Some(file) = name.strip_suffix(".gz") {
            flate2::read::GzDecoder::new(bytes.as_slice()).read_to_end(&mut read).unwrap();
            assert!(read == files[std::path::Path::new(file)] && bytes.len() < read.len(), "{name}");
            variants[1] += 1;
        } else if name.ends_with("index.html") {
            assert!(files.contains_key(std::path::Path::new(&[name, ".br"].concat())), "{name}");
        }
    }
    assert!(variants[0] > 40 && variants[1] > 40, "{variants:?}");
    assert!(work.run(&["verify", "out", "--state-dir", "out.build"]).status.success());
    fs::remove_file(work.path("out/index.html.br")).unwrap();
    assert!(
        !work.run(&["verify", "out", "--aside", "out.build"]).status.success(),
        "a twin is a file of the build too"
    );
    let nowhere = work.run(&["verify", "nowhere", "--aside", "out.build"]);
    assert!(stderr(&nowhere).contains("cannot read nowhere"), "{}", stderr(&nowhere));
}

#[test]
fn unchanged_files_are_not_compressed_again_and_the_output_equals_a_clean_build() {
    let work = Workplace::new();
    build(&work, &PRECOMPRESS);
    assert!(build(&work, &PRECOMPRESS).contains(": 0 files written"));
    let article = work.path("content/articles/huaian-htz/2022-02-14-1.md");
    fs::write(&article, fs::read_to_string(&article).unwrap().replace("示例末段", "示例尾段")).unwrap();
    // The page, the data file and eight feeds with its text, each with two variants; three files of the search index without any.
    let printed = build(&work, &PRECOMPRESS);
    assert!(printed.contains(": 33 files written"), "{printed}");
    let before = snapshot(&work.path("out"));
    fs::remove_dir_all(work.path("out")).unwrap();
    fs::remove_dir_all(work.path("out.build")).unwrap();
    build(&work, &PRECOMPRESS);
    assert_eq!(snapshot(&work.path("out")), before);
}

#[test]
fn variants_are_removed_with_their_file_and_without_the_flag() {
    let work = Workplace::new();
    build(&work, &PRECOMPRESS);
    let before = count(&work, ".br");
    fs::remove_file(work.path("content/articles/huaian-htz/2018-05-01-1.md")).unwrap();
    build(&work, &PRECOMPRESS);
    assert!(count(&work, ".br") < before);
    assert!(!work.path("out/article/huaian-htz-20180501-1").exists());
    build(&work, &[]);
    assert_eq!((count(&work, ".br"), count(&work, ".gz")), (0, 0));
    // With the flag they are written again.
    build(&work, &PRECOMPRESS);
    assert!(count(&work, ".br") > 40);
}
