//! Elements as an HTML parser treats them: void elements, SVG elements, and elements that it would put elsewhere than the markup
//! says.

/// Elements without content and without an end tag.
const VOID: [&str; 13] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// Elements of SVG that HTML does not have. `a` and `title` belong to both: inside SVG they are SVG.
const SVG: [&str; 59] = [
    "animate",
    "animateMotion",
    "animateTransform",
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feConvolveMatrix",
    "feDiffuseLighting",
    "feDisplacementMap",
    "feDistantLight",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feImage",
    "feMerge",
    "feMergeNode",
    "feMorphology",
    "feOffset",
    "fePointLight",
    "feSpecularLighting",
    "feSpotLight",
    "feTile",
    "feTurbulence",
    "filter",
    "foreignObject",
    "g",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "mpath",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "set",
    "stop",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "tspan",
    "use",
    "view",
];

/// Elements of SVG whose content is HTML.
const HTML_WITHIN_SVG: [&str; 3] = ["desc", "foreignObject", "title"];

/// Elements whose content is not parsed as HTML, or that a parser does not put where they are written.
const OTHER_CONTENT: [&str; 15] = [
    "body",
    "frameset",
    "head",
    "html",
    "listing",
    "math",
    "noembed",
    "noframes",
    "plaintext",
    "script",
    "style",
    "template",
    "xmp",
    "frame",
    "param",
];

/// Elements whose content is parsed as text only.
const TEXT_ONLY: [&str; 3] = ["iframe", "textarea", "title"];

/// The allowed parents of each part of a table.
const TABLE_PARTS: [(&str, &[&str]); 9] = [
    ("caption", &["table"]),
    ("col", &["colgroup"]),
    ("colgroup", &["table"]),
    ("tbody", &["table"]),
    ("td", &["tr"]),
    ("tfoot", &["table"]),
    ("th", &["tr"]),
    ("thead", &["table"]),
    ("tr", &["tbody", "tfoot", "thead"]),
];

/// Elements that make a parser close an open paragraph.
const ENDS_PARAGRAPH: [&str; 38] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dd",
    "dt",
    "li",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "ul",
];

/// The namespace of an element.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Namespace {
    /// HTML.
    Html,
    /// SVG.
    Svg,
}

/// An open element.
#[derive(Clone, Copy)]
pub(crate) struct Open<'a> {
    /// The element's name.
    pub(crate) name: &'a str,
    /// The element's namespace.
    pub(crate) namespace: Namespace,
}

/// Returns true if HTML has no end tag for an element.
pub(crate) fn is_void(element: Open<'_>) -> bool {
    element.namespace == Namespace::Html && VOID.contains(&element.name)
}

/// Returns the namespace of an element within `parent`, or the reason why it cannot be there. The top level of a template has no
/// parent, because it may be inserted into any element, of SVG too.
pub(crate) fn namespace(name: &str, parent: Option<Open<'_>>) -> Result<Namespace, String> {
    if name.starts_with(|first: char| first.is_ascii_uppercase()) {
        return Err(format!(
            "`{name}` is no element: a Leptos component stands in a slot, as in `{{component({name}())}}`"
        ));
    }
    if OTHER_CONTENT.contains(&name) {
        return Err(format!("`{name}` cannot be in a view: HTML parses its content in another way"));
    }
    let in_svg = parent.is_some_and(|it| it.namespace == Namespace::Svg && !HTML_WITHIN_SVG.contains(&it.name));
    let (svg, shared) = (SVG.contains(&name), matches!(name, "a" | "title"));
    match parent {
        Some(Open { name: parent, .. }) if in_svg && !svg && !shared => Err(format!(
            "`{name}` cannot be in `{parent}`: only elements of SVG can, or `foreignObject` with HTML in it"
        )),
        Some(Open { name: parent, .. }) if !in_svg && svg && name != "svg" => {
            Err(format!("`{name}` cannot be in `{parent}`: it is an element of SVG, so put it into `svg`"))
        }
        _ if in_svg || svg => Ok(Namespace::Svg),
        Some(parent) => within_html(name, parent.name).map(|()| Namespace::Html),
        None if name.contains(|letter: char| letter.is_ascii_uppercase()) => {
            Err(format!("`{name}` is no element: HTML's names are in lower case"))
        }
        None => Ok(Namespace::Html),
    }
}

