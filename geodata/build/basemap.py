"""Packs the base map: python3 geodata/build/basemap.py

First `python3 geodata/build/fetch.py --for basemap`, and
`pip install -r geodata/build/basemap-requirements.txt`. Makes three files, whose layout is
described in ../README.md and read by src/basemap: basemap.bin, relief.bin, and
lakes-odbl.bin, which alone holds data under the ODbL. The same sources give the same bytes.

All boundaries come from one coverage, the first-level divisions of Natural Earth:
an edge with one owner is coast, one between two countries a border, one inside a
country a division line. So lines meet exactly and none is drawn twice.
"""

import argparse
from pathlib import Path

from basemap_areas import areas
from basemap_districts import district_lines
from basemap_labels import labels
from basemap_lakes import lake_levels
from basemap_levels import RULES, land, levels
from basemap_names import translations
from basemap_pack import pack, pack_lakes
from basemap_relief import relief
from basemap_sources import Sources
from basemap_topology import Topology

HERE = Path(__file__).resolve().parent
FILES = ["basemap", "lakes-odbl", "relief"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    cache = HERE.parent.parent / "target" / "geodata-cache"
    parser.add_argument("files", nargs="*", metavar="FILE", help=f"which of {', '.join(FILES)} (default: all)")
    parser.add_argument("--cache", type=Path, default=cache, help="where fetch.py puts files (default: %(default)s)")
    parser.add_argument("--out", type=Path, default=HERE.parent, help="folder of the files (default: %(default)s)")
    options = parser.parse_args()

    sources = Sources(options.cache)
    make = {"basemap": base_map, "lakes-odbl": lambda s: pack_lakes(lake_levels(s)), "relief": shaded_relief}
    if unknown := set(options.files) - set(FILES):
        parser.error(f"no such file: {', '.join(sorted(unknown))}")
    for name in options.files or FILES:
        path = options.out / f"{name}.bin"
        data = make[name](sources)
        path.write_bytes(data)
        print(f"{path}: {len(data):,} bytes")


def base_map(sources):
    units = sources.units()
    topology = Topology(units)
    drawn = levels(topology, sources, district_lines(sources.districts(), topology))
    texts = labels(topology, sources, units)
    return pack(drawn, texts, translations(texts, sources), areas(topology, units))


def shaded_relief(sources):
    topology = Topology(sources.units())
    return relief(sources, land(topology, topology.arcs, RULES[-1]))


if __name__ == "__main__":
    main()
