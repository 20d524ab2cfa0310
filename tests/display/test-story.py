#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window, used as a person does who cannot see it: from the first run over the sample data to an empty list again.

    test-story.py HEED

Prints TAP. Runs inside tests/lib/rig.sh.
"""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))

from story import Person, tell


def first_run(person):
    robot = person.robot
    for door in ("Start a case", "Check a company", "Look around with sample data"):
        robot.wait_for(door, "list item")


def sample_data(person):
    robot = person.robot
    robot.click("Look around with sample data", "list item")
    robot.wait_for("Norfolk Broadband, Line down in Saltmere, Sample", "list item")
    robot.wait_for("What is marked “Sample” is invented", "label")


def company_page(person):
    robot = person.robot
    robot.click("^Norfolk Broadband, Sample", "list item")
    robot.wait_for("^Usually answers: ", "label")
    robot.wait_for("norfolkcare@norfolk.example", "list item")
    robot.wait_for("Fastest on ", "label")
    robot.wait_for("^On duty now, until 20:00", "label")
    for figure in ("Answered over time", "How far conversations got", "When they answer", "What replies do",
                   "Who answers", "What it takes"):
        robot.wait_for(f"^As a table: {figure}$", "push button")
        robot.wait_for(f"^What this says: {figure}$")


def figure_as_table(person):
    robot = person.robot
    robot.click("^As a table: Who answers$", "push button")
    robot.wait_for("^Usual hours$")
    robot.click("^As a table: Who answers$", "push button")
    robot.wait_until_gone("^Usual hours$")


def show_these(person):
    robot = person.robot
    robot.click("^Asks for details: ", "list item")
    robot.wait_for("^Asks for details: [0-9]+ of [0-9]+ messages$", "label")
    robot.click("^Show all$", "push button")
    robot.wait_until_gone("^Asks for details: [0-9]+ of [0-9]+ messages$", "label")
    robot.click("Back to the figures", "push button")


def other_account(person):
    robot = person.robot
    robot.click("@norfolkhelp.norfolk.example", "list item")
    robot.wait_until_gone("^Usually answers: ", "label")


def conversations(person):
    robot = person.robot
    robot.click("The conversations", "list item")
    robot.wait_for("No public reply seen", "label")
    names(person)
    robot.click("Back to the figures", "push button")


def bad_handle(person):
    robot = person.robot
    robot.key("ctrl+k")
    robot.wait_for_window("Check a company")
    robot.type("no such thing")
    robot.key("Return")
    robot.wait_for("“no such thing” is no account Heed can read")
    names(person, "Check a company")
    robot.key("Escape")
    robot.wait_until_gone("Account, or the address of its page")
    # Who asks for a window that has just closed gets another one, and no hidden one: that would end the program.
    assert robot.application.get_child_at_index(robot.application.get_child_count()) is not None


def case_page(person):
    robot = person.robot
    robot.click("Norfolk Broadband, Line down in Saltmere", "list item")
    robot.wait_for("Case NB-4711")
    robot.wait_for("Sorry to hear that. Which router is it", "label")


def search(person):
    robot = person.robot
    robot.key("ctrl+f")
    robot.wait_for("^Search everywhere$", "label")
    robot.type("which router")
    robot.wait_for("Which router is it.*, Norfolk Broadband · Line down in Saltmere", "list item")
    names(person)
    robot.key("Return")
    # The entry has the focus now; its page has the keys.
    robot.key("ctrl+m")
    robot.wait_for_window("Add a note")
    names(person, "Add a note")
    robot.key("Escape")
    robot.wait_until_gone("^Add a note$", "frame")
    robot.key("ctrl+f", "Escape")
    robot.wait_for("Norfolk Broadband, Line down in Saltmere", "list item")


def dialogs(person):
    robot = person.robot
    for keys, title in (("ctrl+shift+v", "Paste a reply"), ("ctrl+l", "Log a call"),
                        ("ctrl+shift+l", "Log a message you sent"), ("ctrl+e", "Edit the case"),
                        ("ctrl+comma", "Preferences")):
        robot.key(keys)
        robot.wait_for_window(title)
        names(person, title)
        robot.key("Escape")
        robot.wait_until_gone(f"^{title}$", "frame")


def composer(person):
    robot = person.robot
    robot.click("^Write$", "push button")
    robot.wait_for("^Copy")


def new_case(person):
    robot = person.robot
    robot.key("ctrl+n")
    robot.wait_for_window("New case")
    names(person, "New case")
    # Typing starts in the first field: a space must not press a button.
    robot.type("Saltmere Water")
    robot.key("Escape")
    robot.wait_until_gone("^New case$", "frame")
    robot.wait_for("^Saltmere Water", "list item")


def case_by_keys(person):
    robot = person.robot
    robot.key("ctrl+n")
    robot.wait_for_window("New case")
    # A pasted address is recognised; Enter goes on.
    robot.type("@care@saltmere.example")
    robot.wait_for("Mastodon: @care@saltmere.example")
    robot.wait_for("^Check it now$", "push button")
    robot.key("Tab")
    robot.type("Saltmere Gas")
    robot.key("Return")
    robot.wait_for("^What happened", "text")
    names(person, "New case")
    robot.type("The boiler is cold.")
    robot.key("alt+Right")
    robot.wait_for("^What do you want", "text")
    names(person, "New case")
    # What is missing is said where it is missing.
    robot.key("alt+Right")
    robot.wait_for("^Say what you want")
    robot.type("A repair this week")
    robot.key("alt+Left")
    robot.wait_for("^What happened", "text")
    robot.key("alt+Right")
    robot.key("alt+Right")
    robot.wait_for("^Open an official case first$")
    names(person, "New case")
    robot.type("SG-12")
    robot.key("Return")
    robot.wait_until_gone("^New case$", "frame")
    robot.wait_for("^Saltmere Gas, The boiler is cold, .*due$", "list item")


def first_message(person):
    robot = person.robot
    robot.wait_for("Mastodon — write your first message", "label")
    robot.wait_for("You have a case number", "label")
    robot.click("^Write now$", "push button")
    robot.click("^Copy$", "push button")
    robot.wait_for_toast("^Copied$")


def delete_case(person):
    robot = person.robot
    robot.click("^Saltmere Water", "list item")
    robot.wait_for("^Edit the case$", "push button")
    robot.click("^More about this case$", "push button")
    robot.wait_for("^Delete the case$", "menu item")
    # The last entry of the menu, by keys: the pointer only knows the window, not what pops up over it.
    robot.key("Up", "Return")
    robot.undo("^The case is deleted")
    robot.wait_for("^Saltmere Water", "list item")


def delete_company(person):
    robot = person.robot
    robot.click("^Norfolk Broadband, Sample", "list item")
    robot.wait_for("^More about this company$", "push button")
    robot.key("ctrl+Delete")
    robot.wait_for_toast("^“Norfolk Broadband” is deleted")
    robot.key("ctrl+z")
    robot.wait_for("^Norfolk Broadband, Sample", "list item")
    robot.wait_for("^Usually answers: ", "label")


def names(person, window=None):
    nameless = person.robot.nameless(window)
    assert not nameless, "without a name: " + "; ".join(nameless)


def remove_sample(person):
    robot = person.robot
    robot.click("^Remove$", "push button")
    robot.undo("^The sample data are gone")
    robot.wait_for("Norfolk Broadband, Line down in Saltmere", "list item")


STORY = [
    ("the first run offers three doors", first_run),
    ("everything on it has a name", names),
    ("sample data come in, marked", sample_data),
    ("a company page says what its accounts do", company_page),
    ("everything on it has a name", names),
    ("a figure is there as a table", figure_as_table),
    ("the messages behind a figure are one click away", show_these),
    ("another account of the company is one click away", other_account),
    ("all messages are one click away", conversations),
    ("a bad handle is refused in place", bad_handle),
    ("a case shows its timeline and its numbers", case_page),
    ("everything on it has a name", names),
    ("a word is found in it as it is typed, by keys alone", search),
    ("everything in its dialogs has a name", dialogs),
    ("its answer is written in the composer", composer),
    ("everything on it has a name", names),
    ("a new case is asked for by name, and kept half-way", new_case),
    ("a case is opened in four steps by keys alone", case_by_keys),
    ("it ends on its next step, a message that is ready to copy", first_message),
    ("a case that is deleted comes back with Undo", delete_case),
    ("a company that is deleted comes back with Undo", delete_company),
    ("sample data go, and come back with Undo", remove_sample),
    ("the program ends well", Person.end),
]


if __name__ == "__main__":
    sys.exit(tell(STORY))
