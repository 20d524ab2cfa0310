# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A test that tells a story: steps that each stand on the one before, told as TAP, in a folder of their own.

A test imports this before anything else of the robot's: where there is no accessibility bus, it ends as skipped here.
"""
import sys
import tempfile
import traceback

try:
    from robot import Robot
except (ImportError, ValueError) as reason:
    print(f"1..0 # SKIP {reason}")
    sys.exit(0)


class Person:
    """Who uses the program: with a robot's hand and eye, data of their own, and a clock that stands still.

    The program runs with G_DEBUG=fatal-warnings, so a warning of anything in it ends the story.
    """

    def __init__(self, heed, folder):
        self.command = [heed]
        self.environment = {"HEED_DATA_HOME": folder, "HEED_NOW": "2026-11-20T10:00:00Z", "G_DEBUG": "fatal-warnings"}
        self.start()

    def start(self):
        self.robot = Robot(self.command, self.environment)

    def end(self):
        status = self.robot.close()
        assert status == 0, f"the program ended with status {status}"


def tell(steps):
    """Tells the story of sys.argv[1]: pairs of a title and what is done, which is handed the person. The last step is
    told whatever happened before. Returns the exit status."""
    print(f"1..{len(steps)}", flush=True)
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        person = Person(sys.argv[1], folder)
        for number, (title, step) in enumerate(steps, 1):
            if failed and number < len(steps):
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
