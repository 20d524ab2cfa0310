#!/bin/bash
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# rig.sh COMMAND…: runs COMMAND on a private X display with a window manager, a session bus and an accessibility bus.
# Everything lives in a temporary folder that is gone afterwards. RIG_SCREEN sets the size of the display, RIG_MAXIMIZED=yes
# lets windows fill it.

if [ -z "$RIG_HOME" ]; then
  for program in Xvfb openbox dbus-run-session gdbus; do
    if ! command -v "$program" >/dev/null; then
      echo "1..0 # SKIP no display: $program is not installed"
      exit 0
    fi
  done
  RIG_HOME=$(mktemp -d) || exit 1
  export RIG_HOME
  trap 'rm -rf "$RIG_HOME"' EXIT
  dbus-run-session -- bash "$0" "$@"
  exit $?
fi

export HOME="$RIG_HOME" XDG_RUNTIME_DIR="$RIG_HOME/run" XDG_DATA_HOME="$RIG_HOME/data" XDG_CONFIG_HOME="$RIG_HOME/config"
export XDG_CACHE_HOME="$RIG_HOME/cache" TMPDIR="$RIG_HOME" XDG_CURRENT_DESKTOP=GNOME XDG_SESSION_TYPE=x11
export GDK_BACKEND=x11 GSK_RENDERER="${GSK_RENDERER:-cairo}" LIBGL_ALWAYS_SOFTWARE=1 GTK_USE_PORTAL=0 NO_AT_BRIDGE=0
unset WAYLAND_DISPLAY
mkdir -p "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"

# The sanitizers are for what is tested, not for the tools around it.
Xvfb -displayfd 3 -screen 0 "${RIG_SCREEN:-1280x800x24}" -nolisten tcp -noreset 3>"$RIG_HOME/display" 2>/dev/null &
x_server=$!
number=
for _ in $(seq 200); do
  # Fails until the whole line is there.
  read -r number 2>/dev/null <"$RIG_HOME/display" && break
  sleep 0.05
done
DISPLAY=:$number
export DISPLAY
# A window manager that does nothing by itself: no menu, no keys of its own.
mkdir -p "$XDG_CONFIG_HOME/openbox"
cat >"$XDG_CONFIG_HOME/openbox/rc.xml" <<XML
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <placement><policy>Smart</policy><center>yes</center></placement>
  <applications>
    <application type="normal"><maximized>${RIG_MAXIMIZED:-no}</maximized></application>
  </applications>
</openbox_config>
XML
openbox 2>/dev/null &
manager=$!
dbus-update-activation-environment DISPLAY XDG_RUNTIME_DIR HOME GDK_BACKEND 2>/dev/null
launcher=
if [ -x /usr/libexec/at-spi-bus-launcher ]; then
  /usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 &
  launcher=$!
  for _ in $(seq 50); do
    gdbus call --session --dest org.a11y.Bus --object-path /org/a11y/bus --method org.freedesktop.DBus.Properties.Set \
      org.a11y.Status IsEnabled '<true>' >/dev/null 2>&1 && break
    sleep 0.1
  done
fi

"$@"
status=$?

# shellcheck disable=SC2086 # $launcher may be empty.
kill $launcher "$manager" "$x_server" 2>/dev/null
wait 2>/dev/null
exit $status
