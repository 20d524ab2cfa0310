#!/usr/bin/python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""heedctl check against a real server of the Mastodon API: a company, its customers, those it forgot, and trouble."""

import calendar
import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

import snac

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

    def __init__(self, home):
        self.home = home
        self.environment = os.environ | {"HEED_DATA_HOME": home, "HEED_ALLOW_LOOPBACK": "1"}

    def start(self, *words):
        return subprocess.Popen([os.environ["HEEDCTL"], *words], env=self.environment, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True)

    def run(self, *words):
        process = self.start(*words)
        out, err = process.communicate(timeout=120)
        return process.returncode, out, err

    def check(self, *words):
        status, out, err = self.run("check", *words, "--json")
        if status != 0:
            raise RuntimeError(f"heedctl check {words}: {status} {err}")
        return json.loads(out)

    def posts(self):
        """page → (from_company, found_by_answer) of what is stored."""
        with sqlite3.connect(os.path.join(self.home, "heed.db")) as database:
            return {row[0]: (bool(row[1]), bool(row[2]))
                    for row in database.execute("SELECT url, from_company, found_by_answer FROM posts")}


class Seed:
    """What happened on the server, in the order of time, with the lags in seconds that must come out."""

    def __init__(self, server):
        self.care, self.ann, self.ben, self.cem = (snac.Person(server, name) for name in ("care", "ann", "ben", "cem"))
        self.company, self.customers, self.lags, self.unanswered, self.opening = [], [], [], 0, 0
        self.begin = int(time.time()) // HOUR * HOUR - 10 * 24 * HOUR
        for i in range(1, 13):
            self.out_of_nowhere(i)
        for i in range(3):
            self.announcement(i)
        self.aside()

    def ask(self, who, when, text, to=None):
        post = who.write(f"@care {text}", when, to)
        self.customers.append(post)
        self.opening += to is None
        return post

    def answer(self, who, post, asked, lag, text="Your parcel leaves today. ^Jo"):
        reply = self.care.write(f"@{who.name} {text}", asked + lag, to=post)
        self.company.append(reply)
        self.lags.append(lag)
        return reply

    def out_of_nowhere(self, i):
        """Twelve who named the company and were answered after 10, 20 … 120 minutes."""
        asked = self.begin + i * 3 * HOUR
        who = (self.ann, self.ben, self.cem)[i % 3]
        post = self.ask(who, asked, f"Where is parcel {i}?")
        self.last = self.answer(who, post, asked, i * 10 * MINUTE)

    def announcement(self, i):
        """Below each one customer is answered after half an hour and two are not."""
        at = self.begin + (60 + 5 * i) * HOUR
        news = self.care.write(f"Van {i} is late today.", at)
        self.company.append(news)
        lucky = self.ask(self.ann, at + 10 * MINUTE, "Which streets?", to=news)
        self.ask(self.ben, at + 20 * MINUTE, "And mine?", to=news)
        self.ask(self.cem, at + 25 * MINUTE, "Again?", to=news)
        self.unanswered += 2
        self.answer(self.ann, lucky, at + 10 * MINUTE, 30 * MINUTE, "The whole of the north. ^Jo")

    def aside(self):
        """One came back and one called out, both left alone; two talked of something else."""
        at = self.begin + 100 * HOUR
        self.ask(self.cem, at, "It did not come.", to=self.last)
        self.ask(self.ben, at + HOUR, "Hello?")
        self.unanswered += 2
        lunch = self.ann.write("Lunch?", at + 2 * HOUR)
        self.ben.write("@ann Gladly.", at + 3 * HOUR, to=lunch)

    def stored(self):
        return {post["url"]: (True, False) for post in self.company} | {post["url"]: (False, False) for post in self.customers}


