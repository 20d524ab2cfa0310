#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes of files and functions, against the house's limits.

Prints the outliers over the soft limits; fails on the hard ones: a file of
1000 lines, a function of complexity 25 (pmccabe's modified McCabe number).
"""
import statistics
import subprocess
import sys
from pathlib import Path

SOFT_FILE, HARD_FILE = 600, 1000
SOFT_FUNCTION, SOFT_COMPLEXITY, HARD_COMPLEXITY = 35, 15, 25


def sources():
    listed = subprocess.run(["git", "ls-files", "src/*.c", "src/*.h", "tests/*.c"], capture_output=True, text=True, check=True)
    return [Path(name) for name in listed.stdout.split() if Path(name).exists()]


def functions(files):
    """(complexity, lines, name, file) of every function."""
    out = subprocess.run(["pmccabe", *map(str, files)], capture_output=True, text=True, check=False).stdout
    for line in out.splitlines():
        fields = line.split("\t")
        if len(fields) >= 6:
            place, name = fields[5].rsplit(": ", 1)
            yield int(fields[0]), int(fields[4]), name, place.split("(")[0]


def main():
    files = sources()
    lengths = {path: len(path.read_text().splitlines()) for path in files}
    found = list(functions([path for path in files if path.suffix == ".c"]))
    hard = False

    for path, length in sorted(lengths.items(), key=lambda item: -item[1]):
        if length > SOFT_FILE:
            print(f"  {path}: {length} lines")
            hard = hard or length > HARD_FILE
    for complexity, length, name, path in sorted(found, reverse=True):
        if complexity > SOFT_COMPLEXITY:
            print(f"  {path}: {name} has complexity {complexity}")
            hard = hard or complexity > HARD_COMPLEXITY

    short = sum(length <= SOFT_FUNCTION for _, length, _, _ in found)
    print(f"  {len(files)} files, median {statistics.median(lengths.values()):.0f} lines; "
          f"{len(found)} functions, {100 * short / max(len(found), 1):.0f} % within {SOFT_FUNCTION} lines")
    return 1 if hard else 0


if __name__ == "__main__":
    sys.exit(main())
