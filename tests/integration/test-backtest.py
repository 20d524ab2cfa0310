#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""heedctl backtest over archives made here: an effect of the hour, none, too few messages, and wrong usage."""

import datetime
import json
import os
import random
import subprocess
import tempfile

HEEDCTL = os.environ['HEEDCTL']
MONDAY = datetime.datetime(2026, 3, 2, tzinfo=datetime.timezone.utc)
KEYS = ['train', 'test', 'rate_within_1h', 'median_s', 'gain', 'gain_low', 'gain_high', 'calibration', 'brier', 'brier_baseline']
number = 0


def ok(condition, name, why=''):
    global number
    number += 1
    print(f"{'ok' if condition else 'not ok'} {number} - {name}")
    if not condition:
        print('# ' + str(why).replace('\n', '\n# '))


def heedctl(*words):
    return subprocess.run([HEEDCTL, *words], capture_output=True, text=True, timeout=60)


def write(path, days, chance_of):
    """A question each hour, answered after five minutes with the chance of its hour, else after three hours."""
    draw = random.Random(1)
    with open(path, 'w', encoding='utf-8') as file:
        file.write('tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n')
        for hour in range(24 * days):
            asked = MONDAY + datetime.timedelta(hours=hour, minutes=5)
            answered = asked + datetime.timedelta(minutes=5 if draw.random() < chance_of(hour % 24) else 180)
            tweet = 2 * hour
            file.write(f'{tweet + 1},customer{tweet},True,{asked.isoformat()},@Acme where is my order?,{tweet + 2},\n')
            file.write(f'{tweet + 2},Acme,False,{answered.isoformat()},It is on its way. ^Eve,,{tweet + 1}\n')


def main():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'effect.csv')
        write(path, 42, lambda hour: 0.9 if 9 <= hour < 13 else 0.2)
        result = heedctl('backtest', '--archive', path, '--company', '@acme', '--json')
        found = json.loads(result.stdout)
        ok(result.returncode == 0 and result.stderr == '' and list(found) == KEYS, 'exactly the keys of the contract', result)
        ok(abs(found['train'] - 0.7 * 42 * 24) < 10 and abs(found['test'] - 0.3 * 42 * 24) < 10, 'cut at 70 %', found)
        ok(found['gain_low'] > 0.3 and found['gain_low'] < found['gain'] < found['gain_high'], 'the gain is found', found)
        rate = found['rate_within_1h']
        ok(abs(rate['advised']['value'] - rate['all']['value'] - found['gain']) < 1e-6
           and rate['all']['n'] == found['test'] and rate['advised']['n'] < rate['all']['n'], 'the gain is the difference', rate)
        ok(found['median_s'] == {'advised': 300, 'all': 10800}, 'medians', found['median_s'])
        ok(sum(bin['n'] for bin in found['calibration']) == found['test']
           and all(list(bin) == ['predicted', 'observed', 'n'] for bin in found['calibration'])
           and all(abs(bin['predicted'] - bin['observed']) <= 0.08 for bin in found['calibration'] if bin['n'] >= 50),
           'forecasts come true', found['calibration'])
        ok(found['brier'] < found['brier_baseline'], 'better than one forecast for all hours', found)
        again = heedctl('backtest', '--archive', path, '--company', 'Acme', '--json')
        ok(again.stdout == result.stdout, 'the same figures every time', again)
        text = heedctl('backtest', '--archive', path, '--company', 'Acme').stdout
        ok('So the hour matters' in text and 'Brier' in text, 'in words', text)
        advice = json.loads(heedctl('advise', '--archive', path, '--company', 'Acme', '--tz', 'UTC',
                                    '--at', '2026-04-20T14:30:00Z', '--json').stdout)
        ok(len(advice['times']) == 3 and all('T09' <= slot['from'][10:13] <= 'T12' and slot['within_1h']['n'] > 0
                                             for slot in advice['times']), 'advise names such hours', advice)

        path = os.path.join(folder, 'none.csv')
        write(path, 42, lambda hour: 0.4)
        found = json.loads(heedctl('backtest', '--archive', path, '--company', 'Acme', '--json').stdout)
        ok(found['gain_low'] is None or found['gain_low'] <= 0, 'no gain where the hour makes no difference', found)
        advice = json.loads(heedctl('advise', '--archive', path, '--company', 'Acme', '--json').stdout)
        ok(advice['times'] == [] and advice['avoid'] == [] and advice['hour'] in ('unknown', 'indifferent')
           and any('no difference' in reason for reason in advice['reasons']), 'and no hour named', advice)

        few = os.path.join(folder, 'few.csv')
        write(few, 1, lambda hour: 0.5)
        for words, status, sentence in [
                (('--archive', few, '--company', 'Acme'), 1, 'Too few messages to Acme'),
                (('--archive', path, '--company', 'Acne'), 1, 'did you mean Acme'),
                (('--archive', path + '.not', '--company', 'Acme'), 1, 'not-found'),
                (('--archive', path), 2, '--company'), (('--company', 'Acme'), 2, '--archive'), ((), 2, '--archive')]:
            result = heedctl('backtest', *words)
            ok(result.returncode == status and result.stdout == '' and result.stderr.startswith('heedctl: ')
               and result.stderr.count('\n') == 1 and sentence in result.stderr, f'status {status}: {sentence}', result)
    print(f'1..{number}')


main()