def quantile(values, q):
    """Type 7, the one the contract names."""
    values = sorted(values)
    place = (len(values) - 1) * q
    low = int(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (place - low) * (values[high] - values[low])


def kaplan_meier(lags, waits, q):
    """The smallest time at which the curve is at or below 1 − q; None where it never is."""
    alive = 1.0
    for lag in sorted(set(lags)):
        at_risk = sum(other >= lag for other in lags) + sum(wait >= lag for wait in waits)
        alive *= 1 - lags.count(lag) / at_risk
        if alive <= 1 - q + 1e-9:
            return lag
    return None


def test_figures(tap, heed, seed, server):
    card = heed.check(f"@care@{server.host}")
    tap.equal(heed.posts(), seed.stored(), "stored: every post of the company's conversations once, and nothing else")
    tap.equal((card["network"], card["account"]), ("mastodon", f"care@{server.host}"), "who it is")
    sample = card["all"]
    n, unanswered = len(seed.customers), seed.unanswered
    tap.equal((sample["messages"], sample["answered"]), (n, n - unanswered), "messages, and those answered")
    tap.equal(round(sample["rate"]["value"], 9), round((n - unanswered) / n, 9), "share answered")
    tap.equal(sample["answered_only"], {"median_s": quantile(seed.lags, 0.5), "p90_s": quantile(seed.lags, 0.9)}, "answered only")
    # Who waits still has waited for days, longer than the slowest answer took.
    waits = [10 * 24 * HOUR] * unanswered
    tap.equal(sample["with_unanswered"], {"median_s": kaplan_meier(seed.lags, waits, 0.5),
                                          "p90_s": kaplan_meier(seed.lags, waits, 0.9)}, "with the unanswered")
    within = sum(lag <= HOUR for lag in seed.lags) / n
    tap.equal(round(sample["within"]["1h"]["value"], 9), round(within, 9), "within an hour")
    tap.equal([(agent["name"], agent["replies"]) for agent in card["agents"]], [("Jo", len(seed.lags))], "who signed")
    status, out, _ = heed.run("check", f"{server.origin}/care")
    tap.ok(status == 0 and "care" in out, "the address of the profile page means the same account")


def test_second_look(tap, heed, seed, server):
    asked = int(time.time()) - 2 * HOUR
    late = seed.ask(seed.ann, asked, "One more.")
    seed.answer(seed.ann, late, asked, 15 * MINUTE)
    card = heed.check(f"care@{server.host}")
    tap.equal(heed.posts(), seed.stored(), "a second look adds what is new and keeps the rest")
    tap.equal((card["all"]["messages"], card["all"]["answered"]), (len(seed.customers), len(seed.lags)), "and counts it")


def test_notice(tap, heed, server):
    """An account that left and says so in a post of three years ago, at the top of its page; later it takes that down."""
    old, now = snac.Person(server, "old"), int(time.time())
    farewell = old.write("This account is no longer monitored. For help: @care", now - 3 * 365 * 24 * HOUR)
    for i in range(6):
        old.write(f"Van {i} is late today.", now - (i + 1) * 24 * HOUR)
    server.ask(f"/api/v1/statuses/{farewell['id']}/pin", token=old.token, x="1")
    card = heed.check(f"@old@{server.host}")
    tap.equal(card["notice"], {"state": "left", "text": "This account is no longer monitored.", "to": f"care@{server.host}",
                               "where": "pinned"}, "a pinned notice is read, and where it points")
    tap.equal(card["verdict"], "dormant", "it decides")
    tap.has(card["summary"], "It says that it no longer answers here", "and the sentence begins with it")
    begin = calendar.timegm(time.strptime(card["period"]["from"], "%Y-%m-%dT%H:%M:%SZ"))
    tap.ok(begin > now - 8 * 24 * HOUR, "the period is what was looked at, not since the notice")
    status, out, _ = heed.run("check", f"@old@{server.host}")
    tap.ok(status == 0 and "no longer answers here" in out, "people are told, too")
    server.ask(f"/api/v1/statuses/{farewell['id']}/unpin", token=old.token, x="1")
    card = heed.check(f"@old@{server.host}")
    tap.equal((card["notice"], card["verdict"]), (None, "unknown"), "taken down, it is forgotten")


def test_trouble(tap, heed, seed, server):
    before = heed.posts()
    status, out, err = heed.run("check", f"@nobody@{server.host}", "--json")
    tap.equal((status, out), (1, ""), "nobody: exit 1, nothing on standard output")
    tap.has(err, "not-found", "nobody: said so")
    server.change_user("care", private=True)
    status, _, err = heed.run("check", f"@care@{server.host}", "--json")
    tap.equal(status, 1, "closed to visitors: exit 1")
    tap.has(err, "closed", "closed to visitors: said so")
    host = server.host
    server.stop()
    status, _, err = heed.run("check", f"@care@{host}", "--json")
    tap.equal(status, 1, "server gone: exit 1")
    tap.has(err, "offline", "server gone: said so")
    tap.equal(heed.posts(), before, "nothing stored was lost")


class Made:
    """The made network of the fault server."""

    def __init__(self, *options):
        self.options = options

    def __enter__(self):
        self.process = subprocess.Popen([sys.executable, os.path.join(snac.SERVERS, "fault-server.py"), *self.options],
                                        stdout=subprocess.PIPE, text=True)
        scheme = "https" if "--tls" in self.options else "http"
        self.origin = f"{scheme}://localhost:{self.process.stdout.readline().strip()}"
        self.host = self.origin.split("//")[1]
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.communicate()

    def get(self, path):
        with snac.OPENER.open(self.origin + path, timeout=30) as answer:
            return json.load(answer)


def test_interrupted(tap, heed):
    """Ctrl-C stops at once and keeps what was read; the next look gets the rest."""
    with Made("--mastodon", "200", "--delay", "0.3") as made:
        process = heed.start("check", f"@care@{made.host}", "--json")
        while made.get("/_stats")["requests"] < 6:
            time.sleep(0.05)
        asked = made.get("/_stats")["requests"]
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)
        # The question about the number is one itself, and one more may have been on its way.
        tap.ok(made.get("/_stats")["requests"] - asked <= 3, "Ctrl-C: asks for nothing more")
        tap.ok(process.returncode != 0, "Ctrl-C: does not pretend to be done")
        tap.ok(40 <= len(heed.posts()) < 440, "Ctrl-C: what was read is kept")
        card = heed.check(f"@care@{made.host}")
        truth = made.get("/_truth")
        posts = heed.posts()
        tap.equal((sum(own for own, _ in posts.values()), sum(not own for own, _ in posts.values())),
                  (truth["replies"] + truth["announcements"], truth["customers"]), "afterwards: the whole account")
        below = truth["announcements"] * 3
        rate = card["all"]["rate"]
        tap.equal((rate["n"], round(rate["value"] * rate["n"], 6)), (below, below - truth["unanswered"]),
                  "the rate counts only those whose silence could be seen")


