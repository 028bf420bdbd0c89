//! The page of every route, made from the app's own page: head, data block, and addresses relative to the page's depth. What
//! stands in the body is the app's part.

use investchn::navigation;
use investchn::route::{Base, Route};
use investchn_content::{PageData, SCHEMA, Site, View};

use crate::error::BuildError;

/// The script of the page that stands at an unknown depth: it finds the portal's base.
const FIND_BASE: &str = include_str!("find_base.js");

/// The app's page, checked once.
pub(crate) struct Template<'a> {
    before_title: &'a str,
    after_title: &'a str,
    body: &'a str,
}

impl<'a> Template<'a> {
    /// Takes the app's page apart.
    pub(crate) fn new(page: &'a str) -> Result<Self, &'static str> {
        let (before_title, rest) = page.split_once("<title>").ok_or("app.html has no <title>")?;
        let (_, rest) = rest.split_once("</title>").ok_or("app.html has no </title>")?;
        let (after_title, body) = rest.split_once("</head>").ok_or("app.html has no </head>")?;
        if !body.contains("id=\"app\"") || !body.contains("</body>") {
            return Err("app.html has no element with the id `app`");
        }
        Ok(Template {
            before_title,
            after_title,
            body,
        })
    }

    /// The page of a route.
    pub(crate) fn page(&self, site: &Site, base_url: &str, route: &Route, view: &View) -> Result<String, BuildError> {
        let data = PageData {
            schema: SCHEMA,
            route: route.path(),
            site: site.clone(),
            view: view.clone(),
        };
        // In a script element only `<` could end the block early.
        let data = serde_json::to_string(&data)?.replace('<', "\\u003c");
        let title = escape(&navigation::title(view, site));
        let description = escape(&navigation::description(view, site));
        let canonical = escape(&Base::at(base_url).join(&route.path()[1..]));
        let Template {
            before_title,
            after_title,
            body,
        } = self;
        let (body, end) = body.rsplit_once("</body>").unwrap_or((body, ""));
        let page = format!(
            "{before_title}<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n\
             <link rel=\"canonical\" href=\"{canonical}\">{after_title}</head>{body}\
             <script type=\"application/json\" id=\"page-data\">{data}</script>\n</body>{end}"
        );
        Ok(self.at_depth(&page, &Base::relative_from(route)))
    }

    /// The page for addresses that are not the portal's. It cannot know how deep it is shown, so its own files wait in a
    /// template until the base is found.
    pub(crate) fn not_found(&self, site: &Site, base_url: &str) -> String {
        let (head, assets) = without_relative_tags(self.after_title);
        let (body, more) = without_relative_tags(self.body);
        let (before, early) = without_relative_tags(self.before_title);
        let title = escape(&["没有找到这个页面 - ", &site.name].concat());
        let home = escape(base_url);
        let (body, end) = body.rsplit_once("</body>").unwrap_or((&body, ""));
        format!(
            "{before}<title>{title}</title>\n<meta name=\"robots\" content=\"noindex\">{head}</head>{body}\
             <noscript><p class=\"boot-notice\">没有找到这个页面。<a href=\"{home}\">回到首页</a></p></noscript>\n\
             <template id=\"assets\">{early}{assets}{more}</template>\n\
             <script type=\"module\">{FIND_BASE}</script>\n</body>{end}"
        )
    }

    fn at_depth(&self, page: &str, base: &Base) -> String {
        let up = base.join("");
        page.replace(" href=\"./", &[" href=\"", &up].concat())
            .replace(" src=\"./", &[" src=\"", &up].concat())
    }
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

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head><title>x</title><link rel=\"icon\" href=\"./icon.svg\"><meta name=\"a\">\
                        <script type=\"module\" src=\"./start.js\" data-js=\"./a.js\"></script></head>\
                        <body><div id=\"app\"></div></body></html>";

    #[test]
    fn addresses_follow_the_pages_depth() {
        let template = Template::new(PAGE).unwrap();
        let deep = template.at_depth(PAGE, &Base::relative_from(&Route::parse("/zone/huaian-htz/").unwrap()));
        assert!(
            deep.contains("href=\"../../icon.svg\"") && deep.contains("src=\"../../start.js\""),
            "{deep}"
        );
        assert!(
            deep.contains("data-js=\"./a.js\""),
            "the start script finds its files by its own address: {deep}"
        );
        assert_eq!(template.at_depth(PAGE, &Base::relative_from(&Route::Home)), PAGE);
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