/// Refuses an element that a parser would not put into `parent`.
fn within_html(name: &str, parent: &str) -> Result<(), String> {
    if name.contains(|letter: char| letter.is_ascii_uppercase()) {
        return Err(format!("`{name}` is no element: HTML's names are in lower case"));
    }
    if VOID.contains(&parent) {
        return Err(format!("`{parent}` is void: it has no content"));
    }
    if TEXT_ONLY.contains(&parent) {
        return Err(format!("`{parent}` has text, and no elements"));
    }
    let parents = TABLE_PARTS.iter().find(|(part, _)| *part == name).map(|(_, parents)| *parents);
    match parents {
        Some(parents) if !parents.contains(&parent) => {
            Err(format!("`{name}` cannot be in `{parent}`: a parser expects it in `{}`", parents.join("` or `")))
        }
        None if is_table_structure(parent) => {
            Err(format!("`{name}` cannot be in `{parent}`: a parser moves it out of the table"))
        }
        None if parent == "p" && ENDS_PARAGRAPH.contains(&name) => {
            Err(format!("`{name}` cannot be in `p`: a parser ends the paragraph before it"))
        }
        _ => Ok(()),
    }
}

/// Returns the reason why an element cannot contain text; none if it can.
pub(crate) fn refuse_text(parent: Open<'_>) -> Option<String> {
    let Open { name, .. } = parent;
    if is_void(parent) {
        return Some(format!("`{name}` is void: it has no content"));
    }
    if name == "iframe" {
        return Some("`iframe` has no content: its page comes from `src`".to_owned());
    }
    is_table_structure(name).then(|| format!("text cannot be in `{name}`: a parser moves it out of the table"))
}

fn is_table_structure(name: &str) -> bool {
    TABLE_PARTS.iter().any(|(_, parents)| parents.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: Namespace = Namespace::Html;

    fn within(name: &str, parent: &str, namespace: Namespace) -> Option<Namespace> {
        self::namespace(name, Some(Open { name: parent, namespace })).ok()
    }

    #[test]
    fn svg_begins_at_svg_and_ends_at_foreign_objects() {
        assert_eq!(within("svg", "p", HTML), Some(Namespace::Svg));
        assert_eq!(within("a", "svg", Namespace::Svg), Some(Namespace::Svg));
        assert_eq!(within("a", "foreignObject", Namespace::Svg), Some(HTML));
        assert_eq!(within("div", "foreignObject", Namespace::Svg), Some(HTML));
        assert_eq!(within("div", "g", Namespace::Svg), None);
        assert_eq!(within("path", "div", HTML), None);
        assert_eq!(namespace("path", None), Ok(Namespace::Svg));
        assert_eq!(namespace("a", None), Ok(HTML));
    }

    #[test]
    fn elements_that_a_parser_moves_are_refused() {
        assert_eq!(within("tr", "table", HTML), None);
        assert_eq!(within("tr", "tbody", HTML), Some(HTML));
        assert_eq!(within("div", "tr", HTML), None);
        assert_eq!(within("ul", "p", HTML), None);
        assert_eq!(within("span", "p", HTML), Some(HTML));
        assert_eq!(within("b", "textarea", HTML), None);
        assert_eq!(within("b", "br", HTML), None);
    }

    #[test]
    fn only_elements_of_html_are_void() {
        assert!(is_void(Open { name: "wbr", namespace: HTML }));
        assert!(!is_void(Open { name: "path", namespace: Namespace::Svg }));
    }
}
