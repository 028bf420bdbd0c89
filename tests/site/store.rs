//! The portal in an object store of several nodes, set up by the configurations for operators: its properties as a host, and that 20,000
//! articles survive the death of a node while somebody reads and while somebody uploads. The store takes minutes to install, so
//! only `cargo xtask deploy-test --store` runs these tests.

mod corpus;
mod readers;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use fastrand::Rng;
use serde_json::json;

use crate::deploy::{HAS_TEXT, IS_RUNNING};
use crate::harness::{Browser, Flow, Host, Store, Through, Upload, copy};
use crate::hosts;
use crate::releases::releases;
use corpus::Corpus;
use readers::{Expected, Readers};

/// Number of articles corrected at once, so that an upload is long enough to be disturbed.
const CORRECTED: usize = 150;

/// Duration of a reader's walk during each event.
const WALK: Duration = Duration::from_secs(15);

fn publisher() -> PathBuf {
    std::env::var_os("INVESTCHN_PUBLISHER").map(PathBuf::from).expect("`cargo xtask deploy-test --store` names it")
}

/// Checks the store's row of the table in docs/hosting.md.
#[test]
#[ignore = "needs Garage: `cargo xtask deploy-test --store` installs it"]
fn a_store_behind_caddy_passes_the_host_checks() {
    let upload = |store: &Store, site: &Path| {
        let done = store.upload(site, Through::Node(0), &publisher(), |_| true);
        assert!(done.is_whole, "the upload came to its end");
    };
    let start = async move {
        let store = Store::start().await;
        let scratch = tempfile::tempdir().unwrap();
        let first = scratch.path().join("site");
        copy(&releases().before, &first);
        corpus::list_all(&first);
        upload(&store, &first);
        let host = Host::start(store.front(), Path::new("/"), "/").await;
        (host.place.clone(), Arc::new((store, host)))
    };
    Flow::new().run_on(start, move |both, browser| async move {
        let (store, host) = &*both;
        let arrives = || upload(store, &releases().after);
        let row = hosts::row("Garage, three nodes, Caddy", host, &browser, arrives).await;
        assert!(!row.contains("| no |"), "the configuration leaves something out: {row}");
    });
}

#[test]
#[ignore = "needs Garage: `cargo xtask deploy-test --store` installs it"]
fn a_node_may_die_during_reads_and_uploads() {
    let start = async {
        let corpus = Corpus::publish(&publisher());
        let store = Store::start().await;
        let done = store.upload(&corpus.site, Through::Node(0), &publisher(), |_| true);
        assert!(done.is_whole);
        tell("the whole portal", &done);
        println!("  the store says: {}", store.holds());
        let host = Arc::new(Host::start(store.front(), Path::new("/"), "/").await);
        (host.place.clone(), Arc::new((corpus, store, host)))
    };
    Flow::new().within(Duration::from_secs(5_400)).run_on(start, |all, browser| async move {
        let (corpus, store, host) = &*all;
        let play = Play { corpus, store, host, browser: &browser };
        play.a_node_dies_while_somebody_reads().await;
        play.one_article_more().await;
        play.a_node_dies_during_an_upload(2, "another node").await;
        play.a_node_dies_during_an_upload(0, "the node that it goes through").await;
        play.an_upload_is_stopped().await;
        play.all_is_there().await;
    });
}

struct Play<'a> {
    corpus: &'a Corpus,
    store: &'a Store,
    host: &'a Arc<Host>,
    browser: &'a Browser,
}

