#!/usr/bin/env bash
# Builds, tests, shows and packages Ringfence. `./build.sh help` lists its words.
set -euo pipefail
cd "$(dirname "$0")"

version=$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"/\1/p' Cargo.toml)
npm_bin=.ci/npm/node_modules/.bin
bindgen_version=$(sed -n 's/^wasm-bindgen = "=\(.*\)"/\1/p' Cargo.toml)
export PATH="$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"

usage() {
  cat <<'EOF'
./build.sh WORD

  demo         set up, build, and show the warning on a fake Amazon page
               (without a display: saves a screenshot and prints the verdict)
  test         set up, build, and run every test and check
  package      build both store packages and the source package into dist/
  build        build the extension (dist/chrome, dist/firefox) and dist/www
  serve        serve the try-it page on http://127.0.0.1:8000
  bench [DIR..] measure speed: engine, gate, collector, verdict, first paint,
               and what an honest load costs, beside the unpacked extensions
               and over the corpora in DIR
  screenshots  every surface in both browsers into dist/screenshots
  setup        only install what building and testing need
  help         this list
EOF
}

fail() { printf 'build.sh: %s\n' "$1" >&2; exit 1; }
say() { printf '\n== %s\n' "$1"; }

# need COMMAND DEBIAN_PACKAGE...: installs the packages unless the command is there.
need() {
  local command=$1; shift
  command -v "$command" >/dev/null && return
  local hint="'$command' is missing: install it (Debian: apt-get install $*)"
  command -v apt-get >/dev/null || fail "$hint"
  local sudo=
  [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null && sudo=sudo || fail "$hint"; }
  if [ -z "${apt_updated:-}" ]; then
    $sudo apt-get update -qq || fail "$hint"
    apt_updated=1
  fi
  $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null || fail "$hint"
}

