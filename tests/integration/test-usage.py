#!/usr/bin/python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""heedctl in rough hands: odd words, odd files, odd terminals. Each ends with the exit status of the contract and one
line that says what to do."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HEEDCTL = os.environ["HEEDCTL"]


class Home:
    """A data folder of its own, and heedctl on it."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="heed-usage-")
        self.path = Path(self.folder.name)
        self.environment = dict(os.environ, HEED_DATA_HOME=str(self.path / "home"), HEED_NOW="2026-03-02T10:00:00Z")

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        self.folder.cleanup()

    def start(self, *args, **options):
        return subprocess.Popen([HEEDCTL, *args], env=self.environment, **options)

    def run(self, *args, **options):
        environment = dict(self.environment, **options.pop("env", {}))
        return subprocess.run([HEEDCTL, *args], env=environment, capture_output=True, timeout=60, **options)

    def fails(self, status, words, *args, **options):
        done = self.run(*args, **options)
        lines = done.stderr.decode().strip().split("\n")
        assert done.returncode == status, (args, done.returncode, done.stderr)
        assert done.stdout == b"", done.stdout
        assert len(lines) == 1 and lines[0].startswith("heedctl: "), done.stderr
        for word in words if isinstance(words, tuple) else (words,):
            assert word in lines[0], (args, word, lines[0])
        return lines[0]


def test_interrupt_while_reading():
    """A command that waits for standard input ends at the first Ctrl-C."""
    for words in (["count", "--network", "x"], ["draft", "--facts", "-", "--to", "email"]):
        with Home() as home:
            process = home.start(*words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            time.sleep(1)
            assert process.poll() is None, words
            process.send_signal(signal.SIGINT)
            try:
                process.wait(timeout=5)
            finally:
                process.kill()
                process.communicate()
            assert process.returncode == -signal.SIGINT, (words, process.returncode)


EVIL = "Ev\x1b[31mil\x07 \u009b2J"


def test_control_characters():
    """What others wrote does not reach a terminal as commands; JSON carries it escaped."""
    with Home() as home:
        new = home.run("case", "new", "--company", EVIL, "--what", EVIL, "--want", EVIL, "--title", EVIL,
                       "--reference", "case:" + EVIL, "--handle", "mastodon:" + EVIL)
        show = home.run("case", "show", "1")
        wrong = home.run("check", EVIL)
        for done in (new, show, wrong):
            text = (done.stdout + done.stderr).decode()
            assert "Ev [31mil" in text, text
            assert not any(ord(c) < 32 and c != "\n" or 127 <= ord(c) < 160 for c in text), text
        home.fails(1, "refused", "check", "two\nlines")
        cases = json.loads(home.run("case", "list", "--json").stdout)
        assert cases[0]["company"] == EVIL, cases


def test_no_locale():
    """Without a locale, words are UTF-8 all the same; what is not is refused."""
    with Home() as home:
        done = home.run("case", "new", "--company", "Müller", "--json", env={"LC_ALL": "C"})
        assert json.loads(done.stdout)["company"] == "Müller", done.stderr
        home.fails(2, "UTF-8", "check", b"caf\xe9")


def test_output_that_cannot_be_written():
    with Home() as home, open("/dev/full", "wb") as full:
        for words in (["case", "list"], ["case", "list", "--json"], ["--help"], ["--version"]):
            process = home.start(*words, stdout=full, stderr=subprocess.PIPE)
            _, err = process.communicate(timeout=60)
            assert process.returncode == 1 and err.startswith(b"heedctl: ") and err.count(b"\n") == 1, (words, err)


def test_wrong_words():
    with Home() as home:
        for words in (["--days", "0"], ["--days", "-1"], ["--replies", "0"], ["--days", "many"], ["--days", "9" * 20]):
            home.fails(2, words[0], "check", "@care@example.social", *words)
        for zone in ("nonsense", "", "../../../etc/passwd", "/etc/passwd", "zone.tab"):
            home.fails(2, ("no time zone", "Europe/Berlin"), "advise", "@care@example.social", "--tz", zone)
        for at in ("nonsense", "", "9999-12-31", "2026-02-30"):
            home.fails(2, "no time", "advise", "@care@example.social", "--at", at)
        for words in (["show"], ["log"], ["kept"]):
            home.fails(2, "Say which case", "case", *words)
        home.fails(2, "Say which entry", "case", "kept", "1")
        home.fails(2, "no number of an entry", "case", "kept", "1", "x")
        home.fails(2, "no number of a case", "case", "show", "0")
        for reference in ("case", ":x", "case:", "case::private"):
            home.fails(2, "no reference", "case", "new", "--company", "A", "--reference", reference)


def test_addresses():
    """What is no account is told so at once, with what Heed reads; nothing is asked of any server."""
    with Home() as home:
        for address in ("", "@", "@@", "http://", "https://x.com/foo", "x.com/foo", "localhost", "../../etc/passwd", "🦆",
                        "foo bar", "x" * 10000):
            line = home.fails(1, ("refused", "Mastodon", "Bluesky"), "check", address)
            assert len(line) < 400, line


def test_references():
    with Home() as home:
        new = json.loads(home.run("case", "new", "--company", "A", "--reference", "order:NB:47:11", "--reference",
                                  "account:1:2:private", "--json").stdout)
        found = [(r["kind"], r["value"], r["private"]) for r in new["references"]]
        assert found == [("order", "NB:47:11", False), ("account", "1:2", True)], found
        log = json.loads(home.run("case", "log", "1", "--kind", "received", "--channel", "email", "--reference", "case:X-9",
                                  "--json").stdout)
        assert (log["references"][-1]["kind"], log["references"][-1]["value"]) == ("case", "X-9"), log["references"]


def test_facts_files():
    """Every file that is no sheet of facts gets one line, for both commands that read one; a device does not fill memory."""
    with Home() as home:
        (home.path / "empty").touch()
        (home.path / "garbage").write_bytes(bytes(range(256)) * 100)
        for name, word in (("nosuch", "not-found"), ("", "not-found"), (".", "refused"), ("empty", "malformed"),
                           ("garbage", "malformed"), ("/dev/zero", "malformed"), ("/proc/self/mem", "refused")):
            path = str(home.path / name) if name else ""
            home.fails(1, word, "draft", "--facts", path, "--to", "email")
            home.fails(1, word, "case", "new", "--facts", path)
        sheet = json.dumps({"company": {"name": "Norfolk"}, "what_happened": "No line.", "want": "A line."})
        done = home.run("case", "new", "--facts", "-", "--json", input=sheet.encode())
        assert json.loads(done.stdout)["company"] == "Norfolk", done.stderr
        home.fails(1, "malformed: The field “want”", "draft", "--facts", "-", "--to", "email",
                   input=sheet.replace("want", "wish").encode())
        sheet = json.dumps(json.loads(sheet) | {"attempts": [{"channel": "email", "when": "9999-12-31T23:00:00Z",
                                                              "outcome": "none"}]})
        home.fails(1, ("Attempt 1", "still to come"), "case", "new", "--facts", "-", input=sheet.encode())


def test_data_folder():
    """An empty HEED_DATA_HOME is none: nothing is put into the folder one stands in."""
    with Home() as home:
        done = home.run("case", "list", env={"HEED_DATA_HOME": "", "XDG_DATA_HOME": str(home.path / "xdg")}, cwd=home.path)
        assert done.returncode == 0 and (home.path / "xdg" / "heed" / "heed.db").exists(), done.stderr
        assert [path.name for path in home.path.iterdir()] == ["xdg"]
        home.fails(1, "malformed", "case", "list", env={"HEED_NOW": "tomorrow"})


def main():
    tests = [(name, function) for name, function in sorted(globals().items()) if name.startswith("test_")]
    print(f"1..{len(tests)}")
    failed = False
    for number, (name, function) in enumerate(tests, 1):
        try:
            function()
            print(f"ok {number} - {name}")
        except Exception as error:  # One that fails must not hide the others.
            failed = True
            print(f"not ok {number} - {name}")
            print("# " + f"{type(error).__name__}: {error}".replace("\n", "\n# "))
        sys.stdout.flush()
    return 1 if failed else 0


sys.exit(main())
