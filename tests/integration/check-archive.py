#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Computes the figures of docs/heedctl.md once more, from its words and not from the core, and compares them with what
heedctl prints. Two archives: the conversations in $HEED_TEST_DATA, and tests/data/archive-traps.csv, all invented."""

import csv
import gzip
import html
import io
import json
import lzma
import math
import os
import random
import re
import subprocess
import sys
import tempfile
from datetime import datetime, timezone
from pathlib import Path

import conversations

HEEDCTL = os.environ['HEEDCTL']
TRAPS = Path(__file__).parent.parent / 'data' / 'archive-traps.csv'
REAL = Path(os.environ.get('HEED_TEST_DATA', '.')) / 'conversations' / 'threads.csv.xz'
Z = 1.959963984540054
NEVER = math.inf
TINY = 1e-9


def read(path):
    """The rows of an archive, as Python's csv module reads it: one dictionary a message, each id once."""
    opened = {'.xz': lzma.open, '.gz': gzip.open}.get(path.suffix, open)
    with opened(path, 'rb') as file:
        rows = read_rows(file.read())
    messages = {}
    for row in rows:
        post = read_row(row)
        if post and post['id'] not in messages:
            messages[post['id']] = post
    return list(messages.values())


def read_rows(data):
    # Outside quotes csv would end the row at a bare carriage return; these belong to the texts.
    text = re.sub('\r(?!\n)', ' ', data.decode('utf-8-sig'))
    return csv.DictReader(io.StringIO(text, newline=''))


def read_row(row):
    one_id = re.sub(r'\.0+$', '', (row['tweet_id'] or '').strip())
    inbound = {'true': True, '1': True, 'false': False, '0': False}.get((row['inbound'] or '').strip().lower())
    at = read_time((row['created_at'] or '').strip())
    author = (row['author_id'] or '').strip()
    if not one_id or not author or inbound is None or at is None:
        return None
    parents = [re.sub(r'\.0+$', '', p.strip()) for p in (row['in_response_to_tweet_id'] or '').split(',') if p.strip()]
    text = html.unescape(row['text'] or '')
    return {'id': one_id, 'author': author.lower(), 'inbound': inbound, 'at': at, 'parents': parents, 'text': text,
            'names': [n.lower() for n in re.findall(r'(?<![A-Za-z0-9_])@([A-Za-z0-9_]+)', text)]}


def read_time(text):
    for form in ('%a %b %d %H:%M:%S %z %Y', '%Y-%m-%dT%H:%M:%S%z'):
        try:
            return datetime.strptime(text, form).timestamp()
        except ValueError:
            pass
    return None


def exchanges_by_company(posts):
    """company → [(seconds until the answer, or NEVER; seconds until the archive's end; whether it opens)]"""
    companies = {p['author'] for p in posts if not p['inbound']}
    newest = max(p['at'] for p in posts)
    answers = {}
    for post in sorted((p for p in posts if p['author'] in companies), key=lambda p: p['at']):
        for parent in post['parents']:
            answers.setdefault(parent, []).append(post)
    found = {company: [] for company in companies}
    for post in posts:
        if not post['inbound']:
            continue
        replies = answers.get(post['id'], [])
        named = [n for n in post['names'] if n in companies]
        company = named[0] if named else replies[0]['author'] if replies else None
        if company is None:
            continue
        own = [r['at'] for r in replies if r['author'] == company]
        found[company].append((own[0] - post['at'] if own else NEVER, newest - post['at'], not post['parents']))
    return found


def wilson(k, n):
    p, z2 = k / n, Z * Z
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = Z / (1 + z2 / n) * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    return {'value': p, 'low': middle - half, 'high': middle + half, 'n': n}


