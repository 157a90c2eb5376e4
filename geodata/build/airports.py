"""Airports and air bases."""

import csv
import re
from collections import Counter

from names import clean, kept
from place import Place, alternates

BASE = re.compile(
    r"\b(air ?base|air force base|(naval|air|army|marine corps) (air )?(station|base|facility)|army airfield|military)\b|\b(AFB|AB|NAS|AAF|RAF)\b",
    re.IGNORECASE,
)
TYPED = re.compile(r"\b(air\w*|aero\w*|heli\w*|field|base|strip|landing|AFB|NAS|RAF|station|seaplane|flug\w*)\b", re.IGNORECASE)
# Rows that lie where the airport is not.
WRONG = {"_LHL"}
RADIUS_KM = 3.0


def airports(cache):
    """Those with a code of four letters or of IATA; strips with other codes are no places of news."""
    places = []
    with open(cache / "airports" / "airports.csv", encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if is_of_news(row)]
    served = Counter((row["country"], row["city"]) for row in rows if row["iata"])
    for row in rows:
        name = re.sub(r"\s*/\s*", "-", clean(row["name"]))
        if not name or any(c.isdigit() for c in name):
            continue
        name = name if TYPED.search(name) else f"{name} Airport"
        others = [re.sub(r" (International|Regional|Municipal|Domestic|National) Airport$", " Airport", name)]
        if row["iata"] and row["city"] and served[row["country"], row["city"]] == 1:
            others.append(f"{clean(row['city'])} Airport")
        places.append(Place(
            id=f"t:{row['icao']}", kind="base" if BASE.search(name) else "airport", name=name, country=row["country"],
            lat=float(row["lat"]), lon=float(row["lon"]), source="airports", radius_km=RADIUS_KM,
            names=alternates(kept(others, name)),
        ))
    return sorted(places, key=lambda place: place.id)


def is_of_news(row):
    return row["icao"] not in WRONG and (row["iata"] or re.fullmatch("[A-Z]{4}", row["icao"]))