def test_certificate(tap, heed, folder):
    """A server that cannot prove who it is gets no question; one that can is read over TLS."""
    certificate, key = (os.path.join(folder, name) for name in ("cert.pem", "key.pem"))
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                    "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
                   check=True, capture_output=True)
    with Made("--mastodon", "20", "--tls", certificate, key) as made:
        status, out, err = heed.run("check", f"{made.origin}/@care", "--json")
        tap.equal((status, out), (1, ""), "unknown certificate: exit 1, nothing on standard output")
        tap.has(err, "certificate is not valid", "unknown certificate: said so")
        heed.environment["HEED_CA_FILE"] = certificate
        card = heed.check(f"{made.origin}/@care")
        tap.equal(card["all"]["answered"], 20, "trusted certificate: read over TLS")


def main():
    tap = Tap()
    reason = snac.missing()
    if reason:
        print("ok 1 a server of the Mastodon API # SKIP " + reason)
        tap.count = 1
    else:
        with snac.Server("care", "ann", "ben", "cem", "old") as server, tempfile.TemporaryDirectory() as home:
            seed = Seed(server)
            heed = Heed(home)
            test_figures(tap, heed, seed, server)
            test_second_look(tap, heed, seed, server)
            with tempfile.TemporaryDirectory() as other_home:
                test_notice(tap, Heed(other_home), server)
            test_trouble(tap, heed, seed, server)
    with tempfile.TemporaryDirectory() as home:
        test_interrupted(tap, Heed(home))
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as folder:
        test_certificate(tap, Heed(home), folder)
    print(f"1..{tap.count}")
    return 1 if tap.failed else 0


if __name__ == "__main__":
    sys.exit(main())
