//! Makes the page of every route from the app's own page: head, data block, and addresses relative to the page's depth. The app
//! renders the body.

use std::path::Path;

use investchn::prerender;
use investchn_messages::ZH;
use investchn_model::route::{Base, Route};
use investchn_model::{PageData, SCHEMA, View};
use investchn_navigation::page_meta;
use serde_json::value::RawValue;

use crate::error::SiteError;
use crate::render_context::RenderContext;
use investchn_hosting::NOT_FOUND_SCRIPT;
use investchn_hosting::policy;
use investchn_sources::Prerender;
use investchn_text::escape;

/// The element that the app fills, as it is written in the app's page.
const APP: &str = "<div id=\"app\">";

/// The app's page, split into parts.
pub struct Template<'a> {
    before_title: &'a str,
    after_title: &'a str,
    before_app: &'a str,
    /// The content of the app's element until the app runs.
    boot: &'a str,
    after_app: &'a str,
    end: &'a str,
}

/// The parts of a page without the app: its title without the portal's name, its own elements for the head, and its body.
pub(crate) struct StaticPage<'a> {
    pub(crate) title: &'a str,
    pub(crate) head: &'a str,
    pub(crate) body: &'a str,
}

impl<'a> Template<'a> {
    /// Splits the page of the app in a folder.
    ///
    /// # Errors
    /// If a part is missing; the error names it.
    pub fn new(page: &'a str, folder: &Path) -> Result<Self, SiteError> {
        let part = |found: Option<(&'a str, &'a str)>, reason| {
            found.ok_or_else(|| SiteError::App { path: folder.to_owned(), reason })
        };
        let (before_title, rest) = part(page.split_once("<title>"), "app.html has no <title>")?;
        let (_, rest) = part(rest.split_once("</title>"), "app.html has no </title>")?;
        let (after_title, body) = part(rest.split_once("</head>"), "app.html has no </head>")?;
        let (before_app, rest) = part(body.split_once(APP), "app.html has no <div id=\"app\">")?;
        let (rest, end) = part(rest.rsplit_once("</body>"), "app.html has no </body>")?;
        let (boot, after_app) = part(rest.rsplit_once("</div>"), "app.html has no end of <div id=\"app\">")?;
        Ok(Template { before_title, after_title, before_app, boot, after_app, end })
    }

    /// Renders the page of a route. `json` is the view as it is in the data file.
    pub(crate) fn page(
        &self,
        context: RenderContext<'_>,
        route: &Route,
        view: View,
        json: &RawValue,
    ) -> Result<String, SiteError> {
        let RenderContext { portal, site_json, base_url, prerender, .. } = context;
        let data = PageData { schema: SCHEMA, route: route.path(), site: site_json, view: json };
        // In a script element only `<` could end the block early.
        let data = serde_json::to_string(&data)?.replace('<', "\\u003c");
        let title = escape(&page_meta::title(&view, portal));
        let head = investchn_discovery::elements(portal, base_url, route, &view);
        let up = Base::relative_from(route);
        let [before_title, after_title, before_app, boot, after_app] =
            [self.before_title, self.after_title, self.before_app, self.boot, self.after_app]
                .map(|part| at_depth(part, &up));
        let text = match prerender {
            Prerender::All => prerender::body(portal, view),
            Prerender::None => boot,
        };
        let (policy, end) = (policy::element(&policy::of_page()), self.end);
        Ok(format!(
            "{before_title}{policy}<title>{title}</title>\n{head}{after_title}</head>{before_app}{APP}{text}</div>{after_app}\
             <script type=\"application/json\" id=\"page-data\">{data}</script>\n</body>{end}"
        ))
    }

    /// Renders a page in the portal's style that does not load the app. `below` is its path below the base.
    pub(crate) fn plain(
        &self,
        context: RenderContext<'_>,
        below: &str,
        StaticPage { title, head, body }: StaticPage<'_>,
    ) -> String {
        let title = escape(&[title, " - ", &page_meta::portal_name(context.site())].concat());
        let up = Base::at(&"../".repeat(below.matches('/').count()));
        let parts = [self.before_title, self.after_title, self.before_app]
            .map(|part| at_depth(&without_app_elements(part), &up));
        let [before_title, after_title, before_app] = parts;
        let (policy, end) = (policy::element(&policy::of_page()), self.end);
        format!(
            "{before_title}{policy}<title>{title}</title>\n{after_title}{head}</head>{before_app}{APP}{body}</div>\n</body>{end}"
        )
    }

