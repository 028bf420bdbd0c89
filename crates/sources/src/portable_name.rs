//! Names of files that not every system can have: a folder of sources is copied from one to another.

use std::path::Path;

use investchn_diagnostics::{Diagnostic, Location, rules};
use investchn_localized::{Text, localized};

/// The words that are devices on Windows, with any ending; and com and lpt with a digit.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The endings of the files that are read.
const ENDINGS: [&str; 6] = ["md", "png", "jpg", "jpeg", "webp", "gif"];

/// Warns if the path of a file below `folder` has a name that is no file's, or another one's, on some system.
pub(crate) fn check(folder: &Path, file: &Path, diagnostics: &mut Vec<Diagnostic>) {
    let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if !ENDINGS.contains(&ending.to_ascii_lowercase().as_str()) {
        return;
    }
    let start = Location::line(file, 1);
    if ending != "md" && ending.eq_ignore_ascii_case("md") {
        let message = localized!(
            zh "文件名以 .{ending} 结尾，不会被读取",
            en "the file's name ends with .{ending}, and so it is not read"
        );
        let help = localized!(zh "改成以 .md 结尾", en "end it with .md");
        diagnostics.push(Diagnostic::new(start, &rules::FILE_NAME, message, help));
        return;
    }
    let names = file.strip_prefix(folder).unwrap_or(file).iter().filter_map(|name| name.to_str());
    if let Some(message) = names.filter_map(reason).next() {
        let help = localized!(
            zh "给它改名，引用处一并改：小写字母、数字和连字符在各个系统上都一样",
            en "rename it, and what shows it: small letters, digits and hyphens are the same on every system"
        );
        diagnostics.push(Diagnostic::new(start, &rules::PORTABLE_NAME, message, help));
    }
}

/// Returns why a name is not portable.
fn reason(name: &str) -> Option<Text> {
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_port = ["com", "lpt"].iter().any(|port| {
        stem.strip_prefix(port).is_some_and(|digit| digit.len() == 1 && digit.bytes().all(|it| it.is_ascii_digit()))
    });
    if DEVICES.contains(&stem.as_str()) || is_port {
        Some(localized!(zh "`{name}` 在 Windows 上是设备名", en "`{name}` is a device on Windows"))
    } else if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Some(localized!(
            zh "`{name}` 有大写字母，有的系统不分大小写",
            en "`{name}` has capitals, which some systems do not tell from small letters"
        ))
    } else if name.contains(['<', '>', ':', '"', '|', '?', '*', '\\']) || name.ends_with(['.', ' ']) {
        Some(localized!(
            zh "`{name}` 有 Windows 不允许的符号",
            en "`{name}` has a sign that Windows does not allow"
        ))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_devices_or_have_capitals_are_reported() {
        let found = |name: &str| {
            let mut diagnostics = Vec::new();
            check(Path::new("articles"), &Path::new("articles").join(name), &mut diagnostics);
            diagnostics.iter().map(|it| format!("{} {}", it.rule, it.message)).collect::<String>()
        };
        assert_eq!(found("huaian-htz/aux.png"), "portable-name `aux.png` is a device on Windows");
        assert_eq!(found("con/2022-02-14-1.md"), "portable-name `con` is a device on Windows");
        assert!(found("huaian-htz/com1.jpg").contains("device"));
        assert!(found("huaian-htz/Chart.png").starts_with("portable-name `Chart.png` has capitals"));
        assert!(found("huaian-htz/a.PNG").starts_with("portable-name `a.PNG` has capitals"));
        assert!(found("huaian-htz/2022-02-14-1.MD").starts_with("file-name the file's name ends with .MD"));
        for name in
            ["huaian-htz/2022-02-14-1.md", "huaian-htz/园区.png", "huaian-htz/Thumbs.db", "huaian-htz/console.png"]
        {
            assert_eq!(found(name), "", "{name}");
        }
    }
}
