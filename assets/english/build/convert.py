#!/usr/bin/env python3
"""Writes english.bin beside this folder from the files of spaCy's en_core_web_md.

usage: convert.py MODEL_FOLDER [OUTPUT]

MODEL_FOLDER  the folder en_core_web_md-3.8.0 out of the wheel; build.sh fetches it

The same model gives the same bytes. Needs the packages of requirements.txt.
"""
import pathlib
import sys

import container
import tables
import truecase
import weights

PARTS = [tables, truecase, weights]
MOST_BYTES = 25_000_000


def main(model_dir, output):
    sections = {}
    for part in PARTS:
        sections |= part.sections(model_dir)
    data = container.pack(sections)
    assert len(data) <= MOST_BYTES, f"{len(data)} bytes are too many"
    output.write_bytes(data)
    for name, section in sorted(sections.items()):
        print(f"{len(section):>9} {name}")
    print(f"{len(data):>9} in all, {output.name}")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    default = pathlib.Path(__file__).resolve().parent.parent / "english.bin"
    main(sys.argv[1], pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else default)
