//! Writes a small index of synthetic articles and one of zones, which the tests of the search's engine search:
//!
//!     cargo run -p investchn-search-wasm --example sample_index -- target/search/data/search

use std::io;
use std::path::{Path, PathBuf};

use investchn_search::PackedArticle;
use investchn_search::writer::{IndexFile, write_index};

/// More than a page of hits, and more packs than one.
const ARTICLES: usize = 300;
const ZONES: [(&str, &str, &str); 4] = [
    ("suzhou-htz", "苏州高新区", "SuZhouGaoXinQu"),
    ("suzhou-etdz", "苏州经开区", "SuZhouJingKaiQu"),
    ("suzhou-park", "苏州工业园区", "SuZhouGongYeYuanQu"),
    ("suzhou-port", "苏州港", "SuZhouGang"),
];

fn main() -> io::Result<()> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.ok_or_else(|| io::Error::other("name the folder of the index"))?;
    write(&folder, "articles.bin", &(0..ARTICLES).map(article).collect::<Vec<_>>())?;
    write(&folder, "zones.bin", &ZONES.map(zone))
}

fn write(folder: &Path, manifest: &str, articles: &[PackedArticle]) -> io::Result<()> {
    let ids: Vec<&str> = articles.iter().map(|article| article.id.as_str()).collect();
    let sink = |file: IndexFile| {
        let path = folder.join(file.path);
        std::fs::create_dir_all(path.parent().unwrap_or(folder))?;
        std::fs::write(path, file.bytes)
    };
    write_index(manifest, &ids, |at| Ok(articles[at].clone()), sink).map(drop)
}

/// Every article has 示例, every seventh one 招商 in its title, one of them 蘇州 and one of them 集成电路.
fn article(number: usize) -> PackedArticle {
    let title = if number.is_multiple_of(7) { "招商示例" } else { "示例" };
    let body = match number {
        42 => "示例：蘇州的<b>\"新\"聞</b>\n第二段\\".to_owned(),
        250 => "示例：集成\n电路".to_owned(),
        _ => "示例文字。".repeat(1 + number % 40),
    };
    PackedArticle {
        id: format!("a{number}"),
        title: format!("{title}{number}"),
        date: 20_250_101 + u32::from(number > 150) * 10_000,
        zone: ["suzhou-htz", "wuxi-htz"][number % 2].to_owned(),
        zone_name: "示例高新区".to_owned(),
        regions: vec!["320000".to_owned()],
        kind: "text".to_owned(),
        body,
        ..PackedArticle::default()
    }
}

fn zone((id, name, pinyin): (&str, &str, &str)) -> PackedArticle {
    PackedArticle {
        id: id.to_owned(),
        title: format!("{name}（示例）"),
        zone: id.to_owned(),
        zone_name: name.to_owned(),
        regions: vec!["320000".to_owned()],
        kind: "zone".to_owned(),
        extra: vec![pinyin.to_owned()],
        ..PackedArticle::default()
    }
}
