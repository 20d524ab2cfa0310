#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file with text for people stands in po/POTFILES.in, and nothing else does."""
import re
import subprocess
import sys
from pathlib import Path

MARKED = re.compile(r'\b(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext)\s*\(\s*(?:"|\w+,\s*")|translatable="yes"')


def main():
    names = subprocess.run(["git", "ls-files", "src", "data"], capture_output=True, text=True, check=True).stdout.split()
    marked = {name for name in names
              if name.endswith((".c", ".ui", ".desktop.in", ".metainfo.xml.in", ".gschema.xml"))
              and (name.endswith((".desktop.in", ".metainfo.xml.in")) or MARKED.search(Path(name).read_text()))}
    listed = {line.strip() for line in Path("po/POTFILES.in").read_text().splitlines() if line.strip() and not line.startswith("#")}
    for name in sorted(marked - listed):
        print(f"po/POTFILES.in lacks {name}")
    for name in sorted(listed - marked):
        print(f"po/POTFILES.in names {name}, which has no text to translate")
    return 1 if marked != listed else 0


if __name__ == "__main__":
    sys.exit(main())
