#!/bin/sh
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# snac-stop.sh STATE: stops what snac-start.sh started there and removes STATE.
set -u
state=$(cd "${1:?usage: snac-stop.sh STATE}" && pwd) || exit 1
if [ -s "$state/pid" ]; then
  pid=$(cat "$state/pid")
  kill "$pid" 2>/dev/null
  tries=0
  while kill -0 "$pid" 2>/dev/null; do
    tries=$((tries + 1))
    [ $tries -le 50 ] || { kill -9 "$pid"; break; }
    sleep .1
  done
fi
rm -rf "$state"
