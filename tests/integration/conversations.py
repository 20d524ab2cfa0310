# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures that follow from whole conversations, computed once more from the words of docs/statistics.md. What single
texts say is taken from `heedctl classify`; who said it to whom, when, and what follows from it is worked out here."""

import json
import math
import re
import subprocess
from collections import Counter
from datetime import datetime, timezone

NEVER = math.inf
SKEW = 300
CLOCKS = ('automatic', 'human', 'substance', 'redirect', 'solution')
KINDS = ('answers', 'acts', 'asks_details', 'asks_private', 'redirects', 'apologises', 'acknowledges', 'promises',
         'refuses', 'pleasantry')
SPACE = ' \t\r\n\f\v'


def classify(heedctl, posts):
    """Adds to each post what its text says."""
    lines = [json.dumps({'customer': p['text'] if p['inbound'] else '', 'reply': '' if p['inbound'] else p['text']})
             for p in posts]
    done = subprocess.run([heedctl, 'classify'], input='\n'.join(lines), capture_output=True, text=True, timeout=600)
    read = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(read) == len(posts), done.stderr
    for post, said in zip(posts, read):
        post['says'] = set(said['customer_says'])
        post['kinds'] = {k for k in KINDS if said[k]}
        post['agent'] = said['signature'].casefold() if said['signature'] else None
        post['team'] = 'team' in said['redirect_to']
        post['part'] = read_part(post['text'])
        post['link'] = read_link(post['text'])
        post['truncated'] = bool(re.search(rf'((…|\.\.\.)[{SPACE}]*|[^\W\d_])https?://[^{SPACE}]*[{SPACE}]*$',
                                           post['text']))


def read_part(text):
    found = None
    for match in re.finditer(r'(?<![A-Za-z0-9/.,$:-])([1-9])(?:/| of )([2-9])(?![A-Za-z0-9/])', text):
        if match[1] <= match[2]:
            found = int(match[1]), int(match[2])
    return found


def read_link(text):
    match = re.search(r'https?://([^ \t\r\n"<>?#]*)', text)
    if not match:
        return None
    link = re.sub(r'^[^/@]*@', '', match[1])
    link = re.sub(r'^www\.(?=.)', '', link, flags=re.IGNORECASE)[:200].rstrip(".,:;!?)]}'*/")
    host, slash, path = link.partition('/')
    return host.lower() + slash + path or None


class Archive:
    def __init__(self, heedctl, posts):
        classify(heedctl, posts)
        self.posts = posts
        self.by_id = {p['id']: p for p in posts}
        self.newest = max(p['at'] for p in posts)
        self.companies = {p['author'] for p in posts if not p['inbound']}
        self.children = {}
        for number, post in enumerate(posts):
            post['order'] = (post['at'], number)
            self.children.setdefault(post['id'], [])
            for parent in post['parents']:
                self.children.setdefault(parent, []).append(post)
        for below in self.children.values():
            below.sort(key=lambda p: p['order'])
        for post in posts:
            post['lag'] = None if post['inbound'] else self.lag(post)
        self.join_parts()

    def lag(self, post):
        """Seconds since what a company's message answers, -1 where that is not seen, None where it answers nobody."""
        above, seen = post, 0
        while above and seen < 64:
            parents = [self.by_id.get(p) for p in above['parents']]
            others = [p for p in parents if p is None or p['author'] != post['author']]
            if others:
                lags = [post['at'] - p['at'] for p in others if p and post['at'] >= p['at'] - SKEW]
                return lags[0] if lags else -10**9
            above, seen = (parents[0] if parents else None), seen + 1
        return None

    @staticmethod
    def continues(first, second):
        if first['author'] != second['author'] or first['lag'] is None or second['lag'] is None:
            return False
        if first['order'] >= second['order'] or (first['agent'] or second['agent']) != (second['agent'] or first['agent']):
            return False
        gap = second['at'] - first['at']
        if first['part'] and second['part']:
            return first['part'][1] == second['part'][1] and first['part'][0] != second['part'][0] and gap <= 3600
        return gap <= 300

    def join_parts(self):
        part_of = {}
        for parent_id in self.ids():
            siblings = self.children[parent_id]
            for place, post in enumerate(siblings):
                if post['lag'] is None:
                    continue
                parent = self.by_id.get(parent_id)
                if parent and self.continues(parent, post):
                    part_of[post['id']] = parent
                if post['id'] not in part_of:
                    earlier = [s for s in siblings[max(place - 8, 0):place] if self.continues(s, post)]
                    if earlier:
                        part_of[post['id']] = earlier[-1]
        for post in self.posts:
            first = post
            while first['id'] in part_of:
                first = part_of[first['id']]
            post['first'] = first
            if not post['inbound'] and post['lag'] is not None:
                first.setdefault('parts', []).append(post)
        for post in self.posts:
            if 'parts' in post:
                post['reply'] = self.whole(post)

    def ids(self):
        """In the order in which they are first named."""
        seen = {}
        for post in self.posts:
            seen.update(dict.fromkeys([post['id'], *post['parents']]))
        return seen

    @staticmethod
    def whole(first):
        parts = [first] + [p for p in first['parts'] if p is not first]
        kinds = set().union(*(p['kinds'] for p in parts))
        if len(parts) > 1 and kinds - {'apologises', 'acknowledges', 'pleasantry'}:
            kinds.discard('pleasantry')
        return {'at': first['at'], 'lag': first['lag'], 'kinds': kinds, 'company': first['author'],
                'agent': next((p['agent'] for p in parts if p['agent']), None),
                'link': next((p['link'] for p in parts if p['link']), None),
                'team': any(p['team'] for p in parts), 'truncated': any(p['truncated'] for p in parts)}

    def replies(self, company):
        return [p['reply'] for p in self.posts if 'reply' in p and p['author'] == company]

    def addressee(self, post):
        """Whom a message speaks to; None for nobody, or where it cannot be counted."""
        answers = [a for a in self.children[post['id']] if a['author'] in self.companies and not post['inbound'] is False
                   and a['author'] != post['author']]
        named = [n for n in post['names'] if n in self.companies]
        if named:
            answers = [a for a in answers if a['author'] == named[0]]
        in_time = [a for a in answers if a['at'] >= post['at'] - SKEW]
        if (named and named[0] == post['author']) or (answers and not in_time):
            return None
        return named[0] if named else in_time[0]['author'] if in_time else None

    def opens(self, post):
        parents = [self.by_id.get(p) for p in post['parents']]
        return post['inbound'] and all(p and not p['inbound'] and p['lag'] is None for p in parents)

    def conversations(self):
        """company → lists of steps, a reply or a customer's post each; the time beside it"""
        found, led_on = {}, set()
        openings = [p for p in self.posts if self.opens(p) and self.addressee(p)]
        for opening in sorted(openings, key=lambda p: p['order']):
            company = self.addressee(opening)
            found.setdefault(company, []).append(self.follow(opening, company, led_on))
        return found

    def follow(self, opening, company, led_on):
        steps, known, queue = [(opening['at'], opening)], {opening['id']}, [(opening, 'customer')]
        led_on.add(opening['id'])
        for above, side in queue:
            for post in self.children[above['id']]:
                if post is opening:
                    continue
                by = ('customer' if post['author'] == opening['author'] else 'company'
                      if post['author'] == company and post['lag'] is not None and side != 'others' else 'others')
                step = post['first'] if by == 'company' else post
                if by != 'others' and step['id'] not in known and step['at'] >= opening['at'] - SKEW:
                    known.add(step['id'])
                    steps.append((max(step['at'], opening['at']), step['reply'] if by == 'company' else step))
                if post['id'] not in led_on:
                    led_on.add(post['id'])
                    queue.append((post, by))
        return sorted(steps, key=lambda s: s[0])


