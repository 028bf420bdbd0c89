//! Unit tests of translations: how they are read, cached and refused, and what an edition may state.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use investchn_diagnostics::Diagnostic;
use investchn_digest::FileStamp;
use investchn_localized::Text;

use crate::{ArticleSource, BuildCache, Files, FoundFile, Lints, MemoryFiles, SourceError, SourceTree};

const ARTICLES: &str = "articles/huaian-htz";
const ENGLISH: &str = "+++\ntitle = \"Example\"\nsummary = \"An example.\"\n+++\n\nAn example.\n";

/// The fixtures with the register, one article, and its translation.
fn content() -> MemoryFiles {
    MemoryFiles::default()
        .with("site.toml", include_str!("../../../tests/fixtures/valid/site.toml"))
        .with("sources.toml", include_str!("../../../tests/fixtures/valid/sources.toml"))
        .with("regions.csv", include_str!("../../../tests/fixtures/valid/regions.csv"))
        .with("zones.csv", include_str!("../../../tests/fixtures/valid/zones.csv"))
        .with(format!("{ARTICLES}/2022-02-14-1.md"), original(""))
        .with(format!("{ARTICLES}/2022-02-14-1.en.md"), ENGLISH)
}

fn original(front: &str) -> String {
    let front =
        format!("title = \"示例\"\npublished = 2022-02-14\nsource = \"示例报\"\nzone = \"huaian-htz\"\n{front}");
    format!("+++\n{front}+++\n\n示例。\n")
}

fn read_with(files: &Arc<dyn Files>, cache: Option<Arc<dyn BuildCache>>) -> (SourceTree, Vec<String>) {
    let mut diagnostics = Vec::new();
    let lint = |translation: crate::ArticleText<'_>,
                original: crate::ArticleText<'_>,
                _: &crate::ZoneLookup,
                found: &mut Vec<Diagnostic>| {
        assert_eq!((translation.article.lang.as_str(), original.article.lang.as_str()), ("en", "zh-CN"));
        assert!(original.text.contains("示例。") && translation.text.contains("An example."));
        let place = translation.article.title_at.in_file(&translation.article.file);
        let rule = &investchn_diagnostics::rules::TRANSLATION_OUTDATED;
        found.push(Diagnostic::new(place, rule, Text::same("compared"), Text::same("nothing")));
    };
    let lints = Lints { translation: lint, ..Lints::NONE };
    let tree = SourceTree::read(files, Path::new(""), cache, lints, &mut diagnostics).unwrap();
    (tree, diagnostics.iter().map(ToString::to_string).collect())
}

fn read(files: MemoryFiles) -> (SourceTree, Vec<String>) {
    read_with(&(Arc::new(files) as Arc<dyn Files>), None)
}

fn only(tree: &SourceTree) -> (&ArticleSource, &ArticleSource) {
    let ([original], [translation]) = (tree.articles.as_slice(), tree.translations("en")) else {
        panic!("{:?} {:?}", tree.articles, tree.translations("en"));
    };
    (original, translation)
}

#[test]
fn a_translation_takes_all_but_its_words_from_its_original() {
    let front = "kind = \"photo\"\naliases = [\"news/show.asp?id=1\"]\n";
    let (tree, diagnostics) = read(content().with(format!("{ARTICLES}/2022-02-14-1.md"), original(front)));
    assert_eq!(diagnostics, ["articles/huaian-htz/2022-02-14-1.en.md:2:9 translation-outdated compared, nothing"]);
    let (original, translation) = only(&tree);
    let mut expected = original.item.clone();
    "Example".clone_into(&mut expected.title);
    "An example.".clone_into(&mut expected.summary);
    assert_eq!(translation.item, expected);
    assert_eq!((translation.lang.as_str(), translation.aliases.len()), ("en", 0));
    let id = &original.item.id;
    assert_eq!(
        (tree.languages_of(id), tree.is_translated("en", id), tree.is_translated("fr", id)),
        (&["en"][..], true, false)
    );
    let bodies = [original, translation].map(|article| format!("{:?}", tree.take_body(article).unwrap()));
    assert!(bodies[0].contains("示例。") && bodies[1].contains("An example."), "{bodies:?}");
}

