#!/usr/bin/python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server on loopback whose behaviour is data: for what real servers cannot be made to do.

    fault-server.py [--script FILE] [--mastodon N | --bluesky N] [--delay SECONDS] [--tls CERT KEY]
                    [--now UNIX] [--port PORT] [--allowance N] [--no-batch] [--until-eof]

The first line on standard output is the port. It ends with SIGTERM, or with --until-eof when its standard input ends.

A script is JSON: {"/path": [ANSWER, …], "/path?query": […], "*": […]}. The target with its query is looked up first,
then the path, then "*"; what is pinned (pinned=true) must be named with its query, else nothing is.
Each request takes the next answer; the last one stays. "{origin}" and "{port}" in
headers and in text bodies become the server's own. An ANSWER may have:
    status    200 unless given
    headers   {"Name": "value"}; Content-Type is application/json unless given
    body      text, or any other JSON value, which is sent as JSON
    fill      {"text": "x", "bytes": 100000000}: a body made of repeated text, never held in memory
    gzip      true: the body is sent packed
    redirect  "/elsewhere": 302 to there
    delay     seconds before the answer
    cut       the connection ends after so many bytes of the body, though Content-Length promises all of it
    drip      {"bytes": 1, "every": 0.1}: the body comes in small pieces
    garbage   so many bytes of noise instead of an HTTP answer
    close     true: the connection ends without a word

Made networks, for measuring and for exact figures (every request takes --delay):
    --mastodon N   a Mastodon 4.3 server with the company @care (id 1) and N replies of it to customers, newest first.
                   Of ten replies eight answer a mention out of nowhere; two stand below an announcement of the company,
                   which has a third customer's message nobody answered. One reply every four hours.
                   --no-batch: /api/v1/statuses?id[]= is 404, as before 4.3. --allowance N: after N requests 429.
    --bluesky N    the same company (did:plc:care, care.test) in app.bsky.* as an AppView tells it.

Questions to the server itself (neither delayed nor counted):
    GET /_stats     {"requests", "max_concurrent", "seconds"}: seconds between the first request and the last answer
    GET /_requests  every request as it came: [{"method", "target", "headers": [[name, value]], "body"}]
    GET /_truth     of a made network: {"replies", "announcements", "customers", "unanswered", "pages"}
    POST /_script   another script, from now on; counts begin anew
