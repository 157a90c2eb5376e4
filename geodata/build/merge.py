"""Places by folded name and latitude, to find out which rows of two sources are the same place."""

import math

from names import fold

SAME_PLACE_KM = 6.0
KM_PER_DEGREE = 111.195
# Rows are looked up by band of latitude; a band is wider than any distance asked for but the widest.
BAND_DEGREES = 0.1
# Countries that were one when older sources were made.
FORMERLY_ONE = {"SS": "SD", "XK": "RS", "ME": "RS", "TL": "ID", "CW": "AN", "SX": "AN", "BQ": "AN"}


class Index:
    """The settlements merged so far."""

    def __init__(self, places=(), key=fold):
        """Names with the same `key` are the same; an empty key is none."""
        self.rows, self.key = {}, key
        for place in places:
            self.add(place)

    def add(self, place):
        self.add_names(place, place.all_names())

    def add_names(self, place, names):
        country, band = FORMERLY_ONE.get(place.country, place.country), math.floor(place.lat / BAND_DEGREES)
        for folded in {self.key(name) for name in names} - {""}:
            row = self.rows.setdefault((country, folded, band), [])
            if place not in row:
                row.append(place)

    def twin(self, country, lat, lon, names, within_km=SAME_PLACE_KM):
        """The nearest place of the same country that bears one of these names, or None."""
        country, reach = FORMERLY_ONE.get(country, country), within_km / KM_PER_DEGREE
        low, high = math.floor((lat - reach) / BAND_DEGREES), math.floor((lat + reach) / BAND_DEGREES)
        best, best_key = None, (within_km, "")
        for folded in {self.key(name) for name in names} - {""}:
            for band in range(low, high + 1):
                for other in self.rows.get((country, folded, band), ()):
                    key = (flat_km(lat, lon, other.lat, other.lon), other.id)
                    if key[0] <= within_km and (best is None or key < best_key):
                        best, best_key = other, key
        return best

    def named(self, country, names):
        """Whether any place of the country bears one of these names, wherever it is."""
        if not hasattr(self, "everywhere"):
            self.everywhere = {(country, folded) for country, folded, _ in self.rows}
        return any((FORMERLY_ONE.get(country, country), self.key(name)) in self.everywhere for name in names)


def flat_km(lat_a, lon_a, lat_b, lon_b):
    """Distance of near points."""
    east = (lon_b - lon_a + 180) % 360 - 180
    return KM_PER_DEGREE * math.hypot(lat_b - lat_a, east * math.cos(math.radians(lat_a)))