def read_course(steps, is_automatic):
    """How a conversation went: when each clock stopped, and what it took until the end."""
    course = {'clocks': dict.fromkeys(CLOCKS, NEVER), 'asked': steps[0][0], 'customer': 0, 'company': 0, 'extra': 0,
              'redirects': 0, 'signers': [], 'team': False, 'helped': False, 'left': False}
    helped = False

    def stop(clock, at):
        course['clocks'][clock] = min(course['clocks'][clock], at)

    for at, step in steps:
        is_over = course['clocks']['solution'] != NEVER
        if 'says' in step:
            if is_over:
                continue
            if course['company'] and ('confirms' in step['says'] or ('thanks' in step['says'] and helped)):
                stop('solution', at)
            else:
                course['customer'] += 1
            continue
        kinds, by_machine = step['kinds'], is_automatic(step)
        stop('automatic' if by_machine else 'human', at)
        helped = not by_machine and bool(kinds & {'answers', 'acts'})
        if not by_machine and kinds & {'answers', 'acts', 'refuses'}:
            stop('substance', at)
        if not by_machine and 'redirects' in kinds:
            stop('redirect', at)
        if is_over:
            continue
        course['company'] += 1
        course['extra'] += bool(kinds & {'asks_details', 'asks_private', 'redirects'})
        course['redirects'] += 'redirects' in kinds
        course['helped'] |= helped
        course['left'] |= bool(kinds & {'redirects', 'asks_private'})
        course['team'] |= step['team']
        course['signers'] += [step['agent']] if step['agent'] else []
    return course


