//! Makes the page of every route from the app's own page: head, data block, and addresses relative to the page's depth. The app
//! renders the body.

use std::path::Path;

use investchn::prerender;
use investchn::views::pages::is_live;
use investchn_discovery::Alternate;
use investchn_messages::ZH;
use investchn_model::published::WEB_MANIFEST;
use investchn_model::route::{Base, Route};
use investchn_model::{Kind, PageData, SCHEMA, Subject, View};
use investchn_navigation::page_meta;
use investchn_navigation::site_context::SiteContext;
use serde_json::value::RawValue;

use crate::error::SiteError;
use crate::render_context::RenderContext;
use investchn_hosting::policy;
use investchn_hosting::{FirstScreen, NOT_FOUND_SCRIPT};
use investchn_localized::localized;
use investchn_sources::Prerender;
use investchn_text::escape;

/// The element that the app fills, as it is written in the app's page.
const APP: &str = "<div id=\"app\">";

/// The start of the element with the portal's name that a page shows until the app runs, as it is written in the app's page.
const BOOT_NAME: &str = "<p class=\"boot-name\">";

/// The app's page, split into parts.
pub struct Template<'a> {
    before_title: &'a str,
    /// The rest of the head, before and after the whole sheet.
    after_title: [&'a str; 2],
    /// The element that loads the whole sheet.
    sheet: &'a str,
    before_app: &'a str,
    /// The content of the app's element until the app runs.
    boot: &'a str,
    after_app: &'a str,
    end: &'a str,
    /// The files of the app's words, one of each language; none for an app that was built before there were any.
    words: Vec<&'a str>,
}

