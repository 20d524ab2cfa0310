#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well `heedctl classify` reads labelled replies: prints the table of figures, and for each half of the replies, so
that a word list fitted to one half shows. With --ids KEY it prints the ids of what it got wrong, of one half."""

import json
import os
import subprocess
import sys
from pathlib import Path

KINDS = ['answers', 'acts', 'asks_details', 'asks_private', 'redirects', 'apologises', 'acknowledges', 'promises',
         'refuses', 'pleasantry']
LISTS = ['details', 'redirect_to']
WORDS = ['signature', 'deadline', 'reference', 'hours']
MIN_COUNT = 10


def f1(right, wrong, missed):
    return 2 * right / max(2 * right + wrong + missed, 1)


def score_set(pairs, read):
    """F1 over the members of sets, with what it was made of."""
    right = wrong = missed = 0
    for label, found in pairs:
        expected, got = read(label), read(found)
        right += len(expected & got)
        wrong += len(got - expected)
        missed += len(expected - got)
    return f1(right, wrong, missed), f'{right} right, {wrong} wrong, {missed} missed'


def score(pairs):
    rows = []
    for kind in KINDS:
        rows.append((kind, *score_set(pairs, lambda reply: {kind} if reply[kind] else set())))
    common = [row[1] for row, kind in zip(rows, KINDS) if sum(label[kind] for label, _ in pairs) >= MIN_COUNT]
    rows.append((f'mean F1, kinds with {MIN_COUNT} or more', sum(common) / max(len(common), 1), f'{len(common)} kinds'))
    for key in ['primary', 'language']:
        same = sum(label[key] == found[key] for label, found in pairs)
        rows.append((f'{key} right', same / len(pairs), f'{same} of {len(pairs)}'))
    for key in LISTS:
        rows.append((f'{key} micro F1', *score_set(pairs, lambda reply: set(reply[key]))))
    same = sum(label['signature'] == found['signature'] for label, found in pairs)
    rows.append(('signature exact', same / len(pairs), f'{same} of {len(pairs)}'))
    for key in WORDS[1:]:
        said = [(label[key], found[key]) for label, found in pairs if found[key] is not None]
        right = sum(a == b for a, b in said)
        there = sum(label[key] is not None for label, _ in pairs)
        rows.append((f'{key} precision', right / len(said) if said else None, f'{right} of {len(said)}, {there} there'))
    return rows


def print_wrong(pairs, key):
    for label, found in pairs:
        if label[key] != found[key]:
            print(label['id'], label[key], found[key])


def main():
    path = Path(os.environ.get('HEED_TEST_DATA', '')) / 'replies-labelled.jsonl'
    if not path.is_file():
        print('1..0 # SKIP no data')
        return
    labels = [json.loads(line) for line in path.read_text(encoding='utf-8').splitlines() if line]
    given = ''.join(json.dumps({key: label[key] for key in ('id', 'customer', 'reply')}) + '\n' for label in labels)
    done = subprocess.run([os.environ['HEEDCTL'], 'classify'], input=given.encode(), capture_output=True, check=True)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    pairs = list(zip(labels, found, strict=True))
    if len(sys.argv) == 3 and sys.argv[1] == '--ids':
        print_wrong(pairs[::2], sys.argv[2])
        return
    columns = [score(part) for part in (pairs, pairs[::2], pairs[1::2])]
    print(f'{"figure":<34}{"all":>7}{"even":>7}{"odd":>7}  of all')
    for all_, even, odd in zip(*columns):
        values = ''.join(f'{row[1]:7.3f}' if row[1] is not None else f'{"-":>7}' for row in (all_, even, odd))
        print(f'{all_[0]:<34}{values}  {all_[2]}')


if __name__ == '__main__':
    main()
