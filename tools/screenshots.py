# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes the pictures: screenshots.py HEED FOLDER SIZE light|dark[-VARIANT] [PART…], of all parts or of those named. Runs inside
tests/lib/rig.sh, on the sample data."""
import os
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "tests", "lib"))
from robot import PATIENCE_S, Atspi, Robot  # noqa: E402

SETTLE_S = 1.2
MAX_SHOTS = 8
MAX_DEPTH = 3
AGAIN_S = 15
FRAME = 5


class Photographer:
    def __init__(self, robot, folder, size, scheme):
        self.robot, self.folder, self.ending = robot, folder, f"-{size}-{scheme}.png"
        self.is_rtl = "-rtl" in scheme
        # Where text runs from the right the next step lies to the left.
        self.key_forward = "alt+Left" if self.is_rtl else "alt+Right"

    def shoot(self, name):
        # The pointer out of the way, and what moves at its end.
        subprocess.run(["xdotool", "mousemove", "5000", "5000"], check=True)
        time.sleep(SETTLE_S)
        path = os.path.join(self.folder, name + self.ending)
        subprocess.run(["import", "-define", "png:exclude-chunks=date,time", "-window", "root", path], check=True)
        self.shoot_until_still(path)
        # Where nothing composes, GTK frames its windows with five pixels.
        subprocess.run(["mogrify", "-shave", f"{FRAME}x{FRAME}", "+repage", path], check=True)

    @staticmethod
    def shoot_until_still(path):
        """A busy machine may still be drawing; what blinks for ever is not waited for."""
        for _ in range(MAX_SHOTS):
            with open(path, "rb") as last:
                before = last.read()
            time.sleep(SETTLE_S / 4)
            subprocess.run(["import", "-define", "png:exclude-chunks=date,time", "-window", "root", path], check=True)
            with open(path, "rb") as last:
                if last.read() == before:
                    return

    def go_back(self):
        """To the list, from however deep; there the key does nothing. It would be lost with a window that is closing."""
        for _ in range(MAX_DEPTH):
            self.robot.wait_for_window("Heed")
            self.robot.key("alt+Left")
            time.sleep(SETTLE_S / 2)

    def open(self, row, name, role):
        """Clicks a row of the list until its page is there: a busy machine may still be sliding the list in."""
        end = time.monotonic() + PATIENCE_S
        while True:
            self.robot.click(row, "list item")
            again = time.monotonic() + AGAIN_S
            while time.monotonic() < again:
                if self.robot.has(name, role):
                    return
                time.sleep(SETTLE_S / 4)
            assert time.monotonic() < end, f"“{name}” did not open"
            self.go_back()

    def scroll_to(self, name, role):
        """Turns the wheel until it is at the top of the window, or nothing moves any more."""
        node, last, n_still = self.robot.wait_for(name, role), None, 0
        width, height = self.robot.window_size()
        # Beside a text, which has the wheel for itself; where there is a list at that side, beside the whole page.
        x = width // 2 if width >= 720 else 6
        while True:
            y = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW).y
            # A busy machine takes its time to move.
            n_still = n_still + 1 if y == last else 0
            if y < 150 or n_still == 3:
                return
            last = y
            self.robot.wheel(x, height * 3 // 4, 1)
            time.sleep(0.3)

    def close_dialog(self, title):
        """Escape closes it; pressed again where a busy machine was not yet ready to hear it."""
        end = time.monotonic() + PATIENCE_S
        while self.robot.has(f"^{title}$", "frame"):
            assert time.monotonic() < end, f"“{title}” did not close"
            self.robot.key("Escape")
            time.sleep(SETTLE_S)
        self.robot.wait_for_window("Heed")


def show_case(camera):
    robot = camera.robot
    robot.click("Norfolk Broadband, Line down in Saltmere", "list item")
    camera.shoot("case")
    robot.click("^Write$", "push button")
    camera.shoot("composer")
    # Below the text, the facts and all that could be better; a wide window has it beside them.
    camera.scroll_to("^If you like$", "label")
    camera.shoot("composer-lines")
    camera.scroll_to("^On other channels$", "label")
    camera.shoot("composer-channels")
    robot.click("^Back to the case$", "push button")
    camera.go_back()


# Its name and text, and where texts run from the right one in a language that does.
SNIPPETS = [("Reach me", "Write to me rather than call: I sleep by day and read everything in the evening."),
            ("Thanks", "Thank you for looking into this.")]
RTL_SNIPPET = ("תודה", "תודה רבה על העזרה. אפשר לענות לי כאן בכל שעה.")


def add_snippet(camera, number, name, text):
    robot = camera.robot
    robot.click("^Add a snippet$", "push button")
    robot.wait_for_window("New snippet")
    # No keyboard of this display has the letters of every language.
    robot.put_text("^Name, to find it by", name)
    robot.put_text("^Text", text)
    camera.shoot(f"snippet-{number}")
    robot.key("ctrl+Return")
    robot.wait_until_gone("^New snippet$", "frame")


def show_snippets(camera):
    robot = camera.robot
    robot.key("ctrl+comma")
    robot.wait_for("^Preferences$")
    camera.scroll_to("^Add a snippet$", "push button")
    camera.shoot("snippets-empty")
    for number, snippet in enumerate(SNIPPETS + ([RTL_SNIPPET] if camera.is_rtl else []), 1):
        add_snippet(camera, number, *snippet)
    camera.shoot("snippets")
    camera.close_dialog("Preferences")
    robot.click("Norfolk Broadband, Line down in Saltmere", "list item")
    robot.click("^Write$", "push button")
    robot.wait_for("^Back to the case$", "push button")
    robot.key("ctrl+shift+t")
    robot.wait_for("^Find a snippet$")
    camera.shoot("snippets-in-message")
    robot.key("Escape")
    robot.click("^Back to the case$", "push button")
    camera.go_back()


def draw_bill(path):
    """A picture with things on it that are nobody's business."""
    lines = ["Norfolk Broadband", "Bill of 3 November 2026", "", "A. Mill", "7 Staithe Lane, Saltmere", "",
             "Customer number   4401 7723", "Account   00 1234 5678", "", "Line and calls   31.50"]
    command = ["convert", "-size", "900x1200", "xc:white", "-fill", "gray20", "-pointsize", "38"]
    for n, line in enumerate(lines):
        if line:
            command += ["-annotate", f"+90+{140 + 70 * n}", line]
    subprocess.run([*command, path], check=True)


