#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Count the tests of the given build folders, a TAP line each.

Prints the reason of every skip and every failure, and last the line
"N passed, N failed, N skipped". Exits with 1 when a test failed or none ran.
"""
import json
import re
import sys
from pathlib import Path

LINE = re.compile(r"^(not )?ok\b\s*\d*\s*-?\s*(.*?)\s*(?:#\s*(SKIP|TODO)\b\s*(.*))?$", re.IGNORECASE)


def cases(program):
    """The (outcome, name, reason) of one test program's log."""
    found = []
    for line in (program.get("stdout") or "").splitlines():
        match = LINE.match(line)
        if match:
            bad, name, directive, reason = match.groups()
            outcome = "skipped" if (directive or "").upper() == "SKIP" else "failed" if bad else "passed"
            found.append((outcome, name, reason or "no reason given"))
    if program["result"] == "SKIP" and not found:
        reason = re.search(r"^1\.\.0\s*#\s*SKIP\s*(.*)", program.get("stdout") or "", re.IGNORECASE | re.MULTILINE)
        found.append(("skipped", "", reason.group(1) if reason else "no reason given"))
    elif program["result"] not in ("OK", "SKIP") and not any(outcome == "failed" for outcome, _, _ in found):
        found.append(("failed", "", f"the program ended with {program['result'].lower()}"))
    elif not found:
        found.append(("failed", "", "the program ran no test"))
    return found


def main():
    totals = {"passed": 0, "failed": 0, "skipped": 0}
    for folder in sys.argv[1:]:
        for line in (Path(folder) / "meson-logs" / "testlog.json").read_text().splitlines():
            program = json.loads(line)
            for outcome, name, reason in cases(program):
                totals[outcome] += 1
                if outcome != "passed":
                    note = f": {reason}" if outcome == "skipped" or not name else ""
                    print(f"{outcome} in {folder}: {program['name']} {name}{note}")
    print(f"{totals['passed']} passed, {totals['failed']} failed, {totals['skipped']} skipped")
    return 1 if totals["failed"] or not totals["passed"] else 0


if __name__ == "__main__":
    sys.exit(main())
