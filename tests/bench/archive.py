#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Time and peak memory of `heedctl check --archive` on a million messages.

The archive is the real one, or without it the invented one of the tests, repeated under new ids and new names of
customers and companies. To see what memory depends on: half as many messages, and as many with texts four times as long.
"""

import csv
import io
import lzma
import os
import re
import statistics
import sys
import tempfile
from pathlib import Path

from table import measure, print_table

REAL = Path(os.environ['HEED_TEST_DATA']) / 'conversations' / 'all.csv.xz'
INVENTED = Path(__file__).parent.parent / 'data' / 'archive-traps.csv'
COLUMNS = ['tweet_id', 'author_id', 'inbound', 'created_at', 'text', 'response_tweet_id', 'in_response_to_tweet_id']
ID_STEP = 100_000_000


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


def main():
    source = read_source()
    rows = []
    with tempfile.TemporaryDirectory(dir=os.environ.get('HEED_BENCH_FOLDER')) as folder:
        path = Path(folder) / 'archive.csv'
        for title, messages, times, runs in (('1 million messages', 1_000_000, 1, 3), ('half as many', 500_000, 1, 1),
                                             ('texts 4 times as long', 1_000_000, 4, 1)):
            text = write_archive(path, source, messages, times)
            results = [measure([os.environ['HEEDCTL'], 'check', '--archive', str(path), '--json']) for _ in range(runs)]
            memory = max(result[1] for result in results)
            seconds, processor = (statistics.median(result[i] for result in results) for i in (0, 2))
            rows.append([title, f'{seconds:.2f}', f'{processor:.2f}', f'{memory:.0f}',
                         f'{memory * 2**20 / messages:.0f}', f'{path.stat().st_size / 2**20:.0f}', f'{text / 2**20:.0f}'])
    print_table('Check of an archive (median of 3 for the first row)',
                ['archive', 'seconds', 'processor s', 'peak MiB', 'bytes a message', 'file MiB', 'text MiB'], rows,
                [f'source: {"the real conversations" if REAL.exists() else "invented conversations; no data"}, '
                 f'{len(source)} messages repeated'])
    whole, _, long = (float(row[3]) for row in rows)
    if long > 1.1 * whole:
        sys.exit(f'Memory follows the texts: {long:.0f} MiB with long ones, {whole:.0f} MiB with short ones.')


if __name__ == '__main__':
    main()
