#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run.sh [archive|live|window|composer|company|large]... : measures the build in $HEED_BUILD; without names, everything
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
export HEED_BUILD=${HEED_BUILD:-$here/../../build}
export HEEDCTL=${HEEDCTL:-$HEED_BUILD/src/heedctl} HEED_TEST_DATA=${HEED_TEST_DATA:-$here/../../../shared/data} LC_ALL=C.UTF-8 TZ=UTC
[ $# -gt 0 ] || set -- archive live window composer company large
for name in "$@"; do
  if [ "$name" = large ]; then "$HEED_BUILD/tests/bench/bench-large"; else /usr/bin/python3 "$here/$name.py"; fi
  echo
done
