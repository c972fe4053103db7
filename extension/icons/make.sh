#!/bin/sh
# Makes the PNG files from the SVG files (Debian: apt-get install librsvg2-bin).
set -eu
cd "$(dirname "$0")"
for state in on notice caution danger off; do
  for size in 16 32 48 96 128; do
    rsvg-convert -w "$size" -h "$size" "$state.svg" -o "$state-$size.png"
  done
done
