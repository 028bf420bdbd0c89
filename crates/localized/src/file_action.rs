//! The actions that fail with a file or folder, in both languages.

use std::path::Path;

use crate::{Text, localized};

/// An action on a file or folder that failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileAction {
    /// Reading it.
    Read,
    /// Writing it.
    Write,
    /// Removing it.
    Remove,
    /// Making a folder.
    MakeFolder,
    /// Listing a folder.
    List,
    /// Compressing it.
    Compress,
}

impl FileAction {
    /// Words that the action failed: `cannot read site.toml`.
    pub fn failed(self, path: &Path) -> Text {
        let path = path.display();
        match self {
            FileAction::Read => localized!(zh "无法读取 {path}", en "cannot read {path}"),
            FileAction::Write => localized!(zh "无法写入 {path}", en "cannot write {path}"),
            FileAction::Remove => localized!(zh "无法删除 {path}", en "cannot remove {path}"),
            FileAction::MakeFolder => localized!(zh "无法新建文件夹 {path}", en "cannot make the folder {path}"),
            FileAction::List => localized!(zh "无法列出 {path} 中的文件", en "cannot list {path}"),
            FileAction::Compress => localized!(zh "无法压缩 {path}", en "cannot compress {path}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_names_its_file_in_both_languages() {
        let text = FileAction::MakeFolder.failed(Path::new("dist"));
        assert_eq!(text, localized!(zh "无法新建文件夹 dist", en "cannot make the folder dist"));
    }
}
