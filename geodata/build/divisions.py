"""First-level divisions: their names, and which of them a point lies in."""

import json
import math
from collections import defaultdict

from names import clean, fold, kept

# Natural Earth draws these with Russia; GeoNames, whose cities lie in them, with Ukraine.
COUNTRY = {"UA-43": "UA", "UA-40": "UA"}
# Names that are wrong in Natural Earth, by its own code: Lachin bears the name of Lankaran.
NAMES = {"AZE-1735": "Lachin", "AZE-5562": "Lankaran City", "AZE-5564": "Shaki City", "AZE-5565": "Shusha City"}
# What news calls a division whose type, in English or of its own language, has this word in it.
ALSO_CALLED = {
    "Governorate": ["Governorate", "Province"],
    "Muhafazah": ["Governorate", "Province"],
    "Oblast": ["Oblast", "Region", "Province"],
    "Oblasy": ["Oblast", "Region", "Province"],
    "Voblasts": ["Oblast", "Region", "Province"],
    "Wilayat": ["State", "Province", "Governorate"],
    "Kilil": ["Region", "State", "Regional State"],
    "State": ["State"],
    "Rayon": ["District", "Rayon", "Region"],
    "District": ["District", "Region"],
    "Kray": ["Krai", "Territory", "Region"],
    "Respublika": ["Republic"],
    "Republic": ["Republic"],
    "Department": ["Department", "Province"],
    "Division": ["Division", "Region"],
    "County": ["County"],
    "Prefecture": ["Prefecture"],
    "Voivodeship": ["Voivodeship", "Province"],
    "Canton": ["Canton"],
    "Emirate": ["Emirate"],
    "Municipality": ["Municipality"],
    "City": ["City"],
}
# Types that news puts in front as well: "province of Syunik".
IN_FRONT = {"Province", "State", "Region", "Governorate", "District", "Republic"}
# Types of which a country has dozens, each named after its town: the town is meant.
MINOR = ("Rayon", "District", "Municipality", "Commune", "Borough", "Parish", "City", "Sahar", "Rada")
BAND_DEGREES = 0.1
NEAR_DEGREES = 0.25


class Divisions:
    """All first-level divisions of Natural Earth."""

    def __init__(self, cache):
        features = json.loads((cache / "admin1" / "admin1.json").read_text(encoding="utf-8"))["features"]
        features.sort(key=lambda feature: feature["properties"]["adm1_code"])
        self.rows, self.rings = [], []
        for feature in features:
            row = row_of(feature)
            if row:
                self.rows.append(row)
                self.rings.append(rings_of(feature["geometry"]))
        self.by_geonames = {}
        for number, row in enumerate(self.rows):
            if row["gn_a1_code"]:
                self.by_geonames.setdefault(row["gn_a1_code"], number)
        self.index()

    def index(self):
        """Edges by division and band of latitude, divisions by whole degree."""
        self.bands, self.cells, self.corners = defaultdict(list), defaultdict(set), defaultdict(list)
        for number, rings in enumerate(self.rings):
            for ring in rings:
                for (x0, y0), (x1, y1) in zip(ring, ring[1:]):
                    low, high = sorted((y0, y1))
                    for band in range(math.floor(low / BAND_DEGREES), math.floor(high / BAND_DEGREES) + 1):
                        self.bands[number, band].append((x0, y0, x1, y1))
                    self.corners[math.floor(x0), math.floor(y0)].append((x0, y0, number))
                xs, ys = [x for x, _ in ring], [y for _, y in ring]
                for x in range(math.floor(min(xs)), math.floor(max(xs)) + 1):
                    for y in range(math.floor(min(ys)), math.floor(max(ys)) + 1):
                        self.cells[x, y].add(number)

    def holds(self, number, lon, lat):
        inside = False
        for x0, y0, x1, y1 in self.bands.get((number, math.floor(lat / BAND_DEGREES)), ()):
            if (y0 > lat) != (y1 > lat) and lon < (x1 - x0) * (lat - y0) / (y1 - y0) + x0:
                inside = not inside
        return inside

    def find(self, lon, lat, country, geonames_code=None):
        """The id of the division, or None: drawn around the point, named by GeoNames, or near."""
        for number in sorted(self.cells.get((math.floor(lon), math.floor(lat)), ())):
            if self.rows[number]["country"] == country and self.holds(number, lon, lat):
                return self.rows[number]["id"]
        number = self.by_geonames.get(geonames_code)
        if number is not None and self.rows[number]["country"] == country:
            return self.rows[number]["id"]
        best = None
        for x in (-1, 0, 1):
            for y in (-1, 0, 1):
                for corner_lon, corner_lat, number in self.corners.get((math.floor(lon) + x, math.floor(lat) + y), ()):
                    if self.rows[number]["country"] == country:
                        away = math.hypot(corner_lon - lon, corner_lat - lat)
                        if away < NEAR_DEGREES and (best is None or (away, number) < best):
                            best = (away, number)
        return self.rows[best[1]]["id"] if best else None


