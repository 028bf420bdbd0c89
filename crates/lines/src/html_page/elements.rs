//! Classifies the elements of a page: boxes, blocks, headings, hidden text, icons.

use scraper::node::Element;

use super::lines::TextStyle;

/// Returns true for the elements that a page is divided by.
pub(super) fn is_box(name: &str) -> bool {
    [
        "div",
        "td",
        "th",
        "table",
        "tr",
        "article",
        "section",
        "main",
        "aside",
        "nav",
        "header",
        "footer",
        "form",
        "ul",
        "ol",
        "dl",
        "fieldset",
        "center",
        "blockquote",
    ]
    .contains(&name)
}

/// Returns how an element sets its text.
pub(super) fn style(element: &Element) -> TextStyle {
    let lower = |name: &str| element.attr(name).unwrap_or_default().to_ascii_lowercase();
    let (align, css) = (lower("align"), lower("style").replace(' ', ""));
    let named = [lower("class"), lower("id")].iter().any(|name| is_title_name(name));
    let size = element.attr("size").and_then(|size| size.trim().parse::<i32>().ok()).unwrap_or_default();
    let large =
        element.name() == "font" && (size >= 4 || element.attr("size").is_some_and(|size| size.starts_with('+')));
    TextStyle {
        // A table is centred on the page, not the text in it.
        prominent: (align == "center" && element.name() != "table")
            || css.contains("text-align:center")
            || matches!(element.name(), "center" | "figcaption")
            || large
            || (named && element.name() != "body"),
        right: align == "right" || css.contains("text-align:right"),
        indented: css.contains("text-indent:") && !css.contains("text-indent:0"),
    }
}

/// Returns true if readers of the page did not see the element as text.
pub(super) fn is_hidden(element: &Element) -> bool {
    let style = element.attr("style").map(|style| style.to_ascii_lowercase().replace(' ', "")).unwrap_or_default();
    let not_text = [
        "head", "script", "style", "noscript", "template", "select", "option", "button", "input", "map", "marquee",
        "svg", "noframes",
    ];
    not_text.contains(&element.name()) || style.contains("display:none") || element.attr("hidden").is_some()
}

/// Returns true for elements before and after which a line ends. `br` has no content, so it ends the line twice, which is
/// harmless.
pub(super) fn is_block(name: &str) -> bool {
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "legend",
        "main",
        "nav",
        "p",
        "section",
        "table",
        "tbody",
        "tfoot",
        "thead",
        "tr",
    ]
    .contains(&name)
}

/// Returns true for the elements by which a page sets apart the facts of one line.
pub(super) fn is_inline(name: &str) -> bool {
    ["span", "a", "b", "i", "em", "strong", "small", "label", "font", "time", "cite"].contains(&name)
}

pub(super) fn heading(name: &str) -> Option<u8> {
    let level = name.strip_prefix('h')?.parse().ok()?;
    (1..=6).contains(&level).then_some(level)
}

/// Returns true for an address that no reader of the page could load: a file on the disk of its editor.
pub fn is_broken(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let drive =
        lower.as_bytes().get(1) == Some(&b':') && lower.starts_with(|letter: char| letter.is_ascii_alphabetic());
    drive || ["file:", "data:", "blob:", "about:", "msohtml", "\\\\"].iter().any(|start| lower.starts_with(start))
}

/// Returns true for the icon of a document or a tool.
pub(super) fn is_icon(address: &str) -> bool {
    let lower = address.to_ascii_lowercase();
    let name = lower.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.split(['?', '.']).next().unwrap_or_default();
    let icons =
        ["doc", "docx", "xls", "xlsx", "pdf", "zip", "rar", "ppt", "txt", "wps", "file", "down", "downfile", "attach"];
    let of_editor = ["fileicon", "file_icon", "filetype", "file_type", "sysimage", "/icon_", "ico_"];
    icons.contains(&stem) || stem.starts_with("icon_") || of_editor.iter().any(|part| lower.contains(part))
}

/// Returns true for a picture of at most two pixels: a spacer or a counter.
pub(super) fn is_spacer(element: &Element) -> bool {
    let size = |name: &str| element.attr(name).and_then(|size| size.trim().trim_end_matches("px").parse::<u32>().ok());
    [size("width"), size("height")].into_iter().flatten().any(|size| size <= 2)
}

/// Returns true if an `alt` describes the picture. An `alt` that is only the name of a file does not.
pub(super) fn is_description(alt: &str) -> bool {
    let lower = alt.to_ascii_lowercase();
    let is_name = [".jpg", ".jpeg", ".png", ".gif", ".bmp", ".webp"].iter().any(|ending| lower.ends_with(ending));
    !is_name && alt.chars().any(char::is_alphabetic)
}

/// Returns true for a class or id that names a title: `title`, `art-title`, `wz_bt`, `bt1`.
fn is_title_name(name: &str) -> bool {
    let words = name.split(|letter: char| !letter.is_ascii_alphabetic());
    name.contains("title") || words.into_iter().any(|word| matches!(word, "tit" | "bt" | "btt" | "biaoti"))
}
