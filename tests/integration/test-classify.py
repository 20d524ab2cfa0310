#!/usr/bin/python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`heedctl classify`: whether a machine wrote a reply is told from the other replies of the same company (S12, S13, S66)."""

import json
import os
import subprocess
import sys
import tempfile

HEEDCTL = os.environ["HEEDCTL"]
NAMES = ["Anna", "Bao", "Chidi", "Dolores", "Farah", "Goran", "Hina"]
# Each once, by hand.
BY_HAND = [
    "The driver tried twice yesterday and left a card with the neighbour at the corner house.",
    "Your router needs the new firmware; hold the reset button until both lamps turn green.",
    "We moved the appointment to Thursday morning because the part arrives a day late.",
    "That charge is the deposit, it goes back to your card as soon as the bike is returned.",
    "The early train is cancelled on Sunday, the bus from the north exit takes you there.",
    "Both seats are now next to each other and the vegetarian meal is on the booking.",
    "The colour in the picture is wrong, our shop team is changing it today.",
    "A refund was sent this morning, your bank usually shows it by the end of the week.",
    "Unplug it, wait for a minute, then start the app again and choose the second network.",
    "The concert hall opens at the side entrance and wheelchair places are in the third row.",
    "Your garden chairs left the harbour last night and should be on the lorry by noon.",
    "Crikey, that kettle has seen better days! Bring it in and we swap it at the counter.",
    "Somebody at the counter typed the wrong street, so the letter went around the block.",
    "The battery is covered for two years, the cable for one, the bag for none at all.",
    "Please leave the old mattress in the hall, the two men take it down with them.",
    "Rain got into the box at the end of your road, a van with dry cables is there now.",
    "The film starts late because the reel from the other house is still on a bicycle.",
    "Nobody told the kitchen about the nuts, which is our fault; the next meal is on us.",
    "The tap turns the other way on this model, against all reason, but it does.",
    "Your name had lost an accent on its way through our printers, now it is back.",
]
TEMPLATE = "Hi {}, thank you for your message. Your number is {} and our office will look at it soon, see https://a.example/{}"

# 1.7 MiB for what is kept of 20000 lines, and what an allocator leaves open.
MAX_GROWTH_MIB = 5
MEASURE = """import os, sys
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(child, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_maxrss, file=sys.stderr)"""


class Tap:
    count = failed = 0

    def equal(self, got, wanted, what):
        self.count += 1
        self.failed += got != wanted
        print(f"{'ok' if got == wanted else 'not ok'} {self.count} {what}", flush=True)
        if got != wanted:
            print(f"# got {got!r}\n# wanted {wanted!r}", flush=True)


def run(text, **options):
    return subprocess.run([HEEDCTL, "classify"], input=text, capture_output=True, text=True, timeout=120, **options)


def classify(lines):
    done = run("".join(json.dumps(line) + "\n" for line in lines))
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def automated(lines):
    return [line["automated"] for line in classify(lines)]


def template(i, sign=""):
    return TEMPLATE.format(NAMES[i % len(NAMES)], 1000 + i, i * 7) + sign


def test_template(tap):
    lines = [{"id": i, "reply": template(i)} for i in range(5)] + [{"id": "p", "reply": text} for text in BY_HAND]
    # Not one after the other: the answer depends on what comes later.
    mixed = lines[::2] + lines[1::2]
    got = classify(mixed)
    tap.equal([line["id"] for line in got], [line["id"] for line in mixed], "the order is that of the input")
    tap.equal([line["automated"] for line in got], [line["id"] != "p" for line in mixed], "copies of a template, and people")
    tap.equal(automated(lines[:4]), [None] * 4, "four copies are too few")
    tap.equal(automated(lines[5:24]), [None] * 19, "19 replies are too few to tell that one is like none")
    tap.equal(automated([{"reply": BY_HAND[0]}]), [None], "one reply on its own")
    tap.equal(automated([]), [], "no reply at all")