"""

import argparse
import asyncio
import gzip
import json
import os
import re
import ssl
import sys
import time
import urllib.parse
from datetime import datetime, timezone

REASONS = {200: "OK", 302: "Found", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 410: "Gone",
           422: "Unprocessable Content", 429: "Too Many Requests", 500: "Internal Server Error", 503: "Service Unavailable"}
FOUR_HOURS = 4 * 3600


def rfc3339(when):
    return datetime.fromtimestamp(when, timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")


class Company:
    """The messages of a made network: plain rows that each protocol dresses in its own way."""

    def __init__(self, replies, now):
        self.rows = {}
        self.own = []
        self.truth = {"replies": 0, "announcements": 0, "customers": 0, "unanswered": 0}
        announcement = None
        for i in range(replies):
            at = now - (replies - i) * FOUR_HOURS
            below = i % 10 in (4, 5)
            if i % 10 == 4:
                announcement = self.add("care", None, at - 7200, f"News number {i}")
                self.truth["announcements"] += 1
                self.ask(f"c{i}x", announcement, at - 600, "And what about me?")
                self.truth["unanswered"] += 1
            question = self.ask(f"c{i}", announcement if below else None, at - 60 * (5 + i % 50), f"My parcel {i} is lost.")
            self.add("care", question, at, f"Sorry to hear that. Please tell us more. /{'ab'[i % 2].upper()}")
            self.truth["replies"] += 1
        self.own.sort(reverse=True)
        self.truth["pages"] = (len(self.own) + 39) // 40

    def ask(self, author, parent, at, text):
        self.truth["customers"] += 1
        return self.add(author, parent, at, "@care " + text)

    def add(self, author, parent, at, text):
        number = int(at) * 100 + len(self.rows) % 100
        row = {"id": number, "author": author, "parent": parent, "at": at, "text": text, "children": []}
        self.rows[number] = row
        if parent is not None:
            self.rows[parent]["children"].append(number)
        if author == "care":
            self.own.append(number)
        return number

    def ancestors(self, number):
        parent = self.rows[number]["parent"]
        return [] if parent is None else self.ancestors(parent) + [parent]

    def descendants(self, number):
        return [below for child in self.rows[number]["children"] for below in [child] + self.descendants(child)]


class Mastodon:
    def __init__(self, company, batch):
        self.company, self.batch = company, batch

    def account(self, name, origin):
        host = origin.split("//")[1]
        number = "1" if name == "care" else ("8" if name.endswith("x") else "9") + name[1:].rstrip("x")
        return {"id": number, "username": name, "acct": name,
                "url": f"{origin}/@{name}", "uri": f"{origin}/users/{name}", "display_name": name.title(),
                "note": f"<p>Made for tests at {host}</p>", "bot": False, "locked": False, "fields": [],
                "created_at": "2020-01-01T00:00:00.000Z", "last_status_at": "2026-01-01"}

    def status(self, number, origin):
        row = self.company.rows[number]
        parent = self.company.rows.get(row["parent"])
        mention = self.account("care", origin)
        return {"id": str(number), "uri": f"{origin}/users/{row['author']}/statuses/{number}",
                "url": f"{origin}/@{row['author']}/{number}", "created_at": rfc3339(row["at"]), "edited_at": None,
                "visibility": "public", "in_reply_to_id": str(parent["id"]) if parent else None,
                "in_reply_to_account_id": self.account(parent["author"], origin)["id"] if parent else None,
                "content": f"<p>{row['text']}</p>", "spoiler_text": "", "language": "en", "replies_count": len(row["children"]),
                "reblog": None, "account": self.account(row["author"], origin), "tags": [],
                "mentions": [{k: mention[k] for k in ("id", "username", "acct", "url")}] if row["author"] != "care" else []}

    def answer(self, path, query, origin):
        host = origin.split("//")[1]
        found = re.fullmatch(r"/api/v1/statuses/(\d+)(/context)?", path)
        if path == "/.well-known/webfinger":
            if query.get("resource") != [f"acct:care@{host}"]:
                return 404, {"error": "Record not found"}, {}
            return 200, {"subject": f"acct:care@{host}", "aliases": [],
                         "links": [{"rel": "self", "type": "application/activity+json", "href": f"{origin}/users/care"}]}, {}
        if path == "/api/v1/accounts/lookup" and query.get("acct", [""])[0].split("@")[0] == "care":
            return 200, self.account("care", origin), {}
        if path == "/api/v1/accounts/1":
            return 200, self.account("care", origin), {}
        if path == "/api/v1/accounts/1/statuses":
            return self.page(query, origin)
        if path == "/api/v1/statuses" and self.batch:
            ids = [int(i) for i in query.get("id[]", [])]
            if len(ids) > 20:
                return 422, {"error": "Too many IDs"}, {}
            return 200, [self.status(i, origin) for i in ids if i in self.company.rows], {}
        if found and int(found[1]) in self.company.rows:
            number = int(found[1])
            if not found[2]:
                return 200, self.status(number, origin), {}
            return 200, {"ancestors": [self.status(i, origin) for i in self.company.ancestors(number)[-40:]],
                         "descendants": [self.status(i, origin) for i in self.company.descendants(number)[:60]]}, {}
        return 404, {"error": "Record not found"}, {}

    def page(self, query, origin):
        limit = min(int(query.get("limit", ["20"])[0]), 40)
        below = int(query.get("max_id", [str(10**18)])[0])
        above = int(query.get("since_id", ["0"])[0])
        ids = [i for i in self.company.own if above < i < below][:limit]
        links = []
        for rel, name, edge in (("next", "max_id", ids[-1:] if len(ids) == limit else []), ("prev", "min_id", ids[:1])):
            if edge:
                rest = {k: v[0] for k, v in query.items() if k not in ("max_id", "min_id")} | {name: str(edge[0])}
                links.append(f'<{origin}/api/v1/accounts/1/statuses?{urllib.parse.urlencode(rest)}>; rel="{rel}"')
        headers = {"Link": ", ".join(links)} if links else {}
        return 200, [self.status(i, origin) for i in ids], headers


class Bluesky:
    DID = "did:plc:care"

    def __init__(self, company, batch):
        self.company = company

    def did(self, name):
        return self.DID if name == "care" else f"did:plc:{name}"

    def uri(self, number):
        return f"at://{self.did(self.company.rows[number]['author'])}/app.bsky.feed.post/{number}"

    def ref(self, number):
        return {"uri": self.uri(number), "cid": f"bafy{number}"}

    def post(self, number):
        row = self.company.rows[number]
        record = {"$type": "app.bsky.feed.post", "text": row["text"], "createdAt": rfc3339(row["at"]), "langs": ["en"]}
        if row["author"] != "care":
            record["facets"] = [{"index": {"byteStart": 0, "byteEnd": 5},
                                 "features": [{"$type": "app.bsky.richtext.facet#mention", "did": self.DID}]}]
        if row["parent"] is not None:
            record["reply"] = {"root": self.ref((self.company.ancestors(number))[0]), "parent": self.ref(row["parent"])}
        return self.ref(number) | {"author": {"did": self.did(row["author"]), "handle": f"{row['author']}.test"},
                                   "record": record, "replyCount": len(row["children"]), "indexedAt": rfc3339(row["at"])}

    def thread(self, number, depth=6):
        replies = [self.thread(i, depth - 1) for i in self.company.rows[number]["children"]] if depth > 0 else []
        return {"$type": "app.bsky.feed.defs#threadViewPost", "post": self.post(number), "replies": replies}

    def with_parents(self, number):
        thread = self.thread(number)
        if self.company.rows[number]["parent"] is not None:
            thread["parent"] = {"$type": "app.bsky.feed.defs#threadViewPost",
                                "post": self.post(self.company.rows[number]["parent"])}
        return thread

    def number(self, uri):
        last = uri.rsplit("/", 1)[-1]
        return int(last) if last.isdigit() and int(last) in self.company.rows else None

    def answer(self, path, query, origin):
        first = {k: v[0] for k, v in query.items()}
        name = path.rsplit("/", 1)[-1]
        if path == "/.well-known/atproto-did":
            return 200, self.DID, {"Content-Type": "text/plain"}
        if path in ("/" + self.DID, "/.well-known/did.json"):
            return 200, {"id": self.DID, "alsoKnownAs": ["at://care.test"], "verificationMethod": [],
                         "service": [{"id": "#atproto_pds", "type": "AtprotoPersonalDataServer", "serviceEndpoint": origin}]}, {}
        if name == "com.atproto.identity.resolveHandle" and first.get("handle") == "care.test":
            return 200, {"did": self.DID}, {}
        if name == "app.bsky.actor.getProfile" and first.get("actor") in (self.DID, "care.test"):
            return 200, {"did": self.DID, "handle": "care.test", "displayName": "Care", "postsCount": len(self.company.own),
                         "createdAt": "2020-01-01T00:00:00.000Z"}, {}
        if name == "app.bsky.feed.getAuthorFeed" and first.get("actor") in (self.DID, "care.test"):
            return self.feed(first)
        if name == "app.bsky.feed.getPosts":
            numbers = [self.number(u) for u in query.get("uris", query.get("uris[]", []))]
            if len(numbers) > 25:
                return 400, {"error": "InvalidRequest", "message": "too many uris"}, {}
            return 200, {"posts": [self.post(n) for n in numbers if n is not None]}, {}
        if name == "app.bsky.feed.getPostThread" and self.number(first.get("uri", "")) is not None:
            return 200, {"thread": self.with_parents(self.number(first["uri"]))}, {}
        return 400, {"error": "InvalidRequest", "message": "Not found"}, {}

    def feed(self, first):
        limit, cursor = min(int(first.get("limit", "50")), 100), int(first.get("cursor", str(10**18)))
        numbers = [i for i in self.company.own if i < cursor][:limit]
        items = []
        for number in numbers:
            item = {"post": self.post(number)}
            parent = self.company.rows[number]["parent"]
            if parent is not None:
                root = self.company.ancestors(number)[0]
                item["reply"] = {key: {"$type": "app.bsky.feed.defs#postView"} | self.post(which)
                                 for key, which in (("root", root), ("parent", parent))}
            items.append(item)
        more = {"cursor": str(numbers[-1])} if len(numbers) == limit else {}
        return 200, {"feed": items} | more, {}


class Server:
    def __init__(self, options):
        self.options = options
        self.origin = ""
        self.network = None
        now = options.now or int(time.time())
        if options.mastodon or options.bluesky:
            self.company = Company(options.mastodon or options.bluesky, now)
            self.network = (Mastodon if options.mastodon else Bluesky)(self.company, not options.no_batch)
        script = {}
        if options.script:
            with open(options.script, encoding="utf-8") as file:
                script = json.load(file)
        self.reset(script)

    def reset(self, script):
        self.script, self.taken = script, {}
        self.requests, self.running, self.most = [], 0, 0
        self.first, self.last = None, None

    async def read_request(self, reader):
        head = await reader.readuntil(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        method, target, _ = lines[0].split(" ", 2)
        headers = [line.split(": ", 1) for line in lines[1:] if ": " in line]
        length = next((int(v) for k, v in headers if k.lower() == "content-length"), 0)
        body = await reader.readexactly(length) if length else b""
        return {"method": method, "target": target, "headers": headers, "body": body.decode("utf-8", "replace")}

    async def serve(self, reader, writer):
        try:
            while await self.exchange(await self.read_request(reader), writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError, ssl.SSLError, TimeoutError):
            pass
        finally:
            writer.close()

    async def exchange(self, request, writer):
        """Answers one request; false when the connection ends with it."""
        if request["target"].startswith("/_"):
            return await self.answer_for_itself(request, writer)
        self.requests.append(request)
        self.first = self.first or time.monotonic()
        self.running += 1
        self.most = max(self.most, self.running)
        try:
            return await self.send(self.choose(request), writer)
        finally:
            self.running -= 1
            self.last = time.monotonic()

    async def answer_for_itself(self, request, writer):
        what = request["target"]
        if what == "/_script":
            self.reset(json.loads(request["body"]))
        body = {"/_stats": lambda: {"requests": len(self.requests), "max_concurrent": self.most,
                                    "seconds": round((self.last or 0) - (self.first or 0), 3)},
                "/_requests": lambda: self.requests, "/_script": lambda: {},
                "/_truth": lambda: self.company.truth}[what]()
        return await self.send({"body": body}, writer)

    def choose(self, request):
        target = request["target"]
        parts = urllib.parse.urlsplit(target)
        is_pinned = "pinned=true" in parts.query
        if is_pinned and target not in self.script:
            return {"body": [], "delay": self.options.delay}
        for key in (target, parts.path, "*"):
            if key in self.script:
                taken = self.taken.get(key, 0)
                self.taken[key] = taken + 1
                return self.script[key][min(taken, len(self.script[key]) - 1)]
        if self.network is None:
            return {"status": 404, "body": {"error": "Record not found"}}
        allowance = self.options.allowance
        limits = {}
        if allowance:
            left = max(allowance - len(self.requests), 0)
            limits = {"X-RateLimit-Limit": str(allowance), "X-RateLimit-Remaining": str(left),
                      "X-RateLimit-Reset": rfc3339(int(time.time()) + 240)}
            if len(self.requests) > allowance:
                return {"status": 429, "headers": limits, "body": {"error": "Too many requests"}, "delay": self.options.delay}
        status, body, headers = self.network.answer(parts.path, urllib.parse.parse_qs(parts.query), self.origin)
        return {"status": status, "body": body, "headers": headers | limits, "delay": self.options.delay}

    def expand(self, text):
        return text.replace("{origin}", self.origin).replace("{port}", self.origin.rsplit(":", 1)[-1])

    async def send(self, answer, writer):
        if answer.get("delay"):
            await asyncio.sleep(answer["delay"])
        if answer.get("close"):
            return False
        if "garbage" in answer:
            writer.write(b"\x00\xff" + os.urandom(answer["garbage"]))
            await writer.drain()
            return False
        status = answer.get("status", 302 if "redirect" in answer else 200)
        headers = {"Content-Type": "application/json"} | {k: self.expand(v) for k, v in answer.get("headers", {}).items()}
        if "redirect" in answer:
            headers["Location"] = self.expand(answer["redirect"])
        fill = answer.get("fill")
        body = answer.get("body", "")
        body = self.expand(body if isinstance(body, str) else json.dumps(body)).encode() if not fill else b""
        length = fill["bytes"] if fill else len(body)
        if answer.get("gzip"):
            body = gzip.compress(fill["text"].encode() * (fill["bytes"] // len(fill["text"])) if fill else body)
            fill, length = None, len(body)
            headers["Content-Encoding"] = "gzip"
        head = [f"HTTP/1.1 {status} {REASONS.get(status, 'Status')}", f"Content-Length: {length}"]
        head += [f"{name}: {value}" for name, value in headers.items()]
        writer.write(("\r\n".join(head) + "\r\n\r\n").encode())
        if fill:
            return await self.send_fill(fill, writer)
        return await self.send_body(answer, body, writer)

    async def send_fill(self, fill, writer):
        piece = fill["text"].encode() * (65536 // len(fill["text"]) + 1)
        left = fill["bytes"]
        while left > 0:
            writer.write(piece[:left])
            left -= len(piece[:left])
            await writer.drain()
        return True

    async def send_body(self, answer, body, writer):
        if "cut" in answer:
            writer.write(body[:answer["cut"]])
            await writer.drain()
            return False
        drip = answer.get("drip", {"bytes": len(body) or 1, "every": 0})
        for i in range(0, len(body), drip["bytes"]):
            writer.write(body[i:i + drip["bytes"]])
            await writer.drain()
            await asyncio.sleep(drip["every"])
        await writer.drain()
        return True


async def until_eof():
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    await reader.read()


async def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--script")
    parser.add_argument("--mastodon", type=int)
    parser.add_argument("--bluesky", type=int)
    parser.add_argument("--delay", type=float, default=0)
    parser.add_argument("--tls", nargs=2)
    parser.add_argument("--now", type=int)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--allowance", type=int)
    parser.add_argument("--no-batch", action="store_true")
    parser.add_argument("--until-eof", action="store_true")
    options = parser.parse_args()
    context = None
    if options.tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*options.tls)
    served = Server(options)
    server = await asyncio.start_server(served.serve, "127.0.0.1", options.port, ssl=context)
    port = server.sockets[0].getsockname()[1]
    served.origin = f"{'https' if context else 'http'}://localhost:{port}"
    print(port, flush=True)
    if options.until_eof:
        await until_eof()
    else:
        await server.serve_forever()


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        pass
