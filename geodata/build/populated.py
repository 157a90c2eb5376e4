"""Populated places of Natural Earth, a dBASE table."""

import struct

from names import clean, kept
from place import Place, alternates

CITY_POPULATION = 1000


def populated_places(cache):
    places = []
    for row in dbase(cache / "populated-places" / "ne_10m_populated_places_simple.dbf"):
        name, number = clean(row["name"]), int(float(row["geonameid"] or 0))
        if not name or len(row["iso_a2"]) != 2 or not row["iso_a2"].isalpha() or row["featurecla"] == "Historic place":
            continue
        population = max(0, int(row["pop_max"] or 0))
        place = Place(
            id=f"n:{row['iso_a2']}:{name}:{row['latitude'][:7]}", name=name, country=row["iso_a2"],
            kind="city" if population >= CITY_POPULATION else "village", lat=float(row["latitude"]),
            lon=float(row["longitude"]), source="populated-places", grain_m=5000, population=population,
            radius_km=max(1.0, 0.01 * population**0.5), geonameid=number if number > 0 else None,
        )
        others = [row["nameascii"], row["namepar"], *row["namealt"].split("|")]
        place.names = alternates(kept(others, name))
        places.append(place)
    return sorted(places, key=lambda place: place.id)


def dbase(path):
    """Rows of a dBASE III table as dictionaries of stripped text."""
    data = path.read_bytes()
    count, head, length = struct.unpack("<IHH", data[4:12])
    columns, at = [], 32
    while data[at] != 0x0D:
        columns.append((data[at : at + 11].split(b"\0")[0].decode(), data[at + 16]))
        at += 32
    for number in range(count):
        record, at, row = data[head + number * length : head + (number + 1) * length], 1, {}
        for name, width in columns:
            row[name] = text(record[at : at + width])
            at += width
        yield row


def text(field):
    try:
        return field.decode("utf-8").strip()
    except UnicodeDecodeError:
        return field.decode("latin-1").strip()
