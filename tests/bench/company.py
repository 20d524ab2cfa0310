#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of a company with very many exchanges, on a private X display, drawn by the processor alone.

Scrolling: every frame while a list of 100,000 exchanges is scrolled by notches of the wheel, by pages, by jumps, and from
end to end by dragging the scroll bar, a pixel of the bar a frame: from the first of a frame's work, what the mouse did
included, to the end of its paint.
Opening: what the press itself does; the longest turn of the main loop after it, outside of frames: the rest that Heed
does, and GTK's measuring of the page for its size; and the longest frame, which GTK lays out and draws."""

import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from table import print_table

PROGRAM = Path(os.environ['HEED_BUILD']) / 'tests' / 'display' / 'bench-company'
RIG = Path(__file__).parent.parent / 'lib' / 'rig.sh'
SIZES = (10_000, 100_000)
SCROLLS = {'wheel': 'a notch of the wheel', 'page': 'a page', 'jump': 'a jump', 'drag': 'a pixel of the scroll bar'}
STEPS = {'open': 'the page opens', 'list': 'its list opens'}
MOST_FRAME_MS = 33


def run(exchanges, *args):
    """The frames (milliseconds of clock and of processor), and the calls and turns (of processor) of each kind."""
    env = dict(os.environ, GSETTINGS_BACKEND='memory', GSETTINGS_SCHEMA_DIR=str(Path(os.environ['HEED_BUILD']) / 'data'))
    out = subprocess.run(['bash', RIG, PROGRAM, str(exchanges), *args], env=env, check=True, text=True, stdout=subprocess.PIPE,
                         timeout=1800).stdout
    frames, calls, turns, places = defaultdict(list), {}, defaultdict(list), []
    for what, *rest in map(str.split, out.splitlines()):
        if what == 'frame':
            frames[rest[0]].append([int(us) / 1000 for us in rest[1:]])
        elif what == 'call':
            calls[rest[0]] = int(rest[1]) / 1000
        elif what == 'turn':
            turns[rest[0]].append(int(rest[1]) / 1000)
        elif what == 'at':
            places.append(float(rest[0]))
    if args and not {0.0, 1.0} <= set(places):
        sys.exit(f'The list was not scrolled from end to end: {places}')
    return frames, calls, turns


def describe(title, measured, times):
    times = sorted(times)
    return [title, measured, len(times), *(f'{times[int(len(times) * share)]:.1f}' for share in (0.5, 0.99)), f'{times[-1]:.1f}',
            sum(ms > MOST_FRAME_MS for ms in times)]


def main():
    if not PROGRAM.exists():
        sys.exit(f'{PROGRAM} is not built.')
    opening = []
    for exchanges in SIZES:
        frames, calls, turns = run(exchanges, *(['scroll'] if exchanges == SIZES[-1] else []))
        # The first turn holds the call.
        opening += [[f'{exchanges:,}', title, f'{calls[step]:.1f}', f'{max(turns[step][1:], default=0):.1f}',
                     f'{max(frame[1] for frame in frames[step]):.1f}'] for step, title in STEPS.items()]
    every = [frame for kind in SCROLLS for frame in frames[kind]]
    print_table(f'Frames of a list of {exchanges:,} exchanges while it is scrolled',
                ['by', 'milliseconds of', 'frames', 'median', '99 of 100', 'slowest', f'over {MOST_FRAME_MS} ms'],
                [describe(title, measured, [frame[i] for frame in frames[kind]]) for kind, title in SCROLLS.items()
                 for i, measured in enumerate(('clock', 'processor'))])
    print()
    print_table('The longest stretch, in milliseconds of processor', ['exchanges', 'while', 'the press', 'a turn after it', 'a frame'], opening)
    late = sum(frame[1] > MOST_FRAME_MS for frame in every)
    if late:
        sys.exit(f'{late} of {len(every)} frames took more than {MOST_FRAME_MS} ms of processor.')


if __name__ == '__main__':
    main()