def test_signed(tap):
    signed = [{"reply": template(i, " ^Jo")} for i in range(30)]
    tap.equal(automated(signed), [False] * 30, "unvaried but signed is not automated (S66)")
    tap.equal(automated([{"reply": BY_HAND[0] + " ^Jo"}]), [False], "signed on its own")


def test_says_so(tap):
    says = ["This is an automated message, please do not answer it.", "Hi! I'm a bot and I am here to help you with your order.",
            "Hello, I'm your virtual assistant. How can I help you?", "This reply was sent automatically, it is an automatic reply. ^Jo"]
    denies = ["Rest assured that I'm not a bot, I am here to help you. ^Jo", "Did you get an automated email from us about your order?"]
    tap.equal(automated([{"reply": text} for text in says]), [True] * len(says), "its own words say that a machine writes")
    tap.equal(automated([{"reply": text} for text in denies]), [False, None], "and the same words mean something else")


def test_companies(tap):
    lines = [{"company": "Acme" if i % 2 else "ACME", "reply": template(i)} for i in range(5)]
    lines += [{"company": 7, "reply": template(i)} for i in range(4)]
    lines += [{"company": "7", "reply": template(i)} for i in range(1)]
    lines += [{"reply": template(i), "company": None} for i in range(4)]
    tap.equal(automated(lines), [True] * 5 + [True] * 5 + [None] * 4, "each company by itself, in any case; without one together")


def test_odd_lines(tap):
    line = {"reply": "Sorry. ^Jo", "automated": "yes", "}": "}\n", "last": {"a": [1]}, "big": "x" * 100000}
    got = classify([line])[0]
    tap.equal(got | {"automated": None}, got | line | {"automated": None}, "what else stands in a line stays")
    tap.equal(got["automated"], False, "and a key of that name is replaced")
    done = run('{"reply": "Sorry. ^Jo"}\n{"a": 1}\n\n{"reply": "Sorry. ^Jo"}')
    tap.equal((done.returncode, len(done.stdout.splitlines())), (1, 2), "a line that is none is named, the others are read")


def measure_peak(text):
    """The output and the peak memory in MiB. A small process starts heedctl: a child's peak counts from when it was as large as
    its parent. A sanitizer's build holds back what is freed, to find late uses; here it may do so with one MiB."""
    with tempfile.TemporaryFile() as file:
        file.write(text.encode())
        file.seek(0)
        options = os.environ.get("ASAN_OPTIONS", "") + ":quarantine_size_mb=1"
        done = subprocess.run([sys.executable, "-c", MEASURE, HEEDCTL, "classify"], stdin=file, capture_output=True, text=True,
                              timeout=240, env=os.environ | {"ASAN_OPTIONS": options})
    code, peak = done.stderr.split()[-2:]
    assert code == "0", done.stderr
    return done.stdout, int(peak) / 1024


def test_much(tap):
    """Many long lines take only what a line is told to take, 84 bytes: no text stays in memory."""
    lines = [json.dumps({"id": i, "reply": template(i), "note": "x" * 5000}) + "\n" for i in range(20000)]
    start = measure_peak(lines[0])[1]
    out, peak = measure_peak("".join(lines))
    print(f"# {start:.1f} MiB for a line of 5 kB, {peak - start:.1f} more for 20000", flush=True)
    tap.equal(peak - start < MAX_GROWTH_MIB, True, f"100 MB of lines take less than {MAX_GROWTH_MIB} MiB of memory")
    tap.equal(out.count('"automated":true'), 20000, "all of them copies")
    done = run('{"reply": "Sorry."}', env=os.environ | {"TMPDIR": "/nowhere-at-all"})
    tap.equal((done.returncode, done.stdout), (1, ""), "no place for the temporary file: exit 1")
    tap.equal("TMPDIR" in done.stderr, True, "and what to do about it")


def main():
    tap = Tap()
    for test in (test_template, test_signed, test_says_so, test_companies, test_odd_lines, test_much):
        test(tap)
    print(f"1..{tap.count}")
    sys.exit(tap.failed > 0)


main()
