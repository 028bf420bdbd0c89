//! The address of a page on the old site, as the source's alias: path and query, without the host. Several parts of a page
//! can state it; this module decides which of them counts.

use super::files::PageFile;
use investchn_lines::html_page::Document;
use investchn_model::OldAddress;

/// Returns the old address, or none if nothing states it or the page is plain text.
pub(super) fn of(document: &Document, file: &PageFile) -> Option<String> {
    let said =
        [&document.canonical, &document.saved_from].into_iter().flatten().find_map(|address| below_site(address));
    said.or_else(|| in_base(document, file)).or_else(|| mirrored(file)).filter(|_| !is_plain(document, file))
}

/// Returns an address with its host, if it has one, or the page says its own, or the site's address is known.
pub(super) fn absolute(document: &Document, file: &PageFile, site: Option<&str>, address: &str) -> Option<String> {
    let lower = address.to_ascii_lowercase();
    if ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)) {
        return Some(address.to_owned());
    }
    if lower.starts_with("javascript:") || address.is_empty() {
        return None;
    }
    let own = [&document.canonical, &document.saved_from, &document.base].into_iter().flatten();
    let is_whole = |own: &&String| own.starts_with("http://") || own.starts_with("https://");
    let in_site = || Some(format!("{}/{}", site?.trim_end_matches('/'), mirrored(file).unwrap_or_default()));
    let own = own.into_iter().find(is_whole).cloned().or_else(in_site)?;
    let (scheme, rest) = own.split_once("://")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    if let Some(other) = address.strip_prefix("//") {
        return Some(format!("{scheme}://{other}"));
    }
    let mut folders: Vec<&str> = path.split(['?', '#']).next().unwrap_or_default().split('/').collect();
    folders.pop();
    let rest = match address.strip_prefix('/') {
        Some(rest) => {
            folders.clear();
            rest
        }
        None => address,
    };
    for part in rest.split('/') {
        match part {
            "." => {}
            ".." => drop(folders.pop()),
            other => folders.push(other),
        }
    }
    Some(format!("{scheme}://{host}/{}", folders.join("/")))
}

/// Returns an address on the page's own site as a path from the folder of the site, and any other address as it is.
pub(super) fn below_own_host<'a>(document: &Document, site: Option<&str>, address: &'a str) -> &'a str {
    let Some(host) = host(address) else { return address };
    let stated = [&document.canonical, &document.saved_from, &document.base].into_iter().flatten().map(String::as_str);
    let is_own = stated.chain(site).filter_map(self::host).any(|own| own.eq_ignore_ascii_case(host));
    let path = address.split_once("://").and_then(|(_, rest)| rest.get(host.len()..));
    path.filter(|path| is_own && path.starts_with('/')).unwrap_or(address)
}

/// Returns the host of an address, with its port.
fn host(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let is_web = ["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web));
    rest.split(['/', '?', '#']).next().filter(|host| is_web && !host.is_empty())
}

/// Returns true if the page is a plain text. An editor copied it from a page, so the name of its file is no address.
fn is_plain(document: &Document, file: &PageFile) -> bool {
    document.title.is_none() && file.path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("txt"))
}

/// Builds the address from `<base>`, which names the folder of the page. A base that is only the host tells nothing.
fn in_base(document: &Document, file: &PageFile) -> Option<String> {
    let base = below_site(document.base.as_deref()?)?;
    let (folder, _) = base.rsplit_once('/')?;
    usable(&[folder, "/", file.path.file_name()?.to_str()?].concat())
}

/// Returns the path below the folder that was named.
fn mirrored(file: &PageFile) -> Option<String> {
    let below = file.path.strip_prefix(&file.root).ok().filter(|_| file.mirrored)?;
    usable(&below.to_str()?.replace('\\', "/"))
}

/// Returns the path and query of an address, with or without a host.
fn below_site(address: &str) -> Option<String> {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest.find('/').map_or("", |at| &rest[at..]));
    usable(rest.split('#').next().unwrap_or_default())
}

