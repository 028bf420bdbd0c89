//! Writes the index of a file of texts, as a process of its own.

use investchn_tooling::told;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use investchn_search::PackedArticle;
use investchn_search::writer::{IndexFile, write_index};

use crate::corpus;
use crate::index_folder::MANIFEST;

/// Reads the texts and writes their index into a new folder.
pub(crate) fn write(texts: &Path, out: &Path) -> Result<()> {
    let texts =
        fs::read_to_string(texts).with_context(|| told!(zh "无法读取 {}", en "{} cannot be read", texts.display()))?;
    let articles: Vec<&str> = texts.split('\u{c}').collect();
    let ids: Vec<String> = (0..articles.len()).map(corpus::id).collect();
    let load = |number: usize| {
        let (title, body) = articles[number].split_once('\n').unwrap_or_default();
        let (id, title, body) = (ids[number].clone(), title.to_owned(), body.to_owned());
        Ok(PackedArticle { id, title, body, date: 20_261_120, ..PackedArticle::default() })
    };
    let sink = |IndexFile { path, bytes }: IndexFile| {
        let file = out.join(path);
        let folder = file.parent().unwrap_or(out);
        fs::create_dir_all(folder)
            .with_context(|| told!(zh "无法新建文件夹 {}", en "{} cannot be made", folder.display()))?;
        fs::write(&file, bytes).with_context(|| told!(zh "无法写入 {}", en "{} cannot be written", file.display()))
    };
    write_index(MANIFEST, &ids.iter().map(String::as_str).collect::<Vec<_>>(), load, sink)?;
    Ok(())
}
