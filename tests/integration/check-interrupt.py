#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ctrl-C in the middle of a check: it ends at once, says so, keeps what was read, and the next check goes on from there."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

HEEDCTL = os.environ['HEEDCTL']
SERVER = Path(__file__).parent.parent / 'servers' / 'fault-server.py'
REPLIES = 60

# The question about the number is one itself, and one more may have been on its way.
MOST_REQUESTS_AFTER = 3


class Tap:
    n = failed = 0

    def ok(self, good, what, *notes):
        self.n += 1
        self.failed += not good
        print(f"{'ok' if good else 'not ok'} {self.n} - {what}", flush=True)
        for note in notes:
            print('\n'.join(f'# {line}' for line in str(note).splitlines()))

    def end(self):
        print(f'1..{self.n}')
        return 1 if self.failed else 0


class Server:
    def __init__(self, delay):
        self.process = subprocess.Popen(['/usr/bin/python3', SERVER, '--mastodon', str(REPLIES), '--delay', str(delay),
                                         '--until-eof'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port = int(self.process.stdout.readline())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()

    def count(self):
        with urllib.request.urlopen(f'http://localhost:{self.port}/_stats') as answer:
            return json.load(answer)['requests']

    def wait_for(self, requests):
        for _ in range(200):
            if self.count() >= requests:
                return
            time.sleep(0.05)


def start(home, *args):
    env = dict(os.environ, HEED_DATA_HOME=home, HEED_ALLOW_LOOPBACK='1')
    return subprocess.Popen([HEEDCTL, 'check', *args], env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def interrupt(process):
    process.send_signal(signal.SIGINT)
    return process.communicate(timeout=60)


def check_account(tap):
    with tempfile.TemporaryDirectory() as home, Server(0.4) as server:
        address = f'@care@localhost:{server.port}'
        process = start(home, address, '--days', '3650', '--json')
        server.wait_for(5)
        asked = server.count()
        out, err = interrupt(process)
        tap.ok(process.returncode == 1 and out == '' and server.count() - asked <= MOST_REQUESTS_AFTER,
               'an account: stops with status 1 and asks for nothing more', err)
        tap.ok(err.startswith('heedctl: Stopped after ') and err.count('\n') == 1, 'an account: says what is kept', err)

        with sqlite3.connect(Path(home) / 'heed.db') as store:
            looked, cursor, caveats = store.execute('SELECT observed_at, cursor, caveats FROM accounts').fetchone()
        tap.ok(looked > 0 and cursor is None and 'stopped before its end' in caveats,
               'an account: what was seen counts up to now, and says that it is not all', (looked, cursor, caveats))

        out, err = start(home, address, '--days', '3650', '--json').communicate(timeout=120)
        card = json.loads(out) if out else {}
        tap.ok(card.get('all', {}).get('answered') == REPLIES, 'an account: the next check has everything', err)
        tap.ok(not any('stopped' in reason for reason in card.get('reasons', [])),
               'an account: the next check is whole', card.get('reasons'))
        before = server.count()
        out, err = start(home, address, '--days', '3650', '--json').communicate(timeout=120)
        again = json.loads(out) if out else {}
        tap.ok(again.get('all', {}).get('answered') == REPLIES and 0 < server.count() - before < before / 2,
               'an account: a third one asks only for what is new', f'{before} requests, then {server.count() - before}', err)


def check_store(tap):
    """Posts that could not be stored are asked for again: the check does not count as done."""
    with tempfile.TemporaryDirectory() as home, Server(0) as server:
        address = f'@care@localhost:{server.port}'
        subprocess.run([HEEDCTL, 'case', 'list'], env=dict(os.environ, HEED_DATA_HOME=home), stdout=subprocess.DEVNULL,
                       check=True)
        store = sqlite3.connect(Path(home) / 'heed.db')
        store.execute("CREATE TRIGGER trouble BEFORE INSERT ON posts WHEN (SELECT count (*) FROM posts) > 40"
                      " BEGIN SELECT RAISE (ABORT, 'trouble'); END")
        store.commit()
        process = start(home, address, '--days', '3650', '--json')
        out, err = process.communicate(timeout=120)
        tap.ok(process.returncode == 1 and out == '' and err.count('\n') == 1 and 'could not be saved' in err,
               'a store in trouble: says so with status 1', err)

        store.execute('DROP TRIGGER trouble')
        store.commit()
        store.close()
        out, err = start(home, address, '--days', '3650', '--json').communicate(timeout=120)
        card = json.loads(out) if out else {}
        tap.ok(card.get('all', {}).get('answered') == REPLIES, 'a store in trouble: the next check has everything',
               card.get('all'), err)


def check_archive(tap):
    """The archive is a pipe that nobody closes: only the interruption can end the reading of it."""
    head = ('tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n'
            '1,acme,False,Tue Oct 31 22:10:47 +0000 2017,Hello,,\n')
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / 'pipe'
        os.mkfifo(path)
        process = start(home, '--archive', str(path))
        with open(path, 'w', encoding='utf-8') as pipe:
            pipe.write(head)
            pipe.flush()
            time.sleep(0.3)
            out, err = interrupt(process)
        tap.ok(process.returncode == 1 and out == '' and err.startswith('heedctl: Stopped. '), 'an archive: stops with status 1', err)


def main():
    tap = Tap()
    check_account(tap)
    check_store(tap)
    check_archive(tap)
    return tap.end()


if __name__ == '__main__':
    sys.exit(main())
