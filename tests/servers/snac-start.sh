#!/bin/sh
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# snac-start.sh FOLDER STATE USER...: starts a server with the snac of FOLDER
# on a free port of 127.0.0.1, with those people on it; everything it writes is
# in the new folder STATE. When it returns, STATE/ready holds its address and
# STATE/USER.password each password. What people write is shown to visitors.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(cd "${1:?usage: snac-start.sh FOLDER STATE USER...}" && pwd)
mkdir -p "${2:?usage: snac-start.sh FOLDER STATE USER...}"
state=$(cd "$2" && pwd)
shift 2

port=$(python3 -c 'import socket; print(socket.create_server(("127.0.0.1", 0)).getsockname()[1])')
# It asks for address, port, host name, prefix and the administrator's mail.
printf '127.0.0.1\n%s\nlocalhost:%s\n\n\n' "$port" "$port" |
  "$here/snac-run.sh" "$folder" init "$state/data" >"$state/init.log"
# With fewer threads it waits for itself when people of one server write to each other.
python3 - "$state/data/server.json" <<'X'
import json, sys
with open(sys.argv[1]) as file:
    config = json.load(file)
config |= {"protocol": "http", "prefix": "", "num_threads": 16, "disable_email_notifications": True, "title": "Test"}
with open(sys.argv[1], "w") as file:
    json.dump(config, file)
X
for user; do
  "$here/snac-run.sh" "$folder" adduser "$state/data" "$user" 2>"$state/adduser.log" |
    sed -n 's/^User password is //p' | tr -d '\r\n' >"$state/$user.password"
  # As the settings page writes it when they are saved: not private.
  sed -i '1s/{/{ "private": false,/' "$state/data/user/$user/user.json"
done

"$here/snac-run.sh" "$folder" httpd "$state/data" >"$state/log" 2>&1 &
echo $! >"$state/pid"
tries=0
until python3 -c 'import sys, urllib.request as r
r.build_opener(r.ProxyHandler({})).open(f"http://localhost:{sys.argv[1]}/api/v1/instance", timeout=5)' "$port" 2>/dev/null; do
  tries=$((tries + 1))
  if [ $tries -gt 100 ] || ! kill -0 "$(cat "$state/pid")" 2>/dev/null; then
    cat "$state/log" >&2
    exit 1
  fi
  sleep .1
done
echo "http://localhost:$port" >"$state/ready"
