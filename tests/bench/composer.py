#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon one key is counted and checked in a message of 2,000 characters, on a private X display: from the letter until
the counter, the warnings, their marks and the facts beside the text are up to date."""

import os
import subprocess
import sys
from pathlib import Path

from table import print_table

PROGRAM = Path(os.environ['HEED_BUILD']) / 'tests' / 'display' / 'bench-composer'
RIG = Path(__file__).parent.parent / 'lib' / 'rig.sh'
MOST_MEDIAN_MS, MOST_P99_MS = 4, 8


def main():
    if not PROGRAM.exists():
        sys.exit(f'{PROGRAM} is not built.')
    env = dict(os.environ, GSETTINGS_BACKEND='memory', GSETTINGS_SCHEMA_DIR=str(Path(os.environ['HEED_BUILD']) / 'data'))
    out = subprocess.run(['bash', RIG, PROGRAM], env=env, check=True, text=True, capture_output=True, timeout=300).stdout
    keys = [[int(us) / 1000 for us in line.split()] for line in out.splitlines()]
    rows = []
    for title, column in (('clock', 0), ('processor', 1)):
        times = sorted(key[column] for key in keys)
        at = [times[int(len(times) * share)] for share in (0.5, 0.9, 0.99)] + [times[-1]]
        rows.append((title, at))
    print_table(f'One key in a message of 2,000 characters: {len(keys)} keys', ['milliseconds of', 'median', '90 of 100', '99 of 100', 'slowest'],
                [[title, *(f'{ms:.2f}' for ms in at)] for title, at in rows])
    median, _, p99, _ = rows[1][1]
    if median > MOST_MEDIAN_MS or p99 > MOST_P99_MS:
        sys.exit(f'A key takes more than {MOST_MEDIAN_MS} ms at the median or {MOST_P99_MS} ms in one of a hundred: {median:.2f}, {p99:.2f}.')


if __name__ == '__main__':
    main()
