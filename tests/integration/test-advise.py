#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""heedctl advise over an archive made here: the hours that were measured, none where nothing is proven, and wrong usage."""

import datetime
import json
import os
import subprocess
import tempfile

HEEDCTL = os.environ['HEEDCTL']
MONDAY = datetime.datetime(2026, 3, 2, tzinfo=datetime.timezone.utc)
number = 0


def ok(condition, name, why=''):
    global number
    number += 1
    print(f"{'ok' if condition else 'not ok'} {number} - {name}")
    if not condition:
        print('# ' + str(why).replace('\n', '\n# '))


def heedctl(*words):
    return subprocess.run([HEEDCTL, *words], capture_output=True, text=True, timeout=60)


def rows(weeks):
    """Two questions an hour from 8 to 18 on weekdays: at ten answered in five minutes, at other hours in two hours."""
    lines = ['tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id']
    tweet = 0
    for day in range(7 * weeks):
        for hour in range(8, 18):
            for minute in (5, 35):
                if day % 7 >= 5:
                    continue
                asked = MONDAY + datetime.timedelta(days=day, hours=hour, minutes=minute)
                answered = asked + datetime.timedelta(minutes=5 if hour == 10 else 120)
                lines.append(f'{tweet + 1},customer{tweet},True,{asked.isoformat()},@Acme where is my order?,{tweet + 2},')
                lines.append(f'{tweet + 2},Acme,False,{answered.isoformat()},It is on its way. ^Eve,,{tweet + 1}')
                tweet += 2
    return '\n'.join(lines) + '\n'


def main():
    with tempfile.TemporaryDirectory() as folder:
        archive = os.path.join(folder, 'archive.csv')
        with open(archive, 'w', encoding='utf-8') as file:
            file.write(rows(4))
        advise = ('advise', '--archive', archive, '--company', 'acme', '--at', '2026-04-06T12:30:00Z', '--tz', 'UTC')

        result = heedctl(*advise, '--json')
        advice = json.loads(result.stdout)
        ok(result.returncode == 0 and advice['account'] == 'Acme' and advice['channel'] == 'public', 'an account', result)
        ok(advice['evidence'] == {'n': 400}, 'its evidence', advice['evidence'])
        ok(advice['hour'] == 'matters' and [slot['from'] for slot in advice['times']]
           == ['2026-04-07T10:00:00Z', '2026-04-08T10:00:00Z', '2026-04-09T10:00:00Z'], 'the measured hours', advice['times'])
        best = advice['times'][0]
        ok(best['expected_s'] == 300 and best['within_1h']['value'] > 0.85 and best['within_1h']['n'] == 40
           and '40 messages' in best['reason'], 'their figures and reason', best)
        ok(all(slot['within_1h']['value'] < 0.1 for slot in advice['avoid']) and len(advice['avoid']) == 3,
           'hours to avoid', advice['avoid'])

        text = heedctl(*advise).stdout
        ok('Tue 7 Apr 10:00–11:00' in text and 'Why:' in text, 'the same in words', text)
        text = heedctl(*advise[:-1], 'Asia/Tokyo').stdout
        ok('Tue 7 Apr 19:00–20:00' in text and 'Asia/Tokyo' in text, 'on another clock', text)

        few = os.path.join(folder, 'few.csv')
        with open(few, 'w', encoding='utf-8') as file:
            file.write('\n'.join(rows(1).split('\n')[:11]) + '\n')
        result = heedctl('advise', '--archive', few, '--company', 'Acme', '--at', '2026-04-06T12:30:00Z', '--tz', 'UTC', '--json')
        advice = json.loads(result.stdout)
        ok(advice['times'] == [] and advice['avoid'] == [] and advice['hour'] == 'unknown'
           and any('too few' in reason for reason in advice['reasons'])
           and any('habit without proof' in reason for reason in advice['reasons']), 'no hour for want of messages', advice)
        text = heedctl('advise', '--archive', few, '--company', 'Acme', '--at', '2026-04-06T12:30:00Z', '--tz', 'UTC').stdout
        ok('Best times' not in text and 'is not known' in text, 'the same in words', text)

        for words, status in [((), 2), (('--archive', archive), 2), (advise[1:5] + ('--tz', 'Nowhere/Land'), 2),
                              (advise[1:5] + ('--at', 'soon'), 2), (('--archive', archive, '--company', 'Nobody'), 1),
                              (('--archive', archive + '.not', '--company', 'Acme'), 1)]:
            result = heedctl('advise', *words)
            ok(result.returncode == status and result.stdout == '' and result.stderr.startswith('heedctl: ')
               and result.stderr.count('\n') == 1, f'status {status} of advise {" ".join(words[-2:])}', result)
    print(f'1..{number}')


main()