setup_build() {
  command -v cargo >/dev/null || fail "'cargo' is missing: install Rust from https://rustup.rs"
  need cc build-essential
  need jq jq
  need zip zip
  need node nodejs npm
  need npm npm
  # rustup installs the toolchain and target that rust-toolchain.toml names.
  rustc --print sysroot >/dev/null
  [ -d "$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ] ||
    rustup target add wasm32-unknown-unknown ||
    fail "the target wasm32-unknown-unknown is missing: rustup target add wasm32-unknown-unknown"
  [ .ci/npm/node_modules -nt .ci/npm/package-lock.json ] ||
    { npm ci --prefix .ci/npm --silent && touch .ci/npm/node_modules; } ||
    fail "the npm packages of .ci/npm could not be installed"
  # Its command line must be of the very version of the library.
  if [[ "$(wasm-bindgen --version 2>/dev/null)" == *" $bindgen_version" ]]; then
    bindgen=wasm-bindgen
  else
    cargo build --quiet --release --locked -p wasm-bindgen-tool
    bindgen=target/release/wasm-bindgen-tool
  fi
}

setup_browsers() {
  need chromium chromium
  need chromedriver chromium-driver
  command -v firefox >/dev/null || need firefox-esr firefox-esr
  command -v geckodriver >/dev/null ||
    cargo install --quiet --locked geckodriver --version 0.37.1 ||
    fail "'geckodriver' is missing: cargo install geckodriver"
  need fc-list fontconfig fonts-noto-core fonts-noto-cjk
}

# wasm OUT_DIR: the engine as WebAssembly with its JavaScript glue, and what the
# build made of the catalogue for the page's side.
wasm() {
  local made
  made=$(cargo build --quiet --release --locked --lib --target wasm32-unknown-unknown --message-format=json |
    jq -r 'select(.reason == "build-script-executed" and (.out_dir | test("/ringfence-[^/]*/out$"))).out_dir')
  mkdir -p "$1"
  cp "$made/hints.js" "$1/"
  "$bindgen" --target web --no-typescript --experimental-reset-state-function \
    --out-name ringfence --out-dir "$1" target/wasm32-unknown-unknown/release/ringfence.wasm
  "$npm_bin/wasm-opt" -O3 --enable-bulk-memory --enable-nontrapping-float-to-int \
    --enable-sign-ext --enable-mutable-globals --enable-reference-types --enable-multivalue \
    "$1/ringfence_bg.wasm" -o "$1/ringfence_bg.wasm"
}

# manifest BROWSER: the template with the keys of one browser; null deletes a key.
manifest() {
  jq --arg mine "__$1__" --arg version "$version" '
    walk(if type == "object" then
      with_entries(
        if .key | startswith($mine) then .key |= ltrimstr($mine)
        elif .key | test("^__(chrome|firefox)__") then empty
        else . end)
      | with_entries(select(.value != null))
    elif . == "__VERSION__" then $version else . end)' extension/manifest.template.json
}

build() {
  say "build"
  setup_build
  rm -rf dist/wasm dist/chrome dist/firefox dist/www
  wasm dist/wasm
  local browser
  for browser in chrome firefox; do
    mkdir -p "dist/$browser"
    cp -R extension/. "dist/$browser/"
    rm -f "dist/$browser/manifest.template.json" "dist/$browser/icons/"*.{svg,sh}
    manifest "$browser" >"dist/$browser/manifest.json"
    cp dist/wasm/ringfence.js dist/wasm/ringfence_bg.wasm "dist/$browser/"
    cp dist/wasm/hints.js "dist/$browser/content/"
    # Nothing may be web-accessible, so the overlay carries its style with it.
    { printf 'const ringfenceStyle = '; jq -Rs . extension/styles/warning.css; } \
      >"dist/$browser/content/warning_style.js"
  done
  mkdir -p dist/www
  cp -R www/. dist/www/
  cp dist/wasm/ringfence.js dist/wasm/ringfence_bg.wasm dist/www/
  cp extension/content/{dom,collect_page,collect_strings,collect_words,collect_fields,collect_scripts,collect_addresses,collect_pictures,collect}.js extension/styles/warning.css extension/icons/on-32.png dist/www/
  samples
}

# The try-it page's samples: our own test pages with what is expected of them.
samples() {
  mkdir -p dist/www/samples
  cp tests/pages/scam/*.html tests/pages/benign/*.html dist/www/samples/
  local info
  for info in tests/pages/scam/*.json tests/pages/benign/*.json; do
    jq -c --arg name "$(basename "$info" .json)" --arg set "$(basename "$(dirname "$info")")" \
      '{name: $name, set: $set, url, level, why}' "$info"
  done | jq -s . >dist/www/samples/index.json
}

# zip_dir DIR FILE: the same bytes for the same input.
zip_dir() {
  rm -f "$2"
  find "$1" -exec touch -d '2020-01-01 00:00:00 UTC' {} +
  (cd "$1" && find . -type f | LC_ALL=C sort | TZ=UTC zip -q -X -9 -@ "../$(basename "$2")")
}

package() {
  build
  zip_dir dist/chrome "dist/ringfence-$version-chrome.zip"
  zip_dir dist/firefox "dist/ringfence-$version-firefox.zip"
  # Mozilla's reviewers rebuild the add-on from this.
  git archive --format=zip -o "dist/ringfence-$version-source.zip" HEAD
  ls -l dist/*.zip
}

lint() {
  say "format, clippy, types and rules of the scripts, web-ext lint"
  cargo fmt --all --check
  cargo clippy --quiet --locked --workspace --exclude wasm-bindgen-tool --all-targets -- -D warnings
  cargo clippy --quiet --locked --lib --target wasm32-unknown-unknown -- -D warnings
  "$npm_bin/prettier" --check --log-level warn --print-width 100 extension/{.,content,pages}/*.js \
    www/*.js tests/content/*.mjs .ci/js/*.mjs
  "$npm_bin/eslint" --config .ci/js/eslint.config.mjs extension www tests/content
  "$npm_bin/tsc" --project .ci/js
  "$npm_bin/web-ext" lint --source-dir dist/firefox --warnings-as-errors --self-hosted
}

run_tests() {
  build
  setup_browsers
  lint
  say "tests"
  node --test tests/content/
  # The browser tests share two cores with two browsers: one at a time.
  RUST_TEST_THREADS=${RUST_TEST_THREADS:-2} cargo test --locked --workspace --exclude wasm-bindgen-tool --no-fail-fast
}

demo() {
  build
  setup_browsers
  say "demo"
  cargo run --quiet --locked -p ringfence-browser-tests --bin demo
}

serve() {
  build
  need python3 python3
  say "http://127.0.0.1:8000"
  python3 -m http.server --bind 127.0.0.1 --directory dist/www 8000
}

bench() {
  build
  setup_browsers
  say "bench"
  cargo bench --locked -p ringfence --bench engine
  cargo run --quiet --release --locked -p ringfence-browser-tests --bin bench
  cargo run --quiet --release --locked -p ringfence-browser-tests --bin honest_load -- "$@"
}

screenshots() {
  build
  setup_browsers
  say "screenshots"
  cargo run --quiet --locked -p ringfence-browser-tests --bin screenshots -- dist/screenshots
}

case ${1:-help} in
  demo) demo ;;
  test) run_tests ;;
  package) package ;;
  build) build ;;
  serve) serve ;;
  bench) shift; bench "$@" ;;
  screenshots) screenshots ;;
  setup) setup_build && setup_browsers ;;
  help | -h | --help) usage ;;
  *) usage >&2; exit 2 ;;
esac
