"""Joins the sources into three sorted tables for the packer.

Usage: python3 geodata/build/places.py [--cache DIR]

Run fetch.py first. Writes into the cache:
  places.tsv            id kind name country admin1 admin2 lat lon grain_m population radius_km geonameid flags source
                        names
  demonyms.tsv          word code
  borders.tsv           code code lon lat radius_km
  counts_by_source.tsv  source country read merged new dropped
An entry of `names` is `main:NAME` (as good as the one to show), `alternate:NAME`, `abbreviation:NAME`, `former:NAME` or
`metonym=CODE:NAME`, with `|` between entries. Flags: `c` capital of its country, `s` seat of a
first-level division, `q` quarter of a larger city or district around a town, `p` of the past.
"""

import argparse
import itertools
import os
import pathlib
import re
import sqlite3
import sys
import time
from collections import Counter, defaultdict

import supplement
from admin2 import SecondDivisions
from airports import airports
from borders import borders
from cities import cities, respell
from countries import add_foreign_names, countries, demonyms, typed_countries
from divisions import Divisions
from merge import Index, flat_km
from place import COLUMNS, SETTLEMENTS
from names import skeleton
from populated import populated_places
from postal import postal_places
from typed import typed_rows
from villages import villages

HERE = pathlib.Path(__file__).resolve().parent
GEODATA = HERE.parent
CACHE = GEODATA.parent / "target" / "geodata-cache"
# Points of Natural Earth are coarse.
POPULATED_PLACE_KM = 15.0
# Within the built-up area of a city of this size, a place of the post is a quarter of it.
LARGE_CITY = 50_000
# Countries whose villages are shown under the name that the post has for them.
RENAMED = ("UA", "BY")
# As far apart, names with the same consonants are two forms of one.
OLDER_FORM_KM = 3.0
CAMP = re.compile(r"\b(refugees?|idp|displaced persons)\b.*\bcamp\b|\bcamp$", re.IGNORECASE)
BASE = re.compile(r"\b(air|air force|army|naval|military|marine) base$|\bair (force )?station$|\bairbase$|\bbarracks$", re.IGNORECASE)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cache", type=pathlib.Path, default=CACHE, help="where fetch.py put the sources")
    cache = parser.parse_args().cache
    step("divisions")
    counts = defaultdict(Counter)
    typed = typed_countries()
    atlas = sqlite3.connect(f"file:{cache / 'pyworldatlas' / 'atlas.sqlite3'}?mode=ro", uri=True)
    capitals = {number for (number,) in atlas.execute("select geonames_id from capital where geonames_id is not null")}
    states, foreign_names = countries(cache, typed, atlas)
    first = Divisions(cache)
    second = SecondDivisions(cache, first)
    count_new(counts, [*states, *first.places, *second.places])

    step("settlements")
    known, codes = cities(cache, capitals)
    first.assign(known, codes)
    count_new(counts, known)
    unseen = respell([*first.places, *known], list(typed_rows("spellings.tsv")))
    add_foreign_names(foreign_names, [*states, *first.places, *known])
    ours = [*supplement.rows(HERE / "villages.tsv", "r"), *supplement.rows(GEODATA / "supplement.tsv", "s")]
    index = Index(known)
    typed_settlements = supplement.add_settlements([p for p in ours if p.kind in SETTLEMENTS], index)
    known += typed_settlements
    known += merge_populated(populated_places(cache), index, known, first, counts)
    step("villages")
    known += merge_villages(villages(cache, counts), index, first, counts, {state.country for state in states})
    step("postal places")
    known += merge_postal(postal_places(cache), index, known, first, counts)
    for row in respell(known, unseen):
        print(f"places.py: spellings.tsv: no {row['what']} {row['known']} in {row['code']}", file=sys.stderr)
    for place in known:
        place.kind = kind_by_name(place)

    step("airports and places of ours")
    fields = on_land_of_their_own(airports(cache), first, counts)
    for place in fields:
        counts[place.source, place.country]["new"] += 1
    others = supplement.add_others([p for p in ours if p.kind not in SETTLEMENTS], [*states, *first.places, *fields])
    first.assign([p for p in [*typed_settlements, *others] if supplement.in_one_division(p)])
    count_new(counts, [*typed_settlements, *others])
    step("second-level divisions of all")
    second.assign([p for p in [*known, *fields, *others] if supplement.in_one_division(p)])
    second.mark_namesakes(known)

    step("writing")
    places = sorted([*states, *first.places, *second.places, *known, *fields, *others], key=lambda place: place.id)
    check(places)
    write(cache / "demonyms.tsv", ["word", "code"], demonyms(atlas, typed))
    write(cache / "borders.tsv", ["code", "code", "lon", "lat", "radius_km"], borders(cache))
    write(cache / "counts_by_source.tsv", "source country read merged new dropped".split(), count_rows(counts))
    write(cache / "places.tsv", COLUMNS, (place.fields() for place in places))
    report(places, counts)


def merge_populated(places, index, known, first, counts):
    """New ones among Natural Earth's places; the others lend their names to the place they are."""
    by_number = {place.geonameid: place for place in known if place.geonameid}
    new = []
    for place in on_land_of_their_own(places, first, counts):
        twin = by_number.get(place.geonameid) or index.twin(
            place.country, place.lat, place.lon, place.all_names(), POPULATED_PLACE_KM
        )
        merge_or_add(place, twin, index, new, counts)
    return new


