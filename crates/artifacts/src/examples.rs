//! Example paths.

use crate::class::Class;

/// A path of each class, for the tests of everything that treats files by their class.
pub const EXAMPLES: [(&str, Class); 50] = [
    ("media/a-0123456789abcdef.png", Class::Media),
    ("media/brochure-0123456789abcdef.pdf", Class::Media),
    ("cards/portal.png", Class::ShareCard),
    ("cards/zone/huaian-htz.png", Class::ShareCard),
    ("app-0123456789abcdef_bg.wasm", Class::ReleaseFile),
    ("style-0123456789ab.css", Class::ReleaseFile),
    ("embed-0123456789abcdef.js", Class::PinnedScript),
    ("start.js", Class::Asset),
    ("search.js", Class::Asset),
    ("search.css", Class::Asset),
    ("icon.svg", Class::Asset),
    ("embed.js", Class::EmbedAsset),
    ("embed/frame.js", Class::EmbedAsset),
    ("article/huaian-htz-20220214-1/index.html", Class::ArticlePage),
    ("data/article/huaian-htz-20220214-1.json", Class::ArticleData),
    ("index.html", Class::ListPage),
    ("zone/huaian-htz/news/2/index.html", Class::ListPage),
    ("data/zone/huaian-htz.json", Class::ListData),
    ("data/changes.json", Class::ListData),
    ("data/register.csv", Class::ListData),
    ("data/charts/years.svg", Class::ListData),
    ("data/schema/view.schema.json", Class::JsonSchema),
    ("search/index.html", Class::ListPage),
    ("data/search/articles.bin", Class::SearchManifest),
    ("data/search/0123456789abcdef/12.bin", Class::SearchFile),
    ("data/search/open/0123456789abcdef.bin", Class::SearchFile),
    ("embed/zone/huaian-htz/index.html", Class::FramePage),
    ("embed/preview/index.html", Class::PreviewPage),
    ("embed/index.html", Class::BuilderPage),
    ("oembed/huaian-htz.json", Class::OembedAnswer),
    ("old/page.htm", Class::OldAddress),
    ("zone/huaian-htz/feed.json", Class::Feed),
    ("sitemap-news.xml", Class::CrawlerFile),
    ("data/site.json", Class::Entry),
    ("sw.js", Class::Shell),
    ("404.html", Class::NotFoundPage),
    ("en/cards/portal.png", Class::ShareCard),
    ("en/manifest.webmanifest", Class::Asset),
    ("en/article/huaian-htz-20220214-1/index.html", Class::ArticlePage),
    ("en/data/article/huaian-htz-20220214-1.json", Class::ArticleData),
    ("en/index.html", Class::ListPage),
    ("en/zone/huaian-htz/index.html", Class::ListPage),
    ("en/data/zone/huaian-htz/latest.json", Class::ListData),
    ("en/data/search/zones.bin", Class::SearchManifest),
    ("en/data/search/0123456789abcdef/12.bin", Class::SearchFile),
    ("en/embed/zone/huaian-htz/index.html", Class::FramePage),
    ("en/oembed/huaian-htz.json", Class::OembedAnswer),
    ("en/feed.xml", Class::Feed),
    ("en/data/site.json", Class::Entry),
    ("en/404.html", Class::NotFoundPage),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_class_has_an_example() {
        for (path, class) in EXAMPLES {
            assert_eq!(Class::of(path), class, "{path}");
        }
    }
}