/// The start of the attribute that names the files of the app's words, as it is written in the app's page.
const WORDS: &str = "data-words=\"";

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
        let part = |found: Option<(&'a str, &'a str)>, lacks: &str| {
            let missing = || localized!(zh "app.html 中没有 {lacks}", en "{lacks}");
            found.ok_or_else(|| SiteError::App { path: folder.to_owned(), missing: missing() })
        };
        let (before_title, rest) = part(page.split_once("<title>"), "<title>")?;
        let (_, rest) = part(rest.split_once("</title>"), "</title>")?;
        let (after_title, body) = part(rest.split_once("</head>"), "</head>")?;
        let (before_sheet, sheet, after_sheet) = around_sheet(after_title);
        let after_title = [before_sheet, after_sheet];
        let (before_app, rest) = part(body.split_once(APP), "<div id=\"app\">")?;
        let (rest, end) = part(rest.rsplit_once("</body>"), "</body>")?;
        let (boot, after_app) = part(rest.rsplit_once("</div>"), "</div>")?;
        let words = page.split_once(WORDS).and_then(|(_, rest)| rest.split_once('"'));
        let words = words.map_or_else(Vec::new, |(names, _)| names.split(' ').collect());
        Ok(Template { before_title, after_title, sheet, before_app, boot, after_app, end, words })
    }

    /// Returns the element that loads the words of an edition while the start script is on its way.
    fn words_preload(&self, context: RenderContext<'_>) -> String {
        let start = ["words-", context.messages.lang()].concat();
        let own = self.words.iter().find(|name| name.starts_with(&start));
        own.map_or_else(String::new, |name| format!("<link rel=\"modulepreload\" href=\"./{name}\">\n"))
    }

    /// Returns the rest of the head, with the whole sheet.
    fn after_title(&self) -> String {
        let [before, after] = self.after_title;
        [before, self.sheet, after].concat()
    }

    /// Renders the page of a route. `json` is the view as it is in the data file. The page has it if its text alone is not enough for the
    /// app to take it over. The whole sheet is at the end of a page that has the style of its first screen, so that the text need not
    /// wait for it.
    pub(crate) fn page(
        &self,
        context: RenderContext<'_>,
        route: &Route,
        view: View,
        json: &RawValue,
        alternates: &[Alternate],
    ) -> Result<String, SiteError> {
        let RenderContext { portal, site_json, prerender, .. } = context;
        let has_view = prerender == Prerender::None || is_live(&view);
        let data = PageData {
            schema: SCHEMA,
            route: route.path(),
            site: site_json,
            view: has_view.then_some(json),
            name: match &view {
                View::List(list) if !has_view => list.subject.place_name().map(str::to_owned),
                _ => None,
            },
            article: match &view {
                View::Article(article) if !has_view => Some(article.facts()),
                _ => None,
            },
        };
        // In a script element only `<` could end the block early.
        let data = serde_json::to_string(&data)?.replace('<', "\\u003c");
        let style = first_screen(&view).filter(|_| prerender == Prerender::All);
        let after_title = if style.is_some() { self.after_title.concat() } else { self.after_title() };
        let sheet_at_end = if style.is_some() { self.sheet } else { "" };
        let title = escape(&page_meta::title(&view, portal));
        let head = investchn_discovery::elements(portal, &context.page(&route.below()), route, &view, alternates);
        let below = route.below();
        let words = self.words_preload(context);
        let [before_title, words, after_title, before_app, after_app, sheet_at_end] =
            [self.before_title, &words, &after_title, self.before_app, self.after_app, sheet_at_end]
                .map(|part| part_of(context, &below, part));
        let text = match prerender {
            Prerender::All => prerender::body(portal, view),
            Prerender::None => self.boot(context),
        };
        let (policy, end) = (policy::element(policy::of_page(style)), self.end);
        let style = style.map(FirstScreen::element).unwrap_or_default();
        Ok(format!(
            "{before_title}{policy}<title>{title}</title>\n{style}{head}{words}{after_title}</head>{before_app}{APP}{text}</div>{after_app}\
             <script type=\"application/json\" id=\"page-data\">{data}</script>\n{sheet_at_end}</body>{end}"
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
        let parts = [self.before_title, &self.after_title(), self.before_app]
            .map(|part| part_of(context, below, &without_app_elements(part)));
        let [before_title, after_title, before_app] = parts;
        let (policy, end) = (policy::element(policy::of_page(None)), self.end);
        format!(
            "{before_title}{policy}<title>{title}</title>\n{after_title}{head}</head>{before_app}{APP}{body}</div>\n</body>{end}"
        )
    }

    /// Renders the page for addresses that the portal does not have, in an edition's folder. The page does not know the depth at which
    /// it is served, so the elements that name its own files stay in a template until its script has found the base. `all` are the
    /// editions in whose words the page says it.
    pub(crate) fn not_found(&self, context: RenderContext<'_>, all: &[RenderContext<'_>]) -> String {
        let language = |part| in_language(context, part);
        let parts = [self.before_title, &self.after_title(), self.before_app, self.after_app].map(language);
        let parts = parts.each_ref().map(|part| without_relative_tags(part));
        let assets: String = parts.iter().map(|(_, taken)| taken.as_str()).collect();
        let [before_title, after_title, before_app, after_app] = parts.map(|(rest, _)| rest);
        let title = escape(&[context.messages.app.names.not_found, " - ", &context.site().name].concat());
        let plain: String =
            all.iter().map(|it| not_found_notice(*it, it.messages.lang() != context.messages.lang())).collect();
        let policy = policy::element(&policy::of_any());
        let (boot, end) = (self.boot(context), self.end);
        format!(
            "{before_title}{policy}<title>{title}</title>\n<meta name=\"robots\" content=\"noindex\">{after_title}</head>\
             {before_app}{APP}{boot}</div>{after_app}\
             <noscript>{plain}</noscript>\n<template id=\"plain\">{plain}</template>\n\
             <template id=\"assets\">{assets}</template>\n\
             <script type=\"module\">{NOT_FOUND_SCRIPT}</script>\n</body>{end}"
        )
    }

    /// Returns the content of the app's element until the app runs, in the words of an edition.
    fn boot(&self, context: RenderContext<'_>) -> String {
        let (own, words) = (&ZH.boot, &context.messages.boot);
        let boot = self.boot.replace(own.opening, words.opening).replace(own.no_scripts, words.no_scripts);
        let boot = boot.replace(ZH.start.failed, context.messages.start.failed);
        match boot.split_once(BOOT_NAME).and_then(|(before, rest)| Some((before, rest.split_once("</p>")?.1))) {
            Some((before, after)) if !context.folder().is_empty() => {
                [before, BOOT_NAME, &escape(&context.site().name), "</p>", after].concat()
            }
            _ => boot,
        }
    }
}

