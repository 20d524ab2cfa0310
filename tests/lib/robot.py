# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand and an eye on the window, by the ways that people who cannot see it use: the accessibility bus.

Runs inside tests/lib/rig.sh. GTK 4.8 gives rows of a list no action, so what has none is clicked with the pointer.
"""
import os
import re
import subprocess
import time

# A warning of the accessibility library itself is no fault of the program: asked for one that is only starting, it warns.
os.environ.pop('G_DEBUG', None)

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# Far longer than anything takes: only a test that fails waits to its end.
PATIENCE_S = float(os.environ.get("HEED_PATIENCE_S", "120"))

# What a person can act on, and so must be able to name.
CONTROLS = {"push button", "toggle button", "check box", "radio button", "combo box", "entry", "text", "spin button",
            "slider", "switch", "list item", "menu item", "link", "page tab", "list", "progress bar",
            "level bar"}

# What GTK calls a thing that nobody gave a name.
TYPE_NAME = re.compile(r"^(Gtk|Adw|Heed)[A-Z]\w*$")


def role_of(node):
    """The role's name; newer accessibility buses call a push button a button."""
    role = node.get_role_name()
    return "push button" if role == "button" else role


def name_of(node):
    """The name; GTK 4.8 says a button with an access key twice, "W_rite Write"."""
    name = node.get_name() or ""
    half = name[:len(name) // 2 + 1].rstrip()
    return name[len(half):].lstrip() if "_" in half and half.replace("_", "", 1) == name[len(half):].lstrip() else name


class Robot:
    def __init__(self, command, environment=None):
        self.process = subprocess.Popen(command, env={**os.environ, **(environment or {})})
        self.application = self._wait(self._find_application, "the program on the accessibility bus")

    def close(self):
        """Ends the program as a person would, and returns its exit status."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            # Again when nothing happens: a window that is just closing takes the keys with it.
            if self._has_keys():
                self._xdotool("key", "ctrl+q")
            try:
                return self.process.wait(5)
            except subprocess.TimeoutExpired:
                continue
        self.process.kill()
        raise AssertionError(f"the program did not end within {PATIENCE_S:.0f} s")

    def _find_application(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def _wait(self, find, what):
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise AssertionError(f"{what}: the program ended with status {self.process.returncode}")
            try:
                found = find()
            except GLib.Error:
                # The tree changed while it was being read.
                found = None
            if found is not None:
                return found
            time.sleep(0.1)
        raise AssertionError(f"{what} did not appear within {PATIENCE_S:.0f} s")

    def walk(self, node=None, last_first=False):
        node = node or self.application
        yield node
        # All at once, before the long way down, on which one of them may close.
        children = [node.get_child_at_index(index) for index in range(node.get_child_count())]
        for child in reversed(children) if last_first else children:
            if child is not None:
                yield from self.walk(child, last_first)

    def find(self, name, role=None):
        """The first thing whose name holds the pattern and, if one is given, that has the role."""
        for node in self.walk():
            if re.search(name, name_of(node)) and role in (None, role_of(node)):
                return node
        return None

    def wait_for(self, name, role=None):
        return self._wait(lambda: self.find(name, role), f"{role or 'something'} called “{name}”")

    def wait_for_toast(self, sentence):
        """It goes after some seconds, which the whole tree takes to read on a busy machine, so it is looked for from the
        end, where the pages and their toasts are."""
        def find():
            return next((node for node in self.walk(last_first=True) if re.search(sentence, name_of(node))), None)

        return self._wait(find, f"a toast “{sentence}”")

    def wait_until_gone(self, name, role=None):
        self._wait(lambda: True if self.find(name, role) is None else None, f"the end of “{name}”")

    def text_of(self, node):
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    def wait_for_window(self, title):
        """The window of that title is there, and has the keys."""
        self._wait(lambda: True if self._active_window("getwindowname") == title else None, f"the window “{title}”")
        self.wait_for(f"^{re.escape(title)}$", "frame")

    def wait_for_keys_on(self, name):
        """What is typed next goes into the thing of that name, or into a part of it."""
        def find():
            return next((node for node in self.walk() if node.get_state_set().contains(Atspi.StateType.FOCUSED)
                         and any(re.search(name, name_of(at)) for at in (node, node.get_parent()))), None)

        self._wait(find, f"the keys on “{name}”")

    def wait_for_text(self, name, text):
        """The text entry of that name holds just @text."""
        node = self.wait_for(name, "text")
        self._wait(lambda: True if self.text_of(node) == text else None, f"“{text}” in “{name}”")

    def put_text(self, name, text):
        """Replaces what the text entry of that name holds, as an input method does that types any letter."""
        node = self.wait_for(name, "text")
        self._wait(lambda: node.get_editable_text_iface().set_text_contents(text) or None, f"“{name}” taking a text")
        self.wait_for_text(name, text)

    def has(self, name, role=None):
        """Whether something of that name is there now."""
        return self._wait(lambda: (self.find(name, role) is not None,), f"a tree to look for “{name}” in")[0]

    def click(self, name, role=None):
        node = self.wait_for(name, role)
        action = node.get_action_iface()
        if action is not None and action.get_n_actions() > 0:
            action.do_action(0)
        else:
            self.point(node)
        return node

    @staticmethod
    def _active_window(*query):
        """What xdotool knows of the X window on top; empty while there is none."""
        return subprocess.run(["xdotool", "getactivewindow", *query], capture_output=True, text=True).stdout.strip()

    def _has_keys(self):
        return self._active_window("getwindowpid") == str(self.process.pid)

    def _wait_for_keys(self):
        # When a window closes, the next one has the keys a moment later, and what is typed meanwhile is lost.
        self._wait(lambda: self._has_keys() or None, "a window that has the keys")

    def undo(self, sentence):
        """Presses Undo beside that sentence. Both go after 15 seconds, which the whole tree takes to read on a busy
        machine: they are looked for where they are, at its end."""
        def find():
            for node in self.walk(last_first=True):
                if name_of(node) == "Undo" and role_of(node) == "push button":
                    said = any(re.search(sentence, name_of(other)) for other in self.walk(node.get_parent()))
                    return node if said else None
            return None

        self._wait(find, f"Undo of “{sentence}”").get_action_iface().do_action(0)

    def window_id(self):
        """The X window on top."""
        self._wait_for_keys()
        return self._active_window()

    def window_size(self):
        out = subprocess.run(["xdotool", "getwindowgeometry", "--shell", self.window_id()], capture_output=True,
                             text=True, check=True).stdout
        values = dict(line.split("=") for line in out.split())
        return int(values["WIDTH"]), int(values["HEIGHT"])

    def point(self, node):
        """Clicks the middle of it, once the wheel has brought it into the window: where it can, well above the lower
        edge, where a bar may lie over it."""
        width, height = self.window_size()
        last = None
        for _ in range(50):
            box = self._wait_until_still(node)
            x, y = box.x + box.width // 2, box.y + box.height // 2
            if 60 < y < height * 2 // 3 or (y == last and 60 < y < height - 20):
                break
            last = y
            self._xdotool("mousemove", "--window", self.window_id(), x, height // 2, "click", 5 if y > 60 else 4)
        assert 0 < x < width and 0 < y < height, f"“{node.get_name()}” cannot be reached: it is at {x}, {y}"
        self._xdotool("mousemove", "--window", self.window_id(), x, y, "click", 1)

    def _wait_until_still(self, node):
        """Where it is once it moves no more: a list goes on for a while when the wheel has turned."""
        boxes = []

        def read():
            box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
            boxes.append((box.x, box.y, box.width, box.height))
            return box if len(boxes) > 2 and boxes[-3] == boxes[-2] == boxes[-1] else None

        return self._wait(read, f"the standstill of “{node.get_name()}”")

    def wheel(self, x, y, turns):
        self._xdotool("mousemove", "--window", self.window_id(), x, y)
        for _ in range(turns):
            self._xdotool("click", 5)

    @staticmethod
    def _xdotool(*arguments):
        subprocess.run(["xdotool", *map(str, arguments)], check=True)

    def key(self, *keys):
        self._wait_for_keys()
        self._xdotool("key", *keys)

    def type(self, text):
        self._wait_for_keys()
        self._xdotool("type", "--delay", "20", text)

    def nameless(self, window=None):
        """Controls that a screen reader could only call by what they are, in the window of that title or anywhere."""
        return self._wait(lambda: self._find_nameless(window), "a tree that stays while it is read")

    def _find_nameless(self, window):
        found = []
        for node in self.walk(self.find(f"^{re.escape(window)}$", "frame") if window else None):
            role = role_of(node)
            name = TYPE_NAME.sub("", node.get_name() or "")
            if role in CONTROLS and not name and self._was_shown(node) and not self._is_named_by_text(node):
                found.append(f"{role} in {self._path(node)}")
        return found

    def _was_shown(self, node):
        # A page that nobody opened yet is in the tree, but has no size.
        component = node.get_component_iface()
        box = component.get_extents(Atspi.CoordType.WINDOW) if component is not None else None
        return box is None or (box.width > 0 and box.height > 0)

    def _is_named_by_text(self, node):
        # A label inside speaks for what holds it, as the reader reads it out.
        return any(child is not node and child.get_role_name() == "label" and child.get_name() for child in self.walk(node))

    def _path(self, node):
        names = []
        while node is not None and role_of(node) != "application":
            names.append(f"{role_of(node)} “{node.get_name()}”")
            node = node.get_parent()
        return " < ".join(names[:6])
