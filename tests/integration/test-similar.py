#!/usr/bin/python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`heedctl similar` finds what helped others with the same problem, whatever is typed."""

import json
import os
import subprocess
import sys
import tempfile

HEEDCTL = os.environ["HEEDCTL"]

# id, author, by a company, minute, text, what it answers. The rows stand in no order that would help.
ROWS = [
    ("t1", "ann", False, 90, "@acme brilliant, that worked, thank you", "r1b"),
    ("q1", "ann", False, 1, "@acme my kettle leaks at the handle, what now?", None),
    ("r1", "Acme", True, 5, "@ann Oh dear. Which kettle is it?", "q1"),
    ("a1", "ann", False, 30, "@acme the red one", "r1"),
    ("r1b", "Acme", True, 60, "@ann Turn the ring below the lid until it clicks.", "a1"),
    ("q2", "bob", False, 2, "@acme kettle leaks at the handle! kettle leaks!", None),
    ("r2", "Acme", True, 9, "@bob Please write to us.", "q2"),
    ("r2-later", "Acme", True, 20, "@bob Did you write?", "q2"),
    ("t2", "bob", False, 99, "@acme thanks for nothing, it still leaks", "r2"),
    ("t2b", "eve", False, 99, "@acme thanks!", "r2"),
    ("q3", "cat", False, 3, "@acme the toaster burns everything", None),
    ("r3", "Acme", True, 7, "@cat Turn the wheel to two.", "q3"),
    ("q4", "dan", False, 4, "@acme kettle leaks at the handle, nobody answers", None),
    ("q5", "fay", False, 5, "@bolt the kettle of yours leaks at its handle", None),
    ("r5", "Bolt", True, 8, "@fay We send another one.", "q5"),
    ("q6", "gus", False, 6, "@acme Der Wasserkocher läuft nicht, AND OR NOT NEAR", None),
    ("r6", "Acme", True, 9, "@gus Ziehen Sie den Stecker.", "q6"),
    ("self", "Acme", True, 9, "kettle leaks at the handle", "r6"),
    ("q3", "cat", False, 3, "kettle leaks at the handle, repeated id", None),
]


def write(folder, rows=ROWS):
    path = os.path.join(folder, "archive.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        for id_, author, company, minute, text, parent in rows:
            file.write(json.dumps({"tweet_id": id_, "author_id": author, "inbound": not company,
                                   "created_at": f"2026-03-02T{10 + minute // 60}:{minute % 60:02}:00Z",
                                   "text": text, "in_response_to_tweet_id": parent}) + "\n")
    return path


def call(*args, home="/nonexistent"):
    environment = dict(os.environ, HEED_DATA_HOME=home, HEED_NOW="2027-03-04T12:00:00Z")
    return subprocess.run([HEEDCTL, "similar", *args], env=environment, capture_output=True, text=True, timeout=120)


def find(*args, home="/nonexistent"):
    done = call(*args, "--json", home=home)
    assert done.returncode == 0 and done.stderr == "", (args, done.stderr)
    return json.loads(done.stdout)["results"]


def test_ended_well_first():
    """bob's words are more alike, but only ann was helped, and by the second reply; eve's thanks are not bob's."""
    with tempfile.TemporaryDirectory() as folder:
        found = find("--archive", write(folder), "--company", "@ACME", "The kettle leaks at its handle")
    assert [(one["customer"].split()[1], one["thanked"]) for one in found] == [("my", True), ("kettle", False)], found
    assert found[0] == dict(found[0], company="Acme", reply="@ann Turn the ring below the lid until it clicks.",
                            url=None, at="2026-03-02T11:00:00Z"), found
    assert found[1]["reply"] == "@bob Please write to us.", found
    assert 0 < found[0]["score"] < found[1]["score"], found


def test_all_companies_and_count():
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder)
        every = find("--archive", path, "kettle leaks handle")
        one = find("--archive", path, "kettle leaks handle", "--count", "1")
        backwards = find("--archive", write(folder, [row for row in ROWS[-2::-1]]), "kettle leaks handle")
    assert {result["company"] for result in every} == {"Acme", "Bolt"}, every
    assert one == every[:1]
    assert [result["reply"] for result in backwards] == [result["reply"] for result in every]


