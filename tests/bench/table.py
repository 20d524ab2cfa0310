# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the benchmarks share: running a program under measure, and printing a table."""

import os
import subprocess
import sys
import time


def measure(command, env=None, out=subprocess.DEVNULL, err=None):
    """Runs a program to its end: (seconds, peak memory in MiB, seconds of processor). Ends the benchmark where the program fails."""
    start = time.monotonic()
    process = subprocess.Popen(command, env=dict(os.environ, **(env or {})), stdout=out, stderr=err)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit {process.returncode}")
    return time.monotonic() - start, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


def print_table(title, head, rows, notes=()):
    cells = [head] + [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    print(title)
    for i, row in enumerate(cells):
        print('| ' + ' | '.join(cell.ljust(width) for cell, width in zip(row, widths)) + ' |')
        if i == 0:
            print('| ' + ' | '.join('-' * width for width in widths) + ' |')
    for note in notes:
        print(note)
