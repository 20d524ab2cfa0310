# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real server of the Mastodon API on loopback for one test, and people who write on it."""

import json
import os
import re
import shutil
import subprocess
import tempfile
import urllib.parse
import urllib.request
from datetime import datetime, timezone

SERVERS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "servers")
OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob"
# Loopback is never reached through a proxy.
OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def missing():
    """Why there is no server to test against, or None."""
    folder = os.environ.get("HEED_TEST_SERVERS")
    if not folder:
        return "HEED_TEST_SERVERS names no folder of test servers"
    if not os.path.exists(os.path.join(folder, "snac", "installed")):
        return "snac is not installed (tests/servers/install-snac.sh)"
    return None


class Server:
    """snac with some people on it, stopped at the end of a with block."""

    def __init__(self, *people):
        self.people = people

    def __enter__(self):
        self.state = tempfile.mkdtemp(prefix="heed-snac-")
        try:
            subprocess.run([os.path.join(SERVERS, "snac-start.sh"), os.environ["HEED_TEST_SERVERS"], self.state, *self.people],
                           check=True, stdout=subprocess.DEVNULL)
            with open(os.path.join(self.state, "ready"), encoding="utf-8") as file:
                self.origin = file.read().strip()
        except BaseException:
            self.__exit__()
            raise
        self.host = self.origin.split("//")[1]
        return self

    def __exit__(self, *_):
        self.stop()
        shutil.rmtree(self.state, ignore_errors=True)

    def stop(self):
        if os.path.exists(self.state):
            subprocess.run([os.path.join(SERVERS, "snac-stop.sh"), self.state], check=False)

    def ask(self, path, token=None, **form):
        """The answer's text; a POST when there is a form."""
        request = urllib.request.Request(self.origin + path, urllib.parse.urlencode(form).encode() if form else None)
        if token:
            request.add_header("Authorization", "Bearer " + token)
        with OPENER.open(request, timeout=30) as answer:
            return answer.read().decode()

    def change_user(self, name, **settings):
        path = os.path.join(self.state, "data", "user", name, "user.json")
        with open(path, encoding="utf-8") as file:
            config = json.load(file) | settings
        with open(path, "w", encoding="utf-8") as file:
            json.dump(config, file)


class Person:
    """Signs in as a client does, and writes."""

    def __init__(self, server, name):
        self.server, self.name = server, name
        app = json.loads(server.ask("/api/v1/apps", client_name="Test", redirect_uris=OUT_OF_BAND, scopes="read write"))
        with open(os.path.join(server.state, name + ".password"), encoding="utf-8") as file:
            password = file.read()
        page = server.ask("/oauth/x-snac-login", login=name, passwd=password, redir=OUT_OF_BAND, cid=app["client_id"], state="")
        token = server.ask("/oauth/token", grant_type="authorization_code", code=re.search("[0-9a-f]{32}", page)[0],
                           client_id=app["client_id"], client_secret=app["client_secret"], redirect_uri=OUT_OF_BAND)
        self.token = json.loads(token)["access_token"]

    def write(self, text, when, to=None):
        """Publishes, and sets the time back to where the test wants it, which no server lets a client do."""
        form = {"status": text} | ({"in_reply_to_id": to["id"]} if to else {})
        post = json.loads(self.server.ask("/api/v1/statuses", token=self.token, **form))
        md5 = post["id"][-32:]
        path = os.path.join(self.server.state, "data", "object", md5[:2], md5 + ".json")
        # In place: the people's timelines are further names of the same file.
        with open(path, "r+", encoding="utf-8") as file:
            note = json.load(file)
            note["published"] = datetime.fromtimestamp(when, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
            file.seek(0)
            json.dump(note, file)
            file.truncate()
        # An id here is made of the time and the address.
        return post | {"id": f"{when:010d}{md5}"}
