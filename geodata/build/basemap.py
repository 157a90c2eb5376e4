"""Packs the base map: python3 geodata/build/basemap.py

First `python3 geodata/build/fetch.py --for basemap`, and
`pip install -r geodata/build/basemap-requirements.txt`. The layout of the file is
described in ../README.md and read by src/basemap. The same sources give the same bytes.

All boundaries come from one coverage, the first-level divisions of Natural Earth:
an edge with one owner is coast, one between two countries a border, one inside a
country a division line. So lines meet exactly and none is drawn twice.
"""

import argparse
from pathlib import Path

from basemap_labels import labels
from basemap_pack import pack
from basemap_sources import Sources
from basemap_topology import Topology
from basemap_areas import areas
from basemap_levels import levels


HERE = Path(__file__).resolve().parent


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    cache = HERE.parent.parent / "target" / "geodata-cache"
    parser.add_argument("--cache", type=Path, default=cache, help="where fetch.py puts files (default: %(default)s)")
    parser.add_argument("--out", type=Path, default=HERE.parent / "basemap.bin", help="(default: %(default)s)")
    options = parser.parse_args()

    sources = Sources(options.cache)
    units = sources.units()
    topology = Topology(units)
    drawn = levels(topology, sources)
    named = areas(topology, units)
    texts = labels(topology, sources, units)
    data = pack(drawn, texts, named)
    options.out.write_bytes(data)
    print(f"{options.out}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
