#!/usr/bin/python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole stories through "heedctl case", with the clock moving. Monday is 2 March 2026."""

import json
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile

HEEDCTL = os.environ["HEEDCTL"]


class Story:
    """One user's data folder, and a clock that the story moves."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="heed-case-")
        self.home = os.path.join(self.folder, "home")
        self.now = "2026-03-02T10:00:00Z"

    def __enter__(self):
        return self

    def __exit__(self, *unused):
        shutil.rmtree(self.folder)

    def run(self, *args, now=None, home=None):
        environment = dict(os.environ, HEED_DATA_HOME=home or self.home, HEED_NOW=now or self.now)
        return subprocess.run([HEEDCTL, "case", *args], env=environment, capture_output=True, text=True, timeout=60)

    def json(self, *args, now=None):
        done = self.run(*args, "--json", now=now)
        assert done.returncode == 0, (args, done.returncode, done.stderr)
        assert done.stderr == "", done.stderr
        return json.loads(done.stdout)

    def new(self, *args):
        return self.json("new", "--company", "Norfolk Broadband", "--what", "No line since Tuesday.",
                         "--want", "An engineer", *args)["id"]

    def log(self, case, kind, at, *args):
        return self.json("log", str(case), "--kind", kind, *args, now=at)

    def fails(self, status, words, *args, now=None, home=None):
        done = self.run(*args, now=now, home=home)
        assert done.returncode == status, (args, done.returncode, done.stdout, done.stderr)
        assert done.stdout == "", done.stdout
        lines = done.stderr.strip().split("\n")
        assert len(lines) == 1 and lines[0].startswith("heedctl: "), done.stderr
        for word in words if isinstance(words, tuple) else (words,):
            assert word in lines[0], (word, lines[0])


def expect(tracked, turn, step, channel=None, network=None, due=None):
    step_found = tracked["next"]
    found = (tracked["turn"], step_found["step"], step_found["channel"], step_found["network"], step_found["due"])
    assert found == (turn, step, channel, network, due), (found, step_found)
    assert step_found["title"], step_found
    assert step == "none" or step_found["reasons"], step_found


def test_over_every_channel():
    """From the official case over two networks to the engineer (S92, S29, S103, S112)."""
    with Story() as story:
        case = story.new("--handle", "mastodon:@care@norfolk.example", "--handle", "x:NorfolkHelp",
                         "--email", "help@norfolk.example")
        show = lambda now: story.json("show", str(case), now=now)
        expect(show("2026-03-02T10:00:00Z"), "yours", "open-official", "email")

        # The official case; its automatic receipt brings a number and stops no clock.
        story.log(case, "sent", "2026-03-02T10:05:00Z", "--channel", "email", "--text", "Dear all")
        receipt = story.log(case, "received", "2026-03-02T10:06:00Z", "--channel", "email", "--outcome", "automatic",
                            "--reference", "NB-4711", "--text", "Thank you for your message.")
        expect(receipt, "theirs", "wait", "email", None, "2026-03-02T11:05:00Z")
        assert receipt["references"] == [{"kind": "case", "value": "NB-4711", "private": False}]
        public = show("2026-03-02T11:05:00Z")
        expect(public, "yours", "next-channel", "public", "mastodon", "2026-03-02T11:05:00Z")
        assert public["next"]["account"] == "care@norfolk.example"
        assert any("NB-4711" in reason for reason in public["next"]["reasons"])

        # In public: one follow-up after an hour, then the next network.
        story.log(case, "sent", "2026-03-02T11:10:00Z", "--channel", "public", "--network", "mastodon")
        expect(show("2026-03-02T12:09:00Z"), "theirs", "wait", "public", "mastodon", "2026-03-02T12:10:00Z")
        expect(show("2026-03-02T12:10:00Z"), "yours", "nudge", "public", "mastodon", "2026-03-02T12:10:00Z")
        story.log(case, "sent", "2026-03-02T16:30:00Z", "--channel", "public", "--network", "mastodon")
        expect(show("2026-03-03T03:00:00Z"), "theirs", "wait", "public", "mastodon", "2026-03-03T09:30:00Z")
        expect(show("2026-03-03T09:30:00Z"), "yours", "next-channel", "public", "x", "2026-03-03T09:30:00Z")

        # There somebody asks, is answered, and promises.
        story.log(case, "sent", "2026-03-03T09:40:00Z", "--channel", "public", "--network", "x")
        asked = story.log(case, "received", "2026-03-03T10:00:00Z", "--channel", "public", "--network", "x",
                          "--text", "Which router is it? ^Claire", "--agent", "Claire")
        expect(asked, "yours", "answer", "public", "x", "2026-03-03T10:00:00Z")
        story.log(case, "sent", "2026-03-03T10:30:00Z", "--channel", "dm", "--network", "x")
        promised = story.log(case, "received", "2026-03-03T11:00:00Z", "--channel", "dm", "--network", "x",
                             "--promise", "An engineer comes", "--due", "2026-03-05")
        expect(promised, "theirs", "wait", "dm", "x", "2026-03-05T23:59:59Z")
        broken = show("2026-03-06T09:00:00Z")
        expect(broken, "yours", "remind-promise", "dm", "x", "2026-03-06T09:00:00Z")
        assert any("An engineer comes" in reason for reason in broken["next"]["reasons"])

        # The clocks: they 0:55 by e-mail and on, you half an hour.
        assert broken["waiting"]["yours_s"] == 30 * 60, broken["waiting"]
        assert broken["waiting"]["theirs_s"] == (23 * 3600 + 55 * 60) + 30 * 60 + 70 * 3600, broken["waiting"]

        # It came after all.
        entry = [event for event in broken["events"] if event["promise"]][0]["id"]
        kept = story.json("kept", str(case), str(entry), now="2026-03-06T10:00:00Z")
        assert kept["events"][-1]["promise"] == {"text": "An engineer comes", "due": "2026-03-05T23:59:59Z",
                                                 "kept": True}
        closed = story.json("close", str(case), now="2026-03-06T10:01:00Z")
        expect(closed, "nobodys", "none")
        assert (closed["state"], closed["closed"]) == ("closed", "2026-03-06T10:01:00Z")
        reopened = story.json("reopen", str(case), now="2026-03-07T10:00:00Z")
        assert (reopened["state"], reopened["closed"]) == ("open", None)
        assert [event["text"] for event in reopened["events"] if event["kind"] == "state"] == ["closed", "open"]


def test_urgent_call():
    with Story() as story:
        case = story.new("--handle", "bluesky:care.norfolk.example", "--urgent", "--reference", "case:NB-1")
        expect(story.json("next", str(case)), "yours", "write", "public", "bluesky", "2026-03-02T10:00:00Z")
        nobody = story.log(case, "call", "2026-03-02T10:00:00Z", "--text", "On hold for 25 minutes")
        expect(nobody, "theirs", "wait", "phone", None, "2026-03-02T10:15:00Z")
        told = story.log(case, "call", "2026-03-02T10:20:00Z", "--agent", "Dev", "--promise", "They call back",
                         "--due", "2026-03-02T15:00:00Z")
        expect(told, "theirs", "wait", "phone", None, "2026-03-02T15:00:00Z")
        # A network that leaves no choice need not be named.
        sent = story.log(case, "sent", "2026-03-02T15:30:00Z", "--channel", "public")
        assert sent["events"][-1]["network"] == "bluesky"
        assert sent["events"][-1]["account"] == "care.norfolk.example"
        expect(sent, "theirs", "wait", "public", "bluesky", "2026-03-02T15:45:00Z")


def test_facts_file():
    with Story() as story:
        path = os.path.join(story.folder, "facts.json")
        facts = {
            "company": {"name": "Norfolk Broadband", "handles": {"mastodon": "care@norfolk.example"},
                        "email": "help@norfolk.example"},
            "me": {"name": "Ann Example", "postcode": "NR1 1AA"},
            "what_happened": "No line since Tuesday.", "want": "An engineer",
            "references": [{"kind": "case", "value": "NB-4711", "private": False},
                           {"kind": "account", "value": "000123", "private": True}],
            "attempts": [{"channel": "email", "when": "2026-02-27T10:00:00Z", "outcome": "automatic"}],
            "promises": [{"text": "A call", "due": "2026-03-01T10:00:00Z", "kept": False}],
        }
        with open(path, "w", encoding="utf-8") as file:
            json.dump(facts, file)
        case = story.json("new", "--facts", path, "--title", "Line down")
        assert (case["title"], case["company"], case["state"]) == ("Line down", "Norfolk Broadband", "open")
        assert len(case["references"]) == 2 and case["references"][1]["private"]
        assert [event["kind"] for event in case["events"]] == ["sent", "received", "note"]
        expect(case, "yours", "remind-promise", None, None, "2026-03-02T09:00:00Z")

        with open(path, "w", encoding="utf-8") as file:
            file.write('{"company": 3')
        story.fails(1, "facts.json", "new", "--facts", path)
        story.fails(1, "fact sheet", "new", "--facts", path + ".missing")
        assert len(story.json("list")) == 1


def test_proposed_promise():
    """What they wrote seems to promise a day: shown, and made a promise only when the user says so (S112, S113)."""
    with Story() as story:
        case = story.new("--handle", "mastodon:care@norfolk.example")
        reply = ["--channel", "dm", "--network", "mastodon", "--text"]
        told = story.log(case, "received", "2026-03-02T10:30:00Z", *reply,
                         "Hello. We will refund you in 3 working days. Bye!")
        event = told["events"][-1]
        assert event["promise"] is None, event
        assert event["proposed_promise"] == {"text": "We will refund you in 3 working days",
                                             "words": "in 3 working days", "due": "2026-03-05T23:59:59Z"}, event
        entry = str(event["id"])
        assert "seems to promise" not in story.run("show", str(case)).stdout

        # As it stands, then with another day.
        for args, due in (([], "2026-03-05T23:59:59Z"), (["--due", "2026-03-09"], "2026-03-09T23:59:59Z")):
            kept = story.json("promise", str(case), entry, *args)
            assert kept["events"][-1]["promise"] == {"text": "We will refund you in 3 working days", "due": due,
                                                     "kept": False}, kept
            assert kept["events"][-1]["proposed_promise"] is None, kept
            expect(kept, "theirs", "wait", "dm", "mastodon", due)
        assert story.json("list")[0]["events"][-1]["promise"]["due"] == "2026-03-09T23:59:59Z"

        # A time without a day has to be given one; the log says so at once.
        story.now = "2026-03-02T11:00:00Z"
        done = story.run("log", str(case), "--kind", "received", *reply, "We will write to you in a few days.")
        assert done.returncode == 0 and "without a day" in done.stdout and "--due TIME" in done.stdout, done
        entry = str(story.json("show", str(case))["events"][-1]["id"])
        story.fails(1, "--due", "promise", str(case), entry)
        story.fails(1, "before it was made", "promise", str(case), entry, "--due", "2026-03-01")
        kept = story.json("promise", str(case), entry, "--promise", "A letter", "--due", "2026-03-06")
        assert kept["events"][-1]["promise"] == {"text": "A letter", "due": "2026-03-06T23:59:59Z", "kept": False}, kept

        done = story.run("log", str(case), "--kind", "received", *reply, "We will refund you in 3 working days.")
        assert "It seems to promise: “We will refund you in 3 working days”, by Thu 5 Mar 2026" in done.stdout, done
        assert f"To note it as a promise: heedctl case promise {case} {int(entry) + 1} [--due TIME]" in done.stdout, done

        note = story.log(case, "note", "2026-03-02T11:00:00Z", "--text", "We will call you in 3 days.")["events"][-1]
        assert note["proposed_promise"] is None, note
        story.fails(1, "theirs", "promise", str(case), str(note["id"]))
        story.fails(2, "Friday", "promise", str(case), entry, "--due", "Friday")
        story.fails(2, "which entry", "promise", str(case))
        story.fails(1, "not in the case", "promise", str(case), "9999")
        nothing = story.log(case, "received", "2026-03-02T11:01:00Z", *reply, "It is sunny here.")["events"][-1]
        story.fails(1, "reads no promise", "promise", str(case), str(nothing["id"]))


def test_list():
    with Story() as story:
        assert story.json("list") == []
        assert "no cases" in story.run("list").stdout
        first = story.new("--handle", "mastodon:care@norfolk.example")
        second = story.new("--handle", "mastodon:care@norfolk.example", "--title", "Refund")
        story.log(second, "sent", "2026-03-02T10:00:00Z", "--channel", "public")
        cases = story.json("list", now="2026-03-02T12:00:00Z")
        assert [case["id"] for case in cases] == [second, first]
        assert set(cases[0]) >= {"id", "title", "company", "state", "turn", "next", "references", "events", "waiting"}
        text = story.run("list", now="2026-03-02T12:00:00Z").stdout
        assert "Refund" in text and "Norfolk Broadband" in text and "Mastodon" in text, text
        assert story.json("delete", str(first)) == {"deleted": first}
        story.fails(1, "no case", "show", str(first))
        assert len(story.json("list")) == 1


def test_text():
    with Story() as story:
        case = story.new("--handle", "mastodon:care@norfolk.example", "--reference", "account:000123:private")
        done = story.run("log", str(case), "--kind", "sent", "--channel", "public", "--text", "Please help")
        assert done.returncode == 0 and "wait for their answer" in done.stdout, done
        story.log(case, "note", "2026-03-02T10:00:00Z", "--text", "red\x1b[31mtext\nsecond")
        text = story.run("show", str(case), now="2026-03-05T10:00:00Z").stdout
        assert "\x1b" not in text and "red [31mtext second" in text, text
        for words in ("Please help", "000123 (private)", "care@norfolk.example", "3 days", "follow up"):
            assert words in text, (words, text)


def test_documents():
    """The files of a case, which the window adds, are told of by name and size; where the copies lie is not."""
    with Story() as story:
        case = story.new("--email", "help@norfolk.example")
        assert story.json("show", str(case))["documents"] == []
        with sqlite3.connect(os.path.join(story.home, "heed.db")) as store:
            store.execute("INSERT INTO documents (case_id, name, file, type, size, added_at, note) "
                          "VALUES (?, 'bill.pdf', 'copy-of-it.pdf', 'application/pdf', 2048, 1772445600, 'The bill')", (case,))
        store.close()
        bill = {"name": "bill.pdf", "kind": "application/pdf", "size": 2048, "added": "2026-03-02T10:00:00Z",
                "note": "The bill", "left_out": False}
        assert story.json("show", str(case))["documents"] == [bill]
        assert story.json("list")[0]["documents"] == [bill]
        with sqlite3.connect(os.path.join(story.home, "heed.db")) as store:
            store.execute("UPDATE documents SET is_left_out = 1")
        store.close()
        assert story.json("show", str(case))["documents"] == [{**bill, "left_out": True}]
        text = story.run("show", str(case)).stdout
        assert "bill.pdf" in text and "The bill" in text and "copy-of-it" not in text, text


def test_wrong_words():
    with Story() as story:
        case = str(story.new("--handle", "mastodon:a@b.example", "--handle", "x:ab"))
        story.fails(2, "what to do")
        story.fails(2, "juggle", "juggle")
        story.fails(2, "NR1", "show", "NR1")
        story.fails(2, "-3", "show", "--", "-3")
        story.fails(2, "number", "show")
        story.fails(2, "99999999999999999999", "show", "99999999999999999999")
        story.fails(2, "extra", "show", case, "extra")
        story.fails(1, ("not-found", "777"), "show", "777")
        story.fails(1, "777", "close", "777")
        story.fails(1, "777", "log", "777", "--kind", "note")
        story.fails(2, "--company", "new", "--what", "x")
        story.fails(2, "4711", "new", "--company", "N", "--reference", "4711")
        story.fails(2, "care", "new", "--company", "N", "--handle", "care")
        story.fails(2, "--kind", "log", case)
        story.fails(2, "shouted", "log", case, "--kind", "shouted")
        story.fails(2, "state", "log", case, "--kind", "state")
        story.fails(2, "--channel", "log", case, "--kind", "sent")
        story.fails(2, "pigeon", "log", case, "--kind", "sent", "--channel", "pigeon")
        story.fails(1, "--network", "log", case, "--kind", "sent", "--channel", "public")
        story.fails(2, "yesterday", "log", case, "--kind", "note", "--at", "yesterday")
        story.fails(2, "still to come", "log", case, "--kind", "note", "--at", "2099-01-01T00:00:00Z")
        story.fails(2, "perhaps", "log", case, "--kind", "received", "--channel", "email", "--outcome", "perhaps")
        story.fails(2, "--outcome", "log", case, "--kind", "note", "--outcome", "reply")
        story.fails(2, "--due", "log", case, "--kind", "call", "--promise", "A call")
        story.fails(2, "Friday", "log", case, "--kind", "call", "--promise", "A call", "--due", "Friday")
        story.fails(2, "before", "log", case, "--kind", "call", "--promise", "A call", "--due", "2020-01-01")
        story.fails(2, "theirs", "log", case, "--kind", "sent", "--channel", "email", "--promise", "A",
                    "--due", "2027-01-01")
        story.fails(1, "promise", "kept", case, "1")
        story.fails(1, "HEED_NOW", "list", now="noon")
        # None of that left anything behind.
        assert story.json("show", case)["events"] == []


def test_store_in_trouble():
    with Story() as story:
        case = str(story.new("--handle", "mastodon:a@b.example"))
        store = os.path.join(story.home, "heed.db")
        assert stat.S_IMODE(os.stat(store).st_mode) == 0o600
        assert stat.S_IMODE(os.stat(story.home).st_mode) == 0o700
        for name in os.listdir(story.home):
            shutil.copy(os.path.join(story.home, name), os.path.join(story.folder, name))

        with open(store, "r+b") as file:
            file.write(b"This is no longer a database. ")
        story.fails(1, ("malformed", "damaged", store), "list")
        with open(store, "rb") as file:
            assert file.read(4) == b"This"

        for name in os.listdir(story.home):
            os.remove(os.path.join(story.home, name))
        shutil.copy(os.path.join(story.folder, "heed.db"), store)
        with open(store, "r+b") as file:
            file.seek(60)
            version = file.read(4)
            file.seek(60)
            file.write((99).to_bytes(4, "big"))
        story.fails(1, ("refused", "newer"), "list")
        story.fails(1, "refused", "list", home="/dev/null")

        with open(store, "r+b") as file:
            file.seek(60)
            file.write(version)
        assert story.json("show", case)["company"] == "Norfolk Broadband"


# In a mount namespace of its own, so that nothing stays mounted whatever happens.
ON_A_SMALL_DISK = """
mount -t tmpfs -o size=384k tmpfs "$1" || exit 77
export HEED_DATA_HOME="$1/home"
"$2" case new --company Norfolk >&2 || exit 10
"$2" sample load && exit 11
"$2" case list --json
dd if=/dev/zero of="$1/filler" bs=1k 2>/dev/null
"$2" case new --company Second && exit 12
rm "$1/filler"
"$2" case list --json
"""


def test_full_disk():
    """A disk that fills up while something is saved, and one that is full from the start."""
    with Story() as story:
        unshare = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
        done = subprocess.run([*unshare, "sh", "-c", ON_A_SMALL_DISK, "sh", story.folder, HEEDCTL],
                              env=dict(os.environ, HEED_NOW=story.now), capture_output=True, text=True, timeout=120)
        if done.returncode == 77 or "unshare" in done.stderr:
            raise Skip("no small disk may be mounted here")
        assert done.returncode == 0, (done.returncode, done.stderr)
        errors = [line for line in done.stderr.split("\n") if line.startswith("heedctl: ")]
        assert len(errors) == 2 and all("no room" in line for line in errors), errors
        for output in done.stdout.strip().split("\n"):
            assert [case["company"] for case in json.loads(output)] == ["Norfolk"], output


class Skip(Exception):
    """The machine does not allow what the test needs."""


def main():
    tests = [(name, function) for name, function in sorted(globals().items()) if name.startswith("test_")]
    print(f"1..{len(tests)}")
    failed = False
    for number, (name, function) in enumerate(tests, 1):
        try:
            function()
            print(f"ok {number} - {name}")
        except Skip as reason:
            print(f"ok {number} - {name} # SKIP {reason}")
        except Exception as error:  # One story that fails must not hide the others.
            failed = True
            print(f"not ok {number} - {name}")
            print("# " + f"{type(error).__name__}: {error}".replace("\n", "\n# "))
        sys.stdout.flush()
    return 1 if failed else 0


sys.exit(main())
