"""Names on the map: what to write where, from which zoom on, and what gives way."""

import math
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import shapely

from basemap_areas import folded
from basemap_levels import lake_shapes
from basemap_topology import mercator, ring_points, simplified

COUNTRY, SEA, CITY, LAKE, DIVISION, RIVER, CAPITAL = range(7)
KIND_NAMES = {COUNTRY: "country", CITY: "city", CAPITAL: "city", DIVISION: "division"}

SHORT_NAMES = {
    "CD": "DR Congo",
    "CG": "Congo",
    "CF": "Central African Republic",
    "BA": "Bosnia and Herzegovina",
    "AE": "United Arab Emirates",
    "NL": "Netherlands",
    "MM": "Myanmar",
    "PS": "Palestine",
    "TR": "Türkiye",
    "CZ": "Czechia",
}


# Small countries in the news are named before their name fits into them.
LATEST = {"PS": 6.0, "IL": 5.5, "LB": 5.5, "AM": 4.5}


@dataclass
class Label:
    """`at` in the unit square; `angle` clockwise, in radians; drawn from `min_zoom` up to
    `max_zoom`. `rank` is 0 for the biggest of its kind."""

    kind: int
    at: tuple
    name: str
    rank: int
    min_zoom: float
    max_zoom: float
    angle: float = 0.0
    weight: float = 0.0
    # Of what: the code of its country, and the row of the source.
    country: str | None = None
    source: object = None

    @property
    def kind_name(self):
        return KIND_NAMES.get(self.kind)


# Who is placed first where labels collide: kinds by this, plus the zoom they appear at.
PRECEDENCE = {COUNTRY: -1.5, SEA: -0.6, CITY: 0.0, LAKE: 0.3, DIVISION: 0.6, RIVER: 0.9, CAPITAL: -0.3}


def labels(topology, sources, units):
    cities = city_labels(sources)
    found = country_labels(topology, sources, units)
    found += sea_labels(sources) + cities + lake_labels(sources)
    found += division_labels(topology, sources, units, cities) + river_labels(sources)
    found.sort(key=lambda l: (l.min_zoom + PRECEDENCE[l.kind], -l.weight, l.name, l.at))
    return found


def zoom_for(width, pixels):
    """The zoom at which a part `width` of the world takes so many pixels."""
    return math.log2(max(pixels, 1) / (256 * width))


def roomiest(polygon):
    """Where a label fits best, and how wide it may be: the centre of the largest ellipse
    inside, twice as wide as high, as words are."""
    squeezed = shapely.transform(polygon, lambda p: p * [0.5, 1.0])
    size = math.sqrt(squeezed.area)
    radius = shapely.maximum_inscribed_circle(squeezed, tolerance=size / 200)
    centre = shapely.get_coordinates(radius)[0]
    return (centre[0] * 2, centre[1]), 4 * radius.length


def biggest_part(topology, arcs, members):
    """The largest connected piece of some units."""
    polygons = []
    for unit in members:
        for ring in topology.rings[unit]:
            points = ring_points(ring, arcs)
            if len(points) >= 4:
                polygons.append(shapely.make_valid(shapely.Polygon(points)))
    whole = shapely.union_all(polygons)
    parts = [part for part in shapely.get_parts(whole) if part.geom_type == "Polygon"]
    return max(parts, key=lambda part: part.area, default=None)


def country_labels(topology, sources, units):
    countries = sources.countries()
    arcs = simplified(topology.arcs, 2e-5)
    capitals = {c["countrycode"]: c for c in sources.cities() if c["code"] == "PPLC"}
    members = defaultdict(list)
    for number, unit in enumerate(units):
        if unit.iso:
            members[unit.iso].append(number)
    found = []
    for iso, numbers in sorted(members.items()):
        name = SHORT_NAMES.get(iso) or countries.get(iso, {}).get("name")
        polygon = biggest_part(topology, arcs, numbers)
        if not name or polygon is None or iso == "AQ":
            continue
        at, width = roomiest(polygon)
        if iso in capitals:
            at, width = beside(polygon, capitals[iso], at, width)
        first = zoom_for(width, 5.0 * longest_line(name))
        rank = 0 if first < 3.0 else 1 if first < 4.6 else 2
        last = max(zoom_for(width, 1500), first + 2.5)
        first = max(2.0, min(first, LATEST.get(iso, 7.2)))
        found.append(Label(COUNTRY, at, name.upper(), rank, first, last, weight=width, country=iso))
    return found


