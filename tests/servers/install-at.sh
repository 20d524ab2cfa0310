#!/bin/sh
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# install-at.sh FOLDER: puts an AT Protocol network (PLC directory, PDS,
# AppView) into FOLDER/at, from npm packages alone, with a Node.js of its own.
# Nothing is done when it is there already. PostgreSQL, Redis, npm and a C++
# compiler come from the distribution (tools/packages.txt). Exit status 77: it
# cannot be had here, the last line of the output says why.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?usage: install-at.sh FOLDER}
mkdir -p "$folder/at"
at=$(cd "$folder/at" && pwd)
stamp=$(cat "$here/at/package.json" "$here/at/package-lock.json" "$0" | sha256sum | cut -d' ' -f1)
. "$here/at-programs.sh"

missing=
[ -n "$(at_postgres_bin)" ] || missing="$missing postgresql"
[ -n "$(at_redis)" ] || missing="$missing redis-server"
for program in npm make g++ python3; do
  command -v $program >/dev/null || missing="$missing $program"
done
if [ -n "$missing" ]; then
  echo "the AT Protocol network needs$missing"
  exit 77
fi

[ "$(cat "$at/installed" 2>/dev/null)" = "$stamp" ] && exit 0
rm -f "$at/installed"
cp "$here/at/package.json" "$here/at/package-lock.json" "$here/at/.npmrc" "$at/"
cd "$at"
npm ci --ignore-scripts >npm.log 2>&1 ||
  { tail -5 npm.log; echo "npm could not install the AT Protocol network (is the package registry in reach?)"; exit 77; }
node=$(at_node "$at")
[ -n "$node" ] || { echo "there is no Node.js for this machine ($(uname -m)) among the packages"; exit 77; }
# better-sqlite3 is compiled against the headers that lie inside the Node.js
# package, so that no header archive is downloaded; by node-gyp itself, because
# a distribution's npm runs under the distribution's Node.js only.
bin=$(dirname "$node")
(cd node_modules/better-sqlite3 &&
  PATH="$bin:$PATH" node ../node-gyp/bin/node-gyp.js rebuild --release --nodedir="$(dirname "$bin")") >>npm.log 2>&1 ||
  { tail -20 npm.log; echo "better-sqlite3 could not be compiled"; exit 1; }
echo "$stamp" >installed
