#!/bin/bash
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# screenshots.sh [--readme] [PART…]: pictures of every page, wide and narrow, light and dark, from right to left, and with
# texts of twice the size, into build/screenshots; --readme also renews the one the README shows. Parts are case, snippets,
# picture, events, company, search, check, new-case, preferences and shortcuts; SIZES and SCHEMES narrow it down further,
# or combine, as in SCHEMES=light-rtl-large.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."

readme=
if [ "${1:-}" = --readme ]; then
  readme=yes
  shift
fi
out=$PWD/build/screenshots
mkdir -p "$out"
for size in ${SIZES:-1080x720 360x640}; do
  for scheme in ${SCHEMES:-light dark light-rtl light-large}; do
    # The frame of the window is cut off again.
    screen=$((${size%x*} + 10))x$((${size#*x} + 10))x24
    variant=()
    case $scheme in *-rtl*) variant+=(HEED_DIRECTION=rtl) ;; esac
    case $scheme in *-large*) variant+=(HEED_TEXT_SIZE=200) ;; esac
    env "${variant[@]+"${variant[@]}"}" RIG_SCREEN=$screen RIG_MAXIMIZED=yes TZ=UTC LC_ALL=C.UTF-8 GSETTINGS_BACKEND=memory GSETTINGS_SCHEMA_DIR=$PWD/build/data \
      bash tests/lib/rig.sh \
      /usr/bin/python3 -W ignore tools/screenshots.py "${HEED:-build/src/heed}" "$out" "$size" "$scheme" "$@" 2>"$out/log" ||
      { cat "$out/log" >&2; exit 1; }
  done
done
rm -f "$out/log"
if [ -n "$readme" ]; then
  mkdir -p docs/images
  cp "$out/company-1080x720-light.png" docs/images/window.png
fi
echo "The pictures are in ${out#"$PWD"/}."
