#!/bin/sh
# The portal on Garage, on three machines of one's own, base /, with rclone and a remote of the name `garage`.
# Written by `investchn-publish host-config`. `cargo xtask deploy-test --store` runs it as it is.
#
# Once, on each machine: `cargo install garage --locked --no-default-features --features sqlite,bundled-libs`, and a
# garage.toml with its own addresses and the same rpc_secret (`openssl rand -hex 32`):
#   metadata_dir = "/var/lib/garage/meta"
#   data_dir = "/var/lib/garage/data"
#   db_engine = "sqlite"
#   replication_factor = 3
#   rpc_bind_addr = "[::]:3901"
#   rpc_public_addr = "ADDRESS:3901"
#   rpc_secret = "SECRET"
#   [s3_api]
#   api_bind_addr = "[::]:3900"
#   s3_region = "garage"
#   [s3_web]
#   bind_addr = "[::]:3902"
#   root_domain = ".web.example.com"
# None but these machines, and Caddy's, may reach these ports: what readers reach is Caddy.
# `garage -c garage.toml server` runs it. Then, on one of them, with the names that `garage node id -q` prints on each:
#   garage node connect NODE@ADDRESS:3901                   for the two others
#   garage layout assign -z ZONE -c 100G NODE               for all three, each in a zone of its own
#   garage layout apply --version 1
#   garage bucket create BUCKET                             named as the portal's domain
#   garage bucket website --allow -i index.html -e 404.html BUCKET
#   garage key create upload
#   garage bucket allow --read --write BUCKET --key upload
# The remote: RCLONE_CONFIG_GARAGE_TYPE=s3, _PROVIDER=Other, _REGION=garage, _ENDPOINT=http://127.0.0.1:3909 (Caddy),
# _ACCESS_KEY_ID and _SECRET_ACCESS_KEY of the key. It has no folders to ask for, and answers with what it stored:
# RCLONE_S3_NO_HEAD=true and RCLONE_S3_NO_CHECK_BUCKET=true save a request a file.
# It compresses nothing and sends no header but the type and Cache-Control: `garage.Caddyfile`, in front of the
# three nodes, adds them, and passes over a node that is down. The site is built without --precompress.
set -eu
SITE=${SITE:-dist}
SITE=${SITE%/}
TO=garage:${BUCKET:?the bucket}/

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
