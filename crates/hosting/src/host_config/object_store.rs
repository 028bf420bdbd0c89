//! Object stores: the commands that upload the lists of `deploy` to a bucket. `Cache-Control` is set on upload; headers that a
//! store cannot keep are set by the CDN.

use investchn_model::published::EDITION_FOLDERS;

use super::mount::{Mount, framed_by_us, unframed};
use crate::policy;
use crate::table::{AN_HOUR, EMBEDS, FRAMED, FRAMED_BY_US, IMMUTABLE, REVALIDATE, SHARED, any_part, in_editions};

/// Writes the script for S3 behind CloudFront.
pub(super) fn s3(mount: &Mount) -> String {
    let Mount { base, .. } = mount;
    let shared: String = wildcards(base, &SHARED).iter().map(|path| format!("#      {path}\n")).collect();
    script(
        "S3 with CloudFront",
        &format!(
            "# Once, in the console or by `aws`:\n\
             #   1. The bucket stays private; CloudFront reads it by origin access control. Website hosting stays off. Grant\n\
             #      s3:ListBucket too, or an unknown address is answered by 403 and not by 404.\n\
             #   2. cloudfront-function.js for viewer requests, on every behavior.\n\
             #   3. The response headers policies of cloudfront-headers.json: \"default\" for the default behavior, \"framed\"\n\
             #      for the behaviors {}, \"framed-by-us\" for {}, \"shared\" for these behaviors:\n{shared}\
             #   4. Custom error responses: 404 and 403 to {base}404.html with status 404, kept for 60 seconds.\n\
             #   5. Compression on, with the cache policy CachingOptimized. It sends brotli and gzip itself: no --precompress.\n",
            wildcards(base, &[FRAMED]).join(" and "),
            wildcards(base, &[FRAMED_BY_US]).join(" and ")
        ),
        "s3",
        mount,
        "aws cloudfront create-invalidation --distribution-id \"$DISTRIBUTION\" --paths '/*'   # where a minute is too long\n",
    )
}

/// Writes the script for Aliyun OSS.
pub(super) fn oss(mount: &Mount) -> String {
    let website = "<WebsiteConfiguration>\n  <IndexDocument><Suffix>index.html</Suffix><SupportSubDir>true</SupportSubDir><Type>0</Type></IndexDocument>\n  \
                   <ErrorDocument><Key>404.html</Key><HttpStatus>404</HttpStatus></ErrorDocument>\n</WebsiteConfiguration>";
    let website = website.replace("404.html", &format!("{}404.html", mount.base.trim_start_matches('/')));
    script(
        "Aliyun OSS (对象存储)",
        &format!(
            "# Once: bind a domain of your own (the bucket's own address sends pages as downloads) and switch the static website\n\
             # (静态页面) on: 默认首页 index.html, 子目录首页 on with Redirect (then a folder without its slash is sent on to it),\n\
             # 默认 404 页 {}404.html with status 404. By `ossutil website --method put oss://BUCKET website.xml`:\n{}\
             # Headers below are not the bucket's: set them in the CDN in front of it (CDN > 缓存配置 > 自定义 HTTP 响应头).\n\
             # Compression: 智能压缩 (gzip) and Brotli 压缩 of the CDN; not --precompress.\n{}",
            mount.base.trim_start_matches('/'),
            comment(&website),
            in_the_cdn(&mount.base),
        ),
        "oss",
        mount,
        "",
    )
}

