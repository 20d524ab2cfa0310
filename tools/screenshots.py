# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures: screenshots.py HEED FOLDER SIZE light|dark. Runs inside tests/lib/rig.sh, on the sample data."""
import os
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tests", "lib"))
from robot import Robot  # noqa: E402

SETTLE_S = 1.2
FRAME = 5


def main():
    heed, folder, size, scheme = sys.argv[1:]

    def shoot(name):
        # The pointer out of the way, and what moves at its end.
        subprocess.run(["xdotool", "mousemove", "5000", "5000"], check=True)
        time.sleep(SETTLE_S)
        path = os.path.join(folder, f"{name}-{size}-{scheme}.png")
        subprocess.run(["import", "-window", "root", path], check=True)
        # Where nothing composes, GTK frames its windows with five pixels.
        subprocess.run(["mogrify", "-shave", f"{FRAME}x{FRAME}", "+repage", path], check=True)

    def go_back():
        # What was clicked before comes first.
        time.sleep(SETTLE_S / 2)
        robot.key("alt+Left")
        time.sleep(SETTLE_S / 2)

    with tempfile.TemporaryDirectory() as home:
        robot = Robot([heed], {"HEED_DATA_HOME": home, "HEED_NOW": "2026-11-20T10:00:00Z",
                               "ADW_DEBUG_COLOR_SCHEME": "prefer-" + scheme, "GTK_A11Y": "atspi"})
        robot.wait_for("Look around with sample data", "list item")
        shoot("first-run")
        robot.click("Look around with sample data", "list item")
        robot.wait_for("Norfolk Broadband, Line down in Saltmere", "list item")
        shoot("list")

        go_back()
        robot.click("Norfolk Broadband, Line down in Saltmere", "list item")
        shoot("case")
        robot.click("^Write$", "push button")
        shoot("composer")
        robot.click("^Back to the case$", "push button")
        go_back()

        robot.click("^Norfolk Broadband, Norfolk Broadband", "list item")
        shoot("company")
        for part in ("when", "kinds"):
            width, height = robot.window_size()
            robot.wheel(width * 3 // 4, height // 2, 10)
            shoot(f"company-{part}")
        robot.click("The conversations", "list item")
        shoot("conversations")
        robot.click("Back to the figures", "push button")

        robot.key("ctrl+k")
        robot.wait_for("Account, or the address of its page")
        robot.type("no such thing")
        robot.key("Return")
        robot.wait_for("is no account Heed can read")
        shoot("check")
        robot.key("Escape")
        time.sleep(SETTLE_S / 2)
        robot.key("ctrl+n")
        robot.wait_for("^New case$")
        shoot("new-case")
        robot.key("Escape")
        time.sleep(SETTLE_S / 2)
        robot.key("ctrl+comma")
        shoot("preferences")
        robot.key("Escape")
        time.sleep(SETTLE_S / 2)
        return robot.close()


if __name__ == "__main__":
    sys.exit(main())
