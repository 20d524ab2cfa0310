#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A new case that was left half-way: closed, and killed. Nothing that was typed is lost, and it goes on where it was.

    test-resume.py HEED

Prints TAP. Runs inside tests/lib/rig.sh.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))

from story import Person, tell

WHAT = "The tap runs brown."


def is_typed(person, text):
    """The second step is shown, with that text in it."""
    person.robot.wait_for_text("^What happened", text)


def kill(person):
    robot = person.robot
    robot.wait_for("Start a case", "list item")
    robot.key("ctrl+n")
    robot.wait_for_window("New case")
    robot.type("Saltmere Water")
    robot.key("Return")
    # Nobody waits for the step to slide in.
    robot.type(WHAT)
    # It is called by what happened as soon as that is stored.
    robot.wait_for("^Saltmere Water, The tap runs brown", "list item")
    robot.process.kill()
    robot.process.wait()


def resume_after_kill(person):
    person.start()
    person.robot.click("^Saltmere Water, The tap runs brown", "list item")
    person.robot.click("^Finish the case$", "push button")
    person.robot.wait_for_window("New case")
    is_typed(person, WHAT)


def leave(person):
    # The form opens at the first thing that is missing: what they want.
    person.robot.key("alt+Left")
    person.robot.key("ctrl+End")
    person.robot.type(" It smells.")
    person.robot.key("Escape")
    person.robot.wait_until_gone("^New case$", "frame")


def resume_after_leaving(person):
    person.robot.click("^Finish the case$", "push button")
    person.robot.wait_for_window("New case")
    is_typed(person, WHAT + " It smells.")


def quit_while_typing(person):
    # Leaving and quitting at once leaves no time for a pause.
    person.robot.key("alt+Left")
    person.robot.key("ctrl+End")
    person.robot.type(" Twice")
    person.robot.key("Escape")
    person.end()
    person.start()
    person.robot.click("^Saltmere Water, The tap runs brown", "list item")
    person.robot.click("^Finish the case$", "push button")
    person.robot.wait_for_window("New case")
    is_typed(person, WHAT + " It smells. Twice")
    person.robot.key("Escape")
    person.robot.wait_until_gone("^New case$", "frame")


STORY = [
    ("what is typed is stored before the program is killed", kill),
    ("it goes on at the step where it was killed", resume_after_kill),
    ("it is left once more", leave),
    ("it goes on where it was left", resume_after_leaving),
    ("quitting right after a word loses nothing", quit_while_typing),
    ("the program ends well", Person.end),
]


if __name__ == "__main__":
    sys.exit(tell(STORY))
