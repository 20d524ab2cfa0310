#!/usr/bin/python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""heedctl check against a real AT Protocol network: a company, its customers, those it forgot, and trouble."""

import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time

import atproto

HOUR = 3600
MINUTE = 60


class Tap:
    def __init__(self):
        self.count = self.failed = 0

    def ok(self, is_good, what):
        self.count += 1
        self.failed += not is_good
        print(f"{'ok' if is_good else 'not ok'} {self.count} {what}", flush=True)

    def equal(self, got, wanted, what):
        self.ok(got == wanted, what)
        if got != wanted:
            print(f"# got {got!r}\n# wanted {wanted!r}", flush=True)

    def has(self, text, part, what):
        self.ok(part in text, what)
        if part not in text:
            print(f"# “{part}” is not in: {text}", flush=True)


class Heed:
    """heedctl with a data folder of its own."""

    def __init__(self, network, home):
        self.home = home
        self.environment = os.environ | {"HEED_DATA_HOME": home, "HEED_ALLOW_LOOPBACK": "1",
                                         "HEED_BLUESKY_APPVIEW": network.appview, "HEED_BLUESKY_PLC": network.plc}

    def run(self, *words):
        return subprocess.run([os.environ["HEEDCTL"], *words], env=self.environment, capture_output=True, text=True,
                              timeout=120, check=False)

    def check(self, *words):
        done = self.run("check", *words, "--json")
        if done.returncode != 0:
            raise RuntimeError(f"heedctl check {words}: {done.returncode} {done.stderr}")
        return json.loads(done.stdout)

    def posts(self):
        """id → (from_company, found_by_answer) of what is stored."""
        with sqlite3.connect(os.path.join(self.home, "heed.db")) as database:
            return {row[0]: (bool(row[1]), bool(row[2]))
                    for row in database.execute("SELECT id, from_company, found_by_answer FROM posts")}


class Seed:
    """What happened on the network, with the lags in seconds that must come out."""

    def __init__(self, network):
        self.network = network
        self.care, self.anna, self.bert, self.cora, self.dora = (
            atproto.Person(network, name) for name in ("parcelcare", "anna", "bert", "cora", "dora"))
        self.care.put("app.bsky.actor.profile", "self", {"displayName": "Parcel Care", "description": "We help from 8 to 20."})
        self.company, self.by_answer, self.in_threads, self.unseen = [], [], [], []
        self.lags, self.unanswered = [], 0
        self.begin = int(time.time()) // HOUR * HOUR - 10 * 24 * HOUR
        self.out_of_nowhere()
        self.announcements()
        self.further_down()
        network.wait_for_posts(self.company + self.by_answer + self.in_threads + self.unseen)

    def answer(self, post, when, text="Your parcel leaves today. ^Jo"):
        reply = self.care.write(text, when, to=post)
        self.company.append(reply)
        return reply

    def out_of_nowhere(self):
        """Twelve who named the company and were answered after 10, 20 … 120 minutes, and one who was not: nobody sees her."""
        for i in range(1, 13):
            asked = self.begin + i * 3 * HOUR
            who = (self.anna, self.bert, self.cora)[i % 3]
            post = who.write(f"Where is parcel {i}?", asked, mentions=self.care)
            self.by_answer.append(post)
            self.lags.append(i * 10 * MINUTE)
            self.last = self.answer(post, asked + i * 10 * MINUTE)
        self.unseen.append(self.dora.write("Hello?", self.begin, mentions=self.care))

    def announcements(self):
        """Five announcements; below each one customer is answered after half an hour and two are not."""
        for i in range(5):
            at = self.begin + (60 + 5 * i) * HOUR
            news = self.care.write(f"Van {i} is late today.", at)
            self.company.append(news)
            lucky = self.anna.write("Which streets?", at + 10 * MINUTE, to=news)
            self.answer(lucky, at + 40 * MINUTE, "The whole of the north. ^Jo")
            self.lags.append(30 * MINUTE)
            self.in_threads += [lucky, self.bert.write("And mine?", at + 20 * MINUTE, to=news),
                                self.dora.write("Again?", at + 25 * MINUTE, to=news, mentions=self.care)]
            self.unanswered += 2
        quiet = self.care.write("Good night.", self.begin + 100 * HOUR)
        self.company += [quiet, self.care.write("And sleep well.", self.begin + 101 * HOUR, to=quiet)]
        self.care.repost(self.by_answer[0], self.begin + 102 * HOUR)

    def further_down(self):
        """One came back to an answer and was left alone; one talked fourteen posts deep with the company, nobody stopping."""
        self.in_threads.append(self.cora.write("It did not come.", self.begin + 50 * HOUR, to=self.last))
        self.unanswered += 1
        at = self.begin + 110 * HOUR
        post = self.care.write("Ask us anything.", at)
        self.company.append(post)
        for _ in range(7):
            asked = self.anna.write("And then?", at + HOUR, to=post)
            self.in_threads.append(asked)
            post = self.answer(asked, at + HOUR + 5 * MINUTE)
            self.lags.append(5 * MINUTE)
            at += HOUR

    def stored(self):
        return ({post["uri"]: (True, False) for post in self.company}
                | {post["uri"]: (False, True) for post in self.by_answer}
                | {post["uri"]: (False, False) for post in self.in_threads})


def quantile(values, q):
    """Type 7, the one the contract names."""
    values = sorted(values)
    place = (len(values) - 1) * q
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (place - low) * (values[high] - values[low])


