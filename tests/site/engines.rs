//! The portal in other browser engines: the flows of `hosts` on one host, and a check that console errors are noticed in these
//! engines too.

use crate::harness::{Engine, Flow, HostKind};
use crate::hosts::{self, BELOW};

/// Runs the flow that `hosts` runs in Chromium.
#[track_caller]
fn reads(engine: Engine) {
    let (live, start) = hosts::live(HostKind::Nginx, BELOW);
    Flow::new().in_engine(engine).run_on(start, move |host, browser| async move {
        hosts::read(&host, &browser, true, || hosts::files_arrive(live.path())).await;
    });
}

/// Provokes an uncaught error, a logged error and a violation of the policy. If the harness missed these, no flow could fail
/// because of its console.
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
fn firefox_passes_the_host_flow() {
    reads(Engine::Firefox);
}

#[test]
fn firefox_console_errors_are_noticed() {
    complains(Engine::Firefox);
}

#[test]
fn webkit_passes_the_host_flow() {
    reads(Engine::WebKit);
}

#[test]
fn webkit_console_errors_are_noticed() {
    complains(Engine::WebKit);
}
