# shellcheck shell=sh
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Where the programs of the AT Protocol network are; read by the scripts beside it.

# The folder of initdb: distributions keep it out of PATH or in it.
at_postgres_bin() {
  for initdb in /usr/lib/postgresql/*/bin/initdb /usr/bin/initdb; do
    [ -x "$initdb" ] && dirname "$initdb" && return
  done
  return 0
}

at_redis() {
  command -v redis-server || command -v valkey-server || true
}

# The Node.js that npm installed under the folder $1.
at_node() {
  for node in "$1"/node_modules/node-linux-*/bin/node; do
    [ -x "$node" ] && echo "$node" && return
  done
  return 0
}
