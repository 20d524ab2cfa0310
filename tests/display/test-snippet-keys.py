#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""S127: a text of the user's own by the keyboard alone: kept out of one message, put into another, and there after a crash.

    test-snippet-keys.py HEED

Prints TAP. Runs inside tests/lib/rig.sh.
"""
import os
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))

from story import Person, tell

CASE = "^Norfolk Broadband, Line down in Saltmere"
WORDS = "I sleep by day."


def write(person):
    """A message that nobody typed in yet, with all of it selected."""
    robot = person.robot
    robot.click(CASE, "list item")
    robot.click("^Write$", "push button")
    robot.wait_for("^Back to the case$", "push button")
    robot.key("alt+m")
    robot.key("ctrl+a")


def keep(person):
    robot = person.robot
    robot.click("Look around with sample data", "list item")
    write(person)
    robot.type(WORDS)
    robot.wait_for_text("^Message", WORDS)
    robot.key("ctrl+a")
    robot.key("ctrl+shift+k")
    robot.wait_for_window("New snippet")
    robot.key("ctrl+a")
    robot.type("Nights")
    robot.key("ctrl+Return")
    robot.wait_until_gone("^New snippet$", "frame")


def insert(person):
    robot = person.robot
    robot.key("alt+m")
    robot.key("ctrl+End")
    robot.type(" And:")
    robot.key("ctrl+shift+t")
    robot.wait_for("^Find a snippet$")
    robot.type("nig")
    robot.key("Return")
    robot.wait_for_text("^Message", f"{WORDS} And: {WORDS}")


def insert_with_arrows(person):
    robot = person.robot
    robot.key("ctrl+shift+t")
    robot.wait_for("^Find a snippet$")
    robot.key("Down")
    robot.key("Return")
    robot.wait_for_text("^Message", f"{WORDS} And: {WORDS} {WORDS}")
    # All of it goes at once, and nothing else.
    robot.key("ctrl+z")
    robot.wait_for_text("^Message", f"{WORDS} And: {WORDS}")


def leave_the_list(person):
    robot = person.robot
    robot.key("ctrl+shift+t")
    robot.wait_for("^Find a snippet$")
    robot.key("Escape")
    robot.type("!")
    robot.wait_for_text("^Message", f"{WORDS} And: {WORDS}!")


def come_back(person):
    # A pause is all it takes to be stored; nothing is closed.
    time.sleep(3)
    person.robot.process.kill()
    person.robot.process.wait()
    person.start()
    person.robot.click(CASE, "list item")
    person.robot.click("^Write$", "push button")
    person.robot.wait_for_text("^Message", f"{WORDS} And: {WORDS}!")


STORY = [
    ("what is selected is kept", keep),
    ("a word and Enter put it in", insert),
    ("so do the arrows, and Undo takes it out in one step", insert_with_arrows),
    ("Escape goes back to the text", leave_the_list),
    ("the message is there after a crash", come_back),
    ("the program ends", Person.end),
]

if __name__ == "__main__":
    sys.exit(tell(STORY))