def test_stems_and_accents():
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder)
        assert find("--archive", path, "leaking kettles", "--company", "bolt")[0]["reply"] == "@fay We send another one."
        assert find("--archive", path, "WASSERKOCHER lauft")[0]["reply"] == "@gus Ziehen Sie den Stecker."


def test_hostile_words():
    """Nothing that is typed is a language: no operator, column, quotation mark or SQL does anything but be looked for."""
    hostile = ['"', "'", "kettle\"", "kettle' OR 1=1; DROP TABLE posts; --", "kettle AND", "NOT kettle", "kettle NEAR(",
               "customer:kettle", "reply : kettle", "kettle*", "^kettle", "-kettle", "(kettle", "kettle) OR (",
               "{customer} : kettle", "kettle + ", "NEAR(kettle leaks, 2)", "% _ kettle", "kettle\\", "kettle\n\tleaks",
               "🙂 kettle", "\u202ekettle", "kettle \u0301", "e\u0301" * 5000 + " kettle", "kettle " * 2000,
               " ".join(f"word{i}" for i in range(3000)), "AND", "OR", "NOT", "NEAR"]
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder)
        for words in hostile:
            done = call("--archive", path, "--json", "--", words)
            has_word = any(character.isalnum() for character in words)
            assert done.returncode == (0 if has_word else 1), (words[:40], done.stderr)
            if has_word and "kettle" in words:
                assert json.loads(done.stdout)["results"], words[:40]
            if not has_word:
                assert "no word to look for" in done.stderr, done.stderr
        assert find("--archive", path, "AND OR NOT NEAR")[0]["reply"] == "@gus Ziehen Sie den Stecker."


def test_nothing_found():
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder)
        assert find("--archive", path, "zeppelin") == []
        done = call("--archive", path, "zeppelin")
        assert done.returncode == 0 and "Try other words" in done.stdout, done


def test_refusals():
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder)
        empty = os.path.join(folder, "empty.csv")
        open(empty, "w", encoding="utf-8").close()
        for status, part, *args in [(1, "no company “Acne”", "--archive", path, "--company", "Acne", "kettle"),
                                    (1, "nowhere.csv", "--archive", os.path.join(folder, "nowhere.csv"), "kettle"),
                                    (1, "no word", "--archive", path, ""), (1, "no word", "--archive", path, " !?🙂"),
                                    (2, "quotation marks", "--archive", path),
                                    (2, "quotation marks", "--archive", path, "my", "kettle"),
                                    (2, "quotation marks", "@care@example.social"), (2, "quotation marks",),
                                    (2, "--count", "--archive", path, "kettle", "--count", "0"),
                                    (2, "--company", "@care@example.social", "kettle", "--company", "Acme")]:
            done = call(*args, "--json")
            assert done.returncode == status and done.stdout == "", (args, done)
            assert part in done.stderr and done.stderr.count("\n") == 1, (args, done.stderr)


def test_control_characters_stay_off_the_terminal():
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, [("q", "ann", False, 1, "kettle \x1b[31m red\nline", None),
                              ("r", "Acme", True, 2, "try \x1b]0;x\x07 it", "q")])
        done = call("--archive", path, "kettle")
    assert done.returncode == 0 and "\x1b" not in done.stdout and "\x07" not in done.stdout, done
    assert "red line" in done.stdout, done


def test_stored_account():
    """The invented company is stored; what was never checked is said to be so."""
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, HEED_DATA_HOME=home, HEED_NOW="2027-03-04T12:00:00Z")
        subprocess.run([HEEDCTL, "sample", "load"], env=environment, check=True, capture_output=True, timeout=120)
        done = call("@nobody@example.social", "slow films", home=home)
        assert done.returncode == 1 and "heedctl check" in done.stderr, done
        found = find(SAMPLE_ACCOUNT, "so slow, films stop every two minutes", home=home)
        assert found and found[0]["thanked"], found
        assert [one["thanked"] for one in found] == sorted((one["thanked"] for one in found), reverse=True), found
        assert "slow" in found[0]["customer"], found[0]


# As data/sample/make-sample.py calls it.
SAMPLE_ACCOUNT = "@NorfolkCare@norfolk.example"


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
