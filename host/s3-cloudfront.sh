#!/bin/sh
# The portal on S3 with CloudFront, base /, with rclone and a remote of the name `s3`.
# Written by `investchn-publish recipe`. Not run by the tests, which reach no such host: what is not sure is said.
#
# Once, in the console or by `aws`:
#   1. The bucket stays private; CloudFront reads it by origin access control. Website hosting stays off. Grant
#      s3:ListBucket too, or an unknown address is answered by 403 and not by 404.
#   2. cloudfront-function.js for viewer requests, on every behavior.
#   3. The response headers policies of cloudfront-headers.json: "default" for the default behavior, "framed"
#      for the behavior /embed/zone/*, "shared" for these behaviors:
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
#      /embed/*
#      /oembed/*
#   4. Custom error responses: 404 and 403 to /404.html with status 404, kept for 60 seconds.
#   5. Compression on, with the cache policy CachingOptimized. It sends brotli and gzip itself: no --precompress.
set -eu
SITE=${SITE:-dist}
TO=s3:${BUCKET:?the bucket}/

# What is never changed under its name, first: then no page leads to a file that is not there yet.
rclone copy "$SITE" "$TO" --checksum --include '/media/**' \
  --include '/*-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]*.{js,wasm,css}' \
  --header-upload 'Cache-Control: public, max-age=31536000, immutable'
# What stands on partners' pages.
rclone copy "$SITE" "$TO" --checksum --include '/embed.js' --include '/embed/**' --include '/oembed/**' \
  --header-upload 'Cache-Control: public, max-age=3600'
# Data before the pages that speak of it, then everything; host files and twins mean nothing here.
rclone copy "$SITE/data" "$TO"data --checksum --header-upload 'Cache-Control: public, max-age=60, must-revalidate'
rclone copy "$SITE" "$TO" --checksum --exclude '/media/**' --exclude '/data/**' \
  --exclude '/*-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]*.{js,wasm,css}' --exclude '/embed.js' --exclude '/embed/**' \
  --exclude '/oembed/**' --exclude '/_headers' --exclude '/_redirects' --exclude '/.nojekyll' \
  --exclude '*.{br,gz}' --header-upload 'Cache-Control: public, max-age=60, must-revalidate'
# Removals: only pages and data. The app's files of earlier releases are still asked for by readers in the middle.
for part in article news region zone zones data; do
  if [ -d "$SITE/$part" ]; then rclone sync "$SITE/$part" "$TO$part" --checksum --exclude '*.{br,gz}' \
    --header-upload 'Cache-Control: public, max-age=60, must-revalidate'; fi
done
aws cloudfront create-invalidation --distribution-id "$DISTRIBUTION" --paths '/*'   # where a minute is too long
