#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The arrows of the house: who may include whom, and what the core links.

The build already makes an upward include impossible; this reads the includes
once more from the sources, so that a wrong line in a meson.build is found
too. Usage: check-layers.py BUILD_FOLDER
"""
import re
import subprocess
import sys
from pathlib import Path

ALLOWED = {
    "model": set(),
    "insight": {"model"},
    "advice": {"model", "insight"},
    "drafting": {"model"},
    "storage": {"model"},
    "transport": {"model"},
    "networks": {"model", "transport"},
    "trust": {"model", "transport"},
    "desktop": {"model"},
    "pictures": {"model"},
    "jobs": {"model", "insight", "advice", "drafting", "storage", "transport", "networks", "trust"},
}
CORE = set(ALLOWED) - {"desktop"}
TOOLKIT = re.compile(r'#include\s*[<"](gtk/|gdk/|adwaita|libadwaita)')


def layer_of(path):
    return path.relative_to("src").parts[0]


def main():
    home = {path.name: layer_of(path) for path in Path("src").rglob("*.h")}
    wrong = []
    for path in [*Path("src").rglob("*.c"), *Path("src").rglob("*.h")]:
        layer = layer_of(path)
        if layer not in ALLOWED:
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            include = re.match(r'#include\s*"([^"]+)"', line)
            target = home.get(include.group(1)) if include else None
            if target and target != layer and target not in ALLOWED[layer]:
                wrong.append(f"{path}:{number}: {layer} may not see {target}")
            if layer in CORE and TOOLKIT.match(line):
                wrong.append(f"{path}:{number}: the core links no GTK")

    linked = subprocess.run(["readelf", "-d", f"{sys.argv[1]}/src/heedctl"], capture_output=True, text=True, check=True).stdout
    wrong += [f"heedctl links {name}" for name in re.findall(r"\[(lib(?:gtk|gdk|adwaita)[^\]]*)\]", linked)]
    for entry in ("src/main.c", "src/heedctl.c"):
        lines = len(Path(entry).read_text().splitlines()) if Path(entry).exists() else 0
        if lines > 60:
            wrong.append(f"{entry}: an entry has at most 60 lines, this has {lines}")

    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
