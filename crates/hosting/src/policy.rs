//! The content security policy: everything is the portal's own, and nothing runs that is not a file of it. It stands in every
//! page, for hosts that set no headers, and in a header where they do.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::NOT_FOUND_SCRIPT;

/// What a page may load and do. Scripts and links that a script makes out of text are refused, except addresses of scripts by a
/// policy of the name `investchn`: that is the app's door for registering a worker.
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

/// The policy of a page that has no inline script.
pub fn of_page() -> String {
    RULES.join("; ")
}

/// The policy of any page: that of `404.html` too, which has the one inline script. A host sends it at every address.
pub fn of_any() -> String {
    let script =
        format!("script-src 'self' 'wasm-unsafe-eval' 'sha256-{}'", STANDARD.encode(Sha256::digest(NOT_FOUND_SCRIPT)));
    RULES.map(|rule| if rule.starts_with("script-src") { &script } else { rule }).join("; ")
}

/// The element that puts a policy into a page.
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
            // What a header adds has no meaning in a page.
            assert!(!policy.contains("frame-ancestors"), "{policy}");
        }
        assert_eq!(of_any().matches("'sha256-").count(), 1);
    }
}
