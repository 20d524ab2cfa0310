#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How soon the window is there, how much memory it keeps, and how soon the search answers, on a private X display.

First frame: the program itself says when (HEED_BENCH=1, debug builds only) and then ends: from the kernel's start of the
process to the end of the frame clock's first paint. Once with an empty store, once with the sample data.
Window in sight: what can be measured of any program alike, from its start until the X server shows its window; Heed
beside two programs of its platform, by turns, so that all meet the same machine.
Memory: what is resident 5 seconds after the window came, nothing being done.
Search: each letter of some searches over 100,000 entries, from the key to the results on the main loop."""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from table import print_table

HEED = Path(os.environ['HEED_BUILD']) / 'src' / 'heed'
RIG = Path(__file__).parent.parent / 'lib' / 'rig.sh'
STORE = Path(os.environ['HEED_BUILD']) / 'tests' / 'bench' / 'bench-store'
RUNS = 5
SIGHT_RUNS = 10
OTHERS = ['gnome-calculator', 'gnome-text-editor']
MOST_TIMES_FASTER = 1.3
MOST_SEARCH_MS = 30
# Runs inside the display, once for each program and turn: prints the milliseconds, and at the end the resident KiB.
IN_SIGHT = """
import os, subprocess, sys, time
wait, *command = sys.argv[1:]
start = time.monotonic()
program = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
# xdotool's own --sync looks twice a second only.
look = ["xdotool", "search", "--onlyvisible", "--pid", str(program.pid)]
while subprocess.run(look, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode and time.monotonic() < start + 60:
    time.sleep(0.005)
print("sight:", (time.monotonic() - start) * 1000)
time.sleep(float(wait))
with open(f"/proc/{program.pid}/status") as status:
    print("resident:", next(line.split()[1] for line in status if line.startswith("VmRSS")))
program.terminate()
program.wait()
"""


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


def environment(home):
    return dict(os.environ, HEED_DATA_HOME=home, GSETTINGS_BACKEND='memory', LANG='C.UTF-8', G_DEBUG='',
                GSETTINGS_SCHEMA_DIR=str(Path(os.environ['HEED_BUILD']) / 'data'))


def in_sight(home, commands, wait, turns):
    """Starts the programs by turns on one display: a list of (milliseconds, resident MiB) a program."""
    script = '\n'.join(f'/usr/bin/python3 -c "$SCRIPT" {wait} {command} || exit 1' for command in commands * turns)
    result = subprocess.run(['bash', RIG, 'bash', '-c', script], env=dict(environment(home), SCRIPT=IN_SIGHT), text=True,
                            capture_output=True, timeout=900)
    times = [float(ms) for ms in re.findall(r'^sight: ([0-9.]+)$', result.stdout, re.M)]
    sizes = [int(kib) / 1024 for kib in re.findall(r'^resident: (\d+)$', result.stdout, re.M)]
    if len(sizes) != len(commands) * turns:
        sys.exit(f'A window did not come:\n{result.stdout}{result.stderr}')
    return [list(zip(times[i::len(commands)], sizes[i::len(commands)])) for i in range(len(commands))]


def fill(home, cases, events):
    subprocess.run([STORE, 'fill', Path(home) / 'heed.db', str(cases), str(events)], check=True)


def compare_starts():
    others = [name for name in OTHERS if shutil.which(name)]
    commands = [str(HEED), *others]
    with tempfile.TemporaryDirectory() as home:
        in_sight(home, commands, 0.5, 1)
        runs = in_sight(home, commands, 0.5, SIGHT_RUNS)
    medians = [statistics.median(ms for ms, _ in run) for run in runs]
    rows = [[Path(command).name, f'{median:.0f}', f'{min(run)[0]:.0f}', f'{max(run)[0]:.0f}',
             f'{median / min(medians[1:], default=median):.2f}']
            for command, median, run in zip(commands, medians, runs)]
    print_table(f'From start to a window in sight, warm ({SIGHT_RUNS} starts each, by turns)',
                ['program', 'median ms', 'fastest', 'slowest', 'times the faster of the others'], rows,
                [f'not installed, so not measured: {name}' for name in OTHERS if name not in others])
    if others and medians[0] > MOST_TIMES_FASTER * min(medians[1:]):
        return f'Heed needs more than {MOST_TIMES_FASTER} times as long to start as the faster of {", ".join(others)}.'
    return None


def measure_memory():
    rows = []
    for title, cases, events in (('empty store', 0, 0), ('1,000 cases of 10 entries', 1000, 10_000)):
        with tempfile.TemporaryDirectory() as home:
            if cases:
                fill(home, cases, events)
            (run,) = in_sight(home, [str(HEED)], 5, 1)
        rows.append([title, f'{run[0][0]:.0f}', f'{run[0][1]:.0f}'])
    print_table('Resident memory, idle', ['store', 'ms to a window in sight', 'resident MiB'], rows)


def measure_search():
    with tempfile.TemporaryDirectory() as home:
        fill(home, 1000, 100_000)
        out = subprocess.run([STORE, 'type', Path(home) / 'heed.db'], check=True, text=True, capture_output=True).stdout
        size = (Path(home) / 'heed.db').stat().st_size / 2**20
    keys = [[int(us) / 1000 for us in line.split()] for line in out.splitlines()]
    rows, p99 = [], 0
    for title, column in (('clock', 0), ('processor', 1)):
        sorted_ms = sorted(key[column] for key in keys)
        at = [sorted_ms[int(len(sorted_ms) * share)] for share in (0.5, 0.9, 0.99)] + [sorted_ms[-1]]
        rows.append([title, *(f'{ms:.1f}' for ms in at)])
        p99 = p99 or at[2]
    print_table(f'Search as one types: {len(keys)} letters over 100,000 entries, {size:.0f} MiB',
                ['milliseconds of', 'median', '90 of 100', '99 of 100', 'slowest'], rows)
    if p99 > MOST_SEARCH_MS:
        return f'One letter of a hundred takes more than {MOST_SEARCH_MS} ms: {p99:.1f} ms.'
    return None


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
    print()
    measure_memory()
    print()
    failures = [measure_search()]
    print()
    failures.append(compare_starts())
    if any(failures):
        sys.exit('\n'.join(failure for failure in failures if failure))


if __name__ == '__main__':
    main()