/// Returns the address in the form of an alias, as people read it; none if an alias cannot have it. The address of the home page
/// belongs to no article.
fn usable(path: &str) -> Option<String> {
    let path = OldAddress::parse(path)?.readable();
    let home = ["", "index.html", "index.htm", "index.asp", "default.asp", "404.html", "app.html"];
    (!home.contains(&path.to_ascii_lowercase().as_str())).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, root: &str, mirrored: bool) -> PageFile {
        PageFile { path: path.into(), root: root.into(), mirrored }
    }

    fn said(canonical: &str, saved_from: &str, base: &str) -> Document {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let (canonical, saved_from, base) = (some(canonical), some(saved_from), some(base));
        Document { canonical, saved_from, base, title: some("示例"), ..Document::default() }
    }

    #[test]
    fn addresses_in_the_page_take_precedence_over_its_path() {
        let page = file("old/news/1 a.html", "old", true);
        let of = |document: &Document| super::of(document, &page);
        let http = "http://www.example.com";
        assert_eq!(
            of(&said(&[http, "/news/show.asp?id=1#top"].concat(), "", "")).as_deref(),
            Some("news/show.asp?id=1")
        );
        assert_eq!(of(&said("/n/1.html", &[http, "/x"].concat(), "")).as_deref(), Some("n/1.html"));
        assert_eq!(of(&said("", &[http, "/x.asp?id=2"].concat(), "")).as_deref(), Some("x.asp?id=2"));
        assert_eq!(of(&said("", "", &[http, "/base/"].concat())).as_deref(), Some("base/1 a.html"));
        assert_eq!(of(&said("", "", &[http, "/"].concat())).as_deref(), Some("news/1 a.html"));
        assert_eq!(of(&said(http, "", "")).as_deref(), Some("news/1 a.html"));
    }

    #[test]
    fn addresses_get_the_host_of_the_page_or_of_the_site() {
        let page = file("old/news/1.html", "old", true);
        let whole = |document: &Document, site, address: &str| absolute(document, &page, site, address);
        let stated = said("http://www.example.com/a/b/1.html", "", "");
        for (address, expected) in [
            ("/d/1.pdf", Some("http://www.example.com/d/1.pdf")),
            ("../c/1.pdf", Some("http://www.example.com/a/c/1.pdf")),
            ("1.pdf", Some("http://www.example.com/a/b/1.pdf")),
            ("//cdn.example.com/1.pdf", Some("http://cdn.example.com/1.pdf")),
            ("https://example.org/1.pdf", Some("https://example.org/1.pdf")),
            ("javascript:void(0)", None),
        ] {
            assert_eq!(whole(&stated, None, address).as_deref(), expected, "{address}");
        }
        let silent = Document::default();
        assert_eq!(whole(&silent, None, "1.pdf"), None);
        let site = Some("http://www.example.com");
        assert_eq!(whole(&silent, site, "1.pdf").as_deref(), Some("http://www.example.com/news/1.pdf"));
        assert_eq!(whole(&silent, site, "/d/1.pdf").as_deref(), Some("http://www.example.com/d/1.pdf"));
    }

    #[test]
    fn addresses_on_the_own_host_are_paths_from_the_folder_of_the_site() {
        let below = |document: &Document, site, address| below_own_host(document, site, address).to_owned();
        let stated = said("https://www.example.com/a/1.html", "", "");
        assert_eq!(below(&stated, None, "HTTP://WWW.example.com/d/1.pdf"), "/d/1.pdf");
        assert_eq!(
            below(&Document::default(), Some("http://a.example.com/"), "http://a.example.com/d/1.pdf"),
            "/d/1.pdf"
        );
        for other in
            ["http://b.example.com/d/1.pdf", "d/1.pdf", "http://www.example.com", "file:///d/1.pdf", "http:///1.pdf"]
        {
            assert_eq!(below(&stated, None, other), other);
        }
    }

    #[test]
    fn single_files_plain_texts_and_home_pages_have_no_address() {
        assert_eq!(of(&said("", "", ""), &file("old/1.html", "old", false)), None);
        assert_eq!(of(&Document::default(), &file("old/1.txt", "old", true)), None);
        assert_eq!(of(&said("", "", ""), &file("old/index.html", "old", true)), None);
    }
}
