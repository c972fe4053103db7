#!/usr/bin/env bash
# Fills fuzz/corpus with our own test pages, the facts read from them as
# messages, and their hosts.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p corpus/{page,message,host}
cargo build --quiet --manifest-path ../Cargo.toml
for page in ../tests/pages/*/*.html; do
  name=$(basename "$page" .html)
  url=$(sed -n 's|.*"url": *"\([^"]*\)".*|\1|p' "${page%.html}.json")
  cp "$page" corpus/page/
  host=${url#*://}
  printf '%s' "${host%%/*}" >"corpus/host/$name"
  ../target/debug/ringfence scan --facts --url "$url" "$page" | head -n 1 |
    sed 's|.*|{"type":"facts","document":"d1","facts":&}|' >"corpus/message/$name"
done
