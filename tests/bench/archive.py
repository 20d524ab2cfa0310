#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time and peak memory of `heedctl check --archive` on a million messages.

The archive is the real one, or without it the invented one of the tests, repeated under new ids and new names of
customers and companies. To see what memory depends on: half as many messages, and as many with texts four times as long.
Then where the time of a million goes, as heedctl says it in its debug output, and what every start pays for word lists.
"""

import csv
import io
import lzma
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from table import measure, print_table

REAL = Path(os.environ['HEED_TEST_DATA']) / 'conversations' / 'all.csv.xz'
INVENTED = Path(__file__).parent.parent / 'data' / 'archive-traps.csv'
COLUMNS = ['tweet_id', 'author_id', 'inbound', 'created_at', 'text', 'response_tweet_id', 'in_response_to_tweet_id']
ID_STEP = 100_000_000
STAGE = re.compile(r'heed-check-DEBUG: .*?([a-z][a-z, ]+): (\d+) ms$', re.M)
STARTS = 21


def read_source():
    data = lzma.decompress(REAL.read_bytes()) if REAL.exists() else INVENTED.read_bytes()
    text = re.sub('\r(?!\n)', ' ', data.decode('utf-8-sig'))
    rows = [[(row[c] or '').replace('.0', '') if 'tweet_id' in c else row[c] or '' for c in COLUMNS]
            for row in csv.DictReader(io.StringIO(text, newline=''))]
    return [row for row in rows if row[0].isdigit()]


def write_archive(path, source, messages, text_times=1):
    """Returns the bytes of text in it."""
    companies = {row[1].lower() for row in source if row[2].lower() in ('false', '0')}
    mention = re.compile(r'@([A-Za-z0-9_]+)')
    number = re.compile(r'\d+')
    written = text_bytes = round_ = 0
    with open(path, 'w', encoding='utf-8', newline='') as file:
        writer = csv.writer(file, lineterminator='\n')
        writer.writerow(COLUMNS)
        while written < messages:
            def rename(match):
                return match[0] + f'_{round_}' if match[1].lower() in companies else match[0]

            def move(ids):
                return number.sub(lambda match: str(int(match[0][:18]) + round_ * ID_STEP), ids)

            for row in source[:messages - written]:
                text = ' '.join([mention.sub(rename, row[4])] * text_times)
                writer.writerow([move(row[0]), f'{row[1]}_{round_}', row[2], row[3], text, move(row[5]), move(row[6])])
                text_bytes += len(text)
                written += 1
            round_ += 1
    return text_bytes


def check(path, debug=None):
    env = {'G_MESSAGES_DEBUG': 'heed-check'} if debug else {}
    return measure([os.environ['HEEDCTL'], 'check', '--archive', str(path), '--json'], env=env, err=debug)


def read_stages(path):
    """One more run: the stages, the texts within the reading, and what is left for printing the JSON."""
    with tempfile.TemporaryFile('w+') as debug:
        seconds = check(path, debug)[0]
        debug.seek(0)
        stages = {name: int(ms) / 1000 for name, ms in STAGE.findall(debug.read())}
    rows = [[name, f'{value:.2f}'] for name, value in stages.items()]
    told = sum(value for name, value in stages.items() if not name.startswith('of all threads'))
    return rows + [['printing, and the rest', f'{seconds - told:.2f}']]


def print_stages(rows):
    print()
    print_table('Where the time of a million messages goes (one run)', ['stage', 'seconds'], rows,
                ['The texts are read within the stage before them, by all threads: their seconds are of processor time.'])


def print_starts():
    seconds = []
    for _ in range(STARTS):
        start = time.monotonic()
        subprocess.run([os.environ['HEEDCTL'], 'classify'], input=b'{"reply": "Sorry about that, we will look into it."}\n',
                       stdout=subprocess.DEVNULL, check=True)
        seconds.append(time.monotonic() - start)
    print()
    print_table(f'heedctl classify of one line ({STARTS} runs)', ['least ms', 'median ms'],
                [[f'{1000 * min(seconds):.0f}', f'{1000 * statistics.median(seconds):.0f}']])


def main():
    source = read_source()
    rows = []
    with tempfile.TemporaryDirectory(dir=os.environ.get('HEED_BENCH_FOLDER')) as folder:
        path = Path(folder) / 'archive.csv'
        for title, messages, times, runs in (('1 million messages', 1_000_000, 1, 3), ('half as many', 500_000, 1, 1),
                                             ('texts 4 times as long', 1_000_000, 4, 1)):
            text = write_archive(path, source, messages, times)
            results = [check(path) for _ in range(runs)]
            memory = max(result[1] for result in results)
            seconds, processor = (statistics.median(result[i] for result in results) for i in (0, 2))
            rows.append([title, f'{seconds:.2f}', f'{processor:.2f}', f'{memory:.0f}',
                         f'{memory * 2**20 / messages:.0f}', f'{path.stat().st_size / 2**20:.0f}', f'{text / 2**20:.0f}'])
        write_archive(path, source, 1_000_000)
        stages = read_stages(path)
    print_table('Check of an archive (median of 3 for the first row)',
                ['archive', 'seconds', 'processor s', 'peak MiB', 'bytes a message', 'file MiB', 'text MiB'], rows,
                [f'source: {"the real conversations" if REAL.exists() else "invented conversations; no data"}, '
                 f'{len(source)} messages repeated'])
    print_stages(stages)
    print_starts()
    whole, _, long = (float(row[3]) for row in rows)
    if long > 1.1 * whole:
        sys.exit(f'Memory follows the texts: {long:.0f} MiB with long ones, {whole:.0f} MiB with short ones.')


if __name__ == '__main__':
    main()
