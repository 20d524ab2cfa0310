#!/bin/sh
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# snac-run.sh FOLDER ARGUMENT...: runs the snac that install-snac.sh put into
# FOLDER with the libraries it came with, which are newer than the machine's.
root=${1:?usage: snac-run.sh FOLDER ARGUMENT...}/snac/root
shift
for loader in "$root"/usr/lib/*/ld-linux-*.so.*; do
  exec "$loader" --library-path "$(dirname "$loader")" "$root/usr/bin/snac" "$@"
done
