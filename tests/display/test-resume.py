#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new case that was left half-way: closed, and killed. Nothing that was typed is lost, and it goes on where it was.

    test-resume.py HEED

Prints TAP. Runs inside tests/lib/rig.sh.
"""
import os
import sys
import tempfile
import time
import traceback

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))

try:
    from robot import Robot
except (ImportError, ValueError) as reason:
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)

WHAT = "The tap runs brown."


class Person:
    def __init__(self, heed, folder):
        self.command = [heed]
        self.environment = {"HEED_DATA_HOME": folder, "HEED_NOW": "2026-11-20T10:00:00Z", "G_DEBUG": "fatal-warnings"}
        self.start()

    def start(self):
        self.robot = Robot(self.command, self.environment)

    def is_typed(self, text):
        """The second step is shown, with that text in it."""
        node = self.robot.wait_for("^What happened", "text")
        return self.robot._wait(lambda: True if self.robot.text_of(node) == text else None, f"“{text}”")


def kill(person):
    robot = person.robot
    robot.wait_for("Start a case", "list item")
    robot.key("ctrl+n")
    robot.wait_for("^New case$")
    robot.type("Saltmere Water")
    robot.key("Return")
    robot.wait_for("^What happened", "text")
    # The step slides in, and the focus follows: no person types this soon.
    time.sleep(1)
    robot.type(WHAT)
    # It is called by what happened as soon as that is stored.
    robot.wait_for("^Saltmere Water, The tap runs brown", "list item")
    robot.process.kill()
    robot.process.wait()


def resume_after_kill(person):
    person.start()
    person.robot.click("^Saltmere Water, The tap runs brown", "list item")
    person.robot.click("^Finish the case$", "push button")
    person.is_typed(WHAT)


def leave(person):
    person.robot.key("ctrl+End")
    person.robot.type(" It smells.")
    person.robot.key("Escape")
    person.robot.wait_until_gone("^New case$", "frame")


def resume_after_leaving(person):
    person.robot.click("^Finish the case$", "push button")
    person.is_typed(WHAT + " It smells.")


def quit_while_typing(person):
    # Leaving and quitting at once leaves no time for a pause.
    person.robot.key("ctrl+End")
    person.robot.type(" Twice")
    person.robot.key("Escape")
    status = person.robot.close()
    assert status == 0, f"the program ended with status {status}"
    person.start()
    person.robot.click("^Saltmere Water, The tap runs brown", "list item")
    person.robot.click("^Finish the case$", "push button")
    person.is_typed(WHAT + " It smells. Twice")
    person.robot.key("Escape")
    person.robot.wait_until_gone("^New case$", "frame")


def end(person):
    status = person.robot.close()
    assert status == 0, f"the program ended with status {status}"


STORY = [
    ("what is typed is stored before the program is killed", kill),
    ("it goes on at the step where it was killed", resume_after_kill),
    ("it is left once more", leave),
    ("it goes on where it was left", resume_after_leaving),
    ("quitting right after a word loses nothing", quit_while_typing),
    ("the program ends well", end),
]


def main():
    print(f"1..{len(STORY)}", flush=True)
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        person = Person(sys.argv[1], folder)
        for number, (title, step) in enumerate(STORY, 1):
            # Each step stands on the one before it.
            if failed and step is not end:
                print(f"not ok {number} - {title} (not reached)", flush=True)
                continue
            try:
                step(person)
                print(f"ok {number} - {title}", flush=True)
            except Exception:  # noqa: BLE001 - whatever it is, the story is over.
                failed = True
                print(f"not ok {number} - {title}", flush=True)
                print("".join(f"# {line}\n" for line in traceback.format_exc().splitlines()), end="", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
