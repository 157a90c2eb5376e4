"""First-level divisions: their names, and which of them a point lies in."""

import json
import math

import numpy
import shapely
import shapely.geometry

from areas import Areas
from names import clean, fold, kept
from place import Place, alternates

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
# Natural Earth has these under the country that they belong to; ISO 3166 gives them codes of their own.
PARTS = {
    "FR-GF": "GF", "FR-GP": "GP", "FR-MQ": "MQ", "FR-RE": "RE", "FR-YT": "YT", "FR-MF": "MF", "FR-BL": "BL",
    "NL-BQ1": "BQ", "NL-BQ2": "BQ", "NL-BQ3": "BQ", "NO-21": "SJ", "NO-22": "SJ",
}
# Records that give the first country lie in the second where its polygon holds them: states that have
# come after it, and land that it holds but that ISO 3166 counts to the other.
HEIRS = {
    "SD": {"SS"}, "RS": {"XK", "ME"}, "ID": {"TL"}, "AN": {"CW", "SX", "BQ"}, "IL": {"PS"}, "FI": {"AX"}, "KM": {"YT"},
    "US": {"PR", "VI", "GU", "AS", "MP", "UM", "FM", "PW", "MH"}, "NL": {"AW", "CW", "SX", "BQ"},
    # Lists of before 1986 have Mauritius as MP.
    "MP": {"MU"},
}
CRIMEA = {"UA-43", "UA-40"}
NEAR_DEGREES = 0.25
# As far as this from their country, points are wrong: on other countries' land, and on no land at all
# (small islands are not drawn).
FAR_KM, FAR_AT_SEA_KM = 50.0, 300.0


class Divisions:
    """All first-level divisions of Natural Earth."""

    def __init__(self, cache):
        features = json.loads((cache / "admin1" / "admin1.json").read_text(encoding="utf-8"))["features"]
        features.sort(key=lambda feature: feature["properties"]["adm1_code"])
        self.places, self.polygons, self.by_geonames, self.crimea = [], [], {}, set()
        for feature in features:
            place = division(feature)
            if place is None:
                continue
            number = len(self.places)
            self.places.append(place)
            self.polygons.append(shapely.make_valid(shapely.geometry.shape(feature["geometry"])))
            code = feature["properties"].get("gn_a1_code")
            if code:
                self.by_geonames.setdefault(code, number)
            if (feature["properties"].get("iso_3166_2") or "") in CRIMEA:
                self.crimea.add(number)
        self.areas = Areas(self.polygons, [place.country for place in self.places])

    def assign(self, places, geonames_codes=None):
        """Sets the division of each place, and the country where a state has come after the one given.

        The division is the one drawn around it, else the one that GeoNames names, else a near one.
        Returns the places that lie far from their country; those have no division.
        """
        lons, lats = numpy.array([p.lon for p in places]), numpy.array([p.lat for p in places])
        countries = numpy.array([p.country or "" for p in places])
        own, any_ = self.areas.holding(lons, lats, countries)
        for at in numpy.flatnonzero((own < 0) & (any_ >= 0)):
            number, place = int(any_[at]), places[at]
            holder = self.places[number].country
            crimean = place.country == "RU" and number in self.crimea
            if crimean or holder in HEIRS.get(place.country, ()):
                place.country, own[at], countries[at] = holder, number, holder
        for at in numpy.flatnonzero(own < 0):
            number = self.by_geonames.get(geonames_codes[at]) if geonames_codes else None
            if number is not None and self.places[number].country == places[at].country:
                own[at] = number
        for at in numpy.flatnonzero(own >= 0):
            places[at].admin1 = self.places[own[at]].id
        astray = numpy.flatnonzero(own < 0)
        if not len(astray):
            return []
        near, _ = self.areas.nearest(lons[astray], lats[astray], countries[astray], NEAR_DEGREES)
        for at, number in zip(astray[near >= 0], near[near >= 0]):
            places[at].admin1 = self.places[number].id
        lost = astray[near < 0]
        if not len(lost):
            return []
        nearest, away_km = self.areas.nearest(lons[lost], lats[lost], countries[lost])
        far_km = numpy.where(any_[lost] >= 0, FAR_KM, FAR_AT_SEA_KM)
        # A country without any polygon cannot tell what lies outside of it.
        return [places[at] for at in lost[(nearest >= 0) & (away_km > far_km)]]


def division(feature):
    """The place of a feature; None for the few without a name (slivers, lakes)."""
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
    number = get("gn_id") or -1
    return Place(
        id="d:" + get("adm1_code"), kind="admin1", name=name, country=COUNTRY.get(iso) or PARTS.get(iso) or get("iso_a2"),
        lat=get("latitude"), lon=get("longitude"), source="divisions", grain_m=5000,
        radius_km=max(1.0, math.sqrt(abs(area_km2) / math.pi)), geonameid=number if number > 0 else None,
        flags="q" if any(word in kind for word in MINOR) else "", names=alternates(kept(names + variants, name)),
    )


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
