#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon Heed has answered one key in the composer, on a private X display: typed into a message of 2,000 characters, and into
a fact of a case whose story has as many, until the counter, the checks, their marks, the facts beside the text and the messages
of all channels are up to date. A company on four networks has 13 of them; that of the chosen channel is there first, and the
window waits for that one alone, so it is measured by itself as well."""

import os
import subprocess
import sys
from pathlib import Path

from table import print_table

PROGRAM = Path(os.environ['HEED_BUILD']) / 'tests' / 'display' / 'bench-composer'
RIG = Path(__file__).parent.parent / 'lib' / 'rig.sh'
MOST_MEDIAN_MS, MOST_P99_MS = 4, 8
# What is typed into, and the columns of the clock and of the processor for it.
PLACES = [('text', 'a message', 1, 2), ('fact', 'a fact, the chosen channel', 3, 4), ('fact', 'a fact, all channels', 1, 2)]


def main():
    if not PROGRAM.exists():
        sys.exit(f'{PROGRAM} is not built.')
    env = dict(os.environ, GSETTINGS_BACKEND='memory', GSETTINGS_SCHEMA_DIR=str(Path(os.environ['HEED_BUILD']) / 'data'))
    out = subprocess.run(['bash', RIG, PROGRAM], env=env, check=True, text=True, capture_output=True, timeout=300).stdout
    keys = [line.split() for line in out.splitlines()]
    rows, late = [], []
    for place, title, clock, processor in PLACES:
        for kind, column in (('clock', clock), ('processor', processor)):
            times = sorted(int(key[column]) / 1000 for key in keys if key[0] == place)
            at = [times[int(len(times) * share)] for share in (0.5, 0.9, 0.99)] + [times[-1]]
            rows.append([f'{title}, {kind}', *(f'{ms:.2f}' for ms in at)])
            if kind == 'clock' and (at[0] > MOST_MEDIAN_MS or at[2] > MOST_P99_MS):
                late.append(f'A key in {title} takes more than {MOST_MEDIAN_MS} ms at the median or {MOST_P99_MS} ms in one of a '
                            f'hundred: {at[0]:.2f}, {at[2]:.2f}.')
    print_table(f'One key in the composer: {len(keys)} keys, 2,000 characters', ['typed into; milliseconds of', 'median', '90 of 100', '99 of 100', 'slowest'],
                rows)
    if late:
        sys.exit('\n'.join(late))


if __name__ == '__main__':
    main()
