#!/usr/bin/python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample data are what their script makes, and the command loads and removes them."""

import filecmp
import json
import os
import re
import subprocess
import sys
import tempfile

HEEDCTL = os.environ["HEEDCTL"]
SAMPLE = sys.argv[1]


def run(home, *args, now="2027-03-04T12:00:00Z"):
    environment = dict(os.environ, HEED_DATA_HOME=home, HEED_NOW=now)
    done = subprocess.run([HEEDCTL, *args], env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, (args, done.stderr)
    return done.stdout


def test_is_what_the_script_makes():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, os.path.join(SAMPLE, "make-sample.py"), folder], check=True)
        for name in ("posts.jsonl", "cases.json"):
            assert filecmp.cmp(os.path.join(folder, name), os.path.join(SAMPLE, name), shallow=False), \
                f"{name} differs: run data/sample/make-sample.py"


def test_names_nobody_real():
    """Hosts and numbers are those that are set aside for examples (RFC 2606, Ofcom's numbers for drama)."""
    with open(os.path.join(SAMPLE, "posts.jsonl"), encoding="utf-8") as file:
        text = file.read()
    with open(os.path.join(SAMPLE, "cases.json"), encoding="utf-8") as file:
        text += file.read()
    hosts = set(re.findall(r"https?://([^/\s\"]+)", text)) | set(re.findall(r"[\w.]+@([\w.]+\w)", text))
    assert hosts, "no host found"
    for host in hosts:
        assert host.endswith((".example", "example.org")), host
    for number in re.findall(r"\b0\d{4} ?\d{6}\b", text):
        assert number.startswith("01632 960"), number


def test_an_archive_too():
    cards = json.loads(run("/nonexistent", "check", "--archive", os.path.join(SAMPLE, "posts.jsonl"), "--json"))
    assert [card["company"] for card in cards] == ["norfolkcare", "norfolkhelp"]
    assert 550 <= sum(card["all"]["messages"] for card in cards) <= 650
    assert all(card["left_out"]["rows"] == 0 for card in cards)
    assert [card["verdict"] for card in cards] == ["answers", "slow"]


def test_loads_and_removes():
    with tempfile.TemporaryDirectory() as home:
        run(home, "case", "new", "--company", "Mine")
        assert "invented" in run(home, "sample", "load")
        run(home, "sample", "load")
        cases = json.loads(run(home, "case", "list", "--json"))
        sample = [case for case in cases if case["sample"]]
        assert [case["turn"] for case in sample] == ["yours", "theirs", "yours"], sample
        assert [case["state"] for case in sample] == ["open", "open", "draft"], sample
        assert len(cases) == 4
        assert run(home, "case", "list").count("(invented)") == 3
        run(home, "sample", "remove")
        assert [case["company"] for case in json.loads(run(home, "case", "list", "--json"))] == ["Mine"]


def main():
    tests = [(name, function) for name, function in sorted(globals().items()) if name.startswith("test_")]
    print(f"1..{len(tests)}")
    failed = False
    for number, (name, function) in enumerate(tests, 1):
        try:
            function()
            print(f"ok {number} - {name}")
        except Exception as error:  # One test that fails must not hide the others.
            failed = True
            print(f"not ok {number} - {name}")
            print("# " + f"{type(error).__name__}: {error}".replace("\n", "\n# "))
        sys.stdout.flush()
    return 1 if failed else 0


sys.exit(main())
