"""Places of our own: rows of supplement.tsv and villages.tsv."""

import csv
import hashlib
import sys

from borders import km
from names import clean, fold
from place import SETTLEMENTS, Place
from typed import tagged_name

# A row within this distance of a settlement of its name is that settlement.
SAME_PLACE_KM = 12.0
# Wider places lie in no single division.
WIDE_KM = 60.0
# How exact a point is by how far its place reaches: up to so many kilometres, so many metres.
GRAIN = [(1.0, 500), (5.0, 1000)]
COARSE_M = 5000


def rows(path, prefix):
    """The places of a table; an id is made of kind, country and name, so that new rows change no other's."""
    if not path.is_file():
        sys.exit(f"places.py: there is no {path}")
    places, seen = [], set()
    with open(path, encoding="utf-8", newline="") as table:
        for number, row in enumerate(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE), start=2):
            try:
                place = place_of(row, prefix)
            except (ValueError, TypeError, KeyError) as error:
                sys.exit(f"places.py: {path} line {number}: {error}")
            if place.id in seen:
                sys.exit(f"places.py: {path} line {number}: {place.name} is there twice")
            seen.add(place.id)
            places.append(place)
    return places


def place_of(row, prefix):
    country, stands_for = row["country"] or None, row["stands_for"] or None
    names = [tagged_name(alias, stands_for) for alias in row["aliases"].split("|") if alias.strip()]
    name, radius_km = clean(row["name"]), float(row["radius_km"])
    if stands_for:
        # All its names speak for the government: "Kremlin", "the Kremlin".
        names = [(f"metonym={stands_for}", alias) for alias in [name, *(alias for _, alias in names)]]
    identity = "\t".join([row["kind"], row["country"], name])
    return Place(
        id=f"{prefix}:{hashlib.sha256(identity.encode()).hexdigest()[:12]}", kind=row["kind"], name=name,
        country=country, lat=float(row["lat"]), lon=float(row["lon"]), source="typed",
        grain_m=next((grain for reach, grain in GRAIN if radius_km <= reach), COARSE_M),
        population=int(row["population"] or 0), radius_km=radius_km, names=names,
    )


def add_settlements(ours, index):
    """Adds villages and towns of ours to the index; those known already only lend their names."""
    added = []
    for place in ours:
        point = (place.country, place.lat, place.lon)
        twin = index.twin(*point, [place.name], SAME_PLACE_KM) or index.twin(*point, place.all_names(), SAME_PLACE_KM)
        if twin:
            lend(place, twin)
            index.add_names(twin, place.all_names())
        else:
            added.append(place)
            index.add(place)
    return added


def add_others(ours, known):
    """Those of our other places that are not one of the `known` countries, divisions and airports."""
    by_name = {}
    for place in known:
        for name in place.all_names():
            by_name.setdefault(fold(name), []).append(place)
    added = []
    for place in ours:
        named = [other for name in place.all_names() for other in by_name.get(fold(name), [])]
        twin = next((other for other in named if same(place, other)), None)
        if twin:
            lend(place, twin)
        else:
            added.append(place)
    return added


def lend(place, twin):
    """Our names before those of a package: what we type about a name (former, metonym) counts."""
    names = list(place.names)
    if fold(place.name) != fold(twin.name) and not any(use.startswith("metonym") for use, _ in names):
        names.insert(0, ("main", place.name))
    ours = {fold(name) for _, name in names} | {fold(twin.name)}
    names = [pair for pair in names if fold(pair[1]) != fold(twin.name) or pair[0] not in ("main", "alternate")]
    twin.names = names + [pair for pair in twin.names if fold(pair[1]) not in ours]


FIELDS = ("airport", "base")


def same(place, other):
    if place.kind == "country":
        return other.kind == "country" and place.country == other.country
    if place.country != other.country or place.kind in SETTLEMENTS:
        return False
    if place.kind in FIELDS:
        return other.kind in FIELDS and km((place.lon, place.lat), (other.lon, other.lat)) <= SAME_PLACE_KM
    # A region such as the Gaza Strip may be one of the divisions already.
    return place.kind in ("admin1", "region") and other.kind == "admin1" and fold(place.name) == fold(other.name)


def in_one_division(place):
    return place.country and place.kind not in ("country", "admin1") and place.radius_km < WIDE_KM
