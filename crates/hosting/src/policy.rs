//! The content security policy: a page loads the portal's own files only and runs no inline script. Every page contains it, for
//! hosts that set no headers; other hosts send it as a header too.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::NOT_FOUND_SCRIPT;

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

/// Returns the policy of a page without an inline script.
pub fn of_page() -> String {
    RULES.join("; ")
}

/// Returns a policy that suits every page, including `404.html` with the one inline script. Hosts send it for every path.
pub fn of_any() -> String {
    let script =
        format!("script-src 'self' 'wasm-unsafe-eval' 'sha256-{}'", STANDARD.encode(Sha256::digest(NOT_FOUND_SCRIPT)));
    RULES.map(|rule| if rule.starts_with("script-src") { &script } else { rule }).join("; ")
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
        for policy in [of_page(), of_any()] {
            assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
            assert!(!policy.contains(['"', '<', '&', ',', '\n']), "it stands in an attribute, and alone in a header");
            // These directives have no effect in a page.
            assert!(!policy.contains("frame-ancestors"), "{policy}");
        }
        assert_eq!(of_any().matches("'sha256-").count(), 1);
    }
}