/// Returns the style that the page of a view contains; none if it is one of the few pages that need most of the sheet.
fn first_screen(view: &View) -> Option<FirstScreen> {
    match view {
        View::Home(_) => Some(FirstScreen::Home),
        View::List(list) => match list.subject {
            Subject::Zone { kind: None | Some(Kind::Text | Kind::Video), .. } => Some(FirstScreen::Zone),
            Subject::Zone { .. } | Subject::Region { .. } | Subject::News { .. } => Some(FirstScreen::List),
        },
        View::Article(_) => Some(FirstScreen::Article),
        View::Register(_) | View::OfflinePage(_) => None,
    }
}

/// Splits a part of the app's page around the element that loads the whole sheet, which is empty if there is none.
fn around_sheet(part: &str) -> (&str, &str, &str) {
    let mut from = 0;
    while let Some((start, end)) = next_element(&part[from..]) {
        let (start, end) = (from + start, from + end);
        if part[start..end].contains("rel=\"stylesheet\"") {
            return (&part[..start], &part[start..end], &part[end..]);
        }
        from = end;
    }
    (part, "", "")
}

/// Says that a page is not found, with a link to the edition's home page.
fn not_found_notice(context: RenderContext<'_>, is_foreign: bool) -> String {
    let words = context.messages;
    let home = escape(&context.portal.base.join(""));
    let (message, link) = (words.plain_pages.not_found, words.app.actions.home);
    let lang = if is_foreign { [" lang=\"", words.lang(), "\""].concat() } else { String::new() };
    format!("<p class=\"boot-notice\"{lang}>{message}<a href=\"{home}\" target=\"_top\">{link}</a></p>")
}

/// Adapts a part of the app's page to a page at a path below an edition's folder: its language, and its relative addresses.
fn part_of(context: RenderContext<'_>, below: &str, part: &str) -> String {
    let SiteContext { root, base, .. } = context.portal.relative_from(below);
    let manifest = |base: &Base| [" href=\"", &base.join(""), WEB_MANIFEST, "\""].concat();
    at_depth(&in_language(context, part), &root).replace(&manifest(&root), &manifest(&base))
}

/// Puts the edition's language into the first element of the app's page.
fn in_language(context: RenderContext<'_>, part: &str) -> String {
    let html = |lang: &str| ["<html lang=\"", lang, "\""].concat();
    part.replace(&html(ZH.lang()), &html(context.messages.lang()))
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
        let deep = at_depth(PAGE, &Base::relative_from("zone/huaian-htz/"));
        assert!(deep.contains("href=\"../../icon.svg\"") && deep.contains("src=\"../../start.js\""), "{deep}");
        assert!(deep.contains("data-js=\"./a.js\""), "the start script finds its files by its own address: {deep}");
        assert_eq!(at_depth(PAGE, &Base::relative_from("")), PAGE);
    }

    #[test]
    fn a_page_loads_the_words_of_its_language_early() {
        let page = PAGE.replace("data-js=", "data-words=\"words-zh-CN-1.js words-en-2.js\" data-js=");
        let template = Template::new(&page, Path::new("app")).unwrap();
        assert_eq!(template.words, ["words-zh-CN-1.js", "words-en-2.js"]);
        assert!(Template::new(PAGE, Path::new("app")).unwrap().words.is_empty());
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