def merge_villages(places, index, first, counts, countries):
    new = []
    for place in on_land_of_their_own(places, first, counts, read=False):
        if place.country not in countries:
            counts[place.source, place.country]["dropped"] += 1
            continue
        twin = index.twin(place.country, place.lat, place.lon, place.all_names())
        merge_or_add(place, twin, index, new, counts)
    return new


def merge_postal(rows, index, known, first, counts):
    """The post's places; where its script is Cyrillic, its name is shown instead of the village's older one."""
    code_of = {place.id: code for code, number in first.by_geonames.items() for place in [first.places[number]]}
    codes = {id(place): code for place, code in rows}
    kept = on_land_of_their_own([place for place, _ in rows], first, counts)
    # Old villages under the Russian form of their name.
    older_forms = Index((p for p in known if p.source == "villages" and p.country in RENAMED), key=skeleton)
    cells = by_cell(place for place in known if place.population >= LARGE_CITY)
    new, numbers = [], Counter()
    for place in kept:
        names = list(place.all_names())
        wrong_division = place.country == "UA" and code_of.get(place.admin1) != codes[id(place)]
        estimated = place.grain_m == 5000
        if wrong_division or estimated and index.named(place.country, names):
            counts[place.source, place.country]["dropped"] += 1
            continue
        place.id = f"u:{place.country}:{round((place.lat + 90) * 10_000):07}:{round((place.lon + 180) * 10_000):07}"
        numbers[place.id] += 1
        place.id += f":{numbers[place.id]}"
        twin = index.twin(place.country, place.lat, place.lon, names)
        if not twin and place.country in RENAMED and not estimated:
            twin = older_forms.twin(place.country, place.lat, place.lon, names[:1], OLDER_FORM_KM)
        if twin and twin.source == "villages" and place.country in RENAMED:
            index.add_names(twin, names)
            twin.name, older = place.name, twin.name
            twin.names = [pair for pair in twin.names if pair[1] != place.name]
            twin.learn([*place.names, ("alternate", older)])
            counts[place.source, place.country]["merged"] += 1
            continue
        if not twin and inside_large(place, cells):
            place.flags += "q"
        merge_or_add(place, twin, index, new, counts)
    return new


def by_cell(places):
    """Places by whole degree."""
    cells = defaultdict(list)
    for place in places:
        cells[int(place.lat // 1), int(place.lon // 1)].append(place)
    return cells


def inside_large(place, cells):
    row, column = int(place.lat // 1), int(place.lon // 1)
    around = itertools.product((row - 1, row, row + 1), (column - 1, column, column + 1))
    return any(
        flat_km(place.lat, place.lon, city.lat, city.lon) <= city.radius_km
        for cell in around
        for city in cells.get(cell, ())
        if city.country == place.country
    )


def merge_or_add(place, twin, index, new, counts):
    if twin:
        twin.learn([("alternate", place.name), *place.names])
        index.add_names(twin, place.all_names())
        counts[place.source, place.country]["merged"] += 1
    else:
        new.append(place)
        index.add(place)
        counts[place.source, place.country]["new"] += 1


def on_land_of_their_own(places, first, counts, read=True):
    """Gives each its division; leaves out those at 0, 0 and those far from their country."""
    if read:
        for place in places:
            counts[place.source, place.country]["read"] += 1
    astray = {id(place) for place in first.assign(places)}
    astray |= {id(place) for place in places if abs(place.lat) < 0.01 and abs(place.lon) < 0.01}
    for place in places:
        if id(place) in astray:
            counts[place.source, place.country]["dropped"] += 1
    return [place for place in places if id(place) not in astray]


def kind_by_name(place):
    """Camps and bases are listed among the settlements; their names tell."""
    if place.kind == "village" and CAMP.search(place.name):
        return "camp"
    if place.kind == "village" and BASE.search(place.name):
        return "base"
    return place.kind


def check(places):
    """Stops at what the packer could not use."""
    ids = Counter(place.id for place in places)
    twice = [id for id, number in ids.items() if number > 1]
    if twice:
        sys.exit(f"places.py: ids given twice: {', '.join(sorted(twice)[:5])}")
    nameless = [place.id for place in places if not place.name or "\t" in place.name]
    if nameless:
        sys.exit(f"places.py: rows without a name: {', '.join(nameless[:5])}")


def count_new(counts, places):
    for place in places:
        counts[place.source, place.country or ""].update(read=1, new=1)


def count_rows(counts):
    for (source, country), row in sorted(counts.items(), key=lambda item: (item[0][0], item[0][1] or "")):
        yield [source, country, row["read"], row["merged"], row["new"], row["dropped"]]


def report(places, counts):
    for source in sorted({source for source, _ in counts}):
        total = sum((row for (name, _), row in counts.items() if name == source), Counter())
        print(f"{source:20} " + " ".join(f"{what} {total[what]:>9,}" for what in ("read", "merged", "new", "dropped")))
    names = sum(1 + len(place.names) for place in places)
    print(f"{len(places):,} places, {names:,} names")


STARTED = time.monotonic()


def step(name):
    print(f"{time.monotonic() - STARTED:6.0f} s  {name}", file=sys.stderr)


def write(path, columns, rows):
    """Writes the table under another name first, so that a reader never sees half of it."""
    scratch = path.with_suffix(".new")
    with open(scratch, "w", encoding="utf-8", newline="\n") as table:
        for row in [columns, *rows] if isinstance(rows, list) else itertools.chain([columns], rows):
            table.write("\t".join(map(str, row)) + "\n")
    os.replace(scratch, path)


if __name__ == "__main__":
    main()
