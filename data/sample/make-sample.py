#!/usr/bin/python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes posts.jsonl and cases.json, what Heed shows to look around with.

The company, its customers and every sentence are invented. The chances are fixed: the same script makes the same files.
posts.jsonl is an archive as "heedctl check --archive" reads it; times are moved by whole weeks when it is loaded, so
that shifts and weekends stay where they are.

    data/sample/make-sample.py [FOLDER]
"""

import datetime
import json
import math
import os
import random
import sys

UTC = datetime.timezone.utc
FIRST_DAY = datetime.date(2025, 12, 1)  # a Monday
DAYS = 90
OBSERVED = datetime.datetime(2026, 2, 28, 18, 0, 0, tzinfo=UTC)
HOLIDAYS = {datetime.date(2025, 12, 25), datetime.date(2025, 12, 26), datetime.date(2026, 1, 1)}

# Who is there when: (weekdays, from, until, who signs). Weekdays count from Monday, hours are London's.
ACCOUNTS = {
    "norfolkcare": {
        "network": "mastodon", "mention": "@norfolkcare", "per_day": 3.1,
        "shifts": [((0, 1, 2, 3, 4), 8, 14, "Claire"), ((0, 1, 2, 3, 4), 14, 20, "Dev"), ((5,), 9, 17, "Priya")],
        "answered": 0.86, "late": 0.66, "wait_min": {"Claire": 17, "Dev": 42, "Priya": 28},
        "kinds": {
            "Claire": [("acts", 30), ("answers", 28), ("details", 16), ("private", 12), ("known", 8), ("promises", 6)],
            "Dev": [("redirects", 38), ("details", 14), ("private", 18), ("answers", 14), ("sorry", 10), ("refuses", 6)],
            "Priya": [("answers", 36), ("private", 24), ("details", 22), ("redirects", 10), ("known", 8)],
        },
        "day": [(8, 10, 3), (10, 12, 5), (12, 14, 4), (14, 17, 6), (17, 20, 8), (20, 23, 4), (23, 24, 1), (0, 8, 1)],
        "automatic": 0.0,
    },
    "norfolkhelp": {
        "network": "bluesky", "mention": "@norfolkhelp.norfolk.example", "per_day": 2.0,
        "shifts": [((0, 1, 2, 3, 4), 9, 17, "Sam")],
        "answered": 0.55, "late": 0.30, "wait_min": {"Sam": 165},
        "kinds": {"Sam": [("redirects", 62), ("private", 14), ("sorry", 10), ("answers", 8), ("refuses", 6)]},
        "day": [(8, 12, 5), (12, 17, 5), (17, 23, 6), (23, 24, 1), (0, 8, 1)],
        "automatic": 0.08,
    },
}

# What people write about, and what helps with it.
TOPICS = [
    {
        "ask": ["no internet at all since {since}. The router shows a red light and I work from home.",
                "is something wrong in {place}? The line has been dead since {since}.",
                "my connection dropped {since} and has not come back. I have restarted the router twice.",
                "third outage this month in {place}. Can anybody tell me when it will work again?"],
        "acts": ["I've restarted your line from here, so please give it five minutes and then switch the router on again.",
                 "I've booked an engineer for you, and the text message with the time is on its way."],
        "answers": ["A red light means the router cannot reach us. Unplug it for ten minutes, then plug the grey cable in "
                    "first; that brings it back in most cases.",
                    "The cabinet in {place} lost its power and is running again now, so a restart of the router will "
                    "bring you back online."],
    },
    {
        "ask": ["every evening the speed falls to almost nothing. I pay for 80 and get 6.",
                "why is it so slow after seven? Films stop every two minutes.",
                "the upload has been useless since {since}. Video calls freeze all the time.",
                "is {place} overloaded? It has crawled along for a week."],
        "acts": ["I've moved your line to a quieter channel, and you should see the difference this evening.",
                 "I've raised the profile on your line to 80 again; it had been set too low."],
        "answers": ["Evenings are slow in {place} because the link there is full; the new one goes live at the end of the "
                    "month, and speeds are back to normal then.",
                    "The speed on the wire is fine, so it is the wireless: put the router in the open, away from the "
                    "television, and choose the 5 GHz network."],
    },
    {
        "ask": ["you have charged me twice this month. When do I get my money back?",
                "my bill went up by nine pounds and nobody told me why.",
                "there is a fee for an engineer on my bill, but no engineer ever came.",
                "I left two months ago and you still take the direct debit."],
        "acts": ["I've refunded the second payment, and it will be on your account within three working days.",
                 "I've taken the engineer's fee off your bill; the next one will be correct."],
        "answers": ["The higher amount is the part of the month before your discount began; from the next bill on you pay "
                    "the old price again.",
                    "A last payment always covers the days until the line is closed, and what is too much comes back "
                    "with the closing bill."],
    },
    {
        "ask": ["I stayed at home all day for the engineer. Nobody came and nobody called.",
                "the visit was moved for the third time. Does anyone look at these bookings?",
                "your engineer left after ten minutes and it still does not work.",
                "can I have a visit in the evening? I cannot take another day off."],
        "acts": ["I've put you first on tomorrow's list, and the engineer will ring you before setting off.",
                 "I've changed your visit to Thursday evening, between five and seven."],
        "answers": ["Evening visits are possible on Tuesdays and Thursdays, and you can choose them in the booking "
                    "yourself under “change my visit”.",
                    "The engineer had to wait for a part; it has arrived, and the visit is set for Wednesday morning."],
    },
    {
        "ask": ["I am moving to {place} next month. Can I keep my number?",
                "how long does it take to move a line to a new address?",
                "is fibre available in {place} yet? Your map says nothing.",
                "do I need a new router for the 200 package?"],
        "acts": ["I've started the move for you, and the date is in your e-mail.",
                 "I've ordered the new router, and it will be with you on Friday."],
        "answers": ["Yes, you can keep your number when you move within the county; tell us two weeks before.",
                    "A move takes ten working days, and both lines run side by side for the last three.",
                    "Your router is good enough for the 200 package, so you need not change anything."],
    },
    {
        "ask": ["how do I reset the password for my e-mail? The link never arrives.",
                "the app has refused my password since {since}.",
                "the television box shows error 4012 and nothing else.",
                "which port do I use for outgoing mail? Your page gives two numbers."],
        "acts": ["I've sent the link again, this time to your second address.",
                 "I've reset the box from here; the picture should be back."],
        "answers": ["Outgoing mail uses port 465 with encryption switched on; the other number is for old programs.",
                    "Error 4012 means the box has no network: change the cable between box and router and it starts "
                    "again.",
                    "The app needs the password of your account page, and that is the one you can change there under "
                    "“security”."],
    },
]

REPLIES = {
    "details": ["Sorry to hear that. Which router is it, and what colour is the light?",
                "Thanks for telling us. Is it every device, or only the one on wireless?",
                "Could you tell us when it began, and whether the phone works?"],
    "private": ["Sorry about that. Could you send us a direct message with your postcode and account number, please?",
                "We would like to look at your line. Please DM us your account details so that we can find it.",
                "Please send us a private message with your order number and we will check it for you."],
    "redirects": ["Sorry for the trouble. Please call our support team on 01632 960111, they can look into it.",
                  "Please contact our help team by chat at https://norfolk.example/help, they will be able to assist.",
                  "Please fill in the form at https://norfolk.example/complaints and the right team will get back to "
                  "you.",
                  "You will need to email help@norfolk.example for this, please."],
    "sorry": ["We're sorry that you feel let down.", "Sorry to hear this, we know how annoying it is."],
    "known": ["Thanks for letting us know. We are aware of a problem in {place} and our engineers are working on it.",
              "We are investigating this with the network team at the moment."],
    "promises": ["I have passed this on to the network team, and I will get back to you by tomorrow at noon.",
                 "An engineer will look at the cabinet today, and we will call you before six."],
    "refuses": ["Unfortunately we are unable to refund a fee that is older than three months.",
                "I'm afraid we cannot change the price during the contract."],
    "pleasantry": ["You're welcome! Have a good day.", "Glad to hear it, thank you for telling us."],
}

FOLLOW_UPS = {
    "details": ["It is the black one, and the light is red.", "Every device. The phone works.",
                "It began last night at about nine. No, the phone is dead too."],
    "private": ["Sent. Please have a look.", "I have sent the message. How long will it take?"],
    "redirects": ["I have already waited on the phone for forty minutes. Can you not just look?",
                  "I came here because nobody answers there."],
    "sorry": ["Thank you, but when will it work?", "And what happens now?"],
    "known": ["Any news on this?", "Do you know when it will be done?"],
    "promises": ["It is past the time you named. Any news?", "Nobody called."],
    "acts": ["That worked, thank you!", "It is back, thanks for the quick help."],
    "answers": ["That helped, thank you.", "Thanks, I will try that tonight."],
    "refuses": ["That is not what your own page says."],
}

AUTOMATIC = ("Thank you for your message! Our team reads every post from Monday to Friday, 9 to 17. Answers to many "
             "questions are at https://norfolk.example/help.")
MORNINGS = ["Good morning, {agent} is here and will be with you until {until}:00.",
            "Morning! This is {agent}; ask away, I am here until {until}:00."]
NIGHTS = ["That is all for today. We are back at 8:00 tomorrow.", "We are closing for tonight and are back at 8:00."]
NEWS = ["Work on the network in {place} tonight from 1:00 to 4:00: the line may drop for a few minutes.",
        "The fault in {place} is mended. Please restart your router if you are still offline."]

PLACES = ["Saltmere", "Holtby", "Wick St Anne", "Fenbridge", "Great Marling", "Oxney", "Thornham Quay", "Lower Dene"]
SINCE = ["yesterday", "this morning", "Tuesday", "last night", "eight o'clock", "the weekend"]
BIRDS = ["wren", "plover", "heron", "avocet", "curlew", "bittern", "dunlin", "siskin", "linnet", "pipit", "tern", "rook",
         "swift", "martin", "merlin", "kestrel", "redwing", "brambling", "gannet", "knot"]


class Chance:
    """Draws only on random(), whose numbers are the same in every Python."""

    def __init__(self, seed):
        self.random = random.Random(seed).random

    def pick(self, things):
        return things[int(self.random() * len(things))]

    def weighted(self, pairs):
        at = self.random() * sum(weight for _, weight in pairs)
        for thing, weight in pairs:
            at -= weight
            if at < 0:
                return thing
        return pairs[-1][0]

    def around(self, median, spread):
        """A log-normal time, as waiting times are."""
        normal = math.sqrt(-2 * math.log(1 - self.random())) * math.cos(2 * math.pi * self.random())
        return median * math.exp(spread * normal)


class Sample:
    def __init__(self):
        self.chance = Chance(4711)
        self.posts = []

    def fill(self, text):
        return text.format(place=self.chance.pick(PLACES), since=self.chance.pick(SINCE))

    def add(self, account, author, at, text, parent=None):
        prefix = {"norfolkcare": "m", "norfolkhelp": "b"}[account]
        self.posts.append({"tweet_id": f"{prefix}{len(self.posts) + 1}", "author_id": author,
                           "inbound": author not in ACCOUNTS, "created_at": at, "text": text,
                           "in_response_to_tweet_id": parent})
        return self.posts[-1]["tweet_id"]

    @staticmethod
    def find_shift(account, at):
        """The shift that is on at a time, or the next one: (from when, who, until when)."""
        for days_on in range(10):
            day = at.date() + datetime.timedelta(days=days_on)
            if day in HOLIDAYS:
                continue
            for weekdays, start, end, agent in ACCOUNTS[account]["shifts"]:
                opens = datetime.datetime.combine(day, datetime.time(start), tzinfo=UTC)
                closes = opens + datetime.timedelta(hours=end - start)
                if day.weekday() in weekdays and at < closes:
                    return max(at, opens), agent, closes
        raise ValueError(at)

    def answer_at(self, account, at):
        """When and by whom a message of that time is answered. Mondays are hard; at the peak it takes longer."""
        config = ACCOUNTS[account]
        begins, agent, closes = self.find_shift(account, at)
        minutes = self.chance.around(config["wait_min"][agent], 0.8)
        if begins.weekday() == 0:
            minutes *= 1.8
        if 10 <= begins.hour < 12:
            minutes *= 1.5
        answered = begins + datetime.timedelta(minutes=minutes)
        if answered >= closes:  # Somebody of the next shift finds it.
            begins, agent, closes = self.find_shift(account, closes)
            answered = begins + datetime.timedelta(minutes=self.chance.around(25, 0.6))
        return answered.replace(microsecond=0), agent

    def is_staffed(self, account, at):
        return self.find_shift(account, at)[0] == at

    def reply(self, account, parent, customer, at, topic, kind):
        """The company's answer; returns its id, time and what it does, or None for silence."""
        config = ACCOUNTS[account]
        share = config["answered"] if self.is_staffed(account, at) else config["late"]
        if self.chance.random() >= share:
            return None
        answered, agent = self.answer_at(account, at)
        if answered >= OBSERVED:
            return None
        kind = kind or self.chance.weighted(config["kinds"][agent])
        text = self.fill(self.chance.pick(topic[kind] if kind in topic else REPLIES[kind]))
        mention = f"@{customer} " if config["network"] == "mastodon" else ""
        return self.add(account, account, answered, f"{mention}{text} ^{agent}", parent), answered, kind

    def automatic(self, account, parent, at):
        if self.chance.random() < ACCOUNTS[account]["automatic"]:
            self.add(account, account, at + datetime.timedelta(seconds=20), AUTOMATIC, parent)

    def conversation(self, account, at):
        mention = ACCOUNTS[account]["mention"]
        topic = self.chance.pick(TOPICS)
        customer = f"{self.chance.pick(BIRDS)}{1 + int(self.chance.random() * 60)}"
        asked = self.add(account, customer, at, f"{mention} {self.fill(self.chance.pick(topic['ask']))}")
        self.automatic(account, asked, at)
        kind = None
        for _ in range(3):
            answer = self.reply(account, asked, customer, at, topic, kind)
            if answer is None or self.chance.random() < 0.52:
                return
            parent, at, did = answer
            at = (at + datetime.timedelta(minutes=self.chance.around(14, 0.9))).replace(microsecond=0)
            if did not in FOLLOW_UPS or at >= OBSERVED:
                return
            asked = self.add(account, customer, at, f"{mention} {self.chance.pick(FOLLOW_UPS[did])}", parent)
            kind = {"acts": "pleasantry", "answers": "pleasantry", "details": "acts", "private": "acts"}.get(did)

    def day(self, account, day):
        config = ACCOUNTS[account]
        expected = config["per_day"] * (0.6 if day.weekday() == 6 else 1.0)
        count = int(expected) + (self.chance.random() < expected % 1) + (self.chance.random() < 0.35)
        count -= self.chance.random() < 0.35
        for _ in range(max(0, count)):
            start, end, _ = self.chance.weighted([((s, e, w), w) for s, e, w in config["day"]])
            second = int((start + self.chance.random() * (end - start)) * 3600)
            at = datetime.datetime.combine(day, datetime.time(), tzinfo=UTC) + datetime.timedelta(seconds=second)
            if at < OBSERVED - datetime.timedelta(minutes=30):
                self.conversation(account, at)

    def greetings(self, day):
        """The posts by which one sees that people are there (Mastodon only)."""
        if day in HOLIDAYS or day.weekday() > 4:
            return
        for hour, agent, until in ((8, "Claire", 14), (14, "Dev", 20)):
            at = datetime.datetime.combine(day, datetime.time(hour, 1 + int(self.chance.random() * 6)), tzinfo=UTC)
            text = self.chance.pick(MORNINGS) if hour == 8 else "Good afternoon, {agent} takes over until {until}:00."
            self.add("norfolkcare", "norfolkcare", at, f"{text.format(agent=agent, until=until)} ^{agent}")
        if self.chance.random() < 0.7:
            at = datetime.datetime.combine(day, datetime.time(19, 56), tzinfo=UTC)
            self.add("norfolkcare", "norfolkcare", at, f"{self.chance.pick(NIGHTS)} ^Dev")
        if self.chance.random() < 0.2:
            at = datetime.datetime.combine(day, datetime.time(11, int(self.chance.random() * 60)), tzinfo=UTC)
            self.add("norfolkhelp", "norfolkhelp", at, self.fill(self.chance.pick(NEWS)))

    def make(self):
        for number in range(DAYS):
            day = FIRST_DAY + datetime.timedelta(days=number)
            self.greetings(day)
            for account in ACCOUNTS:
                self.day(account, day)
        self.posts.sort(key=lambda post: (post["created_at"], int(post["tweet_id"][1:])))
        for post in self.posts:
            post["created_at"] = post["created_at"].strftime("%Y-%m-%dT%H:%M:%SZ")
        return self.posts


