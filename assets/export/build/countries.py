#!/usr/bin/env python3
"""Builds countries.tsv beside this folder from two npm packages of Unicode CLDR.

usage: countries.py CORE_TGZ LOCALENAMES_TGZ

CORE_TGZ         npm pack cldr-core@48.2.0
LOCALENAMES_TGZ  npm pack cldr-localenames-full@48.2.0

The same input gives the same bytes. Checksums and licence: assets/README.md.
"""
import json
import pathlib
import sys
import tarfile

OUT = pathlib.Path(__file__).resolve().parent.parent / "countries.tsv"
# Where CLDR's name is not the one that event tables write.
NAMES = {
    "BA": "Bosnia and Herzegovina",
    "CD": "Democratic Republic of Congo",
    "CG": "Republic of Congo",
    "CI": "Ivory Coast",
    "MM": "Myanmar",
    "PS": "Palestine",
    "TR": "Turkey",
}


def member(path, name):
    with tarfile.open(path) as tar:
        return json.load(tar.extractfile(f"package/{name}"))


def main(core, names):
    codes = member(core, "supplemental/codeMappings.json")["supplemental"]["codeMappings"]
    territories = member(names, "main/en/territories.json")["main"]["en"]
    territories = territories["localeDisplayNames"]["territories"]
    lines = ["# alpha-2, alpha-3, number (ISO 3166-1), name. Built by build/countries.py."]
    for code, other in sorted(codes.items()):
        # Codes of other standards, of parts of the world and for private use are no countries.
        number = other.get("_numeric", "")
        is_country = len(code) == 2 and code in territories and "_alpha3" in other
        if is_country and (code == "XK" or number < "900" and number) and code not in ("EU", "UN"):
            name = NAMES.get(code, territories[code]).replace("’", "'")
            lines.append("\t".join([code, other["_alpha3"], number if code != "XK" else "", name]))
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{OUT.name}: {len(lines) - 1} countries")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