/// Writes the script for Tencent COS.
pub(super) fn cos(mount: &Mount) -> String {
    script(
        "Tencent Cloud COS (对象存储)",
        &format!(
            "# Once: bind a domain of your own (the default one sends pages as downloads) to the source type 静态网站源站, and switch\n\
             # 静态网站 on: 索引文档 index.html, 错误文档 {}404.html, 错误文档响应码 404 (原错误码).\n\
             # Look that a folder without its slash is sent on to it: `curl -sI https://YOUR-DOMAIN{}zones`. Where it is answered\n\
             # by a page instead, add the rule in the CDN (EdgeOne 规则引擎: path without a dot and without a slash at its end,\n\
             # redirect 301 to the same with a slash).\n\
             # Headers below are not the bucket's: set them in the CDN in front of it (HTTP 响应头配置).\n\
             # Compression: 智能压缩 of the CDN, gzip and brotli; not --precompress.\n{}",
            mount.base.trim_start_matches('/'),
            mount.base,
            in_the_cdn(&mount.base),
        ),
        "cos",
        mount,
        "",
    )
}

/// Writes the script for Garage, whose nodes on the operator's own machines share the bucket and serve its website.
pub(super) fn garage(mount: &Mount) -> String {
    let base = mount.base.trim_start_matches('/');
    script(
        "Garage, on three machines of one's own",
        &format!(
            "# Once, on each machine: `cargo install garage --locked --no-default-features --features sqlite,bundled-libs`, and a\n\
             # garage.toml with its own addresses and the same rpc_secret (`openssl rand -hex 32`):\n\
             #   metadata_dir = \"/var/lib/garage/meta\"\n\
             #   data_dir = \"/var/lib/garage/data\"\n\
             #   db_engine = \"sqlite\"\n\
             #   replication_factor = 3\n\
             #   rpc_bind_addr = \"[::]:3901\"\n\
             #   rpc_public_addr = \"ADDRESS:3901\"\n\
             #   rpc_secret = \"SECRET\"\n\
             #   [s3_api]\n\
             #   api_bind_addr = \"[::]:3900\"\n\
             #   s3_region = \"garage\"\n\
             #   [s3_web]\n\
             #   bind_addr = \"[::]:3902\"\n\
             #   root_domain = \".web.example.com\"\n\
             # None but these machines, and Caddy's, may reach these ports: what readers reach is Caddy.\n\
             # `garage -c garage.toml server` runs it. Then, on one of them, with the names that `garage node id -q` prints on each:\n\
             #   garage node connect NODE@ADDRESS:3901                   for the two others\n\
             #   garage layout assign -z ZONE -c 100G NODE               for all three, each in a zone of its own\n\
             #   garage layout apply --version 1\n\
             #   garage bucket create BUCKET                             named as the portal's domain\n\
             #   garage bucket website --allow -i index.html -e {base}404.html BUCKET\n\
             #   garage key create upload\n\
             #   garage bucket allow --read --write BUCKET --key upload\n\
             # The remote: RCLONE_CONFIG_GARAGE_TYPE=s3, _PROVIDER=Other, _REGION=garage, _ENDPOINT=http://127.0.0.1:3909 (Caddy),\n\
             # _ACCESS_KEY_ID and _SECRET_ACCESS_KEY of the key. It has no folders to ask for, and answers with what it stored:\n\
             # RCLONE_S3_NO_HEAD=true and RCLONE_S3_NO_CHECK_BUCKET=true save a request a file.\n\
             # It compresses nothing and sends no header but the type and Cache-Control: `garage.Caddyfile`, in front of the\n\
             # three nodes, adds them, and passes over a node that is down. The site is built without --precompress.\n",
        ),
        "garage",
        mount,
        "",
    )
}

