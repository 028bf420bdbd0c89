#!/bin/sh
# The portal on Tencent Cloud COS (对象存储), base /, with rclone and a remote of the name `cos`.
# Written by `investchn-publish host-config`. Not run by the tests, which reach no such host: what is not sure is said.
#
# Once: bind a domain of your own (the default one sends pages as downloads) to the source type 静态网站源站, and switch
# 静态网站 on: 索引文档 index.html, 错误文档 404.html, 错误文档响应码 404 (原错误码).
# Look that a folder without its slash is sent on to it: `curl -sI https://YOUR-DOMAIN/zones`. Where it is answered
# by a page instead, add the rule in the CDN (EdgeOne 规则引擎: path without a dot and without a slash at its end,
# redirect 301 to the same with a slash).
# Headers below are not the bucket's: set them in the CDN in front of it (HTTP 响应头配置).
# Compression: 智能压缩 of the CDN, gzip and brotli; not --precompress.
#   X-Content-Type-Options: nosniff
#   Referrer-Policy: strict-origin-when-cross-origin
#   Permissions-Policy: camera=(), geolocation=(), microphone=(), payment=(), usb=()
#   Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-94MLh5xe3MfSMyDPcx6+1QTN9jETJijU2wXeDJ5DS00='; style-src 'self' 'sha256-NPnIwLaEOVU0DrdY4xgcFX+rcw18er17fnqoP31cl6U=' 'sha256-jr+TaA4Mhr7nAXoiMPeo30vv3hmfunADMTucvTzIojU=' 'sha256-wuTNegK08NKTIiGAr9RUIh6ZhluJou4xXJWb0IbZQ8w=' 'sha256-SRcmstVmedlDy30qnlKFO/+sQuw8z3eiBQjpGUdCV70=' 'sha256-9wymSt0T2H/Bd+6wVQaZyPw9dwOMK8zsxlZoDB/YIlQ='; img-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types investchn; frame-ancestors 'none'
#     but for /embed/zone/* and /en/embed/zone/*: default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-94MLh5xe3MfSMyDPcx6+1QTN9jETJijU2wXeDJ5DS00='; style-src 'self' 'sha256-NPnIwLaEOVU0DrdY4xgcFX+rcw18er17fnqoP31cl6U=' 'sha256-jr+TaA4Mhr7nAXoiMPeo30vv3hmfunADMTucvTzIojU=' 'sha256-wuTNegK08NKTIiGAr9RUIh6ZhluJou4xXJWb0IbZQ8w=' 'sha256-SRcmstVmedlDy30qnlKFO/+sQuw8z3eiBQjpGUdCV70=' 'sha256-9wymSt0T2H/Bd+6wVQaZyPw9dwOMK8zsxlZoDB/YIlQ='; img-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types investchn
#     but for /embed/preview/* and /en/embed/preview/*: default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-94MLh5xe3MfSMyDPcx6+1QTN9jETJijU2wXeDJ5DS00='; style-src 'self' 'sha256-NPnIwLaEOVU0DrdY4xgcFX+rcw18er17fnqoP31cl6U=' 'sha256-jr+TaA4Mhr7nAXoiMPeo30vv3hmfunADMTucvTzIojU=' 'sha256-wuTNegK08NKTIiGAr9RUIh6ZhluJou4xXJWb0IbZQ8w=' 'sha256-SRcmstVmedlDy30qnlKFO/+sQuw8z3eiBQjpGUdCV70=' 'sha256-9wymSt0T2H/Bd+6wVQaZyPw9dwOMK8zsxlZoDB/YIlQ='; img-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; trusted-types investchn; frame-ancestors 'self'
#   Access-Control-Allow-Origin: *
#     only for /data/* /feed.xml /feed.json /news/*/feed.xml /news/*/feed.json /region/*/feed.xml /region/*/feed.json /zone/*/feed.xml /zone/*/feed.json /embed.js /embed-*.js /embed/* /oembed/* /en/data/* /en/feed.xml /en/feed.json /en/news/*/feed.xml /en/news/*/feed.json /en/region/*/feed.xml /en/region/*/feed.json /en/zone/*/feed.xml /en/zone/*/feed.json /en/embed/* /en/oembed/*
set -eu
SITE=${SITE:-dist}
SITE=${SITE%/}
TO=cos:${BUCKET:?the bucket}/

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
