"""Villages of the GEOnet Names Server as of about 2012, from MaxMind's table of cities of the world."""

import re
import unicodedata
from collections import defaultdict

from names import clean, fold, is_latin, kept
from place import Place, alternates

# The table's own codes where they are not those of today.
CODES = {"zr": "CD"}
# GEOnet's sign for a place that could not be verified: (( Kartisi )).
UNVERIFIED = re.compile(r"^\(\(.*\)\)$")
# Words for a village that the table puts before names, and that reports leave out.
GENERIC = {
    "KH": ["Phumi"], "LA": ["Ban"], "TH": ["Ban"], "MY": ["Kampung", "Kampong"], "ID": ["Kampung", "Dusun"],
    "PK": ["Goth", "Basti", "Killi", "Dera"], "IR": ["Qaryeh-ye", "Qaryah-ye", "Deh-e", "Kalateh-ye"],
    "AF": ["Qaryah-ye", "Qarya-i-", "Deh-e"], "VN": ["Thon", "Xom", "Lang", "Ap"],
}
# Bare names shorter than this say too little.
BARE_LETTERS = 4
NUMBERED = re.compile(r"[\s-]*(No\.?|Number|Número|Numero|Nomor)?\s*\d+$")
LOST_LETTER = "¿"
# Ten metres: the table writes a point with four decimals or with seven.
POINT_DECIMALS = 4


def villages(cache, counts):
    """One place for each point of the table; all that is written at the point are its names."""
    points = defaultdict(set)
    with open(cache / "villages" / "worldcitiespop.txt", "rb") as table:
        next(table)
        for line in table:
            code, _, name, _, _, lat, lon = decode(line).rstrip("\r\n").split(",")
            code = CODES.get(code, code.upper())
            points[code, round(float(lat), POINT_DECIMALS), round(float(lon), POINT_DECIMALS)].add(name)
    places = []
    for (code, lat, lon), written in sorted(points.items()):
        counts["villages", code]["read"] += 1
        names = village_names(written)
        if not names:
            counts["villages", code]["dropped"] += 1
            continue
        place = Place(
            id=f"v:{code}:{round((lat + 90) * 10_000):07}:{round((lon + 180) * 10_000):07}", kind="village",
            name=names[0], country=code, lat=lat, lon=lon, source="villages", grain_m=grain_m(lat, lon),
        )
        place.names = alternates(kept(names[1:] + bare(names, code), place.name))
        places.append(place)
    return places


def decode(line):
    """Most of the table is Latin-1, but some lines are UTF-8."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def village_names(written):
    """The cleaned names of one point, the one to show first."""
    names = set()
    for text in written:
        # `"` and the grave accent are written for apostrophes.
        text = unicodedata.normalize("NFC", text).replace('"', "'").replace("`", "'").strip("' ")
        if UNVERIFIED.match(text) or LOST_LETTER in text:
            continue
        for name in text.split("/"):
            name = clean(NUMBERED.sub("", clean(name)))
            if sum(c.isalpha() for c in name) >= 2 and not any(c.isdigit() for c in name):
                names.add(name if any(c.isupper() for c in name) else name.title())
    return sorted(names, key=least_fit_to_show)


def bare(names, code):
    """`Phumi Samraong` -> `Samraong`."""
    words = tuple(word if word.endswith("-") else word + " " for word in GENERIC.get(code, []))
    short = [name[len(word) :] for name in names for word in words if name.startswith(word)]
    return [name for name in short if sum(c.isalpha() for c in name) >= BARE_LETTERS]


def least_fit_to_show(name):
    """Official romanisations bear marks and apostrophes, old and foreign ones do not."""
    scrap = is_latin(name) and len(fold(name)) <= 2
    marks = sum(not c.isascii() or c in "'`" for c in name)
    return scrap, -min(marks, 1), len(name), name


def grain_m(lat, lon):
    """A kilometre where the point lies on whole minutes of arc."""
    return 1000 if is_whole(lat * 60) and is_whole(lon * 60) else 100


def is_whole(minutes):
    # The rounding of points to four decimals is 0.003 minutes.
    return abs(minutes - round(minutes)) < 0.004
