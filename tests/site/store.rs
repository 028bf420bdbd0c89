//! The portal in a store of several nodes, by the recipes that operators are given: what it is like as a host, and that many articles
//! in it outlive the death of a node while somebody reads and while somebody uploads. Installing the store takes minutes, so these
//! are played by `cargo xtask deploy-test --store` alone.

mod corpus;
mod readers;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use crate::deploy::{DRESSED, READS};
use crate::harness::{Browser, Flow, Host, Store, Upload, copy};
use crate::hosts;
use crate::releases::releases;
use corpus::Corpus;
use readers::{Expected, Readers};

/// The portal's bucket.
const BUCKET: &str = "portal";

/// How many articles are corrected at once, so that an upload is long enough to be disturbed.
const CORRECTED: usize = 150;

/// How often a reader goes to another page, for each thing that happens.
const STEPS: u32 = 10;

fn publisher() -> PathBuf {
    std::env::var_os("INVESTCHN_PUBLISHER").map(PathBuf::from).expect("`cargo xtask deploy-test --store` names it")
}

/// The row of the table in docs/hosting.md.
#[test]
#[ignore = "needs Garage: `cargo xtask deploy-test --store` installs it"]
fn a_store_with_caddy_in_front_is_a_host() {
    let start = async {
        let store = Store::start(&[BUCKET]).await;
        let host = Host::start(store.front(BUCKET), Path::new("/"), "/").await;
        (host.place.clone(), Arc::new((store, host)))
    };
    Flow::new().run_on(start, |both, browser| async move {
        let (store, host) = &*both;
        let upload = |site: &Path| {
            let done = store.upload(site, BUCKET, 0, &publisher(), |_| {});
            assert!(done.is_whole, "the upload came to its end");
        };
        let room = tempfile::tempdir().unwrap();
        let first = room.path().join("site");
        copy(&releases().before, &first);
        corpus::list_all(&first);
        upload(&first);
        let row = hosts::row("Garage, three nodes, Caddy", host, &browser, || upload(&releases().after)).await;
        assert!(!row.contains("| no |"), "the recipe leaves something out: {row}");
    });
}

#[test]
#[ignore = "needs Garage: `cargo xtask deploy-test --store` installs it"]
fn a_node_may_die_while_somebody_reads_and_while_somebody_uploads() {
    let corpus = Corpus::publish(&publisher());
    let start = async {
        let store = Store::start(&[BUCKET]).await;
        let host = Host::start(store.front(BUCKET), Path::new("/"), "/").await;
        (host.place.clone(), Arc::new((store, Arc::new(host))))
    };
    Flow::new().within(Duration::from_secs(5_400)).run_on(start, |both, browser| async move {
        let (store, host) = &*both;
        let play = Play { corpus, store, host, browser: &browser };
        play.first_upload();
        play.a_node_dies_while_somebody_reads().await;
        play.one_article_more().await;
        play.another_node_dies_during_an_upload().await;
        play.the_node_that_is_uploaded_to_dies().await;
        play.all_is_there().await;
    });
}

struct Play<'a> {
    corpus: Corpus,
    store: &'a Store,
    host: &'a Arc<Host>,
    browser: &'a Browser,
}

impl Play<'_> {
    fn first_upload(&self) {
        let done = self.upload(0, |_| {});
        assert!(done.is_whole);
        tell("the whole portal", &done);
        println!("  the store says: {}", self.store.holds(BUCKET));
    }

    async fn a_node_dies_while_somebody_reads(&self) {
        let readers = Readers::start(self.host, Expected::of(&self.corpus.site));
        self.walk("/", STEPS).await;
        readers.mark("all nodes up");
        self.store.kill(1);
        self.walk("/news/", STEPS).await;
        readers.mark("a node down");
        self.store.bring_back(1).await;
        self.walk("/zones/", STEPS).await;
        readers.mark("it comes back");
        readers.stop("reading").await;
    }

    async fn one_article_more(&self) {
        let id = self.corpus.one_more();
        let done = self.upload(0, |_| {});
        assert!(done.is_whole);
        tell("one article more", &done);
        self.browser.goto(&format!("/article/{id}/")).await;
        self.browser.wait_text("h1", corpus::NEW_TITLE).await;
    }

    async fn another_node_dies_during_an_upload(&self) {
        let mut expected = Expected::of(&self.corpus.site);
        let files = self.corpus.correct(CORRECTED, "一");
        expected.also(&self.corpus.site);
        let readers = Readers::start(self.host, expected);
        let done = self.upload(0, |moved| {
            if moved == files / 3 {
                self.store.kill(2);
            }
        });
        readers.mark("a node dies during an upload through another");
        assert!(done.is_whole, "two of three nodes are enough to write");
        tell("an upload during which another node dies", &done);
        self.walk("/", STEPS).await;
        self.store.bring_back(2).await;
        readers.mark("it comes back");
        readers.stop("an upload during which another node dies").await;
    }

    async fn the_node_that_is_uploaded_to_dies(&self) {
        let mut expected = Expected::of(&self.corpus.site);
        let files = self.corpus.correct(CORRECTED, "二");
        expected.also(&self.corpus.site);
        let readers = Readers::start(self.host, expected);
        let stopped = self.upload(0, |moved| {
            if moved == files / 3 {
                self.store.kill(0);
            }
        });
        readers.mark("the node dies that is uploaded to");
        assert!(!stopped.is_whole, "the script says that it did not come to its end");
        tell("an upload to a node that dies, until then", &stopped);
        self.walk("/", STEPS).await;
        let done = self.upload(1, |_| {});
        assert!(done.is_whole);
        tell("the same again, through the next node", &done);
        readers.mark("the upload again");
        self.store.bring_back(0).await;
        readers.stop("an upload to a node that dies").await;
    }

    /// Each node knows of each file, and two of them give back all of it: the third, which never died alone, may be gone.
    async fn all_is_there(&self) {
        for through in 0..3 {
            let differences = self.store.differences(&self.corpus.site, BUCKET, through);
            assert_eq!(differences, Vec::<String>::new(), "as node {through} tells it");
        }
        self.store.kill(1);
        let readers = Readers::start(self.host, Expected::of(&self.corpus.site));
        self.walk("/", STEPS).await;
        readers.stop("the nodes that died, without the third").await;
        println!("  the store says: {}; nothing is missing, nothing differs", self.store.holds(BUCKET));
    }

    fn upload(&self, through: usize, moved: impl FnMut(usize)) -> Upload {
        tokio::task::block_in_place(|| self.store.upload(&self.corpus.site, BUCKET, through, &publisher(), moved))
    }

    /// Somebody reads on, from here.
    async fn walk(&self, from: &str, steps: u32) {
        self.browser.goto(from).await;
        for step in 0..steps {
            let told = format!("a sound page after {step} steps from {from}");
            let sound =
                format!("{READS} && {DRESSED} && !document.querySelector('[data-state]:not([data-state=loading])')");
            self.browser.wait_until(&sound, &told).await;
            let follow = "const links = [...document.querySelectorAll('main a[href]')].filter(it =>
                it.origin === location.origin && !it.hash && it.href !== location.href);
                links[arguments[0] % links.length].click();";
            self.browser.execute(follow, vec![json!(step * 7 + 3)]).await;
        }
    }
}

fn tell(what: &str, upload: &Upload) {
    let (files, seconds) = (upload.files, upload.took.as_secs_f64());
    println!("  {what}: {files} files, {:.1} MB, {seconds:.1} s", upload.bytes as f64 / 1e6);
}
