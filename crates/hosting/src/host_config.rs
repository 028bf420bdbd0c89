//! Settings and upload commands for hosts that do not read their configuration from the site, derived from the table of
//! headers. `host/` has them for a portal at the root of its host. This module lists the hosts; the submodules write the texts.

mod caddy;
mod cloudfront;
mod mount;
mod nginx;
mod object_store;

pub use mount::Mount;

/// A host, or a part of the configuration of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// nginx 1.18 or later.
    Nginx,
    /// Caddy 2.
    Caddy,
    /// The upload into a bucket of S3 behind CloudFront.
    S3,
    /// The CloudFront function that rewrites and redirects addresses.
    CloudFrontFunction,
    /// CloudFront's response headers policy.
    CloudFrontHeaders,
    /// A bucket of Aliyun's OSS with its static website.
    AliyunOss,
    /// A bucket of Tencent Cloud's COS with its static website.
    TencentCos,
    /// A bucket of Garage on the operator's own machines.
    Garage,
    /// Caddy in front of the Garage nodes.
    GarageFront,
}

impl Host {
    /// Every host.
    pub const ALL: [Host; 9] = [
        Host::Nginx,
        Host::Caddy,
        Host::S3,
        Host::CloudFrontFunction,
        Host::CloudFrontHeaders,
        Host::AliyunOss,
        Host::TencentCos,
        Host::Garage,
        Host::GarageFront,
    ];

    /// Returns the name of the configuration in `host/`, which is also its name on the command line.
    pub fn file(self) -> &'static str {
        match self {
            Host::Nginx => "nginx.conf",
            Host::Caddy => "Caddyfile",
            Host::S3 => "s3-cloudfront.sh",
            Host::CloudFrontFunction => "cloudfront-function.js",
            Host::CloudFrontHeaders => "cloudfront-headers.json",
            Host::AliyunOss => "aliyun-oss.sh",
            Host::TencentCos => "tencent-cos.sh",
            Host::Garage => "garage.sh",
            Host::GarageFront => "garage.Caddyfile",
        }
    }
}

/// Writes the configuration of a host.
pub fn host_config(host: Host, mount: &Mount) -> String {
    match host {
        Host::Nginx => nginx::config(mount),
        Host::Caddy => caddy::config(mount),
        Host::S3 => object_store::s3(mount),
        Host::CloudFrontFunction => cloudfront::function(mount),
        Host::CloudFrontHeaders => cloudfront::headers(),
        Host::AliyunOss => object_store::oss(mount),
        Host::TencentCos => object_store::cos(mount),
        Host::Garage => object_store::garage(mount),
        Host::GarageFront => caddy::in_front(mount),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// Run `BLESS=1 cargo test -p investchn-hosting host_config` to write the files.
    #[test]
    fn the_files_in_host_match_the_table() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../host");
        for host in Host::ALL {
            let (file, text) = (folder.join(host.file()), host_config(host, &Mount::default()));
            if std::env::var_os("BLESS").is_some() {
                std::fs::write(&file, &text).unwrap();
            }
            assert_eq!(std::fs::read_to_string(&file).unwrap_or_default(), text, "host/{}", host.file());
        }
    }

    #[test]
    fn configurations_for_a_folder_name_its_base() {
        let mount = Mount { base: "/portal/news/".to_owned(), ..Mount::default() };
        for host in Host::ALL.into_iter().filter(|host| *host != Host::CloudFrontHeaders) {
            assert!(host_config(host, &mount).contains("/portal/news/"), "{host:?}");
        }
    }
}
