#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""S79, S88: a message with something private in it by the keyboard alone: copied after a question, or mended on the way;
and one with a bracket, which is filled in and taken back.

    test-copy-keys.py HEED

Prints TAP. Runs inside tests/lib/rig.sh.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))

from story import Person, tell

CASE = "^Norfolk Broadband, Line down in Saltmere"
CARD = "4111 1111 1111 1111"
WORDS = f"Please mend my line. Case NB-4711. My card is {CARD}."
QUESTION = "^Copy it all the same"


def write(person):
    """A message with the number of a card, which is for nobody."""
    robot = person.robot
    robot.click("Look around with sample data", "list item")
    robot.click(CASE, "list item")
    robot.click("^Write$", "push button")
    robot.wait_for("^Back to the case$", "push button")
    robot.key("alt+m")
    robot.key("ctrl+a")
    robot.type(WORDS)
    robot.wait_for_text("^Message", WORDS)


def ask(person):
    robot = person.robot
    robot.key("alt+c")
    robot.wait_for(QUESTION, "label")
    robot.wait_for(f"^“{CARD}”: ", "label")
    robot.wait_for("^Look at it$", "push button")


def mend(person):
    robot = person.robot
    # What Enter does is the safe one; it leads to the button that mends the text, so Enter does that, too.
    robot.key("Return")
    robot.wait_until_gone(QUESTION, "label")
    robot.key("Return")
    robot.wait_until_gone(f"^“{CARD}”: ", "label")
    robot.key("ctrl+z")
    robot.wait_for_text("^Message", WORDS)


def stay(person):
    robot = person.robot
    robot.key("alt+c")
    robot.wait_for(QUESTION, "label")
    robot.key("Escape")
    robot.wait_until_gone(QUESTION, "label")
    assert robot.find("^Copied") is None


def copy_anyway(person):
    robot = person.robot
    robot.key("alt+c")
    robot.wait_for(QUESTION, "label")
    robot.key("alt+c")
    robot.wait_for_toast("^Copied[.] ")
    robot.key("alt+m")
    robot.key("ctrl+End")
    robot.key("ctrl+v")
    robot.wait_for_text("^Message", WORDS + WORDS)


def fill_in(person):
    robot = person.robot
    marked = "Case NB-4711: my router is a [device]. Please mend the line."
    robot.key("alt+m")
    robot.key("ctrl+a")
    robot.type(marked)
    robot.click("^Fill it in$", "push button")
    robot.wait_for_keys_on("^What is missing$")
    robot.type("Heron 7")
    robot.key("Return")
    robot.wait_for_text("^Message", marked.replace("[device]", "Heron 7"))
    # The cursor is in the text again.
    robot.key("ctrl+z")
    robot.wait_for_text("^Message", marked)


STORY = [
    ("a message has the number of a card in it", write),
    ("it is asked about before it is copied", ask),
    ("two times Enter mend it, and Undo brings it back", mend),
    ("Escape leaves it as it was", stay),
    ("whoever wants it all the same has it", copy_anyway),
    ("what was filled into a bracket is one step", fill_in),
    ("the program ends", Person.end),
]

if __name__ == "__main__":
    sys.exit(tell(STORY))
