# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real AT Protocol network on loopback for one test, and people who write in it."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from datetime import datetime, timezone

SERVERS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "servers")
# Loopback is never reached through a proxy.
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def missing():
    """Why there is no network to test against, or None."""
    folder = os.environ.get("HEED_TEST_SERVERS")
    if not folder:
        return "HEED_TEST_SERVERS names no folder of test servers"
    if not os.path.exists(os.path.join(folder, "at", "installed")):
        return "the AT Protocol network is not installed (tests/servers/install-at.sh)"
    return None


def rfc3339(when):
    return datetime.fromtimestamp(when, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")


class Network:
    """PLC directory, PDS and AppView, stopped at the end of a with block."""

    def __enter__(self):
        # A test that takes too long is ended by a signal; the servers must not outlive it.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
        self.state = tempfile.mkdtemp(prefix="heed-at-")
        try:
            subprocess.run([os.path.join(SERVERS, "at-start.sh"), os.environ["HEED_TEST_SERVERS"], self.state], check=True,
                           stdout=subprocess.DEVNULL)
            with open(os.path.join(self.state, "ready"), encoding="utf-8") as file:
                addresses = json.load(file)
        except BaseException:
            self.__exit__()
            raise
        self.plc, self.pds, self.appview = addresses["plc"], addresses["pds"], addresses["appview"]
        return self

    def __exit__(self, *_):
        subprocess.run([os.path.join(SERVERS, "at-stop.sh"), self.state], check=False)
        shutil.rmtree(self.state, ignore_errors=True)

    def take_appview_away(self):
        with open(os.path.join(self.state, "net.pid"), encoding="utf-8") as file:
            os.kill(int(file.read()), signal.SIGUSR1)
        for _ in range(100):
            try:
                OPENER.open(self.appview + "/xrpc/_health", timeout=5).close()
            except OSError:
                return
            time.sleep(0.1)
        raise RuntimeError("the AppView goes on answering")

    def get(self, method, **parameters):
        """What the AppView answers to a visitor."""
        url = f"{self.appview}/xrpc/{method}?{urllib.parse.urlencode(parameters)}"
        with OPENER.open(url, timeout=30) as answer:
            return json.load(answer)

    def wait_for_posts(self, posts):
        """Writing is done when the AppView has read it all."""
        wanted = {post["uri"] for post in posts}
        for _ in range(300):
            listed = list(wanted)
            seen = {post["uri"] for i in range(0, len(listed), 25)
                    for post in self.get_posts(listed[i:i + 25])}
            if seen == wanted:
                return
            time.sleep(0.1)
        raise RuntimeError(f"the AppView never showed {wanted - seen}")

    def get_posts(self, uris):
        query = urllib.parse.urlencode([("uris", uri) for uri in uris])
        with OPENER.open(f"{self.appview}/xrpc/app.bsky.feed.getPosts?{query}", timeout=30) as answer:
            return json.load(answer)["posts"]


class Person:
    """Somebody with an account, who writes."""

    def __init__(self, network, name):
        self.network, self.handle, self.token = network, f"{name}.test", None
        session = self.post("com.atproto.server.createAccount", handle=self.handle, email=f"{name}@mail.test", password="pw-" + name)
        self.did, self.token = session["did"], session["accessJwt"]

    def post(self, method, **body):
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = "Bearer " + self.token
        request = urllib.request.Request(f"{self.network.pds}/xrpc/{method}", json.dumps(body).encode(), headers)
        try:
            with OPENER.open(request, timeout=30) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{method}: {error.code} {error.read().decode()}") from error

    def create(self, collection, record):
        return self.post("com.atproto.repo.createRecord", repo=self.did, collection=collection,
                         record={"$type": collection} | record)

    def put(self, collection, key, record):
        return self.post("com.atproto.repo.putRecord", repo=self.did, collection=collection, rkey=key,
                         record={"$type": collection} | record)

    def delete(self, post):
        collection, key = post["uri"].split("/")[-2:]
        self.post("com.atproto.repo.deleteRecord", repo=self.did, collection=collection, rkey=key)

    def write(self, text, when, to=None, mentions=None):
        """Posts @text as written at @when, below the post @to, with the person @mentions named at its beginning."""
        record = {"text": text, "createdAt": rfc3339(when), "langs": ["en"]}
        if mentions:
            name = "@" + mentions.handle
            record["text"] = f"{name} {text}"
            record["facets"] = [{"index": {"byteStart": 0, "byteEnd": len(name)},
                                 "features": [{"$type": "app.bsky.richtext.facet#mention", "did": mentions.did}]}]
        if to:
            reference = {"uri": to["uri"], "cid": to["cid"]}
            record["reply"] = {"root": to.get("root", reference), "parent": reference}
        made = self.create("app.bsky.feed.post", record)
        post = {"uri": made["uri"], "cid": made["cid"]}
        if to:
            post["root"] = record["reply"]["root"]
        return post

    def repost(self, post, when):
        self.create("app.bsky.feed.repost", {"subject": {"uri": post["uri"], "cid": post["cid"]}, "createdAt": rfc3339(when)})
