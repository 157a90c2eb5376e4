"""Borders between two countries, from the arcs that their outlines share."""

import json
import math
from collections import defaultdict


def borders(cache):
    """Rows (code, code, lon, lat, radius_km), codes in order, sorted."""
    world = json.loads((cache / "world-atlas" / "countries-10m.json").read_text(encoding="utf-8"))
    codes = {number: code for code, _, number, *_ in json.loads((cache / "country-names" / "codes.json").read_text())}
    users = defaultdict(set)
    for country in world["objects"]["countries"]["geometries"]:
        code = codes.get(country.get("id")) or {"Kosovo": "XK"}.get(country["properties"]["name"])
        if code:
            for arc in flat(country.get("arcs", [])):
                users[arc if arc >= 0 else ~arc].add(code)
    shared = defaultdict(list)
    for arc, pair in users.items():
        if len(pair) == 2:
            shared[tuple(sorted(pair))].append(arc)
    arcs = Arcs(world)
    return [(*pair, *middle(stretches([arcs[arc] for arc in sorted(numbers)]))) for pair, numbers in sorted(shared.items())]


class Arcs:
    """Arcs of a quantised TopoJSON file, as lists of (lon, lat)."""

    def __init__(self, world):
        self.arcs = world["arcs"]
        self.scale, self.shift = world["transform"]["scale"], world["transform"]["translate"]

    def __getitem__(self, number):
        x = y = 0
        line = []
        for dx, dy in self.arcs[number]:
            x, y = x + dx, y + dy
            line.append((x * self.scale[0] + self.shift[0], y * self.scale[1] + self.shift[1]))
        return line


def flat(arcs):
    for part in arcs:
        if isinstance(part, int):
            yield part
        else:
            yield from flat(part)


def stretches(lines):
    """Groups of lines that touch end to end, as lists of lines."""
    groups = []
    for line in lines:
        ends = {line[0], line[-1]}
        touching = [group for group in groups if group[0] & ends]
        for group in touching:
            groups.remove(group)
        groups.append((ends.union(*(group[0] for group in touching)), [l for group in touching for l in group[1]] + [line]))
    return [lines for _, lines in groups]


def middle(groups):
    """Of the longest stretch: the point nearest to the mean of its points, and how far the rest is from it."""
    longest = max(groups, key=lambda lines: sum(km(a, b) for line in lines for a, b in zip(line, line[1:])))
    points = [point for line in longest for point in line]
    mean = (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))
    centre = min(points, key=lambda point: (km(point, mean), point))
    return round(centre[0], 5), round(centre[1], 5), round(max(km(centre, point) for point in points), 1)


def km(a, b):
    """Great-circle distance on a sphere of the mean earth radius."""
    (lon_a, lat_a), (lon_b, lat_b) = ([math.radians(v) for v in point] for point in (a, b))
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * 6371.0088 * math.asin(min(1.0, math.sqrt(h)))