#[test]
fn a_translation_may_name_its_source_and_corrections() {
    let front = "source = \"Example Daily\"\ncorrections = [{ date = 2023-01-01, text = \"Example\" }]\n+++";
    let english = ENGLISH.replacen("+++\n\n", &[front, "\n\n"].concat(), 1);
    let (tree, _) = read(content().with(format!("{ARTICLES}/2022-02-14-1.en.md"), english));
    let (original, translation) = only(&tree);
    assert_eq!((original.item.source.as_str(), translation.item.source.as_str()), ("示例报", "Example Daily"));
    assert_eq!((original.corrections.len(), translation.corrections.len()), (0, 1));
}

#[test]
fn a_translation_changes_with_its_original() {
    let digests = |files: MemoryFiles| {
        let (tree, _) = read(files);
        let (original, translation) = only(&tree);
        (original.digest, translation.digest, translation.file_digest)
    };
    let before = digests(content());
    let after = digests(content().with(format!("{ARTICLES}/2022-02-14-1.md"), original("kind = \"photo\"\n")));
    assert!(before.0 != after.0 && before.1 != after.1 && before.2 == after.2);
}

#[test]
fn drafts_take_their_translations_with_them() {
    let (mut tree, _) = read(content().with(format!("{ARTICLES}/2022-02-14-1.md"), original("draft = true\n")));
    let id = only(&tree).0.item.id.clone();
    tree.remove_drafts();
    assert!(tree.articles.is_empty() && tree.translations("en").is_empty() && tree.languages_of(&id).is_empty());
}

#[test]
fn a_broken_original_is_one_fault() {
    let (tree, diagnostics) =
        read(content().with(format!("{ARTICLES}/2022-02-14-1.md"), original("kind = \"sound\"\n")));
    assert!(tree.articles.is_empty() && tree.translations("en").is_empty());
    assert_eq!(diagnostics.len(), 1, "{diagnostics:?}");
}

#[test]
fn names_of_regions_and_terms_have_a_column_for_each_language() {
    let terms = "zh,en\n甲,First\n乙,\n";
    let (tree, _) = read(content().with("terms.csv", terms));
    assert_eq!(tree.terms["en"], BTreeMap::from([("甲".to_owned(), "First".to_owned())]));
    assert_eq!(tree.region_names["en"][&"320800".parse().unwrap()], "Huai'an");
    let regions = "code,name,short,pinyin,alpha2,kind\n110000,北京市,北京,Beijing,BJ,municipality\n";
    let (tree, _) = read(content().with("regions.csv", regions));
    assert!(tree.region_names.is_empty(), "the column may be missing");
}

#[test]
fn media_of_a_translation_are_published_with_its_edition_only() {
    let english = ENGLISH.replace("An example.\n", "An example. [File](example.pdf)\n");
    let files = content()
        .with(format!("{ARTICLES}/2022-02-14-1.en.md"), english)
        .with(format!("{ARTICLES}/example.pdf"), "PDF");
    assert_eq!(read(files.clone()).0.media().len(), 0);
    let site = include_str!("../../../tests/fixtures/valid/site.toml");
    let site = format!("{site}\n[en]\nname = \"N\"\nslogan = \"S\"\ncopyright = \"C\"\n");
    let (tree, _) = read(files.with("site.toml", site));
    assert_eq!(tree.media().len(), 1);
    let tags: Vec<&str> = tree.settings.site.editions.iter().map(|edition| edition.tag.as_str()).collect();
    assert_eq!(tags, ["zh-CN", "en"]);
    assert_eq!(tree.settings.editions["en"].contact, None);
}

/// Files that note which of them are read, with settled stamps.
#[derive(Debug)]
struct NotedFiles {
    files: MemoryFiles,
    read: Arc<Mutex<BTreeSet<PathBuf>>>,
}

impl Files for NotedFiles {
    fn read(&self, path: &Path) -> Result<Vec<u8>, SourceError> {
        self.read.lock().unwrap().insert(path.to_owned());
        self.files.read(path)
    }

    fn stamp(&self, path: &Path) -> Result<FileStamp, SourceError> {
        self.files.stamp(path)
    }

    fn below(&self, folder: &Path) -> Result<Vec<FoundFile>, SourceError> {
        self.files.below(folder)
    }
}