    /// Renders the page for addresses that the portal does not have. The page does not know the depth at which it is served, so
    /// the elements that name its own files stay in a template until its script has found the base.
    pub(crate) fn not_found(&self, context: RenderContext<'_>) -> String {
        let (site, base_url) = (context.site(), context.base_url);
        let parts = [self.before_title, self.after_title, self.before_app, self.after_app].map(without_relative_tags);
        let assets: String = parts.iter().map(|(_, taken)| taken.as_str()).collect();
        let [before_title, after_title, before_app, after_app] = parts.map(|(rest, _)| rest);
        let title = escape(&[ZH.app.names.not_found, " - ", &site.name].concat());
        let (home, message, link) = (escape(base_url), ZH.plain_pages.not_found, ZH.app.actions.home);
        let plain = format!("<p class=\"boot-notice\">{message}<a href=\"{home}\" target=\"_top\">{link}</a></p>");
        let policy = policy::element(&policy::of_any());
        let Template { boot, end, .. } = self;
        format!(
            "{before_title}{policy}<title>{title}</title>\n<meta name=\"robots\" content=\"noindex\">{after_title}</head>\
             {before_app}{APP}{boot}</div>{after_app}\
             <noscript>{plain}</noscript>\n<template id=\"plain\">{plain}</template>\n\
             <template id=\"assets\">{assets}</template>\n\
             <script type=\"module\">{NOT_FOUND_SCRIPT}</script>\n</body>{end}"
        )
    }
}

/// Adapts the relative addresses in a part of the app's page to the depth of a page.
fn at_depth(part: &str, base: &Base) -> String {
    let up = base.join("");
    part.replace(" href=\"./", &[" href=\"", &up].concat()).replace(" src=\"./", &[" src=\"", &up].concat())
}

/// Removes the elements that start the app or preload its files.
fn without_app_elements(html: &str) -> String {
    let mut rest = String::new();
    let mut left = html;
    while let Some((start, end)) = next_element(left) {
        let element = &left[start..end];
        rest.push_str(&left[..start]);
        if !element.contains("data-wasm=") && !element.contains("rel=\"modulepreload\"") && !element.contains(".wasm\"")
        {
            rest.push_str(element);
        }
        left = &left[end..];
    }
    rest + left
}

/// Separates the `link` and `script` elements with relative addresses from the rest. Returns the rest and these elements.
fn without_relative_tags(html: &str) -> (String, String) {
    let (mut rest, mut taken) = (String::new(), String::new());
    let mut left = html;
    while let Some((start, end)) = next_element(left) {
        let element = &left[start..end];
        rest.push_str(&left[..start]);
        if element.contains("=\"./") {
            taken.push_str(element)
        } else {
            rest.push_str(element)
        }
        left = &left[end..];
    }
    rest.push_str(left);
    (rest, taken)
}

/// Returns the range of the next `link` or `script` element.
fn next_element(html: &str) -> Option<(usize, usize)> {
    let link = html.find("<link ").map(|start| (start, ">"));
    let script = html.find("<script ").map(|start| (start, "</script>"));
    let (start, close) = [link, script].into_iter().flatten().min()?;
    let end = html[start..].find(close)? + start + close.len();
    Some((start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head><title>x</title><link rel=\"icon\" href=\"./icon.svg\"><meta name=\"a\">\
                        <script type=\"module\" src=\"./start.js\" data-js=\"./a.js\"></script></head>\
                        <body><div id=\"app\"></div></body></html>";

    #[test]
    fn relative_addresses_follow_the_depth_of_the_page() {
        let deep = at_depth(PAGE, &Base::relative_from(&Route::parse("/zone/huaian-htz/").unwrap()));
        assert!(deep.contains("href=\"../../icon.svg\"") && deep.contains("src=\"../../start.js\""), "{deep}");
        assert!(deep.contains("data-js=\"./a.js\""), "the start script finds its files by its own address: {deep}");
        assert_eq!(at_depth(PAGE, &Base::relative_from(&Route::Home)), PAGE);
    }

    #[test]
    fn the_not_found_page_names_no_file_outside_its_template() {
        let (rest, taken) = without_relative_tags(PAGE);
        assert!(!rest.contains("./") && rest.contains("<meta name=\"a\">"), "{rest}");
        assert!(taken.starts_with("<link") && taken.ends_with("</script>"), "{taken}");
    }

    #[test]
    fn pages_without_the_apps_elements_are_refused() {
        for page in ["", "<title>x</title></head><body></body>", "<head><title>x</title>"] {
            assert!(Template::new(page, Path::new("app")).is_err(), "{page}");
        }
    }
}
