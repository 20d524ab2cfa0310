# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by ./dev: finds out which packages are missing and installs them.
# need GROUP... is the one function to call.

# The column of packages.txt for this system: 3 Debian, 4 Fedora, 5 Arch, 0 another.
system_column() {
  local like
  like=" $(. /etc/os-release 2>/dev/null && echo "${ID:-} ${ID_LIKE:-}") "
  case $like in
    *" debian "* | *" ubuntu "*) echo 3 ;;
    *" fedora "* | *" rhel "*) echo 4 ;;
    *" arch "*) echo 5 ;;
    *) echo 0 ;;
  esac
}

install_command() {
  case $1 in
    3) echo "apt-get install -y --no-install-recommends" ;;
    4) echo "dnf install -y" ;;
    5) echo "pacman -S --needed --noconfirm" ;;
  esac
}

# is_there TEST... : one of the tests of packages.txt holds
is_there() {
  local test
  for test in "$@"; do
    case $test in
      cmd:*) command -v "${test#cmd:}" >/dev/null && return 0 ;;
      pc:*) command -v pkg-config >/dev/null && pkg-config --exists "${test#pc:}" && return 0 ;;
      file:*) compgen -G "${test#file:}" >/dev/null && return 0 ;;
    esac
  done
  return 1
}

# missing COLUMN GROUP... : the packages that are not there, a line each
missing() {
  local column=$1 group tests debian fedora arch name
  shift
  while IFS='|' read -r group tests debian fedora arch; do
    case " $* " in *" ${group// /} "*) ;; *) continue ;; esac
    set -f
    # shellcheck disable=SC2086 # the tests are words, their patterns are is_there's
    if is_there $tests; then set +f; continue; fi
    set +f
    case $column in 4) name=$fedora ;; 5) name=$arch ;; *) name=$debian ;; esac
    for name in $name; do [ "$name" = - ] || echo "$name"; done
  done < <(grep -v '^#' tools/packages.txt)
}

# may_use_sudo COMMAND : asks, unless it was told --yes, and says what to type where it cannot ask
may_use_sudo() {
  local ask
  if ! command -v sudo >/dev/null; then
    echo "There is no sudo here. As root, run: $1" >&2
    return 1
  fi
  [ -z "${YES:-}" ] || return 0
  if [ ! -t 0 ]; then
    echo "Run “sudo $1”, or call ./dev again with --yes." >&2
    return 1
  fi
  read -r -p "Install them with “sudo $1”? [y/N] " ask
  case $ask in [yY]*) ;; *) return 1 ;; esac
}

# The tests start their own servers: keep Debian's packages from starting theirs, for as long as this runs.
POLICY=/usr/sbin/policy-rc.d
hold_services() {
  local column=$1
  shift
  [ "$column" = 3 ] && [ ! -e "$POLICY" ] || { POLICY=; return 0; }
  printf '#!/bin/sh\nexit 101\n' | "$@" tee "$POLICY" >/dev/null
  "$@" chmod 755 "$POLICY"
}

release_services() {
  [ -z "$POLICY" ] || "$@" rm -f "$POLICY"
}

# install_packages COLUMN COMMAND : quietly, and with the last lines of the log where it fails
install_packages() {
  local column=$1 command=$2 root=() log
  [ "$(id -u)" = 0 ] || { may_use_sudo "$command" || exit 1; root=(sudo); }
  log=$(mktemp)
  hold_services "$column" "${root[@]+"${root[@]}"}"
  [ "$column" != 3 ] || "${root[@]+"${root[@]}"}" apt-get update -qq >"$log" 2>&1 || true
  # shellcheck disable=SC2086 # a command and its words
  if ! "${root[@]+"${root[@]}"}" env DEBIAN_FRONTEND=noninteractive $command >>"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    release_services "${root[@]+"${root[@]}"}"
    echo "The packages could not be installed; the lines above say why." >&2
    exit 1
  fi
  rm -f "$log"
  release_services "${root[@]+"${root[@]}"}"
}

need() {
  local column packages command
  column=$(system_column)
  packages=$(missing "$column" "$@" | sort -u | tr '\n' ' ')
  [ -n "${packages// /}" ] || return 0
  command=$(install_command "$column")
  if [ -z "$command" ]; then
    echo "Heed needs packages that Debian calls: $packages" >&2
    echo "Install what your system calls them, then run this again." >&2
    exit 1
  fi
  echo "Heed needs: $packages"
  install_packages "$column" "$command $packages"
}