def show_picture(camera):
    robot = camera.robot
    path = os.path.join(os.environ["HOME"], "bill.png")
    draw_bill(path)
    robot.click("Norfolk Broadband, Line down in Saltmere", "list item")
    robot.wait_for("^Write$", "push button")
    robot.click("^Add files…$", "push button")
    robot.wait_for("^Add evidence$")
    # The chooser takes a path as it begins with a slash.
    robot.type(path)
    time.sleep(SETTLE_S)
    robot.key("Return")
    robot.click("^Open the file$")
    robot.wait_for("^Add a black box$", "push button")
    camera.shoot("picture")
    robot.key("ctrl+b")
    robot.key("ctrl+b")
    robot.key(*["Down"] * 12)
    camera.shoot("picture-boxes")
    robot.click("^The original$")
    camera.shoot("picture-original")
    robot.key("Escape")
    camera.close_dialog("Copy to send")
    camera.go_back()


def show_events(camera):
    robot = camera.robot
    robot.click("Norfolk Broadband, Line down in Saltmere", "list item")
    robot.wait_for("^Write$", "push button")
    for key, name in (("ctrl+shift+v", "reply"), ("ctrl+l", "call"), ("ctrl+m", "note")):
        robot.wait_for_window("Heed")
        robot.key(key)
        robot.wait_for("^Later$", "push button")
        camera.shoot(f"event-{name}")
        width, height = robot.window_size()
        robot.wheel(width // 2, height * 3 // 4, 10)
        camera.shoot(f"event-{name}-end")
        if name == "reply":
            # Nothing is pasted yet.
            robot.key("ctrl+Return")
            camera.shoot("event-problem")
            robot.put_text("^What they wrote", "Sorry to hear that. We will refund you within 14 days.")
            camera.scroll_to("^They promised something$", "label")
            camera.shoot("event-promise")
        robot.click("^Later$", "push button")
        robot.wait_until_gone("^Later$", "push button")
        robot.wait_for_window("Heed")
    camera.go_back()


def show_company(camera):
    robot = camera.robot
    # The row is chosen before the page is there.
    camera.open("^Norfolk Broadband, Sample", "^Usually answers: ", "label")
    camera.shoot("company")
    for part, title in (("curve", "Answered over time"), ("clocks", "How far conversations got"),
                        ("week", "When they answer"), ("kinds", "What replies do"), ("agents", "Who answers"),
                        ("effort", "What it takes")):
        camera.scroll_to(f"^As a table: {title}", "push button")
        camera.shoot(f"company-{part}")
    robot.point(robot.wait_for("^Your problem, in a few words$"))
    robot.type("line down since morning")
    robot.key("Return")
    robot.wait_for("^(The customer thanked for this|How it ended is not known)", "list item")
    camera.scroll_to("^What this says: Solved like yours", "push button")
    camera.shoot("company-similar")
    robot.click("^Asks for details: ", "list item")
    robot.wait_for("^Back to the figures$", "push button")
    robot.click("^Filter$", "push button")
    camera.shoot("conversations")
    robot.click("Back to the figures", "push button")
    camera.go_back()


def show_search(camera):
    camera.robot.key("ctrl+f")
    camera.shoot("search-empty")
    camera.robot.type("line")
    camera.robot.wait_for("^Found in ")
    camera.shoot("search")
    camera.robot.key("Escape")
    time.sleep(SETTLE_S)


def show_check(camera):
    robot = camera.robot
    robot.key("ctrl+k")
    robot.wait_for("Account, or the address of its page")
    robot.type("no such thing")
    robot.key("Return")
    robot.wait_for("is no account Heed can read")
    camera.shoot("check")
    camera.close_dialog("Check a company")


def show_new_case(camera):
    camera.robot.key("ctrl+n")
    camera.robot.wait_for("^New case$")
    camera.robot.type("norf")
    camera.shoot("new-case-suggestions")
    camera.robot.key("ctrl+a")
    camera.robot.type("@care@saltmere.example")
    camera.shoot("new-case-link")
    camera.robot.key("Return")
    camera.robot.wait_for("^What happened", "text")
    camera.robot.key(camera.key_forward)
    camera.robot.wait_for("^Say in a sentence what happened")
    camera.shoot("new-case-what-problem")
    camera.robot.type("The boiler is cold since Sunday; two visits were cancelled.")
    camera.robot.key(camera.key_forward)
    camera.robot.wait_for("^What do you want", "text")
    camera.robot.type("A repair this week")
    camera.shoot("new-case-want")
    camera.robot.key(camera.key_forward)
    camera.robot.wait_for("^I have done that$", "push button")
    camera.shoot("new-case-evidence")
    width, height = camera.robot.window_size()
    camera.robot.wheel(width // 2, height // 2, 10)
    camera.shoot("new-case-evidence-end")
    camera.robot.key("ctrl+Return")
    camera.robot.wait_until_gone("^New case$", "frame")
    camera.shoot("new-case-done")


def show_preferences(camera):
    camera.robot.key("ctrl+comma")
    camera.robot.wait_for("^Preferences$")
    camera.shoot("preferences")
    width, height = camera.robot.window_size()
    for part in ("languages", "times", "networks", "data"):
        camera.robot.wheel(width // 2, height // 2, 7)
        camera.shoot(f"preferences-{part}")
    camera.close_dialog("Preferences")


def show_shortcuts(camera):
    robot = camera.robot
    robot.key("ctrl+question")
    robot.wait_for("^Shortcuts$", "frame")
    camera.shoot("shortcuts")
    width, height = robot.window_size()
    for n in range(1, 4):
        robot.wheel(width // 2, height // 2, 10)
        camera.shoot(f"shortcuts-{n}")
    robot.type("reply")
    camera.shoot("shortcuts-search")
    camera.close_dialog("Shortcuts")


PARTS = {"case": show_case, "snippets": show_snippets, "picture": show_picture, "events": show_events,
         "company": show_company, "search": show_search, "check": show_check, "new-case": show_new_case,
         "preferences": show_preferences, "shortcuts": show_shortcuts}


def main():
    heed, folder, size, scheme, *parts = sys.argv[1:]
    with tempfile.TemporaryDirectory() as home:
        robot = Robot([heed], {"HEED_DATA_HOME": home, "HEED_NOW": "2026-11-20T10:00:00Z",
                               "ADW_DEBUG_COLOR_SCHEME": "prefer-" + scheme.split("-")[0], "GTK_A11Y": "atspi"})
        camera = Photographer(robot, folder, size, scheme)
        robot.wait_for("Look around with sample data", "list item")
        if not parts:
            camera.shoot("first-run")
        robot.click("Look around with sample data", "list item")
        robot.wait_for("Norfolk Broadband, Line down in Saltmere", "list item")
        if not parts:
            camera.shoot("list")
        camera.go_back()
        for part in parts or PARTS:
            PARTS[part](camera)
        return robot.close()


if __name__ == "__main__":
    sys.exit(main())