def beside(polygon, capital, at, width):
    """A place for the name of a country which leaves room for the name of its capital,
    to the right of the capital, unless that leaves little."""
    x, y = mercator(np.array([[float(capital["longitude"]), float(capital["latitude"])]]))[0]
    name = shapely.box(x - 0.1 * width, y - 0.14 * width, x + 0.45 * width, y + 0.14 * width)
    rest = shapely.get_parts(shapely.difference(polygon, name))
    other, room = roomiest(max(rest, key=lambda part: part.area))
    return (other, room) if room > 0.6 * width else (at, width)


def longest_line(name):
    """Letters in the longer line when a long name is broken in two."""
    return len(name) if len(name) <= 12 else max(len(name) * 0.6, 8)


def sea_labels(sources):
    found = []
    for sea in sources.seas():
        at = mercator(np.array([[float(sea["lon"]), float(sea["lat"])]]))[0]
        first, last = float(sea["min_zoom"]), float(sea["max_zoom"])
        rank = 0 if sea["name"].isupper() else 1 if first < 4.0 else 2
        found.append(Label(SEA, tuple(at), sea["name"], rank, first, last))
    return found


def lake_labels(sources):
    found = []
    for name, _, polygon in lake_shapes(sources):
        if not name:
            continue
        at, width = roomiest(polygon)
        first = min(max(zoom_for(width, 3.5 * len(name)), 3.5), 8.0)
        found.append(Label(LAKE, at, name, 0 if first < 5.5 else 1, first, 14.0, weight=width))
    return found


def division_labels(topology, sources, units, cities):
    lakes = [lake for _, _, lake in lake_shapes(sources)]
    tree = shapely.STRtree(lakes)
    arcs = simplified(topology.arcs, 5e-6)
    taken = defaultdict(list)
    for city in cities:
        taken[folded(city.name)].append(city.at)
    per_country = defaultdict(int)
    for unit in units:
        per_country[unit.iso] += 1
    found = []
    for number, unit in enumerate(units):
        polygon = biggest_part(topology, arcs, [number]) if unit.label else None
        if polygon is None or per_country[unit.iso] == 1:
            continue
        at, width = roomiest(ashore(polygon, lakes, tree))
        first = max(zoom_for(width, 5.2 * len(unit.label)), 4.6)
        near = any(math.dist(at, other) < width for other in taken[folded(unit.label)])
        if first > 9.5 or near and first > 7.5:
            continue
        rank = 0 if first < 6.0 else 1
        found.append(Label(DIVISION, at, unit.label, rank, first, first + 4.5, weight=width, country=unit.iso, source=unit))
    return found


def ashore(polygon, lakes, tree):
    """The biggest part of a polygon outside of lakes."""
    for lake in sorted(tree.query(polygon, predicate="intersects")):
        polygon = shapely.difference(polygon, lakes[lake])
    parts = [part for part in shapely.get_parts(polygon) if part.geom_type == "Polygon"]
    return max(parts, key=lambda part: part.area)


# The smallest number of inhabitants of a city named at a zoom, where there is no lack of
# cities; an empty stretch names a smaller one.
def floor_at(zoom):
    return 4_000_000 * 2.9 ** (3.0 - zoom)


# How far labels keep from each other, in pixels across; a third of that up and down.
NEAR, EMPTY = 78, 210
LAST_ZOOM = 10.0


# Parts of cities, and what is abandoned, destroyed or gone.
NO_CITY = {"PPLX", "PPLQ", "PPLW", "PPLH", "PPLCH", "PPLR"}
# A capital comes before cities six times as big, the seat of a division before twice as big.
WEIGHT = {"PPLC": 6, "PPLA": 2}


def is_city(city):
    # A big place that the other list does not know yet is a new part of a city.
    new_part = city["code"] is None and city["population"] > 50_000
    return city["population"] >= 500 and city["code"] not in NO_CITY and not new_part