def effort(courses, replies, share, type_7):
    courses = [c for c in courses if c['company']]
    n, m = len(courses), len(replies)

    def part(condition):
        return share(sum(map(condition, courses)), n) if n else None

    def spread(key):
        values = [c[key] for c in courses]
        return {'median': type_7(values, .5), 'p90': type_7(values, .9)}

    links = Counter(r['link'] for r in replies if r['link'])
    again = {link: k for link, k in links.items() if k >= 5 and k >= .05 * m}

    def of_replies(k):
        return share(k, m) if m else None

    return {'conversations': n, 'customer_messages': spread('customer'), 'company_messages': spread('company'),
            'extra_steps': spread('extra'), 'solved': part(lambda c: c['clocks']['solution'] != NEVER),
            'first_contact': part(lambda c: c['clocks']['solution'] != NEVER and c['company'] == 1),
            'in_channel': part(lambda c: c['helped'] and not c['left']),
            'hand_overs': part(lambda c: c['team'] or len(set(c['signers'])) > 1),
            'redirect_loops': part(lambda c: c['redirects'] > 1), 'links': of_replies(sum(links.values())),
            'repeated_links': of_replies(sum(again.values())),
            'truncated': of_replies(sum(r['truncated'] for r in replies)),
            'most_repeated': [{'link': link, 'replies': k}
                              for link, k in sorted(again.items(), key=lambda i: (-i[1], i[0].encode()))[:3]]}


def agents(replies, type_7):
    """folded name → figures, from five replies on"""
    found = {}
    for name in {r['agent'] for r in replies if r['agent']}:
        own = [r for r in replies if r['agent'] == name]
        if len(own) < 5:
            continue
        times = [datetime.fromtimestamp(r['at'], timezone.utc) for r in own]
        hours = [sum(t.hour == h for t in times) for h in range(24)]
        spans = [(length, start) for length in range(1, 25) for start in range(24)
                 if sum(hours[(start + i) % 24] for i in range(length)) >= .9 * len(own)]
        length, start = min(spans)
        found[name] = {'replies': len(own), 'median_s': type_7([r['lag'] for r in own if r['lag'] >= 0], .5),
                       'hours': hours, 'days': [sum(t.weekday() == d for t in times) for d in range(7)],
                       'span': {'from': 0, 'to': 24} if length == 24 else
                       {'from': start, 'to': (start + length - 1) % 24 + 1},
                       'understood': sum(bool(r['kinds']) for r in own),
                       'kinds': {k: sum(k in r['kinds'] for r in own) for k in KINDS}}
    return found
