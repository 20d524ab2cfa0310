#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Everything ./dev lint looks at; goes on after a finding and fails at the end.
set -uo pipefail
failed=0

check() {
  local what=$1; shift
  if output=$("$@" 2>&1); then
    printf '%-28s ok\n' "$what"
    [ -z "${SHOW:-}" ] || printf '%s\n' "$output"
  else
    printf '%-28s FAILED\n%s\n' "$what" "$(tail -n 60 <<<"$output")"
    failed=1
  fi
}

compile() {
  local folder=$1 compiler=$2
  [ -f "$folder/build.ninja" ] || CC=$compiler meson setup "$folder" -Dwerror=true || return 1
  ninja -C "$folder"
}

tidy() {
  git ls-files 'src/*.c' | xargs -P "$(nproc)" -n 4 clang-tidy -p build-clang --quiet
}

metainfo() {
  desktop-file-validate build/data/org.heed.Heed.desktop &&
    appstreamcli validate --no-net --explain build/data/org.heed.Heed.metainfo.xml
}

check "gcc, warnings are errors" compile build gcc
check "clang, warnings are errors" compile build-clang clang
check "clang-tidy" tidy
check "format" bash -c "git ls-files 'src/*.[ch]' 'tests/*.[ch]' | xargs clang-format --dry-run -Werror"
SHOW=1 check "sizes and complexity" python3 tools/check-sizes.py
check "layers" python3 tools/check-layers.py build
check "translations" python3 tools/check-potfiles.py
check "desktop entry, metainfo" metainfo
check "python" bash -c "git ls-files '*.py' | xargs python3 -m py_compile"
check "shell" bash -c "git ls-files '*.sh' dev .ci/run | xargs -n 1 bash -n"
exit "$failed"