/// Writes a shell script: instructions for the setup as comments, then the upload in the order of the lists.
fn script(name: &str, once: &str, remote: &str, Mount { base, .. }: &Mount, after: &str) -> String {
    let tried = match remote {
        "garage" => "`cargo xtask deploy-test --store` runs it as it is.",
        _ => "Not run by the tests, which reach no such host: what is not sure is said.",
    };
    format!(
        "#!/bin/sh\n\
         # The portal on {name}, base {base}, with rclone and a remote of the name `{remote}`.\n\
         # Written by `investchn-publish host-config`. {tried}\n\
         #\n{once}\
         set -eu\n\
         SITE=${{SITE:-dist}}\n\
         SITE=${{SITE%/}}\n\
         TO={remote}:${{BUCKET:?the bucket}}{base}\n\
         \n\
         LISTS=$SITE.build/deploy\n\
         # What stands on partners' pages is kept for longer than other files.\n\
         EMBEDS='{}'\n\
         \n\
         # Copies the files that it is told, and says how long they are kept. (With no file at all rclone would take every one.)\n\
         copy() {{\n  \
           rclone copy \"$SITE\" \"$TO\" --checksum --no-traverse --transfers 16 --checkers 16 --files-from-raw - \\\n    \
           --header-upload \"Cache-Control: $1\"\n\
         }}\n\
         \n\
         # What changed, stage by stage, each as a whole: then nothing leads to what is not there yet. The first has the files\n\
         # whose names say what is in them.\n\
         for list in \"$LISTS\"/[1-8]-*.txt; do\n  \
           [ -f \"$list\" ] || {{ echo \"there is no $list: build the site first, or say where it is by SITE\" >&2; exit 1; }}\n  \
           case $list in */1-*) KEEP='{IMMUTABLE}' ;; *) KEEP='{REVALIDATE}' ;; esac\n  \
           ! grep -Eqv \"$EMBEDS\" \"$list\" || grep -Ev \"$EMBEDS\" \"$list\" | copy \"$KEEP\"\n  \
           ! grep -Eq \"$EMBEDS\" \"$list\" || grep -E \"$EMBEDS\" \"$list\" | copy '{AN_HOUR}'\n\
         done\n\
         # Removals last. Files of releases that readers may have open are not in the list.\n\
         [ ! -s \"$LISTS/delete.txt\" ] || rclone delete \"$TO\" --files-from-raw \"$LISTS/delete.txt\"\n\
         # The lists begin anew.\n\
         investchn-publish mark-deployed --out \"$SITE\"\n\
         {after}",
        embeds()
    )
}

/// Returns an extended regular expression for the names of embeds and their compressed variants in a list.
fn embeds() -> String {
    let names = in_editions(&EDITION_FOLDERS, &EMBEDS);
    let names = names.map(|pattern| pattern.trim_start_matches('/').trim_end_matches('*').replace('.', "\\."));
    format!("^({})", names.collect::<Vec<_>>().join("|"))
}

/// Lists the headers that the CDN must set, as comments.
fn in_the_cdn(base: &str) -> String {
    let (all, no_frames) = unframed();
    let mut lines: String = all.iter().map(|(name, value)| format!("#   {name}: {value}\n")).collect();
    lines += &format!("#   Content-Security-Policy: {no_frames}\n");
    for (path, policy) in [(FRAMED, policy::of_any()), (FRAMED_BY_US, framed_by_us())] {
        lines += &format!("#     but for {}: {policy}\n", wildcards(base, &[path]).join(" and "));
    }
    lines + &format!("#   Access-Control-Allow-Origin: *\n#     only for {}\n", wildcards(base, &SHARED).join(" "))
}

fn comment(text: &str) -> String {
    text.lines().map(|line| format!("#   {line}\n")).collect()
}

/// Converts path patterns to the notation of CDNs, for every edition.
fn wildcards(base: &str, patterns: &[&str]) -> Vec<String> {
    in_editions(&EDITION_FOLDERS, patterns).map(|pattern| wildcard(base, &pattern)).collect()
}

/// Converts a path pattern to the notation of CDNs, in which `*` stands for any one part.
fn wildcard(base: &str, pattern: &str) -> String {
    let part =
        |part: &str| any_part(part).map_or_else(|| part.to_owned(), |(before, after)| [before, "*", after].concat());
    let parts: Vec<String> = pattern.trim_start_matches('/').split('/').map(part).collect();
    [base, &parts.join("/")].concat()
}
