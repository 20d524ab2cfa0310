#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time from the start of the program until its window has painted its first frame, on a private X display.

The program itself says when (HEED_BENCH=1, debug builds only) and then ends: from the kernel's start of the process to
the end of the frame clock's first paint. Once with an empty store, once with the sample data."""

import os
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from table import print_table

HEED = Path(os.environ['HEED_BUILD']) / 'src' / 'heed'
RIG = Path(__file__).parent.parent / 'lib' / 'rig.sh'
RUNS = 5


def first_frames(home, *args):
    """Runs it several times on one display: milliseconds, and the peak memory in MiB."""
    script = f'for i in $(seq {RUNS}); do /usr/bin/python3 "$@"; done'
    child = ('import os, subprocess, sys; p = subprocess.Popen(sys.argv[1:]); _, s, u = os.wait4(p.pid, 0); '
             'print("peak:", u.ru_maxrss, file=sys.stderr); sys.exit(os.waitstatus_to_exitcode(s))')
    env = dict(os.environ, HEED_BENCH='1', HEED_DATA_HOME=home, GSETTINGS_BACKEND='memory', LANG='C.UTF-8',
               GSETTINGS_SCHEMA_DIR=str(Path(os.environ['HEED_BUILD']) / 'data'))
    result = subprocess.run(['bash', RIG, 'bash', '-c', script, 'x', '-c', child, HEED, *args], env=env, text=True,
                            capture_output=True, timeout=120)
    frames = [int(ms) for ms in re.findall(r'^first-frame: (\d+) ms$', result.stderr, re.M)]
    peaks = [int(kib) for kib in re.findall(r'^peak: (\d+)$', result.stderr, re.M)]
    if len(frames) != RUNS:
        sys.exit(f'{HEED} showed {len(frames)} first frames of {RUNS}:\n{result.stdout}{result.stderr}')
    return frames, max(peaks) / 1024


def main():
    if not HEED.exists():
        sys.exit(f'{HEED} is not built.')
    rows = []
    for title, args in (('empty store', []), ('sample data', ['--sample'])):
        with tempfile.TemporaryDirectory() as home:
            first_frames(home, *args)
            frames, peak = first_frames(home, *args)
        rows.append([title, f'{statistics.median(frames):.0f}', min(frames), max(frames), f'{peak:.0f}'])
    print_table(f'From start to first frame ({RUNS} starts, after as many to warm up)',
                ['store', 'median ms', 'fastest', 'slowest', 'peak MiB'], rows)


if __name__ == '__main__':
    main()
