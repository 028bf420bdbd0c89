//! The errors of files and networks, in words for an editor.

use std::io::{Error, ErrorKind};

use crate::{Text, localized};

/// Words an error of the operating system. A kind that is not worded here shows the system's own text.
pub fn io_error(error: &Error) -> Text {
    match error.kind() {
        ErrorKind::NotFound => localized!(zh "没有这个文件或文件夹", en "there is no such file or folder"),
        ErrorKind::PermissionDenied => localized!(zh "没有权限", en "permission denied"),
        ErrorKind::AlreadyExists => {
            localized!(zh "已有同名的文件或文件夹", en "a file or folder with this name exists")
        }
        ErrorKind::StorageFull => localized!(zh "磁盘空间不够", en "the disk is full"),
        ErrorKind::QuotaExceeded => localized!(zh "超出了磁盘配额", en "the disk quota is used up"),
        ErrorKind::FileTooLarge => {
            localized!(zh "文件太大，系统不让写", en "the file is larger than the system allows")
        }
        ErrorKind::IsADirectory => localized!(zh "这是文件夹，不是文件", en "this is a folder and no file"),
        ErrorKind::NotADirectory => localized!(zh "路径中有一段不是文件夹", en "a part of the path is no folder"),
        ErrorKind::DirectoryNotEmpty => localized!(zh "文件夹不是空的", en "the folder is not empty"),
        ErrorKind::ReadOnlyFilesystem => localized!(zh "磁盘是只读的", en "the disk is read-only"),
        ErrorKind::InvalidFilename => {
            localized!(zh "系统不接受这个文件名", en "the system does not accept this file name")
        }
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => {
            localized!(zh "别的程序正在用它，关掉那个程序再试", en "another program is using it: close that program and try again")
        }
        ErrorKind::CrossesDevices => {
            localized!(zh "两个位置不在同一个磁盘上", en "the two places are on different disks")
        }
        ErrorKind::InvalidData => {
            localized!(zh "不是 UTF-8 文本，另存为 UTF-8", en "it is not UTF-8: save it as UTF-8")
        }
        ErrorKind::UnexpectedEof => localized!(zh "内容不完整", en "it ends too early"),
        ErrorKind::TimedOut => localized!(zh "等了太久，没有回应", en "there was no answer in time"),
        ErrorKind::ConnectionRefused => localized!(zh "对方拒绝连接", en "the connection was refused"),
        ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::BrokenPipe => {
            localized!(zh "连接断了", en "the connection was closed")
        }
        ErrorKind::HostUnreachable | ErrorKind::NetworkUnreachable | ErrorKind::NetworkDown => {
            localized!(zh "网络不通", en "the network cannot be reached")
        }
        ErrorKind::AddrInUse => localized!(zh "这个端口已被占用", en "the port is in use"),
        ErrorKind::OutOfMemory => localized!(zh "内存不够", en "there is not enough memory"),
        _ => localized!(zh "系统报告：{error}", en "{error}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_this_system_have_words_of_their_own() {
        let folder = std::env::temp_dir();
        let missing = std::fs::read(folder.join("investchn-localized-missing")).unwrap_err();
        assert_eq!(io_error(&missing).zh, "没有这个文件或文件夹");
        // Systems differ in what they call this.
        let no_file = std::fs::read(&folder).unwrap_err();
        assert!(!io_error(&no_file).zh.contains(&no_file.to_string()), "{no_file}");
    }

    #[test]
    fn an_unknown_error_shows_the_text_of_the_system() {
        assert_eq!(io_error(&Error::other("odd")), Text { zh: "系统报告：odd".to_owned(), en: "odd".to_owned() });
    }
}
