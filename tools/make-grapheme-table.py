#!/usr/bin/python3
# SPDX-FileCopyrightText: The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes src/drafting/heed-grapheme-table.h and data/limits/emoji.txt from the Unicode Character Database.

Usage: tools/make-grapheme-table.py [FOLDER], FOLDER being what Debian's package unicode-data
installs as /usr/share/unicode. The files written are part of the tree, so that a build needs neither
that package nor this script.

The table holds one byte a code point: the Grapheme_Cluster_Break class, Extended_Pictographic and
Indic_Conjunct_Break. The last came with Unicode 15.1; for older data it is derived as UAX 44 defines
it: Linker are the viramas and Consonant the consonants (Indic_Syllabic_Category) of the six scripts
below, Extend is what extends a cluster and is neither, but for U+200C.
"""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CLASSES = ["Other", "CR", "LF", "Control", "Extend", "ZWJ", "Regional_Indicator", "Prepend", "SpacingMark",
           "L", "V", "T", "LV", "LVT"]
PICTOGRAPHIC, CONSONANT, LINKER, INCB_EXTEND = 0x10, 0x20, 0x40, 0x80
CONJUNCT_SCRIPTS = {"Bengali", "Devanagari", "Gujarati", "Malayalam", "Oriya", "Telugu"}
BLOCK = 64
LOW_END, HIGH_START, HIGH_END = 0x20000, 0xE0000, 0xE1000  # between and above, all code points are Other
HANGUL = range(0xAC00, 0xD7A4)  # LV and LVT follow from the number; the code computes them


def properties(path):
    """Yields (code point, value) of a file in the UCD's usual form."""
    for line in path.read_text(encoding="utf-8").splitlines():
        match = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)", line)
        if match:
            first, last, value = match.groups()
            for code in range(int(first, 16), int(last or first, 16) + 1):
                yield code, value


def make_values(folder):
    values = bytearray(0x110000)
    for code, name in properties(folder / "auxiliary/GraphemeBreakProperty.txt"):
        if code not in HANGUL:
            values[code] = CLASSES.index(name)
    for code, name in properties(folder / "emoji/emoji-data.txt"):
        if name == "Extended_Pictographic":
            values[code] |= PICTOGRAPHIC
    in_scripts = {code for code, name in properties(folder / "Scripts.txt") if name in CONJUNCT_SCRIPTS}
    conjunct = set()
    for code, name in properties(folder / "IndicSyllabicCategory.txt"):
        if code in in_scripts and name in ("Virama", "Consonant"):
            values[code] |= LINKER if name == "Virama" else CONSONANT
            conjunct.add(code)
    for code, value in enumerate(values):
        if value & 0x0F in (CLASSES.index("Extend"), CLASSES.index("ZWJ")) and code not in conjunct and code != 0x200C:
            values[code] |= INCB_EXTEND
    return values


def array(name, numbers):
    lines = [f"static const guint8 {name}[{len(numbers)}] = {{"]
    for start in range(0, len(numbers), 32):
        lines.append("  " + " ".join(f"{n}," for n in numbers[start:start + 32]))
    return lines + ["};"]


def write_table(values, version):
    blocks, index = {}, []
    assert not any(values[LOW_END:HIGH_START]) and not any(values[HIGH_END:])
    for start in list(range(0, LOW_END, BLOCK)) + list(range(HIGH_START, HIGH_END, BLOCK)):
        index.append(blocks.setdefault(bytes(values[start:start + BLOCK]), len(blocks)))
    assert len(blocks) <= 256
    lines = ["/* SPDX-FileCopyrightText: The Heed authors",
             " * SPDX-FileCopyrightText: 1991-2022 Unicode, Inc.",
             " * SPDX-License-Identifier: GPL-3.0-or-later AND Unicode-DFS-2016 */", "",
             f"/* Made by tools/make-grapheme-table.py from Unicode {version}. Do not edit. */", "",
             "#pragma once", "", "#include <glib.h>", "", "/* clang-format off */", "",
             "enum", "{"]
    lines += [f"  GCB_{name.upper()} = {number}," for number, name in enumerate(CLASSES)]
    lines += ["  GCB_MASK = 0x0F,", f"  IS_PICTOGRAPHIC = 0x{PICTOGRAPHIC:02X},", f"  IS_CONSONANT = 0x{CONSONANT:02X},",
              f"  IS_LINKER = 0x{LINKER:02X},", f"  IS_CONJUNCT_EXTEND = 0x{INCB_EXTEND:02X},", "};", "",
              f"#define GRAPHEME_BLOCK {BLOCK}", f"#define GRAPHEME_LOW_END 0x{LOW_END:X}",
              f"#define GRAPHEME_HIGH_START 0x{HIGH_START:X}", f"#define GRAPHEME_HIGH_END 0x{HIGH_END:X}", "",
              "/* The number of the block that holds a code point's value. */"]
    lines += array("grapheme_index", index) + ["", "/* The blocks that differ, one after the other. */"]
    lines += array("grapheme_blocks", [value for block in blocks for value in block])
    lines += ["", "/* clang-format on */", ""]
    (ROOT / "src/drafting/heed-grapheme-table.h").write_text("\n".join(lines), encoding="utf-8")


def write_emoji(folder, version):
    """The sequences that a platform shows as one emoji, qualified or not, one a line."""
    sequences = set()
    for line in (folder / "emoji/emoji-test.txt").read_text(encoding="utf-8").splitlines():
        match = re.match(r"([0-9A-F ]+);\s*(fully-qualified|minimally-qualified|unqualified|component)", line)
        if match and match.group(2) != "component":
            text = "".join(chr(int(code, 16)) for code in match.group(1).split())
            # A bare © or ® is a letter to everybody; it is an emoji only with U+FE0F.
            if text not in ("©", "®"):
                sequences.add(text)
    skin_tones = [chr(code) for code in range(0x1F3FB, 0x1F400)]
    lines = [f"# Emoji sequences of Unicode {version} (emoji-test.txt), by tools/make-grapheme-table.py.",
             "# © 1991-2022 Unicode, Inc. Unicode-DFS-2016. Checked 2026-11-22."]
    (ROOT / "data/limits/emoji.txt").write_text("\n".join(lines + sorted(sequences) + skin_tones) + "\n", encoding="utf-8")


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
    first = (folder / "auxiliary/GraphemeBreakProperty.txt").read_text(encoding="utf-8").split("\n", 1)[0]
    version = re.search(r"\d+\.\d+\.\d+", first).group(0)
    write_table(make_values(folder), version)
    write_emoji(folder, version)


main()