def row_of(feature):
    """The table row of a feature; None for the few without a name (slivers, lakes)."""
    get = feature["properties"].get
    properties = feature["properties"]
    if get("adm1_code") in NAMES:
        # Its names in other languages are those of the other place too.
        properties = {"name": NAMES[get("adm1_code")], "gn_name": get("gn_name")}
    name = main_name(clean(properties.get("name")), clean(properties.get("name_en")))
    if not name:
        return None
    kind = f"{get('type')} {get('type_en')}"
    area_km2 = sum(ring_area_km2(ring) for ring in rings_of(feature["geometry"]))
    names = list(other_names(properties))
    # The variants only of what news writes in English: not of 26 languages.
    variants = [
        variant
        for base in {name, strip_type(clean(properties.get("name"))), strip_type(clean(properties.get("name_en")))}
        if base
        for variant in with_type(base, kind)
    ]
    iso = (get("iso_3166_2") or "").rstrip("~")
    return {
        "id": "d:" + get("adm1_code"),
        "name": name,
        "kind": "admin1",
        "country": COUNTRY.get(iso, get("iso_a2")),
        "lat": get("latitude"),
        "lon": get("longitude"),
        "radius_km": max(1.0, math.sqrt(abs(area_km2) / math.pi)),
        "geonameid": get("gn_id") if (get("gn_id") or -1) > 0 else None,
        "gn_a1_code": get("gn_a1_code"),
        "flags": "q" if any(word in kind for word in MINOR) else "",
        "names": kept(names + variants, name),
    }


def main_name(local, english):
    """The English one where it is the local one with other letters ("Donetsk" for "Donets'k")."""
    if not local:
        return english
    bare = strip_type(english)
    if bare and fold(bare) == fold(local):
        return bare
    return local


def strip_type(name):
    words = name.split()
    if len(words) > 1 and words[-1].lower() in TYPE_WORDS:
        return " ".join(words[:-1])
    return name


TYPE_WORDS = {"province", "region", "oblast", "governorate", "state", "district", "county", "department", "marz", "krai"}


def english_names(get):
    for key in ("name", "name_en", "gn_name", "woe_name"):
        name = strip_type(clean(get.get(key)))
        if name:
            yield name


def other_names(properties):
    yield from english_names(properties)
    for key, value in sorted(properties.items()):
        if value and (key in ("name_alt", "name_local", "gn_name") or key.startswith("name_") and key != "name_len"):
            yield from str(value).split("|")


def with_type(name, kind):
    if fold(name).split()[-1:] and fold(name).split()[-1] in TYPE_WORDS:
        return
    fitting = (words for word, words in ALSO_CALLED.items() if word in kind)
    for word in next(fitting, ["Province", "Region"]):
        yield f"{name} {word}"
        if word in IN_FRONT:
            yield f"{word} of {name}"


def rings_of(geometry):
    if geometry["type"] == "Polygon":
        return geometry["coordinates"]
    return [ring for polygon in geometry["coordinates"] for ring in polygon]


def ring_area_km2(ring):
    """Signed, on a sphere flattened at the ring's own latitude; holes come out negative."""
    middle = math.radians(sum(y for _, y in ring) / len(ring))
    doubled = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:]))
    return doubled / 2 * 111.2 * 111.2 * math.cos(middle)
