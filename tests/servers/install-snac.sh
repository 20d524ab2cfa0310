#!/bin/sh
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# install-snac.sh FOLDER: puts snac, a small server of the Mastodon API, into
# FOLDER/snac, from Debian's packages with the libraries they need. Nothing is
# installed on the machine and root is not needed. Nothing is done when it is
# there already. Exit status 77: it cannot be had here, the output says why.
set -eu
folder=${1:?usage: install-snac.sh FOLDER}
version=2.96-1~bpo13+1
mkdir -p "$folder/snac"
snac=$(cd "$folder/snac" && pwd)
[ "$(cat "$snac/installed" 2>/dev/null)" != "$version" ] || exit 0

key=/usr/share/keyrings/debian-archive-keyring.gpg
for program in apt-get dpkg-deb; do
  command -v $program >/dev/null || { echo "snac comes from Debian's packages, and this machine has no $program"; exit 77; }
done
[ -f $key ] || { echo "snac comes from Debian's packages, and this machine has not their key ($key)"; exit 77; }

# The machine's own mirror where it names one.
mirror=$(sed -n 's/^URIs: *\([^ ]*\).*/\1/p' /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -n 1)
[ -n "$mirror" ] ||
  mirror=$(sed -n 's/^deb  *\(\[[^]]*\] *\)\{0,1\}\([^ ]*\).*/\2/p' /etc/apt/sources.list 2>/dev/null | head -n 1)
[ -n "$mirror" ] || { echo "snac comes from Debian's packages, and this machine names no place to load them from"; exit 77; }

# A package manager of its own: other sources, other lists, nothing installed yet.
apt=$snac/apt
rm -rf "$apt" "$snac/root"
mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$apt/preferences.d" "$snac/root"
: >"$apt/status"
for suite in trixie trixie-backports; do
  echo "deb [signed-by=$key] $mirror $suite main"
done >"$apt/sources.list"
cat >"$apt/apt.conf" <<X
Dir::State "$apt";
Dir::State::lists "$apt/lists";
Dir::State::status "$apt/status";
Dir::Cache "$apt/cache";
Dir::Etc::sourcelist "$apt/sources.list";
Dir::Etc::sourceparts "-";
Dir::Etc::preferencesparts "$apt/preferences.d";
Dir::Etc::preferences "-";
APT::Install-Recommends "false";
APT::Sandbox::User "";
Acquire::Languages "none";
Debug::NoLocking "true";
X
export APT_CONFIG="$apt/apt.conf"
# The version the tests were written with, or the next one where that is no longer kept.
load() { apt-get -q -y --download-only install "$1"; }
if ! { apt-get -q update && { load "snac2=$version" || load snac2/trixie-backports; }; } >"$snac/install.log" 2>&1; then
  tail -n 3 "$snac/install.log"
  echo "snac $version could not be loaded from $mirror"
  exit 77
fi
for package in "$apt"/cache/archives/*.deb; do
  dpkg-deb -x "$package" "$snac/root"
done
rm -rf "$apt"
echo "$version" >"$snac/installed"
echo "snac $version is in $snac"
