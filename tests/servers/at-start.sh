#!/bin/sh
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# at-start.sh FOLDER STATE: starts the network that install-at.sh put into
# FOLDER, on free ports of 127.0.0.1, with everything it writes in the new
# folder STATE. When it returns, STATE/ready holds the addresses as JSON.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
at=$(cd "${1:?usage: at-start.sh FOLDER STATE}/at" && pwd)
mkdir -p "${2:?usage: at-start.sh FOLDER STATE}"
state=$(cd "$2" && pwd)
. "$here/at-programs.sh"
pg=$(at_postgres_bin)

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

# shellcheck disable=SC2046 # two words are meant
set -- $(python3 -c '
import socket
held = [socket.create_server(("127.0.0.1", 0)) for _ in range(2)]
print(*(one.getsockname()[1] for one in held))')
pg_port=$1
redis_port=$2

chmod 755 "$state"
mkdir -m 700 "$state/pg"
[ "$(id -u)" != 0 ] || chown postgres: "$state/pg"
cd "$state"
as_postgres "$pg/initdb" -D "$state/pg" -A trust -U pg --no-sync -E UTF8 --locale=C >initdb.log
as_postgres "$pg/pg_ctl" -D "$state/pg" -w -l "$state/pg/log" \
  -o "-p $pg_port -h 127.0.0.1 -k '' -c fsync=off" start >/dev/null
as_postgres "$pg/createdb" -h 127.0.0.1 -p "$pg_port" -U pg at
"$(at_redis)" --bind 127.0.0.1 --port "$redis_port" --save '' --appendonly no --daemonize yes \
  --pidfile "$state/redis.pid" --logfile "$state/redis.log" --dir "$state" >/dev/null

# Modules are looked for from where the script lies, so it must lie beside them.
cp "$here/at-net.mjs" "$here/at-loopback.mjs" "$at/"
TMPDIR="$state" DB_POSTGRES_URL="postgresql://pg:x@127.0.0.1:$pg_port/at" REDIS_HOST="127.0.0.1:$redis_port" LOG_ENABLED=0 \
  nohup "$(at_node "$at")" --import "$at/at-loopback.mjs" "$at/at-net.mjs" >net.log 2>&1 </dev/null &
echo $! >net.pid
tries=0
while [ ! -s ready ]; do
  tries=$((tries + 1))
  if [ $tries -gt 600 ] || ! kill -0 "$(cat net.pid)" 2>/dev/null; then
    tail -30 net.log >&2
    exit 1
  fi
  sleep .1
done
