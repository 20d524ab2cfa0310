#!/usr/bin/python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""heedctl count and heedctl draft as a person calls them: what is printed, on which stream, with which status."""

import json
import os
import subprocess
import tempfile
import traceback

HEEDCTL = os.environ["HEEDCTL"]
SHEETS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "data", "facts")
SHEET = os.path.join(SHEETS, "parcel-stuck.json")


def heedctl(*args, given=b""):
    env = dict(os.environ, HEED_NOW="2026-11-20T12:00:00Z", LC_ALL="C.UTF-8", TZ="UTC")
    done = subprocess.run([HEEDCTL, *args], input=given, capture_output=True, env=env, timeout=120, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_count():
    texts = ["hello http://example.com", "", "👨‍👩‍👧‍👧", "x" * 281, "line\nbreak \"quoted\""]
    given = "".join(json.dumps(text) + "\n" for text in texts)
    status, out, err = heedctl("count", "--network", "x", given=given.encode())
    counts = [json.loads(line) for line in out.splitlines()]
    assert (status, err) == (0, "")
    assert [count["length"] for count in counts] == [29, 0, 2, 281, 19]
    assert [count["valid"] for count in counts] == [True, False, True, False, True]
    assert all(count["limit"] == 280 and count["remaining"] == 280 - count["length"] for count in counts)


def test_count_names_bad_lines():
    given = b'"a"\n12\n\n"\\ud83d"\n"b"\n\xff\n"c"'
    status, out, err = heedctl("count", "--network", "bluesky", given=given)
    assert status == 1
    assert [json.loads(line)["length"] for line in out.splitlines()] == [1, 1, 1]
    assert [f"Line {number}:" in err for number in range(1, 8)] == [False, True, False, True, False, True, False]


def test_count_usage():
    for args in (["count"], ["count", "--network", "myspace"], ["count", "--network", "x", "more"], ["count", "--wrong"]):
        status, out, err = heedctl(*args)
        assert (status, out) == (2, ""), args
        assert len(err.splitlines()) == 1, args


def test_count_on_a_server():
    given = json.dumps("see https://example.com/a/long/path").encode()
    status, out, err = heedctl("count", "--network", "mastodon", "--max-characters", "20", "--characters-per-url", "10",
                               "--content-warning", "late", given=given)
    assert (status, err) == (0, "")
    assert json.loads(out) == {"length": 18, "limit": 20, "remaining": 2, "valid": True, "parts": 1}
    assert heedctl("count", "--network", "mastodon", "--max-characters", "-1")[0] == 2


def test_draft_on_a_server():
    usual = json.loads(heedctl("draft", "--facts", SHEET, "--to", "public", "--network", "mastodon", "--json")[1])
    small = json.loads(heedctl("draft", "--facts", SHEET, "--to", "public", "--network", "mastodon", "--json",
                               "--limit", "130")[1])
    assert usual["length"] > 130 >= small["length"] and small["limit"] == 130
    status, out, err = heedctl("draft", "--facts", SHEET, "--to", "public", "--network", "mastodon", "--limit", "20")
    assert (status, out) == (1, "") and len(err.splitlines()) == 1


def test_check():
    texts = ["@swiftparcels Where is it? C-4711", "@swiftparcels Where is my stupid parcel? C-4711", "Card 4111\u200b1111 1111 1111"]
    given = "".join(json.dumps(text) + "\n" for text in texts) + "12\n"
    status, out, err = heedctl("draft", "--facts", SHEET, "--to", "public", "--network", "x", "--check", given=given.encode())
    lines = [json.loads(line)["warnings"] for line in out.splitlines()]
    assert status == 1 and "Line 4:" in err
    assert lines[0] == []
    assert [(one["kind"], one["start"], one["end"], one["repair"], one["saved"]) for one in lines[1]] == [("unkind", 26, 33, "", 7)]
    assert ("private", 5, 24) in [(one["kind"], one["start"], one["end"]) for one in lines[2]]
    assert heedctl("draft", "--facts", "-", "--to", "public", "--network", "x", "--check")[0] == 2


def test_draft_json():
    status, out, err = heedctl("draft", "--facts", SHEET, "--to", "public", "--network", "x", "--json")
    draft = json.loads(out)
    assert (status, err) == (0, "")
    assert set(draft) >= {"text", "parts", "length", "limit", "channel", "network", "dropped", "warnings", "link", "subject"}
    assert draft["fields"] is None
    assert draft["parts"] == [draft["text"]] and draft["limit"] == 280 and draft["length"] <= 280
    assert draft["text"].startswith("@swiftparcels ")
    assert draft["channel"] == "public" and draft["network"] == "x" and draft["subject"] is None
    assert draft["link"].startswith("https://x.com/intent/tweet?text=%40swiftparcels%20")
    counted = heedctl("count", "--network", "x", given=json.dumps(draft["text"]).encode())[1]
    assert json.loads(counted)["length"] == draft["length"]


def test_draft_text_and_standard_input():
    with open(SHEET, "rb") as file:
        given = file.read()
    status, out, _ = heedctl("draft", "--facts", "-", "--to", "email", "--tone", "firm", given=given)
    lines = out.splitlines()
    assert status == 0
    assert lines[0] == "Follow-up, Case C-4711: Deliver the parcel or refund 89.90 EUR" and lines[1] == ""
    assert lines[2] == "Dear Swift Parcels team,"


def test_draft_language():
    """A tag of a region is its language; what there is not is named as it was written, with all that there is."""
    drafts = {tag: heedctl("draft", "--facts", SHEET, "--to", "email", "--language", tag) for tag in ("de", "de-AT", "DE_ch", "de-Latn-CH")}
    assert len(set(drafts.values())) == 1 and drafts["de"][0] == 0 and "Hallo" in drafts["de"][1]
    for tag in ("pt-BR", "deu", "d", ""):
        status, out, err = heedctl("draft", "--facts", SHEET, "--to", "email", "--language", tag)
        assert (status, out) == (2, "") and len(err.splitlines()) == 1, tag
        assert f"“{tag}”" in err and "de, en, es, fi, fr, he, id, pl" in err, err
    with open(SHEET, encoding="utf-8") as file:
        sheet = dict(json.load(file), language="de-AT")
    assert "geehrte" in heedctl("draft", "--facts", "-", "--to", "letter", "--tone", "firm", given=json.dumps(sheet).encode())[1]


def test_draft_says_what_is_left_out():
    """In words, each fact once, and beside the message; JSON has the names."""
    args = ("draft", "--facts", SHEET, "--to", "public", "--network", "x", "--limit", "120")
    status, out, err = heedctl(*args)
    dropped = json.loads(heedctl(*args, "--json")[1])["dropped"]
    said = [line for line in err.splitlines() if line.startswith("heedctl: Left out, to keep it short: ")]
    assert status == 0 and "promise" in dropped and len(said) == 1, (dropped, err)
    assert "A promise they did not keep" in said[0] and said[0].count(";") == len(set(dropped)) - 1
    assert json.loads(heedctl(*args, "--json")[1])["story_cut"] is True and "Of what happened only the beginning" in err
    assert "Left out" not in heedctl("draft", "--facts", SHEET, "--to", "email")[2]
    assert json.loads(heedctl("draft", "--facts", SHEET, "--to", "email", "--json")[1])["story_cut"] is False


def test_draft_form():
    """Each field by itself, as JSON and for people; the message within the limit of the form."""
    status, out, err = heedctl("draft", "--facts", SHEET, "--to", "form", "--limit", "300", "--json")
    draft = json.loads(out)
    fields = {field["name"]: field["value"] for field in draft["fields"]}
    assert (status, err) == (0, "")
    assert draft["fields"][-1] == {"name": "message", "label": "Message", "value": draft["text"]}
    assert fields["reference"] == "C-4711" and fields["subject"] == draft["subject"]
    assert draft["length"] == len(draft["text"]) <= draft["limit"] == 300
    out = heedctl("draft", "--facts", SHEET, "--to", "form")[1]
    assert "Reference:\nC-4711\n" in out and "\nMessage:\n" in out


def test_draft_thread():
    """Several posts, each with mention, reference and number, each within the limit; the link opens the first."""
    with open(SHEET, encoding="utf-8") as file:
        facts = json.load(file)
    facts["what_happened"] = " ".join(f"On day {day} the page showed the same line once more." for day in range(1, 12))
    args = ("draft", "--facts", "-", "--to", "public", "--network", "x", "--thread", "--json")
    status, out, err = heedctl(*args, given=json.dumps(facts).encode())
    draft = json.loads(out)
    count = len(draft["parts"])
    assert (status, err) == (0, "") and count > 2 and draft["dropped"] == []
    for number, part in enumerate(draft["parts"], 1):
        assert part.startswith("@swiftparcels ") and part.endswith(f"Case C-4711. ({number}/{count})"), part
        counted = json.loads(heedctl("count", "--network", "x", given=json.dumps(part).encode())[1])
        assert counted["valid"] and counted["length"] <= draft["length"]
    assert draft["text"] == "\n\n".join(draft["parts"])
    assert draft["link"].startswith("https://x.com/intent/tweet?text=%40swiftparcels%20")


def test_draft_answer():
    """The reply as text, as a file and in the sheet: the same answer, with marks for what the sheet lacks."""
    reply = "Sorry about that! Please send us your order number and your postcode by DM. ^Ann"
    with open(SHEET, encoding="utf-8") as file:
        facts = json.load(file)
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.write(reply)
        file.flush()
        texts = [heedctl("draft", "--facts", SHEET, "--to", "dm", "--answer-to", given) for given in (reply, file.name)]
    texts.append(heedctl("draft", "--facts", "-", "--to", "dm", given=json.dumps({**facts, "reply": reply}).encode()))
    asked = {**facts, "asked": ["postcode", "order"], "asked_by": "Ann"}
    texts.append(heedctl("draft", "--facts", "-", "--to", "dm", given=json.dumps(asked).encode()))
    assert [status for status, _, _ in texts] == [0] * 4
    assert len({out for _, out, _ in texts}) == 1
    assert texts[0][1].startswith("Hello Ann,\n") and "Postcode: " in texts[0][1]
    assert "My parcel" not in texts[0][1]


def test_draft_everywhere():
    """Every sheet by every way: done or refused in one sentence, nothing private in public."""
    for name in sorted(os.listdir(SHEETS)):
        with open(os.path.join(SHEETS, name), encoding="utf-8") as file:
            facts = json.load(file)
        private = [r["value"] for r in facts["references"] if r["private"]] + list(facts["me"].values())
        for network in ("x", "mastodon", "bluesky", "threads"):
            status, out, err = heedctl("draft", "--facts", os.path.join(SHEETS, name), "--to", "public", "--network", network,
                                       "--json")
            if network not in facts["company"]["handles"]:
                assert status == 1 and len(err.splitlines()) == 1
                continue
            assert status == 0, (name, network, err)
            draft = json.loads(out)
            assert draft["length"] <= draft["limit"]
            assert not [value for value in private if value in draft["text"]], (name, network)


def test_draft_refuses():
    short = {"company": {"name": "A", "handles": {"x": "a"}}, "what_happened": "b", "want": "w" * 300}
    cases = [
        (["--facts", "-", "--to", "public", "--network", "x"], short, 1),
        (["--facts", "-", "--to", "public", "--network", "bluesky"], short, 1),
        (["--facts", "-", "--to", "dm"], {"company": {"name": "A"}}, 1),
        (["--facts", "/nowhere/facts.json", "--to", "dm"], {}, 1),
        (["--facts", "-", "--to", "fax"], short, 2),
        (["--facts", "-", "--to", "public"], short, 2),
        (["--facts", "-", "--to", "public", "--network", "sms"], short, 2),
        (["--facts", "-", "--to", "dm", "--language", "xx"], short, 2),
        (["--facts", "-", "--to", "dm", "--tone", "rude"], short, 2),
        (["--facts", "-", "--to", "dm", "--thread"], short, 2),
        (["--facts", "-", "--to", "dm", "--limit", "-5"], short, 2),
        (["--facts", "-", "--to", "dm", "--limit", "many"], short, 2),
        (["--facts", "-", "--to", "dm", "--limit", "20"], short, 1),
        (["--facts", "-", "--to", "letter", "--answer-to", "Your order number, please?"], short, 2),
        (["--facts", "-", "--to", "dm", "--answer-to", "Thank you!"], short, 1),
        (["--facts", "-"], short, 2),
        (["--to", "dm"], short, 2),
    ]
    for args, facts, expected in cases:
        status, out, err = heedctl("draft", *args, given=json.dumps(facts).encode())
        assert (status, out) == (expected, ""), (args, status, err)
        assert err.startswith("heedctl: ") and len(err.splitlines()) == 1, (args, err)


def test_draft_noise():
    """Control characters in every field: what is printed is JSON, and the message has none of them."""
    noise = "".join(chr(code) for code in list(range(1, 0x20)) + [0x7F, 0x80, 0x9F, 0x202E, 0xFEFF, 0xFFFE, 0x10FFFF])
    facts = {"company": {"name": "A" + noise, "handles": {"x": "a"}}, "me": {"name": noise + "N"}, "what_happened": f"a{noise}b",
             "want": f"c{noise}d", "references": [{"kind": "case" + noise, "value": noise + "1", "private": False},
                                                  {"kind": "case", "value": noise, "private": False}],
             "promises": [{"text": noise + "t", "due": "2026-01-01", "kept": False}]}
    for to in (["public", "--network", "x"], ["reply", "--network", "x"], ["dm"], ["email"], ["letter"], ["form"], ["chat"],
               ["phone"]):
        status, out, err = heedctl("draft", "--facts", "-", "--json", "--to", *to, given=json.dumps(facts).encode())
        assert status == 0, err
        text = json.loads(out)["text"]
        assert not [c for c in text if c in noise and c not in "\n"], (to, text)


def main():
    tests = [value for name, value in globals().items() if name.startswith("test_")]
    print(f"1..{len(tests)}")
    failed = 0
    for number, test in enumerate(tests, 1):
        try:
            test()
            print(f"ok {number} - {test.__name__}")
        except Exception:
            failed += 1
            print("".join(f"# {line}\n" for line in traceback.format_exc().splitlines()), end="")
            print(f"not ok {number} - {test.__name__}")
    raise SystemExit(1 if failed else 0)


main()
