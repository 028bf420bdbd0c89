//! The content security policy: a page loads the portal's own files only, runs no inline script, and has no inline style but that of its
//! first screen. Every page contains it, for hosts that set no headers; other hosts send it as a header too.

use std::sync::LazyLock;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::NOT_FOUND_SCRIPT;
use crate::first_screen::FirstScreen;

/// The rules for what a page may load and do. A string cannot become a script or a script's address, except through the trusted
/// types policy `investchn`, with which the app registers the worker.
const RULES: [&str; 12] = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types investchn",
];

/// Returns the policy of a page without an inline script, whose only inline style is that of its first screen, if it has one.
pub fn of_page(style: Option<FirstScreen>) -> &'static str {
    // A digest for each of many thousand pages would take a noticeable part of a build.
    static WITHOUT: LazyLock<String> = LazyLock::new(|| with_inline(&[], &[]));
    static WITH: LazyLock<[String; FirstScreen::ALL.len()]> =
        LazyLock::new(|| FirstScreen::ALL.map(|style| with_inline(&[], &[style])));
    style.map_or(&WITHOUT, |style| &WITH[style as usize])
}

/// Returns a policy that suits every page, including `404.html` with the one inline script. Hosts send it for every path.
pub fn of_any() -> String {
    with_inline(&[NOT_FOUND_SCRIPT], &FirstScreen::ALL)
}

/// Allows inline scripts and styles by their digests.
fn with_inline(scripts: &[&str], styles: &[FirstScreen]) -> String {
    let allowed = |rule: &str, digest: String| [rule, " 'sha256-", &digest, "'"].concat();
    let rule = |rule: &&'static str| match rule.split_once(' ') {
        Some(("script-src", _)) => {
            scripts.iter().map(|it| digest(it)).fold((*rule).to_owned(), |rule, it| allowed(&rule, it))
        }
        Some(("style-src", _)) => {
            styles.iter().map(|it| digest(it.style())).fold((*rule).to_owned(), |rule, it| allowed(&rule, it))
        }
        _ => (*rule).to_owned(),
    };
    RULES.iter().map(rule).collect::<Vec<_>>().join("; ")
}

/// Returns the digest of an inline script or style, as a policy writes it.
fn digest(text: &str) -> String {
    STANDARD.encode(Sha256::digest(text))
}

/// Returns the element that sets a policy in a page.
pub fn element(policy: &str) -> String {
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_strict() {
        for policy in [of_page(None), of_page(Some(FirstScreen::Article)), &of_any()] {
            assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
            assert!(!policy.contains(['"', '<', '&', ',', '\n']), "it stands in an attribute, and alone in a header");
            // These directives have no effect in a page.
            assert!(!policy.contains("frame-ancestors"), "{policy}");
        }
        assert_eq!(of_any().matches("'sha256-").count(), 1 + FirstScreen::ALL.len());
        assert_eq!(of_page(Some(FirstScreen::Article)).matches("'sha256-").count(), 1);
        assert_eq!(of_page(None).matches("'sha256-").count(), 0);
        for style in FirstScreen::ALL {
            assert!(of_page(Some(style)).contains(&digest(style.style())), "{style:?}");
        }
    }
}
