//! Selectors that say where the pages of one site have the parts of an article. A person writes them, because a site of a
//! thousand pages has one form.

use ego_tree::{NodeId, NodeRef};
use scraper::{ElementRef, Html, Node, Selector};

use crate::line::clean;

/// A CSS selector that cannot be parsed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no CSS selector")]
pub struct SelectorError(pub String);

/// The selectors of a site's parts, each none if the part is found without. The first element that a selector matches
/// counts; of `dropped`, every element.
#[derive(Clone, Debug, Default)]
pub struct Selectors {
    /// The title.
    pub title: Option<PartSelector>,
    /// The date of publication.
    pub date: Option<PartSelector>,
    /// The source (来源).
    pub source: Option<PartSelector>,
    /// The zone (发布开发区).
    pub zone: Option<PartSelector>,
    /// The body.
    pub body: Option<PartSelector>,
    /// The article before it.
    pub previous: Option<PartSelector>,
    /// The article after it.
    pub next: Option<PartSelector>,
    /// Elements that are never read.
    pub dropped: Vec<PartSelector>,
}

/// A parsed CSS selector.
#[derive(Clone, Debug)]
pub struct PartSelector(Selector);

impl PartSelector {
    /// Parses a selector.
    ///
    /// # Errors
    /// If the text is no selector.
    pub fn parse(text: &str) -> Result<Self, SelectorError> {
        Selector::parse(text).map(PartSelector).map_err(|_| SelectorError(text.to_owned()))
    }

    fn first<'a>(&self, html: &'a Html) -> Option<ElementRef<'a>> {
        html.select(&self.0).next()
    }
}

/// The texts of the parts that selectors found, as the page writes them. The lines of the body are marked in
/// [`Line::selected`](crate::line::Line::selected).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SelectedParts {
    /// The title.
    pub title: Option<String>,
    /// The date, with what stands around it.
    pub date: Option<String>,
    /// The source, with what stands around it.
    pub source: Option<String>,
    /// The zone.
    pub zone: Option<String>,
    /// The title of the article before it.
    pub previous: Option<String>,
    /// The title of the article after it.
    pub next: Option<String>,
}

impl Selectors {
    /// Reads the texts of the parts.
    pub(crate) fn parts(&self, html: &Html) -> SelectedParts {
        let text = |selector: &Option<PartSelector>| {
            let element = selector.as_ref()?.first(html)?;
            let shown = |node: NodeRef<'_, Node>| !node.ancestors().any(|above| is_script(above.value()));
            let texts = element.descendants().filter(|node| shown(*node));
            let text: String = texts.filter_map(|node| node.value().as_text().map(|text| text.to_string())).collect();
            Some(clean(&text.split_whitespace().collect::<Vec<_>>().join(" "))).filter(|text| !text.is_empty())
        };
        SelectedParts {
            title: text(&self.title),
            date: text(&self.date),
            source: text(&self.source),
            zone: text(&self.zone),
            previous: text(&self.previous),
            next: text(&self.next),
        }
    }

    /// Finds the element of the body.
    pub(crate) fn body(&self, html: &Html) -> Option<NodeId> {
        Some(self.body.as_ref()?.first(html)?.id())
    }

    /// Finds the elements that are never read.
    pub(crate) fn dropped(&self, html: &Html) -> Vec<NodeId> {
        self.dropped.iter().flat_map(|selector| html.select(&selector.0)).map(|element| element.id()).collect()
    }
}

fn is_script(node: &Node) -> bool {
    node.as_element().is_some_and(|element| matches!(element.name(), "script" | "style" | "noscript"))
}