def test_figures(tap, heed, seed):
    card = heed.check(seed.care.handle)
    tap.equal(heed.posts(), seed.stored(), "stored: every post once, seen or found by its answer, and none that cannot be seen")
    tap.equal((card["company"], card["network"], card["account"]), ("Parcel Care", "bluesky", seed.care.handle), "who it is")
    sample = card["all"]
    visible = len(seed.in_threads)
    tap.equal((sample["messages"], sample["answered"]), (visible + len(seed.by_answer), len(seed.lags)), "messages and answers")
    tap.equal(sample["answered_only"]["median_s"], quantile(seed.lags, 0.5), "median over all answers")
    tap.equal(sample["answered_only"]["p90_s"], quantile(seed.lags, 0.9), "90th percentile over all answers")
    tap.equal((sample["rate"]["n"], round(sample["rate"]["value"], 9)),
              (visible, round((visible - seed.unanswered) / visible, 9)), "the rate, over those whose silence could be seen")


def test_same_account(tap, heed, seed):
    for address in ("@" + seed.care.handle, seed.care.did, f"https://bsky.app/profile/{seed.care.handle}"):
        tap.equal(heed.check(address)["account"], seed.care.handle, f"the same account as {address.split(':')[0]}")
    tap.equal(heed.posts(), seed.stored(), "and nothing is stored twice")


def test_newer(tap, heed, seed):
    asked = seed.anna.write("One more.", seed.begin + 200 * HOUR, mentions=seed.care)
    seed.by_answer.append(asked)
    seed.answer(asked, seed.begin + 200 * HOUR + 15 * MINUTE)
    seed.lags.append(15 * MINUTE)
    seed.network.wait_for_posts([asked, seed.company[-1]])
    # What is older than the last look is not asked for again: were it, this one would now be found in its thread.
    forgotten = seed.dora.write("Late to the party.", seed.begin + 61 * HOUR, to=seed.company[12])
    seed.network.wait_for_posts([forgotten])

    card = heed.check(seed.care.handle)
    tap.equal(heed.posts(), seed.stored(), "a second check brings what is new and nothing else")
    tap.equal(card["all"]["answered_only"]["median_s"], quantile(seed.lags, 0.5), "and the figures move with it")


def test_notice(tap, heed, seed):
    """An account that says in its pinned post, three years old, that nobody answers; later it pins another one."""
    old, begin = atproto.Person(seed.network, "oldparcels"), seed.begin
    farewell = old.write(f"This account is not monitored. For help: @{seed.care.handle}", begin - 3 * 365 * 24 * HOUR)
    news = [old.write(f"Van {i} is late today.", begin + i * HOUR) for i in range(6)]
    seed.network.wait_for_posts([farewell] + news)

    def pin(post):
        old.put("app.bsky.actor.profile", "self", {"displayName": "Old", "pinnedPost": {"uri": post["uri"], "cid": post["cid"]}})
        for _ in range(100):
            profile = seed.network.get("app.bsky.actor.getProfile", actor=old.did)
            if profile.get("pinnedPost", {}).get("uri") == post["uri"]:
                return
            time.sleep(0.1)

    pin(farewell)
    card = heed.check(old.handle)
    tap.equal(card["notice"], {"state": "left", "text": "This account is not monitored.", "to": seed.care.handle,
                               "where": "pinned"}, "a pinned notice is read, and where it points")
    tap.equal(card["verdict"], "dormant", "it decides")
    tap.equal(card["period"]["from"], time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(begin)), "the period is what was looked at")
    before = heed.posts()
    pin(news[0])
    card = heed.check(old.handle)
    tap.equal((card["notice"], card["verdict"]), (None, "unknown"), "another one is pinned: the old one is forgotten")
    tap.equal(len(before) - len(heed.posts()), 1, "and nothing else")


def test_trouble(tap, heed, seed):
    done = heed.run("check", "nobody-here.test")
    tap.equal((done.returncode, done.stdout), (1, ""), "an unknown name fails and prints nothing")
    tap.has(done.stderr, "not-found: There is no account “nobody-here.test” on Bluesky.", "and says so")

    done = heed.run("check", "did:plc:" + "a" * 24)
    tap.equal(done.returncode, 1, "a DID that nobody has")
    tap.has(done.stderr, "not-found: ", "is not found")

    seed.bert.put("app.bsky.actor.profile", "self", {"labels": {
        "$type": "com.atproto.label.defs#selfLabels", "values": [{"val": "!no-unauthenticated"}]}})
    for _ in range(100):
        if any(label["val"] == "!no-unauthenticated"
               for label in seed.network.get("app.bsky.actor.getProfile", actor=seed.bert.did).get("labels", [])):
            break
        time.sleep(0.1)
    done = heed.run("check", seed.bert.handle)
    tap.equal(done.returncode, 1, "an account that hides from visitors")
    tap.has(done.stderr, "closed: ", "is closed")

    before = heed.posts()
    seed.network.take_appview_away()
    done = heed.run("check", seed.care.handle)
    tap.equal((done.returncode, done.stdout), (1, ""), "with the AppView down nothing is printed")
    tap.has(done.stderr, "offline: ", "it is offline")
    tap.equal(heed.posts(), before, "and nothing that was stored is lost")


def main():
    reason = atproto.missing()
    if reason:
        print(f"1..0 # SKIP {reason}")
        return 0
    tap = Tap()
    with atproto.Network() as network, tempfile.TemporaryDirectory(prefix="heed-home-") as home:
        heed, seed = Heed(network, home), Seed(network)
        for test in (test_figures, test_same_account, test_newer):
            test(tap, heed, seed)
        with tempfile.TemporaryDirectory(prefix="heed-home-") as other_home:
            test_notice(tap, Heed(network, other_home), seed)
        test_trouble(tap, heed, seed)
    print(f"1..{tap.count}")
    return 1 if tap.failed else 0


if __name__ == "__main__":
    sys.exit(main())
