#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well `heedctl backtest` forecasts answers within an hour: runs it over every company of the archives under
HEED_TEST_DATA for which it has enough messages, and prints a line for each; the last line is the worst of all. With
--bins the bins behind the worst one are printed too."""

import csv
import json
import lzma
import os
import subprocess
import sys
from pathlib import Path

ARCHIVES = ['threads.csv.xz', 'all.csv.xz']
MIN_BIN = 50


def read_companies(path):
    """The companies of an archive, most messages first."""
    counts = {}
    csv.field_size_limit(sys.maxsize)
    with lzma.open(path, 'rt', encoding='utf-8-sig', newline='') as file:
        for row in csv.DictReader(file):
            if row['inbound'] == 'False':
                counts[row['author_id']] = counts.get(row['author_id'], 0) + 1
    return sorted(counts, key=lambda company: -counts[company])


def backtest(path, company):
    done = subprocess.run([os.environ['HEEDCTL'], 'backtest', '--archive', str(path), '--company', company, '--json'],
                          capture_output=True, text=True)
    if done.returncode != 0 and 'Too few messages' not in done.stderr:
        raise SystemExit(f'{company}: {done.stderr}')
    return json.loads(done.stdout) if done.returncode == 0 else None


def get_worst(found):
    """By how much the worst bin of at least MIN_BIN messages is off, and its messages; None where there is none."""
    off = [(abs(bin['predicted'] - bin['observed']), bin['n']) for bin in found['calibration'] if bin['n'] >= MIN_BIN]
    return max(off, default=None)


def number(value):
    return f'{value:+7.3f}' if value is not None else f'{"-":>7}'


def main():
    folder = Path(os.environ.get('HEED_TEST_DATA', '')) / 'conversations'
    paths = [folder / name for name in ARCHIVES if (folder / name).is_file()]
    if not os.environ.get('HEED_TEST_DATA') or not paths:
        print('skipped: no data')
        return
    worst_of_all = None
    print(f'{"company":<34}{"train":>7}{"test":>6}{"gain":>8}{"low":>8}{"high":>8}{"worst":>7}{"n":>6}{"Brier":>8}{"base":>7}')
    for path in paths:
        for company in read_companies(path):
            found = backtest(path, company)
            if found is None:
                continue
            worst = get_worst(found)
            off = f'{worst[0]:7.3f}{worst[1]:6}' if worst else f'{"-":>7}{"-":>6}'
            print(f'{path.name.split(".")[0] + " " + company:<34}{found["train"]:7}{found["test"]:6} {number(found["gain"])}'
                  f' {number(found["gain_low"])} {number(found["gain_high"])}{off}{found["brier"]:8.4f}{found["brier_baseline"]:7.4f}')
            if '--bins' in sys.argv:
                for bin in found['calibration']:
                    print(f'    {bin["predicted"]:.3f} {bin["observed"]:.3f} n = {bin["n"]}')
            if worst and (worst_of_all is None or worst > worst_of_all[:2]):
                worst_of_all = (*worst, company)
    if worst_of_all is None:
        print(f'worst of all: no bin of {MIN_BIN} messages')
    else:
        print(f'worst of all: {worst_of_all[0]:.3f} off, n = {worst_of_all[1]}, {worst_of_all[2]}')


if __name__ == '__main__':
    main()
