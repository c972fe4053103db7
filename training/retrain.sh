#!/usr/bin/env bash
# Learns the reader's weights anew from training/pages, or (with --evaluate)
# prints how well weights do on sets or languages that they were not learned from.
#
#   training/retrain.sh                      writes src/catalogue/reader
#   training/retrain.sh --evaluate [set|lang]
set -euo pipefail
cd "$(dirname "$0")/.."
vectors=target/training/vectors.svm
venv=target/training/venv
mkdir -p target/training
[ -d "$venv" ] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --requirement training/requirements.txt
# One thread: sums in another order would be other bytes.
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
# The pages of the tests are ours too.
for info in tests/pages/{scam,benign}/*.json; do
  jq -c --arg id "$(basename "$info" .json)" --arg file "../../../${info%.json}.html" '
    {"fake-brand-contact": "callback", "remote-tool-push": "remote",
     "remote-tool-vendor": "remote", "scare-screen": "scare"} as $families
    | {id: $id, file: $file, url, family: ($families[.kinds[0] // ""] // "brand"), lang: "",
       expect: (if .level == "caution" or .level == "danger" then "alarm" else "quiet" end)}' "$info"
done >training/pages/Tests/index.jsonl
cargo run --quiet --release --locked -- features training/pages >"$vectors"
case ${1:-} in
  --evaluate) "$venv/bin/python" training/fit.py "$vectors" --leave-out "${2:-set}" ;;
  *) "$venv/bin/python" training/fit.py "$vectors" src/catalogue/reader ;;
esac