impl Play<'_> {
    async fn a_node_dies_while_somebody_reads(&self) {
        let readers = Readers::start(self.host, Expected::of(&self.corpus.site));
        self.walk("/").await;
        readers.mark("all nodes up");
        self.store.kill(1);
        self.walk("/news/").await;
        readers.mark("a node down");
        self.store.bring_back(1).await;
        self.walk("/zones/").await;
        readers.stop("it comes back").await;
    }

    async fn one_article_more(&self) {
        let id = self.corpus.one_more();
        let done = self.upload(|_| true);
        assert!(done.is_whole);
        tell("one article more", &done);
        self.browser.goto(&format!("/article/{id}/")).await;
        self.browser.wait_text("h1", corpus::NEW_TITLE).await;
    }

    /// Kills a node during an upload: the one that receives the files, or another.
    async fn a_node_dies_during_an_upload(&self, number: usize, which: &str) {
        let (readers, files) = self.correct(which);
        let done = self.upload(|moved| {
            if moved == files / 3 {
                self.store.kill(number);
            }
            true
        });
        assert!(done.is_whole, "two of three nodes are enough to write");
        let what = format!("an upload during which {which} dies");
        tell(&what, &done);
        readers.mark(&what);
        self.walk("/").await;
        readers.mark("without it");
        self.store.bring_back(number).await;
        readers.stop("it comes back").await;
    }

    async fn an_upload_is_stopped(&self) {
        let (readers, files) = self.correct("the upload itself");
        let done = self.upload(|moved| moved < files / 3);
        assert!(!done.is_whole && done.files < files);
        tell("an upload that is stopped", &done);
        self.walk("/").await;
        readers.mark("it is stopped");
        let done = self.upload(|_| true);
        assert!(done.is_whole);
        tell("the same again", &done);
        readers.stop("it is whole").await;
    }

    /// Corrects articles. Readers may get the old version or the new one.
    fn correct(&self, how: &str) -> (Readers, usize) {
        let mut expected = Expected::of(&self.corpus.site);
        let files = self.corpus.correct(CORRECTED, how);
        expected.also(&self.corpus.site);
        (Readers::start(self.host, expected), files)
    }

    /// Checks that every node has all files by itself: it lists each, and returns it as published.
    async fn all_is_there(&self) {
        println!("  the store says: {}", self.store.holds());
        for number in 0..3 {
            self.store.leave_alone(number).await;
            let differences = self.store.differences(&self.corpus.site, Through::Node(number));
            assert_eq!(differences, Vec::<String>::new(), "as node {number} tells it");
            let readers = Readers::start(self.host, Expected::of(&self.corpus.site));
            self.walk("/").await;
            readers.stop(&format!("node {number} by itself, where nothing is missing and nothing differs")).await;
        }
    }

    fn upload(&self, goes_on: impl FnMut(usize) -> bool) -> Upload {
        let upload = || self.store.upload(&self.corpus.site, Through::Front, &publisher(), goes_on);
        tokio::task::block_in_place(upload)
    }

    /// Reads for a while, beginning at this address.
    async fn walk(&self, from: &str) {
        let begun = Instant::now();
        let mut chance = Rng::with_seed(from.len() as u64);
        self.browser.goto(from).await;
        while begun.elapsed() < WALK {
            let sound = format!(
                "{HAS_TEXT} && {IS_RUNNING} && !document.querySelector('[data-state]:not([data-state=loading])')"
            );
            self.browser.wait_until(&sound, "a sound page").await;
            // As slowly as a person may read: browsers drop history entries of a page that navigates twenty times a second.
            self.browser.wait_settled().await;
            let follow = "const links = [...document.querySelectorAll('main a[href], header a[href]')].filter(it =>
                it.origin === location.origin && !it.hash && it.href !== location.href);
                const link = links[arguments[0] % links.length]; link.click(); return link.href";
            let there = self.browser.execute(follow, vec![json!(chance.u32(..10_000))]).await;
            self.browser.wait_until(&format!("location.href === {there}"), &format!("the page {there}")).await;
        }
    }
}

fn tell(what: &str, upload: &Upload) {
    let Upload { files, bytes, again, .. } = upload;
    let (megabytes, seconds) = (*bytes as f64 / 1e6, upload.took.as_secs_f64());
    println!("  {what}: {files} files, {megabytes:.1} MB, {seconds:.1} s; {again} were sent twice");
}