def city_labels(sources):
    """Each city gets the smallest zoom at which no bigger one is too near."""
    cities = [city for city in sources.cities() if is_city(city)]
    weights = {c["geonameid"]: c["population"] * WEIGHT.get(c["code"], 1) for c in cities}
    cities.sort(key=lambda city: (-weights[city["geonameid"]], city["geonameid"]))
    at = mercator(np.array([[float(c["longitude"]), float(c["latitude"])] for c in cities]))
    zooms = first_zooms([weights[city["geonameid"]] for city in cities], at)
    found = []
    for city, place, zoom in zip(cities, at.tolist(), zooms):
        if zoom is not None:
            rank = city_rank(city["population"], city["code"] == "PPLC")
            weight = city["population"]
            kind = CAPITAL if city["code"] == "PPLC" else CITY
            found.append(
                Label(kind, tuple(place), usual_name(city), rank, zoom, 99.0, weight=weight, country=city["countrycode"], source=city)
            )
    return found


def city_rank(population, capital):
    steps = [3_000_000, 500_000, 60_000, 8_000]
    rank = sum(population < step for step in steps)
    return max(0, rank - 1) if capital else rank


def first_zooms(importance, at):
    zooms = [None] * len(importance)
    zoom = 2.5
    while zoom <= LAST_ZOOM:
        grid = Grid(zoom)
        for number, known in enumerate(zooms):
            if known is not None:
                grid.add(at[number])
        for number, weight in enumerate(importance):
            if weight < floor_at(zoom) / 8:
                break
            if zooms[number] is None:
                reach = NEAR if weight >= floor_at(zoom) else EMPTY
                if grid.free(at[number], reach):
                    zooms[number] = zoom
                    grid.add(at[number])
        zoom += 0.5
    return zooms


# Where GeoNames writes every long vowel and emphatic consonant, and newspapers do not.
MARKED = set(
    "AE AF BD BH BT DZ EG ER ET IL IN IQ IR JO KW LB LK LY MA MR NP OM PK PS QA SA SD SS SY TN YE".split()
)


def usual_name(city):
    name = city["name"]
    if city["countrycode"] not in MARKED:
        return name
    parts = unicodedata.normalize("NFKD", re.sub("[‘’ʻʼ`]", "", name))
    return "".join(part for part in parts if not unicodedata.combining(part))


class Grid:
    """Points in pixels at a zoom, to ask whether a spot is free."""

    def __init__(self, zoom):
        self.scale = np.array([1.0, 3.0]) * 256 * 2**zoom
        self.cells = defaultdict(list)

    def add(self, at):
        x, y = at * self.scale
        self.cells[int(x // EMPTY), int(y // EMPTY)].append((x, y))

    def free(self, at, reach):
        x, y = at * self.scale
        column, row = int(x // EMPTY), int(y // EMPTY)
        return not any(
            math.hypot(px - x, py - y) < reach
            for c in (column - 1, column, column + 1)
            for r in (row - 1, row, row + 1)
            for px, py in self.cells.get((c, r), ())
        )


def river_labels(sources):
    """Along the straightest stretches, at the angle of the river."""
    found = []
    for name, rank, geometry in sources.rivers():
        first = 4.5 + 0.55 * rank
        if not name or first > 10:
            continue
        for part in shapely.get_parts(geometry):
            line = shapely.LineString(mercator(shapely.get_coordinates(part)))
            room = (len(name) * 6.5 + 10) / 256 / 2 ** (first + 0.5)
            count = int(line.length / (room * 6)) or (1 if line.length > room * 1.5 else 0)
            for step in range(count):
                found += along(line, (step + 0.5) / count * line.length, room, name, rank, first)
    return found


def along(line, distance, room, name, rank, first):
    a, b = (shapely.get_coordinates(line.interpolate(distance + d))[0] for d in (-room / 2, room / 2))
    straight = math.dist(a, b) > 0.85 * room
    if not straight:
        return []
    middle = shapely.get_coordinates(line.interpolate(distance))[0]
    across = b - a if b[0] >= a[0] else a - b
    angle = math.atan2(across[1], across[0])
    return [Label(RIVER, tuple(middle), name, 0 if rank <= 5 else 1, first, 99.0, angle, room)]
