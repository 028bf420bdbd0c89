#!/bin/sh
# The portal on S3 with CloudFront, base /, with rclone and a remote of the name `s3`.
# Written by `investchn-publish host-config`. Not run by the tests, which reach no such host: what is not sure is said.
#
# Once, in the console or by `aws`:
#   1. The bucket stays private; CloudFront reads it by origin access control. Website hosting stays off. Grant
#      s3:ListBucket too, or an unknown address is answered by 403 and not by 404.
#   2. cloudfront-function.js for viewer requests, on every behavior.
#   3. The response headers policies of cloudfront-headers.json: "default" for the default behavior, "framed"
#      for the behaviors /embed/zone/* and /en/embed/zone/*, "framed-by-us" for /embed/preview/* and /en/embed/preview/*, "shared" for these behaviors:
#      /data/*
#      /feed.xml
#      /feed.json
#      /news/*/feed.xml
#      /news/*/feed.json
#      /region/*/feed.xml
#      /region/*/feed.json
#      /zone/*/feed.xml
#      /zone/*/feed.json
#      /embed.js
#      /embed-*.js
#      /embed/*
#      /oembed/*
#      /en/data/*
#      /en/feed.xml
#      /en/feed.json
#      /en/news/*/feed.xml
#      /en/news/*/feed.json
#      /en/region/*/feed.xml
#      /en/region/*/feed.json
#      /en/zone/*/feed.xml
#      /en/zone/*/feed.json
#      /en/embed/*
#      /en/oembed/*
#   4. Custom error responses: 404 and 403 to /404.html with status 404, kept for 60 seconds.
#   5. Compression on, with the cache policy CachingOptimized. It sends brotli and gzip itself: no --precompress.
set -eu
SITE=${SITE:-dist}
SITE=${SITE%/}
TO=s3:${BUCKET:?the bucket}/

LISTS=$SITE.build/deploy
# What stands on partners' pages is kept for longer than other files.
EMBEDS='^(embed\.js|embed/|oembed/|en/embed/|en/oembed/)'

# Copies the files that it is told, and says how long they are kept. (With no file at all rclone would take every one.)
copy() {
  rclone copy "$SITE" "$TO" --checksum --no-traverse --transfers 16 --checkers 16 --files-from-raw - \
    --header-upload "Cache-Control: $1"
}

# What changed, stage by stage, each as a whole: then nothing leads to what is not there yet. The first has the files
# whose names say what is in them.
for list in "$LISTS"/[1-8]-*.txt; do
  [ -f "$list" ] || { echo "there is no $list: build the site first, or say where it is by SITE" >&2; exit 1; }
  case $list in */1-*) KEEP='public, max-age=31536000, immutable' ;; *) KEEP='public, max-age=60, must-revalidate' ;; esac
  ! grep -Eqv "$EMBEDS" "$list" || grep -Ev "$EMBEDS" "$list" | copy "$KEEP"
  ! grep -Eq "$EMBEDS" "$list" || grep -E "$EMBEDS" "$list" | copy 'public, max-age=3600'
done
# Removals last. Files of releases that readers may have open are not in the list.
[ ! -s "$LISTS/delete.txt" ] || rclone delete "$TO" --files-from-raw "$LISTS/delete.txt"
# The lists begin anew.
investchn-publish mark-deployed --out "$SITE"
aws cloudfront create-invalidation --distribution-id "$DISTRIBUTION" --paths '/*'   # where a minute is too long