/// A cache in memory.
#[derive(Debug, Default)]
struct MemoryCache(Mutex<BTreeMap<String, Vec<u8>>>);

impl BuildCache for MemoryCache {
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        self.0.lock().unwrap().get(name).cloned()
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), SourceError> {
        self.0.lock().unwrap().insert(name.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn path(&self, name: &str) -> PathBuf {
        PathBuf::from(name)
    }
}

#[test]
fn an_unchanged_translation_is_read_once_and_again_with_a_changed_original() {
    let cache = Arc::new(MemoryCache::default());
    let build = |files: MemoryFiles| {
        let noted = Arc::new(Mutex::new(BTreeSet::new()));
        let files: Arc<dyn Files> = Arc::new(NotedFiles { files, read: noted.clone() });
        let (tree, diagnostics) = read_with(&files, Some(cache.clone()));
        let names: Vec<String> = noted
            .lock()
            .unwrap()
            .iter()
            .filter(|path| path.starts_with("articles"))
            .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
            .collect();
        (tree, diagnostics, names)
    };
    let (tree, first, read) = build(content());
    assert_eq!(read, ["2022-02-14-1.en.md", "2022-02-14-1.md"]);
    assert_eq!(tree.take_body(&tree.translations("en")[0]).unwrap().len(), 1, "from memory");
    let (tree, second, read) = build(content());
    assert_eq!(read, Vec::<String>::new());
    assert_eq!(second, first, "incremental builds repeat diagnostics");
    assert!(
        format!("{:?}", tree.take_body(&tree.translations("en")[0]).unwrap()).contains("An example."),
        "from the file"
    );
    let (_, third, read) = build(content().with(format!("{ARTICLES}/2022-02-14-1.md"), original("kind = \"photo\"\n")));
    assert_eq!((read.len(), third), (2, first));
}

/// Every field has a value that is not the default, since a part that the cache left out would be missing on the pages.
#[test]
fn an_article_from_the_cache_is_as_it_was_read() {
    let other = "articles/beijing-etdz/1984-1.md";
    let front = "kind = \"photo\"\nsummary = \"示例摘要。\"\naliases = [\"show.asp?id=1\", \"a.htm\"]\ndraft = true\n\
                 previous = { title = \"示例旧条\", zone = \"beijing-etdz\" }\nnext = { article = \"beijing-etdz-1984-1\" }\n\
                 suppress = [{ rule = \"unbalanced\", reason = \"示例。\" }]\n\
                 corrections = [{ date = 2022-03-01, text = \"示例更正。\" }]\n";
    let body = "示例。[开发区](/zone/huaian-htz/)，[稿件](../beijing-etdz/1984-1.md)，[文件](example.pdf)。\n\n![示例图](picture.png)\n";
    let text = original(front).replace("\n\n示例。\n", &["\n\n", body].concat());
    let picture = include_bytes!("../../../tests/fixtures/valid/articles/huaian-htz/square.png");
    let files = content()
        .with(format!("{ARTICLES}/2022-02-14-1.md"), text)
        .with(other, original("").replace("2022-02-14", "\"1984\"").replace("huaian-htz", "beijing-etdz"))
        .with(format!("{ARTICLES}/picture.png"), picture)
        .with(format!("{ARTICLES}/example.pdf"), "PDF");
    let cache = Arc::new(MemoryCache::default());
    let read = || {
        let noted = Arc::new(Mutex::new(BTreeSet::new()));
        let files: Arc<dyn Files> = Arc::new(NotedFiles { files: files.clone(), read: noted.clone() });
        let (tree, diagnostics) = read_with(&files, Some(cache.clone()));
        let articles =
            noted.lock().unwrap().iter().filter(|path| path.extension().is_some_and(|it| it == "md")).count();
        (format!("{:?}{:?}", tree.articles, tree.translations("en")), diagnostics, articles)
    };
    let (first, diagnostics, count) = read();
    for part in
        ["Title {", "Article {", "Correction {", "Suppression {", "InternalLink {", "MediaFile {", "Picture {", "a.htm"]
    {
        assert!(first.contains(part), "{part}: {first} {diagnostics:?}");
    }
    assert_eq!(count, 3);
    assert_eq!(read(), (first, diagnostics, 0));
}