def sent(at, channel, text, network=None):
    return {"kind": "sent", "at": at, "channel": channel, "network": network, "text": text}


def received(at, channel, text, network=None, **more):
    return {"kind": "received", "at": at, "channel": channel, "network": network, "text": text, **more}


def make_cases():
    company = {"name": "Norfolk Broadband", "email": "help@norfolk.example",
               "handles": {"mastodon": "norfolkcare@norfolk.example", "bluesky": "norfolkhelp.norfolk.example"}}
    me = {"name": "Ann Example", "email": "ann@example.org", "phone": "01632 960222", "postcode": "NR99 1ZZ"}
    account = {"kind": "account", "value": "000731942", "private": True}
    cases = [
        {   # Your turn: they asked something.
            "title": "Line down in Saltmere", "created": "2026-02-24T09:10:00Z",
            "facts": {"company": company, "me": me, "what_happened": "The line has been dead since Tuesday morning; the "
                      "router shows a red light.", "since": "2026-02-24", "product": "Fibre 80",
                      "want": "Mend the line, or tell me on which day an engineer comes.",
                      "references": [{"kind": "case", "value": "NB-4711", "private": False}, account],
                      "language": "en"},
            "events": [
                sent("2026-02-24T09:20:00Z", "email", "My line has been dead since this morning. Please mend it."),
                received("2026-02-24T09:20:40Z", "email", "We have received your message and will answer within five "
                         "working days.", outcome="automatic", reference="NB-4711"),
                sent("2026-02-26T10:02:00Z", "public", "@norfolkcare Following up on my e-mail of Tuesday (case "
                     "NB-4711): my line is dead. On which day does an engineer come?", "mastodon"),
                received("2026-02-26T10:31:00Z", "public", "Sorry to hear that. Which router is it, and what colour is "
                         "the light? ^Claire", "mastodon", outcome="reply", agent="Claire"),
            ],
        },
        {   # Waiting: a promise runs.
            "title": "Charged twice in one month", "created": "2026-02-18T16:00:00Z",
            "facts": {"company": company, "me": me, "what_happened": "One month was taken from my account twice.",
                      "since": "2026-02-02", "amount": {"value": 34.5, "currency": "GBP"},
                      "want": "Pay the second amount back.", "references": [
                          {"kind": "case", "value": "NB-4688", "private": False}, account], "language": "en"},
            "events": [
                {"kind": "call", "at": "2026-02-18T16:05:00Z", "channel": "phone", "text": "25 minutes on hold, then "
                 "cut off.", "outcome": "none"},
                sent("2026-02-19T09:15:00Z", "public", "@norfolkcare You took £34.50 twice for one month (case NB-4688). I "
                     "called yesterday and was cut off. When will it be paid back?", "mastodon"),
                received("2026-02-19T11:40:00Z", "public", "Please send us a private message with your order number and "
                         "we will check it for you. ^Claire", "mastodon", outcome="reply", agent="Claire"),
                sent("2026-02-19T12:00:00Z", "dm", "Here it is: account 000731942, case NB-4688.", "mastodon"),
                received("2026-02-20T08:50:00Z", "dm", "I've passed the refund on to accounts. It takes three weeks. "
                         "^Claire", "mastodon", outcome="reply", agent="Claire",
                         promise={"text": "The second payment is paid back within three weeks",
                                  "due": "2026-03-13T17:00:00Z", "kept": False}),
            ],
        },
        {   # A draft: what is wanted is not filled in yet.
            "title": "Move to Fenbridge", "created": "2026-02-28T15:30:00Z", "unfinished": True,
            "facts": {"company": company, "me": me, "what_happened": "I move to Fenbridge at the end of next month and "
                      "the map does not say whether there is fibre.", "product": "Fibre 80", "want": "?", "references": [account], "language": "en"},
            "events": [],
        },
    ]
    accounts = [
        {"author": "norfolkcare", "network": "mastodon", "id": "https://norfolk.example/users/norfolkcare",
         "handle": "norfolkcare@norfolk.example", "server": "https://norfolk.example", "display_name": "Norfolk Care",
         "bio": "Help from Norfolk Broadband. Mon-Fri 8:00-20:00, Sat 9:00-17:00.",
         "proven_links": ["https://www.norfolk.example"], "created": "2019-05-06T00:00:00Z"},
        {"author": "norfolkhelp", "network": "bluesky", "id": "did:web:norfolkhelp.norfolk.example",
         "handle": "norfolkhelp.norfolk.example", "server": "https://norfolk.example",
         "display_name": "Norfolk Broadband Help", "bio": "Norfolk Broadband on Bluesky. Mon-Fri 9:00-17:00.",
         "proven_links": [], "created": "2024-11-11T00:00:00Z"},
    ]
    return {"about": "Invented, to look around with. Made by make-sample.py; change that, not this.",
            "company": company["name"], "observed": OBSERVED.strftime("%Y-%m-%dT%H:%M:%SZ"), "accounts": accounts,
            "cases": cases}


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(folder, "posts.jsonl"), "w", encoding="utf-8") as file:
        for post in Sample().make():
            file.write(json.dumps(post, ensure_ascii=False) + "\n")
    with open(os.path.join(folder, "cases.json"), "w", encoding="utf-8") as file:
        json.dump(make_cases(), file, ensure_ascii=False, indent=1)
        file.write("\n")


main()
