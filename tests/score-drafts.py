#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well the check of private data reads: 500 texts with something private, 500 without, all made up by
tests/lib/private_texts.py; and, where the data are there, what customers really wrote to companies in public, in which
hardly anything is private. Prints recall and false alarms as TAP, and fails below what Heed promises. With --missed and
--alarms it prints the made-up texts that it got wrong, with --conversations N that many alarms of the real ones."""

import csv
import json
import lzma
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / 'lib'))
import private_texts  # noqa: E402

LEAST_RECALL = 0.99
MOST_ALARMS = 0.02

# Read by eye, nine of ten of these marks are right: some people do give their numbers away in public.
MOST_REAL_ALARMS = 0.005


def check(texts):
    """The private spans of each text, in characters."""
    given = ''.join(json.dumps(text) + '\n' for text in texts)
    with tempfile.NamedTemporaryFile('w', suffix='.json') as sheet:
        json.dump(private_texts.SHEET, sheet)
        sheet.flush()
        done = subprocess.run([os.environ['HEEDCTL'], 'draft', '--facts', sheet.name, '--to', 'public', '--network', 'x', '--check'],
                              input=given.encode(), capture_output=True, check=True, env=dict(os.environ, HEED_NOW='2026-11-20T12:00:00Z'))
    lines = [json.loads(line)['warnings'] for line in done.stdout.decode().splitlines()]
    assert len(lines) == len(texts)
    return [[(one['start'], one['end']) for one in warnings if one['kind'] == 'private'] for warnings in lines]


def is_hidden(text, values, spans):
    """Whether every letter and digit of the values is marked."""
    at = 0
    for value in values:
        at = text.index(value, at)
        for place in range(at, at + len(value)):
            if text[place].isalnum() and not any(start <= place < end for start, end in spans):
                return False
        at += len(value)
    return True


def score_private(cases):
    spans = check([case['text'] for case in cases])
    found, all_ = Counter(), Counter()
    for case, marks in zip(cases, spans):
        hidden = is_hidden(case['text'], case['values'], marks)
        all_[case['kind']] += 1
        found[case['kind']] += hidden
        if not hidden and '--missed' in sys.argv:
            print('#', case, [case['text'][start:end] for start, end in marks])
    for kind, count in all_.items():
        print(f'# {kind:<18}{found[kind]:4} of {count}')
    return sum(found.values()) / len(cases)


def score_clean(cases):
    alarms = 0
    for case, marks in zip(cases, check([case['text'] for case in cases])):
        alarms += bool(marks)
        if marks and '--alarms' in sys.argv:
            print('#', repr(case['text']), [case['text'][start:end] for start, end in marks])
    return alarms / len(cases)


def read_conversations():
    path = Path(os.environ.get('HEED_TEST_DATA', '')) / 'conversations' / 'all.csv.xz'
    if not path.is_file():
        return None
    with lzma.open(path, 'rt', encoding='utf-8-sig', newline='') as file:
        return [row['text'] for row in csv.DictReader(file) if row['inbound'] == 'True' and row['text']]


def score_conversations():
    texts = read_conversations()
    if texts is None:
        print('ok 3 - conversations # SKIP no data')
        return True
    marked = [(text, marks) for text, marks in zip(texts, check(texts)) if marks]
    is_good = len(marked) <= MOST_REAL_ALARMS * len(texts)
    print(f'{"" if is_good else "not "}ok 3 - conversations: {len(marked)} of {len(texts)} customers\' messages marked ({len(marked) / len(texts):.4f})')
    if '--conversations' in sys.argv:
        count = int(sys.argv[sys.argv.index('--conversations') + 1])
        for text, marks in marked[::max(len(marked) // count, 1)]:
            print('#', [(text[max(start - 30, 0):start], text[start:end]) for start, end in marks])
    return is_good


def main():
    private, clean = private_texts.make(int(os.environ.get('HEED_TEST_SEED', private_texts.SEED)))
    print('1..3')
    recall, alarms = score_private(private), score_clean(clean)
    print(f'{"ok" if recall >= LEAST_RECALL else "not ok"} 1 - recall {recall:.4f} of {len(private)} texts')
    print(f'{"ok" if alarms <= MOST_ALARMS else "not ok"} 2 - false alarms {alarms:.4f} of {len(clean)} texts')
    return not (score_conversations() and recall >= LEAST_RECALL and alarms <= MOST_ALARMS)


if __name__ == '__main__':
    sys.exit(main())
