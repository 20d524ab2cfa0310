#!/bin/sh
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# at-stop.sh STATE: stops what at-start.sh started there and removes STATE.
set -u
here=$(cd "$(dirname "$0")" && pwd)
state=$(cd "${1:?usage: at-stop.sh STATE}" && pwd) || exit 1
. "$here/at-programs.sh"

stop() {
  [ -s "$1" ] || return 0
  pid=$(cat "$1")
  kill "$pid" 2>/dev/null
  tries=0
  while kill -0 "$pid" 2>/dev/null; do
    tries=$((tries + 1))
    [ $tries -le 50 ] || { kill -9 "$pid"; break; }
    sleep .1
  done
}

stop "$state/net.pid"
stop "$state/redis.pid"
if [ -s "$state/pg/postmaster.pid" ]; then
  cd /
  if [ "$(id -u)" = 0 ]; then
    runuser -u postgres -- "$(at_postgres_bin)/pg_ctl" -D "$state/pg" -m immediate stop >/dev/null
  else
    "$(at_postgres_bin)/pg_ctl" -D "$state/pg" -m immediate stop >/dev/null
  fi
fi
rm -rf "$state"