def type_7(values, q):
    if not values:
        return None
    values = sorted(values)
    place = (len(values) - 1) * q
    low = math.floor(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (place - low) * (values[high] - values[low])


def kaplan_meier(sample):
    """[(time, survival, Greenwood's sum)] at each time of an answer"""
    at_risk, steps, survival, greenwood = len(sample), [], 1.0, 0.0
    times = sorted((lag if lag != NEVER else until, lag != NEVER) for lag, until, _ in sample)
    i = 0
    while i < len(times):
        time, answered, n = times[i][0], 0, 0
        while i < len(times) and times[i][0] == time:
            answered += times[i][1]
            n += 1
            i += 1
        if answered:
            survival *= 1 - answered / at_risk
            greenwood += answered / (at_risk * (at_risk - answered)) if at_risk > answered else math.inf
            steps.append((time, survival, greenwood))
        at_risk -= n
    return steps


def km_quantile(steps, q):
    return next((time for time, survival, _ in steps if survival <= 1 - q + TINY), None)


def km_share(steps, time, n):
    survival, greenwood = 1.0, 0.0
    for at, s, g in steps:
        if at <= time:
            survival, greenwood = s, g
    share = {'value': 1 - survival, 'low': None, 'high': None, 'n': n}
    if TINY < survival < 1 - TINY:
        wide = Z * math.sqrt(greenwood) / math.log(survival)
        bounds = sorted(1 - survival ** math.exp(sign * wide) for sign in (1, -1))
        share['low'], share['high'] = bounds
    return share


def sample(exchanges):
    lags = [lag for lag, _, _ in exchanges if lag != NEVER]
    steps, n = kaplan_meier(exchanges), len(exchanges)
    return {'messages': n, 'answered': len(lags), 'rate': wilson(len(lags), n) if n else None,
            'answered_only': {'median_s': type_7(lags, .5), 'p90_s': type_7(lags, .9)},
            'with_unanswered': {'median_s': km_quantile(steps, .5), 'p90_s': km_quantile(steps, .9)},
            'within': {key: km_share(steps, time, n) if n else None
                       for key, time in (('1h', 3600), ('24h', 86400), ('7d', 7 * 86400))}}


def differences(expected, found, path=''):
    if isinstance(expected, dict) and isinstance(found, dict):
        for key in expected:
            yield from differences(expected[key], found.get(key, 'missing'), f'{path}.{key}')
    elif isinstance(expected, (int, float)) and isinstance(found, (int, float)):
        if abs(expected - found) > 1e-6 * max(1, abs(expected)):
            yield f'{path}: expected {expected}, found {found}'
    elif expected != found:
        yield f'{path}: expected {expected}, found {found}'


def run(*args):
    return subprocess.run([HEEDCTL, 'check', *args], capture_output=True, text=True, timeout=600)


class Tap:
    n = failed = 0

    def ok(self, good, what, notes=()):
        self.n += 1
        self.failed += not good
        print(f"{'ok' if good else 'not ok'} {self.n} - {what}", flush=True)
        for note in notes:
            print(f'# {note}')

    def skip(self, what, why):
        self.n += 1
        print(f'ok {self.n} - {what} # SKIP {why}')

    def end(self):
        print(f'1..{self.n}')
        return 1 if self.failed else 0


SHARE = {'value', 'low', 'high', 'n'}
KINDS = {'answers', 'acts', 'asks_details', 'asks_private', 'redirects', 'apologises', 'acknowledges', 'promises',
         'refuses', 'pleasantry'}
VERDICTS = {'answers', 'slow', 'redirects', 'automated', 'silent', 'dormant', 'unknown'}


def shape_faults(card):
    """What of a scorecard is not as docs/heedctl.md says."""
    def is_share(share):
        return share is None or set(share) >= SHARE and 0 <= share['value'] <= 1

    checks = {
        'text': all(isinstance(card[key], str) for key in ('company', 'network', 'summary')),
        'account': 'account' in card,
        'verdict': card['verdict'] in VERDICTS,
        'period': all(read_time(card['period'][key]) is not None for key in ('from', 'to')),
        'kinds': set(card['kinds']) >= KINDS and all(is_share(s) for s in card['kinds'].values()),
        'shares': is_share(card['automated']) and is_share(card['signed']),
        'agents': all(set(a) >= {'name', 'replies', 'median_s', 'hours', 'span', 'kinds'} for a in card['agents']),
        'clocks': all(set(c) == {'wall', 'open_hours'} for c in card['clocks'].values()),
        'open_hours': 'open_hours' in card,
        'hours': set(card['hours']) >= {'stated', 'learned', 'timezone'} and isinstance(card['hours']['timezone'], str),
        'learned': card['hours']['learned'] is None or [len(day) for day in card['hours']['learned']] == [24] * 7,
        'week': [len(day) for day in card['week']] == [24] * 7,
        'cells': all(set(cell) >= {'n', 'median_s'} for day in card['week'] for cell in day),
        'left_out': isinstance(card['left_out']['rows'], int) and isinstance(card['left_out']['why'], dict),
        'reasons': isinstance(card['reasons'], list),
    }
    return [name for name, good in checks.items() if not good]


def conversation_faults(archive, followed, card):
    """What of one scorecard's figures over conversations is not as worked out here. None where a machine seems to write
    by more than replying at once, which is not worked out here."""
    company = card['company'].lower()
    replies = archive.replies(company)
    at_once = [r for r in replies if 0 <= r['lag'] <= 10]
    machine = at_once if len(at_once) >= 3 else []
    if len(machine) != round((card['automated'] or {'value': 0})['value'] * len(replies)):
        return None
    courses = [conversations.read_course(steps, lambda r: any(r is m for m in machine))
               for steps in followed.get(company, [])]
    expected = {'clocks': {}, 'effort': conversations.effort(courses, replies, wilson, type_7)}
    for clock in conversations.CLOCKS:
        waits = [(c['clocks'][clock] - c['asked'], archive.newest - c['asked'], True) for c in courses]
        expected['clocks'][clock] = {'wall': sample(waits)}
    found = {agent['name'].casefold(): agent for agent in card['agents']}
    expected_agents = conversations.agents(replies, type_7)
    wrong = [] if set(found) == set(expected_agents) else [f'agents {set(found) ^ set(expected_agents)}']
    wrong += differences(expected_agents, found, 'agents') if not wrong else []
    return wrong + list(differences(expected, card))


def compare_conversations(tap, name, cards, posts):
    archive = conversations.Archive(HEEDCTL, posts)
    followed = archive.conversations()
    n, left_out, wrong = 0, 0, []
    for card in cards:
        faults = conversation_faults(archive, followed, card)
        left_out += faults is None
        n += len(followed.get(card['company'].lower(), [])) if faults is not None else 0
        wrong += [f'{card["company"]}: {fault}' for fault in faults or []]
    tap.ok(not wrong and n > 0 and left_out < len(cards),
           f'{name}: {n} conversations followed, clocks, effort and agents ({left_out} companies left out)', wrong[:20])


TEXTS = ['Hello', 'it works now, thanks!', 'Thanks!', 'still broken', 'thanks, sorted', 'no thanks', 'why?']
REPLIES = ['Which order is it? ^Eve', 'Please DM us your postcode. ^Dan', 'Sorry about that! 1/2',
           'Please turn the ring until it clicks. 2/2 ^EVE', 'Thank you! ^Ann', 'We have refunded you. ^eve',
           'Please call us on 0800 000 0000. ^Dan', 'See https://help.acme.example/faq?u=1 ^Eve',
           'We need to know where you bou… https://acme.example/r/2', "Unfortunately we can't do that. ^Ann",
           'Our billing team can help: please contact @acmebills ^Dan']


def random_row(chance, number, at):
    """A row that may answer anything: itself, the future, several, nobody, what was never seen."""
    company = chance.random() < .45
    author = chance.choice(['Acme', 'Acme', 'Acme', 'AcmeBills'] if company else ['ann', 'bob', 'cat', 'dan', 'eve'])
    near = number - chance.randint(1, 8)
    parent = chance.choices([str(near), '', str(chance.randint(1, 400)), 'gone', f'{near}, {near - 3}', str(number)],
                            [60, 25, 6, 3, 5, 1])[0]
    text = chance.choice(REPLIES if company else TEXTS)
    handle = chance.choice(['@acme ', '@acme ', '', '@acmebills ', '@bob @Acme '])
    return {'tweet_id': str(number), 'author_id': author, 'inbound': str(not company), 'response_tweet_id': '',
            'created_at': datetime.fromtimestamp(at, timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ'),
            'text': text if company else handle + text, 'in_response_to_tweet_id': parent}


def check_random(tap):
    """Archives that no company ever wrote: whatever points at whatever, all figures over conversations are the same."""
    wrong, n = [], 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'random.csv'
        for seed in range(12):
            chance, at, rows = random.Random(seed), 1_500_000_000, []
            for number in range(1, 401):
                at += chance.choice([5, 40, 200, 900, 4000]) - (chance.random() < .05) * chance.choice([100, 100_000])
                rows.append(random_row(chance, number, at))
            chance.shuffle(rows)
            with open(path, 'w', newline='') as file:
                writer = csv.DictWriter(file, rows[0])
                writer.writeheader()
                writer.writerows(rows)
            cards = json.loads(run('--archive', str(path), '--json').stdout)
            archive = conversations.Archive(HEEDCTL, read(path))
            followed = archive.conversations()
            for card in cards:
                faults = conversation_faults(archive, followed, card)
                n += len(followed.get(card['company'].lower(), [])) if faults is not None else 0
                wrong += [f'seed {seed}, {card["company"]}: {fault}' for fault in faults or []]
    tap.ok(not wrong and n > 500, f'random archives: {n} conversations followed', wrong[:20])


def compare(tap, path, name):
    result = run('--archive', str(path), '--json')
    if result.returncode != 0:
        tap.ok(False, f'{name}: heedctl check', result.stderr.splitlines())
        return []
    cards = json.loads(result.stdout)
    posts = read(path)
    expected = exchanges_by_company(posts)
    by_company = {card['company'].lower(): card for card in cards}
    tap.ok(len(by_company) == len(cards) and set(by_company) >= {c for c, e in expected.items() if e},
           f'{name}: one scorecard for each of {len(expected)} companies')
    counts = [card['all']['messages'] for card in cards]
    tap.ok(counts == sorted(counts, reverse=True), f'{name}: most exchanges first')
    newest = max(p['at'] for p in posts)
    tap.ok(all(read_time(card['period']['to']) == newest for card in cards), f'{name}: observed until the newest message')
    for company, exchanges in sorted(expected.items()):
        card = by_company.get(company)
        if card is None:
            continue
        wrong = list(differences(sample(exchanges), card['all'], 'all'))
        wrong += differences(sample([e for e in exchanges if e[2]]), card['first'], 'first')
        wrong += differences(sample([e for e in exchanges if not e[2]]), card['later'], 'later')
        tap.ok(not wrong, f'{name}: {company}, {len(exchanges)} messages', wrong)
    compare_conversations(tap, name, cards, posts)
    faults = [f'{card["company"]}: {fault}' for card in cards for fault in shape_faults(card)]
    tap.ok(not faults, f'{name}: every key of the contract', faults)
    return cards


def check_one_company(tap, cards):
    result = run('--archive', str(TRAPS), '--company', 'BLUEJAYCARE', '--json')
    tap.ok(result.returncode == 0 and json.loads(result.stdout) in cards, '--company gives that one, in any case')
    result = run('--archive', str(TRAPS), '--company', 'bluejaycar')
    tap.ok(result.returncode == 1 and result.stdout == '' and result.stderr.count('\n') == 1
           and 'not-found' in result.stderr and 'BlueJayCare' in result.stderr, 'an unknown company: close ones are named',
           [result.stderr.strip()])


def check_packings(tap, cards):
    """The same bytes packed, under names that say nothing, and as JSON lines: the same figures."""
    plain = TRAPS.read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (('gz', gzip.compress(plain)), ('xz', lzma.compress(plain))):
            path = Path(folder) / f'archive-{name}'
            path.write_bytes(data)
            result = run('--archive', str(path), '--json')
            tap.ok(result.returncode == 0 and json.loads(result.stdout) == cards, f'packed as .{name}')
            path.write_bytes(data[:len(data) // 2])
            result = run('--archive', str(path), '--json')
            tap.ok(result.returncode in (0, 1) and (result.returncode == 1) == (result.stdout == ''),
                   f'cut off as .{name}', result.stderr.splitlines())
        path = Path(folder) / 'lines'
        path.write_text('\n'.join(json.dumps(row) for row in read_rows(plain)))
        result = run('--archive', str(path), '--json')
        tap.ok(result.returncode == 0 and json.loads(result.stdout) == cards, 'as JSON lines')


def check_usage(tap):
    cases = {2: [[], ['--company', 'x'], ['--archive', str(TRAPS), 'account'], ['--days', '-1', 'a'], ['--nonsense']],
             1: [['--archive', '/nonexistent'], ['--archive', '/'], ['--archive', HEEDCTL]]}
    for status, calls in cases.items():
        for call in calls:
            result = run(*call)
            tap.ok(result.returncode == status and result.stdout == '' and result.stderr.startswith('heedctl: ')
                   and result.stderr.count('\n') == 1, f'check {" ".join(call)}: exit {status}',
                   result.stderr.splitlines())


def check_stray_quotes(tap, cards):
    """A row with a quotation mark in a wrong place, put anywhere, changes no figure: no other row is lost for it."""
    lines = re.split(b'\n(?=en,)', TRAPS.read_bytes())
    texts = ['"never closed', '"never, closed', 'closed "in" the "middle', '"said" she', '"""', '5" wide, it is 6"']
    changed = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'stray.csv'
        for i, text in enumerate(texts):
            at = 1 + i * 23
            row = f'en,{i + 1},900099,True,Mon Oct 09 08:00:00 +0000 2017,{text},,'.encode()
            path.write_bytes(b'\n'.join(lines[:at] + [row] + lines[at:]))
            result = run('--archive', str(path), '--json')
            if result.returncode != 0 or json.loads(result.stdout) != cards:
                changed.append(text)
    tap.ok(not changed, 'stray quotation marks cost no row', changed)


def check_text(tap):
    result = run('--archive', str(TRAPS))
    tap.ok(result.returncode == 0 and 'BlueJayCare' in result.stdout and 'nan' not in result.stdout.lower().split(),
           'for people', result.stderr.splitlines())


def main():
    tap = Tap()
    cards = compare(tap, TRAPS, 'traps')
    left_out = cards[0]['left_out'] if cards else {'rows': 0, 'why': {}}
    tap.ok(left_out['rows'] == sum(left_out['why'].values()) == 5,
           'traps: three unusable and two repeated rows are counted and said',
           [str(left_out)])
    check_one_company(tap, cards)
    check_packings(tap, cards)
    check_stray_quotes(tap, cards)
    check_usage(tap)
    check_text(tap)
    check_random(tap)
    if REAL.exists():
        compare(tap, REAL, 'real')
    else:
        tap.skip('real conversations', 'no data')
    return tap.end()


if __name__ == '__main__':
    sys.exit(main())
