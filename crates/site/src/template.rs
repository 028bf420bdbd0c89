//! The page of every route, made from the app's own page: head, data block, and addresses relative to the page's depth. What
//! stands in the body is the app's part.

use investchn::{page_meta, prerender};
use investchn_messages::ZH;
use investchn_model::route::{Base, Route};
use investchn_model::{PageData, SCHEMA, View};

use serde_json::value::RawValue;

use crate::error::SiteError;
use crate::head;
use crate::render_context::{RenderContext, escape};
use investchn_hosting::NOT_FOUND_SCRIPT;
use investchn_hosting::policy;
use investchn_sources::Prerender;

/// The element that the app fills, as the app's page writes it.
const APP: &str = "<div id=\"app\">";

/// The app's page, taken apart once.
pub struct Template<'a> {
    before_title: &'a str,
    after_title: &'a str,
    before_app: &'a str,
    /// What stands in the app's element until the app runs.
    boot: &'a str,
    after_app: &'a str,
    end: &'a str,
}

/// What stands on a page without the app: its title without the portal's name, its own elements for the head, and its body.
pub(crate) struct StaticPage<'a> {
    pub(crate) title: &'a str,
    pub(crate) head: &'a str,
    pub(crate) body: &'a str,
}

impl<'a> Template<'a> {
    /// Takes the app's page apart.
    pub fn new(page: &'a str) -> Result<Self, &'static str> {
        let (before_title, rest) = page.split_once("<title>").ok_or("app.html has no <title>")?;
        let (_, rest) = rest.split_once("</title>").ok_or("app.html has no </title>")?;
        let (after_title, body) = rest.split_once("</head>").ok_or("app.html has no </head>")?;
        let (before_app, rest) = body.split_once(APP).ok_or("app.html has no <div id=\"app\">")?;
        let (rest, end) = rest.rsplit_once("</body>").ok_or("app.html has no </body>")?;
        let (boot, after_app) = rest.rsplit_once("</div>").ok_or("app.html has no end of <div id=\"app\">")?;
        Ok(Template { before_title, after_title, before_app, boot, after_app, end })
    }

    /// The page of a route. `json` is the view as its data file has it.
    pub(crate) fn page(
        &self,
        context: RenderContext<'_>,
        route: &Route,
        view: View,
        json: &RawValue,
    ) -> Result<String, SiteError> {
        let RenderContext { site, site_json, prerender, .. } = context;
        let data = PageData { schema: SCHEMA, route: route.path(), site: site_json, view: json };
        // In a script element only `<` could end the block early.
        let data = serde_json::to_string(&data)?.replace('<', "\\u003c");
        let title = escape(&page_meta::title(&view, site));
        let head = head::elements(context, route, &view);
        let up = Base::relative_from(route);
        let [before_title, after_title, before_app, boot, after_app] =
            [self.before_title, self.after_title, self.before_app, self.boot, self.after_app]
                .map(|part| at_depth(part, &up));
        let text = match prerender {
            Prerender::All => prerender::body(site.clone(), view),
            Prerender::None => boot,
        };
        let (policy, end) = (policy::element(&policy::of_page()), self.end);
        Ok(format!(
            "{before_title}{policy}<title>{title}</title>\n{head}{after_title}</head>{before_app}{APP}{text}</div>{after_app}\
             <script type=\"application/json\" id=\"page-data\">{data}</script>\n</body>{end}"
        ))
    }

    /// A page that looks like the portal's but does without the app, at a place below the base.
    pub(crate) fn plain(
        &self,
        RenderContext { site, .. }: RenderContext<'_>,
        below: &str,
        StaticPage { title, head, body }: StaticPage<'_>,
    ) -> String {
        let title = escape(&[title, " - ", &page_meta::portal_name(site)].concat());
        let up = Base::at(&"../".repeat(below.matches('/').count()));
        let parts =
            [self.before_title, self.after_title, self.before_app].map(|part| at_depth(&without_start(part), &up));
        let [before_title, after_title, before_app] = parts;
        let (policy, end) = (policy::element(&policy::of_page()), self.end);
        format!(
            "{before_title}{policy}<title>{title}</title>\n{after_title}{head}</head>{before_app}{APP}{body}</div>\n</body>{end}"
        )
    }

    /// The page for addresses that are not the portal's. It cannot know how deep it is shown, so its own files wait in a
    /// template until the base is found.
    pub(crate) fn not_found(&self, RenderContext { site, base_url, .. }: RenderContext<'_>) -> String {
        let parts = [self.before_title, self.after_title, self.before_app, self.after_app].map(without_relative_tags);
        let assets: String = parts.iter().map(|(_, taken)| taken.as_str()).collect();
        let [before_title, after_title, before_app, after_app] = parts.map(|(rest, _)| rest);
        let title = escape(&[ZH.names.not_found, " - ", &site.name].concat());
        let (home, says, leads) = (escape(base_url), ZH.plain_pages.not_found, ZH.actions.home);
        let plain = format!("<p class=\"boot-notice\">{says}<a href=\"{home}\" target=\"_top\">{leads}</a></p>");
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

/// A part of the app's page, with its addresses as they are seen from a page's depth.
fn at_depth(part: &str, base: &Base) -> String {
    let up = base.join("");
    part.replace(" href=\"./", &[" href=\"", &up].concat()).replace(" src=\"./", &[" src=\"", &up].concat())
}

/// Takes out what starts the app, or is there for it.
fn without_start(html: &str) -> String {
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

/// Takes out the `link` and `script` elements that name a file relative to the page; returns the rest and them.
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

/// Where the next `link` or `script` element begins and ends.
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
    fn addresses_follow_the_pages_depth() {
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
    fn a_page_that_is_not_the_apps_is_refused() {
        for page in ["", "<title>x</title></head><body></body>", "<head><title>x</title>"] {
            assert!(Template::new(page).is_err(), "{page}");
        }
    }
}
