//! CloudFront: the function that maps an address to an object, and the response headers policies.

use serde_json::json;

use super::mount::{Mount, framed_by_us, unframed};
use crate::policy;
use crate::table::SECURITY;

/// Writes the function for viewer requests. It is needed because a bucket has objects but no folders.
pub(super) fn function(Mount { base, .. }: &Mount) -> String {
    format!(
        r#"// CloudFront function, event "viewer request", runtime cloudfront-js-2.0. A bucket knows objects and no folders: an address
// with a slash at its end gets its file, one of a folder without it is sent on to it. The portal's base is {base}
// Written by `investchn-publish host-config`.
function handler(event) {{
  const request = event.request;
  const name = request.uri.slice(request.uri.lastIndexOf("/") + 1);
  if (name === "") {{
    request.uri += "index.html";
  }} else if (!name.includes(".")) {{
    const query = Object.entries(request.querystring).map(([key, it]) => (it.value ? key + "=" + it.value : key)).join("&");
    // One slash at its beginning: with two it would be an address on another host.
    const location = "/" + request.uri.replace(/^[\/\\]+/, "") + "/" + (query ? "?" + query : "");
    return {{ statusCode: 301, statusDescription: "Moved Permanently", headers: {{ location: {{ value: location }} }} }};
  }}
  return request;
}}
"#
    )
}

/// Writes the response headers policies in the format of `aws cloudfront create-response-headers-policy
/// --response-headers-policy-config`. The keys name the behavior that uses each policy.
pub(super) fn headers() -> String {
    let (_, no_frames) = unframed();
    let any = policy::of_any();
    let [_, (_, referrer), (permissions, permitted)] = SECURITY;
    let of = |name: &str, policy: &str, shared: bool| {
        let mut config = json!({
            "Name": name,
            "SecurityHeadersConfig": {
                "ContentSecurityPolicy": { "Override": true, "ContentSecurityPolicy": policy },
                "ContentTypeOptions": { "Override": true },
                "ReferrerPolicy": { "Override": true, "ReferrerPolicy": referrer },
            },
            "CustomHeadersConfig": {
                "Quantity": 1,
                "Items": [{ "Header": permissions, "Value": permitted, "Override": true }],
            },
        });
        if shared {
            config["CorsConfig"] = json!({
                "AccessControlAllowOrigins": { "Quantity": 1, "Items": ["*"] },
                "AccessControlAllowHeaders": { "Quantity": 1, "Items": ["*"] },
                "AccessControlAllowMethods": { "Quantity": 2, "Items": ["GET", "HEAD"] },
                "AccessControlAllowCredentials": false,
                "OriginOverride": true,
            });
        }
        config
    };
    let all = json!({
        "default": of("portal-pages", &no_frames, false),
        "shared": of("portal-shared", &no_frames, true),
        "framed": of("portal-framed", &any, true),
        "framed-by-us": of("portal-preview", &framed_by_us(), false),
    });
    format!("{all:#}\n")
}
