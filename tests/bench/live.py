#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests and seconds of a live check of 400 replies, from a local server that takes 100 ms for each answer.

The least is what no program could beat, because each of these requests needs the answer before it: the name is resolved
in two steps (Mastodon: WebFinger, then the account; Bluesky: handle to DID, then the DID's document; the profile can be asked
for beside that), each page of posts names the next one, and what the last page shows can only be asked for after it (one
more). Everything else can run beside these. So the least is (2 + pages + 1) × 100 ms. Besides, at most so many requests
may be under way at one host (data/limits/networks.json), so it can also not be less than requests / that × 100 ms.
"""

import json
import os
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path

from table import measure, print_table

ROOT = Path(__file__).parent.parent.parent
REPLIES, DELAY, MOST, RUNS = 400, 0.1, 1.5, 3
# Requests that name the next one of their kind.
PAGES = ('/api/v1/accounts/1/statuses', '/xrpc/app.bsky.feed.getAuthorFeed')
NETWORKS = {'mastodon': '@care@localhost:{port}', 'bluesky': 'care.test'}


def ask(port, what):
    with urllib.request.urlopen(f'http://localhost:{port}/{what}') as answer:
        return json.load(answer)


def check(network, address):
    server = subprocess.Popen(['/usr/bin/python3', ROOT / 'tests/servers/fault-server.py', f'--{network}', str(REPLIES),
                               '--delay', str(DELAY), '--until-eof'],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    port = int(server.stdout.readline())
    origin = f'http://localhost:{port}'
    try:
        with tempfile.TemporaryDirectory() as home, open(Path(home) / 'card', 'w+', encoding='utf-8') as card:
            seconds, _, _ = measure([os.environ['HEEDCTL'], 'check', address.format(port=port), '--days', '3650', '--json'],
                                 {'HEED_DATA_HOME': home, 'HEED_ALLOW_LOOPBACK': '1', 'HEED_BLUESKY_APPVIEW': origin,
                                  'HEED_BLUESKY_PLC': origin}, card)
            card.seek(0)
            answered = json.load(card)['all']['answered']
        return seconds, answered, ask(port, '_stats'), ask(port, '_requests')
    finally:
        server.stdin.close()
        server.wait()


def main():
    limits = json.loads((ROOT / 'data/limits/networks.json').read_text())['networks']
    rows, slow = [], []
    for network, address in NETWORKS.items():
        runs = sorted((check(network, address) for _ in range(RUNS)), key=lambda run: run[0])
        seconds, answered, stats, requests = runs[RUNS // 2]
        pages = sum(request['target'].split('?')[0] in PAGES for request in requests)
        chain = (2 + pages + 1) * DELAY
        width = stats['requests'] / limits[network]['concurrent'] * DELAY
        rows.append([network, answered, stats['requests'], stats['max_concurrent'], f'{seconds:.2f}', pages, f'{chain:.2f}',
                     f'{width:.2f}', f'{seconds / chain:.2f}'])
        if seconds > MOST * chain:
            slow.append(network)
    print_table(f'Live check of {REPLIES} replies, {DELAY * 1000:.0f} ms for each request (median of {RUNS})',
                ['network', 'answered', 'requests', 'most at once', 'seconds', 'pages', 'least by chain', 'least by manners',
                 'times the chain'], rows,
                ['least by chain: (2 + pages + 1) × 0.1 s; least by manners: requests / allowed at once × 0.1 s'])
    if slow:
        sys.exit(f'More than {MOST} times the least its chain allows: {", ".join(slow)}')


if __name__ == '__main__':
    main()
