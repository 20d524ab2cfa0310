#!/usr/bin/python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes data/limits/tlds.txt, the names that end a host name.

Usage: tools/make-tld-list.py [FILE], FILE being the public suffix list as Debian's package
publicsuffix installs it. Each top-level domain of the root zone stands in its ICANN section.
"""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def main():
    path = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/publicsuffix/public_suffix_list.dat")
    text = path.read_text(encoding="utf-8")
    section = text.split("===BEGIN ICANN DOMAINS===")[1].split("===END ICANN DOMAINS===")[0]
    rules = [line.strip() for line in section.splitlines()]
    names = {rule.rsplit(".", 1)[-1].lstrip("!") for rule in rules if rule and not rule.startswith("//")}
    lines = ["# Top-level domains, from the public suffix list of 2023-02-09 (publicsuffix.org), by tools/make-tld-list.py.",
             "# Checked 2026-11-22."] + sorted(names)
    (ROOT / "data/limits/tlds.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


main()
