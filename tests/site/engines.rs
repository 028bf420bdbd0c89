//! The portal in the engines of other browsers: readers do there what `hosts` has them do in Chromium, on one host, and what the
//! console holds against the portal is seen there too.

use crate::harness::{Engine, Flow, HostKind};
use crate::hosts::{self, BELOW};

/// Reads as readers do on any host.
#[track_caller]
fn reads(engine: Engine) {
    let (live, start) = hosts::live(HostKind::Nginx, BELOW);
    Flow::new().in_engine(engine).run_on(start, move |host, browser| async move {
        hosts::read(&host, &browser, true, || hosts::files_arrive(live.path())).await;
    });
}

/// An error that nobody catches, one that is written, and an offence against the policy: without these no flow could fail for its
/// console.
#[track_caller]
fn complains(engine: Engine) {
    let (_live, start) = hosts::live(HostKind::Nginx, BELOW);
    Flow::new().in_engine(engine).run_on(start, move |_, browser| async move {
        browser.goto("/zones/").await;
        browser.wait_for("#app[data-running]").await;
        for (offence, part) in [
            ("setTimeout(() => { throw new Error('not caught') })", "not caught"),
            ("console.error('written')", "written"),
            ("document.head.append(document.createElement('style'))", "style-src"),
        ] {
            browser.execute(offence, Vec::new()).await;
            browser.wait_complaint(part).await;
        }
    });
}

#[test]
fn firefox_reads() {
    reads(Engine::Firefox);
}

#[test]
fn firefox_complains() {
    complains(Engine::Firefox);
}

#[test]
fn webkit_reads() {
    reads(Engine::WebKit);
}

#[test]
fn webkit_complains() {
    complains(Engine::WebKit);
}
